/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replication-push"

#include "cvn-couch.h"
#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-replication.h"
#include "cvn-sync-matters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One question holds no more than that: proxies in front of servers allow little. */
#define MAX_BYTES ((gsize) 1000 * 1000)
/* Larger documents are refused by CouchDB, and with them all that comes in one question with them. */
#define MAX_DOCUMENT   ((gsize) 8 * 1000 * 1000)
#define BATCHES_A_MARK 20

typedef struct
{
  CvnReplication *replication;
  GPtrArray      *leaves;   /* of CvnSyncLeaf */
  GPtrArray      *missing;  /* of CvnSyncLeaf: those that the server lacks */
  GPtrArray      *refusals; /* of CvnCouchRefusal */
} Batch;

/* What is written while the next batch is on its way: what became of the last one, and what there is to send after it. */
typedef struct
{
  CvnReplication *replication;
  Batch          *batch; /* NULL before the first */
} Writing;

static void
free_batch (Batch *batch)
{
  if (batch == NULL)
    return;
  g_clear_pointer (&batch->missing, g_ptr_array_unref);
  g_ptr_array_unref (batch->leaves);
  g_ptr_array_unref (batch->refusals);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, free_batch)

static void
free_writing (gpointer data)
{
  Writing *writing = data;

  free_batch (writing->batch);
  g_free (writing);
}

static void
refuse (Batch             *batch,
        const CvnSyncLeaf *leaf,
        int                code,
        const char        *reason)
{
  CvnCouchRefusal *refusal = g_new0 (CvnCouchRefusal, 1);

  *refusal = (CvnCouchRefusal){ g_strdup (leaf->document), code, g_strdup (reason) };
  g_ptr_array_add (batch->refusals, refusal);
}

/* What no server takes is not sent: it would keep the others back. */
static void
refuse_impossible (Batch *batch)
{
  for (guint i = batch->missing->len; i > 0; i--)
    {
      CvnSyncLeaf *leaf = batch->missing->pdata[i - 1];

      if (strlen (leaf->body) <= MAX_DOCUMENT)
        continue;
      refuse (batch, leaf, 413, _("It is larger than the 8 MB that a server takes. Let what makes it so large be taken out of it."));
      g_ptr_array_remove_index (batch->missing, i - 1);
    }
}

/*
 * Some servers stumble over one document, and say of the whole question only that something went wrong. That it is about what
 * was sent shows when the server still keeps something else: one whose disk is full, say, does not, and is left alone.
 */
static gboolean
is_stumbling (CvnReplication *self)
{
  g_autofree char *probe = NULL;

  if (cvn_remote_get_status (self->remote) != 500)
    return FALSE;
  probe = g_strconcat (self->mark, "-probe", NULL);
  return cvn_couch_put_mark (self->remote, probe, 0, self->cancellable, NULL);
}

/* Returns: what @failure says of the documents that were sent; 0 when it is not about them. */
static int
find_code (CvnReplication *self,
           const GError   *failure)
{
  if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_REJECTED))
    return 400;
  if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_EXISTS))
    return 412;
  if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_TOO_LARGE))
    return 413;
  return is_stumbling (self) ? 500 : 0;
}

/* Returns: as find_code(), with the failure in @error; -1 when the server took them. */
static int
put (Batch   *batch,
     guint    from,
     guint    n,
     GError **error)
{
  CvnReplication *self = batch->replication;
  GError         *failure = NULL;
  int             code;

  if (cvn_couch_put_bulk (self->remote, batch->missing, from, n, batch->refusals, self->cancellable, &failure))
    return -1;
  code = find_code (self, failure);
  g_propagate_error (error, failure);
  return code;
}

/* What the server refuses as a whole it is given in halves, down to the one document that it means. */
static gboolean
hand_over (Batch   *batch,
           guint    from,
           guint    n,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  int code = n > 0 ? put (batch, from, n, &failure) : -1;

  /* It is asked once more about the one document that it stumbled over: a moment's trouble does not set it aside. */
  if (n == 1 && code == 500)
    {
      g_clear_error (&failure);
      code = put (batch, from, n, &failure);
    }
  if (code == 0)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (code > 0 && n == 1)
    refuse (batch, batch->missing->pdata[from], code,
            code == 500 ? _("The server stumbles over it each time. Ask who runs the server to look for it in its log.") : failure->message);
  if (code <= 0 || n == 1)
    return code != 0;
  return hand_over (batch, from, n / 2, error) && hand_over (batch, from + n / 2, n - n / 2, error);
}

static const CvnCouchRefusal *
find_refusal (Batch             *batch,
              const CvnSyncLeaf *leaf)
{
  for (guint i = 0; i < batch->refusals->len; i++)
    if (strcmp (((CvnCouchRefusal *) batch->refusals->pdata[i])->document, leaf->document) == 0)
      return batch->refusals->pdata[i];
  return NULL;
}

/* Some servers say yes to what their own rules refuse, and keep nothing. Only what is there counts as sent. */
static gboolean
look_again (Batch   *batch,
            GError **error)
{
  CvnReplication *self = batch->replication;
  g_autoptr (GPtrArray) handed = g_ptr_array_new ();
  g_autoptr (GPtrArray) lost = NULL;

  for (guint i = 0; i < batch->missing->len; i++)
    if (find_refusal (batch, batch->missing->pdata[i]) == NULL)
      g_ptr_array_add (handed, batch->missing->pdata[i]);
  if (handed->len == 0)
    return TRUE;
  lost = cvn_couch_list_missing (self->remote, handed, self->cancellable, error);
  for (guint i = 0; lost != NULL && i < lost->len; i++)
    refuse (batch, lost->pdata[i], 403, _("The server said yes, and did not keep it: its own rules seem to refuse it."));
  return lost != NULL;
}

