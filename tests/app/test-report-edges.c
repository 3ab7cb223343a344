/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-edges"

#include "report-support.h"

#include <string.h>

/* Reports of what the sample centre does not have: their rows make their totals, and nothing that is known is left out. */

static char *
dup_text (ReportFixture *f,
          CvnReportName  name,
          const char    *record)
{
  g_autoptr (CvnReport) report = report_make (f, name, record, CVN_LANGUAGE_EN);

  return report_dup_text (report);
}

static void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
set_text (ReportFixture *f,
          const char    *kind,
          const char    *code,
          const char    *field,
          const char    *text)
{
  g_autofree char *id = sample_find (f->store, kind, code);
  g_autoptr (CvnRecord) record = cvn_test_get (f->store, kind, id);

  cvn_record_set_text (record, field, text);
  cvn_test_put (f->store, record);
}

/* By hand: 27,197.56 less 10,000.00 that the bank says came in, less a credit note of 5,000.00. */
static void
test_reminder_asks_what_is_open (ReportFixture *f,
                                 gconstpointer  data)
{
  g_autofree char   *invoice = sample_find (f->store, "invoice", "2018-0001");
  g_autofree char   *customer = sample_find (f->store, "organisation", "gem-leiden");
  g_autofree char   *credits = g_strdup_printf ("credits=%s", invoice);
  g_autofree char   *organisation = g_strdup_printf ("organisation=%s", customer);
  const SampleRecord note[] = {
    { "invoice", "note", { "number=2018-9001", credits, organisation, "date=2018-03-01", "due_date=2018-03-01", "net=-500000", "vat=0", "total=-500000", "status=sent" } },
    { NULL },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cvn_test_sql (f->folder.path, "UPDATE invoice SET status = 'sent', paid_on = NULL WHERE number = '2018-0001'; UPDATE bank_line SET amount = 1000000 WHERE matched_to = 'term-001'");
  before = dup_text (f, CVN_REPORT_REMINDER, "2018-0001");
  assert_has (before, "\t€27,197.56\t€10,000.00\t€17,197.56\n");
  sample_make (f->store, note);
  after = dup_text (f, CVN_REPORT_REMINDER, "2018-0001");
  assert_has (after, "\tReceived\tCredited\tOpen\n");
  assert_has (after, "\t€27,197.56\t€10,000.00\t€5,000.00\t€12,197.56\n");
}

/* An invoice of another program says how much VAT it has, and perhaps not at which rate: the letter asks for what it says. */
static void
test_invoice_keeps_its_amounts (ReportFixture *f,
                                gconstpointer  data)
{
  g_autofree char   *customer = sample_find (f->store, "organisation", "gem-leiden");
  g_autofree char   *organisation = g_strdup_printf ("organisation=%s", customer);
  const SampleRecord invoices[] = {
    { "invoice", "one", { "number=X-1", organisation, "date=2018-03-01", "due_date=2018-03-31", "net=10000", "vat=2100", "total=12100", "status=sent" } },
    { "invoice", "mixed", { "number=X-2", organisation, "date=2018-03-01", "due_date=2018-03-31", "net=10000", "vat=1533", "total=11533", "status=sent" } },
    { "invoice", "none", { "number=X-3", organisation, "date=2018-03-01", "due_date=2018-03-31", "net=10000", "total=10000", "status=sent" } },
    { NULL },
  };
  static const char *const totals[] = { "\t€100.00\t€21.00\t€121.00\n", "\t€100.00\t€15.33\t€115.33\n", "\t€100.00\t€0.00\t€100.00\n" };

  sample_make (f->store, invoices);
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *number = g_strdup_printf ("X-%u", i + 1);
      g_autofree char *text = dup_text (f, CVN_REPORT_INVOICE, number);

      assert_has (text, totals[i]);
    }
}

