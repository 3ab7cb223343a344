/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replica-capture"

#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-revision.h"
#include "cvn-sync-matters.h"
#include "cvn-sync-queue.h"
#include "cvn-sync-state.h"

#include <string.h>

/* What was changed here becomes versions to be sent, each following the one that the person saw. */

/* What the record showed before it was changed; NULL: nothing. @waits: whether that was not the winner. */
static gboolean
find_parent (CvnReplica   *self,
             const char   *document,
             GPtrArray    *leaves,
             CvnSyncLeaf **parent,
             gboolean     *waits,
             GError      **error)
{
  GError *failure = NULL;
  g_autoptr (CvnSyncWaiting) waiting = leaves->len > 0 ? cvn_sync_waiting_get (self->reader, document, &failure) : NULL;
  g_autofree char *former = NULL;
  g_autofree char *tail = NULL;

  *parent = NULL;
  *waits = waiting != NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  for (guint i = 0; i < leaves->len && *parent == NULL; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];

      if (waiting == NULL || waiting->shown_hash == NULL || (leaf->gen == waiting->shown_gen && g_str_has_prefix (leaf->path, waiting->shown_hash)))
        *parent = cvn_sync_leaf_new (document, leaf->gen, leaf->path, leaf->deleted, leaf->body, leaf->state);
    }
  for (guint i = 0; waiting != NULL && waiting->shown_hash != NULL && i < leaves->len && *parent == NULL; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];

      if (!cvn_sync_leaf_knows (leaf, waiting->shown_gen, waiting->shown_hash))
        continue;
      former = cvn_sync_leaf_dup_former (self->reader, document, waiting->shown_gen, waiting->shown_hash);
      tail = cvn_revision_dup_tail (leaf, waiting->shown_gen);
      *parent = cvn_sync_leaf_new (document, waiting->shown_gen, tail, FALSE, former, CVN_LEAF_CONFIRMED);
    }
  return TRUE;
}

/* Whether the version already says what the record says: an edit that was undone, or one that came from elsewhere. */
static gboolean
says_the_same (const CvnSyncLeaf *leaf,
               const CvnKind     *kind,
               CvnRecord         *record)
{
  const char *id;
  g_autoptr (CvnDocument) document = NULL;
  g_autoptr (CvnRecord) other = NULL;

  if (leaf == NULL || leaf->deleted)
    return record == NULL;
  if (record == NULL || leaf->body == NULL)
    return FALSE;
  cvn_document_parse_id (leaf->document, &id);
  document = cvn_document_parse (leaf->body, NULL);
  other = document != NULL ? cvn_document_to_record (document, kind, id, NULL) : NULL;
  return other != NULL && cvn_record_equal (other, record);
}

static char *
dup_body (CvnRecord            *record,
          const CvnSyncChanged *changed)
{
  g_autoptr (CvnDocument) document = NULL;

  if (record == NULL)
    return cvn_replica_dup_tombstone (changed->kind->name, changed->author, changed->at, NULL);
  document = cvn_document_from_record (record);
  cvn_document_set_mark (document, changed->kind->name, changed->author, changed->at);
  return cvn_document_dup_text (document);
}

/* Of the one version there is: the record shows the new one, nothing is left to be settled. */
static gboolean
append_to_only (CvnReplica        *self,
                const CvnSyncLeaf *old,
                const CvnSyncLeaf *child,
                GError           **error)
{
  return cvn_sync_leaf_put (self->writer, child, error) && (old == NULL || cvn_sync_leaf_drop (self->writer, old, error));
}

/* The version is a leaf of its own when what it follows has been followed by somebody else meanwhile. */
static gboolean
append (CvnReplica        *self,
        GPtrArray         *leaves,
        const CvnSyncLeaf *parent,
        const CvnSyncLeaf *child,
        gboolean           waits,
        GError           **error)
{
  const CvnSyncLeaf *old = NULL;

  for (guint i = 0; parent != NULL && i < leaves->len; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];

      if (leaf->gen == parent->gen && strncmp (leaf->path, parent->path, CVN_SYNC_HASH) == 0)
        old = leaf;
      if (cvn_sync_leaf_knows (leaf, child->gen, child->path))
        return TRUE;
    }
  if (!waits && (leaves->len == 0 || (leaves->len == 1 && old != NULL)))
    return append_to_only (self, old, child, error);
  return cvn_replica_replace (self, old, child, error);
}

