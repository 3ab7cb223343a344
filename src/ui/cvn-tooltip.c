/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-tooltip"

#include "cvn-tooltip.h"

/**
 * cvn_tooltip_set:
 * @widget: (type GtkWidget): any widget
 * @text: (nullable): what to say when the pointer rests on it
 *
 * As gtk_widget_set_tooltip_text(), which asks the display where the pointer is each time, in five questions with the
 * server held, even while nothing is on the screen. Here nothing is asked for a widget that is not shown yet, or that says
 * the same already: a start is some hundred questions shorter.
 */
void
cvn_tooltip_set (gpointer    widget,
                 const char *text)
{
  GtkWidget *self = GTK_WIDGET (widget);
  gboolean   hide = gtk_widget_get_visible (self) && !gtk_widget_get_mapped (self);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (self), text) == 0)
    return;
  if (hide)
    gtk_widget_set_visible (self, FALSE);
  gtk_widget_set_tooltip_text (self, text);
  if (hide)
    gtk_widget_set_visible (self, TRUE);
}
