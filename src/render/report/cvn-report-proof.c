/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-proof"

#include "cvn-report-words.h"
#include "cvn-reports.h"

#include "cvn-money.h"

static const char *
get_measure (const CvnProofKey *key,
             CvnLanguage        language)
{
  return cvn_report_word (g_strcmp0 (key->method, "inhabitants") == 0 || key->rate != 0 ? CVN_WORD_INHABITANTS : CVN_WORD_WEIGHT, language);
}

static CvnReportTable *
make_table (const CvnProofKey *key,
            CvnLanguage        language)
{
  static const CvnReportWord headings[] = { CVN_WORD_EXACT_SHARE, CVN_WORD_ROUNDED_DOWN, CVN_WORD_REMAINDER, CVN_WORD_CENT_GIVEN };
  CvnReportTable            *table = cvn_report_table_new ();

  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_ORGANISATION, language), CVN_ALIGN_START);
  if (key->divided)
    {
      cvn_report_table_add_column (table, get_measure (key, language), CVN_ALIGN_END);
      for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
        cvn_report_table_add_column (table, cvn_report_word (headings[i], language), CVN_ALIGN_END);
    }
  else if (key->rate != 0)
    {
      cvn_report_table_add_column (table, get_measure (key, language), CVN_ALIGN_END);
      cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_FIXED_AMOUNT, language), CVN_ALIGN_END);
    }
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_AMOUNT, language), CVN_ALIGN_END);
  return table;
}

static void
add_line (CvnReportTable     *table,
          const CvnProofKey  *key,
          const CvnProofLine *line,
          CvnLanguage         language)
{
  g_autofree char *amount = cvn_money_format_euro (line->amount, language);

  cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
  cvn_report_table_add_cell (table, line->name);
  if (key->divided)
    {
      g_autofree char *whole = cvn_money_format (line->whole, language);
      g_autofree char *parts = cvn_proof_key_dup_parts (key, line);

      cvn_report_table_take_cell (table, cvn_report_number (line->weight, language));
      cvn_report_table_take_cell (table, g_strconcat (whole, parts, NULL));
      cvn_report_table_add_cell (table, whole);
      cvn_report_table_take_cell (table, cvn_report_number (line->remainder, language));
      cvn_report_table_take_cell (table, cvn_report_number (line->given, language));
    }
  else if (key->rate != 0)
    {
      cvn_report_table_take_cell (table, cvn_report_number (line->weight, language));
      cvn_report_table_add_euro (table, line->fixed, language);
    }
  cvn_report_table_take_cell (table, key->divided && line->amount != line->whole + line->given ? g_strconcat (amount, " *", NULL) : g_strdup (amount));
}

static void
add_total (CvnReportTable    *table,
           const CvnProofKey *key,
           CvnLanguage        language)
{
  gint64 amount = 0;
  gint64 whole = 0;
  gint64 given = 0;

  for (guint i = 0; i < key->lines->len; i++)
    {
      const CvnProofLine *line = g_ptr_array_index (key->lines, i);

      amount += line->amount;
      whole += line->whole;
      given += line->given;
    }
  cvn_report_table_begin_row (table, CVN_ROW_TOTAL);
  cvn_report_table_add_cell (table, cvn_report_word (CVN_WORD_TOTAL, language));
  if (key->divided)
    {
      cvn_report_table_take_cell (table, cvn_report_number (key->sum, language));
      cvn_report_table_take_cell (table, cvn_money_format (key->total, language));
      cvn_report_table_take_cell (table, cvn_money_format (whole, language));
      cvn_report_table_take_cell (table, NULL);
      cvn_report_table_take_cell (table, cvn_report_number (given, language));
    }
  else if (key->rate != 0)
    {
      cvn_report_table_add_cell (table, NULL);
      cvn_report_table_add_cell (table, NULL);
    }
  cvn_report_table_add_euro (table, amount, language);
}

/* Where the numbers of inhabitants come from. */
static void
add_sources (CvnReport         *report,
             const CvnProofKey *key,
             CvnLanguage        language)
{
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_POPULATION, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_REFERENCE_DATE, language), CVN_ALIGN_TIGHT);
  cvn_report_table_add_column (table, get_measure (key, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_SOURCE, language), CVN_ALIGN_START);
  for (guint i = 0; i < key->lines->len; i++)
    {
      const CvnProofLine *line = g_ptr_array_index (key->lines, i);
      const char         *source = line->source != NULL ? line->source : "";

      if (line->date == NULL && line->source == NULL)
        continue;
      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_add_cell (table, line->name);
      cvn_report_table_take_cell (table, cvn_report_date (line->date, language));
      cvn_report_table_take_cell (table, cvn_report_number (line->weight, language));
      cvn_report_table_take_cell (table, line->estimated ? g_strdup_printf ("%s (%s)", source, cvn_report_word (CVN_WORD_ESTIMATED, language))
                                                         : g_strdup (source));
    }
  cvn_report_take_table (report, table);
}

