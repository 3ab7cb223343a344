/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-conflict"

#include "cvn-conflict.h"

#include "cvn-centre-private.h"
#include "cvn-error.h"
#include "cvn-money.h"
#include "cvn-replica.h"
#include "cvn-revision.h"
#include "cvn-sharing-private.h"
#include "cvn-sync-state.h"

#include <glib/gi18n-lib.h>

static void
clear_field (CvnConflictField *field)
{
  g_free (field->original);
  cvn_value_clear (&field->original_value);
  g_ptr_array_unref (field->texts);
}

static void
free_version (gpointer data)
{
  CvnConflictVersion *version = data;

  g_clear_object (&version->record);
  g_free (version->author);
  g_free (version->at);
  g_free (version);
}

/** cvn_conflict_free: frees it. */
void
cvn_conflict_free (CvnConflict *self)
{
  if (self == NULL)
    return;
  if (self->titles != NULL)
    for (guint i = 0; i < cvn_record_get_kind (self->record)->n_fields; i++)
      g_free (self->titles[i]);
  g_free (self->titles);
  g_clear_object (&self->record);
  g_free (self->document);
  g_free (self->title);
  g_ptr_array_unref (self->versions);
  g_array_unref (self->fields);
  g_free (self);
}

/** cvn_conflict_dup_author: (transfer full): whose @version is. */
char *
cvn_conflict_dup_author (const CvnConflictVersion *version)
{
  const gboolean named = version->author != NULL && *version->author != '\0';
  const char    *who = version->mine ? _("Mine") : named ? version->author
                                                          : _("Somebody else");

  /* Translators: who made a version, and which of theirs it is */
  return version->no > 0 ? g_strdup_printf (_("%1$s (%2$u)"), who, version->no) : g_strdup (who);
}

/** cvn_conflict_dup_who: (transfer full): whose @version is, and from when. */
char *
cvn_conflict_dup_who (const CvnConflictVersion *version)
{
  g_autofree char *who = cvn_conflict_dup_author (version);

  /* Translators: who made a version, and when */
  return version->at != NULL ? g_strdup_printf (_("%1$s, %2$s"), who, version->at) : g_steal_pointer (&who);
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
  if (field->type == CVN_FIELD_MONEY)
    return cvn_money_format_euro (value->integer, cvn_interface_language ());
  if (target != NULL)
    text = cvn_reader_dup_title (reader, target, value->text, cvn_interface_language ());
  return text != NULL ? text : cvn_field_format (field, value, cvn_interface_language ());
}

static CvnRecord *
read_body (const char  *body,
           const char  *document,
           CvnDocument *content)
{
  const char    *id;
  const CvnKind *kind = cvn_document_parse_id (document, &id);

  return body != NULL && content != NULL && kind != NULL ? cvn_document_to_record (content, kind, id, NULL) : NULL;
}

static void
add_version (CvnConflict       *self,
             const CvnSyncLeaf *leaf,
             const char        *own)
{
  g_autoptr (CvnDocument) content = leaf->body != NULL ? cvn_document_parse (leaf->body, NULL) : NULL;
  g_autoptr (CvnRecord) record = read_body (leaf->body, leaf->document, content);
  CvnConflictVersion *version;
  g_autofree char    *at = NULL;

  if (record == NULL)
    return;
  version = g_new0 (CvnConflictVersion, 1);
  at = cvn_document_dup_mark (content, "at");
  version->record = g_steal_pointer (&record);
  version->author = cvn_document_dup_mark (content, "author");
  version->at = cvn_sharing_dup_time (at);
  version->mine = version->author != NULL && g_strcmp0 (version->author, own) == 0;
  g_ptr_array_insert (self->versions, version->mine ? 0 : -1, version);
}

/* Somebody at two computers, or two people of one name: only a number tells their versions apart. */
static void
number_versions (CvnConflict *self)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      CvnConflictVersion *version = self->versions->pdata[i];
      guint               before = 0;
      guint               after = 0;

      for (guint j = 0; j < self->versions->len; j++)
        {
          const CvnConflictVersion *other = self->versions->pdata[j];

          if (j != i && g_strcmp0 (other->author, version->author) == 0)
            *(j < i ? &before : &after) += 1;
        }
      version->no = before + after > 0 ? before + 1 : 0;
    }
}

static gboolean
differs (CvnConflict *self,
         guint        i)
{
  for (guint v = 0; v < self->versions->len; v++)
    {
      const CvnConflictVersion *version = self->versions->pdata[v];

      if (!cvn_value_equal (cvn_record_get_value (self->record, i), cvn_record_get_value (version->record, i)))
        return TRUE;
    }
  return FALSE;
}

