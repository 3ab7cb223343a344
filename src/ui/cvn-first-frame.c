/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-first-frame"

#include "cvn-first-frame.h"

typedef struct
{
  GtkWidget        *widget; /* weak */
  CvnFirstFrameFunc func;
} Wait;

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_clear_weak_pointer (&wait->widget);
  g_free (wait);
}

static gboolean
painted_cb (gpointer data)
{
  Wait *wait = data;

  if (wait->widget != NULL)
    wait->func (wait->widget);
  return G_SOURCE_REMOVE;
}

/* Called before a frame is laid out and painted, which is done before anything else is: what is called after it has a turn of
 * the main loop for itself, and nothing starves it. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  Wait *wait = g_new0 (Wait, 1);

  g_set_weak_pointer (&wait->widget, widget);
  wait->func = ((Wait *) data)->func;
  g_idle_add_full (GDK_PRIORITY_REDRAW, painted_cb, wait, wait_free);
  return G_SOURCE_REMOVE;
}

/**
 * cvn_first_frame_wait:
 * @widget: a widget, on the screen already or not
 * @func: called with it
 *
 * Puts off what nobody sees at once until the next frame with @widget is on the screen. Nothing is called when @widget is
 * gone before that.
 */
void
cvn_first_frame_wait (GtkWidget        *widget,
                      CvnFirstFrameFunc func)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->func = func;
  gtk_widget_add_tick_callback (widget, frame_cb, wait, g_free);
}
