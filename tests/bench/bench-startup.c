/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-startup"

#include "big-centre.h"

#include <glib/gstdio.h>

/*
 * bench-startup SHIM BARE PROGRAM: how long it takes from the start of the program to its first useful frame, beside the
 * least program with a window; and whether that depends on the size of the file. The two run in turn, so that what else
 * the machine does hits both. On a busy machine the ratio of the shortest processor times moves least.
 */

#define N_RUNS 15

static const char *shim;
static const char *bare;
static const char *program;

/* The median and the least of some runs. */
typedef struct
{
  double processor_ms[N_RUNS];
  double wall_ms[N_RUNS];
  guint  n_frames;
  double peak_mib;
  double share_mib;
} Runs;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
run_once (const char *path,
          const char *file,
          Runs       *runs,
          guint       place)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) parts = NULL;
  const char *arguments[] = { path, file, NULL };
  gint64      begin = g_get_monotonic_time ();

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", shim, TRUE);
  g_subprocess_launcher_setenv (launcher, "FIRST_FRAME_FD", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "CVN_NON_UNIQUE", "1", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, NULL);
  g_assert_nonnull (process);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  parts = g_strsplit (g_strstrip (output), " ", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  runs->processor_ms[place] = g_ascii_strtod (parts[0], NULL) / 1e6;
  runs->wall_ms[place] = (g_ascii_strtod (parts[1], NULL) - (double) begin) / 1e3;
  runs->n_frames = (guint) g_ascii_strtoull (parts[2], NULL, 10);
  runs->peak_mib = g_ascii_strtod (parts[3], NULL) / 1024;
  runs->share_mib = g_ascii_strtod (parts[4], NULL) / 1024;
}

static void
sort_runs (Runs *runs)
{
  qsort (runs->processor_ms, N_RUNS, sizeof (double), compare);
  qsort (runs->wall_ms, N_RUNS, sizeof (double), compare);
}

/* Runs two programs in turn, each once more to begin with. */
static void
run_both (const char *path_a,
          const char *file_a,
          Runs       *a,
          const char *path_b,
          const char *file_b,
          Runs       *b)
{
  run_once (path_a, file_a, a, 0);
  run_once (path_b, file_b, b, 0);
  for (guint i = 0; i < N_RUNS; i++)
    {
      run_once (path_a, file_a, a, i);
      run_once (path_b, file_b, b, i);
    }
  sort_runs (a);
  sort_runs (b);
}

static void
tell (const char *name,
      const Runs *runs)
{
  g_test_message ("%-16s processor: median %6.1f ms, least %6.1f; clock: median %6.1f ms, least %6.1f; %u frame(s); memory: at most %.1f MiB, share %.1f MiB",
                  name, runs->processor_ms[N_RUNS / 2], runs->processor_ms[0], runs->wall_ms[N_RUNS / 2], runs->wall_ms[0],
                  runs->n_frames, runs->peak_mib, runs->share_mib);
}

static char *
import_sample (CvnTestFolder *folder)
{
  g_autofree char *sample = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  const char      *arguments[] = { program, "--file", NULL, "--import", sample, NULL };
  char            *path;
  int              status = -1;
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (folder);
  path = g_build_filename (folder->folder, "sample.convenant", NULL);
  arguments[2] = path;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return path;
}

static void
bench_first_frame (void)
{
  CvnTestFolder    folder = { NULL, NULL };
  g_autofree char *file = import_sample (&folder);
  g_autofree Runs *floor_runs = g_new0 (Runs, 1);
  g_autofree Runs *own_runs = g_new0 (Runs, 1);

  run_both (bare, NULL, floor_runs, program, file, own_runs);
  tell ("bare window", floor_runs);
  tell ("overview", own_runs);
  g_test_message ("startup_processor_ratio %.3f (goal 1.30), median %.3f; startup_clock_ratio %.3f; memory ratio %.2f (goal 1.50)",
                  own_runs->processor_ms[0] / floor_runs->processor_ms[0],
                  own_runs->processor_ms[N_RUNS / 2] / floor_runs->processor_ms[N_RUNS / 2],
                  own_runs->wall_ms[N_RUNS / 2] / floor_runs->wall_ms[N_RUNS / 2], own_runs->share_mib / floor_runs->share_mib);
  /* The figures are in the very first frame; the processor time is held to what it is today. */
  g_assert_cmpuint (own_runs->n_frames, ==, 1);
  g_assert_cmpfloat (own_runs->processor_ms[0] / floor_runs->processor_ms[0], <, 2.0);
  cvn_test_folder_remove (&folder);
}

/* The start after which figures are worked out before the first frame, as after something was written by another program. */
static void
bench_forgotten (void)
{
  CvnTestFolder    folder = { NULL, NULL };
  g_autofree char *file = import_sample (&folder);
  g_autofree char *memory = g_strconcat (file, "-backups" G_DIR_SEPARATOR_S "last-figures", NULL);
  g_autofree Runs *floor_runs = g_new0 (Runs, 1);
  g_autofree Runs *own_runs = g_new0 (Runs, 1);

  run_once (program, file, own_runs, 0);
  for (guint i = 0; i < N_RUNS; i++)
    {
      run_once (bare, NULL, floor_runs, i);
      g_assert_cmpint (g_unlink (memory), ==, 0);
      run_once (program, file, own_runs, i);
    }
  sort_runs (floor_runs);
  sort_runs (own_runs);
  tell ("bare window", floor_runs);
  tell ("nothing kept", own_runs);
  g_test_message ("startup_forgotten_ratio %.3f, median %.3f", own_runs->processor_ms[0] / floor_runs->processor_ms[0],
                  own_runs->processor_ms[N_RUNS / 2] / floor_runs->processor_ms[N_RUNS / 2]);
  cvn_test_folder_remove (&folder);
}

static void
bench_large_file (void)
{
  CvnTestFolder    small = { NULL, NULL };
  CvnTestFolder    large = { NULL, NULL };
  g_autofree Runs *small_runs = g_new0 (Runs, 1);
  g_autofree Runs *large_runs = g_new0 (Runs, 1);
  double           more;

  cvn_db_free (cvn_test_make_big_centre (&small, 0, 0));
  cvn_db_free (cvn_test_make_big_centre (&large, 99000, 1000));
  run_both (program, small.path, small_runs, program, large.path, large_runs);
  tell ("no rows", small_runs);
  tell ("100,000 rows", large_runs);
  more = large_runs->wall_ms[N_RUNS / 2] - small_runs->wall_ms[N_RUNS / 2];
  g_test_message ("100,000 rows take %.1f ms more by the clock (goal 40), %.1f ms more of the processor, %.1f MiB more at most",
                  more, large_runs->processor_ms[0] - small_runs->processor_ms[0], large_runs->peak_mib - small_runs->peak_mib);
  g_assert_cmpfloat (large_runs->processor_ms[0] - small_runs->processor_ms[0], <=, 40);
  cvn_test_folder_remove (&small);
  cvn_test_folder_remove (&large);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 4);
  shim = argv[1];
  bare = argv[2];
  program = argv[3];
  g_test_add_func ("/bench/startup/first-frame", bench_first_frame);
  g_test_add_func ("/bench/startup/forgotten", bench_forgotten);
  g_test_add_func ("/bench/startup/large-file", bench_large_file);
  return g_test_run ();
}
