/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-query-sql"

#include "cvn-query-sql.h"

#include "cvn-search-words.h"

/* Names in the SQL come only from the description of the kind, never from the user: values are bound. */

static const char *const operators[] = {
  [CVN_MATCH_EQUAL] = "IS ?",
  [CVN_MATCH_NOT_EQUAL] = "IS NOT ?",
  [CVN_MATCH_AT_LEAST] = ">= ?",
  [CVN_MATCH_AT_MOST] = "<= ?",
  [CVN_MATCH_EMPTY] = "IS NULL",
  [CVN_MATCH_NOT_EMPTY] = "IS NOT NULL",
};

/* The first text among the title fields: what a reference is sorted by. NULL when the target is called by something else. */
static const CvnField *
find_title_text (const CvnKind *kind)
{
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    if (kind->fields[i].flags & CVN_FIELD_TITLE)
      return kind->fields[i].type == CVN_FIELD_TEXT ? &kind->fields[i] : NULL;
  return NULL;
}

static const CvnField *
get_sort_field (const CvnQuery *query)
{
  int place = cvn_query_get_sort (query, NULL);

  return place < 0 ? NULL : &cvn_query_get_kind (query)->fields[place];
}

static void
append_found (GString    *sql,
              const char *column,
              const char *kind)
{
  g_string_append_printf (sql, "t.\"%s\" IN (SELECT d.record_id FROM search_words AS w JOIN search_document AS d ON d.seq = w.rowid"
                               " WHERE search_words MATCH ?1 AND d.kind = '%s')",
                          column, kind);
}

/* Words are found in the record itself and in the records it refers to: a commitment by the name of its partner. */
static void
append_search (GString        *sql,
               const CvnQuery *query,
               const char     *joint)
{
  const CvnKind *kind = cvn_query_get_kind (query);

  g_string_append_printf (sql, "%s (", joint);
  append_found (sql, "id", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnField *field = &kind->fields[i];

      if (field->type != CVN_FIELD_REFERENCE || g_strcmp0 (field->refers_to, kind->name) == 0)
        continue;
      g_string_append (sql, " OR ");
      append_found (sql, field->name, field->refers_to);
    }
  g_string_append (sql, ")");
}

/* The search comes first: ?1 is its parameter, and a ? is the one after the last. */
static void
append_where (GString        *sql,
              const CvnQuery *query,
              gboolean        search)
{
  const CvnKind *kind = cvn_query_get_kind (query);
  const char    *joint = " WHERE";

  if (search)
    {
      append_search (sql, query, joint);
      joint = " AND";
    }
  for (guint i = 0; i < cvn_query_get_n_conditions (query); i++)
    {
      const CvnCondition *condition = cvn_query_get_condition (query, i);

      g_string_append_printf (sql, "%s t.\"%s\" %s", joint, kind->fields[condition->field].name, operators[condition->match]);
      joint = " AND";
    }
}

static void
append_order (GString        *sql,
              const CvnQuery *query)
{
  const CvnField *field = get_sort_field (query);
  const CvnField *title = NULL;
  gboolean        descending = FALSE;
  const char     *direction;

  cvn_query_get_sort (query, &descending);
  direction = descending ? " DESC" : "";
  if (field != NULL && field->type == CVN_FIELD_REFERENCE)
    title = find_title_text (cvn_kind_find (field->refers_to));

  if (title != NULL)
    g_string_append_printf (sql, " ORDER BY r.\"%s\" COLLATE NOCASE%s, t.seq%s", title->name, direction, direction);
  else if (field == NULL)
    g_string_append_printf (sql, " ORDER BY t.seq%s", direction);
  else
    g_string_append_printf (sql, " ORDER BY t.\"%s\"%s%s, t.seq%s", field->name,
                            field->type == CVN_FIELD_TEXT || field->type == CVN_FIELD_NOTE ? " COLLATE NOCASE" : "", direction, direction);
}

static void
append_join (GString        *sql,
             const CvnQuery *query)
{
  const CvnField *field = get_sort_field (query);

  if (field != NULL && field->type == CVN_FIELD_REFERENCE && find_title_text (cvn_kind_find (field->refers_to)) != NULL)
    g_string_append_printf (sql, " LEFT JOIN \"%s\" AS r ON r.id = t.\"%s\"", field->refers_to, field->name);
}

/**
 * cvn_query_sql_new:
 * @query: which records
 * @columns: what to select of the table, which is called t
 * @ordered: whether the order matters
 *
 * Returns: (transfer full): the statement; parameter ?1 are the words, if any; the conditions' values follow in their order
 */
CvnQuerySql *
cvn_query_sql_new (const CvnQuery *query,
                   const char     *columns,
                   gboolean        ordered)
{
  CvnQuerySql *self = g_new0 (CvnQuerySql, 1);
  GString     *sql = g_string_new (NULL);

  /* Punctuation alone searches for nothing and leaves the list as it is. */
  if (cvn_query_get_search (query) != NULL)
    self->match = cvn_search_words_match (cvn_query_get_search (query), TRUE);
  g_string_append_printf (sql, "SELECT %s FROM \"%s\" AS t", columns, cvn_query_get_kind (query)->name);
  if (ordered)
    append_join (sql, query);
  append_where (sql, query, self->match != NULL);
  if (ordered)
    append_order (sql, query);
  self->sql = g_string_free (sql, FALSE);
  return self;
}

/** cvn_query_sql_free: frees it. */
void
cvn_query_sql_free (CvnQuerySql *self)
{
  g_free (self->sql);
  g_free (self->match);
  g_free (self);
}
