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

  self->db = db;
  return self;
}

/** cvn_reader_free: frees the reader, not its connection. */
void
cvn_reader_free (CvnReader *self)
{
  g_free (self);
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
