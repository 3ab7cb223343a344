/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-replication"

#include "peer-support.h"

#include "cvn-couch.h"
#include "cvn-error.h"
#include "cvn-replication.h"
#include "cvn-revision.h"

#include <string.h>

/* Against an independent server, and beside an independent client. */

static CvnPeer *peer;

typedef CvnDeskPair Fixture;

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
  cvn_desk_pair_close (fixture);
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

/* Returns: (transfer full): under which name this desk leaves its counter on the server; @counter is what it is after an exchange */
static char *
dup_mark (CvnDesk   *desk,
          CvnRemote *remote,
          gint64    *counter)
{
  g_auto (CvnReplication) replication = { .store = desk->store, .remote = remote };
  g_autofree char *revision = NULL;

  g_assert_true (cvn_replication_run (&replication, NULL));
  g_assert_true (cvn_couch_get_mark (remote, replication.mark, counter, &revision, NULL, NULL));
  g_assert_cmpint (*counter, >, 0);
  return g_strdup (replication.mark);
}

/*
 * The server is put back from an older backup, without what the desks left there or with it: what was sent since is sent
 * again, from each desk that has it, and nothing is lost at any.
 */
static void
test_server_restored (Fixture      *fixture,
                      gconstpointer data)
{
  CvnPouch        *backup;
  g_autofree char *pulled = NULL;
  g_autofree char *pushed = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64           first_counter;
  gint64           second_counter;
  g_auto (CvnAnswer) answer = { 0 };

  if (cvn_peer_skip (peer))
    return;
  add_organisations (&fixture->a, 10);
  sync_both (fixture);
  first = dup_mark (&fixture->a, fixture->remote, &first_counter);
  second = dup_mark (&fixture->b, fixture->remote, &second_counter);
  backup = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  pulled = cvn_pouch_ask (backup, "{\"do\":\"pull\"}");
  g_assert_nonnull (strstr (pulled, "\"ok\""));
  add_organisations (&fixture->a, 5);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  add_organisations (&fixture->b, 2);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 15);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation"), ==, 17);

  cvn_peer_drop_database (peer, fixture->database);
  g_assert_true (cvn_remote_ask (fixture->remote, "PUT", "", NULL, &answer, NULL, NULL));
  pushed = cvn_pouch_ask (backup, "{\"do\":\"push\"}");
  g_assert_nonnull (strstr (pushed, "\"ok\""));
  cvn_pouch_stop (backup);
  if (data != NULL)
    {
      g_assert_true (cvn_couch_put_mark (fixture->remote, first, first_counter, NULL, NULL));
      g_assert_true (cvn_couch_put_mark (fixture->remote, second, second_counter, NULL, NULL));
    }
  /* The one that had not seen the last changes of the other is the first to come. */
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 17);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "organisation"), ==, 17);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_leaf WHERE state <> 0"), ==, 0);
  assert_converged (fixture);
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

static gboolean
holds (const char *path,
       const char *suffix,
       const char *text)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autofree char *contents = NULL;
  gsize            length = 0;

  return g_file_get_contents (name, &contents, &length, NULL) && memmem (contents, length, text, strlen (text)) != NULL;
}

/* A file that another program put beside a record stays beside it, and the same, when the record is edited here. */
static void
test_attachment (Fixture      *fixture,
                 gconstpointer data)
{
  static const char *const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  g_autoptr (CvnRecord) record = NULL;
  g_autofree char *got = NULL;
  CvnPouch        *pouch;

  if (cvn_peer_skip (peer))
    return;
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"put\",\"doc\":{\"_id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"kind\":\"municipality\",\"name_nl\":\"Leiden\","
                                "\"_attachments\":{\"plan.bin\":{\"content_type\":\"application/octet-stream\",\"data\":\"aGVsbG8=\"}}}}"));
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  record = cvn_test_get (fixture->b.store, "organisation", id);
  g_assert_nonnull (record);
  cvn_record_set_text (record, "website", "https://example.org/");
  cvn_test_put (fixture->b.store, record);
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_refused"), ==, 0);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  got = cvn_pouch_ask (pouch, "{\"do\":\"get\",\"id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"options\":{\"attachments\":true}}");
  g_test_message ("%s", got);
  g_assert_nonnull (strstr (got, "https://example.org/"));
  g_assert_nonnull (strstr (got, "aGVsbG8="));
  assert_converged (fixture);
  cvn_pouch_stop (pouch);
}

