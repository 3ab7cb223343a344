/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync-leaf-states"

#include "cvn-sync-leaf.h"

#include "cvn-writer-private.h"

#include <string.h>

/* How far the versions have come on their way to the server. */

#define SQL_TO_SEND \
  "SELECT document, gen, path, deleted, body, no FROM sync_leaf WHERE state = 1 AND no > ?1 ORDER BY no"
#define SQL_SET     "UPDATE sync_leaf SET state = ?1 WHERE document = ?2 AND gen = ?3 AND hash = ?4"
#define SQL_REFUSED "DELETE FROM sync_refused WHERE document = ?1 AND gen = ?2 AND hash = ?3"

/**
 * cvn_sync_leaf_list_to_send:
 * @after: the place of the last one that was listed; 0 for the first
 * @limit: at most so many
 * @max_bytes: about so much of content; the first comes whatever its size
 *
 * In the order in which they were made, and never two versions of one document: an answer may name the document alone.
 *
 * Returns: (transfer full) (element-type CvnSyncLeaf) (nullable): versions that the server may not have
 */
GPtrArray *
cvn_sync_leaf_list_to_send (CvnReader *reader,
                            gint64     after,
                            guint      limit,
                            gsize      max_bytes,
                            GError   **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_TO_SEND, error);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
  g_autoptr (GHashTable) documents = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_row = FALSE;
  gsize    n_bytes = 0;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind (statement, "i", after);
  while (leaves->len < limit)
    {
      const char  *document;
      const char  *body;
      CvnSyncLeaf *leaf;

      if (!cvn_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      document = cvn_statement_get_text (statement, 0);
      body = cvn_statement_get_text (statement, 4);
      if (body == NULL || g_hash_table_contains (documents, document))
        continue;
      n_bytes += strlen (body) + strlen (cvn_statement_get_text (statement, 2));
      if (leaves->len > 0 && n_bytes > max_bytes)
        return g_steal_pointer (&leaves);
      leaf = cvn_sync_leaf_new (document, cvn_statement_get_integer (statement, 1), cvn_statement_get_text (statement, 2),
                                cvn_statement_get_integer (statement, 3) != 0, body, CVN_LEAF_TO_SEND);
      leaf->no = cvn_statement_get_integer (statement, 5);
      g_ptr_array_add (leaves, leaf);
      g_hash_table_add (documents, leaf->document);
    }
  return g_steal_pointer (&leaves);
}

/** cvn_sync_leaf_is_any: whether any version of any document is known. */
gboolean
cvn_sync_leaf_is_any (CvnReader *reader)
{
  gint64 n = 1;

  return !cvn_db_get_integer (reader->db, "SELECT EXISTS (SELECT 1 FROM sync_leaf)", &n, NULL) || n != 0;
}

/** cvn_sync_leaf_count: how many versions are in @state; 0 also when that cannot be read. */
gint64
cvn_sync_leaf_count (CvnReader   *reader,
                     CvnLeafState state)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, "SELECT count(*) FROM sync_leaf WHERE state = ?1 AND state <> 0", NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return 0;
  cvn_statement_bind (statement, "i", (gint64) state);
  return cvn_statement_step (statement, &has_row, NULL) && has_row ? cvn_statement_get_integer (statement, 0) : 0;
}

/** cvn_sync_leaf_set_state: @leaf, if it still is a leaf, has come to @state. */
gboolean
cvn_sync_leaf_set_state (CvnWriter         *writer,
                         const CvnSyncLeaf *leaf,
                         CvnLeafState       state,
                         GError           **error)
{
  g_autofree char *hash = g_strndup (leaf->path, CVN_SYNC_HASH);

  if (state != CVN_LEAF_REFUSED && !cvn_db_execute (writer->db, error, SQL_REFUSED, "sis", leaf->document, leaf->gen, hash))
    return FALSE;
  return cvn_db_execute (writer->db, error, SQL_SET, "isis", (gint64) state, leaf->document, leaf->gen, hash);
}

/** cvn_sync_leaf_change_states: all versions in state @from are in @to now. */
gboolean
cvn_sync_leaf_change_states (CvnWriter   *writer,
                             CvnLeafState from,
                             CvnLeafState to,
                             GError     **error)
{
  if (from == CVN_LEAF_REFUSED && !cvn_db_run_script (writer->db, "DELETE FROM sync_refused", error))
    return FALSE;
  return cvn_db_execute (writer->db, error, "UPDATE sync_leaf SET state = ?2 WHERE state = ?1", "ii", (gint64) from, (gint64) to);
}

/** cvn_sync_leaf_forget_confirmed: only documents with something to send keep what is known of them; the rest is asked for anew. */
gboolean
cvn_sync_leaf_forget_confirmed (CvnWriter *writer,
                                GError   **error)
{
  return cvn_db_run_script (writer->db,
                            "DELETE FROM sync_leaf WHERE document NOT IN (SELECT document FROM sync_leaf WHERE state <> 0); "
                            "DELETE FROM sync_waiting WHERE document NOT IN (SELECT document FROM sync_leaf); "
                            "DELETE FROM sync_conflict WHERE document NOT IN (SELECT document FROM sync_leaf)",
                            error);
}
