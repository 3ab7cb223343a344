/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button with the filters of a calendar: how an event is organised, its state, life stage, audience and axis. */
GtkWidget *cvn_calendar_filter_new (CvnEventCalendar *calendar);

G_END_DECLS
