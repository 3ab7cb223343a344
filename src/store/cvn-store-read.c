/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-store-read"

#include "cvn-store-private.h"
#include "cvn-store-workers.h"

/* What the readers' threads have in common. */
typedef struct
{
  char     *path;
  CvnDbMode mode;
  CvnDb    *spare; /* open already: for the first that is asked something */
} Readers;

/* What a reader's thread works with: a connection of its own, opened at the first question. */
typedef struct
{
  Readers   *readers;
  CvnDb     *db;
  CvnReader *reader;
} ReaderContext;

typedef struct
{
  CvnReadFunc    func;
  gpointer       data;
  GDestroyNotify destroy;
  GDestroyNotify destroy_result;
  GCancellable  *cancellable;
  gpointer       result;
  GError        *error;
} ReadJob;

static gpointer
start (gpointer data)
{
  ReaderContext *context = g_new0 (ReaderContext, 1);

  context->readers = data;
  return context;
}

static void
end (gpointer data)
{
  ReaderContext *context = data;

  g_clear_pointer (&context->reader, cvn_reader_free);
  g_clear_pointer (&context->db, cvn_db_free);
  g_free (context);
}

static void
free_readers (gpointer data)
{
  Readers *readers = data;

  g_clear_pointer (&readers->spare, cvn_db_free);
  g_free (readers->path);
  g_free (readers);
}

static const CvnWorkerInterface reader_interface = { start, NULL, NULL, end };

/** cvn_store_start_readers: starts the threads that answer questions about the file @path; the first uses @db, which is taken over. */
CvnWorker *
cvn_store_start_readers (const char *path,
                         CvnDbMode   mode,
                         CvnDb      *db)
{
  Readers *readers = g_new0 (Readers, 1);

  readers->path = g_strdup (path);
  readers->mode = mode;
  readers->spare = db;
  return cvn_worker_new ("reader", 2, &reader_interface, readers, free_readers);
}

static CvnDb *
open_connection (Readers *readers,
                 GError **error)
{
  CvnDb *spare = g_atomic_pointer_get (&readers->spare);

  if (spare != NULL && g_atomic_pointer_compare_and_exchange (&readers->spare, spare, NULL))
    return spare;
  return cvn_db_open (readers->path, readers->mode, error);
}

static gboolean
open_context (ReaderContext *context,
              GError       **error)
{
  if (context->db != NULL)
    return TRUE;
  context->db = open_connection (context->readers, error);
  if (context->db == NULL)
    return FALSE;
  context->reader = cvn_reader_new (context->db);
  return TRUE;
}

/* All of one question sees the file as it is at one moment. */
static void
run_read (gpointer thread_context,
          gpointer data)
{
  ReaderContext *context = thread_context;
  ReadJob       *job = data;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error) || !open_context (context, &job->error))
    return;
  cvn_db_set_cancellable (context->db, job->cancellable);
  cvn_reader_forget (context->reader);
  if (cvn_db_run_script (context->db, "BEGIN", &job->error))
    {
      job->result = job->func (context->reader, job->data, job->cancellable, &job->error);
      cvn_db_set_cancellable (context->db, NULL);
      cvn_db_run_script (context->db, "COMMIT", NULL);
      cvn_db_trim (context->db);
    }
  cvn_db_set_cancellable (context->db, NULL);
}

static void
free_read_job (gpointer data)
{
  ReadJob *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job);
}

static void
give_answer (GTask *task)
{
  ReadJob *job = g_task_get_task_data (task);

  if (job->error != NULL)
    {
      if (job->result != NULL && job->destroy_result != NULL)
        job->destroy_result (job->result);
      g_task_return_error (task, g_steal_pointer (&job->error));
      return;
    }
  g_task_return_pointer (task, job->result, job->destroy_result);
}

/* Answers for the main loop, in the order in which they came. Each has a turn of the loop for itself: every page that was opened
 * asks anew when something changes, and a dozen answers in one turn would hold up the window. */
static GMutex answers_mutex;
static GQueue answers = G_QUEUE_INIT; /* of GTask, owned */

static gboolean
answer_cb (gpointer data)
{
  g_autoptr (GTask) task = NULL;
  gboolean more;

  g_mutex_lock (&answers_mutex);
  task = g_queue_pop_head (&answers);
  more = !g_queue_is_empty (&answers);
  g_mutex_unlock (&answers_mutex);
  if (task != NULL)
    give_answer (task);
  return more;
}

/* Whoever takes an answer may run the loop until another one has come. */
static void
start_answering (void)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_can_recurse (source, TRUE);
  g_source_set_static_name (source, "[convenant] answers of the store");
  g_source_set_callback (source, answer_cb, NULL, NULL);
  g_source_attach (source, NULL);
}

static void
run_read_task (gpointer thread_context,
               gpointer data)
{
  g_autoptr (GTask) task = data;
  gboolean first;

  run_read (thread_context, g_task_get_task_data (task));
  if (g_task_get_context (task) != g_main_context_default ())
    {
      give_answer (task);
      return;
    }
  g_mutex_lock (&answers_mutex);
  first = g_queue_is_empty (&answers);
  g_queue_push_tail (&answers, g_steal_pointer (&task));
  g_mutex_unlock (&answers_mutex);
  if (first)
    start_answering ();
}

/**
 * cvn_store_read_async:
 * @func: runs on a reader's thread; returns what the caller gets, or sets the error
 * @data: for @func, freed with @destroy when it is done
 * @destroy_result: (nullable): frees the result if nobody takes it
 *
 * Asks a question. Several run at the same time, also while something is written. In the main loop each answer has a turn for
 * itself.
 */
void
cvn_store_read_async (CvnStore           *self,
                      CvnReadFunc         func,
                      gpointer            data,
                      GDestroyNotify      destroy,
                      GDestroyNotify      destroy_result,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ReadJob *job = g_new0 (ReadJob, 1);

  g_return_if_fail (CVN_IS_STORE (self));

  *job = (ReadJob){ func, data, destroy, destroy_result, cancellable != NULL ? g_object_ref (cancellable) : NULL, NULL, NULL };
  g_task_set_source_tag (task, cvn_store_read_async);
  g_task_set_task_data (task, job, free_read_job);
  if (self->readers == NULL)
    {
      GError *error = NULL;

      cvn_store_set_closed_error (&error);
      g_task_return_error (task, error);
      return;
    }
  cvn_worker_push (self->readers, run_read_task, g_steal_pointer (&task));
}

/** cvn_store_read_finish: (transfer full) (nullable): what the function returned; NULL can be an answer, @error tells. */
gpointer
cvn_store_read_finish (CvnStore     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** cvn_store_read: as cvn_store_read_async(), waiting for the answer: for the command line and tests, not for a main loop. */
gpointer
cvn_store_read (CvnStore   *self,
                CvnReadFunc func,
                gpointer    data,
                GError    **error)
{
  ReadJob job = { .func = func, .data = data };

  g_return_val_if_fail (CVN_IS_STORE (self), NULL);

  if (self->readers == NULL)
    {
      cvn_store_set_closed_error (error);
      return NULL;
    }
  cvn_worker_run (self->readers, run_read, &job);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}
