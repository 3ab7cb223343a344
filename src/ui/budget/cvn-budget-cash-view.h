/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What comes in, goes out and is there by month, with the month in which there is least. */
#define CVN_TYPE_BUDGET_CASH_VIEW (cvn_budget_cash_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetCashView, cvn_budget_cash_view, CVN, BUDGET_CASH_VIEW, AdwBin)

GtkWidget *cvn_budget_cash_view_new (CvnCentre *centre);

G_END_DECLS
