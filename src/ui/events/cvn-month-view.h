/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A month as six weeks of days, with less of each day where it is narrow. Uses events.show-month (s, ISO day).
 * It is one stop for Tab: the arrows go from day to day.
 * Signal "narrowed": it has changed between wide and narrow, while sizes are given out. */
#define CVN_TYPE_MONTH_VIEW (cvn_month_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnMonthView, cvn_month_view, CVN, MONTH_VIEW, AdwBin)

GtkWidget *cvn_month_view_new (CvnEventCalendar *calendar);
void       cvn_month_view_set_month (CvnMonthView *self, CvnDate day);
CvnDate    cvn_month_view_get_day (CvnMonthView *self);
void       cvn_month_view_get_period (CvnDate day, CvnDate *from, CvnDate *to);
GtkWidget *cvn_month_view_find_event (CvnMonthView *self, const char *id);
GtkWidget *cvn_month_view_find_day (CvnMonthView *self, const CvnDate *day);
gboolean   cvn_month_view_is_narrow (CvnMonthView *self);

G_END_DECLS
