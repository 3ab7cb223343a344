/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-events"

#include "big-centre.h"
#include "store-support.h"

#include "cvn-date.h"
#include "cvn-reader-private.h"

#include <malloc.h>
#include <stdio.h>
#include <time.h>

/* How long a calendar of 20,000 events takes to turn to another month, and what it keeps of 200 months turned. It prints. */

#define N_EVENTS 20000
#define N_TURNS  200

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The six weeks that a month shows. */
static guint
turn (CvnReader *reader,
      guint      i)
{
  CvnDate            first = cvn_date_add_months ((CvnDate){ 2010, 1, 1 }, (int) (i * 7) % 120);
  CvnDate            last = cvn_date_add_days (first, 42);
  g_autofree char   *from = cvn_date_to_iso (&first);
  g_autofree char   *to = cvn_date_to_iso (&last);
  CvnFigureArguments arguments = { .from = from, .to = to };
  g_autoptr (CvnTable) table = cvn_reader_figure (reader, "calendar-events", &arguments, NULL);

  g_assert_nonnull (table);
  return cvn_table_get_n_rows (table);
}

int
main (void)
{
  CvnTestFolder folder;
  g_autoptr (CvnDb) db = cvn_test_make_big_centre (&folder, 1000, N_EVENTS);
  g_autoptr (CvnReader) reader = cvn_reader_new (db);
  double times[N_TURNS];
  guint  n_rows = 0;
  gsize  before;
  gsize  after;

  for (guint i = 0; i < 10; i++)
    turn (reader, i);
  before = mallinfo2 ().uordblks;
  for (guint i = 0; i < N_TURNS; i++)
    {
      double start = cpu_ms ();

      n_rows += turn (reader, i);
      times[i] = cpu_ms () - start;
    }
  after = mallinfo2 ().uordblks;
  qsort (times, N_TURNS, sizeof *times, compare_doubles);
  printf ("month of %d events: %u rows, median %.2f ms, 95 in 100 %.2f ms, longest %.2f ms (goal 30)\n", N_EVENTS, n_rows / N_TURNS,
          times[N_TURNS / 2], times[N_TURNS * 95 / 100], times[N_TURNS - 1]);
  printf ("memory after %d turns: %+.1f KiB\n", N_TURNS, ((double) after - (double) before) / 1024);
  g_clear_pointer (&reader, cvn_reader_free);
  g_clear_pointer (&db, cvn_db_free);
  cvn_test_folder_remove (&folder);
  return 0;
}
