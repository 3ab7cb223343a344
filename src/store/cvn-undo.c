/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-undo"

#include "cvn-undo.h"

/*
 * Two stacks of journal entries, kept in the file so that they outlive the program. Undoing an entry writes a new entry that
 * reverses it, which goes on the other stack; redoing reverses that one in turn. The journal itself only ever grows.
 */

#define SQL_PEEK                                                                    \
  "SELECT u.journal_no, u.original, j.action, j.kind, j.subject FROM undo_stack u " \
  "JOIN journal j ON j.no = u.original WHERE u.side = ?1 ORDER BY u.place DESC LIMIT 1"
#define SQL_PUSH                                                \
  "INSERT INTO undo_stack (side, place, journal_no, original) " \
  "SELECT ?1, ifnull (max (place), 0) + 1, ?2, ?3 FROM undo_stack WHERE side = ?1"
#define SQL_POP   "DELETE FROM undo_stack WHERE side = ?1 AND journal_no = ?2"
#define SQL_CLEAR "DELETE FROM undo_stack WHERE side = ?1"

static const char *
get_side (gboolean redo)
{
  return redo ? "redo" : "undo";
}

/** cvn_undo_top_clear: frees the words and empties @top. */
void
cvn_undo_top_clear (CvnUndoTop *top)
{
  g_free (top->subject);
  *top = (CvnUndoTop){ 0 };
}

/** cvn_undo_peek: what the next undo (or, with @redo, redo) is about; @top is cleared first and stays empty when there is nothing. */
gboolean
cvn_undo_peek (CvnDb      *db,
               gboolean    redo,
               CvnUndoTop *top,
               GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, SQL_PEEK, error);
  gboolean    has_row = FALSE;
  const char *kind;

  cvn_undo_top_clear (top);
  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "s", get_side (redo));
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  top->journal_no = cvn_statement_get_integer (statement, 0);
  top->original = cvn_statement_get_integer (statement, 1);
  if (!cvn_action_from_code (cvn_statement_get_text (statement, 2), &top->action))
    top->action = CVN_ACTION_EDIT;
  kind = cvn_statement_get_text (statement, 3);
  top->kind = kind != NULL ? cvn_kind_find (kind) : NULL;
  top->subject = g_strdup (cvn_statement_get_text (statement, 4));
  return TRUE;
}

/** cvn_undo_push: entry @no is a new change: it can be undone, and what was undone before can no longer be redone. */
gboolean
cvn_undo_push (CvnDb   *db,
               gint64   no,
               GError **error)
{
  return cvn_db_execute (db, error, SQL_CLEAR, "s", get_side (TRUE)) &&
         cvn_db_execute (db, error, SQL_PUSH, "sii", get_side (FALSE), no, no);
}

/** cvn_undo_move: entry @no reversed @top, which was on the stack that @redo says: it goes on the other one. */
gboolean
cvn_undo_move (CvnDb            *db,
               gboolean          redo,
               const CvnUndoTop *top,
               gint64            no,
               GError          **error)
{
  return cvn_db_execute (db, error, SQL_POP, "si", get_side (redo), top->journal_no) &&
         (no == 0 || cvn_db_execute (db, error, SQL_PUSH, "sii", get_side (!redo), no, top->original));
}

/**
 * cvn_undo_set_aside: @top cannot be undone any more: the step before it is the next, and what was undone can still be redone.
 */
gboolean
cvn_undo_set_aside (CvnDb            *db,
                    const CvnUndoTop *top,
                    GError          **error)
{
  return cvn_db_execute (db, error, SQL_POP, "si", get_side (FALSE), top->journal_no);
}
