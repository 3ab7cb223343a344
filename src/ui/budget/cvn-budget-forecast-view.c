/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-forecast-view"

#include "cvn-budget-forecast-view.h"

#include "cvn-budget-operations.h"
#include "cvn-budget-parts.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-operation-dialog.h"
#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

/* As many as there are decisions. */
#define MAX_WEIGHTS 12

/* A weight is written when it has not been turned for so long. */
#define SETTLE_MS 400

typedef struct
{
  char      *status;
  GtkWidget *spin;
  GtkWidget *open;
  guint      source; /* of the timeout that writes it */
} Weight;

struct _CvnBudgetForecastView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL before it is looked at */
  CvnGridList  *list;
  GtkWidget    *sentence;
  GtkWidget    *weight_list;
  Weight        weights[MAX_WEIGHTS];
  guint         n_weights;
  gboolean      is_filling;
};

G_DEFINE_FINAL_TYPE (CvnBudgetForecastView, cvn_budget_forecast_view, ADW_TYPE_BIN)

static const char *const figure_names[] = { "budget-lines", "budget-weights", NULL };

typedef enum {
  CELL_LINE,
  CELL_METHOD,
  CELL_BUDGET,
  CELL_FULL,
  CELL_WEIGHTED,
  CELL_NARROW,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_LINE] = { N_("Line"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_METHOD] = { N_("Forecast by"), 190, 0.0f, CVN_NARROW_HIDE },
  [CELL_BUDGET] = { N_("Budget"), 110, 1.0f, CVN_NARROW_HIDE },
  [CELL_FULL] = { N_("In full"), 110, 1.0f, CVN_NARROW_VALUE },
  [CELL_WEIGHTED] = { N_("Weighted"), 110, 1.0f, CVN_NARROW_HIDE },
  [CELL_NARROW] = { NULL, CVN_GRID_NARROW_ONLY, 0.0f, CVN_NARROW_LINE },
};

typedef struct
{
  gint64 budget;
  gint64 full;
  gint64 weighted;
} Sums;

static const char *
describe_method (CvnTable *table,
                 guint     row)
{
  const char *method = cvn_table_get_text (table, row, "method");

  if (g_strcmp0 (cvn_table_get_text (table, row, "wanted"), "season") == 0 && !g_str_equal (method, "season") && !g_str_equal (method, "actual"))
    return _("As planned: last year is not known");
  if (g_str_equal (method, "actual"))
    return _("The year is over");
  if (g_str_equal (method, "whole"))
    return _("The budget, as nothing else is known");
  return cvn_partner_choice_label ("budget_line", "forecast_method", method);
}

static GtkWidget *
make_narrow (const Sums *sums)
{
  g_autofree char *weighted = cvn_budget_money (sums->weighted);
  g_autofree char *text = g_strdup_printf (_("Weighted %s"), weighted);
  GtkWidget       *cell = cvn_grid_cell_new (text, 0.0f, NULL);

  gtk_widget_add_css_class (cell, "caption");
  gtk_widget_add_css_class (cell, "dim-label");
  return cell;
}

static char *
dup_sentence (const char *name,
              const Sums *sums)
{
  g_autofree char *full = cvn_budget_money (sums->full);
  g_autofree char *weighted = cvn_budget_money (sums->weighted);

  return g_strdup_printf (_("%1$s: %2$s in full, %3$s weighted"), name, full, weighted);
}

static void
add_sum (CvnBudgetForecastView *self,
         const char            *name,
         const char            *sort,
         const Sums            *sums)
{
  static const char *const figures[] = { "budget-current", "budget-forecast", "budget-weighted" };
  const gint64             amounts[] = { sums->budget, sums->full, sums->weighted };
  g_autofree char         *sentence = dup_sentence (name, sums);
  g_autofree char         *parts = cvn_budget_list_parts (cvn_figure_set_get (self->figures, "budget-lines"), sort, 0);
  GtkWidget               *cells[N_CELLS] = { [CELL_LINE] = cvn_grid_cell_new (name, 0.0f, NULL), [CELL_NARROW] = make_narrow (sums) };

  gtk_widget_add_css_class (cells[CELL_LINE], "heading");
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      cells[CELL_BUDGET + i] = cvn_budget_cell_new (self->centre, amounts[i], figures[i], parts, _(columns[CELL_BUDGET + i].title));
      gtk_widget_add_css_class (cells[CELL_BUDGET + i], "heading");
    }
  cvn_grid_list_add (self->list, NULL, sentence, cells);
}

