/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-board"

#include "big-bookings.h"
#include "cvn-centre.h"
#include "cvn-programmes-page.h"
#include "ui-support.h"

#include <stdio.h>
#include <time.h>

/*
 * How long the page of programmes takes to open on its board with 20,000 bookings, until a frame with the cards has been
 * painted, and what the list and a search in it take. Prints milliseconds, of the clock and of the processor, reading included; the goal is 200.
 */

#define N_RUNS 5

typedef struct
{
  gint64 clock;
  double cpu;
} Moment;

static Moment
get_moment (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (Moment){ g_get_monotonic_time (), (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6 };
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return *(gboolean *) data;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean       painted = FALSE;
  gulong         id = g_signal_connect_after (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  g_assert_true (cvn_ui_wait (is_painted, &painted, 60000));
  g_signal_handler_disconnect (clock, id);
}

static void
note (Moment  began,
      double *clock,
      double *cpu)
{
  Moment now = get_moment ();

  *clock = MIN (*clock, (double) (now.clock - began.clock) / 1000);
  *cpu = MIN (*cpu, now.cpu - began.cpu);
}

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

static gboolean
is_searched (gpointer list)
{
  guint n = cvn_booking_list_get_n_rows (list);

  return n > 0 && n < 2000;
}

static void
run (CvnCentre *centre,
     GtkWidget *window)
{
  double open[] = { G_MAXDOUBLE, G_MAXDOUBLE };
  double list[] = { G_MAXDOUBLE, G_MAXDOUBLE };
  double search[] = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < N_RUNS; i++)
    {
      Moment        began = get_moment ();
      GtkWidget    *page = g_object_new (CVN_TYPE_PROGRAMMES_PAGE, "centre", centre, "area", CVN_AREA_PROGRAMMES, NULL);
      CvnBoardView *board;

      adw_window_set_content (ADW_WINDOW (window), page);
      cvn_page_activate (CVN_PAGE (page));
      g_assert_true (cvn_ui_wait (is_ready, page, 60000));
      wait_for_frame (page);
      note (began, &open[0], &open[1]);
      cvn_ui_settle (window);
      board = cvn_programmes_page_get_board (CVN_PROGRAMMES_PAGE (page));
      began = get_moment ();
      cvn_board_view_show_list (board, TRUE);
      wait_for_frame (page);
      note (began, &list[0], &list[1]);
      cvn_ui_settle (window);
      cvn_booking_list_enter (cvn_board_view_get_list (board));
      cvn_ui_key ("ctrl+shift+f");
      cvn_ui_settle (window);
      began = get_moment ();
      cvn_ui_type ("117");
      g_assert_true (cvn_ui_wait (is_searched, cvn_board_view_get_list (board), 60000));
      wait_for_frame (page);
      note (began, &search[0], &search[1]);
    }
  printf ("board: open %.1f ms (processor %.1f), best of %d; goal 200\n", open[0], open[1], N_RUNS);
  printf ("list: %.1f ms (processor %.1f); search, with the wait for more words: %.1f ms (processor %.1f)\n", list[0], list[1], search[0], search[1]);
}

int
main (int   argc,
      char *argv[])
{
  CvnTestFolder folder = { NULL, NULL };
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autoptr (CvnCentre) centre = NULL;
  GtkWidget *window;

  cvn_test_make_big_bookings (&folder);
  cvn_ui_init (&argc, &argv);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/convenant/Convenant/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  centre = cvn_centre_new ();
  cvn_centre_take_store (centre, cvn_store_open (folder.path, 0, "bench", NULL));
  cvn_centre_set_today (centre, "2020-12-31");
  cvn_centre_set_year (centre, 2019);
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 970, 740);
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  run (centre, window);
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
  cvn_centre_close (centre);
  cvn_ui_drain ();
  cvn_test_folder_remove (&folder);
  return 0;
}
