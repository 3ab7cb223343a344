/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-table-variant"

#include "cvn-table-variant.h"

/** cvn_table_to_variant: (transfer floating): @self as a value of %CVN_TABLE_VARIANT_TYPE: names of columns, and all cells in rows. */
GVariant *
cvn_table_to_variant (CvnTable *self)
{
  guint           n_columns = cvn_table_get_n_columns (self);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (CVN_TABLE_VARIANT_TYPE));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("as"));
  for (guint column = 0; column < n_columns; column++)
    g_variant_builder_add (&builder, "s", cvn_table_get_column_name (self, column));
  g_variant_builder_close (&builder);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(yxs)"));
  for (guint row = 0; row < cvn_table_get_n_rows (self); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        const CvnValue *value = cvn_table_get (self, row, column);

        g_variant_builder_add (&builder, "(yxs)", (guint8) value->type, value->integer, value->text != NULL ? value->text : "");
      }
  g_variant_builder_close (&builder);
  return g_variant_builder_end (&builder);
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

/** cvn_table_new_from_variant: (transfer full) (nullable): the table that @variant was made of; NULL when it is no whole table. */
CvnTable *
cvn_table_new_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) names = g_variant_get_child_value (variant, 0);
  g_autoptr (GVariant) cells = g_variant_get_child_value (variant, 1);
  g_autofree const char **columns = g_variant_get_strv (names, NULL);
  gsize                   n_columns = g_variant_n_children (names);
  gsize                   n_cells = g_variant_n_children (cells);
  CvnTable               *self;
  CvnValue               *row = NULL;

  if (n_columns == 0 || n_columns > G_MAXUINT || n_cells % n_columns != 0)
    return NULL;
  self = cvn_table_new (columns, (guint) n_columns);
  for (gsize i = 0; i < n_cells; i++)
    {
      guint8      type;
      gint64      integer;
      const char *text;

      if (i % n_columns == 0)
        row = cvn_table_append_row (self);
      g_variant_get_child (cells, i, "(yx&s)", &type, &integer, &text);
      set_value (&row[i % n_columns], type, integer, text);
    }
  return self;
}
