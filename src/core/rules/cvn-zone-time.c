/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-zone-time"

#include "cvn-zone-time.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Times on the clock of a place: what is stored is what the clock says there, and the name of its zone. What that means in
 * hours is worked out when it is needed, so that a rule that changes later does not move an event. Any thread.
 */

G_LOCK_DEFINE_STATIC (zones);

/* (transfer full) (nullable): a zone is read from its file once: a month of events asks for it a thousand times. */
static GTimeZone *
find_zone (const char *zone)
{
  static GHashTable *zones; /* name to GTimeZone, for the life of the program; there are some six hundred at most */
  const char        *name = zone != NULL && *zone != '\0' ? zone : CVN_ZONE_DEFAULT;
  GTimeZone         *found;

  G_LOCK (zones);
  if (zones == NULL)
    zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
  found = g_hash_table_lookup (zones, name);
  if (found == NULL && (found = g_time_zone_new_identifier (name)) != NULL)
    g_hash_table_insert (zones, g_strdup (name), found);
  if (found != NULL)
    g_time_zone_ref (found);
  G_UNLOCK (zones);
  return found;
}

/* The moment; one that the clock shows twice is the second one, in winter time. A day alone begins at midnight. */
static GDateTime *
find_moment (const char *iso,
             const char *zone,
             int        *hour,
             int        *minute)
{
  g_autoptr (GTimeZone) place = find_zone (zone);
  CvnDate date;
  int     minutes;

  if (place == NULL || !cvn_local_time_parse (iso, &date, &minutes, NULL))
    return NULL;
  *hour = MAX (minutes, 0) / 60;
  *minute = MAX (minutes, 0) % 60;
  return g_date_time_new (place, date.year, date.month, date.day, *hour, *minute, 0);
}

/**
 * cvn_zone_time_check:
 * @iso: a stored local time
 * @zone: (nullable): an IANA zone; NULL for that of the centre
 * @error: %CVN_ERROR_NOT_FOUND for a zone that nobody knows, %CVN_ERROR_INVALID for a time that the clock skips
 *
 * Whether the clock of the place shows that time on that day. A day alone is always right.
 */
gboolean
cvn_zone_time_check (const char *iso,
                     const char *zone,
                     GError    **error)
{
  g_autoptr (GTimeZone) place = find_zone (zone);
  g_autoptr (GDateTime) moment = NULL;
  int hour;
  int minute;

  g_return_val_if_fail (iso != NULL, FALSE);

  if (place == NULL)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("The time zone “%s” is not known. Expected a name such as Europe/Amsterdam."), zone);
      return FALSE;
    }
  if (strchr (iso, 'T') == NULL)
    return TRUE;
  moment = find_moment (iso, zone, &hour, &minute);
  if (moment != NULL && g_date_time_get_hour (moment) == hour && g_date_time_get_minute (moment) == minute)
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("On this day the clock goes forward and skips %s. Choose an earlier or a later time."), strchr (iso, 'T') + 1);
  return FALSE;
}

/** cvn_zone_time_to_unix: the moment in seconds since 1970 in UTC; FALSE for a text that is no time or a zone that nobody knows. */
gboolean
cvn_zone_time_to_unix (const char *iso,
                       const char *zone,
                       gint64     *seconds)
{
  int hour;
  int minute;
  g_autoptr (GDateTime) moment = iso != NULL ? find_moment (iso, zone, &hour, &minute) : NULL;

  if (moment != NULL)
    *seconds = g_date_time_to_unix (moment);
  return moment != NULL;
}

/** cvn_zone_time_minutes: how long it takes, by the clock of somebody who does not turn it; FALSE without an end. */
gboolean
cvn_zone_time_minutes (const char *starts,
                       const char *ends,
                       const char *zone,
                       gint64     *minutes)
{
  gint64 from;
  gint64 to;

  if (!cvn_zone_time_to_unix (starts, zone, &from) || !cvn_zone_time_to_unix (ends, zone, &to))
    return FALSE;
  *minutes = (to - from) / 60;
  return TRUE;
}

/** cvn_zone_time_changes: whether the clock goes forward or back between the two, so that the hours are not what they seem. */
gboolean
cvn_zone_time_changes (const char *starts,
                       const char *ends,
                       const char *zone)
{
  gint64 real;
  gint64 shown;

  return ends != NULL && strchr (starts, 'T') != NULL && cvn_zone_time_minutes (starts, ends, zone, &real) &&
         cvn_zone_time_minutes (starts, ends, "UTC", &shown) && real != shown;
}

/**
 * cvn_zone_time_last_day:
 * @ends: (nullable): a whole day ends on the day after its last one, a time at midnight on the day before
 *
 * The last day on which something of it is to be seen; the first one when there is no end.
 */
gboolean
cvn_zone_time_last_day (const char *starts,
                        const char *ends,
                        CvnDate    *last)
{
  CvnDate first;
  int     minutes;

  if (starts == NULL || !cvn_local_time_parse (starts, &first, &minutes, NULL))
    return FALSE;
  if (ends == NULL || !cvn_local_time_parse (ends, last, &minutes, NULL))
    *last = first;
  else if (minutes <= 0)
    *last = cvn_date_add_days (*last, -1);
  if (cvn_date_compare (last, &first) < 0)
    *last = first;
  return TRUE;
}

/** cvn_zone_time_shift: (transfer full): the same time on the clock, @days later; NULL for a text that is no time. */
char *
cvn_zone_time_shift (const char *iso,
                     int         days)
{
  g_autofree char *day = NULL;
  CvnDate          date;
  int              minutes;

  if (iso == NULL || !cvn_local_time_parse (iso, &date, &minutes, NULL))
    return NULL;
  date = cvn_date_add_days (date, days);
  if (date.year == 0)
    return NULL;
  day = cvn_date_to_iso (&date);
  return g_strconcat (day, strchr (iso, 'T'), NULL);
}
