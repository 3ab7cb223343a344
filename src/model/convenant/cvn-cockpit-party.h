/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-ladder.h"
#include "cvn-table.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The rungs that lead to a signature. To be invited comes before them; to reconsider and to decline stand beside them. */
typedef enum {
  CVN_RUNG_PLEDGED,
  CVN_RUNG_DECIDED,
  CVN_RUNG_SIGNED,
} CvnRung;

#define CVN_N_RUNGS (CVN_RUNG_SIGNED + 1)

/* A party of an agreement: what it decided, what it owes for the year, and what is to be done about it. */
#define CVN_TYPE_COCKPIT_PARTY (cvn_cockpit_party_get_type ())
G_DECLARE_FINAL_TYPE (CvnCockpitParty, cvn_cockpit_party, CVN, COCKPIT_PARTY, GObject)

CvnCockpitParty *cvn_cockpit_party_new (CvnTable *parties, guint row, CvnTable *decisions, const CvnDate *today, CvnLanguage language);

const char              *cvn_cockpit_party_get_id (CvnCockpitParty *self);
const char              *cvn_cockpit_party_get_name (CvnCockpitParty *self);
const char              *cvn_cockpit_party_get_kind (CvnCockpitParty *self);
gboolean                 cvn_cockpit_party_is_required (CvnCockpitParty *self);
CvnLadderState           cvn_cockpit_party_get_state (CvnCockpitParty *self);
gboolean                 cvn_cockpit_party_is_at_risk (CvnCockpitParty *self);
gboolean                 cvn_cockpit_party_lacks_document (CvnCockpitParty *self);
const char              *cvn_cockpit_party_get_document (CvnCockpitParty *self);
const CvnDate           *cvn_cockpit_party_get_state_date (CvnCockpitParty *self);
const CvnDate           *cvn_cockpit_party_get_expected (CvnCockpitParty *self);
gboolean                 cvn_cockpit_party_has_reached (CvnCockpitParty *self, CvnRung rung, CvnDate *date);
const CvnLadderDecision *cvn_cockpit_party_get_history (CvnCockpitParty *self, guint *n_decisions);
gint64                   cvn_cockpit_party_get_amount (CvnCockpitParty *self);
gint64                   cvn_cockpit_party_get_hours (CvnCockpitParty *self);
gint64                   cvn_cockpit_party_get_invoiced (CvnCockpitParty *self);
gint64                   cvn_cockpit_party_get_paid (CvnCockpitParty *self);
gint64                   cvn_cockpit_party_get_overdue (CvnCockpitParty *self);
char                    *cvn_cockpit_party_dup_next_step (CvnCockpitParty *self, CvnLanguage language);
char                    *cvn_cockpit_party_dup_decision (CvnCockpitParty *self, guint i, CvnLanguage language);
char                    *cvn_cockpit_party_dup_state (CvnCockpitParty *self, CvnLanguage language);
char                    *cvn_cockpit_party_dup_money (CvnCockpitParty *self, CvnLanguage language);
char                    *cvn_cockpit_party_dup_sentence (CvnCockpitParty *self, CvnLanguage language);

G_END_DECLS
