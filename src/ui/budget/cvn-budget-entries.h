/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The entries made by hand on a line, and a place for the next one, which warns while somebody types. */
#define CVN_TYPE_BUDGET_ENTRIES (cvn_budget_entries_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetEntries, cvn_budget_entries, CVN, BUDGET_ENTRIES, AdwBin)

GtkWidget  *cvn_budget_entries_new (CvnCentre *centre);
void        cvn_budget_entries_set (CvnBudgetEntries *self, CvnTable *lines, guint row);
GtkWidget  *cvn_budget_entries_get_amount (CvnBudgetEntries *self);
const char *cvn_budget_entries_get_message (CvnBudgetEntries *self);

G_END_DECLS