/* An alliance that contributes as one has no inhabitants and no registrations of its own, but it pays. */
static void
test_alliance_is_not_left_out (ReportFixture *f,
                               gconstpointer  data)
{
  g_autofree char   *covenant = sample_find (f->store, "agreement", "conv-2019");
  g_autofree char   *agreement = g_strdup_printf ("agreement=%s", covenant);
  const SampleRecord records[] = {
    { "organisation", "bollen", { "code=bollen", "name_nl=Bollenstreek", "kind=alliance" } },
    { "commitment", "c", { agreement, "organisation=bollen", "year=2020", "start_date=2020-01-01", "end_date=2020-12-31", "amount=123456" } },
    { NULL },
  };
  g_autofree char *text = NULL;

  sample_make (f->store, records);
  set_text (f, "organisation", "gem-katwijk", "contributes_through", "bollen");
  text = dup_text (f, CVN_REPORT_KEY_FIGURES, "2020");
  assert_has (text, "Bollenstreek\t\t\t€1,234.56\t€0.00\n");
}

/* What a person typed is no formula in a spreadsheet; an amount below zero stays a number. */
static void
test_csv_holds_no_formula (ReportFixture *f,
                           gconstpointer  data)
{
  static const struct
  {
    CvnReportName name;
    const char   *record;
  } rows[] = {
    { CVN_REPORT_CONVENANT, "2020" },
    { CVN_REPORT_PROOF_SHEET, "2020" },
  };
  g_autoptr (CvnReportData) budget = NULL;
  g_autoptr (CvnReportData) proof = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *keys = NULL;

  set_text (f, "organisation", "gem-leiden", "name_en", "=HYPERLINK(1)");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CvnReportData) report = cvn_report_data_read (f->store, rows[i].name, rows[i].record, CVN_LANGUAGE_EN, REPORT_TODAY, &error);
      g_autofree char *table = NULL;

      g_assert_no_error (error);
      table = cvn_report_data_dup_csv (report);
      assert_has (table, ",'=HYPERLINK(1),");
    }
  cvn_test_sql (f->folder.path, "UPDATE budget_line SET description_en = '@SUM', budget = -3501, amended = -3501 WHERE year = 2020 AND line = 'B01'");
  budget = cvn_report_data_read (f->store, CVN_REPORT_BUDGET, "2020", CVN_LANGUAGE_EN, REPORT_TODAY, &error);
  g_assert_no_error (error);
  csv = cvn_report_data_dup_csv (budget);
  assert_has (csv, ",'@SUM,-35.01,-35.01,");
  cvn_test_sql (f->folder.path, "UPDATE allocation_line SET allocation_key = '=1+1' WHERE year = 2020");
  proof = cvn_report_data_read (f->store, CVN_REPORT_PROOF_SHEET, "2020", CVN_LANGUAGE_EN, REPORT_TODAY, &error);
  g_assert_no_error (error);
  keys = cvn_report_data_dup_csv (proof);
  assert_has (keys, "2020,'=1+1,");
}

/* The filter may come before the year. */
static void
test_filter_before_the_year (ReportFixture *f,
                             gconstpointer  data)
{
  g_autofree char *first = dup_text (f, CVN_REPORT_KEY_FIGURES, "municipality=gem-leiden 2019");
  g_autofree char *last = dup_text (f, CVN_REPORT_KEY_FIGURES, "2019 municipality=gem-leiden");

  g_assert_cmpstr (first, ==, last);
}

int
main (int    argc,
      char **argv)
{
  static const ReportTest tests[] = {
    { "reminder-asks-what-is-open", test_reminder_asks_what_is_open },
    { "invoice-keeps-its-amounts", test_invoice_keeps_its_amounts },
    { "alliance-is-not-left-out", test_alliance_is_not_left_out },
    { "csv-holds-no-formula", test_csv_holds_no_formula },
    { "filter-may-come-before-the-year", test_filter_before_the_year },
  };

  g_test_init (&argc, &argv, NULL);
  report_add_tests ("report-edges", tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
