/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-events-page.h"
#include "cvn-operation.h"
#include "register-support.h"

/* The page of events over the sample centre, in a window, on 1 December 2020. */
typedef struct
{
  CvnRegisterFixture sample;
  CvnPage           *page;
} CvnEventsFixture;

/* An event and the day that it is to be on. */
typedef struct
{
  CvnEventsFixture *f;
  const char       *id;
  CvnDate           day;
} CvnExpectedDay;

void cvn_events_fixture_open (CvnEventsFixture *self, gconstpointer data);
void cvn_events_fixture_close (CvnEventsFixture *self, gconstpointer data);

CvnCalendarView *cvn_events_fixture_get_calendar (CvnEventsFixture *self);
CvnEventSheet   *cvn_events_fixture_get_sheet (CvnEventsFixture *self);
char            *cvn_events_fixture_run (CvnEventsFixture *self, CvnOperation *operation);
char            *cvn_events_fixture_make_event (CvnEventsFixture *self);
void             cvn_events_fixture_undo (CvnEventsFixture *self);

/* Conditions to wait for; their data is a CvnExpectedDay, or a fixture. */
gboolean cvn_events_is_on_day (gpointer data);
gboolean cvn_events_has_focus (gpointer data);
gboolean cvn_events_is_loaded (gpointer data);
