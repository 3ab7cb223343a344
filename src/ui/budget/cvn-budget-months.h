/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The twelve months of a line: what is planned can be typed; what is in no month is said at once. */
#define CVN_TYPE_BUDGET_MONTHS (cvn_budget_months_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetMonths, cvn_budget_months, CVN, BUDGET_MONTHS, AdwBin)

GtkWidget  *cvn_budget_months_new (CvnCentre *centre);
void        cvn_budget_months_set (CvnBudgetMonths *self, CvnTable *lines, guint row, CvnTable *months);
GtkWidget  *cvn_budget_months_get_entry (CvnBudgetMonths *self, guint month);
const char *cvn_budget_months_get_message (CvnBudgetMonths *self);
void        cvn_budget_months_place (CvnBudgetMonths *self);
void        cvn_budget_months_save (CvnBudgetMonths *self);

G_END_DECLS
