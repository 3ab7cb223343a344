/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-table-variant"

#include "cvn-table-variant.h"

/*
 * The names of the columns, and then three lists with one item for each cell, row after row: its type, its number and its
 * text. Lists of one simple type are read at once; a cell with its three parts together takes GVariant thousands of
 * instructions.
 */

static GVariant *
pack_cells (CvnTable *self)
{
  gsize                   n_cells = (gsize) cvn_table_get_n_rows (self) * cvn_table_get_n_columns (self);
  g_autofree guint8      *types = g_new (guint8, n_cells + 1);
  g_autofree gint64      *integers = g_new (gint64, n_cells + 1);
  g_autofree const char **texts = g_new0 (const char *, n_cells + 1);
  gsize                   place = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (self); row++)
    for (guint column = 0; column < cvn_table_get_n_columns (self); column++, place++)
      {
        const CvnValue *value = cvn_table_get (self, row, column);

        types[place] = (guint8) value->type;
        integers[place] = value->integer;
        texts[place] = value->text != NULL ? value->text : "";
      }
  return g_variant_new ("(@ay@ax@as)", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, types, n_cells, sizeof *types),
                        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, integers, n_cells, sizeof *integers),
                        g_variant_new_strv (texts, (gssize) n_cells));
}

/** cvn_table_to_variant: (transfer floating): @self as a value of %CVN_TABLE_VARIANT_TYPE: names of columns, and all cells in rows. */
GVariant *
cvn_table_to_variant (CvnTable *self)
{
  guint                   n_columns = cvn_table_get_n_columns (self);
  g_autofree const char **columns = g_new0 (const char *, n_columns + 1);

  for (guint column = 0; column < n_columns; column++)
    columns[column] = cvn_table_get_column_name (self, column);
  return g_variant_new ("(@as@" CVN_TABLE_CELLS_TYPE ")", g_variant_new_strv (columns, n_columns), pack_cells (self));
}

static void
set_value (CvnValue   *value,
           guint8      type,
           gint64      integer,
           const char *text)
{
  if (type == CVN_VALUE_INTEGER)
    cvn_value_set_integer (value, integer);
  else if (type == CVN_VALUE_TEXT)
    cvn_value_set_text (value, text);
}

static gboolean
unpack_cells (CvnTable *self,
              GVariant *cells)
{
  g_autoptr (GVariant) type_list = g_variant_get_child_value (cells, 0);
  g_autoptr (GVariant) integer_list = g_variant_get_child_value (cells, 1);
  g_autoptr (GVariant) text_list = g_variant_get_child_value (cells, 2);
  gsize                   n_columns = cvn_table_get_n_columns (self);
  gsize                   n_cells = 0;
  gsize                   n_integers = 0;
  gsize                   n_texts = 0;
  const guint8           *types = g_variant_get_fixed_array (type_list, &n_cells, sizeof *types);
  const gint64           *integers = g_variant_get_fixed_array (integer_list, &n_integers, sizeof *integers);
  g_autofree const char **texts = g_variant_get_strv (text_list, &n_texts);
  CvnValue               *row = NULL;

  if (n_integers != n_cells || n_texts != n_cells || n_cells % n_columns != 0)
    return FALSE;
  for (gsize i = 0; i < n_cells; i++)
    {
      if (i % n_columns == 0)
        row = cvn_table_append_row (self);
      set_value (&row[i % n_columns], types[i], integers[i], texts[i]);
    }
  return TRUE;
}

/** cvn_table_new_from_variant: (transfer full) (nullable): the table that @variant was made of; NULL when it is no whole table. */
CvnTable *
cvn_table_new_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) names = g_variant_get_child_value (variant, 0);
  g_autoptr (GVariant) cells = g_variant_get_child_value (variant, 1);
  gsize                   n_columns = 0;
  g_autofree const char **columns = g_variant_get_strv (names, &n_columns);
  g_autoptr (CvnTable) self = NULL;

  if (n_columns == 0 || n_columns > G_MAXUINT)
    return NULL;
  self = cvn_table_new (columns, (guint) n_columns);
  return unpack_cells (self, cells) ? g_steal_pointer (&self) : NULL;
}
