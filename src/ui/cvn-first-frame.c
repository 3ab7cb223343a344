/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-first-frame"

#include "cvn-first-frame.h"

typedef struct
{
  CvnFirstFrameFunc func;
  guint             n_frames;
} Wait;

/* Called before each frame: at the second time the first one is on the screen. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  Wait *wait = data;

  wait->n_frames++;
  if (wait->n_frames < 2)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      return G_SOURCE_CONTINUE;
    }
  wait->func (widget);
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
