/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replication-push"

#include "cvn-couch.h"
#include "cvn-error.h"
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
      refuse (batch, leaf, 413, _("The document is too large."));
      g_ptr_array_remove_index (batch->missing, i - 1);
    }
}

static int
find_code (const GError *failure)
{
  if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_REJECTED))
    return 400;
  if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_EXISTS))
    return 412;
  return g_error_matches (failure, CVN_ERROR, CVN_ERROR_TOO_LARGE) ? 413 : 0;
}

/* What the server refuses as a whole it is given in halves, down to the one document that it means. */
static gboolean
hand_over (Batch   *batch,
           guint    from,
           guint    n,
           GError **error)
{
  CvnReplication *self = batch->replication;
  GError         *failure = NULL;
  int             code;

  if (n == 0 || cvn_couch_put_bulk (self->remote, batch->missing, from, n, batch->refusals, self->cancellable, &failure))
    return TRUE;
  code = find_code (failure);
  if (code == 0)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (n == 1)
    refuse (batch, batch->missing->pdata[from], code, failure->message);
  g_error_free (failure);
  return n == 1 || (hand_over (batch, from, n / 2, error) && hand_over (batch, from + n / 2, n - n / 2, error));
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

static gboolean
note_sent (CvnWriter    *writer,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Batch *batch = data;

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

static gpointer
list_to_send (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  CvnReplication *self = data;

  return cvn_sync_leaf_list_to_send (reader, self->batch, MAX_BYTES, error);
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
push_batch (CvnReplication *self,
            gboolean       *more,
            GError        **error)
{
  g_autoptr (GPtrArray) leaves = cvn_store_read (self->store, list_to_send, self, error);
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_couch_refusal_free);
  Batch batch;

  *more = leaves != NULL && leaves->len > 0;
  if (!*more)
    return leaves != NULL;
  if (!cvn_replication_open (self, error))
    return FALSE;
  missing = cvn_couch_list_missing (self->remote, leaves, self->cancellable, error);
  if (missing == NULL)
    return FALSE;
  batch = (Batch){ self, leaves, missing, refusals };
  refuse_impossible (&batch);
  if (!hand_over (&batch, 0, missing->len, error) || !cvn_replication_write (self, note_sent, &batch, error))
    return FALSE;
  self->n_refused += refusals->len;
  self->n_sent += missing->len - MIN (missing->len, refusals->len);
  tell (self);
  return TRUE;
}

/** cvn_replication_push: hands over all that the server lacks; what it refuses is set aside by name. */
gboolean
cvn_replication_push (CvnReplication *self,
                      GError        **error)
{
  gboolean more = TRUE;

  for (guint i = 1; more && !self->read_only; i++)
    {
      if (!push_batch (self, &more, error))
        return FALSE;
      if (i % BATCHES_A_MARK == 0 && more && !cvn_replication_confirm (self, FALSE, error))
        return FALSE;
    }
  return TRUE;
}