static void
add_line (CvnBudgetForecastView *self,
          CvnTable              *table,
          guint                  row,
          const Sums            *sums)
{
  const char      *id = cvn_table_get_text (table, row, "id");
  const char      *name = cvn_budget_label (table, row);
  g_autofree char *sentence = dup_sentence (name, sums);
  GtkWidget       *cells[N_CELLS] = {
          [CELL_LINE] = cvn_grid_cell_new (name, 0.0f, NULL),
          [CELL_METHOD] = cvn_grid_cell_new (describe_method (table, row), 0.0f, NULL),
          [CELL_BUDGET] = cvn_budget_cell_new (self->centre, sums->budget, "budget-current", id, _("Budget")),
          [CELL_FULL] = cvn_budget_cell_new (self->centre, sums->full, "budget-forecast", id, _("In full")),
          [CELL_WEIGHTED] = cvn_budget_cell_new (self->centre, sums->weighted, "budget-weighted", id, _("Weighted")),
          [CELL_NARROW] = make_narrow (sums),
  };

  gtk_widget_add_css_class (cells[CELL_METHOD], "dim-label");
  cvn_grid_list_add (self->list, id, sentence, cells);
}

static Sums
add_group (CvnBudgetForecastView *self,
           CvnTable              *table,
           const char            *sort,
           const char            *total)
{
  Sums group = { 0 };

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      Sums sums = { cvn_table_get_integer (table, row, "budget"), cvn_table_get_integer (table, row, "forecast"), cvn_table_get_integer (table, row, "weighted") };

      if (g_strcmp0 (cvn_table_get_text (table, row, "sort"), sort) != 0)
        continue;
      group.budget += sums.budget;
      group.full += sums.full;
      group.weighted += sums.weighted;
      add_line (self, table, row, &sums);
    }
  add_sum (self, total, sort, &group);
  return group;
}

static void
say_result (CvnBudgetForecastView *self,
            const Sums            *result)
{
  g_autofree char *full = cvn_budget_money (result->full);
  g_autofree char *weighted = cvn_budget_money (result->weighted);
  g_autofree char *text = NULL;

  if (result->full == result->weighted)
    text = g_strdup_printf (_("The year is expected to bring %s. No committed contribution is in doubt."), full);
  else
    text = g_strdup_printf (_("The year is expected to bring %1$s when all that is committed comes, and %2$s weighted by how sure it is."), full, weighted);
  gtk_label_set_text (GTK_LABEL (self->sentence), text);
}

static void
fill (CvnBudgetForecastView *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "budget-lines");
  guint     n = cvn_table_get_n_rows (table);

  cvn_grid_list_begin (self->list, n == 0 ? 0 : n + 3);
  gtk_widget_set_visible (self->sentence, n > 0);
  if (n > 0)
    {
      Sums income = add_group (self, table, "income", _("Income"));
      Sums cost = add_group (self, table, "cost", _("Expenditure"));
      Sums result = { income.budget - cost.budget, income.full - cost.full, income.weighted - cost.weighted };

      add_sum (self, _("Result"), NULL, &result);
      say_result (self, &result);
    }
  cvn_grid_list_end (self->list);
}

static gboolean
write_weights (gpointer data)
{
  CvnBudgetForecastView *self = data;

  for (guint i = 0; i < self->n_weights; i++)
    if (self->weights[i].source != 0)
      {
        self->weights[i].source = 0;
        cvn_budget_run (GTK_WIDGET (self), self->centre,
                        cvn_set_weight_new (self->weights[i].status, (gint64) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->weights[i].spin)) * 10), NULL);
      }
  return G_SOURCE_REMOVE;
}

static void
turned_cb (CvnBudgetForecastView *self,
           GtkWidget             *spin)
{
  if (self->is_filling)
    return;
  for (guint i = 0; i < self->n_weights; i++)
    if (self->weights[i].spin == spin)
      {
        g_clear_handle_id (&self->weights[i].source, g_source_remove);
        self->weights[i].source = g_timeout_add (SETTLE_MS, write_weights, self);
      }
}

