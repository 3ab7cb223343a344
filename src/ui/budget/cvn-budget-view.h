/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The budget of the year against what is actual and expected, by line; a line opens its months and entries.
 * Signals: "loaded": the numbers are there; "shown-changed": whether a line is open.
 */
#define CVN_TYPE_BUDGET_VIEW (cvn_budget_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetView, cvn_budget_view, CVN, BUDGET_VIEW, AdwBin)

GtkWidget *cvn_budget_view_new (CvnCentre *centre);
gboolean   cvn_budget_view_is_loaded (CvnBudgetView *self);
gboolean   cvn_budget_view_shows_line (CvnBudgetView *self);
void       cvn_budget_view_show_line (CvnBudgetView *self, const char *line);

G_END_DECLS
