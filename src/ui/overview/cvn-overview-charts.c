/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-overview-charts"

#include "cvn-overview-charts.h"

#include "cvn-money.h"
#include "cvn-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gint64 *
read_column (CvnTable   *table,
             const char *column)
{
  guint   n = cvn_table_get_n_rows (table);
  int     place = cvn_table_find_column (table, column);
  gint64 *values = g_new0 (gint64, MAX (1, n));

  for (guint row = 0; row < n; row++)
    {
      const CvnValue *value = cvn_table_get (table, row, (guint) place);

      values[row] = cvn_value_is_none (value) ? CVN_CHART_NONE : value->integer;
    }
  return values;
}

static gboolean
has_any (const gint64 *values,
         guint         n)
{
  for (guint i = 0; i < n; i++)
    if (values[i] != CVN_CHART_NONE && values[i] != 0)
      return TRUE;
  return FALSE;
}

static void
add_series (CvnChart     *chart,
            CvnTable     *table,
            const char   *column,
            const char   *name,
            CvnSeriesRole role)
{
  g_autofree gint64 *values = read_column (table, column);

  if (role == CVN_SERIES_PRIMARY || has_any (values, cvn_table_get_n_rows (table)))
    cvn_chart_add_series (chart, name, role, values, cvn_table_get_n_rows (table));
}

/** cvn_overview_chart_thermometer: how much of the target is pledged, decided, signed, invoiced and paid. */
CvnChart *
cvn_overview_chart_thermometer (CvnFigureSet *figures)
{
  static const struct
  {
    const char *part;
    const char *label;
  } steps[] = {
    { "pledged", N_("Pledged") },
    { "decided", N_("Decided") },
    { "signed", N_("Signed") },
    { "invoiced", N_("Invoiced") },
    { "paid", N_("Paid") },
  };
  CvnChart *chart = cvn_chart_new (CVN_CHART_LADDER, CVN_UNIT_EURO, _("Commitments"));
  gint64    amounts[G_N_ELEMENTS (steps)];
  gint64    targets[G_N_ELEMENTS (steps)];

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      cvn_chart_add_category (chart, _(steps[i].label), NULL);
      amounts[i] = cvn_figure_set_get_part (figures, "commitment-thermometer", steps[i].part, "amount");
      targets[i] = cvn_figure_set_get_part (figures, "commitment-thermometer", "target", "amount");
    }
  cvn_chart_add_series (chart, _("Amount"), CVN_SERIES_PRIMARY, amounts, G_N_ELEMENTS (steps));
  if (targets[0] > 0)
    cvn_chart_add_series (chart, _("Target"), CVN_SERIES_TARGET, targets, G_N_ELEMENTS (steps));
  return chart;
}

/* On a chart the place says enough: everybody knows that these are municipalities. */
static const char *
strip_municipality (const char *name)
{
  static const char *const prefixes[] = { "Gemeente ", "Municipality of " };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return name + strlen (prefixes[i]);
  return name;
}

static const char *
get_place (CvnFigureSet *figures,
           CvnTable     *table,
           guint         row)
{
  return strip_municipality (cvn_figure_set_get_title (figures, cvn_table_get_text (table, row, "id")));
}

/** cvn_overview_chart_contributions: due and received per municipality, and in the label euro per inhabitant. */
CvnChart *
cvn_overview_chart_contributions (CvnFigureSet *figures)
{
  CvnChart   *chart = cvn_chart_new (CVN_CHART_ROWS, CVN_UNIT_EURO, _("Contributions per municipality"));
  CvnTable   *table = cvn_figure_set_get (figures, "contributions-by-municipality");
  CvnLanguage language = cvn_interface_language ();

  for (guint row = 0; table != NULL && row < cvn_table_get_n_rows (table); row++)
    {
      const char      *place = get_place (figures, table, row);
      gint64           cents = cvn_table_get_integer (table, row, "per_inhabitant");
      g_autofree char *each = cvn_money_format_euro (cents, language);
      g_autofree char *label = NULL;
      g_autofree char *full = NULL;

      if (cents == 0)
        {
          cvn_chart_add_category (chart, place, NULL);
          continue;
        }
      /* Translators: a municipality and what it pays for each of its inhabitants: "Leiden, €0.44 per inhabitant". */
      full = g_strdup_printf (_("%s, %s per inhabitant"), place, each);
      label = g_strdup_printf ("%s (%s)", place, each);
      cvn_chart_add_category (chart, label, full);
    }
  if (table != NULL)
    {
      add_series (chart, table, "amount", _("Due"), CVN_SERIES_COMPARISON);
      add_series (chart, table, "received", _("Received"), CVN_SERIES_PRIMARY);
    }
  return chart;
}

/** cvn_overview_chart_fees: fee revenue per month beside last year and the budget. */
CvnChart *
cvn_overview_chart_fees (CvnFigureSet *figures)
{
  CvnChart        *chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, _("Fee revenue per month"));
  CvnTable        *table = cvn_figure_set_get (figures, "fee-revenue-by-month");
  int              year = cvn_figure_set_get_year (figures);
  g_autofree char *this_year = g_strdup_printf ("%d", year);
  g_autofree char *last_year = g_strdup_printf ("%d", year - 1);

  for (int month = 0; month < 12; month++)
    {
      g_autofree char *label = cvn_month_format_short (year * 12 + month, cvn_interface_language ());
      g_autofree char *full = cvn_month_format (year * 12 + month, cvn_interface_language ());

      cvn_chart_add_category (chart, label, full);
    }
  if (table != NULL)
    {
      add_series (chart, table, "amount", this_year, CVN_SERIES_PRIMARY);
      add_series (chart, table, "last_year", last_year, CVN_SERIES_COMPARISON);
      add_series (chart, table, "budget", _("Budget"), CVN_SERIES_TARGET);
    }
  return chart;
}

/** cvn_overview_chart_registrations: each municipality's share in the registrations beside its share in the inhabitants. */
CvnChart *
cvn_overview_chart_registrations (CvnFigureSet *figures)
{
  CvnChart *chart = cvn_chart_new (CVN_CHART_ROWS, CVN_UNIT_PERMILLE, _("Share of registrations and of inhabitants"));
  CvnTable *table = cvn_figure_set_get (figures, "registrations-by-municipality");

  for (guint row = 0; table != NULL && row < cvn_table_get_n_rows (table); row++)
    cvn_chart_add_category (chart, get_place (figures, table, row), NULL);
  if (table != NULL)
    {
      add_series (chart, table, "share", _("Registrations"), CVN_SERIES_PRIMARY);
      add_series (chart, table, "population_share", _("Inhabitants"), CVN_SERIES_COMPARISON);
    }
  return chart;
}
