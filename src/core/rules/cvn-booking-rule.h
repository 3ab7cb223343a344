/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

/* Where a booking stands. All but invoiced and paid are stored as its status; those two follow from its invoice. */
typedef enum {
  CVN_BOOKING_REQUESTED,
  CVN_BOOKING_QUOTED,
  CVN_BOOKING_CONFIRMED,
  CVN_BOOKING_DELIVERED,
  CVN_BOOKING_INVOICED,
  CVN_BOOKING_PAID,
  CVN_BOOKING_CANCELLED,
} CvnBookingState;

#define CVN_BOOKING_N_STATES (CVN_BOOKING_CANCELLED + 1)

/* How long a quote holds when nobody says otherwise. */
#define CVN_BOOKING_QUOTE_DAYS 30

/* A price of a programme; the texts are borrowed ISO days, valid_to may be NULL. */
typedef struct
{
  const char *valid_from;
  const char *valid_to;
  gint64      price; /* cents */
  gint64      cost;  /* cents of the provider */
} CvnProgrammePrice;

const char *cvn_booking_state_get_code (CvnBookingState state);
const char *cvn_booking_state_get_label (CvnBookingState state);
const char *cvn_booking_state_get_date_field (CvnBookingState state);
gboolean    cvn_booking_state_from_code (const char *code, CvnBookingState *state);

gboolean        cvn_booking_can_move (CvnBookingState from, CvnBookingState to);
gboolean        cvn_booking_check_move (CvnBookingState from, CvnBookingState to, GError **error);
CvnBookingState cvn_booking_get_neighbour (CvnBookingState from, int step);
gboolean        cvn_booking_check_dated (CvnRecord *booking, GError **error);

gboolean cvn_booking_has_expired (CvnBookingState state, const char *valid_until, const char *today);
gboolean cvn_booking_check_quote (const char *valid_until, const char *today, GError **error);
gboolean cvn_booking_check_session (gint64 booked, gint64 delivered, gint64 minutes, GError **error);
gboolean cvn_booking_lead_days (const char *from, const char *to, int *days);

gboolean cvn_programme_amount (const char *unit, gint64 cents, gint64 participants, gint64 minutes, gint64 *amount);

const CvnProgrammePrice *cvn_programme_price_find (const CvnProgrammePrice *prices, guint n_prices, const char *day);

G_END_DECLS
