/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-convenant"

#include "big-covenant.h"
#include "cvn-centre.h"
#include "cvn-convenant-page.h"
#include "ui-support.h"

#include <stdio.h>
#include <time.h>

/*
 * How long the page of the covenant takes to open on each of its tabs, with 500 parties, 20 years and 4 instalments a year: from
 * a page that was never there until a frame with what is first seen has been painted; and how long each tab then takes after
 * that of the parties. Prints milliseconds, of the clock and of this thread; the goal is 200.
 */

#define N_RUNS 5

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

typedef struct
{
  GtkWidget  *page;
  const char *text; /* what it shows when it is there */
} Opening;

static gboolean
is_there (gpointer data)
{
  Opening *opening = data;

  return cvn_page_is_ready (CVN_PAGE (opening->page)) && cvn_ui_find_text (opening->page, GTK_TYPE_LABEL, opening->text) != NULL;
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

typedef struct
{
  double clock; /* ms */
  double cpu;   /* ms */
} Span;

static Span
begin (void)
{
  return (Span){ (double) g_get_monotonic_time () / 1000, get_cpu_ms () };
}

static void
end (Span       *best,
     Span        began,
     GtkWidget  *page,
     const char *text)
{
  Opening opening = { page, text };

  g_assert_true (cvn_ui_wait (is_there, &opening, 60000));
  wait_for_frame (page);
  best->clock = MIN (best->clock, (double) g_get_monotonic_time () / 1000 - began.clock);
  best->cpu = MIN (best->cpu, get_cpu_ms () - began.cpu);
}

/* Taking an older page down is no part of opening one. */
static void
clear (GtkWidget *window)
{
  adw_window_set_content (ADW_WINDOW (window), NULL);
  cvn_ui_settle (window);
}

static GtkWidget *
open_page (CvnCentre  *centre,
           GtkWidget  *window,
           const char *tab)
{
  GtkWidget *page = g_object_new (CVN_TYPE_CONVENANT_PAGE, "centre", centre, "area", CVN_AREA_CONVENANT, NULL);

  adw_window_set_content (ADW_WINDOW (window), page);
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (page), tab);
  cvn_page_activate (CVN_PAGE (page));
  return page;
}

static void
run (CvnCentre  *centre,
     GtkWidget  *window,
     const char *tab,
     const char *text)
{
  Span best = { G_MAXDOUBLE, G_MAXDOUBLE };
  Span best_after = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < N_RUNS; i++)
    {
      Span       began;
      GtkWidget *page;

      clear (window);
      began = begin ();
      page = open_page (centre, window, tab);
      end (&best, began, page, text);
      cvn_ui_settle (window);
      clear (window);
      page = open_page (centre, window, "parties");
      /* All its rows come within so many frames. */
      for (guint frame = 0; frame < 10; frame++)
        cvn_ui_settle (window);
      began = begin ();
      cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (page), tab);
      end (&best_after, began, page, text);
      cvn_ui_settle (window);
    }
  printf ("%s: open %.1f ms (processor %.1f), from the parties %.1f ms (processor %.1f), best of %d\n",
          tab, best.clock, best.cpu, best_after.clock, best_after.cpu, N_RUNS);
}

int
main (int   argc,
      char *argv[])
{
  CvnTestFolder folder = { NULL, NULL };
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autoptr (CvnCentre) centre = NULL;
  GtkWidget *window;

  cvn_test_make_big_covenant (&folder);
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
  run (centre, window, "parties", "Partij 1");
  run (centre, window, "contributions", "Partij 1");
  run (centre, window, "instalments", "Partij 1");
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_ui_drain ();
  cvn_centre_close (centre);
  cvn_ui_drain ();
  cvn_test_folder_remove (&folder);
  return 0;
}
