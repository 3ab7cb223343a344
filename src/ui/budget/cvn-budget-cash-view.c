/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-cash-view"

#include "cvn-budget-cash-view.h"

#include "cvn-budget-parts.h"
#include "cvn-cash.h"
#include "cvn-chart-card.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-month.h"

#include <glib/gi18n-lib.h>

#define N_MONTHS 12

struct _CvnBudgetCashView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL before it is looked at */
  GtkWidget    *sentence;
  GtkWidget    *note;
  GtkWidget    *card;
  CvnGridList  *list;
};

G_DEFINE_FINAL_TYPE (CvnBudgetCashView, cvn_budget_cash_view, ADW_TYPE_BIN)

static const char *const figure_names[] = { "budget-cash", NULL };

typedef enum {
  CELL_MONTH,
  CELL_IN,
  CELL_OUT,
  CELL_CLOSING,
  CELL_NARROW,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_MONTH] = { N_("Month"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_IN] = { N_("In"), 130, 1.0f, CVN_NARROW_HIDE },
  [CELL_OUT] = { N_("Out"), 130, 1.0f, CVN_NARROW_HIDE },
  [CELL_CLOSING] = { N_("At the end"), 130, 1.0f, CVN_NARROW_VALUE },
  [CELL_NARROW] = { NULL, CVN_GRID_NARROW_ONLY, 0.0f, CVN_NARROW_LINE },
};

static char *
dup_part (int         year,
          guint       month,
          const char *direction)
{
  return g_strdup_printf ("%04d-%02u-%s", year, month + 1, direction);
}

/* FALSE when the amounts are too large to be counted. */
static gboolean
work_out (CvnBudgetCashView *self,
          gint64            *opening,
          CvnCashMonth      *months,
          guint             *lowest)
{
  int year = cvn_figure_set_get_year (self->figures);

  *opening = cvn_figure_set_get_part (self->figures, "budget-cash", "opening", "amount");
  for (guint m = 0; m < N_MONTHS; m++)
    {
      g_autofree char *in = dup_part (year, m, "in");
      g_autofree char *out = dup_part (year, m, "out");

      months[m].in = cvn_figure_set_get_part (self->figures, "budget-cash", in, "amount");
      months[m].out = cvn_figure_set_get_part (self->figures, "budget-cash", out, "amount");
    }
  return cvn_cash_run (*opening, months, N_MONTHS, lowest, NULL);
}

static char *
dup_month (CvnBudgetCashView *self,
           guint              month,
           gboolean           is_short)
{
  gint64 when = (gint64) cvn_figure_set_get_year (self->figures) * N_MONTHS + month;

  return is_short ? cvn_month_format_short (when, cvn_interface_language ()) : cvn_month_format (when, cvn_interface_language ());
}

static void
fill_chart (CvnBudgetCashView  *self,
            const CvnCashMonth *months,
            guint               open_from)
{
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, _("Cash at the end of each month"));
  gint64 known[N_MONTHS];
  gint64 open[N_MONTHS];

  cvn_chart_set_levels (chart);
  for (guint m = 0; m < N_MONTHS; m++)
    {
      g_autofree char *label = dup_month (self, m, TRUE);
      g_autofree char *full = dup_month (self, m, FALSE);

      cvn_chart_add_category (chart, label, full);
      known[m] = m + 1 < open_from ? months[m].closing : CVN_CHART_NONE;
      open[m] = m + 1 < open_from ? CVN_CHART_NONE : months[m].closing;
    }
  if (open_from > 1)
    cvn_chart_add_series (chart, _("As it was"), CVN_SERIES_PRIMARY, known, N_MONTHS);
  if (open_from <= N_MONTHS)
    cvn_chart_add_series (chart, _("Expected"), CVN_SERIES_ESTIMATE, open, N_MONTHS);
  cvn_chart_card_set_chart (CVN_CHART_CARD (self->card), chart);
}

static void
add_month (CvnBudgetCashView  *self,
           const CvnCashMonth *months,
           guint               month,
           gboolean            is_lowest,
           gboolean            is_open)
{
  int              year = cvn_figure_set_get_year (self->figures);
  g_autofree char *name = dup_month (self, month, FALSE);
  g_autofree char *in_part = dup_part (year, month, "in");
  g_autofree char *out_part = dup_part (year, month, "out");
  g_autofree char *in = cvn_budget_money (months[month].in);
  g_autofree char *out = cvn_budget_money (months[month].out);
  g_autofree char *closing = cvn_budget_money (months[month].closing);
  g_autofree char *narrow = g_strdup_printf (_("In %1$s, out %2$s"), in, out);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: in %2$s, out %3$s, at the end %4$s"), name, in, out, closing);
  GtkWidget       *cells[N_CELLS] = {
          [CELL_MONTH] = cvn_grid_cell_new (name, 0.0f, is_lowest ? _("least of all months") : is_open ? _("expected")
                                                                                                        : NULL),
          [CELL_IN] = cvn_budget_cell_new (self->centre, months[month].in, "budget-cash", in_part, _("In")),
          [CELL_OUT] = cvn_budget_cell_new (self->centre, months[month].out, "budget-cash", out_part, _("Out")),
          [CELL_CLOSING] = cvn_grid_cell_new (closing, 1.0f, NULL),
          [CELL_NARROW] = cvn_grid_cell_new (narrow, 0.0f, NULL),
  };

  gtk_widget_add_css_class (cells[CELL_NARROW], "caption");
  gtk_widget_add_css_class (cells[CELL_NARROW], "dim-label");
  if (is_lowest)
    gtk_widget_add_css_class (cells[CELL_CLOSING], "heading");
  cvn_grid_list_add (self->list, NULL, sentence, cells);
}