static void
add_weight (CvnBudgetForecastView *self,
            const char            *status)
{
  Weight     *weight = &self->weights[self->n_weights++];
  GtkWidget  *row = adw_action_row_new ();
  const char *label = cvn_partner_choice_label ("forecast_weight", "status", status);

  weight->status = g_strdup (status);
  weight->spin = gtk_spin_button_new_with_range (0, 100, 5);
  weight->open = gtk_label_new ("");
  gtk_widget_add_css_class (weight->open, "dim-label");
  gtk_widget_add_css_class (weight->open, "numeric");
  gtk_widget_set_valign (weight->spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (weight->spin, cvn_operation_dialog_is_allowed (self->centre));
  gtk_accessible_update_property (GTK_ACCESSIBLE (weight->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (weight->spin, "value-changed", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), weight->open);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), weight->spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new ("%"));
  gtk_list_box_append (GTK_LIST_BOX (self->weight_list), row);
}

static void
access_cb (CvnBudgetForecastView *self)
{
  for (guint i = 0; i < self->n_weights; i++)
    gtk_widget_set_sensitive (self->weights[i].spin, cvn_operation_dialog_is_allowed (self->centre));
}

static void
fill_weights (CvnBudgetForecastView *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "budget-weights");
  guint     n = MIN (cvn_table_get_n_rows (table), MAX_WEIGHTS);

  for (guint row = 0; self->n_weights < n; row++)
    add_weight (self, cvn_table_get_text (table, row, "status"));
  self->is_filling = TRUE;
  for (guint row = 0; row < n; row++)
    for (guint i = 0; i < self->n_weights; i++)
      if (g_strcmp0 (self->weights[i].status, cvn_table_get_text (table, row, "status")) == 0 && self->weights[i].source == 0)
        {
          gint64           open = cvn_table_get_integer (table, row, "open");
          g_autofree char *text = open != 0 ? cvn_budget_money (open) : g_strdup ("");

          gtk_label_set_text (GTK_LABEL (self->weights[i].open), text);
          gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->weights[i].spin), (double) cvn_table_get_integer (table, row, "per_mille") / 10);
        }
  self->is_filling = FALSE;
}

static void
changed_cb (CvnBudgetForecastView *self)
{
  fill (self);
  fill_weights (self);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnBudgetForecastView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
activated_cb (CvnBudgetForecastView *self,
              const char            *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "budget.show-line", "s", id);
}

static void
cvn_budget_forecast_view_dispose (GObject *object)
{
  CvnBudgetForecastView *self = CVN_BUDGET_FORECAST_VIEW (object);

  for (guint i = 0; i < self->n_weights; i++)
    g_clear_handle_id (&self->weights[i].source, g_source_remove);
  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_forecast_view_parent_class)->dispose (object);
}

static void
cvn_budget_forecast_view_finalize (GObject *object)
{
  CvnBudgetForecastView *self = CVN_BUDGET_FORECAST_VIEW (object);

  for (guint i = 0; i < self->n_weights; i++)
    g_free (self->weights[i].status);
  G_OBJECT_CLASS (cvn_budget_forecast_view_parent_class)->finalize (object);
}

static void
cvn_budget_forecast_view_class_init (CvnBudgetForecastViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_forecast_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_budget_forecast_view_finalize;
}

static void
cvn_budget_forecast_view_init (CvnBudgetForecastView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/** cvn_budget_forecast_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_budget_forecast_view_new (CvnCentre *centre)
{
  CvnBudgetForecastView *self = g_object_new (CVN_TYPE_BUDGET_FORECAST_VIEW, NULL);
  GtkWidget             *content;
  GtkWidget             *scrolled = cvn_budget_scrolled_new (&content);
  GtkWidget             *section;

  self->centre = g_object_ref (centre);
  self->sentence = cvn_budget_text_new ("", "heading");
  gtk_box_append (GTK_BOX (content), self->sentence);
  self->list = CVN_GRID_LIST (cvn_grid_list_new (columns, N_CELLS, _("Forecast"), _("There is no budget for this year, so nothing is forecast.")));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  section = cvn_budget_section_new (content, _("Weights"), NULL);
  gtk_box_append (GTK_BOX (section), cvn_budget_text_new (_("How likely a contribution is to come, by the last decision of its party. The amounts are committed and not invoiced yet."), "dim-label"));
  self->weight_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->weight_list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->weight_list, "boxed-list");
  gtk_box_append (GTK_BOX (section), self->weight_list);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (access_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refill", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
