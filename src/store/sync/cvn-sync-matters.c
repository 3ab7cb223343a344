/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync-matters"

#include "cvn-sync-matters.h"

#include "cvn-writer-private.h"

/* What a person has to look at: documents that wait, conflicts, what the server refused, what happened. */

#define SQL_WAITING "SELECT document, reason, field, message, shown_gen, shown_hash FROM sync_waiting"
#define SQL_PUT_WAITING                                                                 \
  "INSERT INTO sync_waiting (document, reason, field, message, shown_gen, shown_hash) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (document) DO UPDATE SET "               \
  "reason = ?2, field = ?3, message = ?4, shown_gen = ?5, shown_hash = ?6"
#define SQL_PUT_REFUSED \
  "INSERT OR REPLACE INTO sync_refused (document, gen, hash, code, reason) VALUES (?1, ?2, ?3, ?4, ?5)"

/** cvn_sync_waiting_free: frees it. */
void
cvn_sync_waiting_free (CvnSyncWaiting *self)
{
  if (self == NULL)
    return;
  g_free (self->document);
  g_free (self->reason);
  g_free (self->field);
  g_free (self->message);
  g_free (self->shown_hash);
  g_free (self);
}

/** cvn_sync_refused_free: frees it. */
void
cvn_sync_refused_free (CvnSyncRefused *self)
{
  g_free (self->document);
  g_free (self->reason);
  g_free (self);
}

/** cvn_sync_notice_free: frees it. */
void
cvn_sync_notice_free (CvnSyncNotice *self)
{
  g_free (self->at);
  g_free (self->document);
  g_free (self->code);
  g_free (self->author);
  g_free (self);
}

static char *
dup_text (CvnStatement *statement,
          int           column)
{
  return g_strdup (cvn_statement_get_text (statement, column));
}

static gpointer
read_waiting (CvnStatement *statement)
{
  CvnSyncWaiting *waiting = g_new0 (CvnSyncWaiting, 1);

  *waiting = (CvnSyncWaiting){ dup_text (statement, 0), dup_text (statement, 1), dup_text (statement, 2),
                               dup_text (statement, 3), cvn_statement_get_integer (statement, 4), dup_text (statement, 5) };
  return waiting;
}

static gpointer
read_document (CvnStatement *statement)
{
  return dup_text (statement, 0);
}

static gpointer
read_refused (CvnStatement *statement)
{
  CvnSyncRefused *refused = g_new0 (CvnSyncRefused, 1);

  *refused = (CvnSyncRefused){ dup_text (statement, 0), cvn_statement_get_integer (statement, 1),
                               (int) cvn_statement_get_integer (statement, 2), dup_text (statement, 3) };
  return refused;
}

static gpointer
read_notice (CvnStatement *statement)
{
  CvnSyncNotice *notice = g_new0 (CvnSyncNotice, 1);

  *notice = (CvnSyncNotice){ cvn_statement_get_integer (statement, 0), dup_text (statement, 1), dup_text (statement, 2),
                             dup_text (statement, 3), dup_text (statement, 4) };
  return notice;
}

static GPtrArray *
list (CvnReader  *reader,
      const char *sql,
      gpointer (*read) (CvnStatement *),
      GDestroyNotify destroy,
      GError       **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, sql, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (destroy);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read (statement));
    }
  return NULL;
}

/** cvn_sync_waiting_get: (transfer full) (nullable): why the record of @document does not show its winner; NULL when it does. */
CvnSyncWaiting *
cvn_sync_waiting_get (CvnReader  *reader,
                      const char *document,
                      GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_WAITING " WHERE document = ?1", error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind (statement, "s", document);
  return cvn_statement_step (statement, &has_row, error) && has_row ? read_waiting (statement) : NULL;
}

/** cvn_sync_waiting_list: (transfer full) (element-type CvnSyncWaiting) (nullable): all that wait. */
GPtrArray *
cvn_sync_waiting_list (CvnReader *reader,
                       GError   **error)
{
  return list (reader, SQL_WAITING " ORDER BY document", read_waiting, (GDestroyNotify) cvn_sync_waiting_free, error);
}

