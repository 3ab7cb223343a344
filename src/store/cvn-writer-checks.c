/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer-checks"

#include "cvn-clock.h"
#include "cvn-error.h"
#include "cvn-kind-sql.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>

/* Looks in the file once for each id; an import of thousands refers to a few. */
static gboolean
is_there (CvnWriter     *self,
          const CvnKind *kind,
          const char    *id,
          gboolean      *there,
          GError       **error)
{
  CvnWriterKind *last = self->last;
  CvnWriterKind *target = cvn_writer_get_kind (self, kind);

  self->last = last;
  *there = g_hash_table_contains (target->known, id);
  if (*there)
    return TRUE;
  if (target->exists == NULL)
    target->exists = cvn_db_prepare (self->db, cvn_kind_sql_get (kind)->exists, error);
  if (target->exists == NULL)
    return FALSE;
  cvn_statement_bind_text (target->exists, 1, id);
  if (!cvn_statement_step (target->exists, there, error))
    return FALSE;
  cvn_statement_reset (target->exists);
  if (*there)
    g_hash_table_add (target->known, g_strdup (id));
  return TRUE;
}

/** cvn_writer_check_references: whether every record that @record refers to is there; %CVN_ERROR_UNKNOWN_REFERENCE names the field. */
gboolean
cvn_writer_check_references (CvnWriter *self,
                             CvnRecord *record,
                             GError   **error)
{
  CvnWriterKind *kind = cvn_writer_get_kind (self, cvn_record_get_kind (record));

  for (guint i = 0; i < kind->kind->n_fields; i++)
    {
      const CvnKind  *target = kind->targets[i];
      const CvnValue *value = target != NULL ? cvn_record_get_value (record, i) : NULL;
      gboolean        there = TRUE;

      if (value == NULL || cvn_value_is_none (value))
        continue;
      if (!is_there (self, target, value->text, &there, error))
        return FALSE;
      if (there)
        continue;
      g_set_error (error, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE, _("“%s” refers to a record that is not there (any more): %s."),
                   _(kind->kind->fields[i].label), _(target->label));
      cvn_error_set_field (error, kind->kind->fields[i].name);
      return FALSE;
    }
  return TRUE;
}

/** cvn_writer_check_single: refuses a second record of a kind of which a file has one. */
gboolean
cvn_writer_check_single (CvnWriter *self,
                         CvnRecord *record,
                         GError   **error)
{
  const CvnKind   *kind = cvn_record_get_kind (record);
  g_autofree char *sql = NULL;
  gint64           n = 0;

  if ((kind->flags & CVN_KIND_SINGLE) == 0)
    return TRUE;
  sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", kind->name);
  if (!cvn_db_get_integer (self->db, sql, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_UNIQUE, _("There is one record of this kind already, and there can be only one: %s."), _(kind->label));
  return FALSE;
}

/* Another record that is alike in what excludes, and has a day in common. */
static char *
make_period_sql (const CvnKind *kind,
                 char         **alike)
{
  GString *sql = g_string_new ("SELECT valid_from FROM ");

  g_string_append_printf (sql, "\"%s\" WHERE id IS NOT ?1 AND valid_from <= coalesce(?2, '9999') AND coalesce(valid_to, '9999') >= ?3", kind->name);
  for (guint i = 0; alike[i] != NULL; i++)
    g_string_append_printf (sql, " AND \"%s\" IS ?%u", alike[i], i + 4);
  g_string_append (sql, " LIMIT 1");
  return g_string_free (sql, FALSE);
}

static gboolean
check_period (CvnWriter *self,
              CvnRecord *record,
              GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  g_auto (GStrv) alike = g_strsplit (kind->exclusive, "|", -1);
  g_autofree char *sql = make_period_sql (kind, alike);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, cvn_record_get_id (record));
  cvn_statement_bind_text (statement, 2, cvn_record_get_text (record, "valid_to"));
  cvn_statement_bind_text (statement, 3, cvn_record_get_text (record, "valid_from"));
  for (guint i = 0; alike[i] != NULL; i++)
    cvn_statement_bind_text (statement, (int) i + 4, cvn_record_get_text (record, alike[i]));
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("Another one like it is valid from %s: let one end before the other begins."), cvn_statement_get_text (statement, 0));
  cvn_error_set_field (error, "valid_from");
  return FALSE;
}

/** cvn_writer_check_period: whether no other record that is alike is valid on the same day; %CVN_ERROR_INVALID at "valid_from" otherwise. */
gboolean
cvn_writer_check_period (CvnWriter *self,
                         CvnRecord *record,
                         GError   **error)
{
  return cvn_record_get_kind (record)->exclusive == NULL || check_period (self, record, error);
}

/* Those of the series of @record that were entered before it; NULL on error. */
static GPtrArray *
read_series (CvnWriter *self,
             CvnRecord *record,
             GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  g_auto (GStrv) alike = g_strsplit (kind->series != NULL ? kind->series : "", "|", -1);
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = NULL;

  for (guint i = 0; alike[i] != NULL; i++)
    cvn_query_add_text (query, alike[i], CVN_MATCH_EQUAL, cvn_record_get_text (record, alike[i]));
  cvn_query_set_sort (query, NULL, FALSE);
  seqs = cvn_reader_list (self->reader, query, NULL, error);
  return seqs != NULL ? cvn_reader_get_rows (self->reader, kind, (const gint64 *) (gpointer) seqs->data, seqs->len, error) : NULL;
}

