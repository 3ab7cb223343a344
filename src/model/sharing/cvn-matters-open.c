/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-matters-open"

#include "cvn-matters-open.h"

#include "cvn-centre-private.h"
#include "cvn-document.h"
#include "cvn-sync-matters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *code;
  const char *text;
} notices[] = {
  { "deleted-elsewhere", N_("Somebody deleted this record while you changed it. It was kept, with your changes.") },
  { "edited-elsewhere", N_("You deleted this record while somebody changed it. It came back, with the changes.") },
  { "kept-in-use", N_("This record was deleted elsewhere, but others here refer to it. It came back.") },
  { "kept-final", N_("Another program deleted this record, which may not be deleted. It came back.") },
  { "forbidden", N_("Somebody wrote what may be a citizen service number into this record. That version was not taken over: let it be taken out where it was written.") },
  { "file-lost", N_("The file of this document is not on the server any more. The colleague who attached it has it still.") },
  { "file-damaged", N_("What the server holds as the file of this document is not what was attached. It was left alone.") },
  { "file-forbidden", N_("The file of this document seems to hold a citizen service number. It was not taken over: let it be taken out where it was attached.") },
  { "unreadable", N_("The server holds this document in a form that cannot be read safely. It was left alone.") },
};

/** cvn_open_matter_free: frees it. */
void
cvn_open_matter_free (CvnOpenMatter *self)
{
  g_free (self->document);
  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static CvnOpenMatter *
add (GPtrArray    *matters,
     CvnReader    *reader,
     CvnMatterSort sort,
     const char   *document,
     const char   *text)
{
  CvnOpenMatter *matter = g_new0 (CvnOpenMatter, 1);
  const char    *id;

  matter->sort = sort;
  matter->document = g_strdup (document);
  matter->kind = cvn_document_parse_id (document, &id);
  matter->id = g_strdup (id);
  if (matter->kind != NULL)
    matter->title = cvn_reader_dup_title (reader, matter->kind, id, cvn_interface_language ());
  if (matter->title == NULL)
    matter->title = g_strdup (matter->kind != NULL ? _(matter->kind->label) : document);
  matter->text = g_strdup (text);
  g_ptr_array_add (matters, matter);
  return matter;
}

static char *
dup_waiting_text (const CvnSyncWaiting *waiting)
{
  if (strcmp (waiting->reason, "reference") == 0)
    return g_strdup (_("It refers to a record that has not come, or was deleted. It is taken over as soon as that is there."));
  return g_strdup_printf (_("The record here stays as it was until this is mended: %s"), waiting->message);
}

static const char *
find_notice (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    if (strcmp (notices[i].code, code) == 0)
      return _(notices[i].text);
  return code;
}

static void
add_waiting (GPtrArray *matters,
             CvnReader *reader)
{
  g_autoptr (GPtrArray) list = cvn_sync_waiting_list (reader, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      CvnSyncWaiting  *waiting = list->pdata[i];
      g_autofree char *text = dup_waiting_text (waiting);

      add (matters, reader, CVN_MATTER_WAITING, waiting->document, text);
    }
}

static void
add_refused (GPtrArray *matters,
             CvnReader *reader)
{
  g_autoptr (GPtrArray) list = cvn_sync_refused_list (reader, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      CvnSyncRefused  *refused = list->pdata[i];
      g_autofree char *text = g_strdup_printf (_("The server refused this change: %s"), refused->reason != NULL ? refused->reason : _("it gave no reason"));

      add (matters, reader, CVN_MATTER_REFUSED, refused->document, text);
    }
}

static gpointer
read_matters (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  GPtrArray *matters = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_open_matter_free);
  g_autoptr (GPtrArray) conflicts = cvn_sync_conflict_list (reader, NULL);
  g_autoptr (GPtrArray) list = cvn_sync_notice_list (reader, NULL);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    add (matters, reader, CVN_MATTER_CONFLICT, conflicts->pdata[i], _("Two people changed this record at the same time. Choose what holds."));
  add_waiting (matters, reader);
  add_refused (matters, reader);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      CvnSyncNotice *notice = list->pdata[i];

      add (matters, reader, CVN_MATTER_NOTICE, notice->document, find_notice (notice->code))->no = notice->no;
    }
  return matters;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError    *error = NULL;
  GPtrArray *matters = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (matters == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, matters, (GDestroyNotify) g_ptr_array_unref);
}

/** cvn_matters_open_async: reads what there is to look at; end with cvn_matters_open_finish(). */
void
cvn_matters_open_async (CvnCentre          *centre,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask    *task = g_task_new (centre, cancellable, callback, user_data);
  CvnStore *store = cvn_centre_get_store (centre);

  g_task_set_source_tag (task, cvn_matters_open_async);
  if (store == NULL)
    {
      g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  cvn_store_read_async (store, read_matters, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, read_cb, task);
}

/** cvn_matters_open_finish: (transfer full) (element-type CvnOpenMatter) (nullable): conflicts first. */
GPtrArray *
cvn_matters_open_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
dismiss (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  return cvn_sync_notice_remove (writer, (gint64) GPOINTER_TO_SIZE (data), error);
}

/** cvn_matters_open_dismiss: notice @no has been read. */
void
cvn_matters_open_dismiss (CvnCentre *centre,
                          gint64     no)
{
  CvnStore *store = cvn_centre_get_store (centre);

  if (store != NULL && !cvn_store_is_read_only (store))
    cvn_store_write_async (store, CVN_ACTION_SYNC, NULL, NULL, dismiss, GSIZE_TO_POINTER ((gsize) no), NULL, NULL, NULL, NULL);
}
