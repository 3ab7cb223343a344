/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An event in a list: its day, what it is, where and when, who comes; above the first of a month its name. */
#define CVN_TYPE_EVENT_ROW (cvn_event_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventRow, cvn_event_row, CVN, EVENT_ROW, GtkWidget)

GtkWidget *cvn_event_row_new (void);
void       cvn_event_row_set (CvnEventRow *self, CvnEventItem *item, const char *month);

G_END_DECLS
