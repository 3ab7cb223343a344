/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replica"

#include "cvn-replica.h"

#include "cvn-revision.h"
#include "cvn-sync-matters.h"

#include <string.h>

/* Versions that come in: which are known, which take the place of others, which stand beside them. */

/** cvn_replica_init: for the transaction of @writer; @now is borrowed. End with cvn_replica_clear(). */
void
cvn_replica_init (CvnReplica *self,
                  CvnWriter  *writer,
                  const char *now,
                  gboolean    read_only)
{
  *self = (CvnReplica){ .writer = writer, .reader = cvn_writer_get_reader (writer), .now = now, .read_only = read_only };
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->arrivals = g_array_new (FALSE, FALSE, sizeof (CvnArrival));
  self->emptied = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
}

/** cvn_replica_clear: lets go of what it holds. */
void
cvn_replica_clear (CvnReplica *self)
{
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->arrivals, g_array_unref);
  g_clear_object (&self->spare);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->emptied, g_ptr_array_unref);
}

/** cvn_replica_dup_tombstone: (transfer full): the content of a deleted version: nothing but who and when, and for which version it made way. */
char *
cvn_replica_dup_tombstone (const char *kind,
                           const char *author,
                           const char *at,
                           const char *into)
{
  g_autoptr (CvnDocument) document = cvn_document_new ();
  g_autoptr (GString) json = g_string_new (NULL);

  cvn_document_set_mark (document, kind, author, at);
  if (into != NULL)
    {
      cvn_json_write_string (json, into);
      cvn_document_set (document, "merged_into", json->str);
    }
  return cvn_document_dup_text (document);
}

/** cvn_replica_replace: @new, which follows @old, takes its place. @old may be NULL. */
gboolean
cvn_replica_replace (CvnReplica        *self,
                     const CvnSyncLeaf *old,
                     const CvnSyncLeaf *new,
                     GError **error)
{
  g_hash_table_add (self->touched, g_strdup (new->document));
  return cvn_sync_leaf_put (self->writer, new, error) && (old == NULL || cvn_sync_leaf_drop (self->writer, old, error));
}

/** cvn_replica_knows: whether the version @gen-@hash of @document, or one that follows it, is here. */
gboolean
cvn_replica_knows (CvnReader  *reader,
                   const char *document,
                   gint64      gen,
                   const char *hash,
                   gboolean   *known,
                   GError    **error)
{
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (reader, document, error);

  *known = FALSE;
  for (guint i = 0; leaves != NULL && i < leaves->len && !*known; i++)
    *known = cvn_sync_leaf_knows (leaves->pdata[i], gen, hash);
  return leaves != NULL;
}

static gboolean
is_merged_away (const CvnSyncLeaf *leaf)
{
  return leaf->deleted && leaf->body != NULL && strstr (leaf->body, "\"merged_into\"") != NULL;
}

static char *
dup_author (const CvnSyncLeaf *leaf)
{
  g_autoptr (CvnDocument) document = leaf->body != NULL ? cvn_document_parse (leaf->body, NULL) : NULL;

  return document != NULL ? cvn_document_dup_mark (document, "author") : NULL;
}

/* One deleted what the other edited: the edit stays, and both are told. */
static gboolean
note_deletion (CvnReplica        *self,
               const CvnSyncLeaf *ours,
               const CvnSyncLeaf *incoming,
               GError           **error)
{
  g_autofree char *author = NULL;
  const char      *code;

  if (ours->deleted == incoming->deleted || is_merged_away (ours) || is_merged_away (incoming))
    return TRUE;
  if (incoming->deleted && ours->state == CVN_LEAF_CONFIRMED)
    return TRUE;
  code = incoming->deleted ? "deleted-elsewhere" : "edited-elsewhere";
  author = dup_author (incoming);
  return cvn_sync_notice_add (self->writer, self->now, incoming->document, code, author, error);
}

/* What the incoming version comes from is gone; what stands beside it stays. */
static gboolean
make_way (CvnReplica        *self,
          GPtrArray         *leaves,
          const CvnSyncLeaf *incoming,
          GError           **error)
{
  gboolean follows = FALSE;

  for (guint i = 0; i < leaves->len; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];

      if (!cvn_sync_leaf_knows (incoming, leaf->gen, leaf->path))
        continue;
      follows = TRUE;
      if (!cvn_sync_leaf_drop (self->writer, leaf, error))
        return FALSE;
    }
  return follows || leaves->len == 0 || note_deletion (self, leaves->pdata[0], incoming, error);
}

