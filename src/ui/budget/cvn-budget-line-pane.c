/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-line-pane"

#include "cvn-budget-line-pane.h"

#include "cvn-budget-entries.h"
#include "cvn-budget-months.h"
#include "cvn-budget-parts.h"
#include "cvn-guard.h"
#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

struct _CvnBudgetLinePane
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures;
  char         *line;
  GtkWidget    *title;
  GtkWidget    *about;
  GtkWidget    *months;
  GtkWidget    *entries;
};

G_DEFINE_FINAL_TYPE (CvnBudgetLinePane, cvn_budget_line_pane, ADW_TYPE_BIN)

static int
find_row (CvnBudgetLinePane *self,
          CvnTable          *table)
{
  for (guint row = 0; table != NULL && self->line != NULL && row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "id"), self->line) == 0)
      return (int) row;
  return -1;
}

static char *
describe (CvnTable *table,
          guint     row)
{
  const char *ledger = cvn_partner_choice_label ("budget_line", "ledger", cvn_table_get_text (table, row, "ledger"));
  const char *method = cvn_table_get_text (table, row, "method");
  const char *code = cvn_table_get_text (table, row, "line");

  if (g_str_equal (method, "actual") || g_str_equal (method, "whole"))
    return g_strdup_printf (_("%1$s · actual amounts from: %2$s"), code, ledger);
  return g_strdup_printf (_("%1$s · actual amounts from: %2$s · forecast by: %3$s"), code, ledger, cvn_partner_choice_label ("budget_line", "forecast_method", method));
}

/** cvn_budget_line_pane_update: shows what the figures say now. */
void
cvn_budget_line_pane_update (CvnBudgetLinePane *self)
{
  CvnTable        *table = cvn_figure_set_get (self->figures, "budget-lines");
  int              row = find_row (self, table);
  g_autofree char *about = row >= 0 ? describe (table, (guint) row) : NULL;

  if (row < 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->title), cvn_budget_label (table, (guint) row));
  gtk_label_set_text (GTK_LABEL (self->about), about);
  cvn_budget_months_set (CVN_BUDGET_MONTHS (self->months), table, (guint) row, cvn_figure_set_get (self->figures, "budget-months"));
  cvn_budget_entries_set (CVN_BUDGET_ENTRIES (self->entries), table, (guint) row);
}

static void
edit_cb (CvnBudgetLinePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "budget.open", "(ss)", "budget_line", self->line);
}

static void
cvn_budget_line_pane_dispose (GObject *object)
{
  CvnBudgetLinePane *self = CVN_BUDGET_LINE_PANE (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_budget_line_pane_parent_class)->dispose (object);
}

static void
cvn_budget_line_pane_finalize (GObject *object)
{
  g_free (CVN_BUDGET_LINE_PANE (object)->line);
  G_OBJECT_CLASS (cvn_budget_line_pane_parent_class)->finalize (object);
}

static void
cvn_budget_line_pane_class_init (CvnBudgetLinePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_budget_line_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_budget_line_pane_finalize;
}

static void
cvn_budget_line_pane_init (CvnBudgetLinePane *self)
{
}

/** cvn_budget_line_pane_new: shows nothing until it is given a line. */
GtkWidget *
cvn_budget_line_pane_new (CvnCentre    *centre,
                          CvnFigureSet *figures)
{
  CvnBudgetLinePane *self = g_object_new (CVN_TYPE_BUDGET_LINE_PANE, NULL);
  GtkWidget         *content;
  GtkWidget         *scrolled = cvn_budget_scrolled_new (&content);
  GtkWidget         *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget         *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget         *edit = gtk_button_new_with_mnemonic (_("_Edit Line"));

  self->centre = g_object_ref (centre);
  self->figures = g_object_ref (figures);
  self->title = cvn_budget_text_new ("", "title-3");
  self->about = cvn_budget_text_new ("", "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->about);
  gtk_box_append (GTK_BOX (head), words);
  gtk_widget_set_valign (edit, GTK_ALIGN_START);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  cvn_guard_widget (edit, centre, "visible");
  gtk_box_append (GTK_BOX (head), edit);
  gtk_box_append (GTK_BOX (content), head);
  self->months = cvn_budget_months_new (centre);
  self->entries = cvn_budget_entries_new (centre);
  gtk_box_append (GTK_BOX (cvn_budget_section_new (content, _("Months"), NULL)), self->months);
  gtk_box_append (GTK_BOX (cvn_budget_section_new (content, _("Entries by Hand"), NULL)), self->entries);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}

/** cvn_budget_line_pane_set_line: shows the line with this id. */
void
cvn_budget_line_pane_set_line (CvnBudgetLinePane *self,
                               const char        *line)
{
  char *copy = g_strdup (line);

  g_free (self->line);
  self->line = copy;
  cvn_budget_line_pane_update (self);
}

/** cvn_budget_line_pane_has_line: whether the line is still in the budget of the year. */
gboolean
cvn_budget_line_pane_has_line (CvnBudgetLinePane *self)
{
  return find_row (self, cvn_figure_set_get (self->figures, "budget-lines")) >= 0;
}
