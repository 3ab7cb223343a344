/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-window"

#include "cvn-report-chooser.h"
#include "cvn-report-make.h"
#include "cvn-report-paper.h"
#include "cvn-report-view.h"
#include "cvn-report-window.h"
#include "cvn-reports-window.h"
#include "cvn-saved-reports.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

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
  g_assert_cmpuint (cvn_ui_count (window, CVN_TYPE_REPORT_PAPER), ==, 1);
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

static GtkWidget *
find_paper (GtkWidget *root)
{
  GtkWidget *found = CVN_IS_REPORT_PAPER (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_paper (child);
  return found;
}

static gboolean
has_whole_page (gpointer window)
{
  GtkWidget *paper = find_paper (window);

  return paper != NULL && gtk_widget_get_width (paper) > 0 && gtk_widget_get_width (paper) <= gtk_widget_get_width (window);
}

/* In the narrowest window the first look is at a whole page, whether the report or the size of the window is there first. */
static void
test_narrow (void)
{
  CvnRegisterFixture f = { NULL };
  GtkWidget         *window;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 360, 600);
  window = GTK_WIDGET (cvn_report_window_new (GTK_WINDOW (f.window), f.centre, CVN_REPORT_PROOF_SHEET, "2020"));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_assert_eventually (has_whole_page, window);
  g_assert_cmpint (gtk_widget_get_width (window), <=, 400);
  cvn_ui_settle (window);
  close_report (window);
  cvn_register_fixture_close (&f);
}

static GtkWidget *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_message (gpointer data)
{
  return find_message () != NULL;
}

/* What an e-invoice lacks is said before anybody chooses a file. */
static void
test_e_invoice (void)
{
  CvnRegisterFixture f = { NULL };
  GtkWidget         *window;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = open_report (&f, CVN_REPORT_INVOICE, "B2020-014");
  g_assert_true (gtk_widget_activate_action (window, "report.save-xml", NULL));
  cvn_ui_assert_eventually (has_message, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_message ())), "the IBAN of the centre"));
  take_picture (find_message (), "report-e-invoice.png");
  gtk_window_close (GTK_WINDOW (find_message ()));
  cvn_ui_drain ();
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

/* The window has a paper for each page of the file. */
static void
test_screen_is_paper (void)
{
  CvnRegisterFixture f = { 0 };
  GtkWidget         *window;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) data = NULL;
  g_autoptr (CvnReport) report = NULL;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = open_report (&f, CVN_REPORT_PARTNER, "gem-leiden");
  data = cvn_report_data_read (cvn_centre_get_store (f.centre), CVN_REPORT_PARTNER, "gem-leiden", CVN_LANGUAGE_EN, "2020-12-31", &error);
  g_assert_no_error (error);
  report = cvn_report_make (data);
  g_assert_cmpuint (cvn_ui_count (window, CVN_TYPE_REPORT_PAPER), ==, cvn_report_get_n_pages (report));
  close_report (window);
  cvn_register_fixture_close (&f);
}

static gboolean
is_open (gpointer unused)
{
  return find_report () != NULL && g_strcmp0 (gtk_window_get_title (GTK_WINDOW (find_report ())), "Events, March 2019") == 0;
}

