/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-store-write"

#include "cvn-clock.h"
#include "cvn-error.h"
#include "cvn-marker.h"
#include "cvn-store-private.h"
#include "cvn-store-writer.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>

/* One change set: its transaction, its journal entry, its notice. */
typedef struct
{
  CvnStore       *store; /* borrowed from the task, or from the caller who waits */
  CvnJournalEntry entry;
  char           *subject;
  CvnWriteFunc    func;
  gpointer        data;
  GDestroyNotify  destroy;
  GCancellable   *cancellable;
  gboolean        reverses; /* an undo or redo: func is not used */
  CvnUndoTop      top;      /* what it reverses */
  gint64          no;
  GError         *error;
} WriteJob;

static void
clear_job (WriteJob *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job->subject);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  cvn_undo_top_clear (&job->top);
}

static void
free_job (gpointer data)
{
  clear_job (data);
  g_free (data);
}

static gboolean
look_at_top (WriteJob *job,
             CvnDb    *db,
             GError  **error)
{
  gboolean redo = job->entry.action == CVN_ACTION_REDO;

  if (!job->reverses)
    return TRUE;
  if (!cvn_undo_peek (db, redo, &job->top, error))
    return FALSE;
  if (job->top.journal_no == 0)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, redo ? _("There is nothing to redo.") : _("There is nothing to undo."));
      return FALSE;
    }
  job->entry.kind = job->top.kind;
  job->entry.subject = job->top.subject;
  job->entry.reverses = job->top.journal_no;
  return TRUE;
}

static gboolean
run_func (WriteJob  *job,
          CvnWriter *writer,
          GError   **error)
{
  GError *failure = NULL;

  if (job->reverses)
    return cvn_undo_reverse (writer, job->top.journal_no, error);
  if (job->func (writer, job->data, job->cancellable, &failure) && failure == NULL)
    return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
  if (failure == NULL)
    g_set_error_literal (&failure, CVN_ERROR, CVN_ERROR_FAILED, _("The change could not be made."));
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
keep_stacks (WriteJob *job,
             CvnDb    *db,
             GError  **error)
{
  if (job->reverses)
    return cvn_undo_move (db, job->entry.action == CVN_ACTION_REDO, &job->top, job->no, error);
  /* What came from another desk is undone there. */
  return job->no == 0 || job->entry.action == CVN_ACTION_SYNC || cvn_undo_push (db, job->no, error);
}

static gboolean
commit (WriteJob *job,
        CvnDb    *db,
        GError  **error)
{
  cvn_db_set_cancellable (db, NULL);
  if (cvn_db_execute (db, error, "COMMIT", ""))
    return TRUE;
  /* What the row should have come back to is gone since: see cvn_undo_reverse(). */
  if (job->reverses && error != NULL && g_error_matches (*error, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE))
    (*error)->code = CVN_ERROR_CONFLICT;
  return FALSE;
}

static gboolean
run_transaction (WriteJob   *job,
                 CvnDb      *db,
                 CvnWriter **writer,
                 char      **hash,
                 GError    **error)
{
  cvn_db_set_cancellable (db, job->cancellable);
  /* Every reference in the schema is looked at when the transaction ends; to say so here again would make SQLite compile anew
   * all that the connection keeps. */
  return cvn_db_execute (db, error, "BEGIN IMMEDIATE", "") &&
         look_at_top (job, db, error) &&
         (*writer = cvn_writer_begin (db, &job->entry, error)) != NULL &&
         run_func (job, *writer, error) &&
         cvn_writer_finish (*writer, &job->no, hash, error) &&
         keep_stacks (job, db, error) &&
         commit (job, db, error);
}

static CvnChangeNotice *
make_notice (WriteJob  *job,
             CvnWriter *writer)
{
  CvnChangeNotice *notice = g_new0 (CvnChangeNotice, 1);

  notice->no = job->no;
  notice->action = job->entry.action;
  notice->kind = job->entry.kind;
  notice->subject = g_strdup (job->entry.subject);
  notice->kinds = writer->kinds;
  notice->n_records = writer->n_records;
  if (writer->ids->len <= CVN_WRITER_MAX_IDS)
    notice->ids = g_ptr_array_ref (writer->ids);
  return notice;
}

static void
tell (WriteJob   *job,
      CvnWriter  *writer,
      CvnDb      *db,
      const char *hash)
{
  cvn_store_load_state (job->store, db, NULL);
  if (job->no == 0)
    return;
  cvn_marker_write (job->store->path, job->no, hash);
  cvn_store_queue_notice (job->store, make_notice (job, writer));
}

/*
 * What has left the house, or what others have built on since, will not be undone later either: it must not stand in the way
 * of the steps before it. A disk that fails is no reason.
 */
static void
set_aside (WriteJob *job,
           CvnDb    *db)
{
  if (!job->reverses || job->entry.action != CVN_ACTION_UNDO ||
      !(g_error_matches (job->error, CVN_ERROR, CVN_ERROR_FINAL) || g_error_matches (job->error, CVN_ERROR, CVN_ERROR_CONFLICT)))
    return;
  if (cvn_undo_set_aside (db, &job->top, NULL))
    cvn_store_load_state (job->store, db, NULL);
}

static void
run_in_context (WriteJob         *job,
                CvnWriterContext *context)
{
  g_autofree char *at = cvn_clock_dup_now ();
  g_autofree char *hash = NULL;
  CvnWriter       *writer = NULL;
  gboolean         done;

  job->entry.at = at;
  job->entry.actor = job->store->actor;
  done = run_transaction (job, context->db, &writer, &hash, &job->error);
  cvn_db_set_cancellable (context->db, NULL);
  if (!done)
    job->no = 0;
  if (cvn_db_is_in_transaction (context->db))
    {
      g_clear_pointer (&writer, cvn_writer_free);
      cvn_db_run_script (context->db, "ROLLBACK", NULL);
    }
  if (done && writer != NULL)
    tell (job, writer, context->db, hash);
  g_clear_pointer (&writer, cvn_writer_free);
  if (done)
    return;
  set_aside (job, context->db);
  cvn_writer_context_note_error (context, job->error);
}

static void
count_writing (CvnStore *self,
               int       n)
{
  g_mutex_lock (&self->mutex);
  self->n_writing += (guint) n;
  g_mutex_unlock (&self->mutex);
  cvn_store_queue_notice (self, NULL);
}

static void
run_write (gpointer thread_context,
           gpointer data)
{
  CvnWriterContext *context = thread_context;
  WriteJob         *job = data;

  if (!g_cancellable_set_error_if_cancelled (job->cancellable, &job->error) && cvn_writer_context_prepare (context, &job->error))
    run_in_context (job, context);
  count_writing (job->store, -1);
}

static void
run_write_task (gpointer thread_context,
                gpointer data)
{
  g_autoptr (GTask) task = data;
  WriteJob *job = g_task_get_task_data (task);

  run_write (thread_context, job);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_int (task, (gssize) job->no);
}

static void
push (CvnStore           *self,
      WriteJob           *job,
      gpointer            tag,
      GCancellable       *cancellable,
      GAsyncReadyCallback callback,
      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  job->store = self;
  g_set_object (&job->cancellable, cancellable);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, free_job);
  if (self->writer == NULL)
    {
      GError *error = NULL;

      cvn_store_set_closed_error (&error);
      g_task_return_error (task, error);
      return;
    }
  count_writing (self, 1);
  cvn_worker_push (self->writer, run_write_task, g_steal_pointer (&task));
}

