/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-view"

#include "cvn-budget-view.h"

#include "cvn-budget-line-pane.h"
#include "cvn-budget-parts.h"
#include "cvn-budget-steps.h"
#include "cvn-budget-version.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

struct _CvnBudgetView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures;
  GtkStack     *stack;
  GtkWidget    *version; /* which one is shown */
  CvnGridList  *list;
  GtkWidget    *pane;
  GtkWidget    *steps;
};

static guint shown_signal;
static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CvnBudgetView, cvn_budget_view, ADW_TYPE_BIN)

static const char *const figure_names[] = { "budget-lines", "budget-months", "budget-versions", NULL };

typedef enum {
  CELL_LINE,
  CELL_BUDGET,
  CELL_ACTUAL,
  CELL_COMMITTED,
  CELL_FORECAST,
  CELL_DIFFERENCE,
  CELL_SHARE,
  CELL_NARROW,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_LINE] = { N_("Line"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_BUDGET] = { N_("Budget"), 105, 1.0f, CVN_NARROW_HIDE },
  [CELL_ACTUAL] = { N_("Actual"), 105, 1.0f, CVN_NARROW_HIDE },
  [CELL_COMMITTED] = { N_("Committed"), 105, 1.0f, CVN_NARROW_HIDE },
  [CELL_FORECAST] = { N_("Forecast"), 105, 1.0f, CVN_NARROW_VALUE },
  [CELL_DIFFERENCE] = { N_("Difference"), 100, 1.0f, CVN_NARROW_HIDE },
  [CELL_SHARE] = { N_("%"), 60, 1.0f, CVN_NARROW_HIDE },
  [CELL_NARROW] = { NULL, CVN_GRID_NARROW_ONLY, 0.0f, CVN_NARROW_LINE },
};

/* What stands in a row: of a line or of several. */
typedef struct
{
  gint64 budget;
  gint64 actual;
  gint64 committed;
  gint64 forecast;
} Sums;

static void
add_sums (Sums       *sums,
          const Sums *more,
          gint64      sign)
{
  sums->budget += sign * more->budget;
  sums->actual += sign * more->actual;
  sums->committed += sign * more->committed;
  sums->forecast += sign * more->forecast;
}

static char *
format_share (const Sums *sums)
{
  gint64 percent;

  if (sums->budget == 0 || !cvn_money_mul_div (sums->forecast, 100, sums->budget, &percent, NULL))
    return g_strdup ("–");
  return g_strdup_printf ("%lld", (long long) percent);
}

static char *
dup_narrow (const Sums *sums)
{
  g_autofree char *budget = cvn_budget_money (sums->budget);
  g_autofree char *actual = cvn_budget_money (sums->actual);

  return g_strdup_printf (_("Budget %1$s, actual %2$s"), budget, actual);
}

static void
fill_plain (const Sums *sums,
            GtkWidget **cells,
            const char *css_class)
{
  const gint64     amounts[] = { sums->budget, sums->actual, sums->committed, sums->forecast };
  g_autofree char *difference = cvn_budget_signed_money (sums->forecast - sums->budget);
  g_autofree char *share = format_share (sums);
  g_autofree char *narrow = dup_narrow (sums);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (cells[CELL_BUDGET + i] == NULL)
      {
        g_autofree char *text = cvn_budget_money (amounts[i]);

        cells[CELL_BUDGET + i] = cvn_grid_cell_new (text, 1.0f, NULL);
      }
  if (cells[CELL_DIFFERENCE] == NULL)
    cells[CELL_DIFFERENCE] = cvn_grid_cell_new (difference, 1.0f, NULL);
  cells[CELL_SHARE] = cvn_grid_cell_new (share, 1.0f, NULL);
  cells[CELL_NARROW] = cvn_grid_cell_new (narrow, 0.0f, NULL);
  gtk_widget_add_css_class (cells[CELL_NARROW], "caption");
  gtk_widget_add_css_class (cells[CELL_NARROW], "dim-label");
  for (guint i = 0; css_class != NULL && i < CELL_NARROW; i++)
    gtk_widget_add_css_class (cells[i], css_class);
}

static char *
dup_sentence (const char *name,
              const Sums *sums)
{
  g_autofree char *budget = cvn_budget_money (sums->budget);
  g_autofree char *actual = cvn_budget_money (sums->actual);
  g_autofree char *forecast = cvn_budget_money (sums->forecast);

  return g_strdup_printf (_("%1$s: budget %2$s, actual %3$s, forecast %4$s"), name, budget, actual, forecast);
}

