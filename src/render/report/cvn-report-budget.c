/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-budget"

#include "cvn-money.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

/* Words that only this report has, both languages beside each other. */
typedef enum {
  WORD_BUDGET,
  WORD_LINE,
  WORD_ACTUAL,
  WORD_FORECAST,
  WORD_WEIGHTED,
  WORD_DIFFERENCE,
  WORD_INCOME,
  WORD_COST,
  WORD_RESULT,
  WORD_CHANGES,
  WORD_ADOPTED,
  WORD_AMENDED,
  WORD_YEARS,
  WORD_RULE,
  WORD_NO_BUDGET,
  N_WORDS,
} Word;

static const struct
{
  const char *en;
  const char *nl;
} words[N_WORDS] = {
  [WORD_BUDGET] = { "Budget", "Begroting" },
  [WORD_LINE] = { "Line", "Regel" },
  [WORD_ACTUAL] = { "Actual", "Realisatie" },
  [WORD_FORECAST] = { "Forecast", "Prognose" },
  [WORD_WEIGHTED] = { "Weighted", "Gewogen" },
  [WORD_DIFFERENCE] = { "Difference", "Verschil" },
  [WORD_INCOME] = { "Income", "Baten" },
  [WORD_COST] = { "Expenditure", "Lasten" },
  [WORD_RESULT] = { "Result", "Resultaat" },
  [WORD_CHANGES] = { "Changes since the budget was adopted", "Wijzigingen sinds de begroting is vastgesteld" },
  [WORD_ADOPTED] = { "Adopted", "Vastgesteld" },
  [WORD_AMENDED] = { "Amended", "Gewijzigd" },
  [WORD_YEARS] = { "By year", "Per jaar" },
  [WORD_RULE] = { "The forecast is what is actual, and what is expected of the open months. The difference is the forecast less the budget.",
                  "De prognose is wat gerealiseerd is en wat van de open maanden wordt verwacht. Het verschil is de prognose min de begroting." },
  [WORD_NO_BUDGET] = { "There is no budget for this year.", "Er is geen begroting voor dit jaar." },
};

static const char *
get_word (Word        word,
          CvnLanguage language)
{
  return language == CVN_LANGUAGE_NL ? words[word].nl : words[word].en;
}

static const char *
get_label (CvnTable   *table,
           guint       row,
           CvnLanguage language)
{
  return cvn_table_get_text (table, row, language == CVN_LANGUAGE_EN ? "label_en" : "label");
}

static gboolean
is_sort (CvnTable   *table,
         guint       row,
         const char *sort)
{
  return g_strcmp0 (cvn_table_get_text (table, row, "sort"), sort) == 0;
}

static const char *const columns[] = { "budget", "actual", "committed", "forecast", "weighted" };

static void
add_amounts (CvnReportTable *table,
             const char     *name,
             const gint64   *amounts,
             CvnReportRow    kind,
             CvnLanguage     language)
{
  cvn_report_table_begin_row (table, kind);
  cvn_report_table_add_cell (table, name);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cvn_report_table_add_euro (table, amounts[i], language);
  cvn_report_table_add_euro (table, amounts[3] - amounts[0], language);
}

static void
add_group (CvnReportTable *table,
           CvnTable       *lines,
           const char     *sort,
           const char     *title,
           gint64         *result,
           CvnLanguage     language)
{
  gint64 sums[G_N_ELEMENTS (columns)] = { 0 };
  gint64 sign = g_str_equal (sort, "cost") ? -1 : 1;

  cvn_report_table_begin_row (table, CVN_ROW_GROUP);
  cvn_report_table_add_cell (table, title);
  for (guint row = 0; row < cvn_table_get_n_rows (lines); row++)
    {
      gint64 amounts[G_N_ELEMENTS (columns)];

      if (!is_sort (lines, row, sort))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          amounts[i] = cvn_table_get_integer (lines, row, columns[i]);
          sums[i] += amounts[i];
          result[i] += sign * amounts[i];
        }
      add_amounts (table, get_label (lines, row, language), amounts, CVN_ROW_NORMAL, language);
    }
  add_amounts (table, cvn_report_word (CVN_WORD_TOTAL, language), sums, CVN_ROW_TOTAL, language);
}

/* Of which kind the lines are that are asked for; NULL: of both, and then there is a result. */
static gboolean
allows (const char *kind,
        const char *sort)
{
  return kind == NULL || g_str_equal (kind, sort);
}

