/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The three views of one calendar. Their names are also those of the buttons that choose them. */
typedef enum {
  CVN_CALENDAR_MONTH,
  CVN_CALENDAR_WEEK,
  CVN_CALENDAR_LIST,
  CVN_CALENDAR_N_MODES,
} CvnCalendarMode;

/*
 * A calendar with its bar: month, week or the list of a year; earlier, today, later; filters. It uses the actions
 * events.open (s), events.move (si) and events.add (s, ISO day) of the page around it, and has calendar.today,
 * calendar.turn (i), calendar.mode (s) and calendar.clear-filters. Signal "turned".
 */
#define CVN_TYPE_CALENDAR_VIEW (cvn_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnCalendarView, cvn_calendar_view, CVN, CALENDAR_VIEW, AdwBin)

GtkWidget        *cvn_calendar_view_new (CvnCentre *centre);
CvnEventCalendar *cvn_calendar_view_get_calendar (CvnCalendarView *self);
void              cvn_calendar_view_set_mode (CvnCalendarView *self, CvnCalendarMode mode);
CvnCalendarMode   cvn_calendar_view_get_mode (CvnCalendarView *self);
void              cvn_calendar_view_show_day (CvnCalendarView *self, CvnDate day);
CvnDate           cvn_calendar_view_get_day (CvnCalendarView *self);
void              cvn_calendar_view_focus_event (CvnCalendarView *self, const char *id, CvnDate day);
GtkWidget        *cvn_calendar_view_find_event (CvnCalendarView *self, const char *id);

G_END_DECLS
