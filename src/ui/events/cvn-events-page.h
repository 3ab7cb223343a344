/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-calendar-view.h"
#include "cvn-event-view.h"
#include "cvn-tabbed-page.h"

G_BEGIN_DECLS

/* Events: the calendar, where they are published, what has to be done, and the lists; an event slides over them. */
#define CVN_TYPE_EVENTS_PAGE (cvn_events_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventsPage, cvn_events_page, CVN, EVENTS_PAGE, CvnTabbedPage)

CvnCalendarView *cvn_events_page_get_calendar (CvnEventsPage *self);
CvnEventView    *cvn_events_page_get_event (CvnEventsPage *self);

G_END_DECLS
