/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-refusals"

#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-session.h"
#include "cvn-sync-matters.h"

#include <string.h>

/*
 * One document among many that a real server does not take, as a whole question: it is found, set aside and named, all the
 * others arrive, and it goes when it was mended.
 */

static CvnPeer *peer;

#define GOOD 60
#define ID   "01ARZ3NDEKTSV4RRFFQ69G5FAV"

typedef CvnDeskPair Fixture;

static void
allow (const char *n_bytes)
{
  g_autofree char *body = g_strdup_printf ("\"%s\"", n_bytes);

  cvn_peer_put (peer, "_config/couchdb/max_document_size", NULL, body);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  cvn_desk_pair_open (fixture, peer);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (peer == NULL)
    return;
  allow ("4294967296");
  cvn_desk_pair_close (fixture);
}

static void
add (CvnDesk    *desk,
     const char *name,
     guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", name, i);
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, numbered);

      cvn_test_put (desk->store, record);
    }
}

static void
rename_it (CvnDesk    *desk,
           const char *name)
{
  g_autoptr (CvnRecord) record = cvn_test_get (desk->store, "organisation", ID);

  g_assert_nonnull (record);
  cvn_record_set_text (record, "name_nl", name);
  cvn_test_put (desk->store, record);
}

static void
assert_name (CvnDesk    *desk,
             const char *name)
{
  g_autoptr (CvnRecord) record = cvn_test_get (desk->store, "organisation", ID);

  g_assert_nonnull (record);
  g_assert_cmpstr (cvn_record_get_text (record, "name_nl"), ==, name);
}

static gpointer
list_refused (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return cvn_sync_refused_list (reader, error);
}

/* One is refused, with these words; all else was sent, and what is added now still goes. */
static void
assert_one_refused (Fixture    *fixture,
                    const char *document,
                    int         code,
                    const char *words)
{
  g_autoptr (GPtrArray) refused = cvn_store_read (fixture->a.store, list_refused, NULL, NULL);
  const CvnSyncRefused *only;
  g_autoptr (CvnSyncFacts) facts = cvn_sync_facts_read (fixture->a.store, NULL);
  guint n_requests;

  g_assert_cmpuint (refused->len, ==, 1);
  only = refused->pdata[0];
  g_assert_cmpstr (only->document, ==, document);
  g_assert_cmpint (only->code, ==, code);
  g_assert_cmpstr (only->reason, ==, words);
  g_assert_cmpint (facts->n_refused, ==, 1);
  g_assert_cmpint (facts->n_queue, ==, 0);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_leaf WHERE state = 3"), ==, 1);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_leaf WHERE state IN (1, 2)"), ==, 0);
  add (&fixture->a, "Later", 1);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  n_requests = cvn_remote_get_n_requests (fixture->remote);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  /* It is not offered again and again. */
  g_assert_cmpuint (cvn_remote_get_n_requests (fixture->remote) - n_requests, <=, 4);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation WHERE name_nl LIKE 'Good%'"), ==, GOOD);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation WHERE name_nl LIKE 'Later%'"), ==, 1);
}

static void
assert_mended (Fixture *fixture)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *server = NULL;

  for (int i = 0; i < 2; i++)
    {
      cvn_desk_sync_well (&fixture->a, fixture->remote);
      cvn_desk_sync_well (&fixture->b, fixture->remote);
    }
  a = cvn_desk_dump_leaves (&fixture->a);
  b = cvn_desk_dump_leaves (&fixture->b);
  server = cvn_couch_dump_leaves (fixture->remote);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_refused"), ==, 0);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_leaf WHERE state <> 0"), ==, 0);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_conflict"), ==, 0);
  g_assert_cmpstr (a, ==, server);
  g_assert_cmpstr (b, ==, server);
}

static void
ask_well (CvnPouch   *pouch,
          const char *command)
{
  g_autofree char *answer = cvn_pouch_ask (pouch, command);

  g_assert_nonnull (strstr (answer, "\"ok\""));
}

/*
 * No field of ours holds so much, but another program may have written something into the document, of 9 MB, to a server
 * that allowed it. With the next edit the whole document would be sent.
 */
