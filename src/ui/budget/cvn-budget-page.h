/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-tabbed-page.h"

G_BEGIN_DECLS

/* The budget: lines, forecast, cash, years and scenarios, and the lists of its records. */
#define CVN_TYPE_BUDGET_PAGE (cvn_budget_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnBudgetPage, cvn_budget_page, CVN, BUDGET_PAGE, CvnTabbedPage)

G_END_DECLS
