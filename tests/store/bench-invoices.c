/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-invoices"

#include "sample.h"
#include "store-support.h"

#include "cvn-db.h"
#include "cvn-reader-private.h"

#include <time.h>

/*
 * The figures of the covenant over 500 parties, 20 years and 4 instalments a year, each invoiced and paid: the goal is 50 ms
 * of this thread's time for each of them.
 */

#define GOAL_MS 50.0
#define N_RUNS  7

static const char fill[] =
  "PRAGMA foreign_keys = OFF;"
  "BEGIN;"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
  "INSERT INTO organisation (seq, id, code, name_nl, kind, hash) SELECT i, printf ('o%05d', i), printf ('org-%d', i), printf ('Partij %d', i), 'municipality', 0 FROM n;"
  "INSERT INTO agreement (seq, id, code, kind, title_nl, start_date, end_date, status, hash) VALUES (1, 'a1', 'conv', 'covenant', 'C', '2001-01-01', '2020-12-31', 'active', 0);"
  "INSERT INTO agreement_decision (seq, id, agreement, organisation, status, date, hash) SELECT seq, printf ('d%05d', seq), 'a1', id, 'signed', '2000-06-01', 0 FROM organisation;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
  "INSERT INTO commitment (seq, id, agreement, organisation, year, start_date, end_date, basis, amount, hash) "
  "SELECT i + 1, printf ('c%06d', i), 'a1', printf ('o%05d', i % 500 + 1), 2001 + i / 500, printf ('%04d-01-01', 2001 + i / 500), printf ('%04d-12-31', 2001 + i / 500), 'inhabitants', 400000, 0 FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39999) "
  "INSERT INTO invoice (seq, id, number, kind, organisation, date, due_date, net, total, status, paid_on, sent_on, hash) "
  "SELECT i + 1, printf ('v%06d', i), printf ('%04d-%05d', 2001 + i / 2000, i % 2000 + 1), 'contribution', printf ('o%05d', (i / 4) % 500 + 1), "
  "printf ('%04d-%02d-01', 2001 + i / 2000, i % 4 * 3 + 1), printf ('%04d-%02d-28', 2001 + i / 2000, i % 4 * 3 + 1), 100000, 100000, "
  "CASE WHEN i < 39000 THEN 'paid' ELSE 'sent' END, CASE WHEN i < 39000 THEN printf ('%04d-%02d-20', 2001 + i / 2000, i % 4 * 3 + 1) END, printf ('%04d-%02d-01', 2001 + i / 2000, i % 4 * 3 + 1), 0 FROM n;"
  "INSERT INTO instalment (seq, id, commitment, organisation, number, due_date, amount, invoice, paid_on, status, hash) "
  "SELECT seq, printf ('i%06d', seq), printf ('c%06d', (seq - 1) / 4), organisation, (seq - 1) % 4 + 1, due_date, total, id, paid_on, status, 0 FROM invoice;"
  "INSERT INTO payment (seq, id, date, kind, amount, organisation, hash) SELECT seq, printf ('p%06d', seq), paid_on, 'receipt', total, organisation, 0 FROM invoice WHERE paid_on IS NOT NULL;"
  "INSERT INTO settlement (seq, id, payment, invoice, amount, hash) SELECT seq, printf ('s%06d', seq), printf ('p%06d', seq), id, total, 0 FROM invoice WHERE paid_on IS NOT NULL;"
  "COMMIT;";

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

  cvn_test_folder_make (&folder);
  cvn_test_folder_make_centre (&folder);
  cvn_test_sql (folder.path, fill);
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
