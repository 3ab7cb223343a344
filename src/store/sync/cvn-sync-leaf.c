/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync-leaf"

#include "cvn-sync-leaf.h"

#include "cvn-writer-private.h"

#include <string.h>

/* What is kept of each document's past to compare two edits with. */
#define MAX_FORMER 8
/* Versions written by one statement: to begin and end it costs more than to write a row. */
#define ROWS_AT_ONCE 16
#define N_COLUMNS    7

#define SQL_LIST "SELECT document, gen, path, deleted, body, state FROM sync_leaf WHERE document = ?1"
#define SQL_PUT                                                              \
  "INSERT INTO sync_leaf (document, gen, hash, path, deleted, body, state) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "                                     \
  "ON CONFLICT (document, gen, hash) DO UPDATE SET path = ?4, deleted = ?5, body = ?6, state = ?7"
#define SQL_BETWEEN "SELECT EXISTS (SELECT 1 FROM sync_leaf WHERE document BETWEEN ?1 AND ?2)"
/* What fails ends the transaction: SQLite need not be ready to take back the rows before it. */
#define SQL_ADD  "INSERT OR FAIL INTO sync_leaf (document, gen, hash, path, deleted, body, state) VALUES (?, ?, ?, ?, ?, ?, ?)"
#define SQL_ROW  ", (?, ?, ?, ?, ?, ?, ?)"
#define SQL_DROP "DELETE FROM sync_leaf WHERE document = ?1 AND gen = ?2 AND hash = ?3"
#define SQL_KEEP "INSERT OR IGNORE INTO sync_former (document, gen, hash, body) VALUES (?1, ?2, ?3, ?4)"
#define SQL_THIN                                               \
  "DELETE FROM sync_former WHERE document = ?1 AND no NOT IN " \
  "(SELECT no FROM sync_former WHERE document = ?1 ORDER BY no DESC LIMIT ?2)"
#define SQL_FORMER "SELECT body FROM sync_former WHERE document = ?1 AND gen = ?2 AND hash = ?3"

/** cvn_sync_leaf_new: (transfer full): a version; texts are copied. */
CvnSyncLeaf *
cvn_sync_leaf_new (const char  *document,
                   gint64       gen,
                   const char  *path,
                   gboolean     deleted,
                   const char  *body,
                   CvnLeafState state)
{
  CvnSyncLeaf *self = g_new0 (CvnSyncLeaf, 1);

  *self = (CvnSyncLeaf){ g_strdup (document), gen, g_strdup (path), deleted, g_strdup (body), state, 0, FALSE, NULL, FALSE };
  return self;
}

/** cvn_sync_leaf_free: frees a version. */
void
cvn_sync_leaf_free (CvnSyncLeaf *self)
{
  if (self == NULL)
    return;
  if (!self->is_whole)
    {
      g_free (self->document);
      g_free (self->path);
      g_free (self->body);
    }
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

/** cvn_sync_leaf_knows: whether the version @gen-@hash is this one or an ancestor of it. */
gboolean
cvn_sync_leaf_knows (const CvnSyncLeaf *self,
                     gint64             gen,
                     const char        *hash)
{
  gsize place;

  if (gen > self->gen || gen < 1)
    return FALSE;
  place = (gsize) (self->gen - gen) * CVN_SYNC_HASH;
  return place < strlen (self->path) && strncmp (self->path + place, hash, CVN_SYNC_HASH) == 0;
}

/** cvn_sync_leaf_compare: below zero when @a wins: what is not deleted, then the longer history, then the higher hash. As every peer does. */
int
cvn_sync_leaf_compare (const CvnSyncLeaf *a,
                       const CvnSyncLeaf *b)
{
  if (a->deleted != b->deleted)
    return a->deleted ? 1 : -1;
  if (a->gen != b->gen)
    return a->gen > b->gen ? -1 : 1;
  return -strncmp (a->path, b->path, CVN_SYNC_HASH);
}

static CvnSyncLeaf *
read_leaf (CvnStatement *statement)
{
  return cvn_sync_leaf_new (cvn_statement_get_text (statement, 0), cvn_statement_get_integer (statement, 1),
                            cvn_statement_get_text (statement, 2), cvn_statement_get_integer (statement, 3) != 0,
                            cvn_statement_get_text (statement, 4), (CvnLeafState) cvn_statement_get_integer (statement, 5));
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return cvn_sync_leaf_compare (*(const CvnSyncLeaf *const *) a, *(const CvnSyncLeaf *const *) b);
}

/** cvn_sync_leaf_list: (transfer full) (element-type CvnSyncLeaf) (nullable): the versions of @document, the winner first. */
GPtrArray *
cvn_sync_leaf_list (CvnReader  *reader,
                    const char *document,
                    GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_LIST, error);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind (statement, "s", document);
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        {
          /* Most have none or one: SQLite would set up its sorting each time. */
          if (leaves->len > 1)
            g_ptr_array_sort (leaves, compare_places);
          return g_steal_pointer (&leaves);
        }
      g_ptr_array_add (leaves, read_leaf (statement));
    }
  return NULL;
}

