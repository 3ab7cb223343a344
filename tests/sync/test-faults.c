/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-faults"

#include "fake-server.h"
#include "fault-proxy.h"
#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-replication.h"

#include <string.h>
#include <sys/resource.h>

/* A server that is broken, slow or hostile: a plain message, nothing changed, and afterwards all goes on. */

typedef struct
{
  const char *name;
  FakeMode    mode;
  const char *path;
  guint       status;
  const char *words;
  CvnError    code;
  guint       max_requests;
} Case;

static const Case cases[] = {
  { "wrong-password", FAKE_STATUS, "", 401, "{\"error\":\"unauthorized\"}", CVN_ERROR_UNAUTHORISED, 1 },
  { "forbidden", FAKE_STATUS, "", 403, "{\"error\":\"forbidden\"}", CVN_ERROR_FORBIDDEN, 1 },
  { "locked-out", FAKE_STATUS, "", 403, "{\"reason\":\"Account is temporarily locked\"}", CVN_ERROR_LOCKED_OUT, 1 },
  { "no-database", FAKE_STATUS, "/centre", 404, "{\"error\":\"not_found\"}", CVN_ERROR_NOT_FOUND, 1 },
  { "conflict", FAKE_STATUS, "/_local/", 409, "{\"error\":\"conflict\"}", CVN_ERROR_CONFLICT, 4 },
  { "busy", FAKE_STATUS, "/_changes", 429, NULL, CVN_ERROR_SERVER, 4 },
  { "broken", FAKE_STATUS, "/_changes", 500, NULL, CVN_ERROR_SERVER, 4 },
  { "down", FAKE_STATUS, "", 503, NULL, CVN_ERROR_SERVER, 1 },
  { "portal", FAKE_PORTAL, "", 0, NULL, CVN_ERROR_NOT_COUCHDB, 1 },
  { "garbage", FAKE_GARBAGE, "/_changes", 0, NULL, CVN_ERROR_FORMAT, 4 },
  { "cut", FAKE_CUT, "/_changes", 0, NULL, CVN_ERROR_FORMAT, 4 },
  { "short", FAKE_SHORT, "/_changes", 0, NULL, CVN_ERROR_OFFLINE, 5 },
  { "deep", FAKE_DEEP, "/_changes", 0, NULL, CVN_ERROR_FORMAT, 4 },
  { "nul", FAKE_NUL, "/_changes", 0, NULL, CVN_ERROR_FORMAT, 4 },
  { "silent", FAKE_SILENT, "/_changes", 0, NULL, CVN_ERROR_TIMEOUT, 4 },
  { "drip", FAKE_DRIP, "/_changes", 0, NULL, CVN_ERROR_TIMEOUT, 4 },
  { "endless", FAKE_ENDLESS, "/_changes", 0, NULL, CVN_ERROR_TOO_LARGE, 4 },
  { "bomb", FAKE_BOMB, "/_changes", 0, NULL, CVN_ERROR_TOO_LARGE, 4 },
  { "redirect", FAKE_REDIRECT, "", 0, NULL, CVN_ERROR_NOT_COUCHDB, 1 },
};

static void
test_case (gconstpointer data)
{
  const Case *fault = data;
  FakeServer *server = fake_server_start (NULL);
  CvnDesk     desk;
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "Leiden");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct rusage usage_before;
  struct rusage usage_after;

  cvn_desk_open (&desk, "Ans", fake_server_get_address (server), "centre");
  cvn_remote_set_account (remote, "ans", "canary-secret");
  /* To make the bomb takes a while. */
  cvn_remote_set_patience (remote, fault->mode == FAKE_BOMB ? 30000 : 300, fault->mode == FAKE_BOMB ? 30000 : 700);
  cvn_remote_set_cap (remote, (gsize) 8 * 1000 * 1000);
  cvn_test_put (desk.store, record);
  before = cvn_test_dump (desk.folder.path);
  fake_server_set (server, fault->mode, fault->path, fault->status, fault->words);
  getrusage (RUSAGE_SELF, &usage_before);
  g_assert_false (cvn_desk_sync (&desk, remote, NULL, NULL, &error));
  getrusage (RUSAGE_SELF, &usage_after);
  g_assert_error (error, CVN_ERROR, (int) fault->code);
  g_assert_null (strstr (error->message, "canary"));
  g_assert_cmpuint (fake_server_get_n_requests (server), <=, fault->max_requests);
  g_assert_cmpuint (fake_server_get_n_elsewhere (server), ==, 0);
  g_assert_cmpint (usage_after.ru_maxrss - usage_before.ru_maxrss, <, (gint64) 64 * 1024);
  if (fault->status == 429)
    g_assert_cmpuint (cvn_remote_get_retry_after (remote), ==, 17);
  after = cvn_test_dump (desk.folder.path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (cvn_desk_count (&desk, "sync_leaf WHERE state = 0"), ==, 0);
  fake_server_set (server, FAKE_WELL, "", 0, NULL);
  cvn_desk_sync_well (&desk, remote);
  g_assert_cmpuint (fake_server_get_n_documents (server), ==, 1);
  cvn_desk_close (&desk);
  fake_server_stop (server);
}

