/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replication"

#include "cvn-replication.h"

#include "cvn-couch.h"
#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-sync-desk.h"
#include "cvn-sync-state.h"

#include <gio/gio.h>

/*
 * One exchange: look whether the server is the one that was left, take in what is new there, hand over what is new here.
 *
 * On the server lies a mark of this copy of the file with a counter that goes up before and after anything changes. When it
 * is missing or smaller than what was confirmed, the server has lost something, perhaps what was sent to it: then everything
 * is compared anew, which costs a question for each few hundred documents and sends nothing that is there. When it is larger,
 * this file is an older copy: it goes on under a name of its own. What an exchange sent that never came to its end is
 * compared again by the next one.
 */

#define BATCH 500

/** cvn_replication_dup_now: (transfer full): this moment: UTC, ISO. */
char *
cvn_replication_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/** cvn_replication_clear: frees what it made; what the caller filled in is the caller's. */
void
cvn_replication_clear (CvnReplication *self)
{
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->since, g_free);
}

/* Who only reads has nothing to give back to a server that lost something. */
static gboolean
compare_all (CvnWriter *writer,
             GError   **error)
{
  g_autofree char *role = cvn_sync_state_dup (cvn_writer_get_reader (writer), CVN_SYNC_ROLE);

  if (!cvn_sync_state_set (writer, CVN_SYNC_SINCE, "0", error) || !cvn_sync_state_set (writer, CVN_SYNC_OPEN, NULL, error))
    return FALSE;
  if (g_strcmp0 (role, "board") == 0)
    return TRUE;
  return cvn_sync_leaf_change_states (writer, CVN_LEAF_SENT, CVN_LEAF_TO_SEND, error) &&
         cvn_sync_leaf_change_states (writer, CVN_LEAF_CONFIRMED, CVN_LEAF_TO_SEND, error);
}

static gboolean
take_new_name (CvnWriter  *writer,
               const char *home,
               GError    **error)
{
  g_autofree char *install = g_uuid_string_random ();

  return cvn_sync_state_set (writer, CVN_SYNC_INSTALL, install, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_HOME, home, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_COUNTER, NULL, error) &&
         compare_all (writer, error);
}

static gboolean
resume (CvnWriter  *writer,
        const char *since,
        GError    **error)
{
  return cvn_sync_state_set (writer, CVN_SYNC_SINCE, since, error) &&
         cvn_sync_leaf_change_states (writer, CVN_LEAF_SENT, CVN_LEAF_TO_SEND, error);
}

static void
read_state (CvnReplication *self,
            CvnReader      *reader)
{
  g_autofree char *install = cvn_sync_state_dup (reader, CVN_SYNC_INSTALL);
  g_autofree char *server = cvn_sync_state_dup (reader, CVN_SYNC_SERVER);
  g_autofree char *database = cvn_sync_state_dup (reader, CVN_SYNC_DATABASE);
  g_autofree char *whole = g_strjoin ("|", install, server, database, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA1, whole, -1);

  g_free (self->mark);
  self->mark = g_strconcat ("convenant-", digest, NULL);
  g_free (self->since);
  self->since = cvn_sync_state_dup (reader, CVN_SYNC_SINCE);
  self->counter = cvn_sync_state_get_integer (reader, CVN_SYNC_COUNTER, 0);
}

static gboolean
prepare (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  CvnReplication  *self = data;
  CvnReader       *reader = cvn_writer_get_reader (writer);
  g_autofree char *home = cvn_sync_desk_dup_home (reader);
  g_autofree char *old_home = cvn_sync_state_dup (reader, CVN_SYNC_HOME);
  g_autofree char *open = cvn_sync_state_dup (reader, CVN_SYNC_OPEN);

  if (g_strcmp0 (home, old_home) != 0)
    {
      if (!take_new_name (writer, home, error))
        return FALSE;
    }
  else if (open != NULL && !resume (writer, open, error))
    {
      return FALSE;
    }
  self->opened = open != NULL && g_strcmp0 (home, old_home) == 0;
  read_state (self, reader);
  return TRUE;
}

typedef struct
{
  CvnReplication *replication;
  const char     *born;
  gint64          counter; /* on the server */
} Comparison;

static gboolean
distrust (CvnWriter    *writer,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  Comparison      *comparison = data;
  CvnReplication  *self = comparison->replication;
  g_autofree char *home = cvn_sync_desk_dup_home (cvn_writer_get_reader (writer));
  gboolean         is_older_copy = comparison->counter > self->counter + 1 && self->counter > 0;

  if (is_older_copy ? !take_new_name (writer, home, error) : !compare_all (writer, error))
    return FALSE;
  self->opened = FALSE;
  if (!cvn_sync_state_set (writer, CVN_SYNC_BORN, comparison->born, error))
    return FALSE;
  read_state (self, cvn_writer_get_reader (writer));
  return TRUE;
}