static gboolean
is_empty (const CvnCashMonth *months)
{
  for (guint m = 0; m < N_MONTHS; m++)
    if (months[m].in != 0 || months[m].out != 0)
      return FALSE;
  return TRUE;
}

static void
say_lowest (CvnBudgetCashView  *self,
            const CvnCashMonth *months,
            guint               lowest)
{
  g_autofree char *name = dup_month (self, lowest, FALSE);
  g_autofree char *amount = cvn_budget_money (months[lowest].closing);
  g_autofree char *text = NULL;

  if (is_empty (months))
    {
      gtk_widget_remove_css_class (self->sentence, "error");
      gtk_label_set_text (GTK_LABEL (self->sentence), _("Nothing comes in or goes out in this year yet."));
      return;
    }
  if (months[lowest].closing < 0)
    text = g_strdup_printf (_("At the end of %1$s the centre is short of money: %2$s."), name, amount);
  else
    text = g_strdup_printf (_("There is least at the end of %1$s: %2$s."), name, amount);
  gtk_label_set_text (GTK_LABEL (self->sentence), text);
  if (months[lowest].closing < 0)
    gtk_widget_add_css_class (self->sentence, "error");
  else
    gtk_widget_remove_css_class (self->sentence, "error");
}

static void
fill_list (CvnBudgetCashView  *self,
           gint64              opening,
           const CvnCashMonth *months,
           guint               lowest,
           guint               open_from)
{
  g_autofree char *text = cvn_budget_money (opening);
  g_autofree char *sentence = g_strdup_printf (_("At the beginning of the year: %s"), text);
  GtkWidget       *cells[N_CELLS] = { [CELL_MONTH] = cvn_grid_cell_new (_("At the beginning of the year"), 0.0f, NULL),
                                      [CELL_CLOSING] = cvn_budget_cell_new (self->centre, opening, "budget-cash", "opening", _("At the beginning of the year")) };

  cvn_grid_list_begin (self->list, N_MONTHS + 1);
  cvn_grid_list_add (self->list, NULL, sentence, cells);
  for (guint m = 0; m < N_MONTHS; m++)
    add_month (self, months, m, m == lowest && !is_empty (months), m + 1 >= open_from);
  cvn_grid_list_end (self->list);
}

static void
changed_cb (CvnBudgetCashView *self)
{
  guint        open_from = (guint) cvn_figure_set_get_part (self->figures, "budget-cash", "opening", "open_from");
  gboolean     has_balance = cvn_figure_set_get_part (self->figures, "budget-cash", "opening", "has_balance") != 0;
  CvnCashMonth months[N_MONTHS];
  gint64       opening;
  guint        lowest;

  if (!work_out (self, &opening, months, &lowest))
    {
      gtk_label_set_text (GTK_LABEL (self->sentence), _("The amounts are too large to be added up."));
      return;
    }
  gtk_widget_set_visible (self->note, !has_balance);
  say_lowest (self, months, lowest);
  fill_chart (self, months, open_from);
  fill_list (self, opening, months, lowest, open_from);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnBudgetCashView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_budget_cash_view_dispose (GObject *object)
{
  CvnBudgetCashView *self = CVN_BUDGET_CASH_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_cash_view_parent_class)->dispose (object);
}

static void
cvn_budget_cash_view_class_init (CvnBudgetCashViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_cash_view_dispose;
}

static void
cvn_budget_cash_view_init (CvnBudgetCashView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/** cvn_budget_cash_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_budget_cash_view_new (CvnCentre *centre)
{
  CvnBudgetCashView *self = g_object_new (CVN_TYPE_BUDGET_CASH_VIEW, NULL);
  GtkWidget         *content;
  GtkWidget         *scrolled = cvn_budget_scrolled_new (&content);

  self->centre = g_object_ref (centre);
  self->sentence = cvn_budget_text_new ("", "heading");
  self->note = cvn_budget_text_new (_("There is no balance of the bank for this year: months begin at zero. Fill it in under “Registers”, Bank Balances."), "dim-label");
  self->card = cvn_chart_card_new ();
  gtk_widget_set_size_request (self->card, -1, 280);
  self->list = CVN_GRID_LIST (cvn_grid_list_new (columns, N_CELLS, _("Cash by month"), ""));
  gtk_box_append (GTK_BOX (content), self->sentence);
  gtk_box_append (GTK_BOX (content), self->note);
  gtk_box_append (GTK_BOX (content), self->card);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
