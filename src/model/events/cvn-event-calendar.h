/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-event-item.h"

G_BEGIN_DECLS

/*
 * The events of a period, as a GListModel of CvnEventItem in the order of time: month, week and list are views of one of
 * these. It is read anew, at once for the whole period, when another period is asked for or something is written.
 * Property "n-items". Signals: "changed": other events are there; "failed" (const char *message).
 */
#define CVN_TYPE_EVENT_CALENDAR (cvn_event_calendar_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventCalendar, cvn_event_calendar, CVN, EVENT_CALENDAR, GObject)

CvnEventCalendar *cvn_event_calendar_new (CvnCentre *centre);
CvnCentre        *cvn_event_calendar_get_centre (CvnEventCalendar *self);
void              cvn_event_calendar_set_period (CvnEventCalendar *self, CvnDate from, CvnDate to);
gboolean          cvn_event_calendar_is_loaded (CvnEventCalendar *self);
CvnDate           cvn_event_calendar_get_today (CvnEventCalendar *self);

void        cvn_event_calendar_set_filter (CvnEventCalendar *self, const char *field, const char *code);
const char *cvn_event_calendar_get_filter (CvnEventCalendar *self, const char *field);
gboolean    cvn_event_calendar_has_filter (CvnEventCalendar *self);
void        cvn_event_calendar_clear_filters (CvnEventCalendar *self);
GPtrArray  *cvn_event_calendar_list_codes (CvnEventCalendar *self, const char *field);

guint         cvn_event_calendar_get_n_hidden (CvnEventCalendar *self);
CvnEventItem *cvn_event_calendar_get (CvnEventCalendar *self, guint i);
CvnEventItem *cvn_event_calendar_find (CvnEventCalendar *self, const char *id);
GStrv         cvn_event_calendar_find_clashes (CvnEventCalendar *self, const char *id, int days);
GPtrArray    *cvn_event_calendar_list_day (CvnEventCalendar *self, const CvnDate *day);

G_END_DECLS
