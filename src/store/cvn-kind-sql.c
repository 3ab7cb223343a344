/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-sql"

#include "cvn-kind-sql.h"

static char *
make_columns (const CvnKind *kind)
{
  GString *sql = g_string_new ("\"seq\", \"id\"");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
  g_string_append (sql, ", \"extra\", \"hash\"");
  return g_string_free (sql, FALSE);
}

static char *
make_insert (const CvnKind *kind,
             const char    *columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?1", kind->name, columns);
  for (guint i = 2; i <= kind->n_fields + 4; i++)
    g_string_append_printf (sql, ", ?%u", i);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

static char *
make_update (const CvnKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET \"id\" = ?2", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" = ?%u", kind->fields[i].name, i + 3);
  g_string_append_printf (sql, ", \"extra\" = ?%u, \"hash\" = ?%u WHERE \"seq\" = ?1", kind->n_fields + 3, kind->n_fields + 4);
  return g_string_free (sql, FALSE);
}

static void
make_sql (const CvnKind *kind,
          CvnKindSql    *sql)
{
  sql->columns = make_columns (kind);
  sql->select_by_id = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"id\" = ?1", sql->columns, kind->name);
  sql->select_by_seq = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"seq\" = ?1", sql->columns, kind->name);
  sql->insert = make_insert (kind, sql->columns);
  sql->update = make_update (kind);
  sql->delete = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"seq\" = ?1", kind->name);
  sql->exists = g_strdup_printf ("SELECT \"seq\" FROM \"%s\" WHERE \"id\" = ?1", kind->name);
}

static gpointer
make_places (gpointer unused)
{
  guint n_kinds;

  cvn_kind_list (&n_kinds);
  return g_new0 (CvnKindSql *, n_kinds);
}

/** cvn_kind_sql_get: the statements of @kind's table, made when first asked for and kept for the life of the program; any thread. */
const CvnKindSql *
cvn_kind_sql_get (const CvnKind *kind)
{
  static GOnce once = G_ONCE_INIT;
  CvnKindSql **all = g_once (&once, make_places, NULL);
  CvnKindSql **place = &all[cvn_kind_get_index (kind)];

  if (g_once_init_enter (place))
    {
      CvnKindSql *sql = g_new0 (CvnKindSql, 1);

      make_sql (kind, sql);
      g_once_init_leave (place, sql);
    }
  return *place;
}

/**
 * cvn_kind_sql_read_record:
 * @statement: at a row that has the kind's columns from @first_column on
 *
 * Returns: (transfer full): the record in the row
 */
CvnRecord *
cvn_kind_sql_read_record (const CvnKind *kind,
                          CvnStatement  *statement,
                          int            first_column)
{
  CvnRecord *record = cvn_record_new (kind);

  cvn_record_set_seq (record, cvn_statement_get_integer (statement, first_column));
  cvn_record_set_id (record, cvn_statement_get_text (statement, first_column + 1));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      int column = first_column + 2 + (int) i;

      if (cvn_statement_is_null (statement, column))
        continue;
      if (cvn_field_is_integer (&kind->fields[i]))
        cvn_record_put_integer (record, i, cvn_statement_get_integer (statement, column));
      else
        cvn_record_take_text (record, i, g_strdup (cvn_statement_get_text (statement, column)));
    }
  cvn_record_set_extra (record, cvn_statement_get_text (statement, first_column + 2 + (int) kind->n_fields));
  return record;
}

/** cvn_kind_sql_read_hash: the hash that was stored with the row; cvn_record_hash() of the record must equal it. */
gint64
cvn_kind_sql_read_hash (const CvnKind *kind,
                        CvnStatement  *statement,
                        int            first_column)
{
  return cvn_statement_get_integer (statement, first_column + 3 + (int) kind->n_fields);
}
