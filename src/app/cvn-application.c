/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-application"

#include "cvn-application.h"

#include "cvn-application-private.h"
#include "cvn-looks.h"
#include "cvn-preferences.h"
#include "cvn-shortcuts.h"

#include <glib-unix.h>

/* How long the window waits for the file and its figures, so that its first frame shows something. */
#define PATIENCE_MS 150

G_DEFINE_FINAL_TYPE (CvnApplication, cvn_application, ADW_TYPE_APPLICATION)

static gboolean
terminated_cb (gpointer data)
{
  CvnApplication *self = data;

  self->terminate_id = 0;
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_REMOVE;
}

static void
restore_year (CvnApplication *self)
{
  int year = g_settings_get_int (self->settings, "year");

  if (year > 0)
    cvn_centre_set_year (self->centre, year);
}

/* The board looks, whoever works with the file changes it. */
static void
follow_role (CvnApplication *self)
{
  g_autofree char *role = g_settings_get_string (self->settings, "role");

  cvn_centre_set_looking (self->centre, g_str_equal (role, "board"));
}

static void
cvn_application_startup (GApplication *application)
{
  CvnApplication *self = CVN_APPLICATION (application);

  self->settings = g_settings_new ("org.convenant.Convenant");
  self->centre = cvn_centre_new ();
  restore_year (self);
  follow_role (self);
  g_signal_connect_object (self->settings, "changed::role", G_CALLBACK (follow_role), self, G_CONNECT_SWAPPED);
  cvn_looks_begin ();
  /* The file opens on its own thread while libadwaita gets ready. */
  if (self->path != NULL)
    cvn_application_open (self, self->path);
  else
    cvn_application_open_default (self);
  cvn_looks_load ();
  G_APPLICATION_CLASS (cvn_application_parent_class)->startup (application);
  self->terminate_id = g_unix_signal_add (SIGTERM, terminated_cb, self);
  cvn_preferences_follow_style (self->settings);
  cvn_shortcuts_add_to (GTK_APPLICATION (self));
  cvn_application_add_actions (self);
}

/** cvn_application_present: shows the window now. */
void
cvn_application_present (CvnApplication *self)
{
  g_clear_handle_id (&self->present_id, g_source_remove);
  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
}

static void
page_ready_cb (CvnApplication *self)
{
  if (self->present_id > 0)
    cvn_application_present (self);
}

/** cvn_application_present_when_ready: shows the window when its page has its figures, or when patience ends. */
void
cvn_application_present_when_ready (CvnApplication *self)
{
  CvnPage *page = self->window != NULL ? cvn_window_get_page (self->window) : NULL;

  if (self->present_id > 0 && page != NULL && cvn_page_is_light (page) && !cvn_page_is_ready (page))
    g_signal_connect_object (page, "notify::ready", G_CALLBACK (page_ready_cb), self, G_CONNECT_SWAPPED);
  else
    cvn_application_present (self);
}

static gboolean
patience_ended_cb (gpointer data)
{
  CvnApplication *self = data;

  self->present_id = 0;
  cvn_application_present (self);
  return G_SOURCE_REMOVE;
}

static void
window_closed_cb (CvnApplication *self)
{
  self->window = NULL;
}

static void
cvn_application_activate (GApplication *application)
{
  CvnApplication *self = CVN_APPLICATION (application);

  if (self->window != NULL)
    {
      cvn_application_present (self);
      return;
    }
  self->window = cvn_window_new (GTK_APPLICATION (self), self->centre);
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (window_closed_cb), self, G_CONNECT_SWAPPED);
  cvn_application_add_file_actions (self);
  if (self->n_opening > 0)
    {
      self->present_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
      return;
    }
  if (!cvn_centre_is_open (self->centre))
    cvn_window_show_start (self->window);
  cvn_application_present (self);
}

static void
cvn_application_open_files (GApplication *application,
                            GFile       **files,
                            int           n_files,
                            const char   *hint)
{
  CvnApplication  *self = CVN_APPLICATION (application);
  g_autofree char *path = g_file_get_path (files[0]);

  if (path != NULL && g_strcmp0 (path, self->path) != 0)
    cvn_application_open (self, path);
  g_application_activate (application);
}

static void
cvn_application_shutdown (GApplication *application)
{
  CvnApplication *self = CVN_APPLICATION (application);

  g_clear_handle_id (&self->present_id, g_source_remove);
  g_clear_handle_id (&self->terminate_id, g_source_remove);
  G_APPLICATION_CLASS (cvn_application_parent_class)->shutdown (application);
  if (self->centre != NULL)
    cvn_centre_close (self->centre);
  g_clear_object (&self->centre);
  g_clear_object (&self->settings);
}

static void
cvn_application_finalize (GObject *object)
{
  g_free (CVN_APPLICATION (object)->path);
  G_OBJECT_CLASS (cvn_application_parent_class)->finalize (object);
}

static void
cvn_application_class_init (CvnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = cvn_application_startup;
  application_class->activate = cvn_application_activate;
  application_class->open = cvn_application_open_files;
  application_class->shutdown = cvn_application_shutdown;
  G_OBJECT_CLASS (klass)->finalize = cvn_application_finalize;
}

static void
cvn_application_init (CvnApplication *self)
{
}

/**
 * cvn_application_new:
 * @path: (nullable): the file to open first; NULL for the last one, or the person's own
 * @flags: %G_APPLICATION_NON_UNIQUE for a process of its own, in tests and for pictures
 *
 * Returns: the program, to be given to g_application_run()
 */
CvnApplication *
cvn_application_new (const char       *path,
                     GApplicationFlags flags)
{
  CvnApplication *self = g_object_new (CVN_TYPE_APPLICATION,
                                       "application-id", "org.convenant.Convenant",
                                       "flags", G_APPLICATION_HANDLES_OPEN | flags,
                                       NULL);

  /* Else it follows from the id; see cvn_looks_load(). */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);
  self->path = g_strdup (path);
  return self;
}

/** cvn_application_get_window: the window, or NULL before it is made and after it was closed. */
CvnWindow *
cvn_application_get_window (CvnApplication *self)
{
  return self->window;
}

/** cvn_application_get_centre: what is open, owned by the application. */
CvnCentre *
cvn_application_get_centre (CvnApplication *self)
{
  return self->centre;
}
