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

/* For one version, in bytes. */
#define USUAL_QUESTION ((gsize) 128)

static gboolean
fail_format (GError **error)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The answer of the server is not whole, or is not from a CouchDB server."));
  return FALSE;
}

static void
read_change (CvnJsonIter *changes,
             const char  *document,
             gsize        document_length,
             GPtrArray   *revisions)
{
  CvnJsonIter      change;
  CvnJsonSlice     value;
  g_autofree char *copy = NULL;
  gsize            length = 0;
  const char      *revision = NULL;

  if (!cvn_json_enter_object (changes, &change))
    return;
  if (cvn_json_go_to (&change, "rev") && cvn_json_next_element (&change, &value))
    revision = cvn_json_peek_string (&value, &length, &copy);
  if (revision != NULL)
    g_ptr_array_add (revisions, cvn_couch_revision_new (document, document_length, revision, length));
  cvn_json_leave (changes, &change);
}

static void
read_row (const CvnJsonSlice *row,
          GPtrArray          *revisions)
{
  static const char *const names[] = { "id", "changes" };
  CvnJsonSlice             values[G_N_ELEMENTS (names)];
  CvnJsonIter              changes;
  g_autofree char         *copy = NULL;
  gsize                    length;
  const char              *document;

  cvn_json_find_all (row, names, values, G_N_ELEMENTS (names));
  if (values[0].start == NULL || values[1].start == NULL)
    return;
  document = cvn_json_peek_string (&values[0], &length, &copy);
  if (document == NULL || *document == '_' || !cvn_json_open_array (&changes, &values[1]))
    return;
  while (changes.cursor != NULL)
    read_change (&changes, document, length, revisions);
}

