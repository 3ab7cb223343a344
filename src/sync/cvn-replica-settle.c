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
  const char       *document;
  char             *owned; /* @document, where nobody else holds it */
  const CvnArrival *only;  /* its one version, where that is known; NULL: to be looked up */
  int               rank;  /* of its kind: one refers to those before it */
  gboolean          deleted;
} Step;

static void
clear_step (Step *step)
{
  g_free (step->owned);
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

/* Returns: whether the winning version of @document is a deletion; FALSE with @none when there is no version. */
static gboolean
look_up_deleted (CvnReplica *self,
                 const char *document,
                 gboolean   *none,
                 GError    **error)
{
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (self->reader, document, error);

  *none = leaves == NULL || leaves->len == 0;
  return !*none && ((CvnSyncLeaf *) leaves->pdata[0])->deleted;
}

static int
get_rank (GHashTable    *ranks,
          const CvnKind *kind)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (ranks, kind));
}

/* A part that is there already comes before its whole: once that has left the house, its parts do not change. */
static void
put_part_first (CvnReplica    *self,
                Step          *step,
                const CvnKind *kind,
                const char    *id)
{
  if (kind != NULL && kind->owner != NULL && !step->deleted && is_there (self, kind, id))
    step->rank = 0;
}

/* Takes @document. */
static gboolean
add_step (CvnReplica *self,
          GArray     *steps,
          GHashTable *ranks,
          char       *document,
          GError    **error)
{
  const char    *id;
  const CvnKind *kind = cvn_document_parse_id (document, &id);
  gboolean       none = FALSE;
  GError        *failure = NULL;
  Step           step = { document, document, NULL, get_rank (ranks, kind), FALSE };

  step.deleted = look_up_deleted (self, document, &none, &failure);
  if (none)
    {
      clear_step (&step);
      if (failure != NULL)
        g_propagate_error (error, failure);
      return failure == NULL;
    }
  put_part_first (self, &step, kind, id);
  g_array_append_val (steps, step);
  return TRUE;
}

/* What has only just come need not be looked up, unless more has come since. */
static void
add_arrivals (CvnReplica *self,
              GArray     *steps,
              GHashTable *ranks,
              GHashTable *touched)
{
  for (guint i = 0; i < self->arrivals->len; i++)
    {
      const CvnArrival *arrival = &g_array_index (self->arrivals, CvnArrival, i);
      Step              step = { arrival->leaf->document, NULL, arrival, get_rank (ranks, arrival->kind), arrival->leaf->deleted };

      if (g_hash_table_size (touched) > 0 && g_hash_table_contains (touched, step.document))
        continue;
      put_part_first (self, &step, arrival->kind, arrival->id);
      g_array_append_val (steps, step);
    }
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

          if (!cvn_replica_apply (self, step.document, step.only, &waits, error))
            return FALSE;
          if (!waits)
            continue;
          /* Another round looks at what it waits for now. */
          step.only = NULL;
          g_array_index (steps, Step, i) = g_array_index (steps, Step, n_left);
          g_array_index (steps, Step, n_left++) = step;
        }
      g_array_set_size (steps, n_left);
    }
  return TRUE;
}

static gboolean
apply_all (CvnReplica *self,
           GArray     *steps,
           GError    **error)
{
  gboolean sorted = TRUE;

  for (guint i = 1; i < steps->len && sorted; i++)
    sorted = compare_steps (&g_array_index (steps, Step, i - 1), &g_array_index (steps, Step, i)) <= 0;
  if (!sorted)
    g_array_sort (steps, compare_steps);
  return apply_steps (self, steps, error);
}

static GArray *
make_steps (void)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (Step));

  g_array_set_clear_func (steps, (GDestroyNotify) clear_step);
  return steps;
}

/* What was touched, out of the table: merging touches it again. */
static GHashTable *
take_touched (CvnReplica *self)
{
  GHashTable *touched = self->touched;

  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return touched;
}

static gboolean
add_touched (CvnReplica *self,
             GArray     *steps,
             GHashTable *ranks,
             GHashTable *touched,
             GError    **error)
{
  GHashTableIter iter;
  gpointer       document;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    if (!cvn_replica_merge_all (self, document, error) || !add_step (self, steps, ranks, g_strdup (document), error))
      return FALSE;
  return TRUE;
}

/** cvn_replica_settle: merges what can be merged of all that was touched, and brings the records up to date. */
gboolean
cvn_replica_settle (CvnReplica *self,
                    GError    **error)
{
  g_autoptr (GHashTable) touched = take_touched (self);
  g_autoptr (GArray) steps = make_steps ();
  g_autoptr (GHashTable) ranks = rank_kinds ();

  if (!add_touched (self, steps, ranks, touched, error))
    return FALSE;
  add_arrivals (self, steps, ranks, touched);
  g_hash_table_remove_all (self->touched);
  if (!apply_all (self, steps, error))
    return FALSE;
  g_array_set_size (self->arrivals, 0);
  return TRUE;
}

/*
 * What is used here cannot be gone, and what is only ever added to, or has left the house, is not deleted: the deletion is
 * followed by the content that was there before it. Every desk makes the same version of it.
 */
static gboolean
bring_back (CvnReplica *self,
            const char *document,
            GError    **error)
{
  g_autoptr (CvnSyncWaiting) waiting = cvn_sync_waiting_get (self->reader, document, NULL);
  g_autoptr (GPtrArray) leaves = NULL;
  g_autoptr (CvnSyncLeaf) child = NULL;
  g_autofree char *body = NULL;
  gboolean         is_final = waiting != NULL && strcmp (waiting->reason, "final") == 0;

  if (self->read_only || waiting == NULL || !(is_final || strcmp (waiting->reason, "in-use") == 0) || waiting->shown_hash == NULL)
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
         cvn_sync_notice_add (self->writer, self->now, document, is_final ? "kept-final" : "kept-in-use", NULL, error);
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
  g_autoptr (GArray) steps = make_steps ();
  g_autoptr (GHashTable) ranks = rank_kinds ();

  for (guint i = 0; i < documents->len; i++)
    if (!add_step (self, steps, ranks, g_strdup (documents->pdata[i]), error))
      return FALSE;
  if (!apply_all (self, steps, error))
    return FALSE;
  for (guint i = 0; bring_back_used && i < documents->len; i++)
    if (!bring_back (self, documents->pdata[i], error))
      return FALSE;
  return cvn_replica_settle (self, error);
}
