/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-ladder"

#include "cvn-ladder.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

/*
 * The decisions of a party about an agreement. Source: feature 19 and invariants 3, 4 and 13 of the data model; the
 * project card of December 2018 tells of partners that pledged, decided positively and (re)considered.
 * All functions are pure: any thread.
 */

#define BIT(state) (1u << CVN_LADDER_##state)

static const char *const codes[CVN_LADDER_N_STATES] = {
  [CVN_LADDER_INVITED] = "invited",
  [CVN_LADDER_BEING_DECIDED] = "being_decided",
  [CVN_LADDER_PLEDGED] = "pledged",
  [CVN_LADDER_APPROVED] = "approved",
  [CVN_LADDER_RECONSIDERING] = "reconsidering",
  [CVN_LADDER_DECLINED] = "declined",
  [CVN_LADDER_SIGNED] = "signed",
  [CVN_LADDER_WITHDRAWN] = "withdrawn",
  [CVN_LADDER_ENDED] = "ended",
};

/* What may follow what. A history may begin at a signature: of old agreements often no more is known. Nobody signs
 * what was not approved, and who said no or left comes back through a new invitation or by reconsidering. */
static const guint moves_from[CVN_LADDER_N_STATES] = {
  [CVN_LADDER_NONE] = BIT (INVITED) | BIT (BEING_DECIDED) | BIT (PLEDGED) | BIT (APPROVED) | BIT (DECLINED) | BIT (SIGNED),
  [CVN_LADDER_INVITED] = BIT (BEING_DECIDED) | BIT (PLEDGED) | BIT (APPROVED) | BIT (DECLINED),
  [CVN_LADDER_BEING_DECIDED] = BIT (PLEDGED) | BIT (APPROVED) | BIT (DECLINED),
  [CVN_LADDER_PLEDGED] = BIT (BEING_DECIDED) | BIT (APPROVED) | BIT (RECONSIDERING) | BIT (DECLINED) | BIT (WITHDRAWN),
  [CVN_LADDER_APPROVED] = BIT (RECONSIDERING) | BIT (SIGNED) | BIT (WITHDRAWN),
  [CVN_LADDER_RECONSIDERING] = BIT (PLEDGED) | BIT (APPROVED) | BIT (DECLINED) | BIT (WITHDRAWN),
  [CVN_LADDER_DECLINED] = BIT (INVITED) | BIT (RECONSIDERING),
  [CVN_LADDER_SIGNED] = BIT (WITHDRAWN) | BIT (ENDED),
  [CVN_LADDER_WITHDRAWN] = BIT (INVITED),
  [CVN_LADDER_ENDED] = 0,
};

/* The step that leads towards a signature. */
static const CvnLadderState next_states[CVN_LADDER_N_STATES] = {
  [CVN_LADDER_NONE] = CVN_LADDER_INVITED,
  [CVN_LADDER_INVITED] = CVN_LADDER_PLEDGED,
  [CVN_LADDER_BEING_DECIDED] = CVN_LADDER_APPROVED,
  [CVN_LADDER_PLEDGED] = CVN_LADDER_APPROVED,
  [CVN_LADDER_APPROVED] = CVN_LADDER_SIGNED,
  [CVN_LADDER_RECONSIDERING] = CVN_LADDER_APPROVED,
  [CVN_LADDER_DECLINED] = CVN_LADDER_RECONSIDERING,
  [CVN_LADDER_SIGNED] = CVN_LADDER_NONE,
  [CVN_LADDER_WITHDRAWN] = CVN_LADDER_INVITED,
  [CVN_LADDER_ENDED] = CVN_LADDER_NONE,
};

/** cvn_ladder_get_code: the code that is stored, or NULL for %CVN_LADDER_NONE. */
const char *
cvn_ladder_get_code (CvnLadderState state)
{
  g_return_val_if_fail (state < CVN_LADDER_N_STATES, NULL);

  return codes[state];
}

/** cvn_ladder_get_label: the translated word for it, that of the choice of the kind. */
const char *
cvn_ladder_get_label (CvnLadderState state)
{
  const CvnKind   *kind = &cvn_kind_agreement_decision;
  const CvnChoice *choice;

  g_return_val_if_fail (state < CVN_LADDER_N_STATES, NULL);

  if (state == CVN_LADDER_NONE)
    return _("No decision yet");
  choice = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, "status")], codes[state]);
  return choice != NULL ? _(choice->label) : codes[state];
}

/** cvn_ladder_from_code: NULL is %CVN_LADDER_NONE; fails with %CVN_ERROR_INVALID at "status". */
gboolean
cvn_ladder_from_code (const char     *code,
                      CvnLadderState *state,
                      GError        **error)
{
  for (guint i = 0; i < CVN_LADDER_N_STATES; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *state = (CvnLadderState) i;
        return TRUE;
      }
  return cvn_check_fail (error, "status", _("This state of a decision is not known."));
}

/** cvn_ladder_can_move: whether a decision of state @to may follow one of state @from. */
gboolean
cvn_ladder_can_move (CvnLadderState from,
                     CvnLadderState to)
{
  g_return_val_if_fail (from < CVN_LADDER_N_STATES && to < CVN_LADDER_N_STATES, FALSE);

  return (moves_from[from] & 1u << to) != 0;
}

/**
 * cvn_ladder_get_moves:
 * @moves: (out caller-allocates): room for %CVN_LADDER_N_STATES
 *
 * Returns: how many states may follow @from, in the order of the ladder
 */
guint
cvn_ladder_get_moves (CvnLadderState  from,
                      CvnLadderState *moves)
{
  guint n = 0;

  for (guint to = 0; to < CVN_LADDER_N_STATES; to++)
    if (cvn_ladder_can_move (from, (CvnLadderState) to))
      moves[n++] = (CvnLadderState) to;
  return n;
}

