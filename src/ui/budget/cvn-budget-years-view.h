/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The lines of several years side by side. */
#define CVN_TYPE_BUDGET_YEARS_VIEW (cvn_budget_years_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetYearsView, cvn_budget_years_view, CVN, BUDGET_YEARS_VIEW, AdwBin)

GtkWidget *cvn_budget_years_view_new (CvnCentre *centre);

G_END_DECLS
