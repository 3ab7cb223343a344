/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-worker"

#include "cvn-worker.h"

/* How long a thread waits for a job before it tidies up. */
#define IDLE_US ((guint64) 2 * G_USEC_PER_SEC)

struct _CvnWorker
{
  gatomicrefcount           references; /* the owner's and each thread's */
  const CvnWorkerInterface *interface;
  gpointer                  data;
  GDestroyNotify            destroy;
  GAsyncQueue              *queue; /* of Job */
  GMutex                    mutex; /* of the threads */
  GPtrArray                *threads;
  guint                     max_threads;
  char                     *name;
};

typedef struct
{
  CvnJobFunc func; /* NULL: the thread ends */
  gpointer   data;
} Job;

/* A job whose pusher waits for it. */
typedef struct
{
  CvnJobFunc func;
  gpointer   data;
  GMutex     mutex;
  GCond      cond;
  gboolean   done;
} WaitedJob;

static void
unref_worker (CvnWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_async_queue_unref (self->queue);
  g_ptr_array_unref (self->threads);
  g_mutex_clear (&self->mutex);
  g_free (self->name);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static Job *
pop (CvnWorker *self,
     gpointer   context)
{
  Job *job = g_async_queue_try_pop (self->queue);

  if (job != NULL)
    return job;
  if (self->interface->rest != NULL)
    self->interface->rest (context, self);
  job = g_async_queue_timeout_pop (self->queue, IDLE_US);
  if (job != NULL)
    return job;
  if (self->interface->idle != NULL)
    self->interface->idle (context, self);
  return g_async_queue_pop (self->queue);
}

static gpointer
run_thread (gpointer data)
{
  CvnWorker *self = data;
  gpointer   context = self->interface->start (self->data);

  for (;;)
    {
      g_autofree Job *job = pop (self, context);

      if (job->func == NULL)
        break;
      job->func (context, job->data);
    }
  self->interface->end (context);
  unref_worker (self);
  return NULL;
}

static void
start_thread (CvnWorker *self)
{
  g_atomic_ref_count_inc (&self->references);
  g_ptr_array_add (self->threads, g_thread_new (self->name, run_thread, self));
}

/**
 * cvn_worker_new:
 * @name: of the threads
 * @max_threads: one runs from now on, the others when a job would have to wait
 * @data: for start(), freed with @destroy when the last thread is gone
 *
 * Returns: (transfer full): a running thread; end it with cvn_worker_stop()
 */
CvnWorker *
cvn_worker_new (const char               *name,
                guint                     max_threads,
                const CvnWorkerInterface *interface,
                gpointer                  data,
                GDestroyNotify            destroy)
{
  CvnWorker *self = g_new0 (CvnWorker, 1);

  g_atomic_ref_count_init (&self->references);
  self->interface = interface;
  self->data = data;
  self->destroy = destroy;
  self->queue = g_async_queue_new ();
  self->threads = g_ptr_array_new_with_free_func ((GDestroyNotify) g_thread_unref);
  g_mutex_init (&self->mutex);
  self->max_threads = max_threads;
  self->name = g_strdup (name);
  start_thread (self);
  return self;
}

static void
push_job (CvnWorker *self,
          CvnJobFunc func,
          gpointer   data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  g_async_queue_push (self->queue, job);
}

/** cvn_worker_push: puts a job in the line; any thread. */
void
cvn_worker_push (CvnWorker *self,
                 CvnJobFunc func,
                 gpointer   data)
{
  g_mutex_lock (&self->mutex);
  push_job (self, func, data);
  /* The length is less the threads that wait. */
  if (self->threads->len < self->max_threads && g_async_queue_length (self->queue) > 0)
    start_thread (self);
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_own_thread (CvnWorker *self)
{
  gboolean found;

  g_mutex_lock (&self->mutex);
  found = g_ptr_array_find (self->threads, g_thread_self (), NULL);
  g_mutex_unlock (&self->mutex);
  return found;
}

static void
run_waited_job (gpointer context,
                gpointer data)
{
  WaitedJob *job = data;

  job->func (context, job->data);
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

/** cvn_worker_run: puts a job in the line and waits until it is done; any thread but the worker's own. */
void
cvn_worker_run (CvnWorker *self,
                CvnJobFunc func,
                gpointer   data)
{
  WaitedJob job = { func, data };

  g_return_if_fail (!is_own_thread (self));

  g_mutex_init (&job.mutex);
  g_cond_init (&job.cond);
  cvn_worker_push (self, run_waited_job, &job);
  g_mutex_lock (&job.mutex);
  while (!job.done)
    g_cond_wait (&job.cond, &job.mutex);
  g_mutex_unlock (&job.mutex);
  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.cond);
}

/** cvn_worker_is_idle: whether nobody waits in the line; a job may still be running. */
gboolean
cvn_worker_is_idle (CvnWorker *self)
{
  return g_async_queue_length (self->queue) <= 0;
}

static void
push_ends (CvnWorker *self)
{
  for (guint i = 0; i < self->threads->len; i++)
    push_job (self, NULL, NULL);
}

/** cvn_worker_stop: does what is in the line, ends the threads and frees @self; not from a job. */
void
cvn_worker_stop (CvnWorker *self)
{
  push_ends (self);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_thread_ref (self->threads->pdata[i]));
  unref_worker (self);
}

/** cvn_worker_abandon: as cvn_worker_stop(), without waiting: for an owner whose last reference may drop on the worker itself. */
void
cvn_worker_abandon (CvnWorker *self)
{
  push_ends (self);
  unref_worker (self);
}