/* A difference with its sign, that opens the rows of what is expected and of the budget against them. */
static GtkWidget *
make_difference (CvnBudgetView *self,
                 const Sums    *sums,
                 const char    *part)
{
  g_autofree char *text = cvn_budget_signed_money (sums->forecast - sums->budget);
  GtkWidget       *cell = cvn_budget_cell_new (self->centre, sums->forecast - sums->budget, "budget-difference", part, _(columns[CELL_DIFFERENCE].title));

  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (cell))), text);
  return cell;
}

/* Sums open the rows of all their lines; an older version of the budget has no rows. */
static void
add_sum_row (CvnBudgetView *self,
             const char    *name,
             const char    *sort,
             const Sums    *sums)
{
  static const char *const figures[] = { "budget-current", "budget-actual", "budget-committed", "budget-forecast" };
  const gint64             amounts[] = { sums->budget, sums->actual, sums->committed, sums->forecast };
  GtkWidget               *cells[N_CELLS] = { [CELL_LINE] = cvn_grid_cell_new (name, 0.0f, NULL) };
  g_autofree char         *sentence = dup_sentence (name, sums);
  g_autofree char         *parts = cvn_budget_list_parts (cvn_figure_set_get (self->figures, "budget-lines"), sort, 0);
  gboolean                 is_last = cvn_budget_version_is_last (CVN_BUDGET_VERSION (self->version));

  for (guint i = is_last ? 0 : 1; i < G_N_ELEMENTS (figures); i++)
    cells[CELL_BUDGET + i] = cvn_budget_cell_new (self->centre, amounts[i], figures[i], parts, _(columns[CELL_BUDGET + i].title));
  if (is_last)
    cells[CELL_DIFFERENCE] = make_difference (self, sums, parts);
  fill_plain (sums, cells, "heading");
  cvn_grid_list_add (self->list, NULL, sentence, cells);
}

/* Costs above their budget say so in words. */
static char *
dup_over (CvnTable   *table,
          guint       row,
          const Sums *sums)
{
  gboolean         is_cost = g_strcmp0 (cvn_table_get_text (table, row, "sort"), "cost") == 0;
  g_autofree char *over = NULL;

  if (!is_cost || sums->forecast <= sums->budget || g_strcmp0 (cvn_table_get_text (table, row, "over_budget"), "ignore") == 0)
    return NULL;
  over = cvn_budget_money (sums->forecast - sums->budget);
  return g_strdup_printf (_("%s above the budget"), over);
}

static void
add_line (CvnBudgetView *self,
          CvnTable      *table,
          guint          row,
          const Sums    *sums)
{
  static const char *const figures[] = { "budget-actual", "budget-committed", "budget-forecast" };
  const gint64             amounts[] = { sums->actual, sums->committed, sums->forecast };
  const char              *id = cvn_table_get_text (table, row, "id");
  g_autofree char         *name = g_strdup_printf ("%s · %s", cvn_table_get_text (table, row, "line"), cvn_budget_label (table, row));
  g_autofree char         *over = dup_over (table, row, sums);
  g_autofree char         *sentence = dup_sentence (name, sums);
  GtkWidget               *cells[N_CELLS] = { [CELL_LINE] = cvn_grid_cell_new (name, 0.0f, over) };

  if (cvn_budget_version_is_last (CVN_BUDGET_VERSION (self->version)))
    {
      cells[CELL_BUDGET] = cvn_budget_cell_new (self->centre, sums->budget, "budget-current", id, _("Budget"));
      cells[CELL_DIFFERENCE] = make_difference (self, sums, id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    cells[CELL_ACTUAL + i] = cvn_budget_cell_new (self->centre, amounts[i], figures[i], id, _(columns[CELL_ACTUAL + i].title));
  fill_plain (sums, cells, NULL);
  if (over != NULL)
    gtk_widget_add_css_class (cells[CELL_DIFFERENCE], "cvn-over");
  cvn_grid_list_add (self->list, id, sentence, cells);
}

static Sums
add_group (CvnBudgetView *self,
           CvnTable      *table,
           const char    *sort,
           const char    *total)
{
  Sums group = { 0 };

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      Sums sums = { cvn_table_get_integer (table, row, "budget"), cvn_table_get_integer (table, row, "actual"),
                    cvn_table_get_integer (table, row, "committed"), cvn_table_get_integer (table, row, "forecast") };

      if (g_strcmp0 (cvn_table_get_text (table, row, "sort"), sort) != 0)
        continue;
      sums.budget = cvn_budget_version_get_amount (CVN_BUDGET_VERSION (self->version), cvn_table_get_text (table, row, "id"), sums.budget);
      add_sums (&group, &sums, 1);
      add_line (self, table, row, &sums);
    }
  add_sum_row (self, total, sort, &group);
  return group;
}

static void
fill (CvnBudgetView *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "budget-lines");
  guint     n = cvn_table_get_n_rows (table);
  Sums      result;
  Sums      costs;

  cvn_grid_list_begin (self->list, n == 0 ? 0 : n + 3);
  if (n > 0)
    {
      result = add_group (self, table, "income", _("Income"));
      costs = add_group (self, table, "cost", _("Expenditure"));
      add_sums (&result, &costs, -1);
      add_sum_row (self, _("Result"), NULL, &result);
    }
  cvn_grid_list_end (self->list);
}

