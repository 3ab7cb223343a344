/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-period"

#include "cvn-period.h"

#include "cvn-allocation.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>

static const CvnDate first_day = { 1, 1, 1 };
static const CvnDate last_day = { 9999, 12, 31 };

/* The first and last day, with open ends at the ends of the calendar. */
static CvnPeriod
close_ends (const CvnPeriod *period)
{
  return (CvnPeriod){ period->from.year == 0 ? first_day : cvn_date_first (&period->from),
                      period->to.year == 0 ? last_day : cvn_date_last (&period->to) };
}

/**
 * cvn_period_is_valid:
 * @period: a period
 *
 * Whether each end is open or a date that exists, and it does not end before it
 * begins. Any thread, as all of this file.
 */
gboolean
cvn_period_is_valid (const CvnPeriod *period)
{
  CvnPeriod days;

  g_return_val_if_fail (period != NULL, FALSE);

  if ((period->from.year != 0 && !cvn_date_is_valid (&period->from)) ||
      (period->to.year != 0 && !cvn_date_is_valid (&period->to)))
    return FALSE;

  days = close_ends (period);
  return cvn_date_compare (&days.from, &days.to) <= 0;
}

/**
 * cvn_period_contains:
 * @period: a valid period
 * @date: a valid date
 *
 * Whether all days of @date are in @period.
 */
gboolean
cvn_period_contains (const CvnPeriod *period, const CvnDate *date)
{
  CvnPeriod whole = { *date, *date };

  return cvn_period_covers (period, &whole);
}

/**
 * cvn_period_covers:
 * @outer: a valid period
 * @inner: a valid period
 *
 * Whether all days of @inner are in @outer.
 */
gboolean
cvn_period_covers (const CvnPeriod *outer, const CvnPeriod *inner)
{
  CvnPeriod a, b;

  g_return_val_if_fail (cvn_period_is_valid (outer) && cvn_period_is_valid (inner), FALSE);

  a = close_ends (outer);
  b = close_ends (inner);
  return cvn_date_compare (&a.from, &b.from) <= 0 && cvn_date_compare (&b.to, &a.to) <= 0;
}

/**
 * cvn_period_overlaps:
 * @a: a valid period
 * @b: a valid period
 *
 * Whether they have a day in common.
 */
gboolean
cvn_period_overlaps (const CvnPeriod *a, const CvnPeriod *b)
{
  CvnPeriod common;

  return cvn_period_intersect (a, b, &common);
}

/**
 * cvn_period_intersect:
 * @a: a valid period
 * @b: a valid period
 * @common: (out): the days that are in both, open where both are; untouched if none
 *
 * Returns: whether there are such days
 */
gboolean
cvn_period_intersect (const CvnPeriod *a, const CvnPeriod *b, CvnPeriod *common)
{
  CvnPeriod x, y, result;

  g_return_val_if_fail (cvn_period_is_valid (a) && cvn_period_is_valid (b), FALSE);
  g_return_val_if_fail (common != NULL, FALSE);

  x = close_ends (a);
  y = close_ends (b);
  result.from = cvn_date_compare (&x.from, &y.from) > 0 ? x.from : y.from;
  result.to = cvn_date_compare (&x.to, &y.to) < 0 ? x.to : y.to;
  if (cvn_date_compare (&result.from, &result.to) > 0)
    return FALSE;

  if (a->from.year == 0 && b->from.year == 0)
    result.from = (CvnDate){ 0 };
  if (a->to.year == 0 && b->to.year == 0)
    result.to = (CvnDate){ 0 };

  *common = result;
  return TRUE;
}

/**
 * cvn_period_follows:
 * @later: a valid period
 * @earlier: a valid period
 *
 * Whether @later begins on the day after @earlier ends, as an extension of an
 * agreement should.
 */
gboolean
cvn_period_follows (const CvnPeriod *later, const CvnPeriod *earlier)
{
  g_return_val_if_fail (cvn_period_is_valid (later) && cvn_period_is_valid (earlier), FALSE);

  if (later->from.year == 0 || earlier->to.year == 0)
    return FALSE;

  return cvn_date_days_between (cvn_date_last (&earlier->to), cvn_date_first (&later->from)) == 1;
}

/**
 * cvn_period_days:
 * @period: a valid period
 *
 * Returns: the number of days, both ends counted, or -1 when an end is open
 */
int
cvn_period_days (const CvnPeriod *period)
{
  g_return_val_if_fail (cvn_period_is_valid (period), -1);

  if (period->from.year == 0 || period->to.year == 0)
    return -1;

  return cvn_date_days_between (cvn_date_first (&period->from), cvn_date_last (&period->to)) + 1;
}

/* The whole months of @year in @period, or -1 when a month is broken. */
static int
count_months (const CvnPeriod *period, int year)
{
  CvnDate   whole = { (gint16) year, 0, 0 };
  CvnPeriod in_year = { whole, whole }, days;
  CvnDate   from_month, to_month;

  if (!cvn_period_intersect (period, &in_year, &days))
    return 0;

  from_month = (CvnDate){ days.from.year, days.from.month, 0 };
  to_month = (CvnDate){ days.to.year, days.to.month, 0 };
  to_month = cvn_date_last (&to_month);
  from_month = cvn_date_first (&from_month);
  if (cvn_date_compare (&from_month, &days.from) != 0 || cvn_date_compare (&to_month, &days.to) != 0)
    return -1;

  return days.to.month - days.from.month + 1;
}

/**
 * cvn_period_split_year:
 * @year: the year that @total is for
 * @periods: (array length=n): valid periods that do not overlap, such as an agreement
 *   and its extension
 * @n: how many
 * @total: cents for the twelve months of @year
 * @parts: (out) (array length=n): the cents of each period
 * @error: CVN_ERROR_INVALID when a period breaks a month or they hold over twelve months
 *
 * Splits a year where one agreement takes over from another, in whole months: with a
 * break on 1 June 5/12 and 7/12. Odd cents go by largest remainder. The parts sum to
 * @total when the periods cover the year; a month that none covers is nobody's.
 */
gboolean
cvn_period_split_year (int year, const CvnPeriod *periods, guint n, gint64 total, gint64 *parts, GError **error)
{
  g_autofree gint64 *months = NULL;
  g_autofree gint64 *shares = NULL;
  gint64             left = 12;

  g_return_val_if_fail (year >= 1 && year <= 9999, FALSE);
  g_return_val_if_fail (n == 0 || (periods != NULL && parts != NULL), FALSE);

  months = g_new0 (gint64, (gsize) n + 1);
  shares = g_new0 (gint64, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      months[i] = count_months (&periods[i], year);
      if (months[i] < 0)
        {
          g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                               _("A year can be split in whole months only: let the period begin on the first and end on the last day of a month."));
          return FALSE;
        }
      left -= months[i];
    }

  if (left < 0)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("The periods overlap: together they have more than twelve months in one year."));
      return FALSE;
    }

  months[n] = left;
  if (!cvn_allocate (total, months, n + 1, shares, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    parts[i] = shares[i];
  return TRUE;
}
