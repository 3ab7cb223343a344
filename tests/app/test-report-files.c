/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-files"

#include "cvn-error.h"
#include "cvn-money.h"
#include "report-support.h"

#include <string.h>

/* The reports of the sample centre: their figures are those of the files, and in Dutch they are Dutch. */

/* The digits of "€ 77.059,76" or "124.306". */
static gint64
read_digits (const char *text)
{
  gint64 number = 0;

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      number = number * 10 + g_ascii_digit_value (*text);
  return number;
}

/* Works a key out again from the lines of its table, as a reader with a calculator would. */
static void
recompute (GPtrArray *lines,
           gint64     total)
{
  gint64 sum = 0;
  gint64 left = total;

  for (guint i = 0; i < lines->len; i++)
    sum += read_digits (((char **) lines->pdata[i])[1]);
  for (guint i = 0; i < lines->len; i++)
    left -= total * read_digits (((char **) lines->pdata[i])[1]) / sum;
  for (guint i = 0; i < lines->len; i++)
    {
      char **cells = lines->pdata[i];
      gint64 exact = total * read_digits (cells[1]);
      gint64 n_larger = 0;

      for (guint j = 0; j < lines->len; j++)
        n_larger += total * read_digits (((char **) lines->pdata[j])[1]) % sum > exact % sum;
      g_assert_cmpint (read_digits (cells[3]), ==, exact / sum);
      g_assert_cmpint (read_digits (cells[4]), ==, exact % sum);
      g_assert_cmpint (read_digits (cells[5]), ==, n_larger < left);
      g_assert_cmpint (read_digits (cells[6]), ==, exact / sum + (n_larger < left));
    }
}

static void
test_proof (ReportFixture *f,
            gconstpointer  data)
{
  static const char *const years[] = { "2018", "2019", "2020" };
  static const gint64      totals[] = { 12000000, 12000000, 12480000 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_PROOF_SHEET, years[i], CVN_LANGUAGE_NL);
      g_autofree char *text = report_dup_text (report);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_auto (GStrv) row = g_strsplit (lines[j], "\t", -1);

          if (g_strv_length (row) == 7 && g_str_has_prefix (row[0], "Gemeente "))
            g_ptr_array_add (cells, g_steal_pointer (&row));
        }
      g_assert_cmpuint (cells->len, ==, 6);
      g_assert_null (strchr (text, '*'));
      recompute (cells, totals[i]);
    }
}

static void
test_dutch (ReportFixture *f,
            gconstpointer  data)
{
  static const struct
  {
    CvnReportName name;
    const char   *record;
  } rows[] = {
    { CVN_REPORT_PROOF_SHEET, "2018" },
    { CVN_REPORT_PARTNER, "gem-leiden" },
    { CVN_REPORT_INVOICE, "2018-0001" },
    { CVN_REPORT_INVOICE, "P2019-005" },
    { CVN_REPORT_REMINDER, "B2020-014" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CvnReport) report = report_make (f, rows[i].name, rows[i].record, CVN_LANGUAGE_NL);
      g_autofree char *text = report_dup_text (report);

      report_assert_dutch (text);
    }
}

/* The totals of a partner are those that the pages of the program show. */
static void
test_partner (ReportFixture *f,
              gconstpointer  data)
{
  g_autofree char *id = sample_find (f->store, "organisation", "bd-01");
  g_autoptr (CvnTable) bookings = sample_figure (f->store, "partner-bookings", 2020, REPORT_TODAY, id, FALSE);
  g_autoptr (CvnTable) packages = sample_figure (f->store, "partner-packages", 2020, REPORT_TODAY, id, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) read = cvn_report_data_read (f->store, CVN_REPORT_PARTNER, "bd-01", CVN_LANGUAGE_EN, REPORT_TODAY, &error);
  gint64 bought = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < read->partner->years->len; i++)
    bought += g_array_index (read->partner->years, CvnPartnerYear, i).bought;
  g_assert_cmpint (bought, ==, cvn_table_sum (bookings, "amount") + cvn_table_sum (packages, "amount"));
}

/* What the six municipalities' inhabitants paid makes the fee revenue of the year. */
static void
test_fees (ReportFixture *f,
           gconstpointer  data)
{
  static const char *const codes[] = { "gem-leiden", "gem-katwijk", "gem-leiderdorp", "gem-oegstgeest", "gem-voorschoten", "gem-zoeterwoude" };
  g_autoptr (CvnTable) revenue = sample_figure (f->store, "fee-revenue", 2020, REPORT_TODAY, NULL, FALSE);
  gint64 fees = 0;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnReportData) read = cvn_report_data_read (f->store, CVN_REPORT_PARTNER, codes[i], CVN_LANGUAGE_EN, REPORT_TODAY, &error);

      g_assert_no_error (error);
      fees += cvn_partner_sheet_get_year (read->partner, 2020)->fees;
    }
  g_assert_cmpint (fees, ==, cvn_table_sum (revenue, "amount"));
}

