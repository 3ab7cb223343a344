/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-forecast"

#include "cvn-fee-forecast.h"

#include "cvn-allocation.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What the fees will bring, and how registrations compare. Source: features 55 to 58 and invariant 5 of the data model.
 * All functions are pure: any thread.
 */

#define N_MONTHS 12

/* The earlier years together: each month, those that are known this year, and those that are open. */
typedef struct
{
  gint64 months[N_MONTHS];
  gint64 known;
  gint64 open;
  gint64 n_years;
} Season;

static gboolean
is_whole (const CvnFeeYear *year)
{
  for (guint m = 0; m < N_MONTHS; m++)
    if (!year->known[m])
      return FALSE;
  return TRUE;
}

static gboolean
add_year (Season           *season,
          const CvnFeeYear *earlier,
          const CvnFeeYear *year,
          GError          **error)
{
  for (guint m = 0; m < N_MONTHS; m++)
    {
      gint64 *side = year->known[m] ? &season->known : &season->open;

      if (earlier->months[m] < 0)
        return cvn_check_fail (error, "month", _("A figure of a month cannot be negative."));
      if (!cvn_money_add (season->months[m], earlier->months[m], &season->months[m], error) ||
          !cvn_money_add (*side, earlier->months[m], side, error))
        return FALSE;
    }
  season->n_years++;
  return TRUE;
}

static gboolean
add_known (const CvnFeeYear *year,
           CvnFeeForecast   *forecast,
           GError          **error)
{
  for (guint m = 0; m < N_MONTHS; m++)
    {
      forecast->estimated[m] = !year->known[m];
      if (!year->known[m])
        continue;
      if (year->months[m] < 0)
        return cvn_check_fail (error, "month", _("A figure of a month cannot be negative."));
      forecast->months[m] = year->months[m];
      if (!cvn_money_add (forecast->known_total, year->months[m], &forecast->known_total, error))
        return FALSE;
    }
  return TRUE;
}

/* What the open months bring together. */
static gboolean
estimate_rest (const Season         *season,
               const CvnFeeForecast *forecast,
               gint64               *rest,
               GError              **error)
{
  gint64 all;
  gint64 projected;

  if (season->known == 0)
    return cvn_money_mul_div (season->open, 1, season->n_years, rest, error);
  return cvn_money_add (season->known, season->open, &all, error) &&
         cvn_money_mul_div (forecast->known_total, all, season->known, &projected, error) &&
         cvn_money_sub (projected, forecast->known_total, rest, error);
}

/**
 * cvn_fee_forecast_make:
 * @earlier: (array length=n_earlier): earlier years; only those with all months known count
 * @year: the year with its known months
 * @forecast: (out): undefined on error
 *
 * Fills the open months of a year by the season of earlier years, in whole counts or cents:
 *
 *   share of a month  = its sum over the earlier years / the sum of all their months
 *   projected year    = sum of the known months / sum of the shares of the known months, rounded half away from zero
 *   open months       = projected year - sum of the known months, by the shares of the open months, largest remainder
 *
 * When no month with a share is known, the open months get the average of the earlier years. The months make
 * total exactly. Source: feature 57. Fails with %CVN_ERROR_NOT_FOUND when there are open months but no whole earlier year,
 * %CVN_ERROR_INVALID at "month" for a figure below zero, or %CVN_ERROR_OVERFLOW.
 */
gboolean
cvn_fee_forecast_make (const CvnFeeYear *earlier,
                       guint             n_earlier,
                       const CvnFeeYear *year,
                       CvnFeeForecast   *forecast,
                       GError          **error)
{
  gint64 weights[N_MONTHS];
  gint64 parts[N_MONTHS];
  Season season = { 0 };
  gint64 rest;

  *forecast = (CvnFeeForecast){ 0 };
  if (!add_known (year, forecast, error))
    return FALSE;
  forecast->total = forecast->known_total;
  if (is_whole (year))
    return TRUE;
  for (guint i = 0; i < n_earlier; i++)
    if (is_whole (&earlier[i]) && !add_year (&season, &earlier[i], year, error))
      return FALSE;
  if (season.n_years == 0)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("There is no earlier year with figures for all months to estimate from."));
      return FALSE;
    }
  if (season.open == 0)
    return TRUE;
  for (guint m = 0; m < N_MONTHS; m++)
    weights[m] = year->known[m] ? 0 : season.months[m];
  if (!estimate_rest (&season, forecast, &rest, error) || !cvn_allocate (rest, weights, N_MONTHS, parts, error))
    return FALSE;
  for (guint m = 0; m < N_MONTHS; m++)
    forecast->months[m] += parts[m];
  return cvn_money_add (forecast->known_total, rest, &forecast->total, error);
}

