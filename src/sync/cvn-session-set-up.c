/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-session-set-up"

#include "cvn-session.h"

#include "cvn-couch.h"
#include "cvn-document.h"
#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-sync-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What the server itself refuses, whoever asks: to write without a role, to write what is no document of ours. The program's
 * own manners are no guard against other programs.
 */
#define VALIDATE                                                                                        \
  "function (newDoc, oldDoc, userCtx) {\n"                                                              \
  "  function has (role) { return userCtx.roles.indexOf (role) >= 0; }\n"                               \
  "  if (has ('_admin') || has ('admin')) return;\n"                                                    \
  "  if (newDoc._id.charAt (0) === '_') throw ({ forbidden: 'Only an administrator may do this.' });\n" \
  "  if (!has ('manager') && !has ('staff')) throw ({ forbidden: 'This account may read only.' });\n"   \
  "  if (!/^[a-z_]+:[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test (newDoc._id))\n"                                 \
  "    throw ({ forbidden: 'This is not a document of Convenant.' });\n"                                \
  "  if (newDoc._deleted) return;\n"                                                                    \
  "  if (!newDoc.convenant || newDoc.convenant.kind !== newDoc._id.split (':')[0])\n"                   \
  "    throw ({ forbidden: 'This is not a document of Convenant.' });\n"                                \
  "}"

static gboolean
is_too_old (const char *version)
{
  char        *end;
  const gint64 major = g_ascii_strtoll (version, &end, 10);
  const gint64 minor = *end == '.' ? g_ascii_strtoll (end + 1, NULL, 10) : 0;

  return major < 3 || (major == 3 && minor < 3);
}

/** cvn_session_test: whether the place can be used: the error says which thing is wrong. @n_documents is what it holds. */
gboolean
cvn_session_test (const CvnSyncPlace *place,
                  const char         *secret,
                  gint64             *n_documents,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr (CvnRemote) remote = cvn_session_open (place, secret, cancellable, error);
  g_autofree char *born = NULL;
  g_autofree char *version = NULL;
  g_auto (CvnAnswer) answer = { 0 };
  CvnJsonSlice welcome;

  *n_documents = 0;
  if (remote == NULL || !cvn_remote_ask_server (remote, "", &answer, cancellable, error))
    return FALSE;
  version = cvn_json_dup_member (&answer.json, "version");
  if (!cvn_json_find (&answer.json, "couchdb", &welcome) && !cvn_json_find (&answer.json, "express-pouchdb", &welcome))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_COUCHDB, _("What answers at this address is not a CouchDB server."));
      return FALSE;
    }
  if (cvn_json_find (&answer.json, "couchdb", &welcome) && version != NULL && is_too_old (version))
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_COUCHDB, _("The server is CouchDB %s. Version 3.3 or newer is needed."), version);
      return FALSE;
    }
  return cvn_couch_get_born (remote, &born, n_documents, cancellable, error);
}

static gboolean
is_over (GError  *failure,
         CvnError code,
         GError **error)
{
  if (failure == NULL)
    return TRUE;
  if (g_error_matches (failure, CVN_ERROR, (int) code))
    {
      g_error_free (failure);
      return TRUE;
    }
  g_propagate_error (error, failure);
  return FALSE;
}

/* Who may not write the rules shares without them; the person who runs the server has a page in the help about it. */
static void
install_rules (CvnRemote    *remote,
               GCancellable *cancellable)
{
  g_autoptr (GString) body = g_string_new ("{\"_id\":\"_design/convenant\",\"language\":\"javascript\",\"validate_doc_update\":");
  g_auto (CvnAnswer) answer = { 0 };
  g_autoptr (GError) failure = NULL;

  cvn_json_write_string (body, VALIDATE);
  g_string_append_c (body, '}');
  if (!cvn_remote_ask (remote, "PUT", "_design/convenant", body->str, &answer, cancellable, &failure))
    g_debug ("The rules were not written: %s", failure->message);
}

