/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-words"

#include "cvn-invoice-sheet.h"
#include "cvn-proof-sheet.h"
#include "cvn-report-words.h"

#include <string.h>

/* The words of reports in both languages, and the sums that reports work out. */

static void
test_complete (void)
{
  for (guint i = 0; i < CVN_N_WORDS; i++)
    {
      const char *en = cvn_report_word ((CvnReportWord) i, CVN_LANGUAGE_EN);
      const char *nl = cvn_report_word ((CvnReportWord) i, CVN_LANGUAGE_NL);

      g_assert_nonnull (en);
      g_assert_nonnull (nl);
      g_assert_cmpstr (en, !=, "");
      g_assert_cmpstr (nl, !=, "");
      for (char digit = '1'; digit <= '9'; digit++)
        {
          char place[] = { '{', digit, '}', '\0' };

          g_assert_true ((strstr (en, place) != NULL) == (strstr (nl, place) != NULL));
        }
    }
}

static void
test_sentence (void)
{
  g_autofree char *page = cvn_report_sentence (CVN_WORD_PAGE_OF, CVN_LANGUAGE_NL, "2", "12", NULL);
  g_autofree char *place = cvn_report_sentence (CVN_WORD_MADE_ON, CVN_LANGUAGE_EN, "Centre {2} and {1}", "1 May 2020", NULL);
  g_autofree char *status = cvn_report_choice ("invoice", "status", "partly_paid", CVN_LANGUAGE_NL);
  g_autofree char *english = cvn_report_choice ("invoice", "status", "partly_paid", CVN_LANGUAGE_EN);
  g_autofree char *unknown = cvn_report_choice ("invoice", "status", "no such code", CVN_LANGUAGE_EN);

  g_assert_cmpstr (page, ==, "pagina 2 van 12");
  g_assert_cmpstr (place, ==, "Centre {2} and {1}, as of 1 May 2020");
  g_assert_cmpstr (status, ==, "Deels betaald");
  g_assert_cmpstr (english, ==, "Partly paid");
  g_assert_cmpstr (unknown, ==, "no such code");
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64      number;
    const char *en;
    const char *nl;
  } rows[] = {
    { 0, "0", "0" },
    { 999, "999", "999" },
    { 1000, "1,000", "1.000" },
    { 124306, "124,306", "124.306" },
    { -1234567, "\u22121,234,567", "\u22121.234.567" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *en = cvn_report_number (rows[i].number, CVN_LANGUAGE_EN);
      g_autofree char *nl = cvn_report_number (rows[i].number, CVN_LANGUAGE_NL);

      g_assert_cmpstr (en, ==, rows[i].en);
      g_assert_cmpstr (nl, ==, rows[i].nl);
    }
}

/* EUR 170,000 over the six municipalities by their inhabitants of 2018. */
static void
test_proof (void)
{
  static const gint64 weights[] = { 124306, 64956, 27197, 23887, 25453, 8430 };
  static const gint64 amounts[] = { 7705976, 4026751, 1685996, 1480803, 1577882, 522592 };
  g_autoptr (CvnProofSheet) sheet = cvn_proof_sheet_new ();
  g_autoptr (GError) error = NULL;
  CvnProofKey     *key = cvn_proof_sheet_add_key (sheet, "inw-2018", "inhabitants", 17000000);
  g_autofree char *parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    cvn_proof_key_add_line (key, "Party", weights[i], amounts[i]);
  g_assert_true (cvn_proof_key_work_out (key, &error));
  g_assert_no_error (error);
  g_assert_false (key->differs);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      const CvnProofLine *line = g_ptr_array_index (key->lines, i);

      g_assert_cmpint (line->whole + line->given, ==, amounts[i]);
      g_assert_cmpint (line->whole * key->sum + line->remainder, ==, key->total * weights[i]);
    }
  parts = cvn_proof_key_dup_parts (key, g_ptr_array_index (key->lines, 0));
  g_assert_cmpstr (parts, ==, "662676");
  ((CvnProofLine *) key->lines->pdata[2])->amount++;
  g_assert_true (cvn_proof_key_work_out (key, &error));
  g_assert_true (key->differs);
}

static void
test_nothing_to_divide_by (void)
{
  g_autoptr (CvnProofSheet) sheet = cvn_proof_sheet_new ();
  g_autoptr (GError) error = NULL;
  CvnProofKey *key = cvn_proof_sheet_add_key (sheet, "key", "equal", 100);

  cvn_proof_key_add_line (key, "Party", 0, 100);
  g_assert_false (cvn_proof_key_work_out (key, &error));
  g_assert_nonnull (error);
}

static void
test_invoice (void)
{
  static const gint64 net[] = { 150000, 48000, 10000 };
  static const gint64 vat[] = { 31500, 4320, 0 };
  g_autoptr (CvnInvoiceSheet) sheet = cvn_invoice_sheet_new ();
  g_autoptr (GError) error = NULL;

  cvn_invoice_sheet_add_line (sheet, "One", 100000, "taxed", 210);
  cvn_invoice_sheet_add_line (sheet, "Two", 48000, "taxed", 90);
  cvn_invoice_sheet_add_line (sheet, "Three", 50000, "taxed", 210);
  cvn_invoice_sheet_add_line (sheet, "Four", 10000, "outside", 0);
  g_assert_true (cvn_invoice_sheet_work_out (sheet, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sheet->vat->len, ==, 3);
  for (guint i = 0; i < sheet->vat->len; i++)
    {
      const CvnVatSum *sum = &g_array_index (sheet->vat, CvnVatSum, i);
      guint            j = 0;

      while (net[j] != sum->net)
        g_assert_cmpuint (++j, <, G_N_ELEMENTS (net));
      g_assert_cmpint (sum->vat, ==, vat[j]);
    }
  g_assert_cmpint (sheet->net, ==, 208000);
  g_assert_cmpint (sheet->vat_total, ==, 35820);
  g_assert_cmpint (sheet->total, ==, 243820);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/report-words/are-complete", test_complete);
  g_test_add_func ("/core/report-words/make-sentences", test_sentence);
  g_test_add_func ("/core/report-words/write-numbers", test_numbers);
  g_test_add_func ("/core/proof-sheet/gives-the-stated-cents", test_proof);
  g_test_add_func ("/core/proof-sheet/refuses-no-weight", test_nothing_to_divide_by);
  g_test_add_func ("/core/invoice-sheet/sums-vat-by-rate", test_invoice);
  return g_test_run ();
}
