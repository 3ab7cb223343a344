/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-direction-rule"

#include "cvn-direction-rule.h"

static const char *const timings[CVN_N_TIMINGS] = { "now", "next", "later" };

static gboolean
is_one_of (const char        *code,
           const char *const *codes)
{
  return code != NULL && g_strv_contains (codes, code);
}

/**
 * cvn_timing_find:
 * @timing: (nullable): what a person has put it under
 * @start_year: 0 when there is none
 * @maturity: (nullable): how far it is; not derived from the start year
 * @year: the year it is
 *
 * What a person has said goes first. Else what runs already, or starts this year or has started, is now; what starts next
 * year is next; what starts later, or nobody knows when, is later. Any thread, as all of this file.
 */
CvnTiming
cvn_timing_find (const char *timing,
                 gint64      start_year,
                 const char *maturity,
                 int         year)
{
  static const char *const running[] = { "starting", "largely", "developed", NULL };

  for (guint i = 0; i < CVN_N_TIMINGS; i++)
    if (g_strcmp0 (timing, timings[i]) == 0)
      return (CvnTiming) i;
  if (is_one_of (maturity, running) || (start_year != 0 && start_year <= year))
    return CVN_TIMING_NOW;
  return start_year == year + 1 ? CVN_TIMING_NEXT : CVN_TIMING_LATER;
}

/** cvn_timing_get_code: what is stored: now, next or later. */
const char *
cvn_timing_get_code (CvnTiming timing)
{
  return timings[timing];
}

static gboolean
parse_day (const char *iso,
           CvnDate    *day)
{
  return iso != NULL && cvn_date_parse_iso (iso, day, NULL) && cvn_date_get_precision (day) == CVN_DATE_DAY;
}

/**
 * cvn_slip_find:
 * @first_planned: (nullable): ISO day that it was planned for at first
 * @planned: (nullable): ISO day that it is planned for; where @first_planned is missing, it stands for it
 * @done_on: (nullable): ISO day on which it was achieved
 * @status: (nullable): of the milestone
 * @today: ISO day
 * @days: (out): how many days later than first planned; below zero when earlier
 *
 * Achieved: the day it was achieved on. Not yet: the day it is planned for, or today when that has passed.
 *
 * Returns: FALSE when there is no telling: it has no planned day, or was dropped
 */
gboolean
cvn_slip_find (const char *first_planned,
               const char *planned,
               const char *done_on,
               const char *status,
               const char *today,
               int        *days)
{
  CvnDate first;
  CvnDate last;
  CvnDate now;

  if (g_strcmp0 (status, "dropped") == 0 || !parse_day (first_planned != NULL ? first_planned : planned, &first))
    return FALSE;
  if (g_strcmp0 (status, "achieved") == 0)
    {
      if (!parse_day (done_on, &last))
        return FALSE;
    }
  else
    {
      if (!parse_day (planned, &last))
        last = first;
      if (parse_day (today, &now) && cvn_date_compare (&now, &last) > 0)
        last = now;
    }
  *days = cvn_date_days_between (first, last);
  return TRUE;
}

/** cvn_risk_level: of likelihood times impact: 15 and more is high, 6 and more medium. */
CvnRiskLevel
cvn_risk_level (gint64 likelihood,
                gint64 impact)
{
  gint64 score = likelihood * impact;

  return score >= 15 ? CVN_RISK_HIGH : score >= 6 ? CVN_RISK_MEDIUM
                                                  : CVN_RISK_LOW;
}

/** cvn_risk_trend: against the last card; @score_before is 0 when the risk was not on it. */
CvnTrend
cvn_risk_trend (gint64 score_before,
                gint64 score_now)
{
  if (score_before == 0)
    return CVN_TREND_NEW;
  return score_now > score_before ? CVN_TREND_UP : score_now < score_before ? CVN_TREND_DOWN
                                                                            : CVN_TREND_SAME;
}

/** cvn_risk_is_live: whether a card still has to speak of it. */
gboolean
cvn_risk_is_live (const char *status)
{
  static const char *const live[] = { "open", "controlled", "occurred", NULL };

  return is_one_of (status, live);
}

/* Codes such as 2018-H2 sort by time; what has no half-year is of all of them. */
static gboolean
is_due (const char *half_year,
        const char *card_half_year)
{
  return half_year == NULL || g_strcmp0 (half_year, card_half_year) <= 0;
}

/** cvn_step_is_carried: whether the card of a half-year takes a step over: it is of that half-year or before, and not finished. */
gboolean
cvn_step_is_carried (const char *status,
                     const char *half_year,
                     const char *card_half_year)
{
  static const char *const open[] = { "idea", "planned", "running", NULL };

  return is_one_of (status, open) && is_due (half_year, card_half_year);
}

/** cvn_milestone_is_carried: whether the card of a half-year takes a milestone over: it is of that half-year or before, and not achieved. */
gboolean
cvn_milestone_is_carried (const char *status,
                          const char *half_year,
                          const char *card_half_year)
{
  static const char *const open[] = { "open", "running", "on_track", "waiting", "delayed", NULL };

  return is_one_of (status, open) && is_due (half_year, card_half_year);
}
