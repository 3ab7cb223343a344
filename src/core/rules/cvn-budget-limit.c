/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-limit"

#include "cvn-budget-limit.h"

#include "cvn-money.h"

/** cvn_budget_limit_from_code: "stop", "warn" or "ignore"; anything else, also NULL, warns. */
CvnBudgetLimit
cvn_budget_limit_from_code (const char *code)
{
  if (g_strcmp0 (code, "stop") == 0)
    return CVN_BUDGET_LIMIT_STOP;
  return g_strcmp0 (code, "ignore") == 0 ? CVN_BUDGET_LIMIT_IGNORE : CVN_BUDGET_LIMIT_WARN;
}

/**
 * cvn_budget_limit_check:
 * @budget: cents of the line
 * @used: cents that are actual or committed, with @before in it
 * @before: cents of the entry until now, 0 for a new one
 * @amount: cents that it shall have
 * @over: (out): cents above the budget afterwards, 0 when it fits
 *
 * Whether a cost fits its line. What takes something back, or makes no difference, always does: a line that is above its budget already
 * can be mended. Any thread.
 */
CvnBudgetVerdict
cvn_budget_limit_check (CvnBudgetLimit limit,
                        gint64         budget,
                        gint64         used,
                        gint64         before,
                        gint64         amount,
                        gint64        *over)
{
  gint64 after;

  *over = 0;
  if (limit == CVN_BUDGET_LIMIT_IGNORE || amount <= before)
    return CVN_BUDGET_FITS;
  if (!cvn_money_sub (used, before, &after, NULL) || !cvn_money_add (after, amount, &after, NULL) ||
      !cvn_money_sub (after, budget, over, NULL))
    *over = G_MAXINT64;
  if (*over <= 0)
    {
      *over = 0;
      return CVN_BUDGET_FITS;
    }
  return limit == CVN_BUDGET_LIMIT_STOP ? CVN_BUDGET_REFUSED : CVN_BUDGET_OVER;
}
