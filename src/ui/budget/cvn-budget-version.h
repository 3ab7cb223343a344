/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which version of the budget is shown, why it was made and what it changed. Signal "chosen". */
#define CVN_TYPE_BUDGET_VERSION (cvn_budget_version_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetVersion, cvn_budget_version, CVN, BUDGET_VERSION, AdwBin)

GtkWidget *cvn_budget_version_new (void);
void       cvn_budget_version_add (CvnBudgetVersion *self, GtkWidget *child);
void       cvn_budget_version_set_table (CvnBudgetVersion *self, CvnTable *table);
gboolean   cvn_budget_version_is_last (CvnBudgetVersion *self);
gint64     cvn_budget_version_get_amount (CvnBudgetVersion *self, const char *line, gint64 otherwise);

G_END_DECLS
