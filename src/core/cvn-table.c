/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-table"

#include "cvn-table.h"

struct _CvnTable
{
  gatomicrefcount references;
  GPtrArray      *columns; /* of char* */
  GArray         *values;  /* of CvnValue, row after row */
};

G_DEFINE_BOXED_TYPE (CvnTable, cvn_table, cvn_table_ref, cvn_table_unref)

/**
 * cvn_table_new:
 * @columns: names of the columns, copied
 * @n_columns: how many, at least one
 *
 * Returns: (transfer full): a table without rows
 */
CvnTable *
cvn_table_new (const char *const *columns,
               guint              n_columns)
{
  CvnTable *self = g_new0 (CvnTable, 1);

  g_return_val_if_fail (n_columns > 0, NULL);

  g_atomic_ref_count_init (&self->references);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->columns, g_strdup (columns[i]));
  self->values = g_array_new (FALSE, TRUE, sizeof (CvnValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) cvn_value_clear);
  return self;
}

/** cvn_table_ref: takes one more reference; any thread. */
CvnTable *
cvn_table_ref (CvnTable *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/** cvn_table_unref: gives a reference back; the last one frees the table. */
void
cvn_table_unref (CvnTable *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->columns);
  g_array_unref (self->values);
  g_free (self);
}

/** cvn_table_get_n_rows: how many rows. */
guint
cvn_table_get_n_rows (CvnTable *self)
{
  return self->values->len / self->columns->len;
}

/** cvn_table_get_n_columns: how many columns. */
guint
cvn_table_get_n_columns (CvnTable *self)
{
  return self->columns->len;
}

/** cvn_table_get_column_name: the name of @column, owned by the table. */
const char *
cvn_table_get_column_name (CvnTable *self,
                           guint     column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);
  return g_ptr_array_index (self->columns, column);
}

/** cvn_table_find_column: the place of the column called @name, or -1. */
int
cvn_table_find_column (CvnTable   *self,
                       const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (g_ptr_array_index (self->columns, i), name))
      return (int) i;
  return -1;
}

/**
 * cvn_table_append_row:
 *
 * Returns: (transfer none): the empty cells of a new last row, one per column, to fill in before the next call
 */
CvnValue *
cvn_table_append_row (CvnTable *self)
{
  guint first = self->values->len;

  g_array_set_size (self->values, first + self->columns->len);
  return &g_array_index (self->values, CvnValue, first);
}

/** cvn_table_get: the cell at @row and @column, owned by the table. */
const CvnValue *
cvn_table_get (CvnTable *self,
               guint     row,
               guint     column)
{
  g_return_val_if_fail (column < self->columns->len && row < cvn_table_get_n_rows (self), NULL);
  return &g_array_index (self->values, CvnValue, row * self->columns->len + column);
}

/** cvn_table_get_integer: the number in the cell; 0 for an empty cell. */
gint64
cvn_table_get_integer (CvnTable   *self,
                       guint       row,
                       const char *column)
{
  int place = cvn_table_find_column (self, column);

  g_return_val_if_fail (place >= 0, 0);
  return cvn_table_get (self, row, (guint) place)->integer;
}

/** cvn_table_get_text: the text in the cell, owned by the table; NULL for an empty cell. */
const char *
cvn_table_get_text (CvnTable   *self,
                    guint       row,
                    const char *column)
{
  int place = cvn_table_find_column (self, column);

  g_return_val_if_fail (place >= 0, NULL);
  return cvn_table_get (self, row, (guint) place)->text;
}

/** cvn_table_sum: the sum of the numbers in @column. The store has checked the range of each when it was written. */
gint64
cvn_table_sum (CvnTable   *self,
               const char *column)
{
  gint64 sum = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (self); row++)
    sum += cvn_table_get_integer (self, row, column);
  return sum;
}
