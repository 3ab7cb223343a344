/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-clash"

#include "cvn-clash.h"

#include "cvn-holiday.h"
#include "cvn-zone-time.h"

#include <string.h>

/* An event that the centre only announces is not its to plan; one that was cancelled takes no room. */
static gboolean
counts (const CvnClashEvent *event)
{
  return event->starts != NULL && g_strcmp0 (event->mode, "announced") != 0 && g_strcmp0 (event->status, "cancelled") != 0;
}

static gboolean
get_days (const CvnClashEvent *event,
          CvnDate             *first,
          CvnDate             *last)
{
  int minutes;

  return cvn_local_time_parse (event->starts, first, &minutes, NULL) && cvn_zone_time_last_day (event->starts, event->ends, last);
}

/* The public holidays among its days; an event of more than two months is a series, of which each day is not looked at. */
static void
find_holidays (const CvnClashEvent *event,
               GArray              *clashes)
{
  CvnDate day;
  CvnDate last;

  if (!get_days (event, &day, &last) || cvn_date_days_between (day, last) > 62)
    return;
  for (; cvn_date_compare (&day, &last) <= 0; day = cvn_date_add_days (day, 1))
    {
      CvnClash clash = { CVN_CLASH_HOLIDAY, 0, cvn_holiday_find (&day), day };

      if (clash.holiday != NULL)
        g_array_append_val (clashes, clash);
    }
}

/* Without an end it takes its first moment. */
static gboolean
get_moments (const CvnClashEvent *event,
             gint64              *from,
             gint64              *to)
{
  if (!cvn_zone_time_to_unix (event->starts, event->time_zone, from))
    return FALSE;
  if (event->ends == NULL || !cvn_zone_time_to_unix (event->ends, event->time_zone, to))
    *to = *from + 1;
  return TRUE;
}

static gboolean
share_venue (const CvnClashEvent *a,
             const CvnClashEvent *b)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gint64           from[2];
  gint64           to[2];

  if (a->online || b->online || a->location == NULL || b->location == NULL)
    return FALSE;
  one = g_utf8_casefold (a->location, -1);
  other = g_utf8_casefold (b->location, -1);
  return strcmp (one, other) == 0 && get_moments (a, &from[0], &to[0]) && get_moments (b, &from[1], &to[1]) &&
         from[0] < to[1] && from[1] < to[0];
}

/* Weeks begin on Monday: ISO 8601. */
static gboolean
share_week (const CvnClashEvent *a,
            const CvnClashEvent *b)
{
  CvnDate first[2];
  CvnDate last[2];
  int     year[2];

  return get_days (a, &first[0], &last[0]) && get_days (b, &first[1], &last[1]) &&
         cvn_date_iso_week (&first[0], &year[0]) == cvn_date_iso_week (&first[1], &year[1]) && year[0] == year[1];
}

/* "both" are internationals and organisations: it has people in common with each. */
static gboolean
share_audience (const CvnClashEvent *a,
                const CvnClashEvent *b)
{
  return a->audience != NULL && b->audience != NULL &&
         (strcmp (a->audience, b->audience) == 0 || strcmp (a->audience, "both") == 0 || strcmp (b->audience, "both") == 0);
}

/**
 * cvn_clash_find:
 * @others: events around it; the event itself may be among them, and is known by its id
 *
 * What speaks against the time and place of @event. Each other event is named once, by the graver reason. Any thread.
 *
 * Returns: (transfer full) (element-type CvnClash): holidays first, then the others in their order
 */
GArray *
cvn_clash_find (const CvnClashEvent *event,
                const CvnClashEvent *others,
                guint                n_others)
{
  GArray *clashes = g_array_new (FALSE, FALSE, sizeof (CvnClash));

  g_return_val_if_fail (event != NULL, clashes);

  if (!counts (event))
    return clashes;
  find_holidays (event, clashes);
  for (guint i = 0; i < n_others; i++)
    {
      CvnClash clash = { CVN_CLASH_VENUE, i, NULL, { 0 } };

      if (!counts (&others[i]) || (event->id != NULL && g_strcmp0 (event->id, others[i].id) == 0))
        continue;
      if (share_venue (event, &others[i]))
        g_array_append_val (clashes, clash);
      else if (share_week (event, &others[i]) && share_audience (event, &others[i]))
        {
          clash.reason = CVN_CLASH_AUDIENCE;
          g_array_append_val (clashes, clash);
        }
    }
  return clashes;
}