static CvnReportTable *
make_lines (CvnTable   *lines,
            const char *kind,
            CvnLanguage language)
{
  CvnReportTable *table = cvn_report_table_new ();
  gint64          result[G_N_ELEMENTS (columns)] = { 0 };

  cvn_report_table_add_column (table, get_word (WORD_LINE, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, get_word (WORD_BUDGET, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (WORD_ACTUAL, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_COMMITTED, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (WORD_FORECAST, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (WORD_WEIGHTED, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (WORD_DIFFERENCE, language), CVN_ALIGN_END);
  if (allows (kind, "income"))
    add_group (table, lines, "income", get_word (WORD_INCOME, language), result, language);
  if (allows (kind, "cost"))
    add_group (table, lines, "cost", get_word (WORD_COST, language), result, language);
  if (kind == NULL)
    add_amounts (table, get_word (WORD_RESULT, language), result, CVN_ROW_TOTAL, language);
  return table;
}

/* What each version says of the lines on which they do not agree; NULL when there is one version, or they agree. */
static CvnReportTable *
make_changes (CvnTable   *versions,
              CvnLanguage language)
{
  guint           n = cvn_table_get_n_rows (versions);
  gint64          last = n > 0 ? cvn_table_get_integer (versions, n - 1, "number") : 0;
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_table_add_column (table, get_word (WORD_LINE, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, get_word (WORD_ADOPTED, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (WORD_AMENDED, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (WORD_DIFFERENCE, language), CVN_ALIGN_END);
  for (guint row = 0; last > 0 && row < n; row++)
    for (guint other = 0; other < n && cvn_table_get_integer (versions, row, "number") == last; other++)
      {
        gint64 before = cvn_table_get_integer (versions, other, "said");
        gint64 after = cvn_table_get_integer (versions, row, "said");

        if (cvn_table_get_integer (versions, other, "number") != 0 || before == after ||
            g_strcmp0 (cvn_table_get_text (versions, other, "id"), cvn_table_get_text (versions, row, "id")) != 0)
          continue;
        cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
        cvn_report_table_add_cell (table, get_label (versions, row, language));
        cvn_report_table_add_euro (table, before, language);
        cvn_report_table_add_euro (table, after, language);
        cvn_report_table_add_euro (table, after - before, language);
      }
  return table;
}

static void
add_year (CvnReportTable *table,
          CvnTable       *years,
          gint64          year,
          const char     *kind,
          CvnLanguage     language)
{
  gint64 income = 0;
  gint64 cost = 0;
  guint  n = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (years); row++)
    if (cvn_table_get_integer (years, row, "year") == year && cvn_table_get_text (years, row, "id") != NULL)
      {
        *(is_sort (years, row, "cost") ? &cost : &income) += cvn_table_get_integer (years, row, "forecast");
        n++;
      }
  if (n == 0)
    return;
  cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
  cvn_report_table_take_cell (table, g_strdup_printf ("%lld", (long long) year));
  if (allows (kind, "income"))
    cvn_report_table_add_euro (table, income, language);
  if (allows (kind, "cost"))
    cvn_report_table_add_euro (table, cost, language);
  if (kind == NULL)
    cvn_report_table_add_euro (table, income - cost, language);
}

static CvnReportTable *
make_years (CvnTable   *years,
            const char *kind,
            CvnLanguage language)
{
  CvnReportTable *table = cvn_report_table_new ();
  gint64          first = cvn_table_get_n_rows (years) > 0 ? cvn_table_get_integer (years, 0, "first") : 0;
  gint64          last = cvn_table_get_n_rows (years) > 0 ? cvn_table_get_integer (years, 0, "last") : -1;

  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_YEAR, language), CVN_ALIGN_START);
  if (allows (kind, "income"))
    cvn_report_table_add_column (table, get_word (WORD_INCOME, language), CVN_ALIGN_END);
  if (allows (kind, "cost"))
    cvn_report_table_add_column (table, get_word (WORD_COST, language), CVN_ALIGN_END);
  if (kind == NULL)
    cvn_report_table_add_column (table, get_word (WORD_RESULT, language), CVN_ALIGN_END);
  for (gint64 year = first; year <= last; year++)
    add_year (table, years, year, kind, language);
  return table;
}

static void
add_tables (CvnReport             *report,
            const CvnFiguresSheet *sheet,
            CvnLanguage            language)
{
  CvnReportTable *changes = make_changes (sheet->budget_versions, language);

  cvn_report_take_table (report, make_lines (sheet->budget_lines, sheet->kind, language));
  cvn_report_add_small_print (report, get_word (WORD_RULE, language));
  cvn_report_add_heading (report, get_word (WORD_CHANGES, language));
  if (cvn_report_table_get_n_rows (changes) == 0)
    cvn_report_add_paragraph (report, cvn_report_word (CVN_WORD_NOTHING, language));
  cvn_report_take_table (report, changes);
  cvn_report_add_heading (report, get_word (WORD_YEARS, language));
  cvn_report_take_table (report, make_years (sheet->budget, sheet->kind, language));
}

/** cvn_report_new_budget: (transfer full): the budget of a year against what is actual and expected, its amendments, and the years beside it. */
CvnReport *
cvn_report_new_budget (const CvnFiguresSheet *sheet,
                       CvnLanguage            language)
{
  g_autofree char *title = g_strdup_printf ("%s %d", get_word (WORD_BUDGET, language), sheet->year);
  g_autofree char *day = cvn_report_date (sheet->today, language);
  g_autofree char *made = cvn_report_sentence (CVN_WORD_MADE_ON, language, sheet->centre, day, NULL);
  CvnReport       *report = cvn_report_new (title, language);

  cvn_report_set_author (report, sheet->centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, made);
  cvn_report_add_title (report, title, made);
  if (sheet->filter != NULL)
    cvn_report_add_paragraph (report, sheet->filter);
  if (cvn_table_get_n_rows (sheet->budget_lines) == 0)
    cvn_report_add_paragraph (report, get_word (WORD_NO_BUDGET, language));
  else
    add_tables (report, sheet, language);
  return report;
}