static void
test_nine_megabytes (Fixture      *fixture,
                     gconstpointer data)
{
  CvnPouch        *pouch;
  g_autofree char *scan = g_strnfill ((gsize) 9 * 1000 * 1000, 'x');
  g_autofree char *command = g_strdup_printf ("{\"do\":\"put\",\"doc\":{\"_id\":\"organisation:%s\",\"kind\":\"municipality\",\"name_nl\":\"Leiden\",\"scan\":\"%s\"}}", ID, scan);

  if (cvn_peer_skip (peer))
    return;
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  ask_well (pouch, command);
  ask_well (pouch, "{\"do\":\"push\"}");
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_name (&fixture->a, "Leiden");

  add (&fixture->a, "Good", GOOD / 2);
  rename_it (&fixture->a, "Leiden (new)");
  add (&fixture->a, "Good", GOOD - GOOD / 2);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_one_refused (fixture, "organisation:" ID, 413, "It is larger than the 8 MB that a server takes. Let what makes it so large be taken out of it.");
  assert_name (&fixture->a, "Leiden (new)");
  assert_name (&fixture->b, "Leiden");

  /* Offered again it is refused again. */
  g_assert_true (cvn_session_send_again (fixture->a.store, NULL));
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_refused"), ==, 1);

  /* The other program takes it out: the edit made here goes on top of that by itself. */
  g_clear_pointer (&command, g_free);
  command = g_strdup_printf ("{\"do\":\"edit\",\"id\":\"organisation:%s\",\"set\":{\"scan\":\"elsewhere\"}}", ID);
  ask_well (pouch, command);
  ask_well (pouch, "{\"do\":\"push\"}");
  assert_mended (fixture);
  assert_name (&fixture->b, "Leiden (new)");
  cvn_pouch_stop (pouch);
}

/* The server, or what stands before it, allows less than others do: a long note is too much for it. */
static void
test_small_server (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (CvnRecord) large = cvn_test_make_organisation (NULL, "Katwijk");
  g_autofree char *note = g_strnfill (99000, 'x');
  g_autofree char *document = NULL;

  if (cvn_peer_skip (peer))
    return;
  allow ("60000");
  cvn_record_set_text (large, "note", note);
  add (&fixture->a, "Good", GOOD / 2);
  cvn_test_put (fixture->a.store, large);
  add (&fixture->a, "Good", GOOD - GOOD / 2);
  document = g_strconcat ("organisation:", cvn_record_get_id (large), NULL);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_one_refused (fixture, document, 413, "That is larger than the server allows. Make it smaller, or ask who runs the server to allow more.");

  /* Whoever runs the server allows more, and somebody here says so. */
  allow ("8000000");
  g_assert_true (cvn_session_send_again (fixture->a.store, NULL));
  assert_mended (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation WHERE name_nl = 'Katwijk' AND length (note) = 99000"), ==, 1);
}

/* Somebody makes it smaller instead. */
static void
test_made_smaller (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (CvnRecord) large = cvn_test_make_organisation (NULL, "Katwijk");
  g_autoptr (CvnRecord) smaller = NULL;
  g_autofree char *note = g_strnfill (99000, 'x');
  g_autofree char *document = NULL;

  if (cvn_peer_skip (peer))
    return;
  allow ("60000");
  cvn_record_set_text (large, "note", note);
  cvn_test_put (fixture->a.store, large);
  document = g_strconcat ("organisation:", cvn_record_get_id (large), NULL);
  add (&fixture->a, "Good", GOOD);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_one_refused (fixture, document, 413, "That is larger than the server allows. Make it smaller, or ask who runs the server to allow more.");
  smaller = cvn_test_get (fixture->a.store, "organisation", cvn_record_get_id (large));
  cvn_record_set_text (smaller, "note", "Short");
  cvn_test_put (fixture->a.store, smaller);
  assert_mended (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation WHERE note = 'Short'"), ==, 1);
}

static gboolean
capture (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, "2026-01-02T00:00:00Z", FALSE);
  return cvn_replica_capture (&replica, error);
}

/*
 * A member of the protocol that no server knows. This program never writes one: those that come are dropped when a document
 * is read, /sync/document/protocol, and no field is called so. So one is put among what waits to be sent.
 */
static void
test_unknown_member (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "Katwijk");
  g_autoptr (CvnRecord) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *document = NULL;
  g_autofree char *sql = NULL;

  if (cvn_peer_skip (peer))
    return;
  add (&fixture->a, "Good", GOOD / 2);
  cvn_test_put (fixture->a.store, record);
  add (&fixture->a, "Good", GOOD - GOOD / 2);
  cvn_store_write (fixture->a.store, CVN_ACTION_SYNC, NULL, NULL, capture, NULL, &error);
  g_assert_no_error (error);
  document = g_strconcat ("organisation:", cvn_record_get_id (record), NULL);
  sql = g_strdup_printf ("UPDATE sync_leaf SET body = '{\"_x\":1,' || substr (body, 2) WHERE document = '%s'", document);
  cvn_test_sql (fixture->a.folder.path, sql);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_one_refused (fixture, document, 400, "The server does not accept what it was sent.");

  /* The next edit writes the document anew. */
  again = cvn_test_get (fixture->a.store, "organisation", cvn_record_get_id (record));
  cvn_record_set_text (again, "name_nl", "Katwijk aan Zee");
  cvn_test_put (fixture->a.store, again);
  assert_mended (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation WHERE name_nl = 'Katwijk aan Zee'"), ==, 1);
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
  add_test ("/sync/refusals/nine-megabytes", test_nine_megabytes);
  add_test ("/sync/refusals/small-server", test_small_server);
  add_test ("/sync/refusals/made-smaller", test_made_smaller);
  add_test ("/sync/refusals/unknown-member", test_unknown_member);
  status = g_test_run ();
  if (peer != NULL)
    cvn_peer_stop (peer);
  return status;
}
