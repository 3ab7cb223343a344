/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

G_BEGIN_DECLS

/* Helps a new event along: when its first day is another one, its end moves with it and keeps its time on the clock. */
#define CVN_TYPE_EVENT_PROPOSAL (cvn_event_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventProposal, cvn_event_proposal, CVN, EVENT_PROPOSAL, GObject)

CvnEventProposal *cvn_event_proposal_new (CvnDraft *draft);

G_END_DECLS
