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
/* So many batches are asked for while an earlier one is still being written; they come to rest together. */
#define AHEAD 4

/*
 * While the answer of one batch is read, the content of the next one and the list of what follows that are on their way:
 * neither the server nor this desk waits for the other without need, and never more than that is held beside what is being
 * written. What is noted of how far it came follows the order of the batches, whatever is on its way.
 */

typedef struct
{
  CvnReplication *replication;
  GPtrArray      *revisions;  /* of CvnCouchRevision: what is not known here */
  CvnQuestion    *question;   /* for their content, as long as it is under way */
  guint           n_rows;     /* in the list that they are from */
  GPtrArray      *leaves;     /* of CvnSyncLeaf */
  GPtrArray      *contents;   /* of CvnDocument: what each of @leaves holds */
  GPtrArray      *unreadable; /* of CvnCouchRevision, borrowed */
  char           *since;      /* where it began */
  char           *last;       /* where it ends */
  gboolean        opens;      /* it is the first of the exchange to change anything */
} Batch;

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  if (batch == NULL)
    return;
  cvn_remote_drop (batch->question);
  g_ptr_array_unref (batch->leaves);
  g_ptr_array_unref (batch->contents);
  g_ptr_array_unref (batch->unreadable);
  g_ptr_array_unref (batch->revisions);
  g_free (batch->since);
  g_free (batch->last);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, free_batch)

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

static gpointer
look_for_any (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return GINT_TO_POINTER (cvn_sync_leaf_is_any (reader));
}

static gboolean fetch (Batch *batch, CvnQuestion *question, guint from, guint n, GError **error);

static gboolean
fetch_part (Batch   *batch,
            guint    from,
            guint    n,
            GError **error)
{
  CvnReplication *self = batch->replication;

  return fetch (batch, cvn_couch_begin_bulk (self->remote, batch->revisions, from, n, self->cancellable), from, n, error);
}

/*
 * Takes @question, for @n versions, at least one. An answer that cannot be had, or read, as a whole is asked for in halves,
 * down to the one document that is at fault.
 */
static gboolean
fetch (Batch       *batch,
       CvnQuestion *question,
       guint        from,
       guint        n,
       GError     **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) leaves = cvn_couch_end_bulk (question, batch->contents, &failure);

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
  return fetch_part (batch, from, n / 2, error) && fetch_part (batch, from + n / 2, n - n / 2, error);
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
  return TRUE;
}

static gboolean
take_batch (Batch      *batch,
            CvnReplica *replica,
            CvnWriter  *writer,
            const char *now,
            GError    **error)
{
  if (batch->opens && !cvn_sync_state_set (writer, CVN_SYNC_OPEN, batch->since, error))
    return FALSE;
  if (!cvn_replica_receive_all (replica, batch->leaves, batch->contents, error))
    return FALSE;
  for (guint i = 0; i < batch->leaves->len; i++)
    if (!cvn_replication_want_file (writer, batch->leaves->pdata[i], error))
      return FALSE;
  return note_unreadable (batch, writer, now, error) && cvn_sync_state_set (writer, CVN_SYNC_SINCE, batch->last, error);
}

/* Content and place come to rest together: neither is ever ahead of the other. */
static gboolean
take_in (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  GPtrArray       *batches = data;
  Batch           *first = batches->pdata[0];
  g_autofree char *now = cvn_replication_dup_now ();
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, now, first->replication->read_only);
  if (!cvn_replica_capture (&replica, error))
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    if (!take_batch (batches->pdata[i], &replica, writer, now, error))
      return FALSE;
  return cvn_replica_settle (&replica, error);
}

typedef struct
{
  CvnReplication *replication;
  CvnQuestion    *next;   /* what follows @coming; NULL at the end */
  Batch          *coming; /* NULL at the end */
  GPtrArray      *asked;  /* of Batch: whole, and to be written */
} Pull;

