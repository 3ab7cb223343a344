/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-split"

#include "cvn-budget-split.h"

#include "cvn-allocation.h"
#include "cvn-error.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/*
 * Functions on plain values; any thread. A division always adds up to the cent: the cents that are left go to the first
 * months when all are alike, else by largest remainder.
 */

/** cvn_budget_split_equal: twelve months that differ by a cent at most. */
void
cvn_budget_split_equal (gint64  total,
                        gint64 *months)
{
  gint64 rest = total % CVN_BUDGET_N_MONTHS;

  for (gint64 i = 0; i < CVN_BUDGET_N_MONTHS; i++)
    months[i] = total / CVN_BUDGET_N_MONTHS + (i < rest) - (i < -rest);
}

/**
 * cvn_budget_split_pattern:
 * @pattern: (array fixed-size=12): what the months were in another year
 * @months: (out) (array fixed-size=12): untouched on error
 *
 * Divides by what each month was of its year; months below zero count as nothing. %CVN_ERROR_NOT_FOUND when there is no
 * month above zero.
 */
gboolean
cvn_budget_split_pattern (gint64        total,
                          const gint64 *pattern,
                          gint64       *months,
                          GError      **error)
{
  gint64   weights[CVN_BUDGET_N_MONTHS];
  gboolean any = FALSE;

  for (guint i = 0; i < CVN_BUDGET_N_MONTHS; i++)
    {
      weights[i] = MAX (pattern[i], 0);
      any |= weights[i] > 0;
    }
  if (any)
    return cvn_allocate (total, weights, CVN_BUDGET_N_MONTHS, months, error);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND,
                       _("Nothing is known of this line by month in the year before: divide it into equal months or by hand."));
  return FALSE;
}

/** cvn_budget_split_difference: (out): what of @total is in no month; below zero, what the months have too much. */
gboolean
cvn_budget_split_difference (gint64        total,
                             const gint64 *months,
                             gint64       *difference,
                             GError      **error)
{
  gint64 left = total;

  for (guint i = 0; i < CVN_BUDGET_N_MONTHS; i++)
    if (!cvn_money_sub (left, months[i], &left, error))
      return FALSE;
  *difference = left;
  return TRUE;
}

/** cvn_budget_split_place: puts the difference into the months, to each the same; single cents into the first ones. */
gboolean
cvn_budget_split_place (gint64   total,
                        gint64  *months,
                        GError **error)
{
  gint64 added[CVN_BUDGET_N_MONTHS];
  gint64 result[CVN_BUDGET_N_MONTHS];
  gint64 difference;

  if (!cvn_budget_split_difference (total, months, &difference, error))
    return FALSE;
  cvn_budget_split_equal (difference, added);
  for (guint i = 0; i < CVN_BUDGET_N_MONTHS; i++)
    if (!cvn_money_add (months[i], added[i], &result[i], error))
      return FALSE;
  for (guint i = 0; i < CVN_BUDGET_N_MONTHS; i++)
    months[i] = result[i];
  return TRUE;
}
