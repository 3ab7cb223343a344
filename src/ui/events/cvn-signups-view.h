/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-event-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Who comes to an event: seats, the list in the order in which people came, and attendance by one key: Space ticks a party,
 * a digit says how many of it came, Enter ticks and goes on, Delete cancels.
 */
#define CVN_TYPE_SIGNUPS_VIEW (cvn_signups_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnSignupsView, cvn_signups_view, CVN, SIGNUPS_VIEW, AdwBin)

GtkWidget  *cvn_signups_view_new (CvnEventSheet *sheet);
GtkWidget  *cvn_signups_view_get_list (CvnSignupsView *self);
const char *cvn_signups_view_get_message (CvnSignupsView *self);

G_END_DECLS
