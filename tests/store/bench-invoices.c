/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-invoices"

#include "big-covenant.h"

#include "cvn-db.h"
#include "cvn-reader-private.h"

#include <time.h>

/*
 * The figures of the covenant over 500 parties, 20 years and 4 instalments a year, each invoiced and paid: the goal is 50 ms
 * of this thread's time for each of them.
 */

#define GOAL_MS 50.0
#define N_RUNS  7

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

typedef struct
{
  const char *name;
  const char *record;
  double      ms;
  guint       n_rows;
} Bench;

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
    { "agreement-parties", "a1" },
    { "agreement-sums", "a1" },
    { "agreement-decisions", "a1" },
    { "year-commitments" },
    { "year-key" },
    { "year-rules" },
    { "contributions-committed" },
    { "contributions-received" },
    { "contributions-by-municipality" },
    { "commitment-thermometer" },
    { "partner-contributions", "o00001" },
    { "agreements" },
    { "year-instalments" },
    { "invoices" },
    { "invoices", "v030000" },
    { "invoice-events", "v030000" },
    { "payments" },
    { "payments-by-payer" },
    { "payments-by-credited" },
    { "attention" },
    { "deadlines" },
  };
  CvnTestFolder folder = { NULL, NULL };
  gboolean      failed = FALSE;
  g_autoptr (CvnStore) store = NULL;

  cvn_test_make_big_covenant (&folder);
  store = cvn_store_open (folder.path, 0, "bench", NULL);
  g_assert_nonnull (store);
  for (guint i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      g_autoptr (GError) error = NULL;

      cvn_store_read (store, run_figure, &benches[i], &error);
      g_assert_no_error (error);
      failed |= benches[i].ms > GOAL_MS;
      g_printerr ("%s%s: %u rows, %.1f ms%s\n", benches[i].name, benches[i].record != NULL ? " of one" : "", benches[i].n_rows, benches[i].ms, benches[i].ms > GOAL_MS ? ", too slow" : "");
    }
  cvn_store_close (store);
  cvn_test_folder_remove (&folder);
  return failed ? 1 : 0;
}
