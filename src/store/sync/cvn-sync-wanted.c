/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync-wanted"

#include "cvn-sync-wanted.h"

#include "cvn-writer-private.h"

#define SQL_LIST "SELECT document, hash, revision, name, length FROM sync_wanted ORDER BY document, hash"
#define SQL_PUT  "INSERT OR REPLACE INTO sync_wanted (document, hash, revision, name, length) VALUES (?1, ?2, ?3, ?4, ?5)"
#define SQL_DROP "DELETE FROM sync_wanted WHERE document = ?1 AND hash = ?2"

/** cvn_sync_wanted_free: frees it. */
void
cvn_sync_wanted_free (CvnSyncWanted *self)
{
  if (self == NULL)
    return;
  g_free (self->document);
  g_free (self->hash);
  g_free (self->revision);
  g_free (self->name);
  g_free (self);
}

static CvnSyncWanted *
read_wanted (CvnStatement *statement)
{
  CvnSyncWanted *self = g_new0 (CvnSyncWanted, 1);

  *self = (CvnSyncWanted){ g_strdup (cvn_statement_get_text (statement, 0)), g_strdup (cvn_statement_get_text (statement, 1)),
                           g_strdup (cvn_statement_get_text (statement, 2)), g_strdup (cvn_statement_get_text (statement, 3)),
                           cvn_statement_get_integer (statement, 4) };
  return self;
}

/** cvn_sync_wanted_list: (transfer full) (element-type CvnSyncWanted) (nullable): what is to be fetched. */
GPtrArray *
cvn_sync_wanted_list (CvnReader *reader,
                      GError   **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_LIST, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_wanted_free);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, read_wanted (statement));
    }
  return NULL;
}

/** cvn_sync_wanted_put: notes that @wanted is to be fetched, from the version that it names. */
gboolean
cvn_sync_wanted_put (CvnWriter           *writer,
                     const CvnSyncWanted *wanted,
                     GError             **error)
{
  return cvn_db_execute (writer->db, error, SQL_PUT, "ssssi", wanted->document, wanted->hash, wanted->revision, wanted->name, wanted->length);
}

/** cvn_sync_wanted_drop: it has been fetched, or cannot be had. */
gboolean
cvn_sync_wanted_drop (CvnWriter           *writer,
                      const CvnSyncWanted *wanted,
                      GError             **error)
{
  return cvn_db_execute (writer->db, error, SQL_DROP, "ss", wanted->document, wanted->hash);
}
