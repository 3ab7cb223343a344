/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-print"

#include "cvn-report-paper.h"
#include "cvn-report-window.h"
#include "register-support.h"
#include "watchdog.h"

/* The question for a printer. */

static gboolean
has_page (gpointer window)
{
  return cvn_ui_count (window, CVN_TYPE_REPORT_PAPER) > 0;
}

typedef struct
{
  gboolean has_returned; /* from the call that asks */
  gboolean was_inside;   /* the question was on the screen before that */
  gboolean closed;
} Printing;

/* Closes the question as soon as it is there, also from inside the call: a program that waits there would never end. */
static gboolean
close_question_cb (gpointer data)
{
  Printing *printing = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      {
        printing->was_inside = !printing->has_returned;
        printing->closed = TRUE;
        gtk_dialog_response (l->data, GTK_RESPONSE_CANCEL);
        return G_SOURCE_REMOVE;
      }
  return G_SOURCE_CONTINUE;
}

static gboolean
is_closed (gpointer printing)
{
  return ((Printing *) printing)->closed;
}

static void
test_does_not_wait (void)
{
  CvnRegisterFixture f = { 0 };
  Printing           printing = { 0 };
  GtkWidget         *window;

  cvn_register_fixture_open (&f);
  cvn_register_fixture_show (&f, gtk_label_new ("Parent"), 900, 700);
  window = GTK_WIDGET (cvn_report_window_new (GTK_WINDOW (f.window), f.centre, CVN_REPORT_PARTNER, "gem-leiden"));
  gtk_window_present (GTK_WINDOW (window));
  cvn_ui_assert_eventually (has_page, window);
  g_timeout_add (20, close_question_cb, &printing);
  gtk_widget_activate_action (window, "report.print", NULL);
  cvn_watchdog_mark (); /* GTK makes its dialog, and looks for printers */
  printing.has_returned = TRUE;
  cvn_ui_assert_eventually (is_closed, &printing);
  g_assert_false (printing.was_inside);
  cvn_ui_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
  cvn_register_fixture_close (&f);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/report-print/does-not-wait", test_does_not_wait);
  return cvn_watchdog_run_tests ();
}
