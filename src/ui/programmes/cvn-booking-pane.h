/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record-pane.h"

G_BEGIN_DECLS

/*
 * One booking: its states with their days, its money, its hours and its sessions, and all that can be done with it.
 * Actions: "booking.further", "booking.quote", "booking.session" and so on. Signal "closed": back to the board.
 */
#define CVN_TYPE_BOOKING_PANE (cvn_booking_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnBookingPane, cvn_booking_pane, CVN, BOOKING_PANE, CvnRecordPane)

GtkWidget *cvn_booking_pane_new (CvnCentre *centre);

G_END_DECLS
