/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The forecast of each line in full and weighted, and the weights, which can be changed. */
#define CVN_TYPE_BUDGET_FORECAST_VIEW (cvn_budget_forecast_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetForecastView, cvn_budget_forecast_view, CVN, BUDGET_FORECAST_VIEW, AdwBin)

GtkWidget *cvn_budget_forecast_view_new (CvnCentre *centre);

G_END_DECLS
