/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-years-view"

#include "cvn-budget-years-view.h"

#include "cvn-budget-parts.h"
#include "cvn-chart-card.h"
#include "cvn-figure-set.h"

#include <glib/gi18n-lib.h>

/* The figure has no more. */
#define MAX_YEARS 9

struct _CvnBudgetYearsView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL before it is looked at */
  GtkWidget    *card;
  GtkWidget    *names; /* the column that stays where it is */
  GtkWidget    *grid;
};

G_DEFINE_FINAL_TYPE (CvnBudgetYearsView, cvn_budget_years_view, ADW_TYPE_BIN)

static const char *const figure_names[] = { "budget-years", NULL };

/* The codes of the lines of one sort, in the order in which they first come. */
static GPtrArray *
collect_lines (CvnTable   *table,
               const char *sort)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      gboolean is_new = g_strcmp0 (cvn_table_get_text (table, row, "sort"), sort) == 0;

      for (guint i = 0; is_new && i < rows->len; i++)
        is_new = g_strcmp0 (cvn_table_get_text (table, GPOINTER_TO_UINT (rows->pdata[i]), "line"), cvn_table_get_text (table, row, "line")) != 0;
      if (is_new)
        g_ptr_array_add (rows, GUINT_TO_POINTER (row));
    }
  return rows;
}

static gboolean
find_line (CvnTable   *table,
           gint64      year,
           const char *sort,
           const char *line,
           guint      *row)
{
  for (*row = 0; *row < cvn_table_get_n_rows (table); (*row)++)
    if (cvn_table_get_integer (table, *row, "year") == year && g_strcmp0 (cvn_table_get_text (table, *row, "sort"), sort) == 0 &&
        g_strcmp0 (cvn_table_get_text (table, *row, "line"), line) == 0)
      return TRUE;
  return FALSE;
}

/* An amount of a year that tells which rows it is made of. */
static void
add_cell (CvnBudgetYearsView *self,
          gint64              cents,
          gint64              year,
          const char         *part,
          const char         *name,
          int                 column,
          int                 row,
          const char         *css_class)
{
  g_autofree char *what = g_strdup_printf ("%s · %lld", name, (long long) year);
  GtkWidget       *cell = cvn_budget_year_cell_new (self->centre, (int) year, cents, "budget-forecast", part, what);

  /* There is room for all of it: the grid scrolls beside the names. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (cell))), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (cell, "in-grid");
  if (css_class != NULL)
    gtk_widget_add_css_class (cell, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), cell, column, row, 1, 1);
}

static int
fill_sort (CvnBudgetYearsView *self,
           CvnTable           *table,
           const char         *sort,
           const char         *total,
           gint64              first,
           guint               n_years,
           gint64             *sums,
           int                 at)
{
  g_autoptr (GPtrArray) lines = collect_lines (table, sort);

  for (guint i = 0; i < lines->len; i++, at++)
    {
      guint known = GPOINTER_TO_UINT (lines->pdata[i]);

      cvn_budget_grid_text (self->names, cvn_budget_label (table, known), -1, at, NULL);
      for (guint y = 0; y < n_years; y++)
        {
          guint row;

          if (!find_line (table, first + y, sort, cvn_table_get_text (table, known, "line"), &row))
            {
              cvn_budget_grid_text (self->grid, "–", (int) y, at, "dim-label");
              continue;
            }
          sums[y] += cvn_table_get_integer (table, row, "forecast");
          add_cell (self, cvn_table_get_integer (table, row, "forecast"), first + y, cvn_table_get_text (table, row, "id"),
                    cvn_budget_label (table, row), (int) y, at, NULL);
        }
    }
  cvn_budget_grid_text (self->names, total, -1, at, "heading");
  for (guint y = 0; y < n_years; y++)
    {
      g_autofree char *parts = cvn_budget_list_parts (table, sort, first + y);

      add_cell (self, sums[y], first + y, parts, total, (int) y, at, "heading");
    }
  return at + 1;
}

static void
fill_chart (CvnBudgetYearsView *self,
            gint64              first,
            guint               n_years,
            const gint64       *income,
            const gint64       *cost)
{
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, _("Income and expenditure by year"));

  for (guint y = 0; y < n_years; y++)
    {
      g_autofree char *year = g_strdup_printf ("%lld", (long long) first + y);

      cvn_chart_add_category (chart, year, year);
    }
  cvn_chart_add_series (chart, _("Income"), CVN_SERIES_PRIMARY, income, n_years);
  cvn_chart_add_series (chart, _("Expenditure"), CVN_SERIES_COMPARISON, cost, n_years);
  cvn_chart_card_set_chart (CVN_CHART_CARD (self->card), chart);
}

static void
fill_head (CvnBudgetYearsView *self,
           gint64              first,
           guint               n_years)
{
  cvn_budget_grid_text (self->names, _("Line"), -1, 0, "caption-heading");
  for (guint y = 0; y < n_years; y++)
    {
      g_autofree char *year = g_strdup_printf ("%lld", (long long) first + y);

      cvn_budget_grid_text (self->grid, year, (int) y, 0, "caption-heading");
    }
}

static void
changed_cb (CvnBudgetYearsView *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "budget-years");
  gint64    first = cvn_table_get_n_rows (table) > 0 ? cvn_table_get_integer (table, 0, "first") : 0;
  gint64    last = cvn_table_get_n_rows (table) > 0 ? cvn_table_get_integer (table, 0, "last") : -1;
  guint     n_years = (guint) CLAMP (last - first + 1, 0, MAX_YEARS);
  gint64    income[MAX_YEARS] = { 0 };
  gint64    cost[MAX_YEARS] = { 0 };
  int       at;

  cvn_budget_grid_clear (self->names);
  cvn_budget_grid_clear (self->grid);
  fill_head (self, first, n_years);
  at = fill_sort (self, table, "income", _("Income"), first, n_years, income, 1);
  at = fill_sort (self, table, "cost", _("Expenditure"), first, n_years, cost, at);
  cvn_budget_grid_text (self->names, _("Result"), -1, at, "heading");
  for (guint y = 0; y < n_years; y++)
    {
      g_autofree char *parts = cvn_budget_list_parts (table, NULL, first + y);

      add_cell (self, income[y] - cost[y], first + y, parts, _("Result"), (int) y, at, "heading");
    }
  fill_chart (self, first, n_years, income, cost);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnBudgetYearsView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_budget_years_view_dispose (GObject *object)
{
  CvnBudgetYearsView *self = CVN_BUDGET_YEARS_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_years_view_parent_class)->dispose (object);
}

static void
cvn_budget_years_view_class_init (CvnBudgetYearsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_years_view_dispose;
}

static void
cvn_budget_years_view_init (CvnBudgetYearsView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/** cvn_budget_years_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_budget_years_view_new (CvnCentre *centre)
{
  CvnBudgetYearsView *self = g_object_new (CVN_TYPE_BUDGET_YEARS_VIEW, NULL);
  GtkWidget          *content;
  GtkWidget          *scrolled = cvn_budget_scrolled_new (&content);

  self->centre = g_object_ref (centre);
  self->card = cvn_chart_card_new ();
  gtk_widget_set_size_request (self->card, -1, 260);
  gtk_box_append (GTK_BOX (content), cvn_budget_text_new (_("What each year brought and cost or, for what is still open, is expected to."), "dim-label"));
  gtk_box_append (GTK_BOX (content), self->card);
  gtk_box_append (GTK_BOX (content), cvn_budget_grid_new (&self->names, &self->grid));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
