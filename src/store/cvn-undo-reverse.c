/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-undo-reverse"

#include "cvn-error.h"
#include "cvn-journal-pack.h"
#include "cvn-kind-sql.h"
#include "cvn-record-json.h"
#include "cvn-undo.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Takes a journal entry back, last change first, so that rows come back with their ids and places. Each row must still be as
 * the entry left it: what somebody else did since then is not run over.
 */

/* One line of the journal; the statement that it was read from may be gone. */
typedef struct
{
  const CvnKind *kind;
  gint64         seq;
  gint64         n;
  char          *id;
  char          *before;
  char          *after;
} Change;

#define SQL_CHANGES "SELECT kind, seq, n, record_id, before, after FROM journal_change WHERE journal_no = ?1 ORDER BY no DESC"

static void
clear_change (Change *change)
{
  g_free (change->id);
  g_free (change->before);
  g_free (change->after);
}

static gboolean
fail_conflict (const CvnKind *kind,
               GError       **error)
{
  g_set_error (error, CVN_ERROR, CVN_ERROR_CONFLICT,
               _("This cannot be undone: a record in the register “%s” has been changed since then."), _(kind->label_plural));
  return FALSE;
}

static CvnRecord *
load (CvnWriter     *writer,
      const CvnKind *kind,
      gint64         seq,
      GError       **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (writer->db, cvn_kind_sql_get (kind)->select_by_seq, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind_integer (statement, 1, seq);
  if (!cvn_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      fail_conflict (kind, error);
      return NULL;
    }
  return cvn_kind_sql_read_record (kind, statement, 0);
}

static gboolean
reverse_insert (CvnWriter    *writer,
                const Change *change,
                GError      **error)
{
  g_autoptr (CvnRecord) current = load (writer, change->kind, change->seq, error);
  g_autoptr (GString) json = g_string_new (NULL);

  if (current == NULL)
    return FALSE;
  cvn_record_write_json (current, NULL, json);
  if (!g_str_equal (json->str, change->after) || g_strcmp0 (cvn_record_get_id (current), change->id) != 0)
    return fail_conflict (change->kind, error);
  return cvn_writer_delete_row (writer, current, error);
}

/* A line of a pack: "id hash". */
static gboolean
reverse_packed_insert (CvnWriter    *writer,
                       const Change *change,
                       gint64        seq,
                       const char   *line,
                       GError      **error)
{
  g_autoptr (CvnRecord) current = load (writer, change->kind, seq, error);
  g_autofree char *expected = NULL;

  if (current == NULL)
    return FALSE;
  expected = g_strdup_printf ("%s %016" G_GINT64_MODIFIER "x", cvn_record_get_id (current), cvn_record_hash (current));
  if (!g_str_equal (expected, line))
    return fail_conflict (change->kind, error);
  return cvn_writer_delete_row (writer, current, error);
}

static gboolean
reverse_pack (CvnWriter    *writer,
              const Change *change,
              GError      **error)
{
  g_auto (GStrv) lines = cvn_journal_pack_split (change->after);

  if ((gint64) g_strv_length (lines) != change->n + 1)
    return fail_conflict (change->kind, error);
  for (gint64 i = change->n - 1; i >= 0; i--)
    if (!reverse_packed_insert (writer, change, change->seq + i, lines[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
reverse_delete (CvnWriter    *writer,
                const Change *change,
                GError      **error)
{
  g_autoptr (CvnRecord) record = cvn_record_new (change->kind);

  cvn_record_set_id (record, change->id);
  cvn_record_set_seq (record, change->seq);
  if (!cvn_record_read_json (record, change->before, NULL, error) || !cvn_writer_insert_row (writer, record, error))
    return FALSE;
  cvn_writer_note_session (writer, NULL, record);
  return TRUE;
}

static gboolean
reverse_edit (CvnWriter    *writer,
              const Change *change,
              GError      **error)
{
  g_autoptr (CvnRecord) current = load (writer, change->kind, change->seq, error);
  g_autoptr (CvnRecord) expected = NULL;
  g_autoptr (CvnRecord) restored = NULL;

  if (current == NULL)
    return FALSE;
  expected = cvn_record_copy (current);
  restored = cvn_record_copy (current);
  if (!cvn_record_read_json (expected, change->after, NULL, error) || !cvn_record_read_json (restored, change->before, NULL, error))
    return FALSE;
  if (!cvn_record_equal (expected, current) || g_strcmp0 (cvn_record_get_id (current), change->id) != 0)
    return fail_conflict (change->kind, error);
  cvn_writer_note_session (writer, current, restored);
  return cvn_writer_check_final (writer, current, restored, error) && cvn_writer_update_row (writer, current, restored, error);
}

static gboolean
reverse_change (CvnWriter    *writer,
                const Change *change,
                GError      **error)
{
  if (change->id == NULL)
    return reverse_pack (writer, change, error);
  if (change->before == NULL)
    return reverse_insert (writer, change, error);
  return change->after == NULL ? reverse_delete (writer, change, error) : reverse_edit (writer, change, error);
}

static gboolean
read_change (CvnStatement *statement,
             Change       *change,
             GError      **error)
{
  change->kind = cvn_kind_find (cvn_statement_get_text (statement, 0));
  change->seq = cvn_statement_get_integer (statement, 1);
  change->n = cvn_statement_get_integer (statement, 2);
  change->id = g_strdup (cvn_statement_get_text (statement, 3));
  change->before = g_strdup (cvn_statement_get_text (statement, 4));
  change->after = g_strdup (cvn_statement_get_text (statement, 5));
  if (change->kind != NULL && (change->id != NULL ? change->before != NULL || change->after != NULL : change->after != NULL))
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The journal holds a change that cannot be read."));
  return FALSE;
}

/* Somebody else uses, or has taken, what was to go or to come back: also a change since then. */
static void
call_it_a_conflict (GError **error)
{
  static const int others[] = { CVN_ERROR_IN_USE, CVN_ERROR_NOT_UNIQUE, CVN_ERROR_UNKNOWN_REFERENCE, CVN_ERROR_NOT_FOUND, CVN_ERROR_OUT_OF_RANGE };

  for (gsize i = 0; error != NULL && i < G_N_ELEMENTS (others); i++)
    if (g_error_matches (*error, CVN_ERROR, others[i]))
      (*error)->code = CVN_ERROR_CONFLICT;
}

/* Of what was added, the document that has left the house since says best why it stays. */
static gboolean
explain_change (CvnWriter    *writer,
                const Change *change,
                GError      **error)
{
  g_autoptr (CvnRecord) current = NULL;
  g_autoptr (GError) failure = NULL;

  if (change->id == NULL || change->before != NULL || change->kind->may_change == NULL)
    return FALSE;
  current = load (writer, change->kind, change->seq, NULL);
  if (current == NULL || change->kind->may_change (current, NULL, &failure) || cvn_error_get_record (failure) == NULL)
    return FALSE;
  g_clear_error (error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return TRUE;
}

static void
explain_conflict (CvnWriter *writer,
                  gint64     no,
                  GError   **error)
{
  g_autoptr (CvnStatement) changes = NULL;
  gboolean has_row = FALSE;
  gboolean explained = FALSE;

  if (error == NULL || !g_error_matches (*error, CVN_ERROR, CVN_ERROR_CONFLICT) || (changes = cvn_db_prepare (writer->db, SQL_CHANGES, NULL)) == NULL)
    return;
  cvn_statement_bind (changes, "i", no);
  while (!explained && cvn_statement_step (changes, &has_row, NULL) && has_row)
    {
      Change change = { 0 };

      explained = read_change (changes, &change, NULL) && explain_change (writer, &change, error);
      clear_change (&change);
    }
}

/**
 * cvn_undo_reverse:
 * @writer: of the new entry
 * @no: the entry to take back
 *
 * Returns: FALSE with %CVN_ERROR_CONFLICT when something has been changed since, %CVN_ERROR_FINAL when it has left the
 * house; the caller rolls back
 */
gboolean
cvn_undo_reverse (CvnWriter *writer,
                  gint64     no,
                  GError   **error)
{
  g_autoptr (CvnStatement) changes = cvn_db_prepare (writer->db, SQL_CHANGES, error);
  gboolean has_row = FALSE;
  gboolean reversed = TRUE;

  if (changes == NULL)
    return FALSE;
  cvn_statement_bind (changes, "i", no);
  while (reversed && (reversed = cvn_statement_step (changes, &has_row, error)) && has_row)
    {
      Change change = { 0 };

      reversed = read_change (changes, &change, error) && reverse_change (writer, &change, error);
      clear_change (&change);
    }
  reversed = reversed && cvn_writer_check_deleted (writer, error) && cvn_writer_check_sessions (writer, error);
  if (reversed)
    return TRUE;
  call_it_a_conflict (error);
  explain_conflict (writer, no, error);
  return FALSE;
}
