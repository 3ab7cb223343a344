/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replication-pull"

#include "cvn-couch.h"
#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-replication.h"
#include "cvn-revision.h"
#include "cvn-sync-matters.h"
#include "cvn-sync-state.h"

/* How many batches go by before both sides note how far they came: so much is looked at again after a power cut. */
#define BATCHES_A_MARK 20
/* Documents that wait are tried so many at a time. */
#define RETRY 1000

typedef struct
{
  CvnReplication *replication;
  GPtrArray      *revisions;  /* of CvnCouchRevision: what is not known here */
  GPtrArray      *leaves;     /* of CvnSyncLeaf */
  GPtrArray      *unreadable; /* of CvnCouchRevision, borrowed */
  const char     *last;
} Batch;

static gpointer
drop_known (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  GPtrArray *revisions = data;

  for (guint i = revisions->len; i > 0; i--)
    {
      CvnCouchRevision *revision = revisions->pdata[i - 1];
      g_autofree char  *hash = NULL;
      gint64            gen;
      gboolean          known = FALSE;

      if (cvn_revision_parse (revision->revision, &gen, &hash) && !cvn_replica_knows (reader, revision->document, gen, hash, &known, error))
        return NULL;
      if (known)
        g_ptr_array_remove_index (revisions, i - 1);
    }
  return revisions;
}

/* An answer that cannot be had, or read, as a whole is asked for in halves, down to the one document that is at fault. */
static gboolean
fetch (Batch   *batch,
       guint    from,
       guint    n,
       GError **error)
{
  CvnReplication *self = batch->replication;
  GError         *failure = NULL;
  g_autoptr (GPtrArray) leaves = NULL;

  if (n == 0)
    return TRUE;
  leaves = cvn_couch_get_bulk (self->remote, batch->revisions, from, n, self->cancellable, &failure);
  if (leaves != NULL)
    {
      g_ptr_array_extend_and_steal (batch->leaves, g_steal_pointer (&leaves));
      return TRUE;
    }
  if (!g_error_matches (failure, CVN_ERROR, CVN_ERROR_REJECTED) && !g_error_matches (failure, CVN_ERROR, CVN_ERROR_TOO_LARGE))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  if (n == 1)
    {
      g_ptr_array_add (batch->unreadable, batch->revisions->pdata[from]);
      return TRUE;
    }
  return fetch (batch, from, n / 2, error) && fetch (batch, from + n / 2, n - n / 2, error);
}

static gboolean
note_unreadable (Batch      *batch,
                 CvnWriter  *writer,
                 const char *now,
                 GError    **error)
{
  for (guint i = 0; i < batch->unreadable->len; i++)
    {
      CvnCouchRevision *revision = batch->unreadable->pdata[i];

      if (!cvn_sync_notice_add (writer, now, revision->document, "unreadable", NULL, error))
        return FALSE;
    }
  batch->replication->n_unreadable += batch->unreadable->len;
  return TRUE;
}

/* Content and place come to rest together: neither is ever ahead of the other. */
static gboolean
take_in (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  Batch           *batch = data;
  CvnReplication  *self = batch->replication;
  g_autofree char *now = cvn_replication_dup_now ();
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, now, self->read_only);
  if (!self->opened && !cvn_sync_state_set (writer, CVN_SYNC_OPEN, self->since, error))
    return FALSE;
  if (!cvn_replica_capture (&replica, error))
    return FALSE;
  for (guint i = 0; i < batch->leaves->len; i++)
    if (!cvn_replica_receive (&replica, batch->leaves->pdata[i], error))
      return FALSE;
  return cvn_replica_settle (&replica, error) &&
         note_unreadable (batch, writer, now, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_SINCE, batch->last, error);
}

static gboolean
note_place (CvnWriter    *writer,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return cvn_sync_state_set (writer, CVN_SYNC_SINCE, data, error);
}

static gboolean
pull_batch (CvnReplication *self,
            guint          *n_rows,
            GError        **error)
{
  g_autofree char *last = NULL;
  Batch            batch = { .replication = self };
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
  g_autoptr (GPtrArray) unreadable = g_ptr_array_new ();
  g_autoptr (GPtrArray) revisions = cvn_couch_list_changes (self->remote, self->since, self->batch, &last, n_rows, self->cancellable, error);

  if (revisions == NULL)
    return FALSE;
  batch = (Batch){ self, revisions, leaves, unreadable, last };
  if (cvn_store_read (self->store, drop_known, revisions, error) == NULL || !fetch (&batch, 0, revisions->len, error))
    return FALSE;
  if (leaves->len > 0 || unreadable->len > 0)
    {
      if (!cvn_replication_write (self, take_in, &batch, error))
        return FALSE;
      self->opened = TRUE;
    }
  else if (*n_rows > 0 && !cvn_replication_write (self, note_place, last, error))
    {
      return FALSE;
    }
  self->n_received += leaves->len;
  g_free (self->since);
  self->since = g_steal_pointer (&last);
  if (self->progress != NULL)
    self->progress (self->n_received, self->n_sent, 0, self->data);
  return TRUE;
}

typedef struct
{
  CvnReplication *replication;
  GPtrArray      *documents;
} Retry;

static gpointer
list_waiting (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return cvn_sync_waiting_list (reader, error);
}

static gboolean
retry (CvnWriter    *writer,
       gpointer      data,
       GCancellable *cancellable,
       GError      **error)
{
  Retry           *retried = data;
  g_autofree char *now = cvn_replication_dup_now ();
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, now, retried->replication->read_only);
  return cvn_replica_capture (&replica, error) && cvn_replica_retry (&replica, retried->documents, TRUE, error);
}

static gboolean
retry_list (CvnReplication *self,
            GPtrArray      *waiting,
            GError        **error)
{
  for (guint from = 0; from < waiting->len; from += RETRY)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new ();
      Retry retried = { self, documents };

      for (guint i = from; i < MIN (from + RETRY, waiting->len); i++)
        g_ptr_array_add (documents, ((CvnSyncWaiting *) waiting->pdata[i])->document);
      if (!cvn_replication_write (self, retry, &retried, error))
        return FALSE;
    }
  return TRUE;
}

/* All that the server has is here now: what waited for something that came later need not wait any more. */
static gboolean
retry_waiting (CvnReplication *self,
               GError        **error)
{
  guint n_before = G_MAXUINT;

  for (;;)
    {
      g_autoptr (GPtrArray) waiting = cvn_store_read (self->store, list_waiting, NULL, error);

      if (waiting == NULL)
        return FALSE;
      if (waiting->len == 0 || waiting->len >= n_before)
        return TRUE;
      n_before = waiting->len;
      if (!retry_list (self, waiting, error))
        return FALSE;
    }
}

/** cvn_replication_pull: takes in all that is new on the server, batch by batch. */
gboolean
cvn_replication_pull (CvnReplication *self,
                      GError        **error)
{
  guint n_rows = 0;

  for (guint i = 1;; i++)
    {
      if (!pull_batch (self, &n_rows, error))
        return FALSE;
      if (n_rows < self->batch)
        break;
      if (i % BATCHES_A_MARK == 0 && self->opened && !cvn_replication_confirm (self, FALSE, error))
        return FALSE;
    }
  return retry_waiting (self, error);
}
