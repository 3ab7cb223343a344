/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replica-merge"

#include "cvn-merge.h"
#include "cvn-replica.h"
#include "cvn-revision.h"
#include "cvn-sync-matters.h"

/*
 * Several versions of one document that are not deleted. What can be merged without asking is; every desk makes the same
 * versions of the same edits, so that two that merge at the same time agree and do not start anew.
 */

static CvnDocument *
read_base (CvnReplica        *self,
           const CvnSyncLeaf *winner,
           const CvnSyncLeaf *other)
{
  g_autofree char *hash = NULL;
  gint64           gen = cvn_revision_find_common (winner, other, &hash);
  g_autofree char *body = gen > 0 ? cvn_sync_leaf_dup_former (self->reader, winner->document, gen, hash) : NULL;

  return body != NULL ? cvn_document_parse (body, NULL) : NULL;
}

static char *
later (char *a,
       char *b)
{
  gboolean b_is_later = g_strcmp0 (b, a) > 0;

  g_free (b_is_later ? a : b);
  return b_is_later ? b : a;
}

static gboolean
is_right (CvnDocument *document,
          const char  *name)
{
  const char    *id;
  const CvnKind *kind = cvn_document_parse_id (name, &id);
  g_autoptr (CvnRecord) record = kind != NULL ? cvn_document_to_record (document, kind, id, NULL) : NULL;

  return record != NULL && cvn_record_check (record, NULL);
}

/* Returns: (nullable): the text of both edits; NULL when a person has to choose. */
static char *
merge_texts (CvnReplica        *self,
             const CvnSyncLeaf *winner,
             const CvnSyncLeaf *other)
{
  const char    *id;
  const CvnKind *kind = cvn_document_parse_id (winner->document, &id);
  g_autoptr (CvnDocument) base = NULL;
  g_autoptr (CvnDocument) mine = winner->body != NULL ? cvn_document_parse (winner->body, NULL) : NULL;
  g_autoptr (CvnDocument) theirs = other->body != NULL ? cvn_document_parse (other->body, NULL) : NULL;
  g_autoptr (CvnMerge) merge = NULL;
  g_autofree char *author = NULL;
  g_autofree char *at = NULL;

  if (kind == NULL || mine == NULL || theirs == NULL)
    return NULL;
  base = read_base (self, winner, other);
  merge = cvn_merge_new (kind, base, mine, theirs);
  if (merge->conflicts->len > 0 || !is_right (merge->merged, winner->document))
    return NULL;
  author = cvn_document_dup_mark (mine, "author");
  at = later (cvn_document_dup_mark (mine, "at"), cvn_document_dup_mark (theirs, "at"));
  cvn_document_set_mark (merge->merged, kind->name, author, at);
  return cvn_document_dup_text (merge->merged);
}

/* The loser is deleted, the winner goes on with the edits of both. */
static gboolean
merge_one (CvnReplica        *self,
           const CvnSyncLeaf *winner,
           const CvnSyncLeaf *other,
           gboolean          *merged,
           GError           **error)
{
  const char      *id;
  const CvnKind   *kind = cvn_document_parse_id (winner->document, &id);
  g_autofree char *text = merge_texts (self, winner, other);
  g_autofree char *into = NULL;
  g_autofree char *tombstone = NULL;
  g_autoptr (CvnSyncLeaf) child = NULL;
  g_autoptr (CvnSyncLeaf) end = NULL;

  *merged = text != NULL;
  if (!*merged)
    return TRUE;
  child = cvn_revision_make_child (winner, winner->document, FALSE, text);
  into = cvn_revision_dup_of (child);
  tombstone = cvn_replica_dup_tombstone (kind->name, NULL, NULL, into);
  end = cvn_revision_make_child (other, winner->document, TRUE, tombstone);
  return cvn_replica_replace (self, winner, child, error) && cvn_replica_replace (self, other, end, error);
}

