/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

G_BEGIN_DECLS

/*
 * Helps a new booking along: it is requested today, and as soon as its programme is known it costs what that costs on its
 * day. What was filled in by hand stays. Signal "changed": the text is another one.
 */
#define CVN_TYPE_BOOKING_PROPOSAL (cvn_booking_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CvnBookingProposal, cvn_booking_proposal, CVN, BOOKING_PROPOSAL, GObject)

CvnBookingProposal *cvn_booking_proposal_new (CvnCentre *centre, CvnDraft *draft);
char               *cvn_booking_proposal_dup_text (CvnBookingProposal *self);

G_END_DECLS
