/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replica-apply"

#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-sync-matters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The winning version of a document becomes what its record shows. Where it cannot (what it refers to has not come yet, a
 * number is taken, what has left the house would change), the document waits with the reason and nothing is lost.
 */

static const struct
{
  CvnError    code;
  const char *reason;
} reasons[] = {
  { CVN_ERROR_INVALID, "invalid" },
  { CVN_ERROR_REQUIRED, "invalid" },
  { CVN_ERROR_OUT_OF_RANGE, "invalid" },
  { CVN_ERROR_OVERFLOW, "invalid" },
  { CVN_ERROR_AMBIGUOUS, "invalid" },
  { CVN_ERROR_FORMAT, "invalid" },
  { CVN_ERROR_BSN, "bsn" },
  { CVN_ERROR_NOT_UNIQUE, "not-unique" },
  { CVN_ERROR_UNKNOWN_REFERENCE, "reference" },
  { CVN_ERROR_IN_USE, "in-use" },
  { CVN_ERROR_FINAL, "final" },
  { CVN_ERROR_CONFLICT, "invalid" },
  { CVN_ERROR_NEWER_FILE, "unknown" },
};

static const char *
find_reason (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_error_matches (error, CVN_ERROR, (int) reasons[i].code))
      return reasons[i].reason;
  return NULL;
}

/* What the record shows while its document waits: what it showed before, or nothing. */
static void
fill_shown (CvnReplica        *self,
            CvnSyncWaiting    *waiting,
            const CvnSyncLeaf *winner,
            CvnRecord         *current)
{
  g_autoptr (CvnSyncWaiting) before = cvn_sync_waiting_get (self->reader, winner->document, NULL);

  if (before != NULL)
    {
      waiting->shown_gen = before->shown_gen;
      waiting->shown_hash = g_strdup (before->shown_hash);
      return;
    }
  if (current == NULL)
    return;
  for (gint64 gen = winner->gen - 1; gen > 0 && waiting->shown_hash == NULL; gen--)
    {
      gsize            place = (gsize) (winner->gen - gen) * CVN_SYNC_HASH;
      g_autofree char *hash = place < strlen (winner->path) ? g_strndup (winner->path + place, CVN_SYNC_HASH) : NULL;
      g_autofree char *body = hash != NULL ? cvn_sync_leaf_dup_former (self->reader, winner->document, gen, hash) : NULL;

      if (hash == NULL)
        return;
      if (body == NULL)
        continue;
      waiting->shown_gen = gen;
      waiting->shown_hash = g_steal_pointer (&hash);
    }
}