static gint64
run_and_wait (CvnStore *self,
              WriteJob *job,
              GError  **error)
{
  gint64 no;

  job->store = self;
  if (self->writer == NULL)
    {
      cvn_store_set_closed_error (&job->error);
    }
  else
    {
      count_writing (self, 1);
      cvn_worker_run (self->writer, run_write, job);
    }
  no = job->no;
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  clear_job (job);
  return no;
}

static void
fill_job (WriteJob      *job,
          CvnAction      action,
          const CvnKind *kind,
          const char    *subject,
          CvnWriteFunc   func,
          gpointer       data,
          GDestroyNotify destroy)
{
  job->subject = g_strdup (subject);
  job->entry.action = action;
  job->entry.kind = kind;
  job->entry.subject = job->subject;
  job->func = func;
  job->data = data;
  job->destroy = destroy;
}

/**
 * cvn_store_write_async:
 * @action: what is done, @kind and @subject to what: for the undo button and the history; the latter two may be NULL
 * @func: runs on the writer's thread with an open transaction; returns FALSE and sets the error to leave the file as it was
 * @data: for @func, freed with @destroy
 * @cancellable: (nullable): cancelling takes everything back
 *
 * Writes one change set. The signal "changed" comes before @callback.
 */
void
cvn_store_write_async (CvnStore           *self,
                       CvnAction           action,
                       const CvnKind      *kind,
                       const char         *subject,
                       CvnWriteFunc        func,
                       gpointer            data,
                       GDestroyNotify      destroy,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  WriteJob *job;

  g_return_if_fail (CVN_IS_STORE (self));
  g_return_if_fail (func != NULL);

  job = g_new0 (WriteJob, 1);
  fill_job (job, action, kind, subject, func, data, destroy);
  push (self, job, cvn_store_write_async, cancellable, callback, user_data);
}

