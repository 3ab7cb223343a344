/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-figures"

#include "cvn-money.h"
#include "cvn-month-name.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

typedef struct
{
  CvnReport             *report;
  const CvnFiguresSheet *sheet;
  CvnLanguage            language;
} Making;

static const char *
say (const Making *making,
     const char   *en,
     const char   *nl)
{
  return making->language == CVN_LANGUAGE_NL ? nl : en;
}

static const char *
get_word (const Making *making,
          CvnReportWord word)
{
  return cvn_report_word (word, making->language);
}

static gint64
sum_budget (const Making *making,
            const char   *sort,
            const char   *column)
{
  gint64 sum = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (making->sheet->budget); row++)
    if (cvn_table_get_integer (making->sheet->budget, row, "year") == making->sheet->year &&
        g_strcmp0 (cvn_table_get_text (making->sheet->budget, row, "sort"), sort) == 0)
      sum += cvn_table_get_integer (making->sheet->budget, row, column);
  return sum;
}

static int
find_part (CvnTable   *table,
           const char *part)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "part"), part) == 0)
      return (int) row;
  return -1;
}

static gint64
get_part (CvnTable   *table,
          const char *part,
          const char *column)
{
  int row = find_part (table, part);

  return row >= 0 ? cvn_table_get_integer (table, (guint) row, column) : 0;
}

static void
add_facts (const Making *making)
{
  const CvnFiguresSheet *sheet = making->sheet;
  g_autofree char       *committed = cvn_money_format_euro (cvn_table_sum (sheet->contributions, "amount"), making->language);
  g_autofree char       *received = cvn_money_format_euro (cvn_table_sum (sheet->received, "amount"), making->language);
  g_autofree char       *fees = cvn_money_format_euro (cvn_table_sum (sheet->fees, "amount"), making->language);
  g_autofree char       *registrations = cvn_report_number (cvn_table_sum (sheet->registrations, "amount"), making->language);
  g_autofree char       *held = cvn_report_number (get_part (sheet->events_held, "held", "amount"), making->language);
  g_autofree char       *visitors = cvn_report_number (get_part (sheet->events_held, "held", "attended"), making->language);
  const char *const      facts[] = {
         say (making, "Contributions committed", "Bijdragen toegezegd"), committed,
         say (making, "Contributions received", "Bijdragen ontvangen"), received,
         get_word (making, CVN_WORD_FEE_REVENUE), fees,
         get_word (making, CVN_WORD_REGISTRATIONS), registrations,
         say (making, "Events held", "Evenementen gehouden"), held,
         get_word (making, CVN_WORD_ATTENDED), visitors,
         NULL
  };

  cvn_report_add_facts (making->report, 3, facts);
}

/* Of one municipality: what is not told apart by municipality is not of it. */
static void
add_place (const Making *making)
{
  const CvnFiguresSheet *sheet = making->sheet;
  g_autofree char       *committed = cvn_money_format_euro (cvn_table_sum (sheet->by_municipality, "amount"), making->language);
  g_autofree char       *received = cvn_money_format_euro (cvn_table_sum (sheet->by_municipality, "received"), making->language);
  g_autofree char       *registrations = cvn_report_number (cvn_table_sum (sheet->registrations_by_municipality, "amount"), making->language);
  const char *const      facts[] = {
         say (making, "Contributions committed", "Bijdragen toegezegd"), committed,
         say (making, "Contributions received", "Bijdragen ontvangen"), received,
         get_word (making, CVN_WORD_REGISTRATIONS), registrations,
         NULL
  };

  cvn_report_add_paragraph (making->report, sheet->filter);
  cvn_report_add_facts (making->report, 3, facts);
}

static void
add_budget_row (const Making   *making,
                CvnReportTable *table,
                CvnReportRow    kind,
                const char     *label,
                const char     *sort)
{
  static const char *const columns[] = { "budget", "actual", "forecast" };

  cvn_report_table_begin_row (table, kind);
  cvn_report_table_add_cell (table, label);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cvn_report_table_add_euro (table, sort != NULL ? sum_budget (making, sort, columns[i]) : sum_budget (making, "income", columns[i]) - sum_budget (making, "cost", columns[i]), making->language);
}

static void
add_budget (const Making *making)
{
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_add_heading (making->report, say (making, "Budget and actuals", "Begroting en realisatie"));
  cvn_report_table_add_column (table, "", CVN_ALIGN_START);
  cvn_report_table_add_column (table, say (making, "Budget", "Begroting"), CVN_ALIGN_END);
  cvn_report_table_add_column (table, say (making, "Actual", "Realisatie"), CVN_ALIGN_END);
  cvn_report_table_add_column (table, say (making, "Forecast", "Prognose"), CVN_ALIGN_END);
  add_budget_row (making, table, CVN_ROW_NORMAL, say (making, "Income", "Baten"), "income");
  add_budget_row (making, table, CVN_ROW_NORMAL, say (making, "Expenditure", "Lasten"), "cost");
  add_budget_row (making, table, CVN_ROW_TOTAL, say (making, "Result", "Resultaat"), NULL);
  cvn_report_take_table (making->report, table);
}

