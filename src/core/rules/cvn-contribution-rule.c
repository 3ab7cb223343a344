/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-contribution-rule"

#include "cvn-contribution-rule.h"

#include "cvn-allocation.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/*
 * What each party owes, and the figures that prove it. Source: features 22 to 25 and invariants 1, 2 and 10 of the
 * data model. Every amount is an exact fraction of cents first and rounded once. All functions are pure: any thread.
 */

typedef struct
{
  const char *party;
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

static gboolean
refuse_range (GError    **error,
              const char *field,
              const char *message)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, message);
  cvn_error_set_field (error, field);
  return FALSE;
}

/** cvn_contribution_rule_divides: whether the method divides a total; otherwise each amount stands alone. */
gboolean
cvn_contribution_rule_divides (const CvnContributionRule *rule)
{
  return rule->method == CVN_CONTRIBUTION_EQUAL || rule->method == CVN_CONTRIBUTION_PERCENTAGE ||
         rule->method == CVN_CONTRIBUTION_BY_INHABITANTS;
}

static gboolean
counts_inhabitants (const CvnContributionRule *rule)
{
  return rule->method == CVN_CONTRIBUTION_PER_INHABITANT || rule->method == CVN_CONTRIBUTION_BY_INHABITANTS ||
         rule->method == CVN_CONTRIBUTION_FIXED_PLUS;
}

static const CvnContributionIndex *
find_index (const CvnContributionIndex *table,
            guint                       n_table,
            int                         year)
{
  for (guint i = 0; i < n_table; i++)
    if (table[i].year == year && table[i].index > 0)
      return &table[i];
  return NULL;
}

/**
 * cvn_contribution_rule_set_index:
 * @table: (array length=n_table): levels, such as 1000 for 2019 and 1040 for 2020
 * @base_year: the year that the amounts of the rule are of
 * @year: the year to apply it to
 *
 * Indexes @rule: amounts are multiplied by the level of @year and divided by that of @base_year, and rounded once, half
 * away from zero. Of a total that is divided it is the total that is indexed, so that the parts still make a whole number
 * of cents. Fails with %CVN_ERROR_NOT_FOUND at "index" when the table lacks a year; @rule is untouched then.
 */
gboolean
cvn_contribution_rule_set_index (CvnContributionRule        *rule,
                                 const CvnContributionIndex *table,
                                 guint                       n_table,
                                 int                         base_year,
                                 int                         year,
                                 GError                    **error)
{
  const CvnContributionIndex *base = find_index (table, n_table, base_year);
  const CvnContributionIndex *now = find_index (table, n_table, year);

  if (base == NULL || now == NULL)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("There is no index figure for %d. Fill in one above zero, in thousandths of the base."),
                   base == NULL ? base_year : year);
      cvn_error_set_field (error, "index");
      return FALSE;
    }
  rule->index = now->index;
  rule->base_index = base->index;
  return TRUE;
}

/** cvn_contribution_rule_get_total: the cents that are divided: the total, indexed. Fails with %CVN_ERROR_OVERFLOW at "total". */
gboolean
cvn_contribution_rule_get_total (const CvnContributionRule *rule,
                                 gint64                    *total,
                                 GError                   **error)
{
  if (rule->index == 0)
    {
      *total = rule->total;
      return TRUE;
    }
  if (cvn_money_mul_div (rule->total, rule->index, rule->base_index, total, error))
    return TRUE;
  cvn_error_set_field (error, "total");
  return FALSE;
}

static gboolean
check_rule (const CvnContributionRule *rule,
            GError                   **error)
{
  if (rule->total < 0)
    return refuse_range (error, "total", _("The amount to divide cannot be negative."));
  if (rule->rate < 0)
    return refuse_range (error, "rate", _("The amount per inhabitant cannot be negative."));
  if (rule->index < 0 || (rule->index != 0 && rule->base_index <= 0))
    return refuse_range (error, "index", _("An index figure must be above zero."));
  return TRUE;
}