static gboolean
has_sources (const CvnProofKey *key)
{
  for (guint i = 0; i < key->lines->len; i++)
    {
      const CvnProofLine *line = g_ptr_array_index (key->lines, i);

      if (line->date != NULL || line->source != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What was not worked out with the key is said, not hidden. */
static void
add_notes (CvnReport         *report,
           const CvnProofKey *key,
           CvnLanguage        language)
{
  g_autofree char *sum = cvn_report_number (key->sum, language);
  g_autofree char *total = cvn_money_format_euro (key->total, language);
  g_autofree char *remainder = cvn_report_sentence (CVN_WORD_REMAINDER_OF, language, sum, NULL);
  g_autofree char *differs = cvn_report_sentence (CVN_WORD_DIFFERS, language, total, NULL);

  if (!key->divided)
    {
      cvn_report_add_small_print (report, cvn_report_word (key->rate != 0 ? CVN_WORD_RATE_RULE : CVN_WORD_NOT_DIVIDED, language));
      return;
    }
  cvn_report_add_small_print (report, remainder);
  if (key->differs)
    cvn_report_add_small_print (report, differs);
}

static void
add_key (CvnReport         *report,
         const CvnProofKey *key,
         CvnLanguage        language)
{
  g_autofree char  *heading = cvn_report_sentence (CVN_WORD_KEY, language, key->key, NULL);
  g_autofree char  *method = cvn_report_choice ("allocation_line", "method", key->method, language);
  g_autofree char  *total = cvn_money_format_euro (key->total, language);
  g_autofree char  *sum = cvn_report_number (key->sum, language);
  g_autofree char  *rate = key->rate != 0 ? cvn_money_format_euro (key->rate, language) : NULL;
  g_autofree char  *index = key->index != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, key->index, key->base_index) : NULL;
  const char *const facts[] = {
    cvn_report_word (CVN_WORD_METHOD, language), method,
    cvn_report_word (CVN_WORD_TOTAL_TO_DIVIDE, language), total,
    get_measure (key, language), key->divided ? sum : NULL,
    cvn_report_word (CVN_WORD_RATE, language), rate,
    cvn_report_word (CVN_WORD_INDEX, language), index,
    NULL
  };
  CvnReportTable *table = make_table (key, language);

  cvn_report_add_heading (report, heading);
  cvn_report_add_facts (report, 3, facts);
  for (guint i = 0; i < key->lines->len; i++)
    add_line (table, key, g_ptr_array_index (key->lines, i), language);
  add_total (table, key, language);
  cvn_report_take_table (report, table);
  add_notes (report, key, language);
  if (has_sources (key))
    {
      cvn_report_add_space (report, 12);
      add_sources (report, key, language);
    }
}

/**
 * cvn_report_new_proof:
 * @sheet: keys that have been worked out
 * @language: of the report
 *
 * Everything that is needed to work the amounts out again stands on the page.
 *
 * Returns: (transfer full): the proof sheet
 */
CvnReport *
cvn_report_new_proof (const CvnProofSheet *sheet,
                      CvnLanguage          language)
{
  g_autofree char *title = g_strdup_printf ("%s %d", cvn_report_word (CVN_WORD_PROOF_SHEET, language), sheet->year);
  g_autofree char *today = cvn_report_date (sheet->today, language);
  g_autofree char *made = cvn_report_sentence (CVN_WORD_MADE_ON, language, sheet->centre, today, NULL);
  CvnReport       *report = cvn_report_new (title, language);

  cvn_report_set_author (report, sheet->centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, made);
  cvn_report_add_title (report, title, made);
  if (sheet->keys->len == 0)
    cvn_report_add_paragraph (report, cvn_report_word (CVN_WORD_NOTHING, language));
  else
    cvn_report_add_paragraph (report, cvn_report_word (CVN_WORD_PROOF_RULE, language));
  for (guint i = 0; i < sheet->keys->len; i++)
    add_key (report, g_ptr_array_index (sheet->keys, i), language);
  return report;
}