static gboolean
merge_next (CvnReplica *self,
            const char *document,
            guint      *n_live,
            gboolean   *merged,
            GError    **error)
{
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (self->reader, document, error);

  *merged = FALSE;
  *n_live = 0;
  if (leaves == NULL)
    return FALSE;
  while (*n_live < leaves->len && !((CvnSyncLeaf *) leaves->pdata[*n_live])->deleted)
    (*n_live)++;
  for (guint i = 1; i < *n_live && !*merged && !self->read_only; i++)
    if (!merge_one (self, leaves->pdata[0], leaves->pdata[i], merged, error))
      return FALSE;
  return TRUE;
}

/* Of what may not be kept nothing is here to choose. */
static gboolean
is_choice (CvnReplica *self,
           const char *document)
{
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (self->reader, document, NULL);
  guint n = 0;

  for (guint i = 0; leaves != NULL && i < leaves->len; i++)
    n += !((CvnSyncLeaf *) leaves->pdata[i])->deleted && ((CvnSyncLeaf *) leaves->pdata[i])->body != NULL;
  return n > 1;
}

/** cvn_replica_merge_all: merges what can be of the versions of @document, and notes whether somebody has to choose among the rest. */
gboolean
cvn_replica_merge_all (CvnReplica *self,
                       const char *document,
                       GError    **error)
{
  gboolean merged;
  guint    n_live;

  do
    if (!merge_next (self, document, &n_live, &merged, error))
      return FALSE;
  while (merged);
  return cvn_sync_conflict_set (self->writer, document, n_live > 1 && is_choice (self, document), error);
}

static gboolean
end_others (CvnReplica        *self,
            GPtrArray         *leaves,
            const CvnSyncLeaf *chosen,
            const char        *author,
            GError           **error)
{
  const char      *id;
  const CvnKind   *kind = cvn_document_parse_id (chosen->document, &id);
  g_autofree char *into = cvn_revision_dup_of (chosen);
  g_autofree char *tombstone = cvn_replica_dup_tombstone (kind->name, author, self->now, into);

  for (guint i = 1; i < leaves->len; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];
      g_autoptr (CvnSyncLeaf) end = NULL;

      if (leaf->deleted)
        continue;
      end = cvn_revision_make_child (leaf, leaf->document, TRUE, tombstone);
      if (!cvn_replica_replace (self, leaf, end, error))
        return FALSE;
    }
  return TRUE;
}

/* What was changed here before the choice may concern documents of several versions too. */
static gboolean
settle_others (CvnReplica *self,
               const char *chosen,
               GError    **error)
{
  g_hash_table_remove (self->touched, chosen);
  return g_hash_table_size (self->touched) == 0 || cvn_replica_settle (self, error);
}

/**
 * cvn_replica_choose:
 * @record: as it shall be; it is written
 * @author: who chose
 *
 * Ends a conflict here, and with the next exchange everywhere: the chosen content follows the winner, the others are deleted.
 */
gboolean
cvn_replica_choose (CvnReplica *self,
                    const char *document,
                    CvnRecord  *record,
                    const char *author,
                    GError    **error)
{
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (self->reader, document, error);
  g_autoptr (CvnDocument) content = cvn_document_from_record (record);
  g_autoptr (CvnSyncLeaf) child = NULL;
  g_autoptr (CvnRecord) shown = cvn_reader_get (self->reader, cvn_record_get_kind (record), cvn_record_get_id (record), NULL);
  g_autofree char *body = NULL;

  if (leaves == NULL)
    return FALSE;
  cvn_replica_pass_on (record, shown, leaves);
  if (!cvn_writer_put (self->writer, record, error))
    return FALSE;
  cvn_document_set_mark (content, cvn_record_get_kind (record)->name, author, self->now);
  body = cvn_document_dup_text (content);
  child = cvn_revision_make_child (leaves->len > 0 ? leaves->pdata[0] : NULL, document, FALSE, body);
  return cvn_replica_replace (self, leaves->len > 0 ? leaves->pdata[0] : NULL, child, error) &&
         end_others (self, leaves, child, author, error) &&
         cvn_sync_conflict_set (self->writer, document, FALSE, error) &&
         cvn_sync_waiting_clear (self->writer, document, error) &&
         settle_others (self, document, error);
}
