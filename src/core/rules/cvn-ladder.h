/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-period.h"

G_BEGIN_DECLS

/* Where a party stands with an agreement; the stored codes are those of the kind agreement_decision. */
typedef enum {
  CVN_LADDER_NONE, /* no decision yet */
  CVN_LADDER_INVITED,
  CVN_LADDER_BEING_DECIDED,
  CVN_LADDER_PLEDGED,
  CVN_LADDER_APPROVED,
  CVN_LADDER_RECONSIDERING,
  CVN_LADDER_DECLINED,
  CVN_LADDER_SIGNED,
  CVN_LADDER_WITHDRAWN,
  CVN_LADDER_ENDED,
} CvnLadderState;

#define CVN_LADDER_N_STATES (CVN_LADDER_ENDED + 1)

/* What the rules need of a record of kind agreement_decision. Histories are in the order of entry. */
typedef struct
{
  CvnLadderState state;
  CvnDate        date;         /* may be partial; year 0: not known */
  gboolean       has_document; /* the text of the decision is named */
} CvnLadderDecision;

/* A party of an agreement on some day; the text is borrowed. */
typedef struct
{
  const char    *party; /* id of the organisation */
  CvnLadderState state;
  gint64         amount; /* cents of its commitments */
} CvnLadderParty;

typedef enum {
  CVN_SUCCESSION_FOLLOWS,
  CVN_SUCCESSION_GAP,
  CVN_SUCCESSION_OVERLAP,
} CvnSuccession;

const char *cvn_ladder_get_code (CvnLadderState state);
const char *cvn_ladder_get_label (CvnLadderState state);
gboolean    cvn_ladder_from_code (const char *code, CvnLadderState *state, GError **error);

gboolean       cvn_ladder_can_move (CvnLadderState from, CvnLadderState to);
guint          cvn_ladder_get_moves (CvnLadderState from, CvnLadderState *moves);
CvnLadderState cvn_ladder_get_next (CvnLadderState from);
gboolean       cvn_ladder_check_move (CvnLadderState from, CvnLadderState to, GError **error);
gboolean       cvn_ladder_check_date (const CvnDate *date, const CvnDate *today, GError **error);
gboolean       cvn_ladder_check_decision (const CvnLadderDecision *history, guint n_history, const CvnLadderDecision *decision, const CvnDate *today, GError **error);
CvnLadderState cvn_ladder_state_at (const CvnLadderDecision *history, guint n_history, const CvnDate *day);

gboolean      cvn_ladder_is_complete (const CvnLadderParty *parties, guint n_parties, const char *const *required, GPtrArray *missing);
gint64        cvn_ladder_sum_at_risk (const CvnLadderParty *parties, guint n_parties);
const char   *cvn_ladder_get_next_step (CvnLadderState state, gboolean has_document);
CvnSuccession cvn_ladder_compare_periods (const CvnPeriod *later, const CvnPeriod *earlier, int *days);

G_END_DECLS
