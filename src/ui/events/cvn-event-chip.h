/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * An event on one day of a calendar: a line that opens it, that can be dragged to another day, and that Ctrl with an arrow
 * moves. Made once and used for one event after another. Uses the actions events.open (s) and events.move (si).
 */
#define CVN_TYPE_EVENT_CHIP (cvn_event_chip_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventChip, cvn_event_chip, CVN, EVENT_CHIP, GtkWidget)

GtkWidget    *cvn_event_chip_new (gboolean wraps);
void          cvn_event_chip_set (CvnEventChip *self, CvnEventItem *item, const CvnDate *day);
int           cvn_event_chip_count_lines (CvnEventChip *self, int width);
CvnEventItem *cvn_event_chip_get_item (CvnEventChip *self);
void          cvn_event_chip_add_drop (GtkWidget *widget, CvnDate (*find_day) (GtkWidget *widget));

G_END_DECLS