static GtkDropDown *
get_list (GtkWidget *row)
{
  return GTK_DROP_DOWN (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static gboolean
has_partners (gpointer window)
{
  GtkWidget *row = cvn_ui_find_text (window, ADW_TYPE_ACTION_ROW, "Partner");

  return row != NULL && g_list_model_get_n_items (gtk_drop_down_get_model (get_list (row))) > 10;
}

static guint
find_choice (GtkWidget  *row,
             const char *word)
{
  GListModel *words = gtk_drop_down_get_model (get_list (row));

  for (guint i = 0; i < g_list_model_get_n_items (words); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (words, i);

      if (g_str_equal (gtk_string_object_get_string (item), word))
        return i;
    }
  g_assert_not_reached ();
}

/* Each report asks for its own filters, and its record says what was chosen. */
static void
test_filters (void)
{
  static const struct
  {
    guint       report;
    const char *row;
    const char *choice;
    const char *record;
  } rows[] = {
    { 0, "Municipality", "Municipality of Katwijk", "2019 municipality=gem-katwijk" },
    { 2, "Kind", "Municipality", "2019 kind=municipality" },
    { 2, "Partner", "Municipality of Leiden", "2019 partner=gem-leiden" },
    { 3, "Kind", "Expenditure", "2019 kind=cost" },
    { 4, "Status", "Held", "2019 status=held" },
    { 5, "Axis of the vision", "Community", "2019 axis=community" },
    { 5, "Timing", "Later", "2019 timing=later" },
  };
  CvnRegisterFixture f = { 0 };
  CvnReportsWindow  *window;
  GtkWidget         *report;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  cvn_centre_set_year (f.centre, 2019);
  window = cvn_reports_window_new (GTK_WINDOW (f.window), f.centre);
  gtk_window_present (GTK_WINDOW (window));
  report = cvn_ui_find_text (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, "Report");
  adw_combo_row_set_selected (ADW_COMBO_ROW (report), 4);
  cvn_ui_assert_eventually (has_partners, window);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *record = NULL;
      GtkWidget       *row;

      /* Another one between: its filters are gone. */
      adw_combo_row_set_selected (ADW_COMBO_ROW (report), 6);
      adw_combo_row_set_selected (ADW_COMBO_ROW (report), rows[i].report);
      row = cvn_ui_find_text (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, rows[i].row);
      g_assert_nonnull (row);
      gtk_drop_down_set_selected (get_list (row), find_choice (row, rows[i].choice));
      record = cvn_reports_window_dup_record (window);
      g_assert_cmpstr (record, ==, rows[i].record);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (report), 6);
  g_assert_null (cvn_ui_find_text (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Partner"));
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_register_fixture_close (&f);
}

/* A report is chosen with its period and filter, kept under a name, and opened by that. */
static void
test_saved_filter (void)
{
  CvnRegisterFixture f = { 0 };
  CvnReportsWindow  *window;
  g_autofree char   *record = NULL;
  g_autoptr (GPtrArray) saved = NULL;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  cvn_centre_set_year (f.centre, 2019);
  window = cvn_reports_window_new (GTK_WINDOW (f.window), f.centre);
  gtk_window_present (GTK_WINDOW (window));
  adw_combo_row_set_selected (ADW_COMBO_ROW (cvn_ui_find_text (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, "Report")), 4);
  adw_combo_row_set_selected (ADW_COMBO_ROW (cvn_ui_find_text (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, "Period")), 5);
  cvn_ui_assert_eventually (has_partners, window);
  gtk_drop_down_set_selected (get_list (cvn_ui_find_text (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Organised")), 1);
  record = cvn_reports_window_dup_record (window);
  g_assert_cmpstr (record, ==, "2019-03 mode=own");
  cvn_saved_reports_put ("Board", "events", record, "en");
  cvn_saved_reports_put ("Board", "events", "2019-03", "en");
  saved = cvn_saved_reports_load ();
  g_assert_cmpuint (saved->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "reports.open-saved", "(sss)", "events", "2019-03", "en");
  cvn_ui_assert_eventually (is_open, NULL);
  take_picture (GTK_WIDGET (window), "reports.png");
  gtk_window_destroy (GTK_WINDOW (find_report ()));
  gtk_widget_activate_action (GTK_WIDGET (window), "reports.forget", "s", "Board");
  g_ptr_array_unref (saved);
  saved = cvn_saved_reports_load ();
  g_assert_cmpuint (saved->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add_func ("/ui/report-window/e-invoice", test_e_invoice);
  g_test_add_func ("/ui/report-window/narrow", test_narrow);
  g_test_add_func ("/ui/report-window/asks-which-record", test_chooser);
  g_test_add_func ("/ui/report-window/filters-are-saved", test_saved_filter);
  g_test_add_func ("/ui/report-window/each-report-has-its-filters", test_filters);
  g_test_add_func ("/ui/report-window/screen-has-the-pages-of-the-file", test_screen_is_paper);
  return cvn_watchdog_run_tests ();
}
