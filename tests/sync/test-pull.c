/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-pull"

#include "fault-proxy.h"
#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-replication.h"
#include "cvn-sync-state.h"

#include <string.h>

/* While one batch is read and written, the next is on its way: what is noted never runs ahead of what is kept. */

#define BATCH     4
#define DOCUMENTS 41
/* Batches that may have come and not be written: those that wait, and the one whose writing they wait for. */
#define AHEAD 5

static CvnPeer *peer;

typedef struct
{
  char       *database;
  FaultProxy *proxy;
  CvnRemote  *direct;
  CvnRemote  *remote; /* behind the proxy */
  CvnDesk     a;      /* filled the database */
  CvnDesk     b;      /* joins */
  GPtrArray  *places; /* where each batch ends, and the last document of each: two texts in turn */

  GMutex        mutex;
  GCond         cond;
  guint         n_progress;
  guint         act_at; /* at which progress something is done */
  guint         most_behind;
  GCancellable *cancellable;
} Fixture;

static void
add_organisations (CvnDesk *desk,
                   guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Number %u", i);
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, name);

      cvn_test_put (desk->store, record);
    }
}

static void
list_places (Fixture *fixture)
{
  g_autofree char *since = g_strdup ("0");
  guint            n_rows = BATCH;

  while (n_rows == BATCH)
    {
      char *last = NULL;
      g_autoptr (GPtrArray) revisions = cvn_couch_list_changes (fixture->direct, since, BATCH, &last, &n_rows, NULL, NULL);

      g_assert_cmpuint (revisions->len, ==, n_rows);
      g_ptr_array_add (fixture->places, g_strdup (last));
      g_ptr_array_add (fixture->places, g_strdup (((CvnCouchRevision *) revisions->pdata[n_rows - 1])->document));
      g_free (since);
      since = last;
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  if (peer == NULL)
    return;
  g_mutex_init (&fixture->mutex);
  g_cond_init (&fixture->cond);
  fixture->places = g_ptr_array_new_with_free_func (g_free);
  fixture->cancellable = g_cancellable_new ();
  fixture->database = cvn_peer_make_database (peer);
  fixture->proxy = fault_proxy_start (cvn_peer_get_address (peer));
  fixture->direct = cvn_peer_open (peer, fixture->database);
  fixture->remote = cvn_remote_new (fault_proxy_get_address (fixture->proxy), fixture->database, NULL, NULL);
  cvn_desk_open (&fixture->a, "Ans", cvn_peer_get_address (peer), fixture->database);
  cvn_desk_open (&fixture->b, "Bas", cvn_peer_get_address (peer), fixture->database);
  add_organisations (&fixture->a, DOCUMENTS);
  cvn_desk_sync_well (&fixture->a, fixture->direct);
  list_places (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (peer == NULL)
    return;
  cvn_desk_close (&fixture->a);
  cvn_desk_close (&fixture->b);
  cvn_remote_free (fixture->remote);
  cvn_remote_free (fixture->direct);
  fault_proxy_stop (fixture->proxy);
  g_free (fixture->database);
  g_ptr_array_unref (fixture->places);
  g_object_unref (fixture->cancellable);
  g_mutex_clear (&fixture->mutex);
  g_cond_clear (&fixture->cond);
}

static gboolean
pull (Fixture               *fixture,
      CvnReplicationProgress progress,
      GError               **error)
{
  g_auto (CvnReplication) replication = { .store = fixture->b.store, .remote = fixture->remote, .cancellable = fixture->cancellable, .progress = progress, .data = fixture, .batch = BATCH };

  return cvn_replication_run (&replication, error);
}

static const char *
get_end (Fixture *fixture,
         guint    batch)
{
  return fixture->places->pdata[(gsize) 2 * batch];
}

static const char *
get_last_document (Fixture *fixture,
                   guint    batch)
{
  return fixture->places->pdata[2 * batch + 1];
}

static gpointer
look (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  char **since = data;
  g_autoptr (GPtrArray) lines = cvn_sync_leaf_list_lines (reader, error);

  *since = cvn_sync_state_dup (reader, CVN_SYNC_SINCE);
  return GUINT_TO_POINTER (lines->len + 1);
}

/* Returns: how many documents are here; what is noted of how far it came must be exactly that far. */
static guint
count_in_step (Fixture *fixture)
{
  g_autofree char *since = NULL;
  guint            n = GPOINTER_TO_UINT (cvn_store_read (fixture->b.store, look, &since, NULL)) - 1;
  guint            batch = n == DOCUMENTS ? DOCUMENTS / BATCH : n / BATCH - 1;

  if (n == 0)
    {
      g_assert_true (since == NULL || g_str_equal (since, "0"));
      return n;
    }
  g_assert_true (n == DOCUMENTS || n % BATCH == 0);
  g_assert_cmpstr (since, ==, get_end (fixture, batch));
  return n;
}

static void
finish (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  g_cancellable_reset (fixture->cancellable);
  g_assert_true (pull (fixture, NULL, &error));
  g_assert_no_error (error);
  mine = cvn_desk_dump_leaves (&fixture->b);
  theirs = cvn_couch_dump_leaves (fixture->direct);
  g_assert_cmpstr (mine, ==, theirs);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation"), ==, DOCUMENTS);
}

static void
watch_cb (guint    n_received,
          guint    n_sent,
          guint    n_to_send,
          gpointer data)
{
  Fixture *fixture = data;
  guint    n = count_in_step (fixture);

  fixture->most_behind = MAX (fixture->most_behind, n_received - MIN (n, n_received));
  g_mutex_lock (&fixture->mutex);
  fixture->n_progress++;
  g_cond_signal (&fixture->cond);
  g_mutex_unlock (&fixture->mutex);
}

/* A long change of the person's own, until as much as may be has come in. */
static gboolean
hold (CvnWriter    *writer,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  Fixture *fixture = data;

  g_mutex_lock (&fixture->mutex);
  while (fixture->n_progress < AHEAD)
    g_cond_wait (&fixture->cond, &fixture->mutex);
  g_mutex_unlock (&fixture->mutex);
  return TRUE;
}

static gpointer
hold_writer (gpointer data)
{
  Fixture *fixture = data;

  cvn_store_write (fixture->b.store, CVN_ACTION_IMPORT, NULL, NULL, hold, fixture, NULL);
  return NULL;
}

static void
hold_cb (guint    n_received,
         guint    n_sent,
         guint    n_to_send,
         gpointer data)
{
  static GThread *holding;
  Fixture        *fixture = data;

  if (fixture->n_progress == 0)
    holding = g_thread_new ("holding", hold_writer, fixture);
  watch_cb (n_received, n_sent, n_to_send, data);
  if (fixture->n_progress > AHEAD && holding != NULL)
    g_thread_join (g_steal_pointer (&holding));
}

static void
test_in_step (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  g_assert_true (pull (fixture, watch_cb, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_progress, >=, DOCUMENTS / BATCH + 1);
  g_assert_cmpuint (count_in_step (fixture), ==, DOCUMENTS);
  finish (fixture);
}

/* However slow the disk is: no more than a few batches are held. */
static void
test_bounded (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  g_assert_true (pull (fixture, hold_cb, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->most_behind, >=, BATCH);
  g_assert_cmpuint (fixture->most_behind, <=, (guint64) 2 * AHEAD * BATCH);
  finish (fixture);
}

/* The list of what follows cannot be had: what came before it is kept, and that far is noted. */
static void
test_list_fails (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  words = g_strdup_printf ("since=%s ", get_end (fixture, 2));
  fault_proxy_fail (fixture->proxy, words);
  g_assert_false (pull (fixture, watch_cb, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_SERVER);
  g_assert_true (fault_proxy_has_cut (fixture->proxy));
  g_assert_cmpuint (cvn_remote_get_retry_after (fixture->remote), ==, 17);
  g_assert_cmpuint (count_in_step (fixture), ==, (guint64) 3 * BATCH);
  finish (fixture);
}

/* The content of a batch cannot be had, while what follows it is on its way: that is thrown away. */
static void
test_content_fails (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  fault_proxy_fail (fixture->proxy, get_last_document (fixture, 1));
  g_assert_false (pull (fixture, watch_cb, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_SERVER);
  g_assert_true (fault_proxy_has_cut (fixture->proxy));
  g_assert_cmpuint (count_in_step (fixture), ==, BATCH);
  finish (fixture);
}

static void
cancel_cb (guint    n_received,
           guint    n_sent,
           guint    n_to_send,
           gpointer data)
{
  Fixture *fixture = data;

  watch_cb (n_received, n_sent, n_to_send, data);
  if (fixture->n_progress == fixture->act_at)
    g_cancellable_cancel (fixture->cancellable);
}

/* Whatever was on its way does not come to rest after that, and the next exchange goes on from what did. */
static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  fixture->act_at = GPOINTER_TO_UINT (data);
  g_assert_false (pull (fixture, cancel_cb, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_in_step (fixture), <=, (guint64) BATCH * (fixture->act_at - 1));
  finish (fixture);
}

static gboolean
rename_all (CvnWriter    *writer,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GPtrArray) lines = cvn_sync_leaf_list_lines (cvn_writer_get_reader (writer), error);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *id = g_strndup (strchr (lines->pdata[i], ':') + 1, 26);
      g_autoptr (CvnRecord) record = cvn_reader_get (cvn_writer_get_reader (writer), cvn_kind_find ("organisation"), id, error);

      cvn_record_set_text (record, "name_nl", "Renamed");
      if (!cvn_writer_put (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
edit_cb (guint    n_received,
         guint    n_sent,
         guint    n_to_send,
         gpointer data)
{
  Fixture *fixture = data;

  /* By then something must have been written. */
  if (++fixture->n_progress > AHEAD + 1)
    cvn_store_write (fixture->b.store, CVN_ACTION_EDIT, NULL, NULL, rename_all, NULL, NULL);
}

/* What a person changes while batches are on their way is sent, and nothing that comes undoes it. */
static void
test_edited (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  g_assert_true (pull (fixture, edit_cb, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation WHERE name_nl = 'Renamed'"), >=, BATCH);
  finish (fixture);
  cvn_desk_sync_well (&fixture->a, fixture->direct);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation WHERE name_nl = 'Renamed'"), ==,
                   cvn_desk_count (&fixture->b, "organisation WHERE name_nl = 'Renamed'"));
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_conflict"), ==, 0);
  finish (fixture);
}

/* All of it goes over as many connections as there are questions at a time. */
static void
test_connections (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  g_assert_true (pull (fixture, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cvn_remote_get_n_requests (fixture->remote), >, (guint64) 2 * (DOCUMENTS / BATCH));
  g_assert_cmpuint (fault_proxy_get_n_connections (fixture->proxy), <=, 4);
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  peer = cvn_peer_start ();
  add_test ("/sync/pull/in-step", test_in_step);
  add_test ("/sync/pull/bounded", test_bounded);
  add_test ("/sync/pull/list-fails", test_list_fails);
  add_test ("/sync/pull/content-fails", test_content_fails);
  g_test_add ("/sync/pull/cancelled/at-once", Fixture, GUINT_TO_POINTER (1), set_up, test_cancelled, tear_down);
  g_test_add ("/sync/pull/cancelled/later", Fixture, GUINT_TO_POINTER (7), set_up, test_cancelled, tear_down);
  add_test ("/sync/pull/edited", test_edited);
  add_test ("/sync/pull/connections", test_connections);
  result = g_test_run ();
  if (peer != NULL)
    cvn_peer_stop (peer);
  return result;
}
