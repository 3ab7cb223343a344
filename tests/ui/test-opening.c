/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-opening"

#include "cvn-application.h"
#include "cvn-new-centre-dialog.h"
#include "ui-support.h"
#include "watchdog.h"

/* How a person gets to a centre: from nothing, the sample, an own one, a bad file, and a file that is there. */
static CvnApplication *application;
static GtkWidget      *window;
static CvnCentre      *centre;
static int             status = 1;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static gboolean
has_name (gpointer expected)
{
  g_autofree char *name = NULL;

  g_object_get (centre, "name", &name, NULL);
  return g_strcmp0 (name, expected) == 0;
}

/* A window of @type that is not the main one, or NULL. */
static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) found = g_list_model_get_item (windows, i);

      if (found != window && g_type_is_a (G_OBJECT_TYPE (found), type) && gtk_widget_get_mapped (found))
        return found;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer type)
{
  return find_dialog (GPOINTER_TO_SIZE (type)) != NULL;
}

static void
activate (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
test_starts_empty (void)
{
  g_assert_false (cvn_centre_is_open (centre));
  g_assert_nonnull (cvn_ui_find_text (window, ADW_TYPE_STATUS_PAGE, "Keep Your Partners on Board"));
}

static void
test_bad_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bad.convenant", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "no centre", -1, NULL));
  cvn_application_open (application, path);
  while (cvn_ui_find_text (window, ADW_TYPE_STATUS_PAGE, "“bad.convenant” Cannot Be Opened") == NULL)
    cvn_ui_settle (window);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "no centre");
}

static void
test_sample (void)
{
  activate ("open-sample");
  cvn_ui_assert_eventually (has_name, (gpointer) "Expat Centre Leiden");
  g_assert_cmpint (cvn_centre_get_year (centre), <=, 2021);
  cvn_ui_settle (window);
}

/* The other sample: a programme, which is a file of its own. */
static void
test_programme (void)
{
  activate ("open-sample-programme");
  cvn_ui_assert_eventually (has_name, (gpointer) "Sample Programme Region");
  activate ("open-sample");
  cvn_ui_assert_eventually (has_name, (gpointer) "Expat Centre Leiden");
  cvn_ui_settle (window);
}

static void
test_bad_file_keeps_open (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bad.convenant", NULL);
  GtkWidget       *dialog;

  cvn_application_open (application, path);
  cvn_ui_assert_eventually (has_dialog, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_true (has_name ((gpointer) "Expat Centre Leiden"));
  dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  gtk_window_destroy (GTK_WINDOW (dialog));
  cvn_ui_settle (window);
}

static void
test_own_centre (void)
{
  GtkWidget       *dialog;
  g_autofree char *path = NULL;
  g_autofree char *file = NULL;

  activate ("new-centre");
  cvn_ui_assert_eventually (has_dialog, GSIZE_TO_POINTER (CVN_TYPE_NEW_CENTRE_DIALOG));
  dialog = find_dialog (CVN_TYPE_NEW_CENTRE_DIALOG);
  g_assert_false (gtk_widget_is_sensitive (cvn_ui_find_id (dialog, "create")));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), cvn_ui_find_id (dialog, "name")));
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (dialog, "name")), "Centrum / Noord");
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (dialog, "entry")), "Gemeente Haarlem");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  cvn_ui_assert_eventually (has_name, (gpointer) "Centrum / Noord");
  g_object_get (centre, "path", &path, NULL);
  file = g_path_get_basename (path);
  g_assert_cmpstr (file, ==, "Centrum - Noord.convenant");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  cvn_ui_settle (window);
}

/* Each action that shows a window of its own shows one. */
static void
test_dialogs (void)
{
  static const struct
  {
    const char *action;
    gboolean    of_window;
  } cases[] = {
    { "about", FALSE },
    { "preferences", FALSE },
    { "shortcuts", FALSE },
    { "restore-backup", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].of_window)
        activate (cases[i].action);
      else
        g_action_group_activate_action (G_ACTION_GROUP (application), cases[i].action, NULL);
      cvn_ui_assert_eventually (has_dialog, GSIZE_TO_POINTER (GTK_TYPE_WINDOW));
      gtk_window_destroy (GTK_WINDOW (find_dialog (GTK_TYPE_WINDOW)));
      cvn_ui_settle (window);
    }
}

static void
activated_cb (GApplication *app)
{
  window = GTK_WIDGET (cvn_application_get_window (application));
  centre = cvn_application_get_centre (application);
  g_assert_true (cvn_ui_wait (is_mapped, window, 10000));
  cvn_ui_settle (window);
  status = cvn_watchdog_run_tests ();
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", NULL);

  g_setenv ("CVN_DATADIR", data, TRUE);
  cvn_ui_init (&argc, &argv);
  application = cvn_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
  g_test_add_func ("/ui/opening/starts-empty", test_starts_empty);
  g_test_add_func ("/ui/opening/bad-file", test_bad_file);
  g_test_add_func ("/ui/opening/sample", test_sample);
  g_test_add_func ("/ui/opening/sample-programme", test_programme);
  g_test_add_func ("/ui/opening/bad-file-keeps-open", test_bad_file_keeps_open);
  g_test_add_func ("/ui/opening/own-centre", test_own_centre);
  g_test_add_func ("/ui/opening/dialogs", test_dialogs);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_assert_finalize_object (application);
  return status;
}
