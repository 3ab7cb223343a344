/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-reader"

#include "big-centre.h"
#include "store-support.h"

#include "cvn-db.h"
#include "cvn-integrity.h"
#include "cvn-reader-private.h"

#include <string.h>
#include <time.h>

/*
 * How long the questions take that pages ask, over files of other sizes. Each line ends with the number that a goal is about:
 * ten times the rows may cost twelve times the time at most, and the overview does not depend on the rows at all.
 */

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

/* Of @n runs of @func: the median and the one that 95 in 100 are faster than. */
static double
measure (void (*func) (CvnReader *reader, guint run),
         CvnReader *reader,
         guint      n,
         double    *p95)
{
  g_autofree double *times = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      double start = cpu_ms ();

      func (reader, i);
      times[i] = cpu_ms () - start;
    }
  qsort (times, n, sizeof *times, compare_doubles);
  if (p95 != NULL)
    *p95 = times[n * 95 / 100];
  return times[n / 2];
}

static void
list_counts (CvnReader *reader,
             guint      run)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("registration_count"));
  g_autoptr (GArray) seqs = cvn_reader_list (reader, query, NULL, NULL);

  g_assert_nonnull (seqs);
}

static void
sort_counts (CvnReader *reader,
             guint      run)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("registration_count"));
  g_autoptr (GArray) seqs = NULL;

  cvn_query_set_sort (query, "count", run % 2 == 0);
  seqs = cvn_reader_list (reader, query, NULL, NULL);
  g_assert_nonnull (seqs);
}

static void
sort_by_reference (CvnReader *reader,
                   guint      run)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("registration_count"));
  g_autoptr (GArray) seqs = NULL;

  cvn_query_set_sort (query, "municipality", run % 2 == 0);
  seqs = cvn_reader_list (reader, query, NULL, NULL);
  g_assert_nonnull (seqs);
}

static void
filter_events (CvnReader *reader,
               guint      run)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("event"));
  g_autoptr (GArray) seqs = NULL;

  cvn_query_add_year (query, "starts", 2010 + (int) run % 10);
  cvn_query_set_search (query, "avond");
  seqs = cvn_reader_list (reader, query, NULL, NULL);
  g_assert_nonnull (seqs);
}

static void
read_page (CvnReader *reader,
           guint      run)
{
  gint64 seqs[256];
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (seqs); i++)
    seqs[i] = 1 + (run * 7919 + i) % 10000;
  rows = cvn_reader_get_rows (reader, cvn_kind_find ("registration_count"), seqs, G_N_ELEMENTS (seqs), NULL);
  g_assert_nonnull (rows);
}

static void
search_for (CvnReader  *reader,
            const char *words)
{
  g_autoptr (GPtrArray) hits = cvn_reader_search (reader, words, NULL, 50, CVN_LANGUAGE_NL, NULL, NULL);

  g_assert_nonnull (hits);
}

static void
search_beginnings (CvnReader *reader,
                   guint      run)
{
  static const char *const words[] = { "av", "avo", "avond", "avond in", "ev", "evening 12", "aaaijk", "baai", "gem" };

  search_for (reader, words[run % G_N_ELEMENTS (words)]);
}

static void
search_typos (CvnReader *reader,
              guint      run)
{
  static const char *const words[] = { "aaaikj", "baaijk", "cabijkk", "evning", "avnod", "qwertyuiop", "katwjik" };

  search_for (reader, words[run % G_N_ELEMENTS (words)]);
}

/* What the overview cannot do without: a step over each row of the summaries of its two years. */
static void
step_over_summaries (CvnReader *reader,
                     guint      run)
{
  static const char sql[] = "SELECT month, count, paid_count FROM registration_summary WHERE month BETWEEN ?1 AND ?2";
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, sql, NULL);
  gint64   year = 2010 + run % 10;
  gboolean has_row = TRUE;

  g_assert_nonnull (statement);
  cvn_statement_bind (statement, "ii", year * 12 - 12, year * 12 + 11);
  while (has_row)
    g_assert_true (cvn_statement_step (statement, &has_row, NULL));
}

