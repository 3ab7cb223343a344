/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-booking-cards.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The bookings of the board as a list, a row each with the days on which it moved. Signals: "chosen" (CvnBoardCard), "activated"
 * (CvnBoardCard).
 */
#define CVN_TYPE_BOOKING_LIST (cvn_booking_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnBookingList, cvn_booking_list, CVN, BOOKING_LIST, AdwBin)

GtkWidget *cvn_booking_list_new (void);
void       cvn_booking_list_set (CvnBookingList *self, CvnTable *table, const char *text);
gboolean   cvn_booking_list_choose (CvnBookingList *self, const char *id);
gboolean   cvn_booking_list_enter (CvnBookingList *self);
guint      cvn_booking_list_get_n_rows (CvnBookingList *self);

G_END_DECLS
