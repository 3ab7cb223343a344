/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-couch-pull"

#include "cvn-couch.h"
#include "cvn-document.h"
#include "cvn-error.h"
#include "cvn-revision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the server has. */

static gboolean
fail_format (GError **error)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The answer of the server is not whole, or is not from a CouchDB server."));
  return FALSE;
}

static void
read_row (const CvnJsonSlice *row,
          GPtrArray          *revisions)
{
  g_autofree char *document = cvn_json_dup_member (row, "id");
  CvnJsonSlice     changes;
  CvnJsonSlice     change;
  CvnJsonIter      iter;

  if (document == NULL || *document == '_' || !cvn_json_find (row, "changes", &changes) || !cvn_json_open_array (&iter, &changes))
    return;
  while (cvn_json_next_element (&iter, &change))
    {
      g_autofree char *revision = cvn_json_dup_member (&change, "rev");

      if (revision != NULL)
        g_ptr_array_add (revisions, cvn_couch_revision_new (document, revision));
    }
}

/* Where a server has got to is its own business: a text or a number, kept to the letter. */
static char *
dup_sequence (const CvnJsonSlice *value)
{
  char *text = cvn_json_dup_string (value);

  return text != NULL ? text : cvn_json_dup_compact (value);
}

/**
 * cvn_couch_begin_changes:
 * @since: what @last was the last time, or "0"
 *
 * Returns: (transfer full): the question what changed next, to be given to cvn_couch_end_changes() or cvn_remote_drop()
 */
CvnQuestion *
cvn_couch_begin_changes (CvnRemote    *remote,
                         const char   *since,
                         guint         limit,
                         GCancellable *cancellable)
{
  g_autofree char *escaped = g_uri_escape_string (since, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("_changes?style=all_docs&limit=%u&since=%s", limit, escaped);

  return cvn_remote_begin (remote, "GET", path, NULL, cancellable);
}

/**
 * cvn_couch_end_changes:
 * @question: (transfer full): from cvn_couch_begin_changes()
 * @last: (out) (transfer full): where to go on
 * @n_rows: (out): how many documents changed; 0 at the end
 *
 * Returns: (transfer full) (element-type CvnCouchRevision) (nullable): the versions that are leaves of what changed next
 */
GPtrArray *
cvn_couch_end_changes (CvnQuestion *question,
                       char       **last,
                       guint       *n_rows,
                       GError     **error)
{
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_couch_revision_free);
  g_auto (CvnAnswer) answer = { 0 };
  static const char *const names[] = { "results", "last_seq" };
  CvnJsonSlice             values[G_N_ELEMENTS (names)];
  CvnJsonSlice             row;
  CvnJsonIter              iter;

  *last = NULL;
  *n_rows = 0;
  if (!cvn_remote_end (question, &answer, error))
    return NULL;
  cvn_json_find_all (&answer.json, names, values, G_N_ELEMENTS (names));
  if (values[0].start == NULL || values[1].start == NULL || !cvn_json_open_array (&iter, &values[0]))
    {
      fail_format (error);
      return NULL;
    }
  for (; cvn_json_next_element (&iter, &row); (*n_rows)++)
    read_row (&row, revisions);
  *last = dup_sequence (&values[1]);
  return g_steal_pointer (&revisions);
}

/** cvn_couch_list_changes: as cvn_couch_begin_changes() and cvn_couch_end_changes(). */
GPtrArray *
cvn_couch_list_changes (CvnRemote    *remote,
                        const char   *since,
                        guint         limit,
                        char        **last,
                        guint        *n_rows,
                        GCancellable *cancellable,
                        GError      **error)
{
  return cvn_couch_end_changes (cvn_couch_begin_changes (remote, since, limit, cancellable), last, n_rows, error);
}

static char *
read_path (const CvnJsonSlice *history,
           gint64              gen,
           const char         *hash)
{
  g_autoptr (GString) path = g_string_new (NULL);
  CvnJsonSlice ids;
  CvnJsonSlice id;
  CvnJsonIter  iter;
  gint64       start = 0;

  if (history->start != NULL && cvn_json_find (history, "ids", &ids) && cvn_json_open_array (&iter, &ids))
    while (path->len < CVN_SYNC_MAX_PATH * CVN_SYNC_HASH && path->len / CVN_SYNC_HASH < (gsize) gen && cvn_json_next_element (&iter, &id))
      {
        g_autofree char *text = cvn_json_dup_string (&id);
        g_autofree char *revision = text != NULL ? g_strconcat ("1-", text, NULL) : NULL;
        g_autofree char *digits = NULL;

        if (revision == NULL || !cvn_revision_parse (revision, &start, &digits))
          break;
        g_string_append (path, digits);
      }
  return g_str_has_prefix (path->str, hash) ? g_strdup (path->str) : g_strdup (hash);
}

/* Returns: (nullable): the version, and in @read what it holds; NULL when it is of a form that no peer of ours writes. */
static CvnSyncLeaf *
read_leaf (const CvnJsonSlice *object,
           CvnDocument       **read)
{
  static const char *const names[] = { "_id", "_rev", "_deleted", "_revisions" };
  CvnJsonSlice             values[G_N_ELEMENTS (names)];
  g_autofree char         *document = NULL;
  g_autofree char         *revision = NULL;
  g_autofree char         *hash = NULL;
  g_autofree char         *path = NULL;
  g_autoptr (CvnDocument) content = cvn_document_read_with (object, names, values, G_N_ELEMENTS (names), NULL);
  CvnSyncLeaf *leaf;
  const char  *id;
  gboolean     has_file;
  gint64       gen;

  if (content == NULL)
    return NULL;
  document = values[0].start != NULL ? cvn_json_dup_string (&values[0]) : NULL;
  revision = values[1].start != NULL ? cvn_json_dup_string (&values[1]) : NULL;
  if (document == NULL || revision == NULL || !cvn_revision_parse (revision, &gen, &hash))
    return NULL;
  has_file = cvn_document_take_file (content, cvn_document_parse_id (document, &id));
  path = read_path (&values[3], gen, hash);
  leaf = g_new0 (CvnSyncLeaf, 1);
  leaf->document = g_steal_pointer (&document);
  leaf->gen = gen;
  leaf->path = g_steal_pointer (&path);
  leaf->deleted = values[2].start != NULL && cvn_json_is_true (&values[2]);
  leaf->body = cvn_document_dup_text (content);
  leaf->state = CVN_LEAF_CONFIRMED;
  leaf->has_file = has_file;
  *read = g_steal_pointer (&content);
  return leaf;
}

