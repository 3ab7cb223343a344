/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-centre-write"

#include "cvn-centre-access.h"
#include "cvn-centre-private.h"

#include "cvn-error.h"
#include "cvn-event-operations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  CvnCentre *self = g_task_get_source_object (task);
  GError    *error = NULL;
  gint64     no = cvn_store_write_finish (CVN_STORE (source), result, &error);

  cvn_centre_count_write (self, -1);
  if (error == NULL)
    {
      g_task_return_int (task, (gssize) no);
      return;
    }
  /* What cannot be undone has been set aside. */
  cvn_centre_update_steps (self);
  g_task_return_error (task, error);
}

/* A task for one write; NULL when nothing may be written, which the callback is told. */
static GTask *
begin_write (CvnCentre          *self,
             gpointer            tag,
             GCancellable       *cancellable,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (cvn_centre_get_store (self) == NULL)
    {
      g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("No centre is open."));
      return NULL;
    }
  if (cvn_centre_is_reader (self))
    {
      g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_READ_ONLY, _("Your account reads along and changes nothing. Who runs the server gives the roles."));
      return NULL;
    }
  if (cvn_centre_is_looking (self))
    {
      g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_READ_ONLY, _("A board member looks and changes nothing. The role can be changed in the preferences."));
      return NULL;
    }
  cvn_centre_count_write (self, 1);
  return g_steal_pointer (&task);
}

/* An event has publications, tasks and more that go with it. */
static void
save_event (CvnCentre          *self,
            CvnChangeSet       *changes,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (CvnOperation) operation = cvn_event_save_new (changes, cvn_centre_get_today (self));

  cvn_operation_set_subject (operation, cvn_change_set_get_subject (changes));
  cvn_operation_run_async (operation, self, cancellable, callback, user_data);
}

/** cvn_centre_apply_async: writes @changes, with what goes with them, as one step that can be undone. */
void
cvn_centre_apply_async (CvnCentre          *self,
                        CvnChangeSet       *changes,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task;

  if (strcmp (cvn_change_set_get_kind (changes)->name, "event") == 0)
    {
      save_event (self, changes, cancellable, callback, user_data);
      return;
    }
  task = begin_write (self, cvn_centre_apply_async, cancellable, callback, user_data);
  if (task != NULL)
    cvn_store_apply_async (cvn_centre_get_store (self), changes, cancellable, written_cb, task);
}

/** cvn_centre_write_async: has @write done as one step that can be undone; its data is freed also when there is no file. */
void
cvn_centre_write_async (CvnCentre            *self,
                        const CvnCentreWrite *write,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  GTask *task = begin_write (self, cvn_centre_write_async, cancellable, callback, user_data);

  if (task != NULL)
    cvn_store_write_async (cvn_centre_get_store (self), write->action, write->kind, write->subject, write->func, write->data, write->destroy,
                           cancellable, written_cb, task);
  else
    write->destroy (write->data);
}

/** cvn_centre_undo_async: takes the last step back; one that cannot be taken back is set aside, and the error says why: see cvn_store_undo_async(). */
void
cvn_centre_undo_async (CvnCentre          *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task = begin_write (self, cvn_centre_undo_async, cancellable, callback, user_data);

  if (task != NULL)
    cvn_store_undo_async (cvn_centre_get_store (self), cancellable, written_cb, task);
}

/** cvn_centre_redo_async: does again what was taken back. */
void
cvn_centre_redo_async (CvnCentre          *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task = begin_write (self, cvn_centre_redo_async, cancellable, callback, user_data);

  if (task != NULL)
    cvn_store_redo_async (cvn_centre_get_store (self), cancellable, written_cb, task);
}

/** cvn_centre_finish: the number of the journal entry, 0 when nothing changed, -1 with @error. */
gint64
cvn_centre_finish (CvnCentre    *self,
                   GAsyncResult *result,
                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return g_task_propagate_int (G_TASK (result), error);
}
