/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-invoices"

#include "cvn-error.h"
#include "report-support.h"

#include <string.h>

/* Invoices on paper and as e-invoices. */

/* Every invoice of the sample: what it says is what the file says, to the cent. */
static void
test_invoices (ReportFixture *f,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = sample_read_csv ("facturen");

  for (guint i = 0; i < rows->len; i += 7)
    {
      GHashTable *row = g_ptr_array_index (rows, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnReportData) read = cvn_report_data_read (f->store, CVN_REPORT_INVOICE, sample_get (row, "factuurnummer"), CVN_LANGUAGE_NL, REPORT_TODAY, &error);

      g_assert_no_error (error);
      g_assert_cmpint (read->invoice->net, ==, sample_get_integer (row, "excl_cent"));
      g_assert_cmpint (read->invoice->vat_total, ==, sample_get_integer (row, "btw_cent"));
      g_assert_cmpint (read->invoice->total, ==, sample_get_integer (row, "incl_cent"));
    }
}

static void
put_fields (ReportFixture *f,
            const char    *code,
            const char    *kvk,
            const char    *vat_id,
            const char    *address)
{
  g_autofree char *id = sample_find (f->store, "organisation", code);
  g_autoptr (CvnRecord) organisation = cvn_test_get (f->store, "organisation", id);

  cvn_record_set_text (organisation, "kvk", kvk);
  cvn_record_set_text (organisation, "vat_id", vat_id);
  cvn_record_set_text (organisation, "iban", "NL05DEMO0000000071");
  cvn_record_set_text (organisation, "address", address);
  cvn_test_put (f->store, organisation);
}

/* An e-invoice says what is missing for it, and is there once that is filled in. */
static void
test_e_invoice (ReportFixture *f,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder.folder, "a.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) bare = cvn_report_data_read (f->store, CVN_REPORT_INVOICE, "B2020-014", CVN_LANGUAGE_NL, REPORT_TODAY, &error);
  g_autoptr (CvnReportData) letter = cvn_report_data_read (f->store, CVN_REPORT_REMINDER, "B2020-014", CVN_LANGUAGE_NL, REPORT_TODAY, &error);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *xml = NULL;

  g_assert_no_error (error);
  g_assert_null (cvn_report_data_dup_xml (letter, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (cvn_report_data_dup_xml (bare, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_clear_error (&error);
  put_fields (f, "ecl", "99000001", "NL990000001B01", "Stationsplein 1\n2312 AJ Leiden");
  put_fields (f, "bd-09", "99010009", "NL990100009B01", "Proefweg 2, 2333 CA Leiden");
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("CVN_PROGRAM"), "--file", f->folder.path, "--report", "invoice", "--record", "B2020-014",
                              "--output", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &xml, NULL, &error));
  g_assert_nonnull (strstr (xml, "<cbc:ID>B2020-014</cbc:ID>"));
  g_assert_nonnull (strstr (xml, "<cbc:EndpointID schemeID=\"0106\">99010009</cbc:EndpointID>"));
  g_assert_nonnull (strstr (xml, "<cbc:TaxAmount currencyID=\"EUR\">304.50</cbc:TaxAmount>"));
  g_assert_nonnull (strstr (xml, "<cbc:PayableAmount currencyID=\"EUR\">1754.50</cbc:PayableAmount>"));
}

/* Reads an invoice of another program, of € 100 and this VAT, which says neither lines nor a rate. */
static CvnReportData *
read_taken_over (ReportFixture *f,
                 const char    *number,
                 gint64         vat)
{
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autofree char *organisation = sample_find (f->store, "organisation", "bd-09");
  g_autoptr (GError) error = NULL;
  CvnReportData *data;

  cvn_record_set_text (invoice, "number", number);
  cvn_record_set_text (invoice, "organisation", organisation);
  cvn_record_set_text (invoice, "date", "2020-05-01");
  cvn_record_set_text (invoice, "due_date", "2020-05-31");
  cvn_record_set_integer (invoice, "net", 10000);
  cvn_record_set_integer (invoice, "vat", vat);
  cvn_record_set_integer (invoice, "total", 10000 + vat);
  cvn_test_put (f->store, invoice);
  data = cvn_report_data_read (f->store, CVN_REPORT_INVOICE, number, CVN_LANGUAGE_NL, REPORT_TODAY, &error);
  g_assert_no_error (error);
  return data;
}

/* VAT of one rate says which; VAT of several is not called by a rate that there is none of, and makes no e-invoice. */
static void
test_taken_over (ReportFixture *f,
                 gconstpointer  data)
{
  g_autoptr (CvnReportData) one = NULL;
  g_autoptr (CvnReportData) mixed = NULL;
  g_autoptr (CvnReport) paper = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *text = NULL;

  put_fields (f, "ecl", "99000001", "NL990000001B01", "Stationsplein 1\n2312 AJ Leiden");
  put_fields (f, "bd-09", "99010009", "NL990100009B01", "Proefweg 2, 2333 CA Leiden");
  one = read_taken_over (f, "X1", 900);
  xml = cvn_report_data_dup_xml (one, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xml, "<cbc:Percent>9.0</cbc:Percent>"));
  mixed = read_taken_over (f, "X2", 1500);
  g_assert_null (cvn_report_data_dup_xml (mixed, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "not that of one rate"));
  paper = report_make (f, CVN_REPORT_INVOICE, "X2", CVN_LANGUAGE_NL);
  text = report_dup_text (paper);
  g_assert_null (strstr (text, "15%"));
  g_assert_nonnull (strstr (text, "115,00"));
}

int
main (int    argc,
      char **argv)
{
  static const ReportTest tests[] = {
    { "invoices-say-what-the-files-say", test_invoices },
    { "e-invoice", test_e_invoice },
    { "taken-over-without-lines", test_taken_over },
  };

  g_test_init (&argc, &argv, NULL);
  report_add_tests ("report-invoices", tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
