/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-window"

#include "cvn-report-chooser.h"
#include "cvn-report-paper.h"
#include "cvn-report-view.h"
#include "cvn-report-window.h"
#include "register-support.h"
#include "watchdog.h"

/* The preview of a report, with the keyboard. */

static gboolean
has_page (gpointer window)
{
  return cvn_ui_count (window, CVN_TYPE_REPORT_PAPER) > 0;
}

static gboolean
is_english (gpointer window)
{
  return g_str_has_prefix (gtk_window_get_title (window), "Proof");
}

static gboolean
is_dutch (gpointer window)
{
  return g_str_has_prefix (gtk_window_get_title (window), "Narekenblad");
}

static GtkWidget *
open_report (CvnRegisterFixture *f,
             CvnReportName       name,
             const char         *record)
{
  GtkWidget *window = GTK_WIDGET (cvn_report_window_new (GTK_WINDOW (f->window), f->centre, name, record));

  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_assert_eventually (has_page, window);
  cvn_ui_settle (window);
  return window;
}

static void
take_picture (GtkWidget  *window,
              const char *name)
{
  const char      *folder = g_getenv ("CVN_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL)
    g_assert_true (cvn_ui_screenshot (window, path));
}

static gboolean
is_gone (gpointer window)
{
  return *(GtkWidget **) window == NULL;
}

static void
close_report (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  cvn_ui_key ("Escape");
  cvn_ui_assert_eventually (is_gone, &window);
}

static void
test_proof (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;
  GtkWidget         *paper;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = open_report (&f, CVN_REPORT_PROOF_SHEET, "2018");
  g_assert_true (is_english (window));
  paper = gtk_widget_get_first_child (cvn_ui_find_id (window, "view"));
  g_assert_nonnull (paper);
  take_picture (window, "report-proof.png");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (cvn_ui_find_id (window, "language")), 0);
  cvn_ui_assert_eventually (is_dutch, window);
  cvn_ui_settle (window);
  take_picture (window, "report-proof-nl.png");

  gtk_widget_activate_action (window, "report.zoom", "i", 1);
  gtk_widget_activate_action (window, "report.zoom", "i", -9);
  cvn_ui_settle (window);
  g_assert_true (has_page (window));
  close_report (window);
  cvn_register_fixture_close (&f);
}

static void
test_partner (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = open_report (&f, CVN_REPORT_PARTNER, "gem-leiden");
  g_assert_cmpuint (cvn_ui_count (window, CVN_TYPE_REPORT_PAPER), ==, 2);
  g_assert_cmpuint (cvn_report_view_get_page (CVN_REPORT_VIEW (cvn_ui_find_id (window, "view"))), ==, 0);
  take_picture (window, "report-partner.png");
  close_report (window);
  cvn_register_fixture_close (&f);
}

/* A letter is in the language of its customer; it can be chosen as long as the invoice does not say it. */
static void
test_invoice (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = open_report (&f, CVN_REPORT_INVOICE, "2018-0001");
  g_assert_true (gtk_widget_get_visible (cvn_ui_find_id (window, "language")));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Invoice 2018-0001");
  take_picture (window, "report-invoice.png");
  close_report (window);
  cvn_register_fixture_close (&f);
}

static gboolean
lists_katwijk (gpointer chooser)
{
  return cvn_ui_find_text (chooser, GTK_TYPE_LABEL, "2020-0054 · Municipality of Katwijk") != NULL &&
         cvn_ui_find_text (chooser, GTK_TYPE_LABEL, "2020-0055 · Municipality of Leiderdorp") == NULL;
}

static GtkWidget *
find_report (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (CVN_IS_REPORT_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
has_report (gpointer data)
{
  return find_report () != NULL && has_page (find_report ());
}

/* From the menu of the window: some letters, and Return. */
static void
test_chooser (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *chooser;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  chooser = GTK_WIDGET (cvn_report_chooser_new (GTK_WINDOW (f.window), f.centre, CVN_REPORT_INVOICE));
  gtk_window_present (GTK_WINDOW (chooser));
  cvn_ui_settle (chooser);
  cvn_ui_type ("katw");
  cvn_ui_assert_eventually (lists_katwijk, chooser);
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (has_report, NULL);
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (find_report ())), "2020-0054"));
  cvn_ui_settle (find_report ());
  close_report (find_report ());
  cvn_register_fixture_close (&f);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/report-window/shows-the-proof-sheet-in-either-language", test_proof);
  g_test_add_func ("/ui/report-window/shows-all-pages", test_partner);
  g_test_add_func ("/ui/report-window/shows-letters", test_invoice);
  g_test_add_func ("/ui/report-window/asks-which-record", test_chooser);
  return cvn_watchdog_run_tests ();
}
