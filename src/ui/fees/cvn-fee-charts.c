/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-charts"

#include "cvn-fee-charts.h"

#include "cvn-money.h"
#include "cvn-month.h"

#include <glib/gi18n-lib.h>

#define N_MONTHS 12

static gboolean
has_any (const gint64 *values)
{
  for (guint i = 0; i < N_MONTHS; i++)
    if (values[i] != CVN_CHART_NONE && values[i] != 0)
      return TRUE;
  return FALSE;
}

static void
add_column (CvnChart     *chart,
            CvnTable     *table,
            const char   *column,
            const char   *name,
            CvnSeriesRole role)
{
  int    place = cvn_table_find_column (table, column);
  gint64 values[N_MONTHS];

  for (guint month = 0; month < N_MONTHS; month++)
    {
      const CvnValue *value = cvn_table_get (table, month, (guint) place);

      values[month] = cvn_value_is_none (value) ? CVN_CHART_NONE : value->integer;
    }
  if (has_any (values))
    cvn_chart_add_series (chart, name, role, values, N_MONTHS);
}

/* The months with figures, and beside them those that are estimated: an estimate is never drawn as a figure. */
static void
add_year (CvnChart    *chart,
          CvnFeeSheet *sheet,
          CvnTable    *table)
{
  g_autofree char *this_year = g_strdup_printf ("%d", cvn_fee_sheet_get_year (sheet));
  CvnFeeForecast   forecast;
  gboolean         found = cvn_fee_sheet_forecast (sheet, &forecast, NULL);
  gint64           known[N_MONTHS];
  gint64           estimated[N_MONTHS];

  for (guint month = 0; month < N_MONTHS; month++)
    {
      known[month] = found && forecast.estimated[month] ? CVN_CHART_NONE : cvn_table_get_integer (table, month, "amount");
      estimated[month] = found && forecast.estimated[month] ? forecast.months[month] : CVN_CHART_NONE;
    }
  cvn_chart_add_series (chart, this_year, CVN_SERIES_PRIMARY, known, N_MONTHS);
  if (has_any (estimated))
    cvn_chart_add_series (chart, _("Estimate"), CVN_SERIES_ESTIMATE, estimated, N_MONTHS);
}

/** cvn_fee_chart_revenue: (transfer full): revenue per month, beside last year and the budget, with the open months estimated. */
CvnChart *
cvn_fee_chart_revenue (CvnFeeSheet *sheet)
{
  CvnChart        *chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, _("Fee revenue per month"));
  CvnTable        *table = cvn_figure_set_get (cvn_fee_sheet_get_figures (sheet), "fee-revenue-by-month");
  int              year = cvn_fee_sheet_get_year (sheet);
  g_autofree char *last_year = g_strdup_printf ("%d", year - 1);

  for (int month = 0; month < N_MONTHS; month++)
    {
      g_autofree char *label = cvn_month_format_short ((gint64) year * N_MONTHS + month, cvn_interface_language ());
      g_autofree char *full = cvn_month_format ((gint64) year * N_MONTHS + month, cvn_interface_language ());

      cvn_chart_add_category (chart, label, full);
    }
  if (table == NULL || cvn_table_get_n_rows (table) != N_MONTHS)
    return chart;
  add_year (chart, sheet, table);
  add_column (chart, table, "last_year", last_year, CVN_SERIES_COMPARISON);
  add_column (chart, table, "budget", _("Budget"), CVN_SERIES_TARGET);
  return chart;
}

/* In a chart of places the words before their names say nothing. */
static const char *
find_place (CvnFeeSheet *sheet,
            const char  *id)
{
  for (guint row = 0; row < cvn_fee_sheet_get_n_rows (sheet); row++)
    if (g_strcmp0 (cvn_fee_sheet_get_id (sheet, row), id) == 0)
      return cvn_fee_sheet_get_name (sheet, row);
  return "";
}

/** cvn_fee_chart_per_thousand: (transfer full): registrations of each municipality per 1,000 of its inhabitants, in hundredths. */
CvnChart *
cvn_fee_chart_per_thousand (CvnFeeSheet *sheet)
{
  CvnChart          *chart = cvn_chart_new (CVN_CHART_ROWS, CVN_UNIT_HUNDREDTHS, _("Registrations per 1,000 inhabitants"));
  CvnTable          *table = cvn_figure_set_get (cvn_fee_sheet_get_figures (sheet), "registrations-by-municipality");
  guint              n = table != NULL ? cvn_table_get_n_rows (table) : 0;
  g_autofree gint64 *values = g_new0 (gint64, MAX (n, 1));

  for (guint row = 0; row < n; row++)
    {
      cvn_chart_add_category (chart, find_place (sheet, cvn_table_get_text (table, row, "id")), NULL);
      if (!cvn_fee_per_thousand (cvn_table_get_integer (table, row, "amount"), cvn_table_get_integer (table, row, "inhabitants"), &values[row], NULL))
        values[row] = CVN_CHART_NONE;
    }
  cvn_chart_add_series (chart, _("Registrations"), CVN_SERIES_PRIMARY, values, n);
  return chart;
}

/** cvn_fee_chart_explain: (transfer full): how the estimate of the open months comes about, with its numbers; or why there is none. */
char *
cvn_fee_chart_explain (CvnFeeSheet *sheet)
{
  CvnLanguage    language = cvn_interface_language ();
  CvnFeeForecast forecast;
  g_autoptr (GError) error = NULL;
  g_autofree char *known = NULL;
  g_autofree char *total = NULL;
  g_autofree char *rest = NULL;
  guint            n_open = 0;

  if (!cvn_fee_sheet_forecast (sheet, &forecast, &error))
    return g_strdup (error->message);
  for (guint month = 0; month < N_MONTHS; month++)
    n_open += forecast.estimated[month];
  if (n_open == 0)
    return g_strdup (_("All months of this year have figures: nothing is estimated."));
  known = cvn_money_format_euro (forecast.known_total, language);
  rest = cvn_money_format_euro (forecast.total - forecast.known_total, language);
  total = cvn_money_format_euro (forecast.total, language);
  return g_strdup_printf (_("Months without figures are estimated from the last five years that have figures for all months.\n\n"
                             "Share of a month = its revenue in those years ÷ their whole revenue.\n"
                             "Whole year = revenue of the known months ÷ the shares of the known months.\n"
                             "Open months = whole year − known months, divided by the shares of the open months, to the cent.\n"
                             "When no month is known, the open months get the average of those years.\n\n"
                             "Known: %1$s. Estimate: %2$s. Whole year: %3$s."),
                          known, rest, total);
}
