/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replica-arrive"

#include "cvn-replica.h"

#include <string.h>

/*
 * A whole batch at once. Most of what comes to who joins, and much of what comes later, are documents that were never here:
 * that nothing is known of any document from the first to the last of them is one look into the file instead of hundreds.
 */

/* Of so many documents there may be one look at a stretch of them; where that settles little, each is looked up by itself. */
#define DOCUMENTS_A_LOOK 8

typedef struct
{
  const char *document;
  guint       place; /* in the batch */
} Incoming;

typedef struct
{
  CvnReader *reader;
  Incoming  *incoming; /* by document */
  gboolean  *is_new;   /* by place in the batch */
  guint      n_looks;  /* that may still be taken */
} Search;

static int
compare_incoming (const void *a,
                  const void *b)
{
  return strcmp (((const Incoming *) a)->document, ((const Incoming *) b)->document);
}

/* Returns: (transfer full): the documents in their order, which most of them came in. */
static Incoming *
sort (GPtrArray *leaves)
{
  Incoming *incoming = g_new (Incoming, leaves->len);
  gboolean  sorted = TRUE;

  for (guint i = 0; i < leaves->len; i++)
    {
      incoming[i] = (Incoming){ ((CvnSyncLeaf *) leaves->pdata[i])->document, i };
      sorted = sorted && (i == 0 || compare_incoming (&incoming[i - 1], &incoming[i]) <= 0);
    }
  if (!sorted)
    qsort (incoming, leaves->len, sizeof *incoming, compare_incoming);
  return incoming;
}

/* Looks at a stretch of @n documents, and at its halves where something is known of it. */
static gboolean
search (Search  *self,
        guint    from,
        guint    n,
        GError **error)
{
  gboolean any = FALSE;

  if (self->n_looks == 0)
    return TRUE;
  self->n_looks--;
  if (!cvn_sync_leaf_is_any_between (self->reader, self->incoming[from].document, self->incoming[from + n - 1].document, &any, error))
    return FALSE;
  for (guint i = from; !any && i < from + n; i++)
    self->is_new[self->incoming[i].place] = TRUE;
  return !any || n == 1 || (search (self, from, n / 2, error) && search (self, from + n / 2, n - n / 2, error));
}

/* Of several versions of one document the later ones are compared with the earlier. */
static void
leave_out_twins (Search *self,
                 guint   n)
{
  for (guint i = 1; i < n; i++)
    if (compare_incoming (&self->incoming[i - 1], &self->incoming[i]) == 0)
      self->is_new[self->incoming[i - 1].place] = self->is_new[self->incoming[i].place] = FALSE;
}

/* Returns: (transfer full) (nullable): which of @leaves, at least one, are of documents that nothing is known of. */
static gboolean *
find_new (CvnReplica *self,
          GPtrArray  *leaves,
          GError    **error)
{
  g_autofree Incoming *incoming = sort (leaves);
  g_autofree gboolean *is_new = g_new0 (gboolean, leaves->len);
  Search               of = { self->reader, incoming, is_new, leaves->len / DOCUMENTS_A_LOOK + 1 };

  if (!search (&of, 0, leaves->len, error))
    return NULL;
  leave_out_twins (&of, leaves->len);
  return g_steal_pointer (&is_new);
}

/* Returns: whether it was taken: the first version of a document, and one that may be kept. */
static gboolean
take_new (CvnReplica        *self,
          const CvnSyncLeaf *incoming,
          CvnDocument       *content)
{
  CvnArrival arrival = { incoming, content, NULL, NULL };

  arrival.kind = cvn_document_parse_id (incoming->document, &arrival.id);
  if (cvn_replica_is_forbidden (&arrival))
    return FALSE;
  g_array_append_val (self->arrivals, arrival);
  return TRUE;
}

/**
 * cvn_replica_receive_all:
 * @leaves: (element-type CvnSyncLeaf): versions that the server has; they live, and stay as they are, until cvn_replica_clear()
 * @contents: (element-type CvnDocument): what each of them holds; as long
 *
 * As cvn_replica_receive() for each of @leaves.
 */
gboolean
cvn_replica_receive_all (CvnReplica *self,
                         GPtrArray  *leaves,
                         GPtrArray  *contents,
                         GError    **error)
{
  g_autofree gboolean           *is_new = leaves->len > 0 ? find_new (self, leaves, error) : NULL;
  g_autofree const CvnSyncLeaf **first = g_new (const CvnSyncLeaf *, MAX (leaves->len, 1));
  guint                          n_first = 0;

  if (leaves->len == 0 || is_new == NULL)
    return leaves->len == 0;
  for (guint i = 0; i < leaves->len; i++)
    {
      if (is_new[i] && take_new (self, leaves->pdata[i], contents->pdata[i]))
        first[n_first++] = leaves->pdata[i];
      else if (!cvn_replica_receive (self, leaves->pdata[i], contents->pdata[i], error))
        return FALSE;
    }
  return cvn_sync_leaf_put_first (self->writer, first, n_first, error);
}
