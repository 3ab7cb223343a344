/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-agreement"

#include "cvn-agreement-words.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

#include "cvn-date.h"
#include "cvn-money.h"

static void
add_party (CvnReportTable          *table,
           const CvnAgreementParty *party,
           CvnLanguage              language)
{
  cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
  cvn_report_table_add_cell (table, party->name);
  cvn_report_table_take_cell (table, cvn_agreement_party_dup_state (party, language));
  cvn_report_table_add_cell (table, cvn_agreement_party_get_document (party, language));
  cvn_report_table_take_cell (table, cvn_agreement_promise (party->amount, party->hours, language));
  cvn_report_table_add_euro (table, party->invoiced, language);
  cvn_report_table_add_euro (table, party->paid, language);
  cvn_report_table_add_euro (table, cvn_agreement_party_is_at_risk (party) ? party->amount : 0, language);
  cvn_report_table_take_cell (table, cvn_agreement_party_dup_step (party, language));
}

static void
add_total (CvnReportTable          *table,
           const CvnAgreementSheet *sheet,
           CvnLanguage              language)
{
  gint64 sums[3] = { 0 };
  gint64 hours = 0;

  for (guint i = 0; i < sheet->parties->len; i++)
    {
      const CvnAgreementParty *party = g_ptr_array_index (sheet->parties, i);

      hours += party->hours;
      sums[0] += party->amount;
      sums[1] += party->invoiced;
      sums[2] += party->paid;
    }
  cvn_report_table_begin_row (table, CVN_ROW_TOTAL);
  cvn_report_table_add_cell (table, cvn_report_word (CVN_WORD_TOTAL, language));
  cvn_report_table_add_cell (table, NULL);
  cvn_report_table_add_cell (table, NULL);
  cvn_report_table_take_cell (table, cvn_agreement_promise (sums[0], hours, language));
  for (guint i = 1; i < G_N_ELEMENTS (sums); i++)
    cvn_report_table_add_euro (table, sums[i], language);
  cvn_report_table_add_euro (table, cvn_agreement_sheet_sum_at_risk (sheet), language);
  cvn_report_table_add_cell (table, NULL);
}

static CvnReportTable *
make_table (const CvnAgreementSheet *sheet,
            CvnLanguage              language)
{
  static const struct
  {
    CvnAgreementWord word;
    CvnReportAlign   align;
  } columns[] = {
    { CVN_AGREEMENT_PARTY, CVN_ALIGN_START }, { CVN_AGREEMENT_STATUS, CVN_ALIGN_START }, { CVN_AGREEMENT_DOCUMENT, CVN_ALIGN_START }, { CVN_AGREEMENT_COMMITTED, CVN_ALIGN_END }, { CVN_AGREEMENT_INVOICED, CVN_ALIGN_END }, { CVN_AGREEMENT_PAID, CVN_ALIGN_END }, { CVN_AGREEMENT_AT_RISK, CVN_ALIGN_END }, { CVN_AGREEMENT_NEXT_STEP, CVN_ALIGN_START }
  };
  CvnReportTable *table = cvn_report_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cvn_report_table_add_column (table, cvn_agreement_word (columns[i].word, language), columns[i].align);
  for (guint i = 0; i < sheet->parties->len; i++)
    add_party (table, g_ptr_array_index (sheet->parties, i), language);
  add_total (table, sheet, language);
  return table;
}

static char *
say_days (const CvnAgreementSheet *sheet,
          const char              *iso,
          CvnLanguage              language)
{
  CvnDate          today;
  CvnDate          date;
  g_autofree char *day = iso != NULL ? cvn_report_date (iso, language) : NULL;
  g_autofree char *days = NULL;

  if (day == NULL || !cvn_date_parse_iso (sheet->today, &today, NULL) || !cvn_date_parse_iso (iso, &date, NULL) || cvn_date_compare (&date, &today) < 0)
    return g_steal_pointer (&day);
  days = cvn_report_number (cvn_date_days_between (today, date), language);
  return cvn_report_fill_in (cvn_agreement_word (CVN_AGREEMENT_DAYS_LEFT, language), day, days, NULL);
}

