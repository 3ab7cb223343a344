/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-register"

#include "cvn-import-job.h"
#include "cvn-register-list.h"
#include "cvn-store.h"
#include "register-support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/*
 * bench-register [ROWS]: how long a list of so many registration counts takes to open, and how long a frame takes
 * when it is dragged from top to bottom. Prints milliseconds and the memory in use; the caller compares.
 */

#define FRAMES 150

typedef struct
{
  GtkAdjustment *adjustment;
  gint64         began; /* of the frame */
  double         cpu_began;
  double         times[FRAMES];
  double         cpu_times[FRAMES];
  guint          n;
} Drag;

static gint64
get_memory_kib (void)
{
  g_autofree char *status = NULL;
  const char      *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmRSS:");
  return line != NULL ? g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
import (CvnRegisterFixture *f,
        const char         *name,
        const char         *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (file);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  cvn_import_job_run (job, cvn_centre_get_store (f->centre), &error);
  g_assert_no_error (error);
}

static void
fill (CvnRegisterFixture *f,
      guint               n)
{
  /* No two counts are of the same month, municipality and group. */
  static const char *const places[] = { "GM0546", "GM0537", "GM0547", "GM0579", "GM0638", "GM0626" };
  static const char *const groups[] = { "kenniswerker", "onderzoeker", "ondernemer", "geprivilegieerde", "zoekjaarstudent", "student",
                                        "trainee", "partner", "kind", "arbeidsmigrant", "overig" };
  g_autoptr (GString) text = g_string_new ("maand;gemeentecode;doelgroep;aantal;aantal_betaald\r\n");
  g_autoptr (GString) organisations = g_string_new ("org_id;naam;soort;gemeentecode\r\n");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_string_append_printf (organisations, "gemeente-%u;Gemeente %u;gemeente;%s\r\n", i, i, places[i]);
  import (f, "organisaties.csv", organisations->str);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u-%02u;%s;%s;%u;%u\r\n", 1900 + i / 66 / 12, i / 66 % 12 + 1, places[i / 11 % 6], groups[i % 11], i % 90 + 10, i % 10);
  import (f, "inschrijvingen.csv", text->str);
}

static gboolean
has_rows (gpointer data)
{
  CvnRecordList *records = cvn_register_list_get_records (data);
  g_autoptr (CvnRow) row = NULL;

  if (!cvn_register_list_is_ready (data) || cvn_record_list_is_loading (records))
    return FALSE;
  row = g_list_model_get_item (G_LIST_MODEL (records), 0);
  return row != NULL && cvn_row_get_record (row) != NULL;
}

static void
before_cb (GdkFrameClock *clock,
           gpointer       data)
{
  Drag *drag = data;

  drag->began = g_get_monotonic_time ();
  drag->cpu_began = get_cpu_ms ();
}

static void
after_cb (GdkFrameClock *clock,
          gpointer       data)
{
  Drag *drag = data;

  if (drag->n == FRAMES)
    return;
  drag->cpu_times[drag->n] = get_cpu_ms () - drag->cpu_began;
  drag->times[drag->n++] = (double) (g_get_monotonic_time () - drag->began) / 1000;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Drag  *drag = data;
  double end = gtk_adjustment_get_upper (drag->adjustment) - gtk_adjustment_get_page_size (drag->adjustment);

  gtk_adjustment_set_value (drag->adjustment, end * drag->n / (FRAMES - 1));
  return drag->n < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_dragged (gpointer data)
{
  return ((Drag *) data)->n == FRAMES;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return *left < *right ? -1 : *left > *right;
}

static GtkWidget *
find_view (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_COLUMN_VIEW (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static void
drag (GtkWidget *list,
      Drag      *result)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);

  result->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_view (list)));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), result);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), result);
  gtk_widget_add_tick_callback (list, tick_cb, result, NULL);
  g_assert_true (cvn_ui_wait (is_dragged, result, 60000));
  g_signal_handlers_disconnect_by_data (clock, result);
  qsort (result->times, FRAMES, sizeof (double), compare_times);
  qsort (result->cpu_times, FRAMES, sizeof (double), compare_times);
}

/* In a process of its own, so that the memory of the import is not counted. */
static void
make_file (CvnRegisterFixture *f,
           const char         *self,
           const char         *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;

  f->folder = g_dir_make_tmp ("convenant-bench-XXXXXX", &error);
  g_assert_no_error (error);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, self, "fill", f->folder, rows, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
}

static void
open_file (CvnRegisterFixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "sample.convenant", NULL);
  g_autoptr (GError) error = NULL;
  CvnStore *store = cvn_store_open (path, CVN_STORE_CREATE, "Anna", &error);

  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, store);
}

/* The first frame with the records in it. */
static void
seen_cb (GdkFrameClock *clock,
         gint64        *seen)
{
  if (*seen == 0)
    *seen = g_get_monotonic_time ();
}

static gboolean
is_seen (gpointer seen)
{
  return *(gint64 *) seen != 0;
}

static void
measure (CvnRegisterFixture *f)
{
  Drag       result = { NULL };
  GtkWidget *list = cvn_register_list_new (f->centre);
  gint64     began;
  gint64     read_after;
  gint64     seen = 0;
  gulong     handler;
  double     cpu_began;
  double     cpu;

  cvn_register_fixture_show (f, list, 970, 740);
  began = g_get_monotonic_time ();
  cpu_began = get_cpu_ms ();
  cvn_register_list_set_kind (CVN_REGISTER_LIST (list), cvn_kind_find ("registration_count"));
  g_assert_true (cvn_ui_wait (has_rows, list, 60000));
  read_after = g_get_monotonic_time () - began;
  handler = g_signal_connect_after (gtk_widget_get_frame_clock (list), "after-paint", G_CALLBACK (seen_cb), &seen);
  g_assert_true (cvn_ui_wait (is_seen, &seen, 60000));
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (list), handler);
  cpu = get_cpu_ms () - cpu_began;
  cvn_ui_settle (list);
  printf ("rows %u: read %.1f, seen %.1f ms (processor %.1f), all done %.1f ms (processor %.1f)",
          g_list_model_get_n_items (G_LIST_MODEL (cvn_register_list_get_records (CVN_REGISTER_LIST (list)))), (double) read_after / 1000,
          (double) (seen - began) / 1000, cpu, (double) (g_get_monotonic_time () - began) / 1000, get_cpu_ms () - cpu_began);
  drag (list, &result);
  printf (", frame p50 %.1f p95 %.1f ms (processor %.1f and %.1f), memory %.1f MiB\n", result.times[FRAMES / 2], result.times[FRAMES * 95 / 100],
          result.cpu_times[FRAMES / 2], result.cpu_times[FRAMES * 95 / 100], (double) get_memory_kib () / 1024);
}

int
main (int   argc,
      char *argv[])
{
  CvnRegisterFixture f = { NULL };

  if (argc == 4 && g_str_equal (argv[1], "fill"))
    {
      f.folder = g_strdup (argv[2]);
      open_file (&f);
      fill (&f, (guint) g_ascii_strtoull (argv[3], NULL, 10));
      cvn_centre_close (f.centre);
      return 0;
    }
  make_file (&f, argv[0], argc > 1 ? argv[1] : "100000");
  argc = 1;
  cvn_ui_init (&argc, &argv);
  open_file (&f);
  measure (&f);
  cvn_register_fixture_close (&f);
  return 0;
}