/** cvn_session_create: makes the database, unless it is there and empty, and gives it its rules; %CVN_ERROR_EXISTS when it holds something. */
gboolean
cvn_session_create (const CvnSyncPlace *place,
                    const char         *secret,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autoptr (CvnRemote) remote = cvn_session_open (place, secret, cancellable, error);
  g_auto (CvnAnswer) answer = { 0 };
  g_autofree char *born = NULL;
  GError          *failure = NULL;
  gint64           n_documents;

  if (remote == NULL)
    return FALSE;
  if (!cvn_couch_get_born (remote, &born, &n_documents, cancellable, &failure))
    {
      if (!g_error_matches (failure, CVN_ERROR, CVN_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_clear_error (&failure);
      cvn_remote_ask (remote, "PUT", "", NULL, &answer, cancellable, &failure);
      if (!is_over (failure, CVN_ERROR_EXISTS, error))
        return FALSE;
      n_documents = 0;
    }
  if (n_documents > 1)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_EXISTS, _("The database holds documents already. Join it, or share in an empty one."));
      return FALSE;
    }
  install_rules (remote, cancellable);
  return TRUE;
}

static gboolean
write_place (CvnWriter    *writer,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const CvnSyncPlace *place = data;
  CvnReader          *reader = cvn_writer_get_reader (writer);
  g_autofree char    *server = cvn_sync_state_dup (reader, CVN_SYNC_SERVER);
  g_autofree char    *database = cvn_sync_state_dup (reader, CVN_SYNC_DATABASE);
  gboolean            moved = database != NULL && (g_strcmp0 (server, place->server) != 0 || g_strcmp0 (database, place->database) != 0);

  /* What was known of another database says nothing of this one. */
  return (!moved || cvn_sync_state_forget (writer, error)) &&
         cvn_sync_state_set (writer, CVN_SYNC_SERVER, place->server, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_DATABASE, place->database, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_USER, place->user, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_CA_FILE, place->ca_file, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_AUTHOR, place->author, error);
}

static gboolean
write_to (CvnStore    *store,
          CvnWriteFunc func,
          gpointer     data,
          GError     **error)
{
  GError *failure = NULL;

  cvn_store_write (store, CVN_ACTION_SYNC, NULL, NULL, func, data, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/** cvn_session_set_place: from now on the centre is shared at @place. Nothing is sent yet. */
gboolean
cvn_session_set_place (CvnStore           *store,
                       const CvnSyncPlace *place,
                       GError            **error)
{
  return cvn_remote_check_address (place->server, error) &&
         cvn_remote_check_database (place->database, error) &&
         write_to (store, write_place, (gpointer) (guintptr) place, error);
}

static gboolean
forget (CvnWriter    *writer,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  return cvn_sync_state_forget (writer, error);
}

/** cvn_session_leave: the centre is not shared any more. All records stay here, and all documents there. */
gboolean
cvn_session_leave (CvnStore *store,
                   GError  **error)
{
  return write_to (store, forget, NULL, error);
}

static gboolean
rebuild (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, "", FALSE);
  return cvn_replica_capture (&replica, error) &&
         cvn_sync_leaf_forget_confirmed (writer, error) &&
         cvn_sync_leaf_change_states (writer, CVN_LEAF_REFUSED, CVN_LEAF_TO_SEND, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_SINCE, "0", error) &&
         cvn_sync_state_set (writer, CVN_SYNC_OPEN, NULL, error);
}

/** cvn_session_rebuild: the next exchange asks for everything anew, and for once believes the server; what was not sent yet, or refused, stays and goes out. */
gboolean
cvn_session_rebuild (CvnStore *store,
                     GError  **error)
{
  return write_to (store, rebuild, NULL, error);
}

static gboolean
send_again (CvnWriter    *writer,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return cvn_sync_leaf_change_states (writer, CVN_LEAF_REFUSED, CVN_LEAF_TO_SEND, error);
}

/** cvn_session_send_again: what the server refused is offered to it once more with the next exchange. */
gboolean
cvn_session_send_again (CvnStore *store,
                        GError  **error)
{
  return write_to (store, send_again, NULL, error);
}
