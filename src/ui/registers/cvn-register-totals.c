/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-totals"

#include "cvn-register-totals.h"

#include "cvn-centre.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/* A number with the marks between thousands that the language uses. */
static char *
format_number (gint64 number)
{
  const CvnField field = { .name = "n", .type = CVN_FIELD_INTEGER };
  CvnValue       value = { CVN_VALUE_INTEGER, number, NULL };

  return cvn_field_format (&field, &value, cvn_interface_language ());
}

/** cvn_register_totals_dup_count: (transfer full): "12 records". */
char *
cvn_register_totals_dup_count (guint n)
{
  g_autofree char *number = format_number (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s record", "%s records", n), number);
}

/**
 * cvn_register_totals_dup_sums:
 * @sums: what cvn_reader_sums() gave
 * @max: the most totals to show
 *
 * Returns: (transfer full): the totals of the fields worth a total, in one line; "" for none
 */
char *
cvn_register_totals_dup_sums (const CvnKind *kind,
                              CvnTable      *sums,
                              guint          max)
{
  GString *line = g_string_new (NULL);
  guint    n = 0;

  for (guint i = 0; i < kind->n_fields && n < max && cvn_table_get_n_rows (sums) > 0; i++)
    {
      const CvnField  *field = &kind->fields[i];
      int              column = (field->flags & CVN_FIELD_SUM) != 0 ? cvn_table_find_column (sums, field->name) : -1;
      g_autofree char *text = NULL;

      if (column < 0)
        continue;
      text = field->type == CVN_FIELD_MONEY ? cvn_money_format_euro (cvn_table_get (sums, 0, (guint) column)->integer, cvn_interface_language ())
                                            : cvn_field_format (field, cvn_table_get (sums, 0, (guint) column), cvn_interface_language ());
      if (n++ > 0)
        g_string_append (line, " · ");
      /* Translators: the name of a field and its total, such as: Amount 1,234.00 */
      g_string_append_printf (line, _("%1$s %2$s"), _(field->label), text);
    }
  return g_string_free (line, FALSE);
}