static void
add_towns (CvnDesk *desk,
           int      n,
           int      poisoned)
{
  for (int i = 0; i < n; i++)
    {
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, i == poisoned ? "poison" : "Leiden");

      cvn_test_put (desk->store, record);
    }
}

/* One document among many that the server does not take, or stumbles over: it is set aside by name, the others arrive. */
static void
test_poison (void)
{
  static const guint statuses[] = { 413, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      FakeServer *server = fake_server_start (NULL);
      CvnDesk     desk;
      g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
      g_autofree char *refused = g_strdup_printf ("sync_refused WHERE code = %u", statuses[i]);

      cvn_desk_open (&desk, "Ans", fake_server_get_address (server), "centre");
      fake_server_set (server, FAKE_REFUSE_BULK, "", statuses[i], NULL);
      add_towns (&desk, 120, 77);
      cvn_desk_sync_well (&desk, remote);
      g_assert_cmpuint (fake_server_get_n_documents (server), ==, 119);
      g_assert_cmpint (cvn_desk_count (&desk, refused), ==, 1);
      g_assert_cmpint (cvn_desk_count (&desk, "sync_leaf WHERE state = 3"), ==, 1);
      cvn_desk_close (&desk);
      fake_server_stop (server);
    }
}

/* A server that keeps nothing at all any more, its disk being full: nothing is set aside, it is not asked on and on, and all goes later. */
static void
test_full_disk (void)
{
  FakeServer *server = fake_server_start (NULL);
  CvnDesk     desk;
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint n_before;

  cvn_desk_open (&desk, "Ans", fake_server_get_address (server), "centre");
  cvn_desk_sync_well (&desk, remote);
  n_before = fake_server_get_n_requests (server);
  fake_server_set (server, FAKE_FULL, "", 500, NULL);
  add_towns (&desk, 20, -1);
  g_assert_false (cvn_desk_sync (&desk, remote, NULL, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_SERVER);
  g_assert_cmpuint (fake_server_get_n_requests (server), <=, n_before + 12);
  g_assert_cmpint (cvn_desk_count (&desk, "sync_refused"), ==, 0);
  fake_server_set (server, FAKE_WELL, "", 0, NULL);
  cvn_desk_sync_well (&desk, remote);
  g_assert_cmpuint (fake_server_get_n_documents (server), ==, 20);
  cvn_desk_close (&desk);
  fake_server_stop (server);
}

/* What other programs attach is looked at before it comes to rest here, like what they write. */
static void
test_forbidden_file (void)
{
  static const char *const texts[] = { "naam;bsn\nJan;BSN 111222333\n", "naam;bsn\nJan;onbekend\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FakeServer *server = fake_server_start (NULL);
      CvnDesk     desk;
      g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, texts[i], -1);
      g_autofree char *sql = g_strdup_printf ("INSERT INTO sync_wanted VALUES ('document:01ARZ3NDEKTSV4RRFFQ69G5FAV', '%s', '1-abc', 'list.csv', %zu)", hash, strlen (texts[i]));

      cvn_desk_open (&desk, "Ans", fake_server_get_address (server), "centre");
      cvn_test_sql (desk.folder.path, sql);
      fake_server_set (server, FAKE_STATUS, "list.csv", 200, texts[i]);
      cvn_desk_sync_well (&desk, remote);
      g_assert_cmpint (cvn_desk_count (&desk, "sync_wanted"), ==, 0);
      g_assert_cmpint (cvn_desk_count (&desk, "file_content"), ==, i == 0 ? 0 : 1);
      g_assert_cmpint (cvn_desk_count (&desk, "sync_notice WHERE code = 'file-forbidden'"), ==, i == 0 ? 1 : 0);
      cvn_desk_close (&desk);
      fake_server_stop (server);
    }
}

