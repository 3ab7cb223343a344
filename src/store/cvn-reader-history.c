/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-history"

#include "cvn-reader.h"

#include "cvn-journal-pack.h"
#include "cvn-reader-private.h"

#define ENTRY "j.no, j.at, j.actor, j.action, j.kind, j.subject, j.n_records"

#define SQL_HISTORY                                                        \
  "SELECT " ENTRY ", c.before IS NULL, c.after IS NULL, c.before, c.after" \
  " FROM journal_change AS c JOIN journal AS j ON j.no = c.journal_no"     \
  " WHERE c.kind = ?1 AND c.record_id = ?2 ORDER BY c.journal_no DESC, c.no DESC"

/* Kinds by the thousand are added in packs of neighbours, which say only that the record was added. */
#define SQL_PACK                                                         \
  "SELECT " ENTRY ", 1, 0, ?2 - c.seq, c.after FROM journal_change AS c" \
  " JOIN journal AS j ON j.no = c.journal_no"                            \
  " WHERE c.kind = ?1 AND c.record_id IS NULL AND c.after IS NOT NULL"   \
  " AND c.seq <= ?2 AND ?2 < c.seq + c.n"                                \
  " ORDER BY c.no DESC"

#define SQL_JOURNAL                                                           \
  "SELECT no, at, actor, action, kind, subject, n_records, 0, 0 FROM journal" \
  " WHERE ?1 <= 0 OR no < ?1 ORDER BY no DESC LIMIT ?2"

/* One row for each field that either text names, with what it was and what it became. */
#define SQL_FIELDS                                                             \
  "SELECT k.key, (SELECT b.atom FROM json_each(?1) AS b WHERE b.key = k.key)," \
  " (SELECT a.atom FROM json_each(?2) AS a WHERE a.key = k.key)"               \
  " FROM (SELECT key FROM json_each(?1) UNION SELECT key FROM json_each(?2)) AS k"

static void
clear_change (CvnHistoryChange *change)
{
  cvn_value_clear (&change->before);
  cvn_value_clear (&change->after);
}

/** cvn_history_entry_free: frees @entry. */
void
cvn_history_entry_free (CvnHistoryEntry *entry)
{
  g_free (entry->at);
  g_free (entry->actor);
  g_free (entry->subject);
  g_array_unref (entry->changes);
  g_free (entry);
}

static CvnHistoryEntry *
read_entry (CvnStatement *statement)
{
  CvnHistoryEntry *entry = g_new0 (CvnHistoryEntry, 1);
  const char      *kind = cvn_statement_get_text (statement, 4);

  entry->no = cvn_statement_get_integer (statement, 0);
  entry->at = g_strdup (cvn_statement_get_text (statement, 1));
  entry->actor = g_strdup (cvn_statement_get_text (statement, 2));
  if (!cvn_action_from_code (cvn_statement_get_text (statement, 3), &entry->action))
    entry->action = CVN_ACTION_EDIT;
  entry->kind = kind != NULL ? cvn_kind_find (kind) : NULL;
  entry->subject = g_strdup (cvn_statement_get_text (statement, 5));
  entry->n_records = (guint) cvn_statement_get_integer (statement, 6);
  entry->created = cvn_statement_get_integer (statement, 7) != 0;
  entry->deleted = cvn_statement_get_integer (statement, 8) != 0;
  entry->changes = g_array_new (FALSE, TRUE, sizeof (CvnHistoryChange));
  g_array_set_clear_func (entry->changes, (GDestroyNotify) clear_change);
  return entry;
}

static int
compare_fields (gconstpointer a,
                gconstpointer b)
{
  const CvnHistoryChange *left = a;
  const CvnHistoryChange *right = b;

  return left->field < right->field ? -1 : left->field > right->field;
}

