/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sharing-window"

#include "cvn-sharing-window.h"
#include "register-support.h"
#include "watchdog.h"

/* The window about sharing, of a centre that is not shared: it asks nobody anything before it is told to. */

static gboolean
is_gone (gpointer window)
{
  return *(GtkWidget **) window == NULL;
}

static const char *
get_answer (GtkWidget *window)
{
  return gtk_label_get_label (GTK_LABEL (cvn_ui_find_id (window, "answer")));
}

static gboolean
has_address_answer (gpointer window)
{
  return g_str_has_prefix (get_answer (window), "Expected an address");
}

static gboolean
has_encryption_answer (gpointer window)
{
  return g_str_has_prefix (get_answer (window), "The address must begin with https");
}

static gboolean
has_nobody_answer (gpointer window)
{
  return g_str_has_prefix (get_answer (window), "Nothing answers");
}

static void
ask (GtkWidget     *window,
     const char    *server,
     CvnUiCondition answered)
{
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "server")), server);
  gtk_widget_activate_action (window, "sharing.do", "i", 0);
  cvn_ui_assert_eventually (answered, window);
}

static void
test_answers (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (f.window), f.centre));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (cvn_ui_find_id (window, "status"))), ==, "Not shared");
  g_assert_false (gtk_widget_get_visible (cvn_ui_find_id (window, "more")));
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "database")), "centre");
  ask (window, "somewhere", has_address_answer);
  ask (window, "http://couch.example.org/", has_encryption_answer);
  ask (window, "http://127.0.0.1:9/", has_nobody_answer);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  cvn_ui_assert_eventually (is_gone, &window);
  cvn_register_fixture_close (&f);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/sharing-window/says-what-is-wrong", test_answers);
  return cvn_watchdog_run_tests ();
}