static gboolean
read_changes (CvnJsonIter *answer,
              GPtrArray   *revisions,
              guint       *n_rows)
{
  CvnJsonIter  rows;
  CvnJsonSlice row;

  if (!cvn_json_enter_array (answer, &rows))
    return FALSE;
  for (; cvn_json_next_element (&rows, &row); (*n_rows)++)
    read_row (&row, revisions);
  cvn_json_leave (answer, &rows);
  return TRUE;
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
  CvnJsonIter  members;
  CvnJsonSlice name;
  CvnJsonSlice value;
  gboolean     has_rows = FALSE;

  *last = NULL;
  *n_rows = 0;
  if (!cvn_remote_end (question, &answer, error))
    return NULL;
  cvn_json_open_object (&members, &answer.json);
  while (cvn_json_next_name (&members, &name))
    if (!has_rows && cvn_json_is_name (&name, "results"))
      has_rows = read_changes (&members, revisions, n_rows);
    else if (cvn_json_next_element (&members, &value) && *last == NULL && cvn_json_is_name (&name, "last_seq"))
      *last = dup_sequence (&value);
  if (has_rows && *last != NULL)
    return g_steal_pointer (&revisions);
  g_clear_pointer (last, g_free);
  fail_format (error);
  return NULL;
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

static gboolean
read_id (const CvnJsonSlice *id,
         char               *hash)
{
  g_autofree char *copy = NULL;
  gsize            length;
  const char      *text = cvn_json_peek_string (id, &length, &copy);

  return text != NULL && cvn_revision_read_hash (text, length, hash);
}

/* Returns: (nullable): the path of the version @gen-@hash as far as it is told; NULL when nothing is told but the version itself. */
static char *
dup_path (const CvnJsonSlice *history,
          gint64              gen,
          const char         *hash)
{
  gsize        most = (gsize) MIN (gen, (gint64) CVN_SYNC_MAX_PATH) * CVN_SYNC_HASH;
  CvnJsonSlice ids;
  CvnJsonSlice id;
  CvnJsonIter  iter;
  char        *path;
  gsize        length = 0;

  if (gen == 1 || history->start == NULL || !cvn_json_find (history, "ids", &ids) || !cvn_json_open_array (&iter, &ids))
    return NULL;
  path = g_malloc (most + 1);
  while (length < most && cvn_json_next_element (&iter, &id) && read_id (&id, path + length))
    length += CVN_SYNC_HASH;
  path[length] = '\0';
  if (!g_str_has_prefix (path, hash))
    g_clear_pointer (&path, g_free);
  return path;
}

/* One piece of memory: there are many. */
static CvnSyncLeaf *
make_leaf (CvnDocument *content,
           const char  *document,
           gsize        document_length,
           const char  *path)
{
  const gsize  path_length = strlen (path);
  const gsize  room = sizeof (CvnSyncLeaf) + document_length + 1 + path_length + 1;
  CvnSyncLeaf *leaf = cvn_document_dup_text_behind (content, room);
  char        *texts = (char *) (leaf + 1);

  *leaf = (CvnSyncLeaf){ .document = texts, .path = texts + document_length + 1, .state = CVN_LEAF_CONFIRMED, .is_whole = TRUE };
  leaf->body = (char *) leaf + room;
  memcpy (leaf->document, document, document_length);
  leaf->document[document_length] = '\0';
  memcpy (leaf->path, path, path_length + 1);
  return leaf;
}

static gboolean
take_file (CvnDocument *content,
           const char  *document,
           gsize        length)
{
  g_autofree char *copy = NULL;
  const char      *id;

  if (cvn_document_get (content, "_attachments") == NULL)
    return FALSE;
  copy = g_strndup (document, length);
  return cvn_document_take_file (content, cvn_document_parse_id (copy, &id));
}

/* Returns: (nullable): the version, and in @read what it holds; NULL when it is of a form that no peer of ours writes. */
static CvnSyncLeaf *
read_leaf (CvnJsonIter  *members,
           CvnDocument **read)
{
  static const char *const names[] = { "_id", "_rev", "_deleted", "_revisions" };
  CvnJsonSlice             values[G_N_ELEMENTS (names)];
  g_autofree char         *document_copy = NULL;
  g_autofree char         *revision_copy = NULL;
  g_autofree char         *path = NULL;
  g_autoptr (CvnDocument) content = cvn_document_read_on (members, names, values, G_N_ELEMENTS (names), NULL);
  CvnSyncLeaf *leaf;
  const char  *document;
  const char  *revision;
  gsize        document_length;
  gsize        revision_length;
  char         hash[CVN_SYNC_HASH + 1];
  gint64       gen;
  gboolean     has_file;

  if (content == NULL || values[0].start == NULL || values[1].start == NULL)
    return NULL;
  document = cvn_json_peek_string (&values[0], &document_length, &document_copy);
  revision = cvn_json_peek_string (&values[1], &revision_length, &revision_copy);
  if (document == NULL || revision == NULL || !cvn_revision_read (revision, revision_length, &gen, hash))
    return NULL;
  has_file = take_file (content, document, document_length);
  path = dup_path (&values[3], gen, hash);
  leaf = make_leaf (content, document, document_length, path != NULL ? path : hash);
  leaf->gen = gen;
  leaf->deleted = values[2].start != NULL && cvn_json_is_true (&values[2]);
  leaf->has_file = has_file;
  *read = g_steal_pointer (&content);
  return leaf;
}

static void
read_doc (CvnJsonIter *docs,
          GPtrArray   *leaves,
          GPtrArray   *contents)
{
  CvnJsonIter  doc;
  CvnJsonIter  members;
  CvnSyncLeaf *leaf = NULL;
  g_autoptr (CvnDocument) content = NULL;

  if (!cvn_json_enter_object (docs, &doc))
    return;
  if (cvn_json_go_to (&doc, "ok") && cvn_json_enter_object (&doc, &members))
    {
      leaf = read_leaf (&members, &content);
      cvn_json_leave (&doc, &members);
    }
  cvn_json_leave (docs, &doc);
  if (leaf == NULL)
    return;
  g_ptr_array_add (leaves, leaf);
  if (contents != NULL)
    g_ptr_array_add (contents, g_steal_pointer (&content));
}

static void
read_result (CvnJsonIter *results,
             GPtrArray   *leaves,
             GPtrArray   *contents)
{
  CvnJsonIter result;
  CvnJsonIter docs;

  if (!cvn_json_enter_object (results, &result))
    return;
  if (cvn_json_go_to (&result, "docs") && cvn_json_enter_array (&result, &docs))
    {
      while (docs.cursor != NULL)
        read_doc (&docs, leaves, contents);
      cvn_json_leave (&result, &docs);
    }
  cvn_json_leave (results, &result);
}

static char *
make_question (GPtrArray *revisions,
               guint      from,
               guint      n)
{
  GString *body = g_string_sized_new (16 + n * USUAL_QUESTION);

  g_string_append (body, "{\"docs\":[");

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
  CvnJsonIter members;
  CvnJsonIter results;

  if (!cvn_remote_end (question, &answer, error))
    {
      if (error != NULL && g_error_matches (*error, CVN_ERROR, CVN_ERROR_FORMAT) && answer.text != NULL &&
          g_str_has_prefix (answer.text, "{\"results\"") && g_str_has_suffix (g_strchomp (answer.text), "]}"))
        (*error)->code = CVN_ERROR_REJECTED;
      return NULL;
    }
  if (!cvn_json_open_object (&members, &answer.json) || !cvn_json_go_to (&members, "results") || !cvn_json_enter_array (&members, &results))
    {
      fail_format (error);
      return NULL;
    }
  while (results.cursor != NULL)
    read_result (&results, leaves, contents);
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
