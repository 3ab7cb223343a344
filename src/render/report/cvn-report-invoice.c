/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-invoice"

#include "cvn-identifier.h"
#include "cvn-money.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

static void
append_line (GString    *text,
             const char *label,
             const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (label != NULL)
    g_string_append_printf (text, "%s ", label);
  g_string_append (text, value);
}

static char *
dup_sender_lines (const CvnLetterParty *sender,
                  CvnLanguage           language)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *iban = sender->iban != NULL ? cvn_identifier_group (sender->iban, 4) : NULL;

  append_line (text, NULL, sender->address);
  append_line (text, NULL, sender->phone);
  append_line (text, NULL, sender->email);
  append_line (text, NULL, sender->website);
  append_line (text, cvn_report_word (CVN_WORD_IBAN, language), iban);
  append_line (text, cvn_report_word (CVN_WORD_KVK, language), sender->kvk);
  append_line (text, cvn_report_word (CVN_WORD_VAT_ID, language), sender->vat_id);
  return g_string_free (text, FALSE);
}

/** cvn_report_add_letter_head: who writes to whom. */
void
cvn_report_add_letter_head (CvnReport            *self,
                            const CvnLetterParty *sender,
                            const CvnLetterParty *customer)
{
  g_autofree char *lines = dup_sender_lines (sender, cvn_report_get_language (self));

  cvn_report_add_letterhead (self, sender->name != NULL ? sender->name : "", lines, customer->name != NULL ? customer->name : "", customer->address);
}

/* "21%", "9%" or why there is none; NULL when it is not known. */
static char *
dup_rate (const CvnInvoiceSheet *sheet,
          const char            *category,
          int                    rate)
{
  CvnLanguage language = sheet->language;

  static const struct
  {
    const char   *category;
    CvnReportWord word;
  } others[] = {
    { "zero", CVN_WORD_VAT_ZERO },
    { "exempt", CVN_WORD_VAT_EXEMPT },
    { "outside", CVN_WORD_VAT_OUTSIDE },
    { "reverse", CVN_WORD_VAT_REVERSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (category, others[i].category) == 0)
      return g_strdup (cvn_report_word (others[i].word, language));
  if (sheet->rate_unknown)
    return NULL;
  if (rate % 10 == 0)
    return g_strdup_printf ("%d%%", rate / 10);
  return g_strdup_printf ("%d%c%d%%", rate / 10, language == CVN_LANGUAGE_NL ? ',' : '.', rate % 10);
}

static void
add_facts (CvnReport             *report,
           const CvnInvoiceSheet *sheet)
{
  CvnLanguage       language = sheet->language;
  g_autofree char  *date = cvn_report_date (sheet->date, language);
  g_autofree char  *due = sheet->credits == NULL ? cvn_report_date (sheet->due_date, language) : NULL;
  g_autofree char  *reference = sheet->reference != NULL ? cvn_identifier_group (sheet->reference, 4) : NULL;
  const char *const facts[] = {
    cvn_report_word (CVN_WORD_INVOICE_NUMBER, language), sheet->number,
    cvn_report_word (CVN_WORD_DATE, language), date,
    cvn_report_word (CVN_WORD_DUE_DATE, language), due,
    cvn_report_word (CVN_WORD_ORDER_NUMBER, language), sheet->order_reference,
    cvn_report_word (CVN_WORD_YOUR_REFERENCE, language), sheet->customer_reference,
    cvn_report_word (CVN_WORD_PERIOD, language), sheet->period,
    cvn_report_word (CVN_WORD_PAYMENT_REFERENCE, language), reference,
    NULL
  };

  cvn_report_add_facts (report, 3, facts);
}

/** cvn_report_add_invoice_lines: what is asked for, without VAT. */
void
cvn_report_add_invoice_lines (CvnReport             *report,
                              const CvnInvoiceSheet *sheet)
{
  CvnLanguage     language = sheet->language;
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_DESCRIPTION, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_QUANTITY, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_PRICE, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_VAT, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_AMOUNT, language), CVN_ALIGN_END);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const CvnInvoiceLine *line = g_ptr_array_index (sheet->lines, i);

      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_add_cell (table, line->text);
      cvn_report_table_add_cell (table, line->quantity != NULL ? line->quantity : "1");
      cvn_report_table_add_euro (table, line->price, language);
      cvn_report_table_take_cell (table, dup_rate (sheet, line->vat_category, line->vat_rate));
      cvn_report_table_add_euro (table, line->net, language);
    }
  cvn_report_table_begin_row (table, CVN_ROW_TOTAL);
  cvn_report_table_add_cell (table, cvn_report_word (CVN_WORD_TOTAL_WITHOUT_VAT, language));
  for (guint i = 0; i < 3; i++)
    cvn_report_table_add_cell (table, NULL);
  cvn_report_table_add_euro (table, sheet->net, language);
  cvn_report_take_table (report, table);
}

