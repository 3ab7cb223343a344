/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "watchdog"

#include "watchdog.h"

#include <string.h>

/* How long the main loop was away: from the end of one poll to the beginning of the next. What the thread spent waiting
 * for a processor is the machine's doing and is left out; what it spent waiting for a disk or a lock is left in. */
static gint64 away_since; /* µs; 0: not measuring */
static gint64 delay_then;
static gint64 longest; /* µs */

/* µs that this thread has been ready to run and was not let, as the kernel counts it; 0 where it does not. */
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

/* Ends what is being measured: the loop is about to poll, or a test's own code is about to run. */
void
cvn_watchdog_mark (void)
{
  if (away_since != 0)
    {
      gint64 away = g_get_monotonic_time () - away_since - (read_run_delay () - delay_then);

      if (away > 25000)
        g_test_message ("the main loop was away for %.1f ms", (double) away / 1000);
      longest = MAX (longest, away);
    }
  away_since = 0;
}

static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int n;

  cvn_watchdog_mark ();
  n = g_poll (fds, n_fds, timeout);
  delay_then = read_run_delay ();
  away_since = g_get_monotonic_time ();
  return n;
}

/* Measures the main loop of the default context from now on. */
void
cvn_watchdog_start (void)
{
  longest = 0;
  away_since = 0;
  g_main_context_set_poll_func (NULL, watch_poll);
}

/* Ends the measuring. Returns the longest time that the loop was away, in ms. */
double
cvn_watchdog_stop (void)
{
  cvn_watchdog_mark ();
  g_main_context_set_poll_func (NULL, NULL);
  return (double) longest / 1000;
}
