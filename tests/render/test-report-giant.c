/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-giant"

#include "cvn-report-table.h"
#include "cvn-report.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Rows that no page has room for. */

#define N_WORDS 4000

/* A table of one row that no page has room for, between two others. */
static CvnReport *
make_giant (CvnReportSheet sheet)
{
  CvnReport      *report = cvn_report_new ("Giant", CVN_LANGUAGE_EN);
  CvnReportTable *table = cvn_report_table_new ();
  GString        *words = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (words, "%sw%05u%s", i > 0 ? " " : "", i, i % 900 == 0 ? "\n" : "");
  cvn_report_set_sheet (report, sheet);
  cvn_report_table_add_column (table, "Date", CVN_ALIGN_TIGHT);
  cvn_report_table_add_column (table, "Words", CVN_ALIGN_START);
  cvn_report_table_add_column (table, "Others", CVN_ALIGN_START);
  for (guint i = 0; i < 3; i++)
    {
      cvn_report_table_begin_row (table, i == 2 ? CVN_ROW_TOTAL : CVN_ROW_NORMAL);
      cvn_report_table_add_cell (table, i == 0 ? "day-before" : i == 1 ? "day-giant"
                                                                       : "day-after");
      cvn_report_table_add_cell (table, i == 1 ? words->str : "small");
      cvn_report_table_add_cell (table, i == 1 ? "one two three four five six seven" : "");
    }
  cvn_report_take_table (report, table);
  g_string_free (words, TRUE);
  return report;
}

static guint
count_in (const char *text,
          const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

static void
assert_giant (const char *text,
              guint       n_pages)
{
  static const char *const once[] = { "day-before", "day-giant", "day-after", "seven" };

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%05u", i);

      if (count_in (text, word) != 1)
        g_error ("%s is there %u times", word, count_in (text, word));
    }
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    g_assert_cmpuint (count_in (text, once[i]), ==, 1);
  /* Each page has the headings. */
  g_assert_cmpuint (count_in (text, "Others"), ==, n_pages);
}

/* A row that is higher than a page goes on on the next ones, with all its words, on paper of any sort. */
static void
test_giant_row (void)
{
  static const CvnReportSheet sheets[] = { CVN_SHEET_A4, CVN_SHEET_A4_LYING, CVN_SHEET_A3 };
  g_autofree char            *program = g_find_program_in_path ("pdftotext");

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (CvnReport) report = make_giant (sheets[i]);
      g_autofree char *folder = g_dir_make_tmp ("convenant-giant-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "giant.pdf", NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      guint n_pages = cvn_report_get_n_pages (report);

      g_assert_cmpuint (n_pages, >, 2);
      for (guint page = 0; page < n_pages; page++)
        {
          g_autofree char *words = cvn_report_dup_page_text (report, page);

          g_string_append (text, words);
        }
      assert_giant (text->str, n_pages);
      g_assert_true (cvn_report_write_pdf (report, path, &error));
      g_assert_no_error (error);
      if (program != NULL)
        {
          g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-layout", path, "-", NULL);
          g_autofree char *found = NULL;

          g_assert_no_error (error);
          g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &found, NULL, &error));
          assert_giant (found, n_pages);
        }
      g_remove (path);
      g_rmdir (folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/report-giant/row", test_giant_row);
  return g_test_run ();
}