static void
draw_overview (CvnReader *reader,
               guint      run)
{
  static const char *const figures[] = { "contributions-committed", "contributions-received", "fee-revenue", "fee-revenue-budget", "fee-revenue-by-month",
                                         "bookings-by-state", "events-held", "result-expected", "commitment-thermometer", "contributions-by-municipality",
                                         "registrations", "registrations-by-municipality", "deadlines", "attention", "years" };
  CvnFigureArguments       arguments = { 2010 + (int) run % 10, "2019-12-31", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (CvnTable) table = cvn_reader_figure (reader, figures[i], &arguments, NULL);

      g_assert_nonnull (table);
    }
}

/* The six weeks that a month shows: at most 30 ms with 20,000 events. */
static void
turn_month (CvnReader *reader,
            guint      run)
{
  g_autofree char   *from = g_strdup_printf ("%04u-%02u-28", 2010 + run / 12 % 9, run % 12 + 1);
  g_autofree char   *to = g_strdup_printf ("%04u-%02u-09", 2010 + (run + 2) / 12 % 9, (run + 2) % 12 + 1);
  CvnFigureArguments arguments = { .from = from, .to = to };
  g_autoptr (CvnTable) table = cvn_reader_figure (reader, "calendar-events", &arguments, NULL);

  g_assert_nonnull (table);
}

static const struct
{
  const char *name;
  void (*func) (CvnReader *reader, guint run);
  guint n;
} jobs[] = {
  { "list in the kind's order", list_counts, 11 },
  { "sort by a number", sort_counts, 11 },
  { "sort by a reference", sort_by_reference, 11 },
  { "filter and search a list", filter_events, 21 },
  { "read a page of 256", read_page, 41 },
  { "search beginnings", search_beginnings, 180 },
  { "search typos", search_typos, 140 },
  { "step over summaries", step_over_summaries, 41 },
  { "overview", draw_overview, 41 },
  { "a month of the calendar", turn_month, 41 },
};

static void
run_size (guint   n_counts,
          guint   n_events,
          double *medians)
{
  CvnTestFolder folder = { NULL, NULL };
  g_autoptr (CvnDb) db = cvn_test_make_big_centre (&folder, n_counts, n_events);
  g_autoptr (CvnReader) reader = cvn_reader_new (db);

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      double p95;

      medians[i] = measure (jobs[i].func, reader, jobs[i].n, &p95);
      g_test_message ("%8u counts, %7u events: %-26s median %8.3f ms, p95 %8.3f ms", n_counts, n_events, jobs[i].name, medians[i], p95);
    }
  if (n_counts >= 1000000)
    {
      double start = cpu_ms ();
      g_autoptr (GPtrArray) faults = cvn_integrity_check (reader, NULL, NULL, NULL, NULL);

      g_assert_nonnull (faults);
      g_test_message ("integrity check of %u rows: %.0f ms", n_counts, cpu_ms () - start);
    }
  g_clear_pointer (&reader, cvn_reader_free);
  g_clear_pointer (&db, cvn_db_free);
  cvn_test_folder_remove (&folder);
}

static void
bench_sizes (void)
{
  double small[G_N_ELEMENTS (jobs)];
  double large[G_N_ELEMENTS (jobs)];

  run_size (10000, 10000, small);
  run_size (100000, 100000, large);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    g_test_message ("ratio %-26s %6.2f (at most 12)", jobs[i].name, large[i] / MAX (small[i], 0.001));
}

/* The most memory that was resident, in MiB. */
static double
get_peak_memory (void)
{
  g_autofree char *text = NULL;
  const char      *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    line = strstr (text, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

static void
bench_million (void)
{
  double times[G_N_ELEMENTS (jobs)];
  double overview = 0, step = 0;

  run_size (1000000, 1000, times);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (jobs[i].func == draw_overview)
      overview = times[i];
    else if (jobs[i].func == step_over_summaries)
      step = times[i];
  g_test_message ("overview over 1,000,000 counts %.3f ms (at most 5), ratio to a step over the summaries %.1f; memory: at most %.1f MiB",
                  overview, overview / MAX (step, 0.001), get_peak_memory ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/bench/sizes", bench_sizes);
  g_test_add_func ("/store/bench/million", bench_million);
  return g_test_run ();
}
