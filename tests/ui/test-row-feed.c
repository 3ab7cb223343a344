/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-row-feed"

#include "cvn-row-feed.h"
#include "ui-support.h"
#include "watchdog.h"

#include <adwaita.h>

#define N_ROWS  40
#define N_FIRST 10

typedef struct
{
  GtkWidget  *window;
  GtkWidget  *list;
  CvnRowFeed *feed;
} Fixture;

static void
fill (Fixture *f,
      guint    n_rows)
{
  GtkWidget *row;

  cvn_row_feed_begin (f->feed);
  while ((row = gtk_widget_get_first_child (f->list)) != NULL)
    gtk_box_remove (GTK_BOX (f->list), row);
  for (guint i = 0; i < n_rows; i++)
    {
      row = gtk_label_new ("Leiden");
      gtk_box_append (GTK_BOX (f->list), row);
      cvn_row_feed_add (f->feed, row);
    }
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->window = adw_window_new ();
  f->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  f->feed = cvn_row_feed_new (f->list, N_FIRST);
  adw_window_set_content (ADW_WINDOW (f->window), f->list);
  fill (f, N_ROWS);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer weak = f->feed;

  g_object_add_weak_pointer (G_OBJECT (f->feed), &weak);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_clear_object (&f->feed);
  g_assert_null (weak);
  cvn_ui_drain ();
}

/* How many are visible; they are the first ones. */
static guint
count_visible (Fixture *f)
{
  guint    n = 0;
  gboolean hidden = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (f->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row))
      {
        g_assert_false (hidden);
        n++;
      }
    else
      hidden = TRUE;
  return n;
}

static gboolean
shows_all (gpointer f)
{
  return count_visible (f) == N_ROWS;
}

/* The first rows are there at once, and all of them after some frames. */
static void
test_comes_with_frames (Fixture      *f,
                        gconstpointer data)
{
  g_assert_cmpuint (count_visible (f), ==, N_FIRST);
  gtk_window_present (GTK_WINDOW (f->window));
  cvn_ui_assert_eventually (shows_all, f);
}

/* Filled again, a list is as long at once as it could be seen before. */
static void
test_stays_as_long (Fixture      *f,
                    gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (f->window));
  cvn_ui_assert_eventually (shows_all, f);
  fill (f, N_ROWS);
  g_assert_cmpuint (count_visible (f), ==, N_ROWS);
  fill (f, 3);
  g_assert_cmpuint (count_visible (f), ==, 3);
  fill (f, N_ROWS);
  g_assert_cmpuint (count_visible (f), ==, N_FIRST);
}

static void
test_shows_all (Fixture      *f,
                gconstpointer data)
{
  cvn_row_feed_show_all (f->feed);
  g_assert_cmpuint (count_visible (f), ==, N_ROWS);
}

/* Gone while rows wait: no frame asks for them any more. */
static void
test_gone (Fixture      *f,
           gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (f->window));
  g_clear_object (&f->feed);
  cvn_ui_settle (f->window);
  g_assert_cmpuint (count_visible (f), ==, N_FIRST);
  f->feed = cvn_row_feed_new (f->list, N_FIRST);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/row-feed/comes-with-frames", Fixture, NULL, set_up, test_comes_with_frames, tear_down);
  g_test_add ("/ui/row-feed/stays-as-long", Fixture, NULL, set_up, test_stays_as_long, tear_down);
  g_test_add ("/ui/row-feed/shows-all", Fixture, NULL, set_up, test_shows_all, tear_down);
  g_test_add ("/ui/row-feed/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return cvn_watchdog_run_tests ();
}
