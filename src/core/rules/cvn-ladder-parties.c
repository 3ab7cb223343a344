/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-ladder-parties"

#include "cvn-ladder.h"

#include <glib/gi18n-lib.h>

/*
 * What the states of its parties mean for an agreement. Source: features 18 and 20, invariants 3 and 4 of the data model.
 * All functions are pure: any thread.
 */

/* Ended is what a signature becomes when the agreement ends. */
static gboolean
has_signed (CvnLadderState state)
{
  return state == CVN_LADDER_SIGNED || state == CVN_LADDER_ENDED;
}

static gboolean
is_party_signed (const CvnLadderParty *parties,
                 guint                 n_parties,
                 const char           *party)
{
  for (guint i = 0; i < n_parties; i++)
    if (g_str_equal (parties[i].party, party))
      return has_signed (parties[i].state);
  return FALSE;
}

/**
 * cvn_ladder_is_complete:
 * @parties: (array length=n_parties): each party of the agreement once
 * @required: (nullable) (array zero-terminated=1): the parties that signed the predecessor, when the agreement requires
 *   all of them
 * @missing: (nullable): gets the ids of who has not signed, borrowed from @required or @parties
 *
 * Invariant 4. An agreement that requires the original partners is complete when each of them has signed, also those
 * that were not invited this time; any other when all parties have that did not decline or withdraw.
 *
 * Returns: whether at least one party was needed and none is missing
 */
gboolean
cvn_ladder_is_complete (const CvnLadderParty *parties,
                        guint                 n_parties,
                        const char *const    *required,
                        GPtrArray            *missing)
{
  guint n_missing = 0;
  guint n_needed = 0;

  for (; required != NULL && required[n_needed] != NULL; n_needed++)
    if (!is_party_signed (parties, n_parties, required[n_needed]))
      {
        n_missing++;
        if (missing != NULL)
          g_ptr_array_add (missing, (gpointer) required[n_needed]);
      }
  for (guint i = 0; required == NULL && i < n_parties; i++)
    if (parties[i].state != CVN_LADDER_DECLINED && parties[i].state != CVN_LADDER_WITHDRAWN)
      {
        n_needed++;
        if (has_signed (parties[i].state))
          continue;
        n_missing++;
        if (missing != NULL)
          g_ptr_array_add (missing, (gpointer) parties[i].party);
      }
  return n_needed > 0 && n_missing == 0;
}

/**
 * cvn_ladder_sum_at_risk:
 *
 * Returns: cents of the parties that have not signed, those that declined or withdrew among them: all of it is in
 *   the target and none of it is sure. Stops at %G_MAXINT64.
 */
gint64
cvn_ladder_sum_at_risk (const CvnLadderParty *parties,
                        guint                 n_parties)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_parties; i++)
    if (!has_signed (parties[i].state) && __builtin_add_overflow (sum, parties[i].amount, &sum))
      return G_MAXINT64;
  return sum;
}

/**
 * cvn_ladder_get_next_step:
 * @has_document: whether the last decision names its document
 *
 * Returns: (nullable): translated: what to do next about the party, or NULL when there is nothing to do
 */
const char *
cvn_ladder_get_next_step (CvnLadderState state,
                          gboolean       has_document)
{
  switch (state)
    {
    case CVN_LADDER_NONE:
      return _("Invite");
    case CVN_LADDER_INVITED:
      return _("Ask for a pledge");
    case CVN_LADDER_BEING_DECIDED:
      return _("Ask when the decision falls");
    case CVN_LADDER_PLEDGED:
      return _("Ask for the formal decision");
    case CVN_LADDER_APPROVED:
      return has_document ? _("Have it signed") : _("Ask for the text of the decision");
    case CVN_LADDER_RECONSIDERING:
      return _("Talk with the board");
    case CVN_LADDER_DECLINED:
    case CVN_LADDER_WITHDRAWN:
      return _("Find other cover");
    case CVN_LADDER_SIGNED:
      return has_document ? NULL : _("Add the signed text");
    case CVN_LADDER_ENDED:
    default:
      return NULL;
    }
}

/**
 * cvn_ladder_compare_periods:
 * @later: period of an agreement
 * @earlier: period of the agreement that it extends
 * @days: (out) (optional): how many days lie between them, or are in both; at most %G_MAXINT when an end is open
 *
 * Invariant 3: an extension begins on the day after its predecessor ends.
 */
CvnSuccession
cvn_ladder_compare_periods (const CvnPeriod *later,
                            const CvnPeriod *earlier,
                            int             *days)
{
  CvnPeriod common;
  int       ignored;

  if (days == NULL)
    days = &ignored;
  *days = 0;
  if (cvn_period_follows (later, earlier))
    return CVN_SUCCESSION_FOLLOWS;
  if (cvn_period_intersect (later, earlier, &common))
    {
      *days = cvn_period_days (&common);
      *days = *days < 0 ? G_MAXINT : *days;
      return CVN_SUCCESSION_OVERLAP;
    }
  if (later->from.year != 0 && earlier->to.year != 0 && cvn_date_compare (&later->from, &earlier->to) > 0)
    *days = cvn_date_days_between (cvn_date_last (&earlier->to), cvn_date_first (&later->from)) - 1;
  else
    *days = cvn_date_days_between (cvn_date_last (&later->to), cvn_date_first (&earlier->from)) - 1;
  return CVN_SUCCESSION_GAP;
}
