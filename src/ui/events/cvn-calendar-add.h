/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button that adds an event: a new one by win.add, or one made of a template by events.from-template (ss: id, its beginning). */
#define CVN_TYPE_CALENDAR_ADD (cvn_calendar_add_get_type ())
G_DECLARE_FINAL_TYPE (CvnCalendarAdd, cvn_calendar_add, CVN, CALENDAR_ADD, GtkWidget)

GtkWidget *cvn_calendar_add_new (CvnCentre *centre);

G_END_DECLS
