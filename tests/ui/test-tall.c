/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-tall"

#include "cvn-tall.h"
#include "cvn-wide-row.h"

#include <adwaita.h>

/* What is laid out for nothing: words, in the least width that they could do with. */

#define WORDS "Communication with companies is high on the list of what partners ask for"

static int
measure (GtkWidget     *widget,
         GtkOrientation orientation,
         int            for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* In no particular width it asks for nothing, in one that is given for what its child needs there. */
static void
test_height (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", WORDS, "wrap", TRUE, NULL);
  g_autoptr (GtkWidget) tall = g_object_ref_sink (cvn_tall_new (label));

  g_assert_cmpint (measure (tall, GTK_ORIENTATION_VERTICAL, -1), ==, 0);
  g_assert_cmpint (measure (tall, GTK_ORIENTATION_HORIZONTAL, -1), ==, measure (label, GTK_ORIENTATION_HORIZONTAL, -1));
  g_assert_cmpint (measure (tall, GTK_ORIENTATION_VERTICAL, 150), ==, measure (label, GTK_ORIENTATION_VERTICAL, 150));
  g_assert_cmpint (measure (tall, GTK_ORIENTATION_VERTICAL, 150), >, measure (tall, GTK_ORIENTATION_VERTICAL, 400));
}

/* A scrolled window gives it all the height that it needs in its width. */
static void
test_scrolled (void)
{
  GtkWidget     *window = gtk_window_new ();
  GtkWidget     *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget     *label = g_object_new (GTK_TYPE_LABEL, "label", WORDS " " WORDS " " WORDS " " WORDS, "wrap", TRUE, NULL);
  GtkAdjustment *adjustment;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cvn_tall_new (label));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (label) == 0)
    g_main_context_iteration (NULL, TRUE);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpint (gtk_widget_get_height (label), ==, measure (label, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (label)));
  g_assert_cmpint ((int) gtk_adjustment_get_upper (adjustment), ==, gtk_widget_get_height (label));
  g_assert_cmpint (gtk_widget_get_height (label), >, gtk_widget_get_height (scrolled));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The words of a row that is prepared are never laid out one letter on a line; other widgets are left as they are. */
static void
test_wide_row (void)
{
  g_autoptr (GtkWidget) plain = g_object_ref_sink (g_object_new (ADW_TYPE_ACTION_ROW, "title", WORDS, NULL));
  g_autoptr (GtkWidget) wide = g_object_ref_sink (g_object_new (ADW_TYPE_ACTION_ROW, "title", WORDS, NULL));
  g_autoptr (GtkWidget) label = g_object_ref_sink (g_object_new (GTK_TYPE_LABEL, "css-classes", (const char *[]){ "title", NULL }, NULL));
  int least;

  cvn_wide_row_prepare (wide);
  cvn_wide_row_prepare (label);
  least = measure (wide, GTK_ORIENTATION_HORIZONTAL, -1);
  g_assert_cmpint (least, >, measure (plain, GTK_ORIENTATION_HORIZONTAL, -1));
  g_assert_cmpint (least, <, 200);
  g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (label)), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/tall/height", test_height);
  g_test_add_func ("/ui/tall/scrolled", test_scrolled);
  g_test_add_func ("/ui/tall/wide-row", test_wide_row);
  return g_test_run ();
}
