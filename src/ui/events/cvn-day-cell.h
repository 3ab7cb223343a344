/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A day of a month: its number and its first events as chips, or as dots where it is narrow. Made once for a place in the
 * month and shown one day after another. Uses the action events.show-day (s, ISO).
 */
#define CVN_TYPE_DAY_CELL (cvn_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (CvnDayCell, cvn_day_cell, CVN, DAY_CELL, GtkWidget)

GtkWidget *cvn_day_cell_new (gboolean narrow);
void       cvn_day_cell_set (CvnDayCell *self, const CvnDate *day, int month, gboolean is_today, GPtrArray *items);
CvnDate    cvn_day_cell_get_day (CvnDayCell *self);
GtkWidget *cvn_day_cell_find (CvnDayCell *self, const char *id);
gboolean   cvn_day_cell_step (CvnDayCell *self, int by);

G_END_DECLS
