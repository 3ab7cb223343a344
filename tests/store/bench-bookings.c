/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-bookings"

#include "big-bookings.h"

#include "cvn-reader.h"

#include <time.h>

/* What the pages of the programmes read over 20,000 bookings with their sessions; the goal is a board that opens in 200 ms. */

#define GOAL_MS 200.0
#define N_RUNS  7

typedef struct
{
  const char *name;
  const char *record;
  double      ms;
  guint       n_rows;
} Bench;

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gpointer
run_figure (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  Bench             *bench = data;
  CvnFigureArguments arguments = { .year = 2019, .today = "2020-12-31", .record = bench->record };

  bench->ms = G_MAXDOUBLE;
  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = cpu_ms ();
      g_autoptr (CvnTable) table = cvn_reader_figure (reader, bench->name, &arguments, error);

      if (table == NULL)
        return NULL;
      bench->ms = MIN (bench->ms, cpu_ms () - start);
      bench->n_rows = cvn_table_get_n_rows (table);
    }
  return bench;
}

int
main (int   argc,
      char *argv[])
{
  static Bench benches[] = {
    { "booking-board" },
    { "booking-stages" },
    { "booking-margins" },
    { "provider-months" },
    { "booking-detail", "b12" },
    { "booking-sessions", "b12" },
    { "programme-prices" },
  };
  CvnTestFolder folder = { NULL, NULL };
  g_autoptr (CvnStore) store = NULL;

  cvn_test_make_big_bookings (&folder);
  store = cvn_store_open (folder.path, 0, "bench", NULL);
  g_assert_nonnull (store);
  for (guint i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      g_autoptr (GError) error = NULL;

      cvn_store_read (store, run_figure, &benches[i], &error);
      g_assert_no_error (error);
      g_printerr ("%s: %u rows, %.1f ms\n", benches[i].name, benches[i].n_rows, benches[i].ms);
    }
  g_printerr ("the board reads for %.1f ms, goal %.0f\n", benches[0].ms + benches[1].ms, GOAL_MS);
  cvn_store_close (store);
  cvn_test_folder_remove (&folder);
  return 0;
}