/** cvn_sync_waiting_put: notes why a record does not show its document's winner. */
gboolean
cvn_sync_waiting_put (CvnWriter            *writer,
                      const CvnSyncWaiting *waiting,
                      GError              **error)
{
  return cvn_db_execute (writer->db, error, SQL_PUT_WAITING, "ssssis", waiting->document, waiting->reason, waiting->field,
                         waiting->message, waiting->shown_gen, waiting->shown_hash);
}

/** cvn_sync_waiting_clear: the record shows its document's winner. */
gboolean
cvn_sync_waiting_clear (CvnWriter  *writer,
                        const char *document,
                        GError    **error)
{
  return cvn_db_execute (writer->db, error, "DELETE FROM sync_waiting WHERE document = ?1", "s", document);
}

/** cvn_sync_conflict_list: (transfer full) (element-type utf8) (nullable): documents that somebody has to choose a version of. */
GPtrArray *
cvn_sync_conflict_list (CvnReader *reader,
                        GError   **error)
{
  return list (reader, "SELECT document FROM sync_conflict ORDER BY document", read_document, g_free, error);
}

/** cvn_sync_conflict_set: whether somebody has to choose a version of @document. */
gboolean
cvn_sync_conflict_set (CvnWriter  *writer,
                       const char *document,
                       gboolean    open,
                       GError    **error)
{
  return cvn_db_execute (writer->db, error,
                         open ? "INSERT OR IGNORE INTO sync_conflict (document) VALUES (?1)" : "DELETE FROM sync_conflict WHERE document = ?1",
                         "s", document);
}

/** cvn_sync_refused_list: (transfer full) (element-type CvnSyncRefused) (nullable): what the server refused. */
GPtrArray *
cvn_sync_refused_list (CvnReader *reader,
                       GError   **error)
{
  return list (reader, "SELECT document, gen, code, reason FROM sync_refused ORDER BY document", read_refused,
               (GDestroyNotify) cvn_sync_refused_free, error);
}

/** cvn_sync_refused_put: the server refused @leaf: it is kept, and not sent again until a person says so. */
gboolean
cvn_sync_refused_put (CvnWriter         *writer,
                      const CvnSyncLeaf *leaf,
                      int                code,
                      const char        *reason,
                      GError           **error)
{
  g_autofree char *hash = g_strndup (leaf->path, CVN_SYNC_HASH);

  return cvn_sync_leaf_set_state (writer, leaf, CVN_LEAF_REFUSED, error) &&
         cvn_db_execute (writer->db, error, SQL_PUT_REFUSED, "sisis", leaf->document, leaf->gen, hash, (gint64) code, reason);
}

/** cvn_sync_notice_list: (transfer full) (element-type CvnSyncNotice) (nullable): what happened, the last first. */
GPtrArray *
cvn_sync_notice_list (CvnReader *reader,
                      GError   **error)
{
  return list (reader, "SELECT no, at, document, code, author FROM sync_notice ORDER BY no DESC", read_notice,
               (GDestroyNotify) cvn_sync_notice_free, error);
}

/** cvn_sync_notice_add: notes that something happened to @document that a person should know of; the same is noted once. */
gboolean
cvn_sync_notice_add (CvnWriter  *writer,
                     const char *at,
                     const char *document,
                     const char *code,
                     const char *author,
                     GError    **error)
{
  return cvn_db_execute (writer->db, error,
                         "INSERT INTO sync_notice (at, document, code, author) SELECT ?1, ?2, ?3, ?4 "
                         "WHERE NOT EXISTS (SELECT 1 FROM sync_notice WHERE document = ?2 AND code = ?3)",
                         "ssss", at, document, code, author);
}

/** cvn_sync_notice_remove: a person has read notice @no. */
gboolean
cvn_sync_notice_remove (CvnWriter *writer,
                        gint64     no,
                        GError   **error)
{
  return cvn_db_execute (writer->db, error, "DELETE FROM sync_notice WHERE no = ?1", "i", no);
}