/** cvn_store_write_finish: for all writing: the number of the journal entry; 0 with @error set, or without when nothing changed. */
gint64
cvn_store_write_finish (CvnStore     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  gssize no;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  no = g_task_propagate_int (G_TASK (result), error);
  return MAX (no, 0);
}

/** cvn_store_write: as cvn_store_write_async(), waiting for the disk: for the command line and tests, not for a main loop. */
gint64
cvn_store_write (CvnStore      *self,
                 CvnAction      action,
                 const CvnKind *kind,
                 const char    *subject,
                 CvnWriteFunc   func,
                 gpointer       data,
                 GError       **error)
{
  WriteJob job = { 0 };

  g_return_val_if_fail (CVN_IS_STORE (self), 0);
  g_return_val_if_fail (func != NULL, 0);

  fill_job (&job, action, kind, subject, func, data, NULL);
  return run_and_wait (self, &job, error);
}

static gboolean
apply_changes (CvnWriter    *writer,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return cvn_writer_apply (writer, data, error);
}

static void
fill_apply_job (WriteJob     *job,
                CvnChangeSet *changes)
{
  fill_job (job, cvn_change_set_get_action (changes), cvn_change_set_get_kind (changes), cvn_change_set_get_subject (changes),
            apply_changes, cvn_change_set_ref (changes), (GDestroyNotify) cvn_change_set_unref);
}

/** cvn_store_apply_async: writes @changes (see cvn_writer_apply()); end with cvn_store_write_finish(). */
void
cvn_store_apply_async (CvnStore           *self,
                       CvnChangeSet       *changes,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  WriteJob *job;

  g_return_if_fail (CVN_IS_STORE (self));

  job = g_new0 (WriteJob, 1);
  fill_apply_job (job, changes);
  push (self, job, cvn_store_apply_async, cancellable, callback, user_data);
}

/** cvn_store_apply: as cvn_store_apply_async(), waiting. */
gint64
cvn_store_apply (CvnStore     *self,
                 CvnChangeSet *changes,
                 GError      **error)
{
  WriteJob job = { 0 };

  g_return_val_if_fail (CVN_IS_STORE (self), 0);

  fill_apply_job (&job, changes);
  return run_and_wait (self, &job, error);
}

static void
fill_reverse_job (WriteJob *job,
                  CvnAction action)
{
  job->entry.action = action;
  job->reverses = TRUE;
}

static void
reverse_async (CvnStore           *self,
               CvnAction           action,
               gpointer            tag,
               GCancellable       *cancellable,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  WriteJob *job = g_new0 (WriteJob, 1);

  fill_reverse_job (job, action);
  push (self, job, tag, cancellable, callback, user_data);
}

/**
 * cvn_store_undo_async:
 *
 * Takes the last change set back as a change set of its own, ids and places included. %CVN_ERROR_CONFLICT when something in
 * it has been changed since, %CVN_ERROR_FINAL when it has left the house: it is then set aside, so that the next undo is about
 * the change set before it. %CVN_ERROR_NOT_FOUND when there is nothing to undo. End with cvn_store_write_finish().
 */
void
cvn_store_undo_async (CvnStore           *self,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (CVN_IS_STORE (self));
  reverse_async (self, CVN_ACTION_UNDO, cvn_store_undo_async, cancellable, callback, user_data);
}

/** cvn_store_redo_async: does again what was undone last; as cvn_store_undo_async(). */
void
cvn_store_redo_async (CvnStore           *self,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (CVN_IS_STORE (self));
  reverse_async (self, CVN_ACTION_REDO, cvn_store_redo_async, cancellable, callback, user_data);
}

static gint64
reverse (CvnStore *self,
         CvnAction action,
         GError  **error)
{
  WriteJob job = { 0 };

  fill_reverse_job (&job, action);
  return run_and_wait (self, &job, error);
}

/** cvn_store_undo: as cvn_store_undo_async(), waiting. */
gint64
cvn_store_undo (CvnStore *self,
                GError  **error)
{
  g_return_val_if_fail (CVN_IS_STORE (self), 0);
  return reverse (self, CVN_ACTION_UNDO, error);
}

/** cvn_store_redo: as cvn_store_redo_async(), waiting. */
gint64
cvn_store_redo (CvnStore *self,
                GError  **error)
{
  g_return_val_if_fail (CVN_IS_STORE (self), 0);
  return reverse (self, CVN_ACTION_REDO, error);
}
