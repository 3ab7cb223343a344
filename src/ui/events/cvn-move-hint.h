/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-calendar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Says over a calendar what speaks against the day that an event is held above, before it is dropped.
 * Action "events.hover" (si): the id of the event and how many days later it would be; an empty id when it is held nowhere.
 */
#define CVN_TYPE_MOVE_HINT (cvn_move_hint_get_type ())
G_DECLARE_FINAL_TYPE (CvnMoveHint, cvn_move_hint, CVN, MOVE_HINT, AdwBin)

GtkWidget *cvn_move_hint_new (CvnEventCalendar *calendar, GtkWidget *child);

G_END_DECLS
