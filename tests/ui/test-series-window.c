/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-series-window"

#include "cvn-sharing-window.h"
#include "sharing-desks.h"
#include "sharing-support.h"
#include "watchdog.h"

#include <glib/gi18n-lib.h>

/* A number series goes from one desk to another by what people press in their windows, and by nothing else. */

static gboolean
has_button (GtkWidget  *window,
            const char *label)
{
  return cvn_ui_find_text (window, GTK_TYPE_LABEL, label) != NULL;
}

static gboolean
may_ask (gpointer window)
{
  return has_button (window, _("_Ask For It")) && has_button (window, _("_Take…")) && !has_button (window, _("_Hand Over…"));
}

static gboolean
has_asked (gpointer window)
{
  return cvn_ui_find_text (window, GTK_TYPE_LABEL, _("This desk has asked for the series. It comes when the other desk hands it over.")) != NULL;
}

static gboolean
is_asked (gpointer window)
{
  g_autofree char *words = g_strdup_printf (_("Numbers are given at this desk. The desk of %s asks for the series."), "Bas");

  return cvn_ui_find_text (window, GTK_TYPE_LABEL, words) != NULL && has_button (window, _("_Keep")) && has_button (window, _("_Hand Over…")) &&
         !has_button (window, _("_Take…"));
}

/* The whole of what a desk says that numbers: no button at all. */
static gboolean
numbers (gpointer window)
{
  return cvn_ui_find_text (window, GTK_TYPE_LABEL, _("Numbers are given at this desk. Other desks can prepare invoices.")) != NULL &&
         !has_button (window, _("_Hand Over…")) && !has_button (window, _("_Keep")) && !has_button (window, _("_Ask For It"));
}

static gboolean
has_keep (gpointer window)
{
  return has_button (window, _("_Keep"));
}

static GtkWidget *
open_window (CvnDesks  *self,
             CvnCentre *centre)
{
  GtkWidget *window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (self->f.window), centre));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
press (GtkWidget  *window,
       const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (cvn_ui_find_text (window, GTK_TYPE_LABEL, label), GTK_TYPE_BUTTON);

  g_signal_emit_by_name (button, "clicked");
}

static void
test_handed_over (void)
{
  CvnDesks   d = { 0 };
  GtkWidget *first;
  GtkWidget *second;

  if (!cvn_desks_open (&d))
    return;
  cvn_desks_share (&d, cvn_peer_get_address (d.peer), NULL);
  cvn_sharing_test_drop_rules (d.peer);
  cvn_desks_join (&d, cvn_peer_get_address (d.peer), NULL);
  first = open_window (&d, d.f.centre);
  second = open_window (&d, d.other);
  cvn_desks_wait (numbers, first, "the first desk");
  cvn_desks_wait (may_ask, second, "the second desk");
  /* A question from one to the other, over the server. */
  press (second, _("_Ask For It"));
  cvn_desks_wait (has_asked, second, "what the second desk asked");
  cvn_desks_wait (is_asked, first, "the question at the first desk");
  cvn_sharing_test_keep_pictures (first, "series-asked");
  press (first, _("_Hand Over…"));
  cvn_sharing_test_answer (_("Hand the Number Series Over?"), NULL, "Escape");
  /* Nothing happens before the answer. */
  g_assert_true (is_asked (first));
  press (first, _("_Hand Over…"));
  cvn_sharing_test_answer (_("Hand the Number Series Over?"), "hand-over", "Return");
  cvn_desks_wait (may_ask, first, "the first desk without the series");
  cvn_desks_wait (numbers, second, "the second desk with the series");
  cvn_sharing_test_keep_pictures (second, "series-here");
  /* And back, which the desk that has it declines. */
  press (first, _("_Ask For It"));
  cvn_desks_wait (has_asked, first, "what the first desk asked");
  cvn_desks_wait (has_keep, second, "the question at the second desk");
  press (second, _("_Keep"));
  cvn_desks_wait (numbers, second, "the second desk that keeps it");
  cvn_desks_wait (may_ask, first, "the first desk that was refused");
  cvn_desks_close_window (second);
  cvn_desks_close_window (first);
  cvn_desks_close (&d);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/series-window/handed-over", test_handed_over);
  return cvn_watchdog_run_tests ();
}
