/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-replication"

#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-replication.h"

#include <string.h>

/* Against an independent server, and beside an independent client. */

static CvnPeer *peer;

typedef struct
{
  char      *database;
  CvnRemote *remote;
  CvnDesk    a;
  CvnDesk    b;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  if (peer == NULL)
    return;
  fixture->database = cvn_peer_make_database (peer);
  fixture->remote = cvn_peer_open (peer, fixture->database);
  cvn_desk_open (&fixture->a, "Ans", cvn_peer_get_address (peer), fixture->database);
  cvn_desk_open (&fixture->b, "Bas", cvn_peer_get_address (peer), fixture->database);
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
  g_free (fixture->database);
}

static void
assert_converged (Fixture *fixture)
{
  g_autofree char *a = cvn_desk_dump_leaves (&fixture->a);
  g_autofree char *b = cvn_desk_dump_leaves (&fixture->b);
  g_autofree char *server = cvn_couch_dump_leaves (fixture->remote);

  g_assert_cmpstr (a, ==, server);
  g_assert_cmpstr (b, ==, server);
}

static void
sync_both (Fixture *fixture)
{
  for (int i = 0; i < 2; i++)
    {
      cvn_desk_sync_well (&fixture->a, fixture->remote);
      cvn_desk_sync_well (&fixture->b, fixture->remote);
    }
  cvn_desk_sync_well (&fixture->a, fixture->remote);
}

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
test_travels (Fixture      *fixture,
              gconstpointer data)
{
  guint n_requests;

  if (cvn_peer_skip (peer))
    return;
  add_organisations (&fixture->a, 20);
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation"), ==, 20);
  add_organisations (&fixture->b, 3);
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 23);
  assert_converged (fixture);
  /* When nothing changed, four questions are enough to know it. */
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  n_requests = cvn_remote_get_n_requests (fixture->remote);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  g_assert_cmpuint (cvn_remote_get_n_requests (fixture->remote) - n_requests, <=, 4);
}

/* The server loses everything between two exchanges: after one, all is back. */
static void
test_server_lost (Fixture      *fixture,
                  gconstpointer data)
{
  g_auto (CvnAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  add_organisations (&fixture->a, 10);
  sync_both (fixture);
  cvn_peer_drop_database (peer, fixture->database);
  cvn_desk_sync (&fixture->a, fixture->remote, NULL, NULL, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 10);
  g_assert_true (cvn_remote_ask (fixture->remote, "PUT", "", NULL, &answer, NULL, NULL));
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  assert_converged (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation"), ==, 10);
}

/* A file that was put back from an older backup overwrites nothing, and catches up. */
static void
test_older_copy (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (cvn_peer_skip (peer))
    return;
  add_organisations (&fixture->a, 5);
  sync_both (fixture);
  cvn_store_close (fixture->a.store);
  g_clear_object (&fixture->a.store);
  g_assert_true (g_file_get_contents (fixture->a.folder.path, &contents, &length, NULL));
  fixture->a.store = cvn_store_open (fixture->a.folder.path, 0, "Ans", &error);
  add_organisations (&fixture->a, 5);
  sync_both (fixture);
  add_organisations (&fixture->a, 1);
  sync_both (fixture);
  cvn_store_close (fixture->a.store);
  g_clear_object (&fixture->a.store);
  g_assert_true (g_file_set_contents (fixture->a.folder.path, contents, (gssize) length, NULL));
  fixture->a.store = cvn_store_open (fixture->a.folder.path, 0, "Ans", &error);
  g_assert_no_error (error);
  add_organisations (&fixture->a, 1);
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 12);
  assert_converged (fixture);
}

/* Documents that PouchDB wrote, with fields of its own and a conflict; after our edit they are as they were. */
static void
test_pouchdb (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  CvnPouch                *pouch;
  g_autofree char         *dump = NULL;
  g_autofree char         *mine = NULL;
  g_autofree char         *got = NULL;
  g_autoptr (CvnRecord) record = NULL;

  if (cvn_peer_skip (peer))
    return;
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"put\",\"doc\":{\"_id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"kind\":\"municipality\",\"name_nl\":\"Leiden\",\"mood\":{\"a\":[1,2.5]},\"tags\":[\"x\"]}}"));
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"put\",\"doc\":{\"_id\":\"something-else\",\"a\":1}}"));
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  record = cvn_test_get (fixture->a.store, "organisation", id);
  g_assert_nonnull (record);
  g_assert_cmpstr (cvn_record_get_text (record, "name_nl"), ==, "Leiden");
  cvn_record_set_text (record, "website", "https://example.org/");
  cvn_test_put (fixture->a.store, record);
  sync_both (fixture);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  got = cvn_pouch_ask (pouch, "{\"do\":\"get\",\"id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV\"}");
  g_assert_nonnull (strstr (got, "\"mood\":{\"a\":[1,2.5]}"));
  g_assert_nonnull (strstr (got, "\"tags\":[\"x\"]"));
  g_assert_nonnull (strstr (got, "https://example.org/"));
  /* Both sides change the same field. */
  cvn_record_set_text (record, "name_nl", "Leyden");
  cvn_test_put (fixture->a.store, record);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"edit\",\"id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"set\":{\"name_nl\":\"Leida\"}}"));
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  assert_converged (fixture);
  dump = cvn_pouch_dump_leaves (pouch);
  mine = cvn_desk_dump_leaves (&fixture->a);
  g_assert_cmpstr (dump, ==, mine);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_conflict"), ==, 1);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_conflict"), ==, 1);
  cvn_pouch_stop (pouch);
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
  int status;

  g_test_init (&argc, &argv, NULL);
  peer = cvn_peer_start ();
  add_test ("/sync/replication/travels", test_travels);
  add_test ("/sync/replication/server-lost", test_server_lost);
  add_test ("/sync/replication/older-copy", test_older_copy);
  add_test ("/sync/replication/pouchdb", test_pouchdb);
  status = g_test_run ();
  g_clear_pointer (&peer, cvn_peer_stop);
  return status;
}
