/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-tooltip"

#include "cvn-tooltip.h"

/* The words are there, and the widget is as visible as it was. */
static void
test_keeps_visibility (void)
{
  g_autoptr (GtkWidget) shown = g_object_ref_sink (gtk_button_new ());
  g_autoptr (GtkWidget) hidden = g_object_ref_sink (gtk_button_new ());

  gtk_widget_set_visible (hidden, FALSE);
  cvn_tooltip_set (shown, "Undo");
  cvn_tooltip_set (hidden, "Redo");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (shown), ==, "Undo");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (hidden), ==, "Redo");
  g_assert_true (gtk_widget_get_has_tooltip (shown));
  g_assert_true (gtk_widget_get_visible (shown));
  g_assert_false (gtk_widget_get_visible (hidden));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  (*n)++;
}

/* The same words once more are not set at all: that would ask the display where the pointer is. */
static void
test_same_words (void)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  guint n = 0;

  g_signal_connect (button, "notify::tooltip-text", G_CALLBACK (count_cb), &n);
  cvn_tooltip_set (button, "Undo");
  cvn_tooltip_set (button, "Undo");
  g_assert_cmpuint (n, ==, 1);
  cvn_tooltip_set (button, "Undo Edit");
  g_assert_cmpuint (n, ==, 2);
  cvn_tooltip_set (button, NULL);
  cvn_tooltip_set (button, NULL);
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (gtk_widget_get_tooltip_text (button));
  g_assert_false (gtk_widget_get_has_tooltip (button));
}

/* On the screen, too. */
static void
test_mapped (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_button_new ();

  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (button))
    g_main_context_iteration (NULL, TRUE);
  cvn_tooltip_set (button, "Undo");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Undo");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/tooltip/keeps-visibility", test_keeps_visibility);
  g_test_add_func ("/ui/tooltip/same-words", test_same_words);
  g_test_add_func ("/ui/tooltip/mapped", test_mapped);
  return g_test_run ();
}
