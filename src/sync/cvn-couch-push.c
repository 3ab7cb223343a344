/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-couch-push"

#include "cvn-couch.h"
#include "cvn-document.h"
#include "cvn-error.h"
#include "cvn-record.h"
#include "cvn-revision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the server lacks. */

static char *
make_question (GPtrArray *leaves)
{
  GString *body = g_string_new ("{");

  for (guint i = 0; i < leaves->len; i++)
    {
      CvnSyncLeaf     *leaf = leaves->pdata[i];
      g_autofree char *revision = cvn_revision_dup_of (leaf);

      if (i > 0)
        g_string_append_c (body, ',');
      cvn_json_write_string (body, leaf->document);
      g_string_append_printf (body, ":[\"%s\"]", revision);
    }
  g_string_append_c (body, '}');
  return g_string_free (body, FALSE);
}

/**
 * cvn_couch_list_missing:
 * @leaves: (element-type CvnSyncLeaf): no two of one document
 *
 * Returns: (transfer container) (element-type CvnSyncLeaf) (nullable): those that the server lacks
 */
GPtrArray *
cvn_couch_list_missing (CvnRemote    *remote,
                        GPtrArray    *leaves,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autofree char *body = make_question (leaves);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (CvnAnswer) answer = { 0 };
  GPtrArray   *missing;
  CvnJsonSlice value;
  CvnJsonIter  iter;
  char        *document = NULL;

  if (!cvn_remote_ask (remote, "POST", "_revs_diff", body, &answer, cancellable, error))
    return NULL;
  if (!cvn_json_open_object (&iter, &answer.json))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The answer of the server is not whole, or is not from a CouchDB server."));
      return NULL;
    }
  while (cvn_json_next_member (&iter, &document, &value))
    g_hash_table_add (wanted, document);
  missing = g_ptr_array_new ();
  for (guint i = 0; i < leaves->len; i++)
    if (g_hash_table_contains (wanted, ((CvnSyncLeaf *) leaves->pdata[i])->document))
      g_ptr_array_add (missing, leaves->pdata[i]);
  return missing;
}

static char *
dup_with_file (const CvnSyncLeaf *leaf)
{
  const char *id;

  return cvn_document_dup_text_with_file (leaf->body, cvn_document_parse_id (leaf->document, &id), leaf->content);
}

static void
append_document (GString           *body,
                 const CvnSyncLeaf *leaf)
{
  g_autofree char *revision = cvn_revision_dup_of (leaf);
  g_autofree char *with_file = leaf->content != NULL ? dup_with_file (leaf) : NULL;
  const char      *content = with_file != NULL ? with_file : leaf->body;
  gsize            n = strlen (leaf->path) / CVN_SYNC_HASH;

  g_string_append (body, "{\"_id\":");
  cvn_json_write_string (body, leaf->document);
  g_string_append_printf (body, ",\"_rev\":\"%s\",\"_revisions\":{\"start\":%" G_GINT64_FORMAT ",\"ids\":[", revision, leaf->gen);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append (body, i > 0 ? ",\"" : "\"");
      g_string_append_len (body, leaf->path + i * CVN_SYNC_HASH, CVN_SYNC_HASH);
      g_string_append_c (body, '"');
    }
  g_string_append (body, leaf->deleted ? "]},\"_deleted\":true" : "]}");
  if (strlen (content) > 2)
    g_string_append_c (body, ',');
  g_string_append (body, content + 1);
}

static int
find_code (const CvnJsonSlice *refusal)
{
  g_autofree char *word = cvn_json_dup_member (refusal, "error");

  if (g_strcmp0 (word, "forbidden") == 0)
    return 403;
  if (g_strcmp0 (word, "unauthorized") == 0)
    return 401;
  return g_strcmp0 (word, "too_large") == 0 || g_strcmp0 (word, "document_too_large") == 0 ? 413 : 400;
}

static void
read_refusals (const CvnAnswer *answer,
               GPtrArray       *refusals)
{
  CvnJsonSlice entry;
  CvnJsonSlice word;
  CvnJsonIter  iter;

  cvn_json_open_array (&iter, &answer->json);
  while (cvn_json_next_element (&iter, &entry))
    {
      CvnCouchRefusal *refusal;
      char            *document = cvn_json_find (&entry, "error", &word) ? cvn_json_dup_member (&entry, "id") : NULL;

      if (document == NULL)
        continue;
      refusal = g_new0 (CvnCouchRefusal, 1);
      *refusal = (CvnCouchRefusal){ document, find_code (&entry), cvn_json_dup_member (&entry, "reason") };
      g_ptr_array_add (refusals, refusal);
    }
}

/**
 * cvn_couch_put_bulk:
 * @refusals: (element-type CvnCouchRefusal): what the server refuses one by one is appended to it
 *
 * Hands over the @n versions from place @from of @leaves on as they are, with their histories. Doing it twice does it once.
 */
gboolean
cvn_couch_put_bulk (CvnRemote    *remote,
                    GPtrArray    *leaves,
                    guint         from,
                    guint         n,
                    GPtrArray    *refusals,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (GString) body = g_string_new ("{\"new_edits\":false,\"docs\":[");
  g_auto (CvnAnswer) answer = { 0 };

  for (guint i = from; i < from + n; i++)
    {
      if (i > from)
        g_string_append_c (body, ',');
      append_document (body, leaves->pdata[i]);
    }
  g_string_append (body, "]}");
  if (!cvn_remote_ask (remote, "POST", "_bulk_docs", body->str, &answer, cancellable, error))
    return FALSE;
  read_refusals (&answer, refusals);
  return TRUE;
}
