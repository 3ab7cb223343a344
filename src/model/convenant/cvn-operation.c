/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-operation"

#include "cvn-operation-private.h"

#include "cvn-centre-private.h"
#include "cvn-error.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

struct _CvnOperation
{
  gatomicrefcount          references;
  const CvnOperationClass *klass;
  gpointer                 data;
  char                    *id;
  char                    *subject;
};

/**
 * cvn_operation_new:
 * @klass: what it does, for ever
 * @data: for @klass, transfer full
 * @id: (nullable): of the record that it makes or changes; NULL for none
 *
 * Returns: (transfer full): an operation that was not carried out yet
 */
CvnOperation *
cvn_operation_new (const CvnOperationClass *klass,
                   gpointer                 data,
                   const char              *id)
{
  CvnOperation *self = g_new0 (CvnOperation, 1);

  g_atomic_ref_count_init (&self->references);
  self->klass = klass;
  self->data = data;
  self->id = g_strdup (id);
  return self;
}

/** cvn_operation_get_class: for operations made of others: what @self is made of. */
const CvnOperationClass *
cvn_operation_get_class (CvnOperation *self)
{
  return self->klass;
}

/** cvn_operation_ref: takes one more reference; any thread. */
CvnOperation *
cvn_operation_ref (CvnOperation *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/** cvn_operation_unref: gives a reference back; any thread. */
void
cvn_operation_unref (CvnOperation *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  self->klass->destroy (self->data);
  g_free (self->id);
  g_free (self->subject);
  g_free (self);
}

/** cvn_operation_get_id: (nullable): the id of the record that it makes or changes, known beforehand; owned by the operation. */
const char *
cvn_operation_get_id (CvnOperation *self)
{
  return self->id;
}

/** cvn_operation_set_subject: what it is done to, for the undo button and the history: a name; before it is run. */
void
cvn_operation_set_subject (CvnOperation *self,
                           const char   *subject)
{
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

/** cvn_operation_has_preview: whether it can say what it would do. */
gboolean
cvn_operation_has_preview (CvnOperation *self)
{
  return self->klass->preview != NULL;
}

/** cvn_operation_preview: (transfer full): what it would do; NULL with the refusal that running it would give. A reader's thread. */
CvnTable *
cvn_operation_preview (CvnOperation *self,
                       CvnReader    *reader,
                       GError      **error)
{
  g_return_val_if_fail (self->klass->preview != NULL, NULL);
  return self->klass->preview (reader, self->data, error);
}

/** cvn_operation_write: does it within a change set that is being written; the writer's thread. */
gboolean
cvn_operation_write (CvnOperation *self,
                     CvnWriter    *writer,
                     GError      **error)
{
  return self->klass->write (writer, self->data, error);
}

static gpointer
read_preview (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return cvn_operation_preview (data, reader, error);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError   *error = NULL;
  CvnTable *table = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, table, (GDestroyNotify) cvn_table_unref);
}

/** cvn_operation_preview_async: as cvn_operation_preview(), from the main thread. */
void
cvn_operation_preview_async (CvnOperation       *self,
                             CvnCentre          *centre,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (centre, cancellable, callback, user_data);

  g_return_if_fail (self->klass->preview != NULL);
  g_task_set_source_tag (task, cvn_operation_preview_async);
  if (cvn_centre_get_store (centre) == NULL)
    {
      g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("No centre is open."));
      return;
    }
  cvn_store_read_async (cvn_centre_get_store (centre), read_preview, cvn_operation_ref (self), (GDestroyNotify) cvn_operation_unref,
                        (GDestroyNotify) cvn_table_unref, cancellable, previewed_cb, g_steal_pointer (&task));
}

/** cvn_operation_preview_finish: (transfer full): the table; NULL with @error. */
CvnTable *
cvn_operation_preview_finish (CvnCentre    *centre,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, centre), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
write_operation (CvnWriter    *writer,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  return cvn_operation_write (data, writer, error);
}

/** cvn_operation_run_async: does it as one step that can be undone; the refusal comes with cvn_centre_finish(). */
void
cvn_operation_run_async (CvnOperation       *self,
                         CvnCentre          *centre,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  CvnCentreWrite write = { self->klass->action, cvn_kind_find (self->klass->kind), self->subject,
                           write_operation, cvn_operation_ref (self), (GDestroyNotify) cvn_operation_unref };

  cvn_centre_write_async (centre, &write, cancellable, callback, user_data);
}

/** cvn_operation_run: as cvn_operation_run_async(), waiting for the disk: for the command line and tests. Returns: the number of the journal entry, or 0. */
gint64
cvn_operation_run (CvnOperation *self,
                   CvnStore     *store,
                   GError      **error)
{
  return cvn_store_write (store, self->klass->action, cvn_kind_find (self->klass->kind), self->subject, write_operation, self, error);
}