static void
add_months (const Making *making)
{
  CvnTable          *months = making->sheet->by_month;
  guint              n = cvn_table_get_n_rows (months);
  g_autofree gint64 *now = g_new0 (gint64, n + 1);
  g_autofree gint64 *before = g_new0 (gint64, n + 1);
  g_autofree char   *this_year = g_strdup_printf ("%d", making->sheet->year);
  g_autofree char   *last_year = g_strdup_printf ("%d", making->sheet->year - 1);
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, get_word (making, CVN_WORD_FEE_REVENUE));

  for (guint row = 0; row < n; row++)
    {
      cvn_chart_add_category (chart, cvn_month_name_short ((guint) cvn_table_get_integer (months, row, "month"), making->language), NULL);
      now[row] = cvn_table_get_integer (months, row, "amount");
      before[row] = cvn_table_get_integer (months, row, "last_year");
    }
  cvn_chart_add_series (chart, last_year, CVN_SERIES_COMPARISON, before, n);
  cvn_chart_add_series (chart, this_year, CVN_SERIES_PRIMARY, now, n);
  cvn_report_add_heading (making->report, say (making, "Fee revenue by month", "Opbrengst leges per maand"));
  cvn_report_add_chart (making->report, chart, 150);
}

static const char *
get_name (const Making *making,
          CvnTable     *table,
          guint         row)
{
  const char *nl = cvn_table_get_text (table, row, "name_nl");
  const char *en = cvn_table_get_text (table, row, "name_en");
  const char *own = making->language == CVN_LANGUAGE_NL ? nl : en;

  return own != NULL ? own : nl != NULL ? nl
                                        : en;
}

/* An alliance that contributes as one has no inhabitants and no registrations of its own. */
static void
add_contributors (const Making   *making,
                  CvnReportTable *table)
{
  CvnTable *due = making->sheet->by_municipality;

  for (guint row = 0; row < cvn_table_get_n_rows (due); row++)
    {
      if (find_part (making->sheet->registrations_by_municipality, cvn_table_get_text (due, row, "part")) >= 0)
        continue;
      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_add_cell (table, get_name (making, due, row));
      cvn_report_table_add_cell (table, NULL);
      cvn_report_table_add_cell (table, NULL);
      cvn_report_table_add_euro (table, cvn_table_get_integer (due, row, "amount"), making->language);
      cvn_report_table_add_euro (table, cvn_table_get_integer (due, row, "received"), making->language);
    }
}

static void
add_municipalities (const Making *making)
{
  CvnTable       *counts = making->sheet->registrations_by_municipality;
  CvnTable       *due = making->sheet->by_municipality;
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_add_heading (making->report, say (making, "Municipalities", "Gemeenten"));
  cvn_report_table_add_column (table, say (making, "Municipality", "Gemeente"), CVN_ALIGN_START);
  cvn_report_table_add_column (table, get_word (making, CVN_WORD_INHABITANTS), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (making, CVN_WORD_REGISTRATIONS), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (making, CVN_WORD_COMMITTED), CVN_ALIGN_END);
  cvn_report_table_add_column (table, get_word (making, CVN_WORD_PAID), CVN_ALIGN_END);
  for (guint row = 0; row < cvn_table_get_n_rows (counts); row++)
    {
      const char *id = cvn_table_get_text (counts, row, "part");

      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_add_cell (table, get_name (making, counts, row));
      cvn_report_table_take_cell (table, cvn_report_number (cvn_table_get_integer (counts, row, "inhabitants"), making->language));
      cvn_report_table_take_cell (table, cvn_report_number (cvn_table_get_integer (counts, row, "amount"), making->language));
      cvn_report_table_add_euro (table, get_part (due, id, "amount"), making->language);
      cvn_report_table_add_euro (table, get_part (due, id, "received"), making->language);
    }
  add_contributors (making, table);
  if (cvn_report_table_get_n_rows (table) == 0)
    cvn_report_add_paragraph (making->report, get_word (making, CVN_WORD_NOTHING));
  cvn_report_take_table (making->report, table);
}

/** cvn_report_new_key_figures: (transfer full): the figures of a year on one or two pages. */
CvnReport *
cvn_report_new_key_figures (const CvnFiguresSheet *sheet,
                            CvnLanguage            language)
{
  g_autofree char *title = g_strdup_printf ("%s %d", language == CVN_LANGUAGE_NL ? "Kerncijfers" : "Key figures", sheet->year);
  CvnReport       *report = cvn_report_new (title, language);
  Making           making = { report, sheet, language };
  g_autofree char *day = cvn_report_date (sheet->today, language);
  g_autofree char *made = cvn_report_sentence (CVN_WORD_MADE_ON, language, sheet->centre, day, NULL);

  cvn_report_set_author (report, sheet->centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, made);
  cvn_report_add_title (report, title, made);
  if (sheet->place != NULL)
    add_place (&making);
  else
    {
      add_facts (&making);
      add_budget (&making);
      add_months (&making);
    }
  add_municipalities (&making);
  return report;
}
