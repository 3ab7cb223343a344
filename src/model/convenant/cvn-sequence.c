/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sequence"

#include "cvn-operations.h"

#include "cvn-operation-private.h"

typedef struct
{
  CvnOperationClass klass; /* as that of the first, but for what is done to all */
  GPtrArray        *operations;
} Sequence;

static void
free_data (gpointer data)
{
  Sequence *self = data;

  g_ptr_array_unref (self->operations);
  g_free (self);
}

static gboolean
write_all (CvnWriter    *writer,
           gconstpointer data,
           GError      **error)
{
  const Sequence *self = data;

  for (guint i = 0; i < self->operations->len; i++)
    if (!cvn_operation_write (self->operations->pdata[i], writer, error))
      return FALSE;
  return TRUE;
}

static void
append_rows (CvnTable *all,
             CvnTable *table)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      CvnValue *values = cvn_table_append_row (all);

      for (guint column = 0; column < cvn_table_get_n_columns (table); column++)
        cvn_value_copy (cvn_table_get (table, row, column), &values[column]);
    }
}

static CvnTable *
preview_all (CvnReader    *reader,
             gconstpointer data,
             GError      **error)
{
  const Sequence *self = data;
  g_autoptr (CvnTable) all = cvn_operation_preview (self->operations->pdata[0], reader, error);

  for (guint i = 1; all != NULL && i < self->operations->len; i++)
    {
      g_autoptr (CvnTable) table = cvn_operation_preview (self->operations->pdata[i], reader, error);

      if (table == NULL)
        return NULL;
      append_rows (all, table);
    }
  return g_steal_pointer (&all);
}

/**
 * cvn_sequence_new:
 * @operations: (element-type CvnOperation): at least one, all of one sort
 *
 * Does all of them, in their order, as one step that can be undone; when one is refused none is done. Its preview has the
 * rows of all.
 *
 * Returns: (transfer full): the operation; its id is that of the first
 */
CvnOperation *
cvn_sequence_new (GPtrArray *operations)
{
  Sequence                *self = g_new0 (Sequence, 1);
  const CvnOperationClass *first;

  g_return_val_if_fail (operations->len > 0, NULL);
  first = cvn_operation_get_class (operations->pdata[0]);
  self->klass = *first;
  self->klass.write = write_all;
  self->klass.preview = first->preview != NULL ? preview_all : NULL;
  self->klass.destroy = free_data;
  self->operations = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_operation_unref);
  for (guint i = 0; i < operations->len; i++)
    g_ptr_array_add (self->operations, cvn_operation_ref (operations->pdata[i]));
  return cvn_operation_new (&self->klass, self, cvn_operation_get_id (operations->pdata[0]));
}
