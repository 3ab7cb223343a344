/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-statement-table"

#include "cvn-statement-table.h"

/* Only for answers that people look at: never a whole register. */
#define MAX_COLUMNS 64

/**
 * cvn_statement_read_table:
 * @statement: bound, before its first row
 *
 * Returns: (transfer full): all rows, with the columns as the SQL names them; NULL on error
 */
CvnTable *
cvn_statement_read_table (CvnStatement *statement,
                          GError      **error)
{
  guint       n_columns = (guint) cvn_statement_get_n_columns (statement);
  const char *names[MAX_COLUMNS];
  gboolean    has_row = FALSE;
  g_autoptr (CvnTable) table = NULL;

  g_return_val_if_fail (n_columns > 0 && n_columns <= MAX_COLUMNS, NULL);

  for (guint i = 0; i < n_columns; i++)
    names[i] = cvn_statement_get_column_name (statement, (int) i);
  table = cvn_table_new (names, n_columns);

  while (cvn_statement_step (statement, &has_row, error))
    {
      CvnValue *row;

      if (!has_row)
        return g_steal_pointer (&table);
      row = cvn_table_append_row (table);
      for (guint i = 0; i < n_columns; i++)
        cvn_statement_get_value (statement, (int) i, &row[i]);
    }
  return NULL;
}
