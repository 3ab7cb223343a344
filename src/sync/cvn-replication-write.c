/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replication-write"

#include "cvn-replication.h"

#include <gio/gio.h>

/*
 * What is written while the server is asked the next question: the disk and the network need not wait for each other. There
 * is never more than one such writing, so that the order in which things come to rest stays the order in which they came.
 */

typedef struct
{
  CvnReplication *replication;
  CvnWriteFunc    func;
  gpointer        data;
  GDestroyNotify  destroy;
  GError         *error;
} Writing;

/** cvn_replication_write: runs @func in a transaction as somebody else's work: with history, without a step back. */
gboolean
cvn_replication_write (CvnReplication *self,
                       CvnWriteFunc    func,
                       gpointer        data,
                       GError        **error)
{
  GError *failure = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  cvn_store_write (self->store, CVN_ACTION_SYNC, NULL, NULL, func, data, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gpointer
run (gpointer data)
{
  Writing *writing = data;

  cvn_replication_write (writing->replication, writing->func, writing->data, &writing->error);
  g_atomic_int_set (&writing->replication->n_writing, 0);
  return writing;
}

/** cvn_replication_begin_write: as cvn_replication_write(), without waiting for it; @data is freed by cvn_replication_end_write(). */
void
cvn_replication_begin_write (CvnReplication *self,
                             CvnWriteFunc    func,
                             gpointer        data,
                             GDestroyNotify  destroy)
{
  Writing *writing = g_new0 (Writing, 1);

  g_return_if_fail (self->writing == NULL);
  *writing = (Writing){ self, func, data, destroy, NULL };
  g_atomic_int_set (&self->n_writing, 1);
  self->writing = g_thread_new ("exchange", run, writing);
}

/** cvn_replication_is_writing: whether cvn_replication_end_write() would have to wait. */
gboolean
cvn_replication_is_writing (CvnReplication *self)
{
  return g_atomic_int_get (&self->n_writing) != 0;
}

/** cvn_replication_end_write: waits for what was begun; TRUE also when there is nothing to wait for. */
gboolean
cvn_replication_end_write (CvnReplication *self,
                           GError        **error)
{
  g_autofree Writing *writing = NULL;

  if (self->writing == NULL)
    return TRUE;
  writing = g_thread_join (g_steal_pointer (&self->writing));
  writing->destroy (writing->data);
  if (writing->error == NULL)
    return TRUE;
  g_propagate_error (error, writing->error);
  return FALSE;
}