/** cvn_sync_leaf_is_any_between: whether a version of any document from @first to @last, in the order of bytes, is known. */
gboolean
cvn_sync_leaf_is_any_between (CvnReader  *reader,
                              const char *first,
                              const char *last,
                              gboolean   *any,
                              GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_BETWEEN, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, first);
  cvn_statement_bind_text (statement, 2, last);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  *any = has_row && cvn_statement_get_integer (statement, 0) != 0;
  return TRUE;
}

static char *
dup_hash (const CvnSyncLeaf *leaf)
{
  return g_strndup (leaf->path, CVN_SYNC_HASH);
}

/** cvn_sync_leaf_put: adds a version, or writes it anew. */
gboolean
cvn_sync_leaf_put (CvnWriter         *writer,
                   const CvnSyncLeaf *leaf,
                   GError           **error)
{
  g_autofree char *hash = dup_hash (leaf);

  return cvn_db_execute (writer->db, error, SQL_PUT, "sissisi", leaf->document, leaf->gen, hash, leaf->path,
                         (gint64) leaf->deleted, leaf->body, (gint64) leaf->state);
}

static CvnStatement *
prepare_rows (CvnWriter *writer,
              guint      n_rows,
              GError   **error)
{
  g_autoptr (GString) sql = g_string_new (SQL_ADD);

  for (guint i = 1; i < n_rows; i++)
    g_string_append (sql, SQL_ROW);
  return cvn_db_prepare (writer->db, sql->str, error);
}

static void
bind_leaf (CvnStatement      *statement,
           int                first,
           const CvnSyncLeaf *leaf)
{
  cvn_statement_bind_text (statement, first, leaf->document);
  cvn_statement_bind_integer (statement, first + 1, leaf->gen);
  cvn_statement_bind_part (statement, first + 2, leaf->path, CVN_SYNC_HASH);
  cvn_statement_bind_text (statement, first + 3, leaf->path);
  cvn_statement_bind_integer (statement, first + 4, leaf->deleted);
  cvn_statement_bind_text (statement, first + 5, leaf->body);
  cvn_statement_bind_integer (statement, first + 6, (gint64) leaf->state);
}

/* Writes @n versions, a whole number of times @n_rows. */
static gboolean
put_rows (CvnWriter                *writer,
          const CvnSyncLeaf *const *leaves,
          guint                     n,
          guint                     n_rows,
          GError                  **error)
{
  g_autoptr (CvnStatement) statement = n > 0 ? prepare_rows (writer, n_rows, error) : NULL;

  if (n > 0 && statement == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      bind_leaf (statement, (int) (i % n_rows) * N_COLUMNS + 1, leaves[i]);
      if (i % n_rows == n_rows - 1 && !cvn_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/** cvn_sync_leaf_put_first: adds versions of documents that have none yet, each of another one; after a failure the transaction must be given up. */
gboolean
cvn_sync_leaf_put_first (CvnWriter                *writer,
                         const CvnSyncLeaf *const *leaves,
                         guint                     n,
                         GError                  **error)
{
  guint whole = n - n % ROWS_AT_ONCE;

  return put_rows (writer, leaves, whole, ROWS_AT_ONCE, error) && put_rows (writer, leaves + whole, n - whole, 1, error);
}

/** cvn_sync_leaf_drop: another version has taken the place of @leaf, whose content is kept for comparing. */
gboolean
cvn_sync_leaf_drop (CvnWriter         *writer,
                    const CvnSyncLeaf *leaf,
                    GError           **error)
{
  g_autofree char *hash = dup_hash (leaf);

  return cvn_db_execute (writer->db, error, SQL_DROP, "sis", leaf->document, leaf->gen, hash) &&
         cvn_db_execute (writer->db, error, "DELETE FROM sync_refused WHERE document = ?1 AND gen = ?2 AND hash = ?3", "sis", leaf->document, leaf->gen, hash) &&
         (leaf->body == NULL || cvn_db_execute (writer->db, error, SQL_KEEP, "siss", leaf->document, leaf->gen, hash, leaf->body)) &&
         cvn_db_execute (writer->db, error, SQL_THIN, "si", leaf->document, (gint64) MAX_FORMER);
}

/** cvn_sync_leaf_dup_former: (transfer full) (nullable): what the version @gen-@hash held, if that is still known. */
char *
cvn_sync_leaf_dup_former (CvnReader  *reader,
                          const char *document,
                          gint64      gen,
                          const char *hash)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_FORMER, NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind (statement, "sis", document, gen, hash);
  return cvn_statement_step (statement, &has_row, NULL) && has_row ? g_strdup (cvn_statement_get_text (statement, 0)) : NULL;
}

/** cvn_sync_leaf_list_lines: (transfer full) (element-type utf8) (nullable): every version there is: "document N-hash". For comparing peers. */
GPtrArray *
cvn_sync_leaf_list_lines (CvnReader *reader,
                          GError   **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, "SELECT document || ' ' || gen || '-' || hash FROM sync_leaf", error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&lines);
      g_ptr_array_add (lines, g_strdup (cvn_statement_get_text (statement, 0)));
    }
  return NULL;
}
