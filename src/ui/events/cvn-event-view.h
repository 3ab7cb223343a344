/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The page of one event: what it is, what speaks against it, and its parts: details, sign-ups, publications, tasks, costs and
 * the sheet for afterwards. Actions: event.copy, event.make-template, event.cancel, event.delete. Signals: "closed": there is
 * nothing to show any more; "copied" (const char *id).
 */
#define CVN_TYPE_EVENT_VIEW (cvn_event_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventView, cvn_event_view, CVN, EVENT_VIEW, AdwBin)

GtkWidget     *cvn_event_view_new (CvnCentre *centre);
void           cvn_event_view_show (CvnEventView *self, const char *id);
void           cvn_event_view_show_part (CvnEventView *self, const char *part);
CvnEventSheet *cvn_event_view_get_sheet (CvnEventView *self);
GtkWidget     *cvn_event_view_get_part (CvnEventView *self, const char *part);
void           cvn_event_view_leave (CvnEventView *self);

G_END_DECLS
