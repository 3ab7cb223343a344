/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync-queue"

#include "cvn-sync-queue.h"

#include "cvn-writer-private.h"

#include <string.h>

/*
 * The journal is the queue: what was written down in it since the last time goes out. What came in from elsewhere is in it
 * too, under an action of its own, and is left out.
 */

#define SQL_CHANGES                                                          \
  "SELECT c.kind, c.record_id, c.seq, c.n, j.actor, j.at FROM journal AS j " \
  "JOIN journal_change AS c ON c.journal_no = j.no WHERE j.no > ?1 AND j.action <> 'sync' ORDER BY c.no"
#define SQL_DOCUMENTS "SELECT document FROM sync_leaf WHERE document >= ?1 AND document < ?2 ORDER BY document"
#define SQL_COUNT                                                                                \
  "SELECT count(*) FROM (SELECT DISTINCT c.kind, ifnull (c.record_id, c.seq) FROM journal AS j " \
  "JOIN journal_change AS c ON c.journal_no = j.no WHERE j.no > ?1 AND j.action <> 'sync')"

/** cvn_sync_changed_free: frees it. */
void
cvn_sync_changed_free (CvnSyncChanged *self)
{
  g_free (self->id);
  g_free (self->author);
  g_free (self->at);
  g_free (self);
}

static CvnSyncChanged *
make_changed (const CvnKind *kind,
              const char    *id,
              const char    *author,
              const char    *at)
{
  CvnSyncChanged *changed = g_new0 (CvnSyncChanged, 1);

  *changed = (CvnSyncChanged){ kind, g_strdup (id), g_strdup (author), g_strdup (at) };
  return changed;
}

/* The last one to change a record is the one who is named. */
static void
note (GHashTable    *by_document,
      const CvnKind *kind,
      const char    *id,
      CvnStatement  *changes)
{
  g_hash_table_insert (by_document, g_strconcat (kind->name, ":", id, NULL),
                       make_changed (kind, id, cvn_statement_get_text (changes, 4), cvn_statement_get_text (changes, 5)));
}

/* A line of the journal that stands for many new rows. */
static gboolean
note_pack (CvnReader     *reader,
           GHashTable    *by_document,
           const CvnKind *kind,
           CvnStatement  *changes,
           GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE seq >= ?1 AND seq < ?1 + ?2", kind->name);
  g_autoptr (CvnStatement) rows = cvn_db_prepare (reader->db, sql, error);
  gboolean has_row = FALSE;

  if (rows == NULL)
    return FALSE;
  cvn_statement_bind (rows, "ii", cvn_statement_get_integer (changes, 2), cvn_statement_get_integer (changes, 3));
  while (cvn_statement_step (rows, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      note (by_document, kind, cvn_statement_get_text (rows, 0), changes);
    }
  return FALSE;
}

static gboolean
note_changes (CvnReader    *reader,
              GHashTable   *by_document,
              CvnStatement *changes,
              GError      **error)
{
  gboolean has_row = FALSE;

  while (cvn_statement_step (changes, &has_row, error))
    {
      const CvnKind *kind;

      if (!has_row)
        return TRUE;
      kind = cvn_kind_find (cvn_statement_get_text (changes, 0));
      if (kind == NULL)
        continue;
      if (!cvn_statement_is_null (changes, 1))
        note (by_document, kind, cvn_statement_get_text (changes, 1), changes);
      else if (!note_pack (reader, by_document, kind, changes, error))
        return FALSE;
    }
  return FALSE;
}

/**
 * cvn_sync_list_changed:
 * @after: an entry of the journal
 * @last: (out): the last entry that was looked at
 *
 * Returns: (transfer full) (element-type CvnSyncChanged) (nullable): each record that was changed here after entry @after, once
 */
GPtrArray *
cvn_sync_list_changed (CvnReader *reader,
                       gint64     after,
                       gint64    *last,
                       GError   **error)
{
  g_autoptr (GHashTable) by_document = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cvn_sync_changed_free);
  g_autoptr (CvnStatement) changes = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GHashTableIter iter;
  gpointer       document;
  gpointer       changed;

  if (!cvn_journal_get_last (reader->db, last, NULL, error))
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_changed_free);
  if (*last <= after)
    return g_steal_pointer (&list);
  changes = cvn_db_prepare (reader->db, SQL_CHANGES, error);
  if (changes == NULL)
    return NULL;
  cvn_statement_bind (changes, "i", after);
  if (!note_changes (reader, by_document, changes, error))
    return NULL;
  g_hash_table_iter_init (&iter, by_document);
  while (g_hash_table_iter_next (&iter, &document, &changed))
    {
      g_ptr_array_add (list, changed);
      g_hash_table_iter_steal (&iter);
      g_free (document);
    }
  return g_steal_pointer (&list);
}

