/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "register-support"

#include "register-support.h"

#include "cvn-import-job.h"
#include "cvn-store.h"

#include <glib/gstdio.h>

/* What an application does by itself when it starts. */
static void
use_resources (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, "/org/convenant/Convenant/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/org/convenant/Convenant/icons");
}

static void
open_centre (CvnRegisterFixture *self,
             gboolean            fill)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) sample = g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (sample);
  g_autoptr (CvnStore) store = NULL;

  use_resources ();
  self->folder = g_dir_make_tmp ("convenant-register-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "sample.convenant", NULL);
  store = cvn_store_open (path, CVN_STORE_CREATE, "Anna", &error);
  g_assert_no_error (error);
  if (fill)
    cvn_import_job_run (job, store, &error);
  g_assert_no_error (error);
  self->centre = cvn_centre_new ();
  cvn_centre_take_store (self->centre, g_steal_pointer (&store));
}

/* Opens a new centre and fills it with the sample. */
void
cvn_register_fixture_open (CvnRegisterFixture *self)
{
  open_centre (self, TRUE);
}

/* Opens a new centre with nothing in it. */
void
cvn_register_fixture_open_empty (CvnRegisterFixture *self)
{
  open_centre (self, FALSE);
}

/* Shows @child in a window of this size, border left aside. */
void
cvn_register_fixture_show (CvnRegisterFixture *self,
                           GtkWidget          *child,
                           int                 width,
                           int                 height)
{
  if (self->window == NULL)
    {
      self->window = adw_window_new ();
      g_object_ref (self->window);
      /* Newer ones are no narrower than a phone; pages are tried narrower. */
      gtk_widget_set_size_request (self->window, -1, -1);
    }
  gtk_window_set_default_size (GTK_WINDOW (self->window), width + 10, height + 10);
  adw_window_set_content (ADW_WINDOW (self->window), child);
  gtk_window_present (GTK_WINDOW (self->window));
  cvn_ui_settle (self->window);
}

static void
delete_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      delete_tree (child);
    }
  g_remove (path);
}

/* Whether only the fixture holds it: what runs on another thread lets go when it ends. */
static gboolean
is_let_go (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

/* Closes the centre, and proves that nobody holds on to the window or to it. */
void
cvn_register_fixture_close (CvnRegisterFixture *self)
{
  if (self->window != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self->window));
      cvn_ui_drain ();
      cvn_ui_assert_eventually (is_let_go, self->window);
      g_assert_finalize_object (self->window);
    }
  cvn_centre_close (self->centre);
  cvn_ui_drain ();
  cvn_ui_assert_eventually (is_let_go, self->centre);
  g_assert_finalize_object (self->centre);
  delete_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
  self->window = NULL;
}

/* Keeps a picture of the window as build/out/registers/NAME.png, in the language of the test. */
void
cvn_register_fixture_picture (CvnRegisterFixture *self,
                              const char         *name)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_BUILDDIR"), "out", "registers", NULL);
  const char      *language = g_getenv ("LANGUAGE");
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, language != NULL ? language : "en");
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, 0755);
  cvn_ui_settle (self->window);
  g_assert_true (cvn_ui_screenshot (self->window, path));
}
