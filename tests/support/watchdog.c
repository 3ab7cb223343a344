/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "watchdog"

#include "watchdog.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How long the main loop was away: from the end of one poll to the beginning of the next. Time on the clock says little
 * on a machine that does other work as well, so it is taken apart: what this thread worked, what it waited (for a disk, a
 * lock, another process), and what it was ready to run and was not let, which is the machine's doing and is left out. */
typedef struct
{
  gint64 clock;   /* µs */
  gint64 worked;  /* µs on a processor */
  gint64 delayed; /* µs ready to run */
} Moment;

/* What people do not notice, µs. On a machine whose processors are taken work is slower too, as caches are shared, and those
 * that are waited for wait themselves. */
#define LIMIT      50000
#define LIMIT_BUSY 100000

static gboolean away;
static Moment   left;
static gint64   longest_work;
static gint64   longest_wait;
static gint64   all_work;
static gint64   all_delay;

/* The kernel's count; 0 where it has none. */
static gint64
read_run_delay (void)
{
  g_autofree char *text = NULL;
  const char      *second;

  if (!g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    return 0;
  second = strchr (text, ' ');
  return second != NULL ? g_ascii_strtoll (second, NULL, 10) / 1000 : 0;
}

static Moment
take_moment (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked);
  return (Moment){ g_get_monotonic_time (), (gint64) worked.tv_sec * G_USEC_PER_SEC + worked.tv_nsec / 1000, read_run_delay () };
}

/* Ends what is being measured: the loop is about to poll, or a test's own code is about to run. */
void
cvn_watchdog_mark (void)
{
  if (away)
    {
      Moment now = take_moment ();
      gint64 worked = now.worked - left.worked;
      gint64 delayed = now.delayed - left.delayed;
      gint64 waited = MAX (now.clock - left.clock - worked - delayed, 0);

      if (worked > LIMIT / 2 || waited > LIMIT / 2)
        g_test_message ("the main loop was away: %.1f ms of work, %.1f ms of waiting", (double) worked / 1000, (double) waited / 1000);
      all_work += worked;
      all_delay += delayed;
      longest_work = MAX (longest_work, worked);
      longest_wait = MAX (longest_wait, waited);
    }
  away = FALSE;
}

static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int n;

  cvn_watchdog_mark ();
  n = g_poll (fds, n_fds, timeout);
  left = take_moment ();
  away = TRUE;
  return n;
}

/* Sanitizers and valgrind make everything slower by a factor that E2E_SLOW tells. */
static gint64
stretch (gint64 limit)
{
  const char *factor = g_getenv ("E2E_SLOW");

  return factor != NULL ? (gint64) ((double) limit * g_ascii_strtod (factor, NULL)) : limit;
}

/* Whether others had the processors: in the last minute, or when this thread wanted them. */
static gboolean
is_busy (void)
{
  double load = 0;

  getloadavg (&load, 1);
  return load > 0.75 * g_get_num_processors () || all_delay > all_work / 20;
}

/* Runs the tests, and sees that the main loop of the default context is never away for longer than people notice.
 * Returns: what g_test_run() does */
int
cvn_watchdog_run_tests (void)
{
  int status;

  longest_work = 0;
  longest_wait = 0;
  all_work = 0;
  all_delay = 0;
  away = FALSE;
  g_main_context_set_poll_func (NULL, watch_poll);
  status = g_test_run ();
  cvn_watchdog_mark ();
  g_main_context_set_poll_func (NULL, NULL);
  g_print ("# the main loop was away for %.1f ms of work and %.1f ms of waiting at most\n",
           (double) longest_work / 1000, (double) longest_wait / 1000);
  g_assert_cmpint (longest_work, <=, stretch (is_busy () ? LIMIT_BUSY : LIMIT));
  /* On a busy machine those that are waited for wait themselves, as does the disk. */
  if (!is_busy ())
    g_assert_cmpint (longest_wait, <=, stretch (LIMIT));
  return status;
}
