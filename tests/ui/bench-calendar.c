/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-calendar"

#include "big-centre.h"
#include "cvn-calendar-view.h"
#include "ui-support.h"

#include <malloc.h>
#include <stdio.h>
#include <time.h>

/*
 * What it takes the main thread to show another month of 20,000 events, from the moment that its events are there until its
 * frame has been painted, and what 200 months keep in memory. Prints milliseconds of processor time; a frame at 60 Hz is 16.7.
 */

#define N_EVENTS 20000
#define N_TURNS  200
#define N_WARM   110 /* each month once: what is kept of fonts and styles is there */

/* As 20,000 events are: on all days of ten years, most of them for two hours. */
#define SQL_SPREAD                                                                                                       \
  "UPDATE event SET starts = date ('2010-01-01', (seq * 7919 % 3650) || ' days') || printf ('T%02d:00', 9 + seq % 12), " \
  "mode = CASE seq % 5 WHEN 0 THEN 'joint' WHEN 1 THEN 'announced' ELSE 'own' END, location = 'Leiden', time_zone = 'Europe/Amsterdam'"
#define SQL_ENDS "UPDATE event SET ends = substr (starts, 1, 11) || printf ('%02d:30', 11 + seq % 12)"

typedef struct
{
  GtkWidget *view;
  double     began; /* ms of this thread when the events came; less than 0 before that */
  double     took;  /* until the frame was painted; less than 0 before that */
  guint      n_frames;
} Turn;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
came_cb (Turn *turn)
{
  turn->began = get_cpu_ms ();
}

static void
painted_cb (GdkFrameClock *clock,
            Turn          *turn)
{
  turn->n_frames++;
  if (turn->began >= 0 && turn->took < 0)
    turn->took = get_cpu_ms () - turn->began;
}

static gboolean
is_shown (gpointer data)
{
  return ((Turn *) data)->took >= 0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
show_month (Turn *turn,
            guint i)
{
  turn->began = turn->took = -1;
  cvn_calendar_view_show_day (CVN_CALENDAR_VIEW (turn->view), cvn_date_add_months ((CvnDate){ 2010, 2, 1 }, (int) (i * 7) % 110));
  g_assert_true (cvn_ui_wait (is_shown, turn, 60000));
  cvn_ui_drain ();
  return turn->took;
}

static void
measure (Turn       *turn,
         const char *size)
{
  double times[N_TURNS];
  gsize  before;
  gsize  after;
  guint  n_late = 0;

  for (guint i = 0; i < N_WARM; i++)
    show_month (turn, i);
  before = mallinfo2 ().uordblks;
  for (guint i = 0; i < N_TURNS; i++)
    {
      times[i] = show_month (turn, i);
      n_late += times[i] > 1000.0 / 60;
    }
  after = mallinfo2 ().uordblks;
  qsort (times, N_TURNS, sizeof *times, compare_doubles);
  printf ("%s: median %.1f ms, 95 in 100 %.1f ms, longest %.1f ms; %u of %d over a frame of 16.7 ms\n", size, times[N_TURNS / 2], times[N_TURNS * 95 / 100],
          times[N_TURNS - 1], n_late, N_TURNS);
  printf ("%s: memory after %d turns: %+.1f KiB\n", size, N_TURNS, ((double) after - (double) before) / 1024);
}

static CvnCentre *
open_centre (CvnTestFolder *folder)
{
  CvnDb     *db = cvn_test_make_big_centre (folder, 1000, N_EVENTS);
  CvnCentre *centre = cvn_centre_new ();
  g_autoptr (GError) error = NULL;

  cvn_db_execute (db, &error, SQL_SPREAD, "");
  g_assert_no_error (error);
  cvn_db_execute (db, &error, SQL_ENDS, "");
  g_assert_no_error (error);
  cvn_db_free (db);
  cvn_centre_take_store (centre, cvn_store_open (folder->path, 0, "bench", NULL));
  cvn_centre_set_today (centre, "2015-06-15");
  cvn_centre_set_year (centre, 2015);
  return centre;
}

int
main (int   argc,
      char *argv[])
{
  CvnTestFolder folder = { NULL, NULL };
  g_autoptr (CvnCentre) centre = open_centre (&folder);
  g_autoptr (GtkCssProvider) provider = NULL;
  Turn       turn = { .began = -1, .took = -1 };
  GtkWidget *window;

  cvn_ui_init (&argc, &argv);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/convenant/Convenant/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = adw_window_new ();
  turn.view = cvn_calendar_view_new (centre);
  /* Before the views hear of it. */
  g_signal_connect_swapped (cvn_calendar_view_get_calendar (CVN_CALENDAR_VIEW (turn.view)), "items-changed", G_CALLBACK (came_cb), &turn);
  adw_window_set_content (ADW_WINDOW (window), turn.view);
  gtk_window_set_default_size (GTK_WINDOW (window), 970, 700);
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &turn);
  measure (&turn, "970x700");
  gtk_window_set_default_size (GTK_WINDOW (window), 370, 640);
  cvn_ui_settle (window);
  measure (&turn, "370x640");
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
  cvn_centre_close (centre);
  cvn_ui_drain ();
  cvn_test_folder_remove (&folder);
  return 0;
}