static gboolean
note_sent (Batch     *batch,
           CvnWriter *writer,
           GError   **error)
{
  for (guint i = 0; i < batch->leaves->len; i++)
    {
      const CvnSyncLeaf     *leaf = batch->leaves->pdata[i];
      const CvnCouchRefusal *refusal = find_refusal (batch, leaf);

      if (refusal != NULL ? !cvn_sync_refused_put (writer, leaf, refusal->code, refusal->reason, error)
                          : !cvn_sync_leaf_set_state (writer, leaf, CVN_LEAF_SENT, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_on (CvnWriter    *writer,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  Writing         *writing = data;
  CvnReplication  *self = writing->replication;
  g_autofree char *now = cvn_replication_dup_now ();
  g_auto (CvnReplica) replica = { 0 };

  if (writing->batch != NULL && !note_sent (writing->batch, writer, error))
    return FALSE;
  if (!self->unknown_left)
    return TRUE;
  cvn_replica_init (&replica, writer, now, self->read_only);
  return cvn_replica_capture_unknown (&replica, &self->cursor, self->batch, &self->unknown_left, error) && cvn_replica_settle (&replica, error);
}

static gpointer
list_to_send (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  CvnReplication *self = data;
  GPtrArray      *leaves = cvn_sync_leaf_list_to_send (reader, self->listed, self->batch, MAX_BYTES, error);

  if (leaves != NULL)
    cvn_replication_load_files (reader, leaves, MAX_BYTES);
  return leaves;
}

static gpointer
count_to_send (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return GSIZE_TO_POINTER ((gsize) cvn_sync_leaf_count (reader, CVN_LEAF_TO_SEND));
}

static void
tell (CvnReplication *self)
{
  if (self->progress != NULL)
    self->progress (self->n_received, self->n_sent, (guint) GPOINTER_TO_SIZE (cvn_store_read (self->store, count_to_send, NULL, NULL)), self->data);
}

static gboolean
send (CvnReplication *self,
      Batch          *batch,
      GError        **error)
{
  batch->missing = cvn_couch_list_missing (self->remote, batch->leaves, self->cancellable, error);
  if (batch->missing == NULL)
    return FALSE;
  refuse_impossible (batch);
  if (!hand_over (batch, 0, batch->missing->len, error) || !look_again (batch, error))
    return FALSE;
  self->n_refused += batch->refusals->len;
  self->n_sent += batch->missing->len - MIN (batch->missing->len, batch->refusals->len);
  tell (self);
  return TRUE;
}

static Batch *
list_batch (CvnReplication *self,
            GError        **error)
{
  GPtrArray *leaves = cvn_store_read (self->store, list_to_send, self, error);
  Batch     *batch;

  if (leaves == NULL)
    return NULL;
  batch = g_new0 (Batch, 1);
  *batch = (Batch){ self, leaves, NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_couch_refusal_free) };
  self->listed = leaves->len > 0 ? ((CvnSyncLeaf *) leaves->pdata[leaves->len - 1])->no : 0;
  return batch;
}

static void
begin_to_write (CvnReplication *self,
                Batch          *sent)
{
  Writing *writing;

  if (sent == NULL && !self->unknown_left)
    return;
  writing = g_new0 (Writing, 1);
  *writing = (Writing){ self, sent };
  cvn_replication_begin_write (self, write_on, writing, free_writing);
}

/* Waits until what became of @sent is written down too. */
static gboolean
finish_writing (CvnReplication *self,
                Batch          *sent,
                GError        **error)
{
  if (!cvn_replication_end_write (self, error))
    {
      free_batch (sent);
      return FALSE;
    }
  begin_to_write (self, sent);
  return cvn_replication_end_write (self, error);
}

/*
 * One step: lists a batch, begins to write down what became of the one before, and sends it. @more is FALSE when nothing was
 * listed from the beginning on, and nothing is being written that could change that.
 */
static gboolean
push_batch (CvnReplication *self,
            Batch         **sent,
            gboolean       *more,
            GError        **error)
{
  gint64 from = self->listed;
  g_autoptr (Batch) batch = NULL;

  if (!cvn_replication_end_write (self, error) || (batch = list_batch (self, error)) == NULL)
    return FALSE;
  if (batch->leaves->len > 0 && !cvn_replication_open (self, error))
    return FALSE;
  *more = batch->leaves->len > 0 || from > 0 || self->unknown_left || *sent != NULL;
  begin_to_write (self, g_steal_pointer (sent));
  if (batch->leaves->len == 0)
    return TRUE;
  if (!send (self, batch, error))
    return FALSE;
  *sent = g_steal_pointer (&batch);
  return TRUE;
}

static gboolean
push_all (CvnReplication *self,
          GError        **error)
{
  g_autoptr (Batch) sent = NULL;
  gboolean more = TRUE;

  for (guint i = 1; more; i++)
    {
      if (!push_batch (self, &sent, &more, error))
        return FALSE;
      if (i % BATCHES_A_MARK == 0 && more && self->marked &&
          !(finish_writing (self, g_steal_pointer (&sent), error) && cvn_replication_confirm (self, FALSE, error)))
        return FALSE;
    }
  return TRUE;
}

/** cvn_replication_push: hands over all that the server lacks; what it refuses is set aside by name. */
gboolean
cvn_replication_push (CvnReplication *self,
                      GError        **error)
{
  gboolean done;

  if (self->read_only)
    return TRUE;
  self->unknown_left = TRUE;
  done = push_all (self, error);
  return cvn_replication_end_write (self, done ? error : NULL) && done;
}