/* A question that arrives twice does once what it asks for. */
static void
test_twice (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_couch_refusal_free);
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  if (cvn_peer_skip (peer))
    return;
  g_ptr_array_add (leaves, cvn_revision_make_child (NULL, "organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV", FALSE, "{\"kind\":\"municipality\",\"name_nl\":\"Leiden\"}"));
  g_assert_true (cvn_couch_put_bulk (fixture->remote, leaves, 0, 1, refusals, NULL, NULL));
  once = cvn_couch_dump_leaves (fixture->remote);
  g_assert_true (cvn_couch_put_bulk (fixture->remote, leaves, 0, 1, refusals, NULL, NULL));
  twice = cvn_couch_dump_leaves (fixture->remote);
  g_assert_cmpstr (twice, ==, once);
  g_assert_cmpuint (refusals->len, ==, 0);
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 1);
}

/* What may be a citizen service number is named, never kept, and keeps nothing else back. */
static void
test_forbidden (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const docs[] = {
    "{\"_id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FA1\",\"kind\":\"municipality\",\"name_nl\":\"A\",\"note\":\"burgerservicenummer 111222333\"}",
    "{\"_id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FA2\",\"kind\":\"municipality\",\"name_nl\":\"B\",\"bsn\":\"111222333\"}",
    "{\"_id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FA3\",\"kind\":\"municipality\",\"name_nl\":\"C\",\"more\":{\"a\":[1,{\"b\":\"bsn 111222333\"}]}}",
    "{\"_id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FA4\",\"kind\":\"municipality\",\"name_nl\":\"D\",\"cost\":111222333}",
    "{\"_id\":\"unheard_of:01ARZ3NDEKTSV4RRFFQ69G5FA5\",\"text\":\"bsn: 111222333\"}",
    "{\"_id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FA6\",\"kind\":\"municipality\",\"name_nl\":\"F\",\"_attachments\":{\"bsn 111222333.txt\":{\"content_type\":\"text/plain\",\"data\":\"eA==\"}}}",
  };
  CvnPouch *pouch;

  if (cvn_peer_skip (peer))
    return;
  add_organisations (&fixture->b, 10);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  for (gsize i = 0; i < G_N_ELEMENTS (docs); i++)
    {
      g_autofree char *command = g_strdup_printf ("{\"do\":\"put\",\"doc\":%s}", docs[i]);

      g_free (cvn_pouch_ask (pouch, command));
    }
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 11);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_waiting WHERE reason = 'bsn'"), ==, 4);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_leaf WHERE body IS NULL"), ==, 5);
  g_assert_false (holds (fixture->a.folder.path, "", "burgerservicenummer 1112") || holds (fixture->a.folder.path, "-wal", "burgerservicenummer 1112"));
  g_assert_false (holds (fixture->a.folder.path, "", "bsn 111222333") || holds (fixture->a.folder.path, "-wal", "bsn 111222333"));
  /* A version beside another, and then in its place. */
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"edit\",\"id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FA4\",\"set\":{\"note\":\"bsn 111222333\"}}"));
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_notice WHERE code = 'forbidden'"), ==, 1);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation WHERE name_nl = 'D' AND note IS NULL"), ==, 1);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "sync_conflict"), ==, 0);
  /* Taken out where it was written, it comes. */
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"edit\",\"id\":\"organisation:01ARZ3NDEKTSV4RRFFQ69G5FA1\",\"set\":{\"note\":\"nothing\"}}"));
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  g_assert_cmpint (cvn_desk_count (&fixture->a, "organisation"), ==, 12);
  assert_converged (fixture);
  cvn_pouch_stop (pouch);
}

static gboolean
add_decision (CvnWriter    *writer,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  CvnRecord **records = data;

  for (int i = 0; records[i] != NULL; i++)
    if (!cvn_writer_put (writer, records[i], error))
      return FALSE;
  return TRUE;
}

