/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What is above the bookings: whether they are a board or a list, the words to search for, and what can be added. Signals:
 * "shape-changed", "search-changed", "entered": one wants to go from the words to the bookings.
 */
#define CVN_TYPE_BOOKING_TOOLS (cvn_booking_tools_get_type ())
G_DECLARE_FINAL_TYPE (CvnBookingTools, cvn_booking_tools, CVN, BOOKING_TOOLS, GtkBox)

GtkWidget  *cvn_booking_tools_new (CvnCentre *centre);
gboolean    cvn_booking_tools_is_list (CvnBookingTools *self);
void        cvn_booking_tools_set_list (CvnBookingTools *self, gboolean list);
const char *cvn_booking_tools_get_text (CvnBookingTools *self);
gboolean    cvn_booking_tools_focus_search (CvnBookingTools *self);

G_END_DECLS
