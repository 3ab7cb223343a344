/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sharing-window"

#include "cvn-centre-state.h"
#include "cvn-conflict-window.h"
#include "cvn-share-assistant.h"
#include "cvn-sharing-window.h"
#include "fake-server.h"
#include "register-support.h"
#include "watchdog.h"

#include <glib/gi18n-lib.h>

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
  return g_str_equal (get_answer (window), _("Expected an address such as https://couch.example.org/."));
}

static gboolean
has_encryption_answer (gpointer window)
{
  return g_str_equal (get_answer (window), _("The address must begin with https: over http others could read along."));
}

static gboolean
has_nobody_answer (gpointer window)
{
  return g_str_equal (get_answer (window), _("Nothing answers at this address."));
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

/* What is wrong with a place, as the person who fills it in reads it. */
typedef struct
{
  const char *name;
  FakeMode    mode;
  const char *path;
  guint       status;
  const char *words;
  const char *sentence;
} Wrong;

static const Wrong wrongs[] = {
  { "password", FAKE_STATUS, "", 401, "{\"error\":\"unauthorized\"}", "The server does not know this name with this password." },
  { "locked", FAKE_STATUS, "", 403, "{\"reason\":\"Account is temporarily locked\"}", "The account is locked for a while, after too many wrong passwords. Wait some minutes." },
  { "forbidden", FAKE_STATUS, "/centre", 403, "{\"error\":\"forbidden\"}", "The server does not allow this name to do that." },
  { "database", FAKE_STATUS, "/centre", 404, "{\"error\":\"not_found\"}", "There is no such database on the server (any more)." },
  { "portal", FAKE_PORTAL, "", 0, NULL, "What answers at this address is not a CouchDB server." },
  { "other-server", FAKE_STATUS, "", 200, "{\"hello\":\"world\"}", "What answers at this address is not a CouchDB server." },
  { "version", FAKE_STATUS, "", 200, "{\"couchdb\":\"Welcome\",\"version\":\"2.3.1\"}", "The server is CouchDB %s. Version 3.3 or newer is needed." },
  { "redirect", FAKE_REDIRECT, "", 0, NULL, "The address leads somewhere else. Fill in where the server really is." },
  { "trouble", FAKE_STATUS, "", 503, "{}", "The server is in trouble itself. It is tried again later." },
  { "certificate", FAKE_WELL, "", 0, NULL, "The server cannot prove who it is: its certificate is not valid for this address. Nothing was sent to it." },
};

typedef struct
{
  GtkWidget  *window;
  const char *sentence;
} Expected;

static gboolean
says (gpointer data)
{
  const Expected *expected = data;
  g_auto (GStrv) parts = g_strsplit (_(expected->sentence), "%s", -1);
  g_autofree char *sentence = g_strjoinv ("2.3.1", parts);

  return g_str_equal (get_answer (expected->window), sentence);
}

static void
try_wrong (GtkWidget   *window,
           const Wrong *wrong)
{
  g_autofree char *pem = g_test_build_filename (G_TEST_DIST, "sync", "peer", "server.pem", NULL);
  FakeServer      *server = fake_server_start (g_str_equal (wrong->name, "certificate") ? pem : NULL);

  fake_server_set (server, wrong->mode, wrong->path, wrong->status, wrong->words);
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "server")), fake_server_get_address (server));
  gtk_widget_activate_action (window, "assistant.test", NULL);
  cvn_ui_assert_eventually (says, (&(Expected){ window, wrong->sentence }));
  g_assert_true (gtk_widget_get_visible (cvn_ui_find_id (window, "answer")));
  g_assert_true (gtk_widget_has_css_class (cvn_ui_find_id (window, "answer"), "error"));
  /* Asked once: a password that is wrong is not tried again. */
  g_assert_cmpuint (fake_server_get_n_requests (server), <=, 2);
  if (wrong->status == 401)
    g_assert_cmpuint (fake_server_get_n_requests (server), ==, 1);
  g_assert_cmpuint (fake_server_get_n_elsewhere (server), ==, 0);
  fake_server_stop (server);
}

/* Each thing that can be wrong with a server has a sentence of its own, and nothing is left behind. */
static void
test_wrong_places (void)
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
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "account")), "ans");
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "secret")), "secret");
  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_test_message ("%s", wrongs[i].name);
      try_wrong (window, &wrongs[i]);
    }
  close_window (window);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
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

/* The assistant that lies over @parent. */
static GtkWidget *
find_over (GtkWidget *parent)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (GTK_WINDOW (l->data)) == GTK_WINDOW (parent))
      return l->data;
  return NULL;
}

static gboolean
has_over (gpointer parent)
{
  return find_over (parent) != NULL;
}

static gboolean
has_none_over (gpointer parent)
{
  return find_over (parent) == NULL;
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
} Focus;

static gboolean
has_focus (gpointer data)
{
  const Focus *expected = data;
  GtkWidget   *focus = gtk_window_get_focus (GTK_WINDOW (expected->window));

  return focus != NULL && (focus == expected->widget || gtk_widget_is_ancestor (focus, expected->widget));
}

/* With keys alone: the assistant begins at its first row, Escape closes it, and one is where one was. */
static void
test_keys (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;
  GtkWidget         *over;
  Focus              button;

  cvn_register_fixture_open_empty (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (f.window), f.centre));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  button = (Focus){ window, gtk_window_get_focus (GTK_WINDOW (window)) };
  g_assert_nonnull (button.widget);
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (has_over, window);
  over = find_over (window);
  cvn_ui_settle (over);
  g_assert_true (has_focus (&(Focus){ over, cvn_ui_find_id (over, "server") }));
  cvn_ui_key ("Escape");
  cvn_ui_assert_eventually (has_none_over, window);
  cvn_ui_settle (window);
  g_assert_true (has_focus (&button));
  close_window (window);
  cvn_register_fixture_close (&f);
}

/* The reason why nothing can be changed is that of now, not the first there was. */
static void
test_reasons (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;
  GtkWidget         *reader;

  cvn_register_fixture_open_empty (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (f.window), f.centre));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  reader = cvn_ui_find_id (window, "reader");
  g_assert_false (gtk_widget_get_visible (reader));
  cvn_centre_set_looking (f.centre, TRUE);
  g_assert_true (gtk_widget_get_visible (reader));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (reader)), ==, _("Read-only: the board’s view"));
  cvn_centre_set_reader (f.centre, TRUE);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (reader)), ==, _("You Read Along"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (reader)), ==,
                   _("The server gives your account the role of the board. You can look, print and export; nothing can be changed here. Who runs the server can give you another role."));
  cvn_centre_set_reader (f.centre, FALSE);
  cvn_centre_set_looking (f.centre, FALSE);
  g_assert_false (gtk_widget_get_visible (reader));
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
  g_test_add_func ("/ui/sharing-window/wrong-places", test_wrong_places);
  g_test_add_func ("/ui/sharing-window/not-shared", test_alone);
  g_test_add_func ("/ui/sharing-window/keys", test_keys);
  g_test_add_func ("/ui/sharing-window/says-why-nothing-changes", test_reasons);
  g_test_add_func ("/ui/sharing-window/joining-harms-nothing", test_no_harm);
  return cvn_watchdog_run_tests ();
}
