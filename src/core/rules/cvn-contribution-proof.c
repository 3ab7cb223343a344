/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-contribution-proof"

#include "cvn-contribution-rule.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/*
 * The amounts of a key once more, from what is printed. Source: feature 24 and invariant 2 of the data model. All functions
 * are pure: any thread.
 */

typedef struct
{
  const char *party;
  gint64      remainder;
  guint       place;
} Order;

static gboolean
refuse_size (GError    **error,
             const char *field)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OVERFLOW, _("The amount is too large to calculate with."));
  cvn_error_set_field (error, field);
  return FALSE;
}

/**
 * cvn_contribution_rule_check_sum:
 * @total: cents that @amounts should make
 *
 * A key whose parts do not make its total is refused, with what they are over or short; %CVN_ERROR_INVALID at "amount".
 */
gboolean
cvn_contribution_rule_check_sum (gint64        total,
                                 const gint64 *amounts,
                                 guint         n_amounts,
                                 GError      **error)
{
  g_autofree char *difference = NULL;
  gint64           over = 0;
  gint64           sum = 0;

  for (guint i = 0; i < n_amounts; i++)
    if (__builtin_add_overflow (sum, amounts[i], &sum))
      return refuse_size (error, "amount");
  if (__builtin_sub_overflow (sum, total, &over) || over == G_MININT64)
    return refuse_size (error, "amount");
  if (over == 0)
    return TRUE;
  /* Translators: what stands before the cents of an amount: a comma in Dutch */
  difference = cvn_money_format_plain (ABS (over), *C_("decimal mark", ".") == ',' ? ',' : '.');
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID,
               over > 0 ? _("Together the parts are € %s over the total.") : _("Together the parts are € %s short of the total."), difference);
  cvn_error_set_field (error, "amount");
  return FALSE;
}

static int
compare_remainders (gconstpointer a,
                    gconstpointer b)
{
  const Order *x = a;
  const Order *y = b;

  if (x->remainder != y->remainder)
    return x->remainder > y->remainder ? -1 : 1;
  return strcmp (x->party, y->party);
}

static gboolean
recompute_alone (const CvnContributionRule  *rule,
                 const CvnContributionShare *share,
                 gint64                     *amount,
                 GError                    **error)
{
  gint64 rate = rule->method == CVN_CONTRIBUTION_FIXED ? 0 : rule->rate;

  return cvn_money_mul (rate, share->weight, amount, error) && cvn_money_add (*amount, share->fixed, amount, error) &&
         (rule->index == 0 || cvn_money_mul_div (*amount, rule->index, rule->base_index, amount, error));
}

static gboolean
recompute_parts (gint64                      total,
                 const CvnContributionShare *shares,
                 guint                       n_shares,
                 gint64                     *amounts,
                 GError                    **error)
{
  g_autofree Order *order = g_new (Order, MAX (n_shares, 1));
  gint64            left = total;
  gint64            sum = 0;

  for (guint i = 0; i < n_shares; i++)
    if (shares[i].weight < 0 || __builtin_add_overflow (sum, shares[i].weight, &sum))
      return refuse_size (error, "total");
  if (sum == 0)
    return cvn_check_fail (error, "total", _("There is nothing to divide by: all shares are zero."));
  for (guint i = 0; i < n_shares; i++)
    {
      gint64 exact;

      if (!cvn_money_mul (total, shares[i].weight, &exact, error))
        return FALSE;
      amounts[i] = exact / sum;
      order[i] = (Order){ shares[i].party, exact % sum, i };
      left -= amounts[i];
    }
  qsort (order, n_shares, sizeof *order, compare_remainders);
  for (guint i = 0; i < n_shares && left > 0; i++, left--)
    amounts[order[i].place]++;
  return TRUE;
}

/**
 * cvn_contribution_rule_recompute:
 * @rule: the head of a printed sheet
 * @shares: (array length=n_shares): its lines, of which party, fixed and weight are read and nothing else
 * @amounts: (out caller-allocates) (array length=n_shares): cents
 *
 * Feature 24: the amounts again from what is printed, by hand and not by cvn_allocate(), the way a reader with a
 * calculator would. Fails with %CVN_ERROR_OVERFLOW, or %CVN_ERROR_INVALID when there is nothing to divide by.
 */
gboolean
cvn_contribution_rule_recompute (const CvnContributionRule  *rule,
                                 const CvnContributionShare *shares,
                                 guint                       n_shares,
                                 gint64                     *amounts,
                                 GError                    **error)
{
  gint64 total;

  if (cvn_contribution_rule_divides (rule))
    return cvn_contribution_rule_get_total (rule, &total, error) && recompute_parts (total, shares, n_shares, amounts, error);
  for (guint i = 0; i < n_shares; i++)
    if (!recompute_alone (rule, &shares[i], &amounts[i], error))
      return FALSE;
  return TRUE;
}
