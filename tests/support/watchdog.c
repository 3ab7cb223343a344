/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "watchdog"

#include "watchdog.h"

#include <string.h>
#include <time.h>

/* How long the main loop was away: from the end of one poll to the beginning of the next. Time on the clock says little
 * on a machine that does other work as well, so it is taken apart: what this thread worked, what it waited (for a disk, a
 * lock, another process), and what it was ready to run and was not let, which is the machine's doing and is left out. So is
 * what the display server was ready to run and was not let: GTK asks it a dozen questions for every frame in which something
 * has another size, and it shares the processors with whatever else runs. What it does work is waited for, and counts. */
typedef struct
{
  gint64 clock;   /* µs */
  gint64 worked;  /* µs on a processor */
  gint64 delayed; /* µs ready to run */
  gint64 display; /* µs in which the display server was ready to run */
} Moment;

/* What people do not notice, µs. It says something of the program only on a machine that has nothing else to do, so it is
 * asked for: `meson test --setup quiet`. */
#define LIMIT_QUIET 50000

/* Time on a processor hardly depends on what else the machine does: a busy one, or a slow one, at most doubles it. So this
 * much work, µs, is never the machine's doing. */
#define LIMIT_WORK 250000

/* What no machine that is merely busy makes of work that belongs on the main thread, µs: something is being waited for. */
#define LIMIT_WAIT 1000000

static gboolean away;
static Moment   left;
static gint64   longest_work;
static gint64   longest_wait;

/* The kernel's count, of the thread or process that has this file; 0 where it has none. */
static gint64
read_run_delay (const char *path)
{
  g_autofree char *text = NULL;
  const char      *second;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  second = strchr (text, ' ');
  return second != NULL ? g_ascii_strtoll (second, NULL, 10) / 1000 : 0;
}

/* headless.sh says which process the display server is. */
static gint64
read_display_delay (void)
{
  const char      *pid = g_getenv ("CVN_DISPLAY_PID");
  g_autofree char *path = pid != NULL ? g_build_filename ("/proc", pid, "schedstat", NULL) : NULL;

  return path != NULL ? read_run_delay (path) : 0;
}

static Moment
take_moment (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked);
  return (Moment){ g_get_monotonic_time (), (gint64) worked.tv_sec * G_USEC_PER_SEC + worked.tv_nsec / 1000, read_run_delay ("/proc/thread-self/schedstat"), read_display_delay () };
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
      gint64 waited = MAX (now.clock - left.clock - worked - delayed - (now.display - left.display), 0);

      if (worked > LIMIT_QUIET / 2 || waited > LIMIT_QUIET / 2)
        g_test_message ("the main loop was away: %.1f ms of work, %.1f ms of waiting", (double) worked / 1000, (double) waited / 1000);
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

/* @usual, or what a quiet machine is held to. Sanitizers and valgrind make everything slower by a factor that E2E_SLOW tells. */
static gint64
get_limit (gint64 usual)
{
  const char *factor = g_getenv ("E2E_SLOW");
  gint64      limit = g_getenv ("CVN_QUIET") != NULL ? LIMIT_QUIET : usual;

  return factor != NULL ? (gint64) ((double) limit * g_ascii_strtod (factor, NULL)) : limit;
}

/* Runs the tests, and sees that the main loop of the default context never works for long at one go, nor waits: with CVN_QUIET,
 * never for longer than people notice. What it measured is printed either way.
 * Returns: what g_test_run() does */
int
cvn_watchdog_run_tests (void)
{
  int status;

  longest_work = 0;
  longest_wait = 0;
  away = FALSE;
  g_main_context_set_poll_func (NULL, watch_poll);
  status = g_test_run ();
  cvn_watchdog_mark ();
  g_main_context_set_poll_func (NULL, NULL);
  g_print ("# the main loop was away for %.1f ms of work and %.1f ms of waiting at most\n",
           (double) longest_work / 1000, (double) longest_wait / 1000);
  g_assert_cmpint (longest_work, <=, get_limit (LIMIT_WORK));
  g_assert_cmpint (longest_wait, <=, get_limit (LIMIT_WAIT));
  return status;
}