/** cvn_ladder_get_next: the move towards a signature, which a key press makes; %CVN_LADDER_NONE when it is reached. */
CvnLadderState
cvn_ladder_get_next (CvnLadderState from)
{
  g_return_val_if_fail (from < CVN_LADDER_N_STATES, CVN_LADDER_NONE);

  return next_states[from];
}

/* The words for what may follow @from: “Pledged”, “Approved”. */
static char *
list_moves (CvnLadderState from)
{
  CvnLadderState moves[CVN_LADDER_N_STATES];
  guint          n = cvn_ladder_get_moves (from, moves);
  GString       *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (list, ", ");
      /* Translators: one state in a list of states, in quotation marks */
      g_string_append_printf (list, _("“%s”"), cvn_ladder_get_label (moves[i]));
    }
  return g_string_free (list, FALSE);
}

/**
 * cvn_ladder_check_move:
 *
 * Fails with %CVN_ERROR_INVALID at "status" when @to may not follow @from; the message says what may.
 */
gboolean
cvn_ladder_check_move (CvnLadderState from,
                       CvnLadderState to,
                       GError       **error)
{
  g_autofree char *allowed = NULL;

  if (cvn_ladder_can_move (from, to))
    return TRUE;
  allowed = list_moves (from);
  if (*allowed == '\0')
    /* Translators: the state of a party, such as “Ended” */
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("Nothing can follow “%s”."), cvn_ladder_get_label (from));
  else
    /* Translators: two states of a party, and the states in quotation marks that may follow the second */
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("“%1$s” cannot follow “%2$s”. Allowed are: %3$s."),
                 cvn_ladder_get_label (to), cvn_ladder_get_label (from), allowed);
  cvn_error_set_field (error, "status");
  return FALSE;
}

/* The last decision up to @day by date, and of one date by entry. The order is that of the ISO texts, as in the store:
 * an unknown date comes before all others and a month before its days. */
static const CvnLadderDecision *
find_last (const CvnLadderDecision *history,
           guint                    n_history,
           const CvnDate           *day)
{
  const CvnLadderDecision *last = NULL;

  for (guint i = 0; i < n_history; i++)
    if (cvn_date_compare (&history[i].date, day) <= 0 &&
        (last == NULL || cvn_date_compare (&history[i].date, &last->date) >= 0))
      last = &history[i];
  return last;
}

/* The first decision after @day: of those of one date the one entered first. */
static const CvnLadderDecision *
find_following (const CvnLadderDecision *history,
                guint                    n_history,
                const CvnDate           *day)
{
  const CvnLadderDecision *following = NULL;

  for (guint i = 0; i < n_history; i++)
    if (cvn_date_compare (&history[i].date, day) > 0 &&
        (following == NULL || cvn_date_compare (&history[i].date, &following->date) < 0))
      following = &history[i];
  return following;
}

/**
 * cvn_ladder_state_at:
 * @history: (array length=n_history): all decisions of the party about the agreement in the order of entry
 * @day: a valid date
 *
 * Returns: the state of the party on @day; a month or year counts from its first day (invariant 13)
 */
CvnLadderState
cvn_ladder_state_at (const CvnLadderDecision *history,
                     guint                    n_history,
                     const CvnDate           *day)
{
  const CvnLadderDecision *last = find_last (history, n_history, day);

  return last != NULL ? last->state : CVN_LADDER_NONE;
}

/* A decision whose text came later is entered once more with it: what was entered is never edited. */
static gboolean
is_supplement (const CvnLadderDecision *last,
               const CvnLadderDecision *decision)
{
  return last != NULL && last->state == decision->state && decision->has_document && !last->has_document;
}

/** cvn_ladder_check_date: whether a decision can have been taken on @date; fails at "date". */
gboolean
cvn_ladder_check_date (const CvnDate *date,
                       const CvnDate *today,
                       GError       **error)
{
  if (date->year != 0 && !cvn_date_is_valid (date))
    return cvn_check_fail (error, "date", _("This date does not exist."));
  if (cvn_date_compare (date, today) <= 0)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, _("A decision cannot be dated in the future: fill in the day on which it was taken."));
  cvn_error_set_field (error, "date");
  return FALSE;
}

/**
 * cvn_ladder_check_decision:
 * @decision: to be added at the end of @history
 * @today: the day of entry
 *
 * Whether @decision may be added: its date exists and has begun, its state may follow the state at its date, and what
 * was decided after that date may follow it; or it is the decision of its date once more, with the document that was missing. Fails with %CVN_ERROR_INVALID or %CVN_ERROR_OUT_OF_RANGE at "date" or "status".
 */
gboolean
cvn_ladder_check_decision (const CvnLadderDecision *history,
                           guint                    n_history,
                           const CvnLadderDecision *decision,
                           const CvnDate           *today,
                           GError                 **error)
{
  const CvnLadderDecision *last = find_last (history, n_history, &decision->date);
  const CvnLadderDecision *following;

  if (!cvn_ladder_check_date (&decision->date, today, error))
    return FALSE;
  if (!is_supplement (last, decision) && !cvn_ladder_check_move (last != NULL ? last->state : CVN_LADDER_NONE, decision->state, error))
    return FALSE;
  following = find_following (history, n_history, &decision->date);
  if (following == NULL || cvn_ladder_can_move (decision->state, following->state))
    return TRUE;
  /* Translators: two states of a party */
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("A later decision is “%1$s”, which cannot follow “%2$s”: fill in a later date."),
               cvn_ladder_get_label (following->state), cvn_ladder_get_label (decision->state));
  cvn_error_set_field (error, "date");
  return FALSE;
}