static gboolean
is_trusted (const CvnReplication *self,
            const char           *old_born,
            const Comparison     *comparison)
{
  gint64 ahead = comparison->counter - self->counter;

  return self->counter > 0 && g_strcmp0 (old_born, comparison->born) == 0 && (ahead == 0 || (ahead == 1 && self->opened));
}

static gpointer
read_born (CvnReader    *reader,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return cvn_sync_state_dup (reader, CVN_SYNC_BORN);
}

/** cvn_replication_begin: looks at the server and at what was left there, and settles from where to go on. */
gboolean
cvn_replication_begin (CvnReplication *self,
                       GError        **error)
{
  g_autofree char *born = NULL;
  g_autofree char *old_born = NULL;
  g_autofree char *revision = NULL;
  Comparison       comparison = { self, NULL, 0 };
  gint64           n_documents;

  if (!cvn_replication_write (self, prepare, self, error) ||
      !cvn_couch_get_born (self->remote, &born, &n_documents, self->cancellable, error) ||
      !cvn_couch_get_role (self->remote, &self->role, self->cancellable, error) ||
      !cvn_couch_get_mark (self->remote, self->mark, &comparison.counter, &revision, self->cancellable, error))
    return FALSE;
  self->read_only = g_strcmp0 (self->role, "board") == 0;
  old_born = cvn_store_read (self->store, read_born, NULL, NULL);
  comparison.born = born;
  self->trusted = is_trusted (self, old_born, &comparison);
  if (self->trusted)
    {
      self->counter = comparison.counter;
      return TRUE;
    }
  self->resent = self->counter > 0;
  if (!cvn_replication_write (self, distrust, &comparison, error))
    return FALSE;
  self->counter = MAX (self->counter, comparison.counter);
  return TRUE;
}

static gboolean
note_open (CvnWriter    *writer,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  CvnReplication *self = data;

  return (self->opened || cvn_sync_state_set (writer, CVN_SYNC_OPEN, self->since, error)) &&
         cvn_sync_state_set_integer (writer, CVN_SYNC_COUNTER, self->counter, error);
}

/** cvn_replication_open: before the first thing that is sent: from here on an end that is never reached will be noticed. */
gboolean
cvn_replication_open (CvnReplication *self,
                      GError        **error)
{
  if (self->marked)
    return TRUE;
  if (!cvn_replication_write (self, note_open, self, error))
    return FALSE;
  self->opened = self->marked = TRUE;
  if (!cvn_couch_put_mark (self->remote, self->mark, self->counter + 1, self->cancellable, error))
    return FALSE;
  self->counter++;
  return cvn_replication_write (self, note_open, self, error);
}

typedef struct
{
  CvnReplication *replication;
  gboolean        finished;
} Confirmation;

static gboolean
note_confirmed (CvnWriter    *writer,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Confirmation    *confirmation = data;
  CvnReplication  *self = confirmation->replication;
  g_autofree char *now = cvn_replication_dup_now ();

  return cvn_sync_state_set_integer (writer, CVN_SYNC_COUNTER, self->counter, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_OPEN, confirmation->finished ? NULL : self->since, error) &&
         cvn_sync_leaf_change_states (writer, CVN_LEAF_SENT, CVN_LEAF_CONFIRMED, error) &&
         cvn_sync_state_set (writer, CVN_SYNC_ROLE, self->role, error) &&
         (!confirmation->finished || cvn_sync_state_set (writer, CVN_SYNC_SYNCED, now, error));
}

/** cvn_replication_confirm: both sides note how far they came; an exchange in which nothing changed leaves the server as it was. */
gboolean
cvn_replication_confirm (CvnReplication *self,
                         gboolean        finished,
                         GError        **error)
{
  Confirmation confirmation = { self, finished };

  if (self->opened || !self->trusted)
    {
      if (!cvn_couch_put_mark (self->remote, self->mark, self->counter + 1, self->cancellable, error))
        return FALSE;
      self->counter++;
    }
  if (!cvn_replication_write (self, note_confirmed, &confirmation, error))
    return FALSE;
  self->opened = !finished;
  return TRUE;
}

static gboolean
capture (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  CvnReplication  *self = data;
  g_autofree char *now = cvn_replication_dup_now ();
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, now, self->read_only);
  return cvn_replica_skip_journal (&replica, error) && cvn_replica_capture (&replica, error) && cvn_replica_settle (&replica, error);
}

/**
 * cvn_replication_run:
 *
 * On a thread that may wait, and that made the remote. All that came in before a failure stays; the next exchange goes on from there.
 *
 * Returns: FALSE with what the server, the connection or the file had to say
 */
gboolean
cvn_replication_run (CvnReplication *self,
                     GError        **error)
{
  if (self->batch == 0)
    self->batch = BATCH;
  return cvn_replication_begin (self, error) &&
         cvn_replication_pull (self, error) &&
         cvn_replication_fetch_files (self, error) &&
         cvn_replication_write (self, capture, self, error) &&
         cvn_replication_push (self, error) &&
         cvn_replication_confirm (self, TRUE, error);
}