/* A version whose history reaches less far back than that of the one it follows is given the rest of it. */
static char *
dup_whole_path (GPtrArray         *leaves,
                const CvnSyncLeaf *incoming)
{
  for (guint i = 0; i < leaves->len; i++)
    {
      CvnSyncLeaf     *leaf = leaves->pdata[i];
      g_autofree char *whole = NULL;
      gsize            own;

      if (!cvn_sync_leaf_knows (incoming, leaf->gen, leaf->path))
        continue;
      own = (gsize) (incoming->gen - leaf->gen) * CVN_SYNC_HASH;
      if (own + strlen (leaf->path) <= strlen (incoming->path))
        continue;
      whole = g_strdup_printf ("%.*s%s", (int) own, incoming->path, leaf->path);
      if (strlen (whole) > CVN_SYNC_MAX_PATH * CVN_SYNC_HASH)
        whole[CVN_SYNC_MAX_PATH * CVN_SYNC_HASH] = '\0';
      return g_steal_pointer (&whole);
    }
  return g_strdup (incoming->path);
}

/* A document that was not here at all: nothing to compare it with. */
static gboolean
receive_new (CvnReplica       *self,
             const CvnArrival *arrival,
             GError          **error)
{
  g_array_append_vals (self->arrivals, arrival, 1);
  return cvn_sync_leaf_put (self->writer, arrival->leaf, error);
}

/** cvn_replica_is_forbidden: whether a version holds what may not be kept here. */
gboolean
cvn_replica_is_forbidden (const CvnArrival *arrival)
{
  return arrival->leaf->body != NULL && cvn_document_text_hides_bsn (arrival->kind, arrival->leaf->body);
}

static gboolean
receive (CvnReplica       *self,
         GPtrArray        *leaves,
         const CvnArrival *arrival,
         GError          **error)
{
  const CvnSyncLeaf *incoming = arrival->leaf;
  g_autoptr (CvnSyncLeaf) kept = NULL;
  g_autofree char *path = NULL;

  if (leaves->len == 0)
    return receive_new (self, arrival, error);
  path = dup_whole_path (leaves, incoming);
  kept = cvn_sync_leaf_new (incoming->document, incoming->gen, path, incoming->deleted, incoming->body, CVN_LEAF_CONFIRMED);
  return make_way (self, leaves, incoming, error) && cvn_replica_replace (self, NULL, kept, error);
}

/* That there is such a version is kept, and what it holds is not: not among what waits, and not for a moment. */
static gboolean
receive_forbidden (CvnReplica        *self,
                   GPtrArray         *leaves,
                   const CvnSyncLeaf *incoming,
                   GError           **error)
{
  CvnSyncLeaf *empty = cvn_sync_leaf_new (incoming->document, incoming->gen, incoming->path, incoming->deleted, NULL, CVN_LEAF_CONFIRMED);
  CvnArrival   arrival = { empty, NULL, NULL, NULL };

  arrival.kind = cvn_document_parse_id (empty->document, &arrival.id);
  g_ptr_array_add (self->emptied, empty);
  return (leaves->len == 0 || cvn_sync_notice_add (self->writer, self->now, incoming->document, "forbidden", NULL, error)) &&
         receive (self, leaves, &arrival, error);
}

/**
 * cvn_replica_receive:
 * @incoming: a version that the server has, %CVN_LEAF_CONFIRMED; must live until cvn_replica_clear()
 * @content: (nullable): what it holds, where that was read already; must live as long
 *
 * Takes it in beside, or in the place of, what is here. Records are not touched before cvn_replica_settle().
 */
gboolean
cvn_replica_receive (CvnReplica        *self,
                     const CvnSyncLeaf *incoming,
                     CvnDocument       *content,
                     GError           **error)
{
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (self->reader, incoming->document, error);
  CvnArrival arrival = { incoming, content, NULL, NULL };

  if (leaves == NULL)
    return FALSE;
  for (guint i = 0; i < leaves->len; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];

      if (!cvn_sync_leaf_knows (leaf, incoming->gen, incoming->path))
        continue;
      return leaf->gen != incoming->gen || leaf->state == CVN_LEAF_CONFIRMED ||
             cvn_sync_leaf_set_state (self->writer, leaf, CVN_LEAF_CONFIRMED, error);
    }
  arrival.kind = cvn_document_parse_id (incoming->document, &arrival.id);
  return cvn_replica_is_forbidden (&arrival) ? receive_forbidden (self, leaves, incoming, error) : receive (self, leaves, &arrival, error);
}
