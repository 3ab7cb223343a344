/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-board-card.h"

G_BEGIN_DECLS

/*
 * Bookings of the figure booking-board as a list of CvnBoardCard: those of one state, or all of them, as far as they have the
 * words that are searched for. A column shows the first cards only until more are asked for.
 */
#define CVN_TYPE_BOOKING_CARDS (cvn_booking_cards_get_type ())
G_DECLARE_FINAL_TYPE (CvnBookingCards, cvn_booking_cards, CVN, BOOKING_CARDS, GObject)

#define CVN_BOOKING_CARDS_ANY_STATE -1

CvnBookingCards *cvn_booking_cards_new (int state, guint step);
void             cvn_booking_cards_set (CvnBookingCards *self, CvnTable *table, const char *text);
guint            cvn_booking_cards_get_n_found (CvnBookingCards *self);
gint64           cvn_booking_cards_get_cents (CvnBookingCards *self);
gboolean         cvn_booking_cards_show_more (CvnBookingCards *self);
gboolean         cvn_booking_cards_find (CvnBookingCards *self, const char *id, guint *place);

G_END_DECLS