static void
test_csv (ReportFixture *f,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) read = cvn_report_data_read (f->store, CVN_REPORT_PROOF_SHEET, "2018", CVN_LANGUAGE_NL, REPORT_TODAY, &error);
  g_autofree char *csv = cvn_report_data_dup_csv (read);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_nonnull (strstr (lines[1], ";124306;274229;2018-01-01;"));
  g_assert_nonnull (strstr (lines[1], "54395,12"));
}

static void
test_missing (ReportFixture *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cvn_report_data_read (f->store, CVN_REPORT_INVOICE, "no such number", CVN_LANGUAGE_NL, REPORT_TODAY, &error));
  g_assert_nonnull (error);
}

/* The words of the PDF itself, where the program that reads them is there. */
static void
test_pdf_text (ReportFixture *f,
               gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *pdf = g_build_filename (f->folder.folder, "proof.pdf", NULL);
  g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_PROOF_SHEET, "2018", CVN_LANGUAGE_NL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (cvn_report_write_pdf (report, pdf, &error));
  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("poppler-utils is missing");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-layout", pdf, "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  report_assert_dutch (text);
  g_assert_nonnull (strstr (text, "Gemeente Leiden"));
  g_assert_nonnull (strstr (text, "54.395,12"));
  g_assert_nonnull (strstr (text, "274.229"));
}

/* On the command line: a file, twice the same. */
static void
test_command (ReportFixture *f,
              gconstpointer  data)
{
  g_autofree char *one = g_build_filename (f->folder.folder, "a.pdf", NULL);
  g_autofree char *other = g_build_filename (f->folder.folder, "b.pdf", NULL);
  const char      *out[] = { one, other };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize            first_size = 0;
  gsize            second_size = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("CVN_PROGRAM"), "--file", f->folder.path, "--report", "invoice",
                                                          "--record", "2018-0001", "--language", "nl", "--output", out[i], NULL);

      g_assert_no_error (error);
      g_assert_true (g_subprocess_wait_check (process, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_true (g_file_get_contents (out[0], &first, &first_size, NULL));
  g_assert_true (g_file_get_contents (out[1], &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
}

/* The result of each year; in Dutch without an English word, and the same figures in English and for a spreadsheet. */
static void
test_budget (ReportFixture *f,
             gconstpointer  data)
{
  static const struct
  {
    const char *year;
    const char *nl;
    const char *en;
  } years[] = { { "2018", "15.813,00", "15,813.00" }, { "2019", "12.081,00", "12,081.00" }, { "2020", "242,00", "242.00" } };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnReport) dutch = report_make (f, CVN_REPORT_BUDGET, years[i].year, CVN_LANGUAGE_NL);
      g_autoptr (CvnReport) english = report_make (f, CVN_REPORT_BUDGET, years[i].year, CVN_LANGUAGE_EN);
      g_autofree char *nl = report_dup_text (dutch);
      g_autofree char *en = report_dup_text (english);

      g_assert_nonnull (strstr (nl, "Resultaat"));
      g_assert_nonnull (strstr (nl, years[i].nl));
      g_assert_nonnull (strstr (en, years[i].en));
      g_assert_null (strstr (nl, "Expenditure"));
      g_assert_null (strstr (en, "Lasten"));
      report_assert_dutch (nl);
    }
}

static void
test_budget_csv (ReportFixture *f,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) gathered = cvn_report_data_read (f->store, CVN_REPORT_BUDGET, "2020", CVN_LANGUAGE_NL, REPORT_TODAY, &error);
  g_autoptr (CvnReportData) none = cvn_report_data_read (f->store, CVN_REPORT_BUDGET, "2031", CVN_LANGUAGE_NL, REPORT_TODAY, NULL);
  g_autofree char *csv = cvn_report_data_dup_csv (gathered);
  g_autoptr (CvnReport) empty = cvn_report_make (none);
  g_autofree char *text = report_dup_text (empty);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (csv, "2020;B03;Baten;Inschrijfkosten;36000,00;27000,00;25350,00;0,00;25350,00;25350,00"));
  g_assert_nonnull (strstr (text, "Er is geen begroting voor dit jaar."));
}