static void
clear_pull (Pull *pull)
{
  g_clear_pointer (&pull->coming, free_batch);
  g_clear_pointer (&pull->next, cvn_remote_drop);
  g_ptr_array_unref (pull->asked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pull, clear_pull)

/* Reads what there is next, and asks for its content and for what follows it. */
static Batch *
begin_batch (Pull    *pull,
             GError **error)
{
  CvnReplication *self = pull->replication;
  g_autoptr (Batch) batch = NULL;
  char      *last = NULL;
  guint      n_rows = 0;
  GPtrArray *revisions = cvn_couch_end_changes (g_steal_pointer (&pull->next), &last, &n_rows, error);

  if (revisions == NULL)
    return NULL;
  batch = g_new0 (Batch, 1);
  *batch = (Batch){ self, revisions, NULL, n_rows, g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free), g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_document_free), g_ptr_array_new (), NULL, last, FALSE };
  if (n_rows >= self->batch)
    pull->next = cvn_couch_begin_changes (self->remote, last, self->batch, self->cancellable);
  if (self->any_known && cvn_store_read (self->store, drop_known, revisions, error) == NULL)
    return NULL;
  if (revisions->len > 0)
    batch->question = cvn_couch_begin_bulk (self->remote, revisions, 0, revisions->len, self->cancellable);
  return g_steal_pointer (&batch);
}

static void
note_asked (CvnReplication *self,
            Batch          *batch)
{
  gboolean brings = batch->leaves->len > 0 || batch->unreadable->len > 0;

  batch->since = g_strdup (self->since);
  batch->opens = brings && !self->opened;
  self->opened = self->opened || brings;
  self->n_received += batch->leaves->len;
  self->n_unreadable += batch->unreadable->len;
  g_free (self->since);
  self->since = g_strdup (batch->last);
  if (self->progress != NULL)
    self->progress (self->n_received, self->n_sent, 0, self->data);
}

/* Waits for what is being written, and begins with what was asked for since. */
static gboolean
write_on (Pull    *pull,
          GError **error)
{
  CvnReplication *self = pull->replication;

  if (!cvn_replication_end_write (self, error))
    return FALSE;
  if (pull->asked->len == 0)
    return TRUE;
  cvn_replication_begin_write (self, take_in, pull->asked, (GDestroyNotify) g_ptr_array_unref);
  pull->asked = g_ptr_array_new_with_free_func (free_batch);
  return TRUE;
}

static gboolean
write_all (Pull    *pull,
           GError **error)
{
  return write_on (pull, error) && cvn_replication_end_write (pull->replication, error);
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

/* Takes @came, and waits for its content. */
static gboolean
finish_batch (Pull    *pull,
              Batch   *came,
              GError **error)
{
  CvnReplication *self = pull->replication;
  g_autoptr (Batch) batch = came;

  if (batch->question != NULL && !fetch (batch, g_steal_pointer (&batch->question), 0, batch->revisions->len, error))
    return FALSE;
  note_asked (self, batch);
  g_ptr_array_add (pull->asked, g_steal_pointer (&batch));
  return (cvn_replication_is_writing (self) && pull->asked->len < AHEAD) || write_on (pull, error);
}

/* Goes on to the next batch before this one is read. That the next one fails is told when this one is safe. */
static gboolean
pull_batch (Pull    *pull,
            GError **error)
{
  Batch  *batch = g_steal_pointer (&pull->coming);
  GError *failure = NULL;

  if (pull->next != NULL)
    pull->coming = begin_batch (pull, &failure);
  if (!finish_batch (pull, batch, error))
    {
      g_clear_error (&failure);
      return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
pull_all (Pull    *pull,
          GError **error)
{
  CvnReplication *self = pull->replication;

  pull->next = cvn_couch_begin_changes (self->remote, self->since, self->batch, self->cancellable);
  pull->coming = begin_batch (pull, error);
  if (pull->coming == NULL)
    return FALSE;
  for (guint i = 1; pull->coming != NULL && pull->coming->n_rows > 0; i++)
    {
      if (!pull_batch (pull, error))
        return FALSE;
      if (i % BATCHES_A_MARK == 0 && pull->coming != NULL && self->opened && !(write_all (pull, error) && cvn_replication_confirm (self, FALSE, error)))
        return FALSE;
    }
  return write_all (pull, error);
}

/** cvn_replication_pull: takes in all that is new on the server, batch by batch. */
gboolean
cvn_replication_pull (CvnReplication *self,
                      GError        **error)
{
  g_auto (Pull) pull = { self, NULL, NULL, g_ptr_array_new_with_free_func (free_batch) };
  gboolean done;

  /* Who joins knows nothing yet, and need not look up each of the documents that come; what comes twice is seen when it is taken in. */
  self->any_known = GPOINTER_TO_INT (cvn_store_read (self->store, look_for_any, NULL, NULL)) != 0;
  done = pull_all (&pull, error);
  /* What came in before a failure stays. */
  if (!done)
    write_all (&pull, NULL);
  return cvn_replication_end_write (self, NULL) && done && retry_waiting (self, error);
}
