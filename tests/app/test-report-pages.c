/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-pages"

#include "report-support.h"

#include <string.h>

/* How many pages reports have: the sheet of a partner, a long list, and a centre that holds nothing. */

/* The sheet of each party of the covenant is one page, in either language. */
static void
test_one_pager (ReportFixture *f,
                gconstpointer  data)
{
  static const char *const codes[] = { "gem-leiden", "gem-katwijk", "gem-oegstgeest", "univ", "lumc", "ovbsp", "lm", "bd-01", "dv-02" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_PARTNER, codes[i / 2], i % 2 == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN);

      g_assert_cmpuint (cvn_report_get_n_pages (report), ==, 1);
    }
}

#define N_LONG 120

static void
add_events (ReportFixture *f)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("event"), NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LONG; i++)
    {
      g_autoptr (CvnRecord) event = cvn_record_new (cvn_kind_find ("event"));
      g_autofree char *starts = g_strdup_printf ("2031-%02u-%02uT10:00", 1 + i / 10, 1 + i % 10);
      g_autofree char *title = g_strdup_printf ("Bijeenkomst%03u", i);

      cvn_record_set_text (event, "starts", starts);
      cvn_record_set_text (event, "title_nl", title);
      cvn_record_set_text (event, "mode", "own");
      cvn_record_set_text (event, "status", "held");
      cvn_record_set_integer (event, "signed_up", 2);
      cvn_record_set_integer (event, "attended", 1);
      cvn_change_set_add (changes, event);
    }
  cvn_store_apply (f->store, changes, &error);
  g_assert_no_error (error);
}

static guint
count_words (const char *text,
             const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* Row by row as the PDF is read: none is cut or there twice, and each page has the headings and its number. */
static void
test_long_report (ReportFixture *f,
                  gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *pdf = g_build_filename (f->folder.folder, "long.pdf", NULL);
  g_autoptr (CvnReport) report = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint            n_pages;

  add_events (f);
  report = report_make (f, CVN_REPORT_EVENTS, "2031", CVN_LANGUAGE_NL);
  n_pages = cvn_report_get_n_pages (report);
  g_assert_cmpuint (n_pages, >, 2);
  g_assert_true (cvn_report_write_pdf (report, pdf, &error));
  if (program == NULL)
    {
      g_test_skip ("poppler-utils is missing");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-layout", pdf, "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  for (guint i = 0; i < N_LONG; i++)
    {
      g_autofree char *title = g_strdup_printf ("Bijeenkomst%03u", i);

      g_assert_cmpuint (count_words (text, title), ==, 1);
    }
  g_assert_cmpuint (count_words (text, "Aangemeld"), ==, n_pages);
  g_assert_cmpuint (count_words (text, " 240 "), ==, 1);
  last = g_strdup_printf ("pagina %u van %u", n_pages, n_pages);
  g_assert_cmpuint (count_words (text, last), ==, 1);
}

/* Of a centre that holds nothing yet each report says so, on one page. */
static void
test_empty (ReportFixture *f,
            gconstpointer  data)
{
  static const CvnReportName reports[] = { CVN_REPORT_BUDGET, CVN_REPORT_KEY_FIGURES, CVN_REPORT_EVENTS, CVN_REPORT_ROADMAP, CVN_REPORT_PROOF_SHEET };
  CvnTestFolder              folder = { NULL };
  g_autoptr (CvnStore) store = NULL;

  cvn_test_folder_make (&folder);
  store = cvn_store_open (folder.path, CVN_STORE_CREATE, "tester", NULL);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnReportData) gathered = cvn_report_data_read (store, reports[i / 2], "2026", i % 2 == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN, "2026-11-22", &error);
      g_autoptr (CvnReport) report = NULL;
      g_autofree char *text = NULL;
      gsize            size = 0;

      if (gathered == NULL)
        {
          g_test_message ("%s", error->message);
          continue;
        }
      report = cvn_report_make (gathered);
      g_free (cvn_report_to_pdf (report, &size, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (cvn_report_get_n_pages (report), ==, 1);
      text = report_dup_text (report);
      g_assert_cmpuint (strlen (text), >, 40);
    }
  cvn_store_close (store);
  cvn_test_folder_remove (&folder);
}

int
main (int    argc,
      char **argv)
{
  static const ReportTest tests[] = {
    { "partner-sheet-is-one-page", test_one_pager },
    { "long-report-cuts-no-row", test_long_report },
    { "empty-centre-has-reports", test_empty },
  };

  g_test_init (&argc, &argv, NULL);
  report_add_tests ("report-pages", tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
