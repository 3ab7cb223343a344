/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-rule"

#include "cvn-fee-rule.h"

#include "cvn-date.h"
#include "cvn-money.h"
#include "cvn-month.h"

#include <string.h>

/* 0: not for this group; 2 goes before 1, because a fee for children says more than one for everyone. */
static int
get_fit (const CvnFeeRow *fee,
         const char      *target_group)
{
  if (g_str_equal (fee->payer, "all"))
    return 1;
  return g_str_equal (fee->payer, g_str_equal (target_group, "child") ? "child" : "adult") ? 2 : 0;
}

static gboolean
is_valid_on (const CvnFeeRow *fee,
             const char      *day)
{
  return strcmp (fee->valid_from, day) <= 0 && (fee->valid_to == NULL || strcmp (day, fee->valid_to) <= 0);
}

/**
 * cvn_fee_rule_find:
 * @fees: (array length=n_fees): all fees
 * @service: what is paid for, such as "registration"
 * @target_group: the group of a registration count, such as "child" or "researcher"
 * @month: year * 12 + month - 1
 *
 * The fee of one registration: children pay the fee of children, all other groups that of adults, and where there is
 * none of those, the fee of everyone. A fee counts for a month when it is valid on its first day: fees change
 * with a month, or the count is split. Of fees that overlap, which they should not, the newest counts. Any thread.
 *
 * Returns: (nullable): one of @fees, or NULL when none applies
 */
const CvnFeeRow *
cvn_fee_rule_find (const CvnFeeRow *fees,
                   guint            n_fees,
                   const char      *service,
                   const char      *target_group,
                   gint64           month)
{
  CvnDate          first = cvn_month_to_date (month);
  CvnDate          first_day = cvn_date_first (&first);
  g_autofree char *day = cvn_date_to_iso (&first_day);
  const CvnFeeRow *found = NULL;
  int              found_fit = 0;

  for (guint i = 0; i < n_fees; i++)
    {
      int fit = get_fit (&fees[i], target_group);

      if (fit == 0 || fit < found_fit || !g_str_equal (fees[i].service, service) || !is_valid_on (&fees[i], day))
        continue;
      if (found != NULL && fit == found_fit && strcmp (fees[i].valid_from, found->valid_from) <= 0)
        continue;
      found = &fees[i];
      found_fit = fit;
    }
  return found;
}

/**
 * cvn_fee_rule_revenue:
 * @paid_count: how many registrations of the group were paid in the month
 * @revenue: (out): cents; 0 when no fee applies
 *
 * Paid registrations times the fee that cvn_fee_rule_find() finds. Fails with %CVN_ERROR_OVERFLOW only. Any thread.
 */
gboolean
cvn_fee_rule_revenue (const CvnFeeRow *fees,
                      guint            n_fees,
                      const char      *target_group,
                      gint64           month,
                      gint64           paid_count,
                      gint64          *revenue,
                      GError         **error)
{
  const CvnFeeRow *fee = cvn_fee_rule_find (fees, n_fees, "registration", target_group, month);

  return cvn_money_mul (fee != NULL ? fee->amount : 0, paid_count, revenue, error);
}
