/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer-rows"

#include "cvn-error.h"
#include "cvn-kind-sql.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** cvn_writer_get_kind: what the writer keeps of @kind. */
CvnWriterKind *
cvn_writer_get_kind (CvnWriter     *self,
                     const CvnKind *kind)
{
  CvnWriterKind *found = self->last;

  if (found != NULL && found->kind == kind)
    return found;
  found = g_hash_table_lookup (self->by_kind, kind);
  if (found == NULL)
    {
      found = g_new0 (CvnWriterKind, 1);
      found->kind = kind;
      found->index = cvn_kind_get_index (kind);
      found->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      found->targets = g_new0 (const CvnKind *, kind->n_fields);
      for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].refers_to != NULL)
          found->targets[i] = cvn_kind_find (kind->fields[i].refers_to);
      g_hash_table_insert (self->by_kind, (gpointer) (guintptr) kind, found);
    }
  self->last = found;
  return found;
}

/* Returns: the hash that the row carries. */
static guint64
bind_record (CvnStatement  *statement,
             const CvnKind *kind,
             CvnRecord     *record)
{
  gint64  seq = cvn_record_get_seq (record);
  guint64 hash = cvn_record_hash (record);

  if (seq != 0)
    cvn_statement_bind_integer (statement, 1, seq);
  else
    cvn_statement_bind_text (statement, 1, NULL);
  cvn_statement_bind_text (statement, 2, cvn_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    cvn_statement_bind_value (statement, (int) i + 3, cvn_record_get_value (record, i));
  cvn_statement_bind_text (statement, (int) kind->n_fields + 3, cvn_record_get_extra (record));
  cvn_statement_bind_integer (statement, (int) kind->n_fields + 4, (gint64) hash);
  return hash;
}

/* "UNIQUE constraint failed: organisation.code": the key comes first, and after it what it is unique with. */
static const CvnField *
find_field_at_fault (CvnWriter     *self,
                     const CvnKind *kind)
{
  const char      *dot = strchr (cvn_db_get_message (self->db), '.');
  g_autofree char *name = dot != NULL ? g_strndup (dot + 1, strcspn (dot + 1, ",")) : NULL;
  int              field = name != NULL ? cvn_kind_find_field (kind, name) : -1;

  return field >= 0 ? &kind->fields[field] : NULL;
}

/* Two records with one key, said in words that name the field and the value. */
static gboolean
explain (CvnWriter *self,
         CvnRecord *record,
         GError    *failure,
         GError   **error)
{
  const CvnKind   *kind = cvn_record_get_kind (record);
  const CvnField  *field;
  g_autofree char *shown = NULL;

  if (!g_error_matches (failure, CVN_ERROR, CVN_ERROR_NOT_UNIQUE) || (field = find_field_at_fault (self, kind)) == NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  shown = cvn_field_format (field, cvn_record_get_value (record, (guint) (field - kind->fields)), CVN_LANGUAGE_EN);
  g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_UNIQUE, _("There is a record with “%s” as its %s already; it must differ."), shown, _(field->label));
  cvn_error_set_field (error, field->name);
  return FALSE;
}

static gboolean
note (CvnWriter     *self,
      CvnWriterKind *kind,
      CvnRecord     *before,
      CvnRecord     *after,
      guint64        hash,
      GError       **error)
{
  cvn_kind_set_add_index (&self->kinds, kind->index);
  self->n_records++;
  if (self->ids->len <= CVN_WRITER_MAX_IDS)
    g_ptr_array_add (self->ids, g_strdup (cvn_record_get_id (after != NULL ? after : before)));
  cvn_summary_note (self->summary, before, after);
  cvn_search_index_note (self->search, before, after);
  if (before != NULL)
    cvn_reader_forget (self->reader);
  return cvn_journal_note (self->journal, before, after, hash, error);
}

/** cvn_writer_insert_row: adds a row; a record without a place is given the next one. */
gboolean
cvn_writer_insert_row (CvnWriter *self,
                       CvnRecord *record,
                       GError   **error)
{
  CvnWriterKind *kind = cvn_writer_get_kind (self, cvn_record_get_kind (record));
  GError        *failure = NULL;
  guint64        hash;

  if (kind->insert == NULL)
    kind->insert = cvn_db_prepare (self->db, cvn_kind_sql_get (kind->kind)->insert, error);
  if (kind->insert == NULL)
    return FALSE;
  hash = bind_record (kind->insert, kind->kind, record);
  if (!cvn_statement_run (kind->insert, &failure))
    return explain (self, record, failure, error);
  if (cvn_record_get_seq (record) == 0)
    cvn_record_set_seq (record, cvn_db_get_last_rowid (self->db));
  return note (self, kind, NULL, record, hash, error);
}

/** cvn_writer_update_row: writes @after, which has id and place of @before. */
gboolean
cvn_writer_update_row (CvnWriter *self,
                       CvnRecord *before,
                       CvnRecord *after,
                       GError   **error)
{
  CvnWriterKind *kind = cvn_writer_get_kind (self, cvn_record_get_kind (after));
  g_autoptr (CvnStatement) update = cvn_db_prepare (self->db, cvn_kind_sql_get (kind->kind)->update, error);
  GError *failure = NULL;
  guint64 hash;

  if (update == NULL)
    return FALSE;
  cvn_record_set_seq (after, cvn_record_get_seq (before));
  hash = bind_record (update, kind->kind, after);
  if (!cvn_statement_run (update, &failure))
    return explain (self, after, failure, error);
  return note (self, kind, before, after, hash, error);
}

/** cvn_writer_delete_row: takes the row of @before out. */
gboolean
cvn_writer_delete_row (CvnWriter *self,
                       CvnRecord *before,
                       GError   **error)
{
  CvnWriterKind *kind = cvn_writer_get_kind (self, cvn_record_get_kind (before));
  g_autoptr (CvnStatement) delete = cvn_db_prepare (self->db, cvn_kind_sql_get (kind->kind)->delete, error);

  if (delete == NULL)
    return FALSE;
  cvn_statement_bind_integer (delete, 1, cvn_record_get_seq (before));
  if (!cvn_statement_run (delete, error))
    return FALSE;
  g_hash_table_remove (kind->known, cvn_record_get_id (before));
  if ((kind->kind->flags & CVN_KIND_BULK) == 0)
    g_ptr_array_add (self->deleted, g_object_ref (before));
  return note (self, kind, before, NULL, 0, error);
}
