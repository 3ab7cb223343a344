/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replica-settle"

#include "cvn-replica.h"
#include "cvn-revision.h"
#include "cvn-sync-matters.h"

#include <string.h>

/*
 * From versions to records, in an order in which every step is allowed: what others refer to comes first and goes last.
 */

typedef struct
{
  char    *document;
  int      rank; /* of its kind: one refers to those before it */
  gboolean deleted;
} Step;

static void
clear_step (Step *step)
{
  g_free (step->document);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *first = a;
  const Step *second = b;

  if (first->deleted != second->deleted)
    return first->deleted ? 1 : -1;
  if (first->rank != second->rank)
    return first->deleted ? second->rank - first->rank : first->rank - second->rank;
  return strcmp (first->document, second->document);
}

static GHashTable *
rank_kinds (void)
{
  GHashTable *ranks = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) kinds = cvn_kind_sort_by_reference ();

  for (guint i = 0; i < kinds->len; i++)
    g_hash_table_insert (ranks, kinds->pdata[i], GINT_TO_POINTER (i + 1));
  return ranks;
}

static gboolean
is_there (CvnReplica    *self,
          const CvnKind *kind,
          const char    *id)
{
  g_autoptr (CvnRecord) record = cvn_reader_get (self->reader, kind, id, NULL);

  return record != NULL;
}

static gboolean
add_step (CvnReplica *self,
          GArray     *steps,
          GHashTable *ranks,
          const char *document,
          GError    **error)
{
  const char    *id;
  const CvnKind *kind = cvn_document_parse_id (document, &id);
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (self->reader, document, error);
  Step step;

  if (leaves == NULL)
    return FALSE;
  if (leaves->len == 0)
    return TRUE;
  step = (Step){ g_strdup (document), GPOINTER_TO_INT (g_hash_table_lookup (ranks, kind)), ((CvnSyncLeaf *) leaves->pdata[0])->deleted };
  /* A part that is there already comes before its whole: once that has left the house, its parts do not change. */
  if (kind != NULL && kind->owner != NULL && !step.deleted && is_there (self, kind, id))
    step.rank = 0;
  g_array_append_val (steps, step);
  return TRUE;
}

/* One round after another, as long as each helps some of those that wait. */
static gboolean
apply_steps (CvnReplica *self,
             GArray     *steps,
             GError    **error)
{
  guint n_waiting = steps->len + 1;

  while (steps->len > 0 && steps->len < n_waiting)
    {
      guint n_left = 0;

      n_waiting = steps->len;
      for (guint i = 0; i < steps->len; i++)
        {
          Step     step = g_array_index (steps, Step, i);
          gboolean waits = FALSE;

          if (!cvn_replica_apply (self, step.document, &waits, error))
            return FALSE;
          if (!waits)
            continue;
          g_array_index (steps, Step, i) = g_array_index (steps, Step, n_left);
          g_array_index (steps, Step, n_left++) = step;
        }
      g_array_set_size (steps, n_left);
    }
  return TRUE;
}

static gboolean
apply_all (CvnReplica *self,
           GPtrArray  *documents,
           GError    **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (Step));
  g_autoptr (GHashTable) ranks = rank_kinds ();

  g_array_set_clear_func (steps, (GDestroyNotify) clear_step);
  for (guint i = 0; i < documents->len; i++)
    if (!add_step (self, steps, ranks, documents->pdata[i], error))
      return FALSE;
  g_array_sort (steps, compare_steps);
  return apply_steps (self, steps, error);
}

static GPtrArray *
list_touched (CvnReplica *self)
{
  GPtrArray     *documents = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer       document;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    g_ptr_array_add (documents, g_strdup (document));
  return documents;
}

/** cvn_replica_settle: merges what can be merged of all that was touched, and brings the records up to date. */
gboolean
cvn_replica_settle (CvnReplica *self,
                    GError    **error)
{
  g_autoptr (GPtrArray) documents = list_touched (self);

  for (guint i = 0; i < documents->len; i++)
    if (!cvn_replica_merge_all (self, documents->pdata[i], error))
      return FALSE;
  g_hash_table_remove_all (self->touched);
  return apply_all (self, documents, error);
}

/* What is used here cannot be gone: the deletion is followed by the content that was there before it. */
static gboolean
bring_back (CvnReplica *self,
            const char *document,
            GError    **error)
{
  g_autoptr (CvnSyncWaiting) waiting = cvn_sync_waiting_get (self->reader, document, NULL);
  g_autoptr (GPtrArray) leaves = NULL;
  g_autoptr (CvnSyncLeaf) child = NULL;
  g_autofree char *body = NULL;

  if (self->read_only || waiting == NULL || strcmp (waiting->reason, "in-use") != 0 || waiting->shown_hash == NULL)
    return TRUE;
  leaves = cvn_sync_leaf_list (self->reader, document, error);
  if (leaves == NULL)
    return FALSE;
  body = cvn_sync_leaf_dup_former (self->reader, document, waiting->shown_gen, waiting->shown_hash);
  if (leaves->len == 0 || body == NULL || !((CvnSyncLeaf *) leaves->pdata[0])->deleted)
    return TRUE;
  child = cvn_revision_make_child (leaves->pdata[0], document, FALSE, body);
  return cvn_replica_replace (self, leaves->pdata[0], child, error) &&
         cvn_sync_waiting_clear (self->writer, document, error) &&
         cvn_sync_notice_add (self->writer, self->now, document, "kept-in-use", NULL, error);
}

/**
 * cvn_replica_retry:
 * @documents: (element-type utf8): some of those that wait
 * @bring_back_used: whether all that the server has is here, so that what is deleted there and still used here comes back
 *
 * Tries once more to make the records show the winners.
 */
gboolean
cvn_replica_retry (CvnReplica *self,
                   GPtrArray  *documents,
                   gboolean    bring_back_used,
                   GError    **error)
{
  if (!apply_all (self, documents, error))
    return FALSE;
  for (guint i = 0; bring_back_used && i < documents->len; i++)
    if (!bring_back (self, documents->pdata[i], error))
      return FALSE;
  return cvn_replica_settle (self, error);
}
