/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-gradual-rows"

#include "cvn-gradual-rows.h"
#include "ui-support.h"
#include "watchdog.h"

#define ALL 1000

typedef struct
{
  GtkStringList      *rows;
  GtkSingleSelection *selection;
  CvnGradualRows     *gradual;
  guint               most; /* rows that came at one go */
  guint               n;    /* as the changes that were told add up */
} Fixture;

static void
changed_cb (Fixture *f,
            guint    position,
            guint    removed,
            guint    added)
{
  g_assert_cmpuint (position + removed, <=, f->n);
  f->n = f->n - removed + added;
  f->most = MAX (f->most, added);
  g_assert_cmpuint (f->n, ==, g_list_model_get_n_items (G_LIST_MODEL (f->gradual)));
}

static void
fill (Fixture *f,
      guint    n)
{
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = g_strdup_printf ("%u", i);
  gtk_string_list_splice (f->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (f->rows)), (const char *const *) texts);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->rows = gtk_string_list_new (NULL);
  f->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (f->rows)));
  gtk_single_selection_set_autoselect (f->selection, FALSE);
  f->gradual = cvn_gradual_rows_new (GTK_SELECTION_MODEL (f->selection));
  g_signal_connect_swapped (f->gradual, "items-changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (f->gradual, f);
  g_assert_finalize_object (f->gradual);
  g_assert_finalize_object (f->selection);
  g_assert_finalize_object (f->rows);
}

/* All of them in the end, but a window's worth first. */
static void
test_grows (Fixture      *f,
            gconstpointer data)
{
  cvn_gradual_rows_start (f->gradual);
  fill (f, ALL);
  g_assert_cmpuint (f->n, >, 0);
  g_assert_cmpuint (f->n, <, 100);
  for (guint before = 0; before != f->n && f->n < 200;)
    {
      before = f->n;
      f->most = 0;
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpuint (f->most, <, 100);
    }
  cvn_ui_drain ();
  g_assert_cmpuint (f->n, ==, ALL);
}

static void
test_leaves (Fixture      *f,
             gconstpointer data)
{
  fill (f, ALL);
  g_assert_cmpuint (f->n, ==, 0);
  cvn_gradual_rows_start (f->gradual);
  cvn_gradual_rows_show_all (f->gradual);
  g_assert_cmpuint (f->n, ==, ALL);
  cvn_gradual_rows_stop (f->gradual);
  cvn_ui_drain ();
  g_assert_cmpuint (f->n, ==, 0);
}

/* What changes in the rows beneath is told as far as it shows. */
static void
test_follows (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GtkStringObject) last = NULL;
  guint shown;

  cvn_gradual_rows_start (f->gradual);
  fill (f, ALL);
  shown = f->n;
  gtk_string_list_splice (f->rows, 10, 5, NULL);
  g_assert_cmpuint (f->n, ==, shown);
  last = g_list_model_get_item (G_LIST_MODEL (f->gradual), shown - 1);
  g_assert_cmpuint (g_ascii_strtoull (gtk_string_object_get_string (last), NULL, 10), ==, shown + 4);
  gtk_string_list_splice (f->rows, ALL - 50, 10, NULL);
  g_assert_cmpuint (f->n, ==, shown);
  gtk_string_list_splice (f->rows, 3, ALL - 30, NULL);
  g_assert_cmpuint (f->n, ==, 15);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->gradual), 15));
}

static void
test_selects (Fixture      *f,
              gconstpointer data)
{
  GtkSelectionModel *gradual = GTK_SELECTION_MODEL (f->gradual);

  cvn_gradual_rows_start (f->gradual);
  fill (f, ALL);
  g_assert_true (gtk_selection_model_select_item (gradual, 7, TRUE));
  g_assert_cmpuint (gtk_single_selection_get_selected (f->selection), ==, 7);
  g_assert_true (gtk_selection_model_is_selected (gradual, 7));
  gtk_single_selection_set_selected (f->selection, ALL - 1);
  g_assert_false (gtk_selection_model_is_selected (gradual, 7));
  cvn_ui_drain ();
  g_assert_true (gtk_selection_model_is_selected (gradual, ALL - 1));
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/gradual-rows/grows", Fixture, NULL, set_up, test_grows, tear_down);
  g_test_add ("/ui/gradual-rows/leaves", Fixture, NULL, set_up, test_leaves, tear_down);
  g_test_add ("/ui/gradual-rows/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/ui/gradual-rows/selects", Fixture, NULL, set_up, test_selects, tear_down);
  return cvn_watchdog_run_tests ();
}
