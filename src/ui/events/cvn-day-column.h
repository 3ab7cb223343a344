/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The hours of a day, its events beside each other where they overlap. */
#define CVN_TYPE_DAY_COLUMN (cvn_day_column_get_type ())
G_DECLARE_FINAL_TYPE (CvnDayColumn, cvn_day_column, CVN, DAY_COLUMN, GtkWidget)

/* Pixels. */
#define CVN_DAY_COLUMN_HOUR 44

GtkWidget *cvn_day_column_new (void);
void       cvn_day_column_set (CvnDayColumn *self, const CvnDate *day, gboolean is_today, GPtrArray *items);
CvnDate    cvn_day_column_get_day (CvnDayColumn *self);
GtkWidget *cvn_day_column_find (CvnDayColumn *self, const char *id);

G_END_DECLS
