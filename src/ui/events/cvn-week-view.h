/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A week as columns of hours, or day by day where it is narrow; also the events of one day below a narrow month. */
#define CVN_TYPE_WEEK_VIEW (cvn_week_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnWeekView, cvn_week_view, CVN, WEEK_VIEW, AdwBin)

GtkWidget *cvn_week_view_new (CvnEventCalendar *calendar);
void       cvn_week_view_set_week (CvnWeekView *self, CvnDate day);
GtkWidget *cvn_week_view_find_event (CvnWeekView *self, const char *id);

GtkWidget *cvn_agenda_day_new (CvnEventCalendar *calendar, const CvnDate *day, gboolean always);

G_END_DECLS