/* Takes @failure: notes it when it is about the document, hands it on when it is about the world. */
static gboolean
wait_for (CvnReplica        *self,
          const CvnSyncLeaf *winner,
          CvnRecord         *current,
          GError            *failure,
          GError           **error)
{
  g_autoptr (CvnSyncWaiting) waiting = g_new0 (CvnSyncWaiting, 1);
  const char *reason = find_reason (failure);
  gboolean    forbidden = g_strcmp0 (reason, "bsn") == 0;

  if (reason == NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  waiting->document = g_strdup (winner->document);
  waiting->reason = g_strdup (reason);
  waiting->field = g_strdup (cvn_error_get_field (failure));
  waiting->message = g_strdup (failure->message);
  fill_shown (self, waiting, winner, current);
  g_error_free (failure);
  /* A citizen service number does not come to rest in this file, not even among what waits. */
  if (forbidden)
    {
      g_autoptr (CvnSyncLeaf) empty = cvn_sync_leaf_new (winner->document, winner->gen, winner->path, winner->deleted, NULL, winner->state);

      if (!cvn_sync_leaf_put (self->writer, empty, error))
        return FALSE;
    }
  return cvn_sync_waiting_put (self->writer, waiting, error);
}

/* A deletion that another desk of ours made has passed its rules; what other programs delete has to pass those here. */
static gboolean
delete_record (CvnReplica    *self,
               const CvnKind *kind,
               const char    *id,
               CvnDocument   *tombstone,
               GError       **error)
{
  gboolean ours = tombstone != NULL && cvn_document_get (tombstone, CVN_DOCUMENT_MARK) != NULL;
  GError  *failure = NULL;
  g_autoptr (CvnRecord) current = cvn_reader_get (self->reader, kind, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);
  if (current == NULL)
    return failure == NULL;
  if (!cvn_writer_check_unused (self->writer, current, error) ||
      !(ours ? cvn_writer_take_back (self->writer, kind, id, error) : cvn_writer_delete (self->writer, kind, id, error)))
    return FALSE;
  self->n_applied++;
  return TRUE;
}

/* Returns: (transfer none): an empty record: one after another can be the same, as nothing keeps it. */
static CvnRecord *
get_spare (CvnReplica    *self,
           const CvnKind *kind,
           const char    *id)
{
  if (self->spare != NULL && cvn_record_get_kind (self->spare) == kind)
    {
      cvn_record_clear (self->spare);
    }
  else
    {
      g_clear_object (&self->spare);
      self->spare = cvn_record_new (kind);
    }
  cvn_record_set_id (self->spare, id);
  return self->spare;
}

static gboolean
put_record (CvnReplica    *self,
            const CvnKind *kind,
            const char    *id,
            CvnDocument   *document,
            gboolean       is_new,
            GError       **error)
{
  CvnRecord *record = get_spare (self, kind, id);

  if (!cvn_document_fill_record (document, record, error) ||
      !(is_new ? cvn_writer_put_new (self->writer, record, error) : cvn_writer_put (self->writer, record, error)))
    return FALSE;
  self->n_applied++;
  return TRUE;
}

static gboolean
set_author (CvnReplica  *self,
            CvnDocument *document,
            GError     **error)
{
  const char      *mark = document != NULL ? cvn_document_get (document, CVN_DOCUMENT_MARK) : NULL;
  g_autofree char *author = NULL;

  /* Many that come together were made together. */
  if (mark != NULL && g_strcmp0 (mark, self->mark) == 0)
    return TRUE;
  g_free (self->mark);
  self->mark = g_strdup (mark);
  author = document != NULL ? cvn_document_dup_mark (document, "author") : NULL;
  return cvn_writer_set_author (self->writer, author != NULL ? author : _("Another desk"), error);
}

/* A version that has just come was checked on its way in, and written anew here; what lay in the file is looked at again. */
static CvnDocument *
read_winner (const CvnSyncLeaf *winner,
             gboolean           is_new,
             GError           **error)
{
  CvnJsonSlice object = { winner->body, winner->body != NULL ? strlen (winner->body) : 0 };

  if (winner->body == NULL)
    return NULL;
  return is_new ? cvn_document_read (&object, error) : cvn_document_parse (winner->body, error);
}

static gboolean
apply_winner (CvnReplica        *self,
              const CvnKind     *kind,
              const char        *id,
              const CvnSyncLeaf *winner,
              const CvnArrival  *only,
              GError           **error)
{
  GError *failure = NULL;
  g_autoptr (CvnDocument) read = only == NULL || only->content == NULL ? read_winner (winner, only != NULL, &failure) : NULL;
  CvnDocument *document = read != NULL || only == NULL ? read : only->content;

  if (winner->body == NULL && !winner->deleted)
    g_set_error_literal (&failure, CVN_ERROR, CVN_ERROR_BSN, _("The document holds what may be a citizen service number: it is not taken over."));
  if (!set_author (self, document, error))
    {
      g_clear_error (&failure);
      return FALSE;
    }
  if (winner->deleted)
    {
      g_clear_error (&failure);
      return delete_record (self, kind, id, document, error);
    }
  if (document != NULL)
    return put_record (self, kind, id, document, only != NULL, error);
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
apply_leaf (CvnReplica        *self,
            const CvnKind     *kind,
            const char        *id,
            const CvnSyncLeaf *winner,
            const CvnArrival  *only,
            gboolean          *waits,
            GError           **error)
{
  GError *failure = NULL;
  g_autoptr (CvnRecord) current = NULL;

  if (kind == NULL)
    g_set_error_literal (&failure, CVN_ERROR, CVN_ERROR_NEWER_FILE, _("A newer version of this program knows what this is."));
  else if (apply_winner (self, kind, id, winner, only, &failure))
    return only != NULL || cvn_sync_waiting_clear (self->writer, winner->document, error);
  else
    current = cvn_reader_get (self->reader, kind, id, NULL);
  *waits = TRUE;
  return wait_for (self, winner, current, failure, error);
}

/**
 * cvn_replica_apply:
 * @only: (nullable): its one version, where @document was not here before; NULL: the versions are looked up
 * @waits: (out): whether the record could not be made to show the winner yet
 *
 * Makes the record of @document show the winning version.
 */
gboolean
cvn_replica_apply (CvnReplica       *self,
                   const char       *document,
                   const CvnArrival *only,
                   gboolean         *waits,
                   GError          **error)
{
  const char    *id;
  const CvnKind *kind;
  g_autoptr (GPtrArray) leaves = NULL;

  *waits = FALSE;
  if (only != NULL)
    return only->id == NULL || apply_leaf (self, only->kind, only->id, only->leaf, only, waits, error);
  kind = cvn_document_parse_id (document, &id);
  leaves = cvn_sync_leaf_list (self->reader, document, error);
  if (leaves == NULL || leaves->len == 0 || id == NULL)
    return leaves != NULL;
  return apply_leaf (self, kind, id, leaves->pdata[0], NULL, waits, error);
}