static gboolean
is_known (const gint64 *known,
          guint         n_known,
          gint64        month)
{
  for (guint i = 0; i < n_known; i++)
    if (known[i] == month)
      return TRUE;
  return FALSE;
}

/**
 * cvn_fee_find_missing_months:
 * @known: (array length=n_known): months with figures, in any order
 * @first_month: from which month on there should be figures
 * @after_day: a month is due when this day of the next month is over: 10 in feature 58
 *
 * Returns: (transfer full) (element-type gint64): the months without figures, the oldest first
 */
GArray *
cvn_fee_find_missing_months (const gint64  *known,
                             guint          n_known,
                             gint64         first_month,
                             const CvnDate *today,
                             guint          after_day)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  last = cvn_month_of_date (today) - (today->day > after_day ? 1 : 2);

  for (gint64 month = first_month; month <= last; month++)
    if (!is_known (known, n_known, month))
      g_array_append_val (missing, month);
  return missing;
}

/**
 * cvn_fee_per_thousand:
 * @hundredths: (out): registrations per 1,000 inhabitants, in hundredths, half away from zero: 1234 for 12.34
 *
 * Fails with %CVN_ERROR_OUT_OF_RANGE at "inhabitants" or "count", or %CVN_ERROR_OVERFLOW.
 */
gboolean
cvn_fee_per_thousand (gint64   count,
                      gint64   inhabitants,
                      gint64  *hundredths,
                      GError **error)
{
  const char *field = inhabitants <= 0 ? "inhabitants" : count < 0 ? "count"
                                                                   : NULL;

  if (field == NULL)
    return cvn_money_mul_div (count, G_GINT64_CONSTANT (100000), inhabitants, hundredths, error);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE,
                       inhabitants <= 0 ? _("Fill in a number of inhabitants above zero.") : _("A count cannot be negative."));
  cvn_error_set_field (error, field);
  return FALSE;
}

/**
 * cvn_fee_compare_shares:
 * @counts: (array length=n): registrations of each municipality
 * @inhabitants: (array length=n): of each
 * @shares: (out caller-allocates) (array length=n)
 *
 * The share in the registrations beside that in the inhabitants, per mille by largest remainder, so that each column makes
 * 1000. Fails with %CVN_ERROR_INVALID at "count" or "inhabitants" when one is negative or all are zero.
 */
gboolean
cvn_fee_compare_shares (const gint64 *counts,
                        const gint64 *inhabitants,
                        guint         n,
                        CvnFeeShare  *shares,
                        GError      **error)
{
  g_autofree gint64 *count_parts = g_new (gint64, MAX (n, 1));
  g_autofree gint64 *population_parts = g_new (gint64, MAX (n, 1));

  if (!cvn_allocate (1000, counts, n, count_parts, error))
    {
      cvn_error_set_field (error, "count");
      return FALSE;
    }
  if (!cvn_allocate (1000, inhabitants, n, population_parts, error))
    {
      cvn_error_set_field (error, "inhabitants");
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    shares[i] = (CvnFeeShare){ count_parts[i], population_parts[i] };
  return TRUE;
}

/* ISO days sort as text; an empty end is open. */
static gboolean
have_common_day (const CvnFeeRow *a,
                 const CvnFeeRow *b)
{
  return (a->valid_to == NULL || strcmp (b->valid_from, a->valid_to) <= 0) &&
         (b->valid_to == NULL || strcmp (a->valid_from, b->valid_to) <= 0);
}

/**
 * cvn_fee_check_overlap:
 * @fees: (array length=n_fees): in any order
 *
 * Invariant 5: fees for one service and one group have no day in common, and none ends before it begins. A fee for
 * everyone beside one for children is fine: cvn_fee_rule_find() takes the one that says more. Fails with
 * %CVN_ERROR_INVALID at "valid_from" or "valid_to"; the message has the day.
 */
gboolean
cvn_fee_check_overlap (const CvnFeeRow *fees,
                       guint            n_fees,
                       GError         **error)
{
  for (guint i = 0; i < n_fees; i++)
    {
      if (fees[i].valid_to != NULL && strcmp (fees[i].valid_to, fees[i].valid_from) < 0)
        return cvn_check_fail (error, "valid_to", _("The end must not lie before the beginning."));
      for (guint j = 0; j < i; j++)
        if (g_str_equal (fees[i].service, fees[j].service) && g_str_equal (fees[i].payer, fees[j].payer) &&
            have_common_day (&fees[i], &fees[j]))
          {
            g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("Another fee for the same service and group is valid from %s: let one end before the other begins."),
                         fees[j].valid_from);
            cvn_error_set_field (error, "valid_from");
            return FALSE;
          }
    }
  return TRUE;
}
