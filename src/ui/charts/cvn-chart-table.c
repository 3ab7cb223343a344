/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-table"

#include "cvn-chart-table.h"

#include "cvn-centre.h"
#include "cvn-chart-summary.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
add_cell (GtkGrid          *grid,
          int               column,
          int               row,
          const char       *text,
          GtkAccessibleRole role)
{
  gboolean   figure = column > 0;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", text,
                                   "xalign", figure ? 1.0 : 0.0,
                                   "hexpand", !figure,
                                   "selectable", role == GTK_ACCESSIBLE_ROLE_CELL,
                                   "wrap", role != GTK_ACCESSIBLE_ROLE_CELL,
                                   NULL);

  if (figure)
    gtk_widget_add_css_class (label, "numeric");
  if (role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER)
    gtk_widget_add_css_class (label, "caption-heading");
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

/* The target of a ladder is one amount for all rungs: a row of its own, not a column with one figure. */
static gboolean
is_column (const CvnChart *chart,
           guint           series)
{
  return cvn_chart_get_kind (chart) != CVN_CHART_LADDER || cvn_chart_get_series_role (chart, series) != CVN_SERIES_TARGET;
}

static void
add_header (GtkGrid        *grid,
            const CvnChart *chart)
{
  int column = 1;

  for (guint s = 0; s < cvn_chart_get_n_series (chart); s++)
    if (is_column (chart, s))
      add_cell (grid, column++, 0, cvn_chart_get_series_name (chart, s), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
add_category (GtkGrid        *grid,
              const CvnChart *chart,
              guint           category)
{
  int row = (int) category + 1;
  int column = 1;

  add_cell (grid, 0, row, cvn_chart_get_full_category (chart, category), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  for (guint s = 0; s < cvn_chart_get_n_series (chart); s++)
    if (is_column (chart, s))
      {
        g_autofree char *value = cvn_chart_dup_value (chart, s, category, cvn_interface_language ());

        add_cell (grid, column++, row, value, GTK_ACCESSIBLE_ROLE_CELL);
      }
}

static void
add_ladder_targets (GtkGrid        *grid,
                    const CvnChart *chart)
{
  int row = (int) cvn_chart_get_n_categories (chart) + 1;

  for (guint s = 0; s < cvn_chart_get_n_series (chart); s++)
    if (!is_column (chart, s))
      {
        g_autofree char *value = cvn_chart_dup_value (chart, s, 0, cvn_interface_language ());

        add_cell (grid, 0, row, cvn_chart_get_series_name (chart, s), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
        add_cell (grid, 1, row++, value, GTK_ACCESSIBLE_ROLE_CELL);
      }
}

static void
add_totals (GtkGrid        *grid,
            const CvnChart *chart)
{
  int      row = (int) cvn_chart_get_n_categories (chart) + 1;
  gboolean named = FALSE;

  for (guint s = 0; s < cvn_chart_get_n_series (chart); s++)
    {
      g_autofree char *total = cvn_chart_dup_total (chart, s, cvn_interface_language ());

      if (total == NULL)
        continue;
      if (!named)
        gtk_widget_add_css_class (add_cell (grid, 0, row, _("Total"), GTK_ACCESSIBLE_ROLE_ROW_HEADER), "heading");
      named = TRUE;
      gtk_widget_add_css_class (add_cell (grid, (int) s + 1, row, total, GTK_ACCESSIBLE_ROLE_CELL), "heading");
    }
}

/**
 * cvn_chart_table_new:
 * @chart: a chart
 *
 * The same figures as the chart shows, for reading, copying and hearing.
 *
 * Returns: (transfer floating): a table
 */
GtkWidget *
cvn_chart_table_new (const CvnChart *chart)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                                  "column-spacing", 12,
                                  "row-spacing", 6,
                                  "vexpand", TRUE,
                                  NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, cvn_chart_get_title (chart), -1);
  add_header (GTK_GRID (grid), chart);
  for (guint c = 0; c < cvn_chart_get_n_categories (chart); c++)
    add_category (GTK_GRID (grid), chart, c);
  if (cvn_chart_get_kind (chart) == CVN_CHART_LADDER)
    add_ladder_targets (GTK_GRID (grid), chart);
  else
    add_totals (GTK_GRID (grid), chart);
  return grid;
}
