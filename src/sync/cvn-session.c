/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-session"

#include "cvn-session.h"

#include "cvn-attachment.h"
#include "cvn-content.h"
#include "cvn-error.h"
#include "cvn-secret.h"
#include "cvn-sync-matters.h"
#include "cvn-sync-queue.h"
#include "cvn-sync-state.h"

#include <glib/gi18n-lib.h>

/* Signs of life that a waiting server is asked for, and how long it may do without one. */
#define HEARTBEAT_MS 10000
#define SILENCE_MS   30000

/** cvn_sync_place_clear: frees what is in it. */
void
cvn_sync_place_clear (CvnSyncPlace *self)
{
  g_free (self->server);
  g_free (self->database);
  g_free (self->user);
  g_free (self->ca_file);
  g_free (self->author);
  *self = (CvnSyncPlace){ 0 };
}

/** cvn_sync_place_copy: makes @target, which is empty, like @source. */
void
cvn_sync_place_copy (const CvnSyncPlace *source,
                     CvnSyncPlace       *target)
{
  *target = (CvnSyncPlace){ g_strdup (source->server), g_strdup (source->database), g_strdup (source->user),
                            g_strdup (source->ca_file), g_strdup (source->author) };
}

/** cvn_sync_facts_free: frees them. */
void
cvn_sync_facts_free (CvnSyncFacts *self)
{
  if (self == NULL)
    return;
  cvn_sync_place_clear (&self->place);
  g_free (self->synced);
  g_free (self->role);
  g_free (self);
}

static gint64
count (GPtrArray *list)
{
  gint64 n = list != NULL ? list->len : 0;

  g_clear_pointer (&list, g_ptr_array_unref);
  return n;
}

static gpointer
read_facts (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  CvnSyncFacts *facts = g_new0 (CvnSyncFacts, 1);

  facts->place = (CvnSyncPlace){ cvn_sync_state_dup (reader, CVN_SYNC_SERVER), cvn_sync_state_dup (reader, CVN_SYNC_DATABASE),
                                 cvn_sync_state_dup (reader, CVN_SYNC_USER), cvn_sync_state_dup (reader, CVN_SYNC_CA_FILE),
                                 cvn_sync_state_dup (reader, CVN_SYNC_AUTHOR) };
  if (facts->place.database == NULL)
    return facts;
  facts->synced = cvn_sync_state_dup (reader, CVN_SYNC_SYNCED);
  facts->role = cvn_sync_state_dup (reader, CVN_SYNC_ROLE);
  facts->live = cvn_sync_state_get_integer (reader, CVN_SYNC_LIVE, 1) != 0;
  facts->n_queue = cvn_sync_leaf_count (reader, CVN_LEAF_TO_SEND) + cvn_sync_leaf_count (reader, CVN_LEAF_SENT) +
                   cvn_sync_count_changed (reader, cvn_sync_state_get_integer (reader, CVN_SYNC_JOURNAL, 0));
  facts->n_conflicts = count (cvn_sync_conflict_list (reader, NULL));
  facts->n_waiting = count (cvn_sync_waiting_list (reader, NULL));
  facts->n_refused = count (cvn_sync_refused_list (reader, NULL));
  facts->n_staying = cvn_content_count_larger (reader, CVN_ATTACHMENT_TRAVELS);
  facts->n_notices = count (cvn_sync_notice_list (reader, NULL));
  return facts;
}

/** cvn_sync_facts_read: (transfer full) (nullable): what there is to say of @store, waiting for the disk. */
CvnSyncFacts *
cvn_sync_facts_read (CvnStore *store,
                     GError  **error)
{
  return cvn_store_read (store, read_facts, NULL, error);
}

/** cvn_session_open: (transfer full) (nullable): the database; without a @secret the keyring is asked for it. */
CvnRemote *
cvn_session_open (const CvnSyncPlace *place,
                  const char         *secret,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr (CvnRemote) remote = NULL;
  char *kept = NULL;

  if (place->server == NULL || place->database == NULL)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("This centre is not shared yet."));
      return NULL;
    }
  remote = cvn_remote_new (place->server, place->database, place->ca_file, error);
  if (remote == NULL || place->user == NULL || *place->user == '\0')
    return g_steal_pointer (&remote);
  if (secret == NULL && (kept = cvn_secret_lookup (place->server, place->database, place->user, cancellable, error)) == NULL)
    return NULL;
  cvn_remote_set_account (remote, place->user, secret != NULL ? secret : kept);
  if (kept != NULL)
    cvn_secret_free (kept);
  return g_steal_pointer (&remote);
}

/**
 * cvn_session_run:
 * @secret: (nullable): when the keyring shall not be asked
 * @progress: (nullable): told on this thread
 *
 * One exchange, on a thread that may wait.
 */
gboolean
cvn_session_run (CvnStore              *store,
                 const CvnSyncPlace    *place,
                 const char            *secret,
                 CvnReplicationProgress progress,
                 gpointer               data,
                 GCancellable          *cancellable,
                 CvnSyncOutcome        *outcome,
                 GError               **error)
{
  g_autoptr (CvnRemote) remote = cvn_session_open (place, secret, cancellable, error);
  g_auto (CvnReplication) replication = { .store = store, .remote = remote, .cancellable = cancellable, .progress = progress, .data = data };
  gboolean done;

  *outcome = (CvnSyncOutcome){ 0 };
  if (remote == NULL)
    return FALSE;
  done = cvn_replication_run (&replication, error);
  *outcome = (CvnSyncOutcome){ replication.n_received, replication.n_sent, replication.n_refused, cvn_remote_get_retry_after (remote), replication.resent };
  return done;
}

static gpointer
read_since (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return cvn_sync_state_dup (reader, CVN_SYNC_SINCE);
}

/** cvn_session_wait: waits until something changes on the server; a server that falls silent is an error. */
gboolean
cvn_session_wait (CvnStore           *store,
                  const CvnSyncPlace *place,
                  const char         *secret,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr (CvnRemote) remote = cvn_session_open (place, secret, cancellable, error);
  g_autofree char *since = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;

  if (remote == NULL)
    return FALSE;
  since = cvn_store_read (store, read_since, NULL, error);
  if (since == NULL)
    return FALSE;
  escaped = g_uri_escape_string (since, NULL, FALSE);
  path = g_strdup_printf ("_changes?feed=longpoll&heartbeat=%d&since=%s", HEARTBEAT_MS, escaped);
  cvn_remote_set_patience (remote, SILENCE_MS, 0);
  return cvn_remote_wait (remote, path, cancellable, error);
}
