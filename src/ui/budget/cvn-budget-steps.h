/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done to the budget as a whole: amend it, carry it over to the next year, print it, add a line. */
#define CVN_TYPE_BUDGET_STEPS (cvn_budget_steps_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetSteps, cvn_budget_steps, CVN, BUDGET_STEPS, AdwBin)

GtkWidget *cvn_budget_steps_new (CvnCentre *centre);
void       cvn_budget_steps_set_budget (CvnBudgetSteps *self, int year, gboolean has_lines);

G_END_DECLS