/* Fields that this version does not know are kept in the file but have no name to show. */
static gboolean
read_changes (CvnReader       *self,
              const CvnKind   *kind,
              const char      *before,
              const char      *after,
              CvnHistoryEntry *entry,
              GError         **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, SQL_FIELDS, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, before != NULL ? before : "{}");
  cvn_statement_bind_text (statement, 2, after != NULL ? after : "{}");
  while (cvn_statement_step (statement, &has_row, error))
    {
      CvnHistoryChange change = { 0, CVN_VALUE_INIT, CVN_VALUE_INIT };
      int              field;

      if (!has_row)
        {
          g_array_sort (entry->changes, compare_fields);
          return TRUE;
        }
      field = cvn_kind_find_field (kind, cvn_statement_get_text (statement, 0));
      if (field < 0)
        continue;
      change.field = (guint) field;
      cvn_statement_get_value (statement, 1, &change.before);
      cvn_statement_get_value (statement, 2, &change.after);
      g_array_append_val (entry->changes, change);
    }
  return FALSE;
}

/* The place of a bulk record in its table; of one that was deleted, as its deletion says. 0 when nothing is known of it. */
static gboolean
find_seq (CvnReader     *self,
          const CvnKind *kind,
          const char    *id,
          gint64        *seq,
          GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce((SELECT seq FROM \"%s\" WHERE id = ?1),"
                                          " (SELECT seq FROM journal_change WHERE record_id = ?1 AND kind = ?2 LIMIT 1), 0)",
                                          kind->name);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "ss", id, kind->name);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  *seq = cvn_statement_get_integer (statement, 0);
  return TRUE;
}

static gboolean
add_pack (CvnReader     *self,
          const CvnKind *kind,
          const char    *id,
          GPtrArray     *entries,
          GError       **error)
{
  gint64   seq = 0;
  gboolean has_row = FALSE;
  g_autoptr (CvnStatement) statement = NULL;

  if (!find_seq (self, kind, id, &seq, error))
    return FALSE;
  statement = cvn_db_prepare (self->db, SQL_PACK, error);
  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "si", kind->name, seq);
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      /* A place may have been another record's before. */
      if (!cvn_journal_pack_has (cvn_statement_get_text (statement, 10), cvn_statement_get_integer (statement, 9), id))
        continue;
      g_ptr_array_add (entries, read_entry (statement));
      return TRUE;
    }
  return FALSE;
}

static gboolean
add_changes (CvnReader     *self,
             const CvnKind *kind,
             const char    *id,
             GPtrArray     *entries,
             GError       **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, SQL_HISTORY, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "ss", kind->name, id);
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (entries, read_entry (statement));
      if (!read_changes (self, kind, cvn_statement_get_text (statement, 9), cvn_statement_get_text (statement, 10),
                         g_ptr_array_index (entries, entries->len - 1), error))
        return FALSE;
    }
  return FALSE;
}

/**
 * cvn_reader_history:
 * @id: id of a record of @kind, there or deleted
 *
 * Returns: (transfer full) (element-type CvnHistoryEntry): what happened to the record, last first, with what each field
 *   was and became; NULL on error
 */
GPtrArray *
cvn_reader_history (CvnReader     *self,
                    const CvnKind *kind,
                    const char    *id,
                    GError       **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_history_entry_free);

  if (!add_changes (self, kind, id, entries, error) ||
      ((kind->flags & CVN_KIND_BULK) != 0 && !add_pack (self, kind, id, entries, error)))
    return NULL;
  return g_steal_pointer (&entries);
}

/**
 * cvn_reader_journal:
 * @before: only entries with a smaller number; 0 for the newest
 * @limit: the most entries wanted
 *
 * Returns: (transfer full) (element-type CvnHistoryEntry): the journal, last entry first, without fields; NULL on error
 */
GPtrArray *
cvn_reader_journal (CvnReader *self,
                    gint64     before,
                    guint      limit,
                    GError   **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, SQL_JOURNAL, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_history_entry_free);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind_integer (statement, 1, before);
  cvn_statement_bind_integer (statement, 2, limit);
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }
  return NULL;
}
