/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-clock"

#include "cvn-clock.h"

/* The only place where the store looks at the clock: for the journal's times and the dates of backups. */

static CvnClockFunc clock_func;

static char *
format (const char *pattern,
        gboolean    utc)
{
  gint64 seconds = clock_func != NULL ? clock_func () : g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) time = utc ? g_date_time_new_from_unix_utc (seconds) : g_date_time_new_from_unix_local (seconds);

  return g_date_time_format (time, pattern);
}

/** cvn_clock_dup_now: (transfer full): this moment in UTC, "2018-06-30T12:00:00Z". */
char *
cvn_clock_dup_now (void)
{
  return format ("%Y-%m-%dT%H:%M:%SZ", TRUE);
}

/** cvn_clock_dup_today: (transfer full): the day on the wall, "2018-06-30". */
char *
cvn_clock_dup_today (void)
{
  return format ("%Y-%m-%d", FALSE);
}

/** cvn_clock_dup_stamp: (transfer full): this moment for a file's name, "20180630T120000Z". */
char *
cvn_clock_dup_stamp (void)
{
  return format ("%Y%m%dT%H%M%SZ", TRUE);
}

/** cvn_clock_set_for_tests: takes the time from @func; NULL gives the real clock back. */
void
cvn_clock_set_for_tests (CvnClockFunc func)
{
  clock_func = func;
}
