/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-record"

#include "cvn-reader.h"

#include "cvn-kind-sql.h"
#include "cvn-reader-private.h"

static void
unref_record (CvnRecord *record)
{
  g_clear_object (&record);
}

/**
 * cvn_reader_get_rows:
 * @seqs: (array length=n): places of records
 *
 * Reads a page of a list.
 *
 * Returns: (transfer full) (element-type CvnRecord): as many places as asked for, in the same order; NULL stands for a
 *   record that is there no more. NULL on error.
 */
GPtrArray *
cvn_reader_get_rows (CvnReader     *self,
                     const CvnKind *kind,
                     const gint64  *seqs,
                     guint          n,
                     GError       **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (n, NULL);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, cvn_kind_sql_get (kind)->select_by_seq, error);

  if (statement == NULL)
    return NULL;
  g_ptr_array_set_free_func (records, (GDestroyNotify) unref_record);
  for (guint i = 0; i < n; i++)
    {
      gboolean has_row;

      cvn_statement_bind_integer (statement, 1, seqs[i]);
      if (!cvn_statement_step (statement, &has_row, error))
        return NULL;
      g_ptr_array_add (records, has_row ? cvn_kind_sql_read_record (kind, statement, 0) : NULL);
      cvn_statement_reset (statement);
    }
  return g_steal_pointer (&records);
}
