/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sharing-window"

#include "cvn-conflict-window.h"
#include "cvn-share-assistant.h"
#include "cvn-sharing-window.h"
#include "register-support.h"
#include "watchdog.h"

/* The windows about sharing, of a centre that is not shared: nobody is asked anything before it is told to. */

static gboolean
is_gone (gpointer window)
{
  return *(GtkWidget **) window == NULL;
}

static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  cvn_ui_assert_eventually (is_gone, &window);
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
  gtk_widget_activate_action (window, "assistant.test", NULL);
  cvn_ui_assert_eventually (answered, window);
}

static void
test_answers (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;

  cvn_register_fixture_open_empty (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = GTK_WIDGET (cvn_share_assistant_new_to_share (GTK_WINDOW (f.window), f.centre));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  g_assert_false (gtk_widget_is_sensitive (cvn_ui_find_id (window, "go")));
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "database")), "centre");
  ask (window, "somewhere", has_address_answer);
  g_assert_true (gtk_widget_is_sensitive (cvn_ui_find_id (window, "go")));
  ask (window, "http://couch.example.org/", has_encryption_answer);
  ask (window, "http://127.0.0.1:9/", has_nobody_answer);
  close_window (window);
  cvn_register_fixture_close (&f);
}

static void
test_alone (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;

  cvn_register_fixture_open_empty (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (f.window), f.centre));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (cvn_ui_find_id (window, "stack"))), ==, "alone");
  close_window (window);
  window = GTK_WIDGET (cvn_conflict_window_new (GTK_WINDOW (f.window), f.centre, NULL));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  g_assert_false (gtk_widget_is_sensitive (cvn_ui_find_id (window, "keep")));
  close_window (window);
  cvn_register_fixture_close (&f);
}

/* A file that is there is never written over, and giving up leaves no file behind. */
static void
test_no_harm (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;
  g_autofree char   *path = NULL;

  cvn_register_fixture_open_empty (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  path = g_build_filename (f.folder, "joined.convenant", NULL);
  window = GTK_WIDGET (cvn_share_assistant_new_to_join (GTK_WINDOW (f.window), f.centre, path));
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "database")), "centre");
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "server")), "http://127.0.0.1:9/");
  gtk_widget_activate_action (window, "assistant.go", NULL);
  cvn_ui_assert_eventually (has_nobody_answer, window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (cvn_ui_find_id (window, "stack"))), ==, "form");
  close_window (window);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (cvn_centre_is_open (f.centre));
  cvn_register_fixture_close (&f);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/sharing-window/says-what-is-wrong", test_answers);
  g_test_add_func ("/ui/sharing-window/not-shared", test_alone);
  g_test_add_func ("/ui/sharing-window/joining-harms-nothing", test_no_harm);
  return cvn_watchdog_run_tests ();
}
