/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-csv"

#include "cvn-agreement-words.h"
#include "cvn-csv-cell.h"
#include "cvn-csv-dialect.h"
#include "cvn-money.h"
#include "cvn-report-data-private.h"
#include "cvn-report-words.h"

/** cvn_report_csv_new: (transfer full): an empty file in the forms of @language. */
GString *
cvn_report_csv_new (CvnLanguage language)
{
  return g_string_new (cvn_csv_dialect_get_standard (language)->bom ? "\xef\xbb\xbf" : NULL);
}

/** cvn_report_csv_append: a line of @cells, ended by NULL. */
void
cvn_report_csv_append (GString           *csv,
                       CvnLanguage        language,
                       const char *const *cells)
{
  const CvnCsvDialect *dialect = cvn_csv_dialect_get_standard (language);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, dialect->delimiter);
      cvn_csv_cell_append (csv, cells[i], dialect->delimiter);
    }
  g_string_append (csv, dialect->crlf ? "\r\n" : "\n");
}

static void
append_party (GString                 *csv,
              const CvnAgreementSheet *sheet,
              const CvnAgreementParty *party,
              CvnLanguage              language)
{
  char              mark = language == CVN_LANGUAGE_NL ? ',' : '.';
  g_autofree char  *year = g_strdup_printf ("%d", sheet->year);
  g_autofree char  *state = cvn_report_choice ("agreement_decision", "status", cvn_ladder_get_code (party->state), language);
  g_autofree char  *amount = cvn_money_format_plain (party->amount, mark);
  g_autofree char  *invoiced = cvn_money_format_plain (party->invoiced, mark);
  g_autofree char  *paid = cvn_money_format_plain (party->paid, mark);
  g_autofree char  *at_risk = cvn_money_format_plain (cvn_agreement_party_is_at_risk (party) ? party->amount : 0, mark);
  g_autofree char  *step = cvn_agreement_party_dup_step (party, language);
  g_autofree char  *title = cvn_csv_cell_format_text (sheet->title);
  g_autofree char  *name = cvn_csv_cell_format_text (party->name);
  g_autofree char  *document = cvn_csv_cell_format_text (party->document != NULL ? party->document : "");
  const char *const cells[] = {
    title, year, name, state, party->date != NULL ? party->date : "", document,
    amount, invoiced, paid, at_risk, step, NULL
  };

  cvn_report_csv_append (csv, language, cells);
}

/** cvn_report_csv_dup_agreement: (transfer full): the parties as the report lists them. */
char *
cvn_report_csv_dup_agreement (const CvnAgreementSheet *sheet,
                              CvnLanguage              language)
{
  static const CvnAgreementWord words[] = {
    CVN_AGREEMENT_TITLE, CVN_AGREEMENT_YEAR, CVN_AGREEMENT_PARTY, CVN_AGREEMENT_STATUS, CVN_AGREEMENT_DATE, CVN_AGREEMENT_DOCUMENT,
    CVN_AGREEMENT_COMMITTED, CVN_AGREEMENT_INVOICED, CVN_AGREEMENT_PAID, CVN_AGREEMENT_AT_RISK, CVN_AGREEMENT_NEXT_STEP
  };
  const char *heads[G_N_ELEMENTS (words) + 1] = { NULL };
  GString    *csv = cvn_report_csv_new (language);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    heads[i] = cvn_agreement_word (words[i], language);
  cvn_report_csv_append (csv, language, heads);
  for (guint i = 0; i < sheet->parties->len; i++)
    append_party (csv, sheet, g_ptr_array_index (sheet->parties, i), language);
  return g_string_free (csv, FALSE);
}
