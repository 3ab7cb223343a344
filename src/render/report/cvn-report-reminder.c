/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-reminder"

#include "cvn-identifier.h"
#include "cvn-money.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

static void
add_amounts (CvnReport             *report,
             const CvnInvoiceSheet *sheet)
{
  CvnLanguage      language = sheet->language;
  g_autofree char *due = cvn_report_date (sheet->due_date, language);
  CvnReportTable  *table = cvn_report_table_new ();

  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_INVOICE, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_DUE_DATE, language), CVN_ALIGN_TIGHT);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_AMOUNT, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_PAID, language), CVN_ALIGN_END);
  if (sheet->credited != 0)
    cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_CREDITED, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_OPEN, language), CVN_ALIGN_END);
  cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
  cvn_report_table_add_cell (table, sheet->number);
  cvn_report_table_add_cell (table, due);
  cvn_report_table_add_euro (table, sheet->total, language);
  cvn_report_table_add_euro (table, sheet->paid, language);
  if (sheet->credited != 0)
    cvn_report_table_add_euro (table, sheet->credited, language);
  cvn_report_table_add_euro (table, sheet->total - sheet->paid - sheet->credited, language);
  cvn_report_take_table (report, table);
}

/**
 * cvn_report_new_reminder:
 * @sheet: an invoice that is not paid, with the level of the reminder and its day; from the third on it is the last one
 *
 * Returns: (transfer full): the letter, in the language of the customer
 */
CvnReport *
cvn_report_new_reminder (const CvnInvoiceSheet *sheet)
{
  static const CvnReportWord titles[] = { CVN_WORD_REMINDER_FIRST, CVN_WORD_REMINDER_SECOND, CVN_WORD_REMINDER_LAST };
  static const CvnReportWord texts[] = { CVN_WORD_REMINDER_FIRST_TEXT, CVN_WORD_REMINDER_SECOND_TEXT, CVN_WORD_REMINDER_LAST_TEXT };
  CvnLanguage                language = sheet->language;
  guint                      level = (guint) CLAMP (sheet->level, 1, 3) - 1;
  g_autofree char           *title = g_strdup_printf ("%s %s", cvn_report_word (titles[level], language), sheet->number);
  g_autofree char           *today = cvn_report_date (sheet->today, language);
  g_autofree char           *due = cvn_report_date (sheet->due_date, language);
  g_autofree char           *text = cvn_report_sentence (texts[level], language, sheet->number, due, NULL);
  g_autofree char           *reference = sheet->reference != NULL ? cvn_identifier_group (sheet->reference, 4) : NULL;
  g_autofree char           *iban = sheet->sender.iban != NULL ? cvn_identifier_group (sheet->sender.iban, 4) : NULL;
  const char *const          facts[] = {
             cvn_report_word (CVN_WORD_DATE, language), today,
             cvn_report_word (CVN_WORD_PAYMENT_REFERENCE, language), reference,
             cvn_report_word (CVN_WORD_IBAN, language), iban,
             NULL
  };
  CvnReport *report = cvn_report_new (title, language);

  cvn_report_set_author (report, sheet->sender.name);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, sheet->sender.name);
  cvn_report_add_letter_head (report, &sheet->sender, &sheet->customer);
  cvn_report_add_title (report, title, NULL);
  cvn_report_add_facts (report, 3, facts);
  cvn_report_add_paragraph (report, text);
  add_amounts (report, sheet);
  cvn_report_add_space (report, 8);
  cvn_report_add_paragraph (report, cvn_report_word (CVN_WORD_REMINDER_CROSSED, language));
  return report;
}
