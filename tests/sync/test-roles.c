/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-roles"

#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-replication.h"
#include "cvn-session.h"

#include <libsoup/soup.h>
#include <string.h>

/* Accounts on a real server: who may what, and what happens to what may not be. */

static void
put (CvnPeer    *peer,
     const char *path,
     const char *authorization,
     const char *body)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (cvn_peer_get_address (peer), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("PUT", address);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (GBytes) answer = NULL;

  soup_session_set_proxy_resolver (session, NULL);
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  if (authorization != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", authorization);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (soup_message_get_status (message), <, 300);
}

static CvnRemote *
open_as (CvnPeer    *peer,
         const char *user)
{
  CvnRemote *remote = cvn_peer_open (peer, "centre");

  cvn_remote_set_account (remote, user, "secret");
  return remote;
}

static CvnPeer *
start_guarded (void)
{
  /* admin:secret */
  const char *admin = "Basic YWRtaW46c2VjcmV0";
  CvnPeer    *peer = cvn_peer_start ();

  if (peer == NULL)
    return NULL;
  put (peer, "_config/admins/admin", NULL, "\"secret\"");
  put (peer, "_users/org.couchdb.user:sam", admin, "{\"_id\":\"org.couchdb.user:sam\",\"name\":\"sam\",\"password\":\"secret\",\"roles\":[\"staff\"],\"type\":\"user\"}");
  put (peer, "_users/org.couchdb.user:bo", admin, "{\"_id\":\"org.couchdb.user:bo\",\"name\":\"bo\",\"password\":\"secret\",\"roles\":[\"board\"],\"type\":\"user\"}");
  put (peer, "_users/org.couchdb.user:nel", admin, "{\"_id\":\"org.couchdb.user:nel\",\"name\":\"nel\",\"password\":\"secret\",\"roles\":[],\"type\":\"user\"}");
  return peer;
}

static void
add_organisation (CvnDesk    *desk,
                  const char *name)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, name);

  cvn_test_put (desk->store, record);
}

static void
sync_as (CvnDesk    *desk,
         CvnPeer    *peer,
         const char *user)
{
  g_autoptr (CvnRemote) remote = open_as (peer, user);

  cvn_desk_sync_well (desk, remote);
}

static void
test_roles (void)
{
  CvnPeer     *peer = start_guarded ();
  CvnDesk      staff;
  CvnDesk      board;
  CvnDesk      nobody;
  CvnSyncPlace place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRemote) wrong = NULL;

  if (cvn_peer_skip (peer))
    return;
  place = (CvnSyncPlace){ g_strdup (cvn_peer_get_address (peer)), g_strdup ("centre"), g_strdup ("admin"), NULL, NULL };
  g_assert_true (cvn_session_create (&place, "secret", NULL, &error));
  g_assert_no_error (error);
  cvn_desk_open (&staff, "Sam", cvn_peer_get_address (peer), "centre");
  cvn_desk_open (&board, "Bo", cvn_peer_get_address (peer), "centre");
  cvn_desk_open (&nobody, "Nel", cvn_peer_get_address (peer), "centre");
  add_organisation (&staff, "Leiden");
  sync_as (&staff, peer, "sam");

  /* The board reads along; what it changes stays with it. */
  add_organisation (&board, "Mine");
  sync_as (&board, peer, "bo");
  g_assert_cmpint (cvn_desk_count (&board, "organisation"), ==, 2);
  g_assert_cmpint (cvn_desk_count (&board, "sync_leaf WHERE state <> 0"), ==, 0);

  /* Who has no role at all is refused document by document: it is kept and named, the rest goes on. */
  add_organisation (&nobody, "Refused");
  sync_as (&nobody, peer, "nel");
  g_assert_cmpint (cvn_desk_count (&nobody, "organisation"), ==, 2);
  g_assert_cmpint (cvn_desk_count (&nobody, "sync_refused WHERE code = 403"), ==, 1);
  sync_as (&staff, peer, "sam");
  g_assert_cmpint (cvn_desk_count (&staff, "organisation"), ==, 1);

  /* With a role it is sent when it is asked for. */
  g_assert_true (cvn_session_send_again (nobody.store, &error));
  sync_as (&nobody, peer, "sam");
  g_assert_cmpint (cvn_desk_count (&nobody, "sync_refused"), ==, 0);
  sync_as (&staff, peer, "sam");
  g_assert_cmpint (cvn_desk_count (&staff, "organisation"), ==, 2);

  /* A database that holds something is not filled a second time. */
  g_assert_false (cvn_session_create (&place, "secret", NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_EXISTS);
  g_clear_error (&error);
  wrong = cvn_peer_open (peer, "centre");
  cvn_remote_set_account (wrong, "sam", "wrong");
  g_assert_false (cvn_desk_sync (&staff, wrong, NULL, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_UNAUTHORISED);
  g_assert_cmpuint (cvn_remote_get_n_requests (wrong), ==, 1);
  cvn_sync_place_clear (&place);
  cvn_desk_close (&staff);
  cvn_desk_close (&board);
  cvn_desk_close (&nobody);
  cvn_peer_stop (peer);
}

/* Everything is asked for anew, and what was not sent yet goes out. */
static void
test_rebuild (void)
{
  CvnPeer         *peer = cvn_peer_start ();
  CvnDesk          desk;
  g_autofree char *database = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  g_autoptr (CvnRemote) remote = NULL;
  g_autoptr (GError) error = NULL;

  if (cvn_peer_skip (peer))
    return;
  database = cvn_peer_make_database (peer);
  remote = cvn_peer_open (peer, database);
  cvn_desk_open (&desk, "Ans", cvn_peer_get_address (peer), database);
  add_organisation (&desk, "Sent");
  cvn_desk_sync_well (&desk, remote);
  add_organisation (&desk, "Not sent");
  g_assert_true (cvn_session_rebuild (desk.store, &error));
  g_assert_cmpint (cvn_desk_count (&desk, "sync_leaf"), ==, 1);
  cvn_desk_sync_well (&desk, remote);
  g_assert_cmpint (cvn_desk_count (&desk, "organisation"), ==, 2);
  mine = cvn_desk_dump_leaves (&desk);
  theirs = cvn_couch_dump_leaves (remote);
  g_assert_cmpstr (mine, ==, theirs);
  g_assert_true (cvn_session_leave (desk.store, &error));
  g_assert_cmpint (cvn_desk_count (&desk, "organisation"), ==, 2);
  g_assert_cmpint (cvn_desk_count (&desk, "sync_state"), ==, 0);
  cvn_desk_close (&desk);
  cvn_peer_stop (peer);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/roles/who-may-what", test_roles);
  g_test_add_func ("/sync/roles/rebuild-and-leave", test_rebuild);
  return g_test_run ();
}