/* A server that says yes to everything: what it does not hold afterwards is not taken for sent, and is named. */
static void
test_swallowed (void)
{
  FakeServer *server = fake_server_start (NULL);
  CvnDesk     desk;
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint n_sent;

  cvn_desk_open (&desk, "Ans", fake_server_get_address (server), "centre");
  fake_server_set (server, FAKE_SWALLOW, "", 0, NULL);
  add_towns (&desk, 20, 7);
  cvn_desk_sync (&desk, remote, NULL, &n_sent, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_sent, ==, 19);
  g_assert_cmpint (cvn_desk_count (&desk, "sync_leaf WHERE state = 0"), ==, 19);
  g_assert_cmpint (cvn_desk_count (&desk, "sync_leaf WHERE state = 3"), ==, 1);
  g_assert_cmpint (cvn_desk_count (&desk, "sync_refused WHERE code = 403 AND reason LIKE '%did not keep%'"), ==, 1);
  cvn_desk_close (&desk);
  fake_server_stop (server);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *address;
    gboolean    right;
  } addresses[] = {
    { "https://couch.example.org/", TRUE },
    { "https://couch.example.org:6984/path", TRUE },
    { "http://127.0.0.1:5984/", TRUE },
    { "http://localhost/", TRUE },
    { "http://[::1]:5984/", TRUE },
    { "http://couch.example.org/", FALSE },
    { "http://10.0.0.1/", FALSE },
    { "http://127.0.0.1.example.org/", FALSE },
    { "https://ans:secret@couch.example.org/", FALSE },
    { "https://couch.example.org/?a=1", FALSE },
    { "ftp://couch.example.org/", FALSE },
    { "couch.example.org", FALSE },
    { "https:///", FALSE },
    { "", FALSE },
  };
  static const char *const wrong_names[] = { "", "Centre", "1centre", "_users", "a b", "é" };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_test_message ("%s", addresses[i].address);
      g_assert_cmpint (cvn_remote_check_address (addresses[i].address, NULL), ==, addresses[i].right);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong_names); i++)
    g_assert_false (cvn_remote_check_database (wrong_names[i], NULL));
  g_assert_true (cvn_remote_check_database ("centre-2019", NULL));
}

static void
ask_tls (FakeServer *server,
         const char *ca_file,
         int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRemote) remote = cvn_remote_new (fake_server_get_address (server), "centre", ca_file, &error);
  g_auto (CvnAnswer) answer = { 0 };

  if (remote != NULL)
    {
      cvn_remote_set_account (remote, "ans", "secret");
      cvn_remote_ask (remote, "GET", "", NULL, &answer, NULL, &error);
    }
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, CVN_ERROR, code);
}

/* A certificate that nobody vouches for: nothing is sent. With the own authority's it is taken. */
static void
test_certificates (void)
{
  g_autofree char *pem = g_test_build_filename (G_TEST_DIST, "sync", "peer", "server.pem", NULL);
  g_autofree char *built = g_test_build_filename (G_TEST_DIST, "sync", "peer", "authority.pem", NULL);
  g_autofree char *authority = g_canonicalize_filename (built, NULL);
  FakeServer      *server = fake_server_start (pem);

  fake_server_set (server, FAKE_WELL, "", 0, NULL);
  ask_tls (server, NULL, CVN_ERROR_UNTRUSTED);
  g_assert_cmpuint (fake_server_get_n_requests (server), ==, 0);
  ask_tls (server, "authority.pem", CVN_ERROR_UNTRUSTED);
  ask_tls (server, "/nowhere/authority.pem", CVN_ERROR_UNTRUSTED);
  g_assert_cmpuint (fake_server_get_n_requests (server), ==, 0);
  ask_tls (server, authority, -1);
  g_assert_cmpuint (fake_server_get_n_requests (server), ==, 1);
  fake_server_stop (server);
}

static gpointer
add_elsewhere (gpointer data)
{
  g_auto (GStrv) place = data;
  g_autoptr (CvnRemote) remote = cvn_remote_new (place[0], place[1], NULL, NULL);
  g_auto (CvnAnswer) answer = { 0 };

  /* Whether before or after somebody begins to wait is the same to the one who waits. */
  g_assert_true (cvn_remote_ask (remote, "PUT", "organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV", "{\"name_nl\":\"Leiden\"}", &answer, NULL, NULL));
  return NULL;
}

static void
add_elsewhere_later (const char *address,
                     const char *database)
{
  const char *place[] = { address, database, NULL };

  g_thread_unref (g_thread_new ("elsewhere", add_elsewhere, g_strdupv ((GStrv) (gpointer) place)));
}

/* A certificate of an authority that is trusted, but whose time is over, or that is another server's: nothing is sent either. */
static void
test_wrong_certificates (void)
{
  static const char *const names[] = { "expired.pem", "wrong-name.pem" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *built = g_test_build_filename (G_TEST_DIST, "sync", "peer", names[i], NULL);
      g_autofree char *pem = g_canonicalize_filename (built, NULL);
      FakeServer      *server = fake_server_start (pem);

      g_test_message ("%s", names[i]);
      fake_server_set (server, FAKE_WELL, "", 0, NULL);
      ask_tls (server, pem, CVN_ERROR_UNTRUSTED);
      g_assert_cmpuint (fake_server_get_n_requests (server), ==, 0);
      fake_server_stop (server);
    }
}