/* An organisation, an agreement that it is a party of, what it decided, and an invoice that was sent to it. */
static void
make_finals (CvnRecord **records)
{
  static const char *const texts[][3] = {
    { "0", "kind", "municipality" },
    { "0", "name_nl", "Leiden" },
    { "1", "kind", "covenant" },
    { "1", "title_nl", "Convenant" },
    { "1", "start_date", "2020-01-01" },
    { "1", "end_date", "2020-12-31" },
    { "1", "status", "active" },
    { "2", "status", "pledged" },
    { "2", "date", "2020-01-15" },
    { "2", "body", "board" },
    { "3", "date", "2020-03-01" },
    { "3", "due_date", "2020-03-31" },
    { "3", "status", "sent" },
    { "3", "number", "2020-0001" },
    { "3", "sent_on", "2020-03-01" },
  };
  static const char *const kinds[] = { "organisation", "agreement", "agreement_decision", "invoice" };

  for (int i = 0; i < 4; i++)
    records[i] = cvn_record_new (cvn_kind_find (kinds[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    cvn_record_set_text (records[g_ascii_digit_value (*texts[i][0])], texts[i][1], texts[i][2]);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("01ARZ3NDEKTSV4RRFFQ69G5FA%d", i);

      cvn_record_set_id (records[i], id);
      if (i == 1)
        cvn_record_set_text (records[2], "agreement", id);
      else
        cvn_record_set_text (records[2], "organisation", id);
    }
  cvn_record_set_text (records[3], "organisation", cvn_record_get_id (records[0]));
  cvn_record_set_integer (records[3], "net", 100);
  cvn_record_set_integer (records[3], "total", 100);
}

/* Another program deletes and changes what is only ever added to: here it stays, is named, and all peers hold the same versions. */
static void
test_finals (Fixture      *fixture,
             gconstpointer data)
{
  CvnRecord *records[5] = { NULL };
  CvnPouch  *pouch;
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  make_finals (records);
  cvn_store_write (fixture->a.store, CVN_ACTION_IMPORT, NULL, NULL, add_decision, records, &error);
  g_assert_no_error (error);
  sync_both (fixture);
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  for (int i = 2; i < 4; i++)
    {
      g_autofree char *remove = g_strdup_printf ("{\"do\":\"remove\",\"id\":\"%s:%s\"}", cvn_record_get_kind (records[i])->name, cvn_record_get_id (records[i]));
      g_autofree char *answer = cvn_pouch_ask (pouch, remove);

      g_assert_nonnull (strstr (answer, "ok"));
    }
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  g_free (cvn_pouch_ask (pouch, "{\"do\":\"sync\"}"));
  sync_both (fixture);
  for (int i = 0; i < 2; i++)
    {
      CvnDesk *desk = i == 0 ? &fixture->a : &fixture->b;

      g_assert_cmpint (cvn_desk_count (desk, "agreement_decision"), ==, 1);
      g_assert_cmpint (cvn_desk_count (desk, "invoice WHERE number = '2020-0001'"), ==, 1);
      g_assert_cmpint (cvn_desk_count (desk, "sync_waiting"), ==, 0);
      /* The first to hear of it puts it right; the other hears of nothing. */
      g_assert_cmpint (cvn_desk_count (desk, "sync_notice WHERE code = 'kept-final'"), ==, i == 0 ? 2 : 0);
      g_assert_cmpint (cvn_desk_count (desk, "sync_leaf WHERE state <> 0"), ==, 0);
    }
  assert_converged (fixture);
  for (int i = 0; i < 4; i++)
    g_object_unref (records[i]);
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
  add_test ("/sync/replication/server-restored", test_server_restored);
  g_test_add ("/sync/replication/server-restored/with-marks", Fixture, GINT_TO_POINTER (1), set_up, test_server_restored, tear_down);
  add_test ("/sync/replication/older-copy", test_older_copy);
  add_test ("/sync/replication/pouchdb", test_pouchdb);
  add_test ("/sync/replication/attachment", test_attachment);
  add_test ("/sync/replication/twice", test_twice);
  add_test ("/sync/replication/forbidden", test_forbidden);
  add_test ("/sync/replication/finals", test_finals);
  status = g_test_run ();
  g_clear_pointer (&peer, cvn_peer_stop);
  return status;
}