/**
 * cvn_writer_check_series:
 *
 * Whether a new record may follow those of its series, entered before it. An import brings whole series in any order.
 */
gboolean
cvn_writer_check_series (CvnWriter *self,
                         CvnRecord *record,
                         GError   **error)
{
  const CvnKind   *kind = cvn_record_get_kind (record);
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) earlier = NULL;

  if (kind->may_follow == NULL)
    return TRUE;
  today = cvn_clock_dup_today ();
  if (self->action == CVN_ACTION_IMPORT)
    return kind->may_follow (NULL, record, today, error);
  earlier = read_series (self, record, error);
  return earlier != NULL && kind->may_follow (earlier, record, today, error);
}

/* A part stays as it is once the record that it is a part of may not be deleted any more. */
static gboolean
check_owner (CvnWriter *self,
             CvnRecord *part,
             GError   **error)
{
  const CvnKind  *kind = cvn_record_get_kind (part);
  const CvnField *field = &kind->fields[cvn_kind_find_field (kind, kind->owner)];
  const CvnKind  *owner_kind = cvn_kind_find (field->refers_to);
  const char     *id = cvn_record_get_text (part, kind->owner);
  g_autoptr (CvnRecord) owner = NULL;
  GError *failure = NULL;

  /* The owner of a new part may come later in the same change set. */
  owner = id != NULL ? cvn_reader_get (self->reader, owner_kind, id, &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (owner == NULL)
    return TRUE;
  return (owner_kind->may_change == NULL || owner_kind->may_change (owner, NULL, error)) &&
         (owner_kind->may_own == NULL || owner_kind->may_own (owner, part, error));
}

/**
 * cvn_writer_check_final:
 * @before: (nullable): the record as it is; NULL for a new one
 * @after: (nullable): as it shall be; NULL when it is deleted
 *
 * What has left the house is not changed, deleted or added to, not even by an undo: %CVN_ERROR_FINAL. An import, or another
 * desk, brings documents with their parts as they were sent elsewhere.
 */
gboolean
cvn_writer_check_final (CvnWriter *self,
                        CvnRecord *before,
                        CvnRecord *after,
                        GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (before != NULL ? before : after);

  if (before != NULL && kind->may_change != NULL && !kind->may_change (before, after, error))
    return FALSE;
  if (kind->owner == NULL || (before == NULL && (self->action == CVN_ACTION_IMPORT || self->action == CVN_ACTION_SYNC)))
    return TRUE;
  return (before == NULL || check_owner (self, before, error)) && (after == NULL || check_owner (self, after, error));
}

static gboolean
count_users (CvnWriter      *self,
             const CvnKind  *kind,
             const CvnField *field,
             const char     *id,
             gint64         *n,
             GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE \"%s\" = ?1", kind->name, field->name);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, id);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  *n = has_row ? cvn_statement_get_integer (statement, 0) : 0;
  return TRUE;
}

static gboolean
check_not_used_by (CvnWriter     *self,
                   CvnRecord     *record,
                   const CvnKind *user,
                   GError       **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);

  for (guint i = 0; i < user->n_fields; i++)
    {
      gint64 n = 0;

      if (g_strcmp0 (user->fields[i].refers_to, kind->name) != 0)
        continue;
      if (!count_users (self, user, &user->fields[i], cvn_record_get_id (record), &n, error))
        return FALSE;
      if (n == 0)
        continue;
      g_set_error (error, CVN_ERROR, CVN_ERROR_IN_USE,
                   g_dngettext (GETTEXT_PACKAGE, "This record cannot be deleted: %d record in the register “%s” refers to it.",
                                "This record cannot be deleted: %d records in the register “%s” refer to it.", (gulong) n),
                   (int) n, _(user->label_plural));
      return FALSE;
    }
  return TRUE;
}

/** cvn_writer_check_unused: whether nobody refers to @record; %CVN_ERROR_IN_USE says who does. */
gboolean
cvn_writer_check_unused (CvnWriter *self,
                         CvnRecord *record,
                         GError   **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (!check_not_used_by (self, record, kinds[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_not_used (CvnWriter *self,
                CvnRecord *record,
                GError   **error)
{
  gboolean there = FALSE;

  return is_there (self, cvn_record_get_kind (record), cvn_record_get_id (record), &there, error) &&
         (there || cvn_writer_check_unused (self, record, error));
}

/** cvn_writer_check_deleted: whether nobody refers to what was deleted; %CVN_ERROR_IN_USE says who does. At the end of the change set. */
gboolean
cvn_writer_check_deleted (CvnWriter *self,
                          GError   **error)
{
  for (guint i = 0; i < self->deleted->len; i++)
    if (!check_not_used (self, self->deleted->pdata[i], error))
      return FALSE;
  return TRUE;
}