static void
add_facts (CvnReport               *report,
           const CvnAgreementSheet *sheet,
           CvnLanguage              language)
{
  g_autofree char  *kind = cvn_report_choice ("agreement", "kind", sheet->kind, language);
  g_autofree char  *start = cvn_report_date (sheet->start, language);
  g_autofree char  *end = say_days (sheet, sheet->end, language);
  g_autofree char  *notice = say_days (sheet, sheet->notice, language);
  const char *const facts[] = {
    cvn_agreement_word (CVN_AGREEMENT_KIND, language), kind,
    cvn_agreement_word (CVN_AGREEMENT_FROM, language), start,
    cvn_agreement_word (CVN_AGREEMENT_UNTIL, language), end,
    cvn_agreement_word (CVN_AGREEMENT_NOTICE, language), notice,
    NULL
  };

  cvn_report_add_facts (report, 3, facts);
}

/* Whether all have signed, and what is wrong with the period. */
static void
add_verdict (CvnReport               *report,
             const CvnAgreementSheet *sheet,
             CvnLanguage              language)
{
  guint            n_missing;
  gboolean         is_complete = cvn_agreement_sheet_is_complete (sheet, &n_missing);
  g_autofree char *n_signed = cvn_report_number (cvn_agreement_sheet_count_signed (sheet), language);
  g_autofree char *n_parties = cvn_report_number (sheet->parties->len, language);
  g_autofree char *missing = cvn_report_number (n_missing, language);
  g_autofree char *days = cvn_report_number (sheet->days, language);
  g_autofree char *verdict = cvn_report_fill_in (cvn_agreement_word (is_complete ? CVN_AGREEMENT_COMPLETE : CVN_AGREEMENT_INCOMPLETE, language), n_signed, n_parties, missing, NULL);
  g_autofree char *between = NULL;

  cvn_report_add_strong (report, verdict);
  if (sheet->follows_other && sheet->succession != CVN_SUCCESSION_FOLLOWS)
    {
      between = cvn_report_fill_in (cvn_agreement_word (sheet->succession == CVN_SUCCESSION_GAP ? CVN_AGREEMENT_GAP : CVN_AGREEMENT_OVERLAP, language), days, NULL);
      cvn_report_add_paragraph (report, between);
    }
}

/** cvn_report_new_agreement: (transfer full): the parties of an agreement against the ladder, on paper that lies: there are many columns. */
CvnReport *
cvn_report_new_agreement (const CvnAgreementSheet *sheet,
                          CvnLanguage              language)
{
  g_autofree char *today = cvn_report_date (sheet->today, language);
  g_autofree char *made = cvn_report_sentence (CVN_WORD_MADE_ON, language, sheet->centre, today, NULL);
  g_autofree char *year = g_strdup_printf ("%d", sheet->year);
  g_autofree char *rule = cvn_report_fill_in (cvn_agreement_word (CVN_AGREEMENT_RULE, language), year, NULL);
  CvnReport       *report = cvn_report_new (sheet->title, language);

  cvn_report_set_sheet (report, CVN_SHEET_A4_LYING);
  cvn_report_set_author (report, sheet->centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, made);
  cvn_report_add_title (report, sheet->title, made);
  add_facts (report, sheet, language);
  /* Whether all have signed cannot be seen of some. */
  if (sheet->filter != NULL)
    cvn_report_add_paragraph (report, sheet->filter);
  else
    add_verdict (report, sheet, language);
  cvn_report_add_space (report, 6);
  if (sheet->parties->len == 0)
    cvn_report_add_paragraph (report, cvn_report_word (CVN_WORD_NOTHING, language));
  else
    cvn_report_take_table (report, make_table (sheet, language));
  cvn_report_add_small_print (report, rule);
  return report;
}