/* While a window is open: the server's word that something changed is heard, silence is not taken for quiet. */
static void
test_live (void)
{
  CvnPeer         *peer = cvn_peer_start ();
  g_autofree char *database = NULL;
  g_autoptr (CvnRemote) remote = NULL;
  g_autoptr (GError) error = NULL;
  FakeServer *server;
  CvnDesk     desk;

  if (cvn_peer_skip (peer))
    return;
  database = cvn_peer_make_database (peer);
  cvn_desk_open (&desk, "Ans", cvn_peer_get_address (peer), database);
  remote = cvn_peer_open (peer, database);
  add_elsewhere_later (cvn_peer_get_address (peer), database);
  cvn_remote_wait (remote, "_changes?feed=longpoll&heartbeat=1000&since=0", NULL, &error);
  g_assert_no_error (error);
  cvn_desk_close (&desk);
  cvn_peer_stop (peer);
  /* A server that says nothing at all, not even that it is alive. */
  server = fake_server_start (NULL);
  fake_server_set (server, FAKE_SILENT, "/_changes", 0, NULL);
  g_clear_pointer (&remote, cvn_remote_free);
  remote = cvn_remote_new (fake_server_get_address (server), "centre", NULL, NULL);
  cvn_remote_set_patience (remote, 300, 100);
  g_assert_false (cvn_remote_wait (remote, "_changes?feed=longpoll&heartbeat=100&since=0", NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_TIMEOUT);
  fake_server_stop (server);
}

/* The server did it, and nobody heard: the next exchange sends nothing twice. */
static void
test_lost_answers (void)
{
  static const char *const questions[] = { "_bulk_docs", "PUT ", "_revs_diff", "_bulk_get", "_changes" };
  CvnPeer                 *peer = cvn_peer_start ();

  if (cvn_peer_skip (peer))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      FaultProxy      *proxy = fault_proxy_start (cvn_peer_get_address (peer));
      g_autofree char *database = cvn_peer_make_database (peer);
      g_autoptr (CvnRemote) faulty = cvn_remote_new (fault_proxy_get_address (proxy), database, NULL, NULL);
      g_autoptr (CvnRemote) direct = cvn_peer_open (peer, database);
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "Leiden");
      g_autoptr (CvnRecord) other = cvn_test_make_organisation (NULL, "Katwijk");
      g_autofree char *mine = NULL;
      g_autofree char *theirs = NULL;
      CvnDesk          a;
      CvnDesk          b;
      guint            n_sent;

      cvn_desk_open (&a, "Ans", cvn_peer_get_address (peer), database);
      cvn_desk_open (&b, "Bas", cvn_peer_get_address (peer), database);
      cvn_test_put (b.store, other);
      cvn_desk_sync_well (&b, direct);
      cvn_test_put (a.store, record);
      fault_proxy_lose_answer_to (proxy, questions[i]);
      /* Of a connection that was used before, libsoup asks once more by itself: then this one comes to its end. */
      cvn_desk_sync (&a, faulty, NULL, NULL, NULL);
      g_assert_true (fault_proxy_has_cut (proxy));
      cvn_desk_sync (&a, direct, NULL, &n_sent, NULL);
      if (i == 0)
        g_assert_cmpuint (n_sent, ==, 0);
      mine = cvn_desk_dump_leaves (&a);
      theirs = cvn_couch_dump_leaves (direct);
      g_assert_cmpstr (mine, ==, theirs);
      g_assert_cmpint (cvn_desk_count (&a, "organisation"), ==, 2);
      cvn_desk_close (&a);
      cvn_desk_close (&b);
      fault_proxy_stop (proxy);
    }
  cvn_peer_stop (peer);
}

static void
test_nobody_there (void)
{
  CvnDesk desk;
  g_autoptr (CvnRemote) remote = cvn_remote_new ("http://127.0.0.1:9/", "centre", NULL, NULL);
  g_autoptr (GError) error = NULL;

  cvn_desk_open (&desk, "Ans", "http://127.0.0.1:9/", "centre");
  g_assert_false (cvn_desk_sync (&desk, remote, NULL, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_OFFLINE);
  cvn_desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sync/faults/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/sync/faults/nobody-there", test_nobody_there);
  g_test_add_func ("/sync/faults/poison", test_poison);
  g_test_add_func ("/sync/faults/full-disk", test_full_disk);
  g_test_add_func ("/sync/faults/swallowed", test_swallowed);
  g_test_add_func ("/sync/faults/forbidden-file", test_forbidden_file);
  g_test_add_func ("/sync/faults/addresses", test_addresses);
  g_test_add_func ("/sync/faults/certificates", test_certificates);
  g_test_add_func ("/sync/faults/wrong-certificates", test_wrong_certificates);
  g_test_add_func ("/sync/faults/live", test_live);
  g_test_add_func ("/sync/faults/lost-answers", test_lost_answers);
  return g_test_run ();
}