static void
add_field (CvnConflict *self,
           CvnReader   *reader,
           guint        i,
           CvnRecord   *original)
{
  const CvnField  *field = &cvn_record_get_kind (self->record)->fields[i];
  CvnConflictField row = { i, NULL, CVN_VALUE_INIT, NULL };

  if (!differs (self, i))
    return;
  row.texts = g_ptr_array_new_with_free_func (g_free);
  if (original != NULL)
    {
      row.original = format_value (reader, field, cvn_record_get_value (original, i));
      cvn_value_copy (cvn_record_get_value (original, i), &row.original_value);
    }
  for (guint v = 0; v < self->versions->len; v++)
    {
      const CvnConflictVersion *version = self->versions->pdata[v];

      g_ptr_array_add (row.texts, format_value (reader, field, cvn_record_get_value (version->record, i)));
    }
  g_array_append_val (self->fields, row);
}

static void
read_titles (CvnConflict *self,
             CvnReader   *reader)
{
  const CvnKind *kind = cvn_record_get_kind (self->record);

  self->title = cvn_reader_dup_record_title (reader, self->record, cvn_interface_language ());
  self->titles = g_new0 (char *, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnKind  *target = kind->fields[i].refers_to != NULL ? cvn_kind_find (kind->fields[i].refers_to) : NULL;
      const CvnValue *value = cvn_record_get_value (self->record, i);

      if (target != NULL && !cvn_value_is_none (value))
        self->titles[i] = cvn_reader_dup_title (reader, target, value->text, cvn_interface_language ());
    }
}

/* What the first two had in common; with more than two it is the likeliest beginning. */
static CvnRecord *
read_original (CvnReader *reader,
               GPtrArray *leaves)
{
  const CvnSyncLeaf *first = leaves->pdata[0];
  g_autofree char   *hash = NULL;
  gint64             gen = cvn_revision_find_common (first, leaves->pdata[1], &hash);
  g_autofree char   *body = gen > 0 ? cvn_sync_leaf_dup_former (reader, first->document, gen, hash) : NULL;
  g_autoptr (CvnDocument) content = body != NULL ? cvn_document_parse (body, NULL) : NULL;

  return read_body (body, first->document, content);
}

/* Those that were deleted are chosen against already. */
static GPtrArray *
list_live (CvnReader  *reader,
           const char *document,
           GError    **error)
{
  GPtrArray *leaves = cvn_sync_leaf_list (reader, document, error);

  for (guint i = leaves != NULL ? leaves->len : 0; i > 0; i--)
    if (((CvnSyncLeaf *) leaves->pdata[i - 1])->deleted)
      g_ptr_array_remove_index (leaves, i - 1);
  return leaves;
}

static gboolean
fill (CvnConflict *self,
      CvnReader   *reader,
      GError     **error)
{
  g_autoptr (GPtrArray) leaves = list_live (reader, self->document, error);
  g_autofree char *own = cvn_sync_state_dup (reader, CVN_SYNC_AUTHOR);
  g_autoptr (CvnRecord) original = NULL;

  if (leaves == NULL)
    return FALSE;
  for (guint i = 0; i < leaves->len && leaves->len > 1; i++)
    {
      const guint n = self->versions->len;

      add_version (self, leaves->pdata[i], own);
      /* The first leaf is the one that every desk shows. */
      if (i == 0 && self->versions->len > n)
        self->record = cvn_record_copy (((CvnConflictVersion *) self->versions->pdata[0])->record);
    }
  if (self->record == NULL || self->versions->len < 2)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("Somebody has chosen already."));
      return FALSE;
    }
  number_versions (self);
  original = read_original (reader, leaves);
  self->original = original != NULL;
  read_titles (self, reader);
  for (guint i = 0; i < cvn_record_get_kind (self->record)->n_fields; i++)
    add_field (self, reader, i, original);
  return TRUE;
}

static gpointer
load (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (CvnConflict) self = g_new0 (CvnConflict, 1);

  self->document = g_strdup (data);
  self->versions = g_ptr_array_new_with_free_func (free_version);
  self->fields = g_array_new (FALSE, TRUE, sizeof (CvnConflictField));
  g_array_set_clear_func (self->fields, (GDestroyNotify) clear_field);
  return fill (self, reader, error) ? g_steal_pointer (&self) : NULL;
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
 * @chosen: the record as it shall be, copied
 *
 * Writes what was chosen as a change set that can be undone, and ends the conflict everywhere.
 */
void
cvn_conflict_choose_async (CvnCentre          *centre,
                           const CvnConflict  *conflict,
                           CvnRecord          *chosen,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (centre, NULL, callback, user_data);

  g_task_set_source_tag (task, cvn_conflict_choose_async);
  if (cvn_centre_is_read_only (centre) || !cvn_centre_is_open (centre))
    {
      g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_READ_ONLY, _("Who only reads along does not choose: a colleague has to."));
      return;
    }
  cvn_store_write_async (cvn_centre_get_store (centre), CVN_ACTION_SETTLE, cvn_record_get_kind (chosen), conflict->title, choose, cvn_record_copy (chosen), g_object_unref,
                         NULL, chosen_cb, g_steal_pointer (&task));
}

/** cvn_conflict_choose_finish: whether it was written. */
gboolean
cvn_conflict_choose_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
