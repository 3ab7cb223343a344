/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-figure-set.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of the budget: its months, to be divided, and its entries. */
#define CVN_TYPE_BUDGET_LINE_PANE (cvn_budget_line_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetLinePane, cvn_budget_line_pane, CVN, BUDGET_LINE_PANE, AdwBin)

GtkWidget *cvn_budget_line_pane_new (CvnCentre *centre, CvnFigureSet *figures);
void       cvn_budget_line_pane_set_line (CvnBudgetLinePane *self, const char *line);
gboolean   cvn_budget_line_pane_has_line (CvnBudgetLinePane *self);
void       cvn_budget_line_pane_update (CvnBudgetLinePane *self);

G_END_DECLS
