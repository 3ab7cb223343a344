/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-board-card.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is below the bookings: which one is chosen, and what can be done with it, for who does not drag or know the keys. */
#define CVN_TYPE_BOOKING_BAR (cvn_booking_bar_get_type ())
G_DECLARE_FINAL_TYPE (CvnBookingBar, cvn_booking_bar, CVN, BOOKING_BAR, GtkBox)

GtkWidget *cvn_booking_bar_new (void);
void       cvn_booking_bar_set_card (CvnBookingBar *self, CvnBoardCard *card, gboolean may_move, gboolean read_only);
void       cvn_booking_bar_refuse (CvnBookingBar *self, const char *sentence);
gboolean   cvn_booking_bar_popup_menu (CvnBookingBar *self);

G_END_DECLS
