/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-text"

#include "cvn-text.h"

#include "ui-support.h"

#define LONG_LINE "International Centre of the Municipalities of the Coast and the Lakes"

typedef struct
{
  int minimum;
  int natural;
} Size;

static Size
measure (GtkWidget     *widget,
         GtkOrientation orientation)
{
  Size size;

  gtk_widget_measure (widget, orientation, -1, &size.minimum, &size.natural, NULL, NULL);
  return size;
}

/* A line would like the room of its words, gets along without any, and is as high as it is. */
static void
test_line_size (void)
{
  g_autoptr (GtkWidget) line = g_object_ref_sink (cvn_text_new_line ("Fees"));
  Size width = measure (line, GTK_ORIENTATION_HORIZONTAL);
  Size height = measure (line, GTK_ORIENTATION_VERTICAL);
  Size again;

  g_assert_cmpint (width.minimum, ==, 0);
  g_assert_cmpint (width.natural, >, 8);
  g_assert_cmpint (height.minimum, >, 8);
  g_assert_cmpint (height.minimum, ==, height.natural);
  cvn_text_set_text (CVN_TEXT (line), LONG_LINE);
  again = measure (line, GTK_ORIENTATION_HORIZONTAL);
  g_assert_cmpint (again.natural, >, width.natural);
  g_assert_cmpint (measure (line, GTK_ORIENTATION_VERTICAL).natural, ==, height.natural);
  g_assert_cmpint (gtk_widget_get_request_mode (line), ==, GTK_SIZE_REQUEST_CONSTANT_SIZE);
}

/* What is cut off on the screen is not forgotten: the line still asks for the room of all its words, and one line's height. */
static void
test_cut_line (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *line = cvn_text_new_line (LONG_LINE);
  Size       whole = measure (line, GTK_ORIENTATION_HORIZONTAL);
  Size       height = measure (line, GTK_ORIENTATION_VERTICAL);

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), whole.natural / 2, 100);
  gtk_window_set_child (GTK_WINDOW (window), line);
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_settle (window);
  g_assert_cmpint (gtk_widget_get_width (line), <, whole.natural);
  g_assert_cmpint (measure (line, GTK_ORIENTATION_HORIZONTAL).natural, ==, whole.natural);
  g_assert_cmpint (measure (line, GTK_ORIENTATION_VERTICAL).natural, ==, height.natural);
  g_assert_cmpstr (cvn_text_get_text (CVN_TEXT (line)), ==, LONG_LINE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Words that wrap are higher in less room, and ask for no width of their own. */
static void
test_wraps (void)
{
  g_autoptr (GtkWidget) text = g_object_ref_sink (cvn_text_new (LONG_LINE));
  int wide;
  int narrow;

  g_assert_cmpint (measure (text, GTK_ORIENTATION_HORIZONTAL).natural, <, 100);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 2000, &wide, NULL, NULL, NULL);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 100, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  g_assert_cmpint (gtk_widget_get_request_mode (text), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/text/line-size", test_line_size);
  g_test_add_func ("/ui/text/cut-line", test_cut_line);
  g_test_add_func ("/ui/text/wraps", test_wraps);
  return g_test_run ();
}
