/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-rule"

#include "cvn-event-rule.h"

#include "cvn-money.h"

#include <string.h>

/** cvn_event_no_show: of who signed up, how many per mille did not come, rounded; %CVN_EVENT_NO_FIGURE when nobody had. Any thread, as all here. */
int
cvn_event_no_show (gint64 signed_up,
                   gint64 attended)
{
  gint64 missing = MAX (0, signed_up - attended);

  if (signed_up <= 0 || attended < 0 || signed_up > G_MAXINT64 / 2000)
    return CVN_EVENT_NO_FIGURE;
  return (int) ((missing * 2000 + signed_up) / (2 * signed_up));
}

/** cvn_event_per_head: cents for each person who came, rounded, half a cent away from zero; %CVN_EVENT_NO_FIGURE when nobody did. */
gint64
cvn_event_per_head (gint64 cents,
                    gint64 attended)
{
  gint64 each;

  if (attended <= 0 || cents < 0 || !cvn_money_mul_div (cents, 1, attended, &each, NULL))
    return CVN_EVENT_NO_FIGURE;
  return each;
}

/** cvn_event_cover: how much per mille of the cost sponsors bear, rounded down: a part is never shown as the whole. */
int
cvn_event_cover (gint64 sponsored,
                 gint64 cost)
{
  if (cost <= 0 || sponsored < 0)
    return CVN_EVENT_NO_FIGURE;
  if (sponsored >= cost)
    return 1000;
  return (int) (sponsored <= G_MAXINT64 / 1000 ? sponsored * 1000 / cost : sponsored / (cost / 1000));
}

/** cvn_event_due: the day on which an event that begins on @starts must be published, @lead_days before. */
gboolean
cvn_event_due (const char *starts,
               int         lead_days,
               CvnDate    *due)
{
  int minutes;

  if (starts == NULL || !cvn_local_time_parse (starts, due, &minutes, NULL))
    return FALSE;
  *due = cvn_date_add_days (*due, -lead_days);
  return due->year > 0;
}

/** cvn_event_is_late: whether something was due before today and is not done, or was done after it was due. */
gboolean
cvn_event_is_late (const char *due,
                   const char *done_on,
                   const char *today)
{
  return due != NULL && strcmp (done_on != NULL ? done_on : today, due) > 0;
}

/**
 * cvn_event_shift_day:
 * @day: (nullable): ISO day of something that goes with an event
 * @from: when the event began
 * @to: when it begins now
 *
 * Returns: (transfer full) (nullable): the day as long before or after the event as it was; NULL when one of them is no day
 */
char *
cvn_event_shift_day (const char *day,
                     const char *from,
                     const char *to)
{
  CvnDate date;
  CvnDate first;
  CvnDate last;
  int     minutes;

  if (day == NULL || from == NULL || to == NULL || !cvn_date_parse_iso (day, &date, NULL) || cvn_date_get_precision (&date) != CVN_DATE_DAY ||
      !cvn_local_time_parse (from, &first, &minutes, NULL) || !cvn_local_time_parse (to, &last, &minutes, NULL))
    return NULL;
  date = cvn_date_add_days (date, cvn_date_days_between (first, last));
  return date.year > 0 ? cvn_date_to_iso (&date) : NULL;
}