/** cvn_report_add_invoice_vat: the VAT by rate, and the @total, as the word for it says. */
void
cvn_report_add_invoice_vat (CvnReport             *report,
                            const CvnInvoiceSheet *sheet,
                            CvnReportWord          total)
{
  CvnLanguage     language = sheet->language;
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_VAT_SUMMARY, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_TOTAL_WITHOUT_VAT, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_VAT, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_TOTAL_WITH_VAT, language), CVN_ALIGN_END);
  for (guint i = 0; i < sheet->vat->len; i++)
    {
      const CvnVatSum *vat = &g_array_index (sheet->vat, CvnVatSum, i);

      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_take_cell (table, dup_rate (sheet, cvn_vat_get_code (vat->category), (int) vat->rate));
      cvn_report_table_add_euro (table, vat->net, language);
      cvn_report_table_add_euro (table, vat->vat, language);
      cvn_report_table_add_euro (table, vat->net + vat->vat, language);
    }
  cvn_report_table_begin_row (table, CVN_ROW_TOTAL);
  cvn_report_table_add_cell (table, cvn_report_word (total, language));
  cvn_report_table_add_euro (table, sheet->net, language);
  cvn_report_table_add_euro (table, sheet->vat_total, language);
  cvn_report_table_add_euro (table, sheet->total, language);
  cvn_report_take_table (report, table);
}

static gboolean
is_reversed (const CvnInvoiceSheet *sheet)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    if (g_strcmp0 (((CvnInvoiceLine *) sheet->lines->pdata[i])->vat_category, "reverse") == 0)
      return TRUE;
  return FALSE;
}

static void
add_terms (CvnReport             *report,
           const CvnInvoiceSheet *sheet)
{
  CvnLanguage      language = sheet->language;
  g_autofree char *amount = cvn_money_format_euro (sheet->total, language);
  g_autofree char *due = cvn_report_date (sheet->due_date, language);
  g_autofree char *iban = sheet->sender.iban != NULL ? cvn_identifier_group (sheet->sender.iban, 4) : NULL;
  g_autofree char *reference = sheet->reference != NULL ? cvn_identifier_group (sheet->reference, 4) : NULL;
  g_autofree char *terms = NULL;

  if (sheet->credits != NULL)
    terms = cvn_report_sentence (CVN_WORD_CREDIT_TERMS, language, sheet->credits, NULL);
  else if (iban != NULL && sheet->reference != NULL)
    terms = cvn_report_sentence (CVN_WORD_PAYMENT_TERMS_FULL, language, amount, due, iban, reference, NULL);
  else
    terms = cvn_report_sentence (CVN_WORD_PAYMENT_TERMS, language, amount, due, reference != NULL ? reference : sheet->number, NULL);
  cvn_report_add_space (report, 10);
  if (is_reversed (sheet) && sheet->customer.vat_id != NULL)
    {
      g_autofree char *reversed = cvn_report_sentence (CVN_WORD_VAT_REVERSE_TEXT, language, sheet->customer.vat_id, NULL);

      cvn_report_add_paragraph (report, reversed);
    }
  cvn_report_add_paragraph (report, terms);
  if (sheet->note != NULL)
    cvn_report_add_paragraph (report, sheet->note);
}

static void
add_credited (CvnReport             *report,
              const CvnInvoiceSheet *sheet)
{
  g_autofree char *date = cvn_report_date (sheet->credits_date, sheet->language);
  g_autofree char *text = cvn_report_sentence (CVN_WORD_CREDITS, sheet->language, sheet->credits, date, NULL);

  cvn_report_add_paragraph (report, text);
}

/**
 * cvn_report_new_invoice:
 * @sheet: an invoice that has been worked out, or a credit note
 *
 * Returns: (transfer full): the letter, in the language of the customer
 */
CvnReport *
cvn_report_new_invoice (const CvnInvoiceSheet *sheet)
{
  const char      *word = cvn_report_word (sheet->credits == NULL ? CVN_WORD_INVOICE : CVN_WORD_CREDIT_NOTE, sheet->language);
  g_autofree char *title = g_strdup_printf ("%s %s", word, sheet->number);
  CvnReport       *report = cvn_report_new (title, sheet->language);

  cvn_report_set_author (report, sheet->sender.name);
  cvn_report_set_date (report, sheet->date);
  cvn_report_set_footer (report, sheet->sender.name);
  cvn_report_add_letter_head (report, &sheet->sender, &sheet->customer);
  cvn_report_add_title (report, title, NULL);
  if (sheet->credits != NULL)
    add_credited (report, sheet);
  add_facts (report, sheet);
  cvn_report_add_invoice_lines (report, sheet);
  cvn_report_add_space (report, 10);
  cvn_report_add_invoice_vat (report, sheet, sheet->credits == NULL ? CVN_WORD_AMOUNT_DUE : CVN_WORD_TOTAL);
  add_terms (report, sheet);
  return report;
}
