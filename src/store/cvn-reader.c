/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader"

#include "cvn-reader-private.h"

#include "cvn-kind-sql.h"

/** cvn_reader_new: a reader on @db, which the caller keeps until the reader is freed. */
CvnReader *
cvn_reader_new (CvnDb *db)
{
  CvnReader *self = g_new0 (CvnReader, 1);
  guint      n_kinds;

  cvn_kind_list (&n_kinds);
  self->db = db;
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->resolved = g_new0 (GHashTable *, MAX (n_kinds, 1));
  return self;
}

/** cvn_reader_free: frees the reader, not its connection. */
void
cvn_reader_free (CvnReader *self)
{
  cvn_reader_forget (self);
  g_hash_table_unref (self->titles);
  g_free (self->resolved);
  g_free (self);
}

/**
 * cvn_reader_forget:
 *
 * Drops the titles and references remembered. A writer calls it after changing or deleting a record; adding one makes
 * nothing that is remembered wrong.
 */
void
cvn_reader_forget (CvnReader *self)
{
  guint n_kinds;

  cvn_kind_list (&n_kinds);
  g_hash_table_remove_all (self->titles);
  for (guint i = 0; i < n_kinds; i++)
    g_clear_pointer (&self->resolved[i], g_hash_table_unref);
}

/**
 * cvn_reader_get:
 * @id: a record's id
 *
 * Returns: (transfer full) (nullable): the record; NULL without an error if there is none
 */
CvnRecord *
cvn_reader_get (CvnReader     *self,
                const CvnKind *kind,
                const char    *id,
                GError       **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, cvn_kind_sql_get (kind)->select_by_id, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind_text (statement, 1, id);
  if (!cvn_statement_step (statement, &has_row, error) || !has_row)
    return NULL;
  return cvn_kind_sql_read_record (kind, statement, 0);
}