static void
read_docs (const CvnJsonSlice *result,
           GPtrArray          *leaves,
           GPtrArray          *contents)
{
  CvnJsonSlice docs;
  CvnJsonSlice doc;
  CvnJsonSlice object;
  CvnJsonIter  iter;

  if (!cvn_json_find_parts (result, "docs", &docs) || !cvn_json_open_array (&iter, &docs))
    return;
  while (cvn_json_next_element (&iter, &doc))
    {
      g_autoptr (CvnDocument) content = NULL;
      CvnSyncLeaf *leaf = cvn_json_find_parts (&doc, "ok", &object) ? read_leaf (&object, &content) : NULL;

      if (leaf == NULL)
        continue;
      g_ptr_array_add (leaves, leaf);
      if (contents != NULL)
        g_ptr_array_add (contents, g_steal_pointer (&content));
    }
}

static char *
make_question (GPtrArray *revisions,
               guint      from,
               guint      n)
{
  GString *body = g_string_new ("{\"docs\":[");

  for (guint i = from; i < from + n; i++)
    {
      CvnCouchRevision *revision = revisions->pdata[i];

      g_string_append (body, i > from ? ",{\"id\":" : "{\"id\":");
      cvn_json_write_string (body, revision->document);
      g_string_append (body, ",\"rev\":");
      cvn_json_write_string (body, revision->revision);
      g_string_append_c (body, '}');
    }
  g_string_append (body, "]}");
  return g_string_free (body, FALSE);
}

/**
 * cvn_couch_begin_bulk:
 * @revisions: (element-type CvnCouchRevision)
 *
 * Returns: (transfer full): the question for the @n versions from place @from of @revisions on, with their histories; to be
 *   given to cvn_couch_end_bulk() or cvn_remote_drop()
 */
CvnQuestion *
cvn_couch_begin_bulk (CvnRemote    *remote,
                      GPtrArray    *revisions,
                      guint         from,
                      guint         n,
                      GCancellable *cancellable)
{
  g_autofree char *body = make_question (revisions, from, n);

  return cvn_remote_begin (remote, "POST", "_bulk_get?revs=true", body, cancellable);
}

/**
 * cvn_couch_end_bulk:
 * @question: (transfer full): from cvn_couch_begin_bulk()
 * @contents: (nullable) (element-type CvnDocument): what each of the versions holds is appended to it
 *
 * A version that the server has no more is left out: what follows it will come. When the server sent a whole answer that
 * nobody can read safely (nested too deeply, half a character), the error is %CVN_ERROR_REJECTED: asking again helps nothing.
 *
 * Returns: (transfer full) (element-type CvnSyncLeaf) (nullable): the versions
 */
GPtrArray *
cvn_couch_end_bulk (CvnQuestion *question,
                    GPtrArray   *contents,
                    GError     **error)
{
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
  g_auto (CvnAnswer) answer = { 0 };
  CvnJsonSlice results;
  CvnJsonSlice result;
  CvnJsonIter  iter;

  if (!cvn_remote_end (question, &answer, error))
    {
      if (error != NULL && g_error_matches (*error, CVN_ERROR, CVN_ERROR_FORMAT) && answer.text != NULL &&
          g_str_has_prefix (answer.text, "{\"results\"") && g_str_has_suffix (g_strchomp (answer.text), "]}"))
        (*error)->code = CVN_ERROR_REJECTED;
      return NULL;
    }
  if (!cvn_json_find_parts (&answer.json, "results", &results) || !cvn_json_open_array (&iter, &results))
    {
      fail_format (error);
      return NULL;
    }
  while (cvn_json_next_element (&iter, &result))
    read_docs (&result, leaves, contents);
  return g_steal_pointer (&leaves);
}

/** cvn_couch_get_bulk: as cvn_couch_begin_bulk() and cvn_couch_end_bulk(). */
GPtrArray *
cvn_couch_get_bulk (CvnRemote    *remote,
                    GPtrArray    *revisions,
                    guint         from,
                    guint         n,
                    GCancellable *cancellable,
                    GError      **error)
{
  return cvn_couch_end_bulk (cvn_couch_begin_bulk (remote, revisions, from, n, cancellable), NULL, error);
}

/**
 * cvn_couch_get_file:
 * @length: of the file, in bytes: an answer that is longer is not read to its end
 * @answer: (out): what it holds, to be cleared
 */
gboolean
cvn_couch_get_file (CvnRemote    *remote,
                    const char   *document,
                    const char   *revision,
                    const char   *name,
                    gsize         length,
                    CvnAnswer    *answer,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autofree char *escaped_document = g_uri_escape_string (document, NULL, FALSE);
  g_autofree char *escaped_name = g_uri_escape_string (name, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("%s/%s?rev=%s", escaped_document, escaped_name, revision);

  return cvn_remote_get (remote, path, length, answer, cancellable, error);
}