/** cvn_sync_count_changed: about how many records were changed here after entry @after. */
gint64
cvn_sync_count_changed (CvnReader *reader,
                        gint64     after)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_COUNT, NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return 0;
  cvn_statement_bind (statement, "i", after);
  return cvn_statement_step (statement, &has_row, NULL) && has_row ? cvn_statement_get_integer (statement, 0) : 0;
}

/* Walks the documents of @kind on to @id. */
static gboolean
find_document (CvnStatement *documents,
               gsize         prefix,
               const char   *id,
               gboolean     *has_row,
               GError      **error)
{
  while (*has_row && strcmp (cvn_statement_get_text (documents, 0) + prefix, id) < 0)
    if (!cvn_statement_step (documents, has_row, error))
      return FALSE;
  return TRUE;
}

static gboolean
compare_ids (CvnStatement *ids,
             CvnStatement *documents,
             gsize         prefix,
             gboolean     *all_known,
             GError      **error)
{
  gboolean has_id = FALSE;
  gboolean has_document = FALSE;

  if (!cvn_statement_step (documents, &has_document, error))
    return FALSE;
  while (cvn_statement_step (ids, &has_id, error))
    {
      const char *id = has_id ? cvn_statement_get_text (ids, 0) : NULL;

      if (id == NULL)
        {
          *all_known = TRUE;
          return TRUE;
        }
      if (!find_document (documents, prefix, id, &has_document, error))
        return FALSE;
      if (!has_document || strcmp (cvn_statement_get_text (documents, 0) + prefix, id) != 0)
        return TRUE;
    }
  return FALSE;
}

/*
 * Whether each record of @kind is a document, as after nearly every exchange: both are walked through once, in one order, which
 * takes a fraction of what it takes to look each of them up.
 */
static gboolean
is_all_known (CvnReader     *reader,
              const CvnKind *kind,
              gboolean      *all_known,
              GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id", kind->name);
  g_autofree char *first = g_strconcat (kind->name, ":", NULL);
  g_autofree char *end = g_strconcat (kind->name, ";", NULL);
  g_autoptr (CvnStatement) ids = cvn_db_prepare (reader->db, sql, error);
  g_autoptr (CvnStatement) documents = ids != NULL ? cvn_db_prepare (reader->db, SQL_DOCUMENTS, error) : NULL;

  *all_known = FALSE;
  if (documents == NULL)
    return FALSE;
  cvn_statement_bind_text (documents, 1, first);
  cvn_statement_bind_text (documents, 2, end);
  return compare_ids (ids, documents, strlen (first), all_known, error);
}

static gboolean
list_unknown_of (CvnReader     *reader,
                 const CvnKind *kind,
                 gint64        *seq,
                 guint          limit,
                 GPtrArray     *list,
                 GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, seq FROM \"%s\" AS r WHERE seq > ?1 AND NOT EXISTS "
                                          "(SELECT 1 FROM sync_leaf WHERE document = '%s:' || r.id) ORDER BY seq LIMIT ?2",
                                          kind->name, kind->name);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "ii", *seq, (gint64) limit - (gint64) list->len);
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (list, make_changed (kind, cvn_statement_get_text (statement, 0), NULL, NULL));
      *seq = cvn_statement_get_integer (statement, 1);
    }
  return FALSE;
}

/**
 * cvn_sync_list_unknown:
 * @cursor: (inout): where to go on, and where it ended
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type CvnSyncChanged) (nullable): records that are no document yet, those referred to
 *   first; fewer than @limit at the end
 */
GPtrArray *
cvn_sync_list_unknown (CvnReader     *reader,
                       CvnSyncCursor *cursor,
                       guint          limit,
                       GError       **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_changed_free);
  g_autoptr (GPtrArray) kinds = cvn_kind_sort_by_reference ();

  while (cursor->kind < kinds->len && list->len < limit)
    {
      const CvnKind *kind = kinds->pdata[cursor->kind];
      gboolean       all_known = FALSE;

      if (cursor->seq == 0 && !is_all_known (reader, kind, &all_known, error))
        return NULL;
      if (!all_known && !list_unknown_of (reader, kind, &cursor->seq, limit, list, error))
        return NULL;
      if (list->len < limit)
        *cursor = (CvnSyncCursor){ cursor->kind + 1, 0 };
    }
  return g_steal_pointer (&list);
}
