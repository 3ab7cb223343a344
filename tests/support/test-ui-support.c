/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

/* The harness itself: real clicks and keys arrive, texts are found, pictures are written. */

static GtkWindow *window;

static void
set_clicked_cb (GtkButton *button,
                gboolean  *clicked)
{
  *clicked = TRUE;
}

static gboolean
is_true (gpointer data)
{
  const gboolean *value = data;

  return *value;
}

static void
test_clicks (void)
{
  GtkWidget *button = gtk_button_new_with_label ("Press");
  gboolean   clicked = FALSE;

  g_signal_connect (button, "clicked", G_CALLBACK (set_clicked_cb), &clicked);
  gtk_window_set_child (window, button);
  cvn_ui_settle (GTK_WIDGET (window));

  g_assert_true (cvn_ui_find_text (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Press") == button);
  cvn_ui_click (button);
  cvn_ui_assert_eventually (is_true, &clicked);
}

static gboolean
has_typed (gpointer entry)
{
  return g_str_equal (gtk_editable_get_text (entry), "Leiden 71");
}

static void
test_types (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_window_set_child (window, entry);
  cvn_ui_settle (GTK_WIDGET (window));
  gtk_widget_grab_focus (entry);
  cvn_ui_type ("Leiden 7");
  cvn_ui_key ("1");
  cvn_ui_assert_eventually (has_typed, entry);
}

static void
test_draws (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "picture.png", NULL);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  gtk_window_set_child (window, gtk_label_new ("Text"));
  g_assert_true (cvn_ui_screenshot (GTK_WIDGET (window), path));
  texture = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 400);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 300);
}

static void
activate_cb (GApplication *application,
             int          *status)
{
  window = GTK_WINDOW (gtk_application_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (window, 400, 300);
  gtk_window_present (window);
  *status = g_test_run ();
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  int status = 1;

  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/support/ui/clicks", test_clicks);
  g_test_add_func ("/support/ui/types", test_types);
  g_test_add_func ("/support/ui/draws", test_draws);
  application = adw_application_new ("org.convenant.Test", G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb), &status);
  g_application_run (G_APPLICATION (application), 0, NULL);
  return status;
}