/* The parties of the covenant that runs, on paper and as CSV: the sums are those of the figure, in the language that is asked for. */
static void
test_convenant (ReportFixture *f,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReport) dutch = report_make (f, CVN_REPORT_CONVENANT, "2020", CVN_LANGUAGE_NL);
  g_autoptr (CvnReport) english = report_make (f, CVN_REPORT_CONVENANT, "2020 conv-2019", CVN_LANGUAGE_EN);
  g_autoptr (CvnReportData) parties = cvn_report_data_read (f->store, CVN_REPORT_CONVENANT, "2020", CVN_LANGUAGE_NL, REPORT_TODAY, &error);
  g_autoptr (CvnReportData) none = NULL;
  g_autofree char *in_dutch = report_dup_text (dutch);
  g_autofree char *in_english = report_dup_text (english);
  g_autofree char *csv = cvn_report_data_dup_csv (parties);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (in_dutch, "Compleet: 10 van 10 partijen hebben getekend."));
  g_assert_nonnull (strstr (in_dutch, "218.400,00"));
  g_assert_nonnull (strstr (in_dutch, "Getekende tekst toevoegen"));
  g_assert_null (strstr (in_dutch, "signed"));
  g_assert_nonnull (strstr (in_english, "Complete: 10 of 10 parties have signed."));
  g_assert_nonnull (strstr (in_english, "Extension of the covenant Expat Centre Leiden"));
  g_assert_cmpuint (g_strv_length (lines), ==, 12);
  g_assert_nonnull (strstr (lines[1], "Gemeente Leiden;Getekend;2019-05-28;;56383,10;56383,10;56383,10;0,00;"));
  none = cvn_report_data_read (f->store, CVN_REPORT_CONVENANT, "2020 nothing", CVN_LANGUAGE_NL, REPORT_TODAY, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

/* One sheet of A3 that names every service. */
static void
test_roadmap (ReportFixture *f,
              gconstpointer  data)
{
  g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_ROADMAP, "2020", CVN_LANGUAGE_NL);
  g_autoptr (GPtrArray) rows = sample_read_csv ("routekaart");
  g_autofree char *text = report_dup_text (report);
  g_autofree char *euros = cvn_money_format_euro_short (2400000, CVN_LANGUAGE_NL);
  g_autofree char *missing = g_strdup_printf ("Tekort: %s, 200 uren", euros);
  double           width;
  double           height;

  cvn_report_get_page_size (report, &width, &height);
  g_assert_cmpuint (cvn_report_get_n_pages (report), ==, 1);
  g_assert_cmpint ((int) width, ==, 1190);
  for (guint i = 0; i < rows->len; i++)
    g_assert_nonnull (strstr (text, sample_get (rows->pdata[i], "naam_nl")));
  g_assert_nonnull (strstr (text, missing));
  report_assert_dutch (text);
}

/* The visitors in the line of totals of a list of events. */
static gint64
read_total (const char *text)
{
  const char *line = strstr (text, "\tTotaal\t");
  g_auto (GStrv) cells = NULL;

  g_assert_nonnull (line);
  cells = g_strsplit (line + 1, "\t", 6);
  g_assert_cmpuint (g_strv_length (cells), ==, 6);
  return read_digits (cells[4]);
}