static gboolean
capture_one (CvnReplica           *self,
             const CvnSyncChanged *changed,
             GError              **error)
{
  g_autofree char *document = cvn_document_make_id (changed->kind, changed->id);
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (self->reader, document, error);
  g_autoptr (CvnSyncLeaf) parent = NULL;
  g_autoptr (CvnSyncLeaf) child = NULL;
  g_autoptr (CvnRecord) record = NULL;
  g_autofree char *body = NULL;
  gboolean         waits = FALSE;
  GError          *failure = NULL;

  if (leaves == NULL || !find_parent (self, document, leaves, &parent, &waits, error))
    return FALSE;
  record = cvn_reader_get (self->reader, changed->kind, changed->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (record != NULL && leaves->len == 0 && !cvn_replica_claim (self, record, error))
    return FALSE;
  if (says_the_same (parent, changed->kind, record))
    return TRUE;
  body = dup_body (record, changed);
  child = cvn_revision_make_child (parent, document, record == NULL, body);
  return append (self, leaves, parent, child, waits, error);
}

static void
take_author (CvnSyncChanged *changed,
             const char     *author)
{
  if (author == NULL || *author == '\0')
    return;
  g_free (changed->author);
  changed->author = g_strdup (author);
}

/** cvn_replica_capture: what the journal says was changed here since the last time is queued. Before anything else in a transaction. */
gboolean
cvn_replica_capture (CvnReplica *self,
                     GError    **error)
{
  gint64           after = cvn_sync_state_get_integer (self->reader, CVN_SYNC_JOURNAL, 0);
  gint64           last = 0;
  g_autofree char *author = cvn_sync_state_dup (self->reader, CVN_SYNC_AUTHOR);
  g_autoptr (GPtrArray) changed = NULL;

  if (self->read_only)
    return TRUE;
  changed = cvn_sync_list_changed (self->reader, after, &last, error);
  if (changed == NULL)
    return FALSE;
  for (guint i = 0; i < changed->len; i++)
    {
      /* Under the name that colleagues shall see, whatever the computer calls this person. */
      take_author (changed->pdata[i], author);
      if (!capture_one (self, changed->pdata[i], error))
        return FALSE;
    }
  return last == after || cvn_sync_state_set_integer (self->writer, CVN_SYNC_JOURNAL, last, error);
}

/** cvn_replica_skip_journal: in a file without any version the records themselves say all that there is to send, see cvn_replica_capture_unknown(). */
gboolean
cvn_replica_skip_journal (CvnReplica *self,
                          GError    **error)
{
  gint64 last = 0;
  g_autoptr (GPtrArray) none = NULL;

  if (self->read_only || cvn_sync_state_get_integer (self->reader, CVN_SYNC_JOURNAL, 0) != 0 || cvn_sync_leaf_is_any (self->reader))
    return TRUE;
  none = cvn_sync_list_changed (self->reader, G_MAXINT64, &last, error);
  return none != NULL && cvn_sync_state_set_integer (self->writer, CVN_SYNC_JOURNAL, last, error);
}

/** cvn_replica_capture_unknown: up to @limit records behind @cursor that are no document yet become one; @more says whether some may be left. */
gboolean
cvn_replica_capture_unknown (CvnReplica    *self,
                             CvnSyncCursor *cursor,
                             guint          limit,
                             gboolean      *more,
                             GError       **error)
{
  g_autofree char *author = cvn_sync_state_dup (self->reader, CVN_SYNC_AUTHOR);
  g_autoptr (GPtrArray) unknown = cvn_sync_list_unknown (self->reader, cursor, limit, error);

  *more = FALSE;
  if (unknown == NULL)
    return FALSE;
  for (guint i = 0; i < unknown->len; i++)
    {
      CvnSyncChanged *changed = unknown->pdata[i];

      changed->author = g_strdup (author);
      if (!capture_one (self, changed, error))
        return FALSE;
    }
  *more = unknown->len == limit;
  return TRUE;
}
