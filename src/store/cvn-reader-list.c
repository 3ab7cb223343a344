/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-list"

#include "cvn-reader.h"

#include "cvn-query-sql.h"
#include "cvn-reader-private.h"
#include "cvn-statement-table.h"

static gboolean
needs_value (const CvnCondition *condition)
{
  return condition->match != CVN_MATCH_EMPTY && condition->match != CVN_MATCH_NOT_EMPTY;
}

/* @sql and @query must live as long as the statement: their texts are not copied. */
static CvnStatement *
prepare (CvnReader         *self,
         const CvnQuery    *query,
         const CvnQuerySql *sql,
         GError           **error)
{
  CvnStatement *statement = cvn_db_prepare (self->db, sql->sql, error);
  int           place = 1;

  if (statement == NULL)
    return NULL;
  if (sql->match != NULL)
    cvn_statement_bind_text (statement, place++, sql->match);
  for (guint i = 0; i < cvn_query_get_n_conditions (query); i++)
    {
      const CvnCondition *condition = cvn_query_get_condition (query, i);

      if (needs_value (condition))
        cvn_statement_bind_value (statement, place++, &condition->value);
    }
  return statement;
}

static gboolean
read_seqs (CvnStatement *statement,
           GArray       *seqs,
           GError      **error)
{
  gboolean has_row;

  while (cvn_statement_step (statement, &has_row, error))
    {
      gint64 seq;

      if (!has_row)
        return TRUE;
      seq = cvn_statement_get_integer (statement, 0);
      g_array_append_val (seqs, seq);
    }
  return FALSE;
}

/**
 * cvn_reader_list:
 * @query: which records, in which order
 * @cancellable: (nullable): gives up also in the middle of a sort
 *
 * Returns: (transfer full) (element-type gint64): the places (seq) of the records, in order; NULL on error
 */
GArray *
cvn_reader_list (CvnReader      *self,
                 const CvnQuery *query,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr (CvnQuerySql) sql = cvn_query_sql_new (query, "t.seq", TRUE);
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CvnStatement) statement = prepare (self, query, sql, error);
  gboolean read;

  if (statement == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (cancellable != NULL)
    cvn_db_set_cancellable (self->db, cancellable);
  read = read_seqs (statement, seqs, error);
  return read ? g_steal_pointer (&seqs) : NULL;
}

/** cvn_reader_count: how many records @query finds; -1 on error. */
gint64
cvn_reader_count (CvnReader      *self,
                  const CvnQuery *query,
                  GError        **error)
{
  g_autoptr (CvnQuerySql) sql = cvn_query_sql_new (query, "count(*)", FALSE);
  g_autoptr (CvnStatement) statement = prepare (self, query, sql, error);
  gboolean has_row;

  if (statement == NULL || !cvn_statement_step (statement, &has_row, error))
    return -1;
  return cvn_statement_get_integer (statement, 0);
}

/**
 * cvn_reader_sums:
 * @query: which records
 *
 * Returns: (transfer full): one row: "n", how many records, and a column named after each field whose total is worth
 *   showing; NULL on error
 */
CvnTable *
cvn_reader_sums (CvnReader      *self,
                 const CvnQuery *query,
                 GError        **error)
{
  const CvnKind *kind = cvn_query_get_kind (query);
  g_autoptr (GString) columns = g_string_new ("count(*) AS \"n\"");
  g_autoptr (CvnQuerySql) sql = NULL;
  g_autoptr (CvnStatement) statement = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & CVN_FIELD_SUM)
      g_string_append_printf (columns, ", coalesce(sum(t.\"%s\"), 0) AS \"%s\"", kind->fields[i].name, kind->fields[i].name);

  sql = cvn_query_sql_new (query, columns->str, FALSE);
  statement = prepare (self, query, sql, error);
  return statement != NULL ? cvn_statement_read_table (statement, error) : NULL;
}