static void
changed_cb (CvnBudgetView *self)
{
  cvn_budget_version_set_table (CVN_BUDGET_VERSION (self->version), cvn_figure_set_get (self->figures, "budget-versions"));
  fill (self);
  cvn_budget_steps_set_budget (CVN_BUDGET_STEPS (self->steps), cvn_figure_set_get_year (self->figures),
                               cvn_table_get_n_rows (cvn_figure_set_get (self->figures, "budget-lines")) > 0);
  cvn_budget_line_pane_update (CVN_BUDGET_LINE_PANE (self->pane));
  if (cvn_budget_view_shows_line (self) && !cvn_budget_line_pane_has_line (CVN_BUDGET_LINE_PANE (self->pane)))
    cvn_budget_view_show_line (self, NULL);
  g_signal_emit (self, loaded_signal, 0);
}

static void
cvn_budget_view_dispose (GObject *object)
{
  CvnBudgetView *self = CVN_BUDGET_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_view_parent_class)->dispose (object);
}

static void
cvn_budget_view_class_init (CvnBudgetViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_view_dispose;
  loaded_signal = g_signal_new ("loaded", CVN_TYPE_BUDGET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  shown_signal = g_signal_new ("shown-changed", CVN_TYPE_BUDGET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_budget_view_init (CvnBudgetView *self)
{
}

/** cvn_budget_view_new: the budget of the year in focus. */
GtkWidget *
cvn_budget_view_new (CvnCentre *centre)
{
  CvnBudgetView *self = g_object_new (CVN_TYPE_BUDGET_VIEW, NULL);
  GtkWidget     *content;
  GtkWidget     *scrolled = cvn_budget_scrolled_new (&content);

  self->centre = g_object_ref (centre);
  self->figures = cvn_figure_set_new (centre, figure_names);
  self->steps = cvn_budget_steps_new (centre);
  self->version = cvn_budget_version_new ();
  gtk_widget_set_halign (self->steps, GTK_ALIGN_END);
  cvn_budget_version_add (CVN_BUDGET_VERSION (self->version), self->steps);
  gtk_box_append (GTK_BOX (content), self->version);
  self->list = CVN_GRID_LIST (cvn_grid_list_new (columns, N_CELLS, _("Budget"), _("There is no budget for this year. Carry last year’s over with “Next Year”, import a file, or add a line.")));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  self->pane = cvn_budget_line_pane_new (centre, self->figures);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_stack_add_named (self->stack, scrolled, "table");
  gtk_stack_add_named (self->stack, self->pane, "line");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->list, "activated", G_CALLBACK (cvn_budget_view_show_line), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refill", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->version, "chosen", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_budget_view_is_loaded: whether the numbers are there. */
gboolean
cvn_budget_view_is_loaded (CvnBudgetView *self)
{
  return cvn_figure_set_is_loaded (self->figures);
}

/** cvn_budget_view_shows_line: whether a line is open. */
gboolean
cvn_budget_view_shows_line (CvnBudgetView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "line") == 0;
}

/** cvn_budget_view_show_line: opens the line with this id; NULL: shows the table again. */
void
cvn_budget_view_show_line (CvnBudgetView *self,
                           const char    *line)
{
  if (line != NULL)
    cvn_budget_line_pane_set_line (CVN_BUDGET_LINE_PANE (self->pane), line);
  gtk_stack_set_visible_child_name (self->stack, line != NULL ? "line" : "table");
  g_signal_emit (self, shown_signal, 0);
}
