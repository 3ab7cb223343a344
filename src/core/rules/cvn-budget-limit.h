/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What happens when a cost does not fit its line. */
typedef enum {
  CVN_BUDGET_LIMIT_STOP,
  CVN_BUDGET_LIMIT_WARN,
  CVN_BUDGET_LIMIT_IGNORE,
} CvnBudgetLimit;

typedef enum {
  CVN_BUDGET_FITS,
  CVN_BUDGET_OVER,    /* say so */
  CVN_BUDGET_REFUSED, /* do not write it */
} CvnBudgetVerdict;

CvnBudgetLimit   cvn_budget_limit_from_code (const char *code);
CvnBudgetVerdict cvn_budget_limit_check (CvnBudgetLimit limit, gint64 budget, gint64 used, gint64 before, gint64 amount, gint64 *over);

G_END_DECLS
