/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-conflict"

#include "cvn-conflict.h"

#include "cvn-centre-private.h"
#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-revision.h"
#include "cvn-sync-state.h"

#include <glib/gi18n-lib.h>

static void
clear_field (CvnConflictField *field)
{
  g_free (field->original);
  g_free (field->shown);
  g_free (field->other);
  cvn_value_clear (&field->other_value);
}

/** cvn_conflict_free: frees it. */
void
cvn_conflict_free (CvnConflict *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_free (self->title);
  g_free (self->shown_author);
  g_free (self->other_author);
  g_array_unref (self->fields);
  g_free (self);
}

static char *
format_value (CvnReader      *reader,
              const CvnField *field,
              const CvnValue *value)
{
  const CvnKind *target = field->refers_to != NULL ? cvn_kind_find (field->refers_to) : NULL;
  char          *text = NULL;

  if (cvn_value_is_none (value))
    return g_strdup (_("(empty)"));
  if (target != NULL)
    text = cvn_reader_dup_title (reader, target, value->text, cvn_interface_language ());
  return text != NULL ? text : cvn_field_format (field, value, cvn_interface_language ());
}

static CvnRecord *
read_version (const char *body,
              const char *document,
              char      **author)
{
  const char    *id;
  const CvnKind *kind = cvn_document_parse_id (document, &id);
  g_autoptr (CvnDocument) content = body != NULL ? cvn_document_parse (body, NULL) : NULL;

  if (content != NULL && author != NULL)
    *author = cvn_document_dup_mark (content, "author");
  return content != NULL && kind != NULL ? cvn_document_to_record (content, kind, id, NULL) : NULL;
}

static void
add_field (CvnConflict *self,
           CvnReader   *reader,
           guint        i,
           CvnRecord   *original,
           CvnRecord   *other)
{
  const CvnField  *field = &cvn_record_get_kind (self->record)->fields[i];
  CvnConflictField row = { field->name, field->label, NULL, NULL, NULL, CVN_VALUE_INIT };

  if (cvn_value_equal (cvn_record_get_value (self->record, i), cvn_record_get_value (other, i)))
    return;
  row.original = original != NULL ? format_value (reader, field, cvn_record_get_value (original, i)) : NULL;
  row.shown = format_value (reader, field, cvn_record_get_value (self->record, i));
  row.other = format_value (reader, field, cvn_record_get_value (other, i));
  cvn_value_copy (cvn_record_get_value (other, i), &row.other_value);
  g_array_append_val (self->fields, row);
}

static gpointer
load (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const char *document = data;
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (reader, document, error);
  CvnSyncLeaf     *first = leaves != NULL && leaves->len > 1 ? leaves->pdata[0] : NULL;
  CvnSyncLeaf     *second = first != NULL ? leaves->pdata[1] : NULL;
  CvnConflict     *self = g_new0 (CvnConflict, 1);
  g_autofree char *hash = NULL;
  gint64           gen = second != NULL ? cvn_revision_find_common (first, second, &hash) : 0;
  g_autofree char *body = gen > 0 ? cvn_sync_leaf_dup_former (reader, document, gen, hash) : NULL;
  g_autoptr (CvnRecord) original = read_version (body, document, NULL);
  g_autoptr (CvnRecord) other = second != NULL ? read_version (second->body, document, &self->other_author) : NULL;

  self->fields = g_array_new (FALSE, TRUE, sizeof (CvnConflictField));
  g_array_set_clear_func (self->fields, (GDestroyNotify) clear_field);
  self->record = first != NULL ? read_version (first->body, document, &self->shown_author) : NULL;
  if (self->record == NULL || other == NULL)
    {
      cvn_conflict_free (self);
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("Somebody has chosen already."));
      return NULL;
    }
  self->title = cvn_reader_dup_record_title (reader, self->record, cvn_interface_language ());
  for (guint i = 0; i < cvn_record_get_kind (self->record)->n_fields; i++)
    add_field (self, reader, i, original, other);
  return self;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError      *error = NULL;
  CvnConflict *conflict = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (conflict == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, conflict, (GDestroyNotify) cvn_conflict_free);
}

/** cvn_conflict_load_async: reads the versions of @document that are to be chosen between. */
void
cvn_conflict_load_async (CvnCentre          *centre,
                         const char         *document,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask    *task = g_task_new (centre, cancellable, callback, user_data);
  CvnStore *store = cvn_centre_get_store (centre);

  g_task_set_source_tag (task, cvn_conflict_load_async);
  g_return_if_fail (store != NULL);
  cvn_store_read_async (store, load, g_strdup (document), g_free, (GDestroyNotify) cvn_conflict_free, cancellable, loaded_cb, task);
}

/** cvn_conflict_load_finish: (transfer full) (nullable): the conflict; %CVN_ERROR_NOT_FOUND when there is none any more. */
CvnConflict *
cvn_conflict_load_finish (GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
choose (CvnWriter    *writer,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  CvnRecord *record = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *author = cvn_sync_state_dup (cvn_writer_get_reader (writer), CVN_SYNC_AUTHOR);
  g_autofree char *document = cvn_document_make_id (cvn_record_get_kind (record), cvn_record_get_id (record));
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, at, FALSE);
  return cvn_replica_capture (&replica, error) && cvn_replica_choose (&replica, document, record, author, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError  *error = NULL;
  CvnSync *sync = cvn_centre_get_sync (g_task_get_source_object (task));

  cvn_store_write_finish (CVN_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (sync != NULL)
    cvn_sync_now (sync);
  g_task_return_boolean (task, TRUE);
}

/**
 * cvn_conflict_choose_async:
 * @take_other: for each field of the conflict, whether the other value shall hold
 *
 * Writes what was chosen as a change set that can be undone, and ends the conflict everywhere.
 */
void
cvn_conflict_choose_async (CvnCentre          *centre,
                           CvnConflict        *conflict,
                           const gboolean     *take_other,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask         *task = g_task_new (centre, NULL, callback, user_data);
  CvnRecord     *chosen = cvn_record_copy (conflict->record);
  const CvnKind *kind = cvn_record_get_kind (chosen);

  g_task_set_source_tag (task, cvn_conflict_choose_async);
  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const CvnConflictField *field = &g_array_index (conflict->fields, CvnConflictField, i);

      if (take_other[i])
        cvn_record_set_value (chosen, (guint) cvn_kind_find_field (kind, field->name), &field->other_value);
    }
  cvn_store_write_async (cvn_centre_get_store (centre), CVN_ACTION_SETTLE, kind, conflict->title, choose, chosen, g_object_unref, NULL, chosen_cb, task);
}

/** cvn_conflict_choose_finish: whether it was written. */
gboolean
cvn_conflict_choose_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