static gboolean
check_party (const CvnContributionRule  *rule,
             const CvnContributionParty *parties,
             guint                       place,
             GError                    **error)
{
  const CvnContributionParty *party = &parties[place];

  for (guint i = 0; i < place; i++)
    if (g_str_equal (parties[i].party, party->party))
      return cvn_check_fail (error, "organisation", _("A party can be in a key only once."));
  if (party->fixed < 0)
    return refuse_range (error, "fixed", _("A fixed amount cannot be negative."));
  if (counts_inhabitants (rule) && party->inhabitants <= 0)
    return refuse_range (error, "inhabitants", _("Fill in a number of inhabitants above zero."));
  if (rule->method == CVN_CONTRIBUTION_PERCENTAGE && (party->numerator < 0 || party->denominator <= 0))
    return refuse_range (error, "percentage", _("Fill in a percentage from 0 to 100."));
  return TRUE;
}

static gint64
get_common_divisor (gint64 a,
                    gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* Brings the fractions under one denominator, which they must fill. */
static gboolean
weigh_fractions (const CvnContributionParty *parties,
                 guint                       n_parties,
                 CvnContributionShare       *shares,
                 GError                    **error)
{
  gint64 common = 1;
  gint64 sum = 0;

  for (guint i = 0; i < n_parties; i++)
    if (__builtin_mul_overflow (common, parties[i].denominator / get_common_divisor (common, parties[i].denominator), &common))
      return refuse_size (error, "percentage");
  for (guint i = 0; i < n_parties; i++)
    if (__builtin_mul_overflow (parties[i].numerator, common / parties[i].denominator, &shares[i].weight) ||
        __builtin_add_overflow (sum, shares[i].weight, &sum))
      return refuse_size (error, "percentage");
  return sum == common || cvn_check_fail (error, "percentage", _("Together the percentages must make exactly 100 %."));
}

static gboolean
weigh (const CvnContributionRule  *rule,
       const CvnContributionParty *parties,
       guint                       n_parties,
       CvnContributionShare       *shares,
       GError                    **error)
{
  for (guint i = 0; i < n_parties; i++)
    {
      if (!check_party (rule, parties, i, error))
        return FALSE;
      shares[i] = (CvnContributionShare){ .party = parties[i].party, .weight = rule->method == CVN_CONTRIBUTION_EQUAL };
      if (rule->method == CVN_CONTRIBUTION_FIXED || rule->method == CVN_CONTRIBUTION_FIXED_PLUS)
        shares[i].fixed = parties[i].fixed;
      if (!counts_inhabitants (rule))
        continue;
      shares[i].weight = parties[i].inhabitants;
      shares[i].population_date = parties[i].population_date;
      shares[i].population_source = parties[i].population_source;
    }
  return rule->method != CVN_CONTRIBUTION_PERCENTAGE || weigh_fractions (parties, n_parties, shares, error);
}

static int
compare_parties (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (((const Order *) a)->party, ((const Order *) b)->party);
}

/* The sum of the weights is what everyone's share is a part of. */
static gboolean
find_exact_parts (const CvnContributionRule *rule,
                  CvnContributionShare      *shares,
                  guint                      n_shares,
                  gint64                    *total,
                  GError                   **error)
{
  gint64 sum = 0;

  if (!cvn_contribution_rule_get_total (rule, total, error))
    return FALSE;
  for (guint i = 0; i < n_shares; i++)
    if (__builtin_add_overflow (sum, shares[i].weight, &sum))
      return refuse_size (error, "total");
  for (guint i = 0; i < n_shares; i++)
    {
      CvnContributionShare *share = &shares[i];

      if (__builtin_mul_overflow (*total, share->weight, &share->numerator))
        return refuse_size (error, "total");
      share->denominator = sum;
      share->floor = share->numerator / sum;
      share->remainder = share->numerator % sum;
    }
  return TRUE;
}

/* cvn_allocate() breaks ties by place, so it gets the parties in the order of their ids (invariant 2). */
static gboolean
divide (const CvnContributionRule *rule,
        CvnContributionShare      *shares,
        guint                      n_shares,
        GError                   **error)
{
  g_autofree Order  *order = g_new (Order, n_shares);
  g_autofree gint64 *weights = g_new (gint64, n_shares);
  g_autofree gint64 *parts = g_new (gint64, n_shares);
  gint64             total;

  if (!find_exact_parts (rule, shares, n_shares, &total, error))
    return FALSE;
  for (guint i = 0; i < n_shares; i++)
    order[i] = (Order){ shares[i].party, i };
  qsort (order, n_shares, sizeof *order, compare_parties);
  for (guint i = 0; i < n_shares; i++)
    weights[i] = shares[order[i].place].weight;
  if (!cvn_allocate (total, weights, n_shares, parts, error))
    return FALSE;
  for (guint i = 0; i < n_shares; i++)
    {
      CvnContributionShare *share = &shares[order[i].place];

      share->amount = parts[i];
      share->cent_given = parts[i] - share->floor;
    }
  return TRUE;
}

static gboolean
round_alone (const CvnContributionRule *rule,
             CvnContributionShare      *share,
             GError                   **error)
{
  gint64 rate = counts_inhabitants (rule) ? rule->rate : 0;
  gint64 exact;

  if (__builtin_mul_overflow (rate, share->weight, &exact) || __builtin_add_overflow (exact, share->fixed, &exact) ||
      __builtin_mul_overflow (exact, rule->index != 0 ? rule->index : 1, &share->numerator))
    return refuse_size (error, rate != 0 ? "rate" : "fixed");
  share->denominator = rule->index != 0 ? rule->base_index : 1;
  share->floor = share->numerator / share->denominator;
  share->remainder = share->numerator % share->denominator;
  share->cent_given = share->remainder >= share->denominator - share->remainder;
  share->amount = share->floor + share->cent_given;
  return TRUE;
}

/* Fixed amounts may come with a total that they should make. */
static gboolean
check_fixed (const CvnContributionRule  *rule,
             const CvnContributionParty *parties,
             guint                       n_parties,
             GError                    **error)
{
  g_autofree gint64 *amounts = NULL;

  if (rule->method != CVN_CONTRIBUTION_FIXED || rule->total == 0)
    return TRUE;
  amounts = g_new (gint64, n_parties);
  for (guint i = 0; i < n_parties; i++)
    amounts[i] = parties[i].fixed;
  return cvn_contribution_rule_check_sum (rule->total, amounts, n_parties, error);
}

/**
 * cvn_contribution_rule_apply:
 * @parties: (array length=n_parties): in the order of the sheet
 * @shares: (out caller-allocates) (array length=n_parties): the lines of the sheet; undefined on error
 *
 * What each party owes by @rule: features 22 to 24. A total is divided by largest remainder, ties to the lower id of
 * the organisation, and the amounts make the total exactly. Fails with %CVN_ERROR_INVALID, %CVN_ERROR_OUT_OF_RANGE or
 * %CVN_ERROR_OVERFLOW at "total", "rate", "index", "fixed", "inhabitants", "percentage", "amount" or "organisation".
 */
gboolean
cvn_contribution_rule_apply (const CvnContributionRule  *rule,
                             const CvnContributionParty *parties,
                             guint                       n_parties,
                             CvnContributionShare       *shares,
                             GError                    **error)
{
  if (n_parties == 0)
    return cvn_check_fail (error, "organisation", _("Choose at least one party to divide among."));
  if (!check_rule (rule, error) || !weigh (rule, parties, n_parties, shares, error) ||
      !check_fixed (rule, parties, n_parties, error))
    return FALSE;
  if (cvn_contribution_rule_divides (rule))
    return divide (rule, shares, n_parties, error);
  for (guint i = 0; i < n_parties; i++)
    if (!round_alone (rule, &shares[i], error))
      return FALSE;
  return TRUE;
}
