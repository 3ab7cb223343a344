/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The events of a calendar below each other, with the names of the months between them. Uses events.open (s) and events.move (si). */
GtkWidget *cvn_event_list_new (CvnEventCalendar *calendar);
void       cvn_event_list_focus (GtkWidget *list, CvnEventCalendar *calendar, const char *id);

G_END_DECLS
