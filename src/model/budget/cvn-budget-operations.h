/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-budget-split.h"
#include "cvn-operation.h"

G_BEGIN_DECLS

/* What a line of the budget shall be for the year; the text is borrowed. */
typedef struct
{
  const char *line;
  gint64      amount;
} CvnBudgetAmount;

/* Preview of a plan: "month" (1 to 12), "amount". */
CvnOperation *cvn_set_plan_new (const char *line, gint64 amount, const char *split, const gint64 *months);

/* The version holds year, decision_date, body, reason and document. Preview, a row for each line that changes: "id", "before", "after". */
CvnOperation *cvn_amend_budget_new (CvnRecord *version, const CvnBudgetAmount *amounts, guint n_amounts);
CvnOperation *cvn_promote_scenario_new (const char *scenario, CvnRecord *version, const char *today);

CvnOperation *cvn_enter_cost_new (CvnRecord *entry);
CvnOperation *cvn_set_weight_new (const char *status, gint64 per_mille);

/* Preview: "what" (lines, plans, fees, rules, contributions), "made" (how many it makes), "there" (how many there are already). */
CvnOperation *cvn_roll_forward_new (int year);

/* Removes a scenario with its changes. */
CvnOperation *cvn_delete_scenario_new (const char *scenario);

G_END_DECLS
