/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-couch"

#include "cvn-couch.h"

#include "cvn-error.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* About the database and about this desk. */

/** cvn_couch_revision_new: (transfer full): names one version of a document. One piece of memory: there are many. */
CvnCouchRevision *
cvn_couch_revision_new (const char *document,
                        gsize       document_length,
                        const char *revision,
                        gsize       revision_length)
{
  CvnCouchRevision *self = g_malloc (sizeof *self + document_length + revision_length + 2);

  self->document = (char *) (self + 1);
  self->revision = self->document + document_length + 1;
  memcpy (self->document, document, document_length);
  self->document[document_length] = '\0';
  memcpy (self->revision, revision, revision_length);
  self->revision[revision_length] = '\0';
  return self;
}

/** cvn_couch_revision_free: frees it. */
void
cvn_couch_revision_free (CvnCouchRevision *self)
{
  g_free (self);
}

/** cvn_couch_refusal_free: frees it. */
void
cvn_couch_refusal_free (CvnCouchRefusal *self)
{
  g_free (self->document);
  g_free (self->reason);
  g_free (self);
}

/** cvn_couch_get_born: the database's word for when it was made, and how many documents it holds; %CVN_ERROR_NOT_COUCHDB when nothing of the kind answers. */
gboolean
cvn_couch_get_born (CvnRemote    *remote,
                    char        **born,
                    gint64       *n_documents,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_auto (CvnAnswer) answer = { 0 };
  CvnJsonSlice value;

  *born = NULL;
  *n_documents = 0;
  if (!cvn_remote_ask (remote, "GET", "", NULL, &answer, cancellable, error))
    {
      if (error != NULL && g_error_matches (*error, CVN_ERROR, CVN_ERROR_FORMAT))
        (*error)->code = CVN_ERROR_NOT_COUCHDB;
      return FALSE;
    }
  if (!cvn_json_find (&answer.json, "db_name", &value) || !cvn_json_find (&answer.json, "doc_count", &value))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_COUCHDB, _("What answers at this address is not a CouchDB server."));
      return FALSE;
    }
  cvn_json_get_integer (&value, n_documents);
  *born = cvn_json_dup_member (&answer.json, "instance_start_time");
  if (*born == NULL)
    *born = g_strdup ("");
  return TRUE;
}

/* The one that allows most. */
static const char *const roles[] = { "_admin", "admin", "manager", "staff", "board" };

static guint
rank_role (const CvnJsonSlice *element)
{
  g_autofree char *role = cvn_json_dup_string (element);

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (role, roles[i]) == 0)
      return i;
  return G_N_ELEMENTS (roles);
}

/** cvn_couch_get_role: what the server lets this account do: "admin", "manager", "staff", "board", or "" when it says nothing of that. */
gboolean
cvn_couch_get_role (CvnRemote    *remote,
                    char        **role,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_auto (CvnAnswer) answer = { 0 };
  CvnJsonSlice context;
  CvnJsonSlice list = { NULL, 0 };
  CvnJsonSlice element;
  CvnJsonIter  iter;
  guint        best = G_N_ELEMENTS (roles);

  *role = NULL;
  if (!cvn_remote_ask_server (remote, "_session", &answer, cancellable, error))
    return FALSE;
  if (cvn_json_find (&answer.json, "userCtx", &context) && cvn_json_find (&context, "roles", &list) && cvn_json_open_array (&iter, &list))
    while (cvn_json_next_element (&iter, &element))
      best = MIN (best, rank_role (&element));
  *role = g_strdup (best == G_N_ELEMENTS (roles) ? "" : roles[MAX (best, 1)]);
  return TRUE;
}

/** cvn_couch_get_mark: what this desk left on the server: @counter is -1 and @revision NULL when there is nothing. */
gboolean
cvn_couch_get_mark (CvnRemote    *remote,
                    const char   *id,
                    gint64       *counter,
                    char        **revision,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autofree char *path = g_strconcat ("_local/", id, NULL);
  g_auto (CvnAnswer) answer = { 0 };
  g_autoptr (GError) failure = NULL;
  CvnJsonSlice value;

  *counter = -1;
  *revision = NULL;
  if (!cvn_remote_ask (remote, "GET", path, NULL, &answer, cancellable, &failure))
    {
      if (g_error_matches (failure, CVN_ERROR, CVN_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!cvn_json_find (&answer.json, "counter", &value) || !cvn_json_get_integer (&value, counter))
    *counter = -1;
  *revision = cvn_json_dup_member (&answer.json, "_rev");
  return TRUE;
}

/** cvn_couch_put_mark: leaves @counter on the server for the next time. */
gboolean
cvn_couch_put_mark (CvnRemote    *remote,
                    const char   *id,
                    gint64        counter,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autofree char *path = g_strconcat ("_local/", id, NULL);
  g_autofree char *revision = NULL;
  g_autoptr (GString) body = g_string_new ("{\"_id\":");
  g_auto (CvnAnswer) answer = { 0 };
  gint64 old;

  if (!cvn_couch_get_mark (remote, id, &old, &revision, cancellable, error))
    return FALSE;
  cvn_json_write_string (body, path);
  if (revision != NULL)
    {
      g_string_append (body, ",\"_rev\":");
      cvn_json_write_string (body, revision);
    }
  g_string_append_printf (body, ",\"counter\":%" G_GINT64_FORMAT "}", counter);
  return cvn_remote_ask (remote, "PUT", path, body->str, &answer, cancellable, error);
}
