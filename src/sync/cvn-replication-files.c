/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replication-files"

#include "cvn-content.h"
#include "cvn-couch.h"
#include "cvn-document.h"
#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-replication.h"
#include "cvn-revision.h"
#include "cvn-sync-matters.h"
#include "cvn-sync-wanted.h"

/*
 * What attached files hold. A version is taken in at once; its file is noted as wanted in the same transaction and fetched
 * before anything is sent, so that a version that follows never goes out without the file that the one before it had.
 */

/** cvn_replication_want_file: notes that the file of @leaf, which has just come, is to be fetched, unless it is here. */
gboolean
cvn_replication_want_file (CvnWriter         *writer,
                           const CvnSyncLeaf *leaf,
                           GError           **error)
{
  g_autoptr (CvnDocument) document = NULL;
  g_auto (CvnAttachment) file = { 0 };
  const char      *id;
  g_autofree char *revision = NULL;
  CvnSyncWanted    wanted;

  if (!leaf->has_file || leaf->deleted || leaf->body == NULL || (document = cvn_document_parse (leaf->body, NULL)) == NULL ||
      !cvn_document_read_file (document, cvn_document_parse_id (leaf->document, &id), &file) || !cvn_attachment_travels (&file) ||
      cvn_content_is_here (cvn_writer_get_reader (writer), file.hash))
    return TRUE;
  revision = cvn_revision_dup_of (leaf);
  wanted = (CvnSyncWanted){ leaf->document, file.hash, revision, file.name, file.length };
  return cvn_sync_wanted_put (writer, &wanted, error);
}

/* What became of one file. */
typedef struct
{
  CvnSyncWanted *wanted;
  GBytes        *content; /* NULL: it cannot be had */
  const char    *notice;  /* then why */
} Fetched;

static gboolean
keep (CvnWriter    *writer,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  Fetched         *fetched = data;
  g_autofree char *now = cvn_replication_dup_now ();

  if (fetched->content != NULL && !cvn_content_put (writer, fetched->wanted->hash, fetched->content, error))
    return FALSE;
  if (fetched->content == NULL && !cvn_sync_notice_add (writer, now, fetched->wanted->document, fetched->notice, NULL, error))
    return FALSE;
  return cvn_sync_wanted_drop (writer, fetched->wanted, error);
}

/* Only what was attached is kept: the right length, and the right sum. */
static GBytes *
check (const CvnSyncWanted *wanted,
       CvnAnswer           *answer)
{
  g_autoptr (GBytes) content = g_bytes_new (answer->text, answer->length);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return (gint64) answer->length == wanted->length && g_str_equal (sum, wanted->hash) ? g_steal_pointer (&content) : NULL;
}

static gboolean
fetch (CvnReplication *self,
       CvnSyncWanted  *wanted,
       GError        **error)
{
  g_auto (CvnAnswer) answer = { 0 };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) failure = NULL;
  Fetched fetched = { wanted, NULL, "file-lost" };

  if (cvn_couch_get_file (self->remote, wanted->document, wanted->revision, wanted->name, (gsize) wanted->length, &answer, self->cancellable, &failure))
    {
      content = check (wanted, &answer);
      fetched.notice = "file-damaged";
      if (content != NULL && cvn_attachment_hides_bsn (content))
        {
          g_clear_pointer (&content, g_bytes_unref);
          fetched.notice = "file-forbidden";
        }
    }
  else if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_TOO_LARGE))
    {
      fetched.notice = "file-damaged";
    }
  else if (!g_error_matches (failure, CVN_ERROR, CVN_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  fetched.content = content;
  return cvn_replication_write (self, keep, &fetched, error);
}

static gpointer
list_wanted (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return cvn_sync_wanted_list (reader, error);
}

/** cvn_replication_fetch_files: fetches what the versions that came in name; what cannot be had is told, and not asked for again. */
gboolean
cvn_replication_fetch_files (CvnReplication *self,
                             GError        **error)
{
  g_autoptr (GPtrArray) wanted = cvn_store_read (self->store, list_wanted, NULL, error);

  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    if (!fetch (self, wanted->pdata[i], error))
      return FALSE;
  return wanted != NULL;
}

static GBytes *
find_content (CvnReader         *reader,
              const CvnSyncLeaf *leaf)
{
  const char    *id;
  const CvnKind *kind = cvn_document_parse_id (leaf->document, &id);
  g_autoptr (CvnDocument) document = NULL;
  g_auto (CvnAttachment) file = { 0 };

  if (leaf->deleted || kind == NULL || cvn_attachment_find_field (kind) < 0 || (document = cvn_document_parse (leaf->body, NULL)) == NULL ||
      !cvn_document_read_file (document, kind, &file) || !cvn_attachment_travels (&file))
    return NULL;
  return cvn_content_get (reader, file.hash, NULL);
}

/** cvn_replication_load_files: gives @leaves, about to be sent, the content of their files; those that would be too much together wait for the next time. */
void
cvn_replication_load_files (CvnReader *reader,
                            GPtrArray *leaves,
                            gsize      max_bytes)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < leaves->len; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];

      leaf->content = find_content (reader, leaf);
      if (leaf->content != NULL)
        n_bytes += g_bytes_get_size (leaf->content) * 4 / 3;
      if (i == 0 || leaf->content == NULL || n_bytes <= max_bytes)
        continue;
      g_ptr_array_set_size (leaves, (int) i);
      return;
    }
}