/* Totals follow the filter: what is summed are the rows of the file that fit it. */
static void
test_events (ReportFixture *f,
             gconstpointer  data)
{
  static const struct
  {
    const char *record;
    const char *prefix;
    int         last_month;
    const char *form; /* as the file writes it */
    const char *axis;
  } filters[] = {
    { "2019", "2019", 12, NULL, NULL },
    { "2019-H1", "2019", 6, NULL, NULL },
    { "2019-03", "2019-03", 12, NULL, NULL },
    { "2019 mode=own", "2019", 12, "eigen", NULL },
    { "2019-H1 axis=community", "2019", 6, NULL, "community" },
    { "2018 mode=joint axis=community", "2018", 12, "samen", "community" },
  };
  g_autoptr (GPtrArray) rows = sample_read_csv ("evenementen");
  g_autoptr (GError) error = NULL;

  for (guint p = 0; p < G_N_ELEMENTS (filters); p++)
    {
      g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_EVENTS, filters[p].record, CVN_LANGUAGE_NL);
      g_autofree char *text = report_dup_text (report);
      g_autofree char *total = NULL;
      gint64           cost = 0;
      gint64           visitors = 0;
      guint            n = 0;

      for (guint i = 0; i < rows->len; i++)
        if (g_str_has_prefix (sample_get (rows->pdata[i], "begin"), filters[p].prefix) &&
            g_ascii_strtoll (sample_get (rows->pdata[i], "begin") + 5, NULL, 10) <= filters[p].last_month &&
            (filters[p].form == NULL || g_str_equal (sample_get (rows->pdata[i], "organisatievorm"), filters[p].form)) &&
            (filters[p].axis == NULL || g_str_equal (sample_get (rows->pdata[i], "visie_as"), filters[p].axis)))
          {
            cost += sample_get_integer (rows->pdata[i], "kosten_cent");
            visitors += sample_get_integer (rows->pdata[i], "aanwezig");
            n++;
            g_assert_nonnull (strstr (text, sample_get (rows->pdata[i], "titel_nl")));
          }
      g_test_message ("%s: %u", filters[p].record, n);
      g_assert_cmpuint (n, >, 0);
      total = cvn_money_format_euro (cost, CVN_LANGUAGE_NL);
      g_assert_nonnull (strstr (text, total));
      g_assert_cmpint (read_total (text), ==, visitors);
      report_assert_dutch (text);
    }
  g_assert_null (cvn_report_data_read (f->store, CVN_REPORT_EVENTS, "2019 colour=blue", CVN_LANGUAGE_NL, REPORT_TODAY, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
}

static CvnRecord *
make_event (const char *title,
            const char *starts)
{
  CvnRecord *event = cvn_record_new (cvn_kind_find ("event"));

  cvn_record_set_text (event, "title_nl", title);
  cvn_record_set_text (event, "starts", starts);
  cvn_record_set_text (event, "mode", "own");
  cvn_record_set_text (event, "status", "held");
  return event;
}

/* Lists say how many signed up and what it cost; a template is no event, and what was cancelled is in no total of people. */
static void
test_event_lists (ReportFixture *f,
                  gconstpointer  data)
{
  g_autoptr (CvnRecord) event = make_event ("Lijstavond", "2020-12-30T19:30");
  g_autoptr (CvnRecord) template = make_event ("Sjabloonavond", "2020-12-30T19:30");
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));
  g_autoptr (CvnRecord) cost = cvn_record_new (cvn_kind_find ("event_cost"));
  g_autoptr (CvnReport) report = NULL;
  g_autoptr (CvnReport) nights = NULL;
  g_autoptr (CvnReport) few = NULL;
  g_autofree char *all_counted = NULL;
  g_autofree char *text = NULL;
  g_autofree char *spans = NULL;
  g_autofree char *spent = NULL;
  g_autofree char *row = NULL;

  cvn_record_set_integer (template, "template", 1);
  cvn_record_set_text (signup, "label", "Gezin");
  cvn_record_set_integer (signup, "party", 4);
  cvn_record_set_text (signup, "status", "signed_up");
  cvn_record_set_integer (signup, "attended", 3);
  cvn_record_set_text (cost, "text", "Zaal");
  cvn_record_set_text (cost, "kind", "cost");
  cvn_record_set_integer (cost, "amount", 12345);
  cvn_test_put (f->store, event);
  cvn_test_put (f->store, template);
  cvn_record_set_text (signup, "event", cvn_record_get_id (event));
  cvn_record_set_text (cost, "event", cvn_record_get_id (event));
  cvn_test_put (f->store, signup);
  cvn_test_put (f->store, cost);
  report = report_make (f, CVN_REPORT_EVENTS, "2020", CVN_LANGUAGE_NL);
  text = report_dup_text (report);
  spent = cvn_money_format_euro (12345, CVN_LANGUAGE_NL);
  row = g_strdup_printf ("Lijstavond\tEigen\tGehouden\t4\t3\t%s", spent);
  g_assert_nonnull (strstr (text, row));
  g_assert_null (strstr (text, "Sjabloonavond"));
  g_assert_nonnull (strstr (text, "\t495\t391\t")); /* 589 and 4 signed up, 98 of them to what was cancelled */
  g_assert_nonnull (strstr (text, "telt niet mee in de totalen"));
  nights = report_make (f, CVN_REPORT_EVENTS, "2018", CVN_LANGUAGE_NL);
  spans = report_dup_text (nights);
  g_assert_nonnull (strstr (spans, "28 – 29 september 2018"));
  few = report_make (f, CVN_REPORT_EVENTS, "2020-12", CVN_LANGUAGE_NL);
  all_counted = report_dup_text (few);
  g_assert_null (strstr (all_counted, "telt niet mee"));
}

int
main (int    argc,
      char **argv)
{
  static const ReportTest tests[] = {
    { "proof-sheet-can-be-worked-out-again", test_proof },
    { "dutch-has-no-english", test_dutch },
    { "partner-totals-are-those-of-the-figures", test_partner },
    { "fees-of-the-municipalities-make-the-revenue", test_fees },
    { "proof-sheet-as-csv", test_csv },
    { "budget-is-that-of-the-files", test_budget },
    { "budget-as-csv", test_budget_csv },
    { "convenant-lists-its-parties", test_convenant },
    { "roadmap-is-one-sheet", test_roadmap },
    { "events-add-up-by-filter", test_events },
    { "events-count-their-lists", test_event_lists },
    { "missing-record-is-an-error", test_missing },
    { "pdf-holds-the-words", test_pdf_text },
    { "command-line-gives-the-same-bytes", test_command },
  };

  g_test_init (&argc, &argv, NULL);
  report_add_tests ("report-files", tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
