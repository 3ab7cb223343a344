/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-roles"

#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-replication.h"
#include "cvn-session.h"

#include <string.h>

/* Accounts on a real server: who may what, and what happens to what may not be. */

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
  cvn_peer_put (peer, "_config/admins/admin", NULL, "\"secret\"");
  cvn_peer_put (peer, "_users/org.couchdb.user:sam", admin, "{\"_id\":\"org.couchdb.user:sam\",\"name\":\"sam\",\"password\":\"secret\",\"roles\":[\"staff\"],\"type\":\"user\"}");
  cvn_peer_put (peer, "_users/org.couchdb.user:bo", admin, "{\"_id\":\"org.couchdb.user:bo\",\"name\":\"bo\",\"password\":\"secret\",\"roles\":[\"board\"],\"type\":\"user\"}");
  cvn_peer_put (peer, "_users/org.couchdb.user:nel", admin, "{\"_id\":\"org.couchdb.user:nel\",\"name\":\"nel\",\"password\":\"secret\",\"roles\":[],\"type\":\"user\"}");
  cvn_peer_put (peer, "_users/org.couchdb.user:mia", admin, "{\"_id\":\"org.couchdb.user:mia\",\"name\":\"mia\",\"password\":\"secret\",\"roles\":[\"manager\"],\"type\":\"user\"}");
  cvn_peer_put (peer, "_users/org.couchdb.user:ada", admin, "{\"_id\":\"org.couchdb.user:ada\",\"name\":\"ada\",\"password\":\"secret\",\"roles\":[\"admin\"],\"type\":\"user\"}");
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

/* What people do, as the server sees it: documents that come and go. */
typedef struct
{
  const char *action;
  const char *document;
  gint64      gen;
  gboolean    deleted;
  const char *body;
  gboolean    for_writers; /* manager and staff; an administrator may do all, everybody else nothing */
} Action;

#define ULID "01ARZ3NDEKTSV4RRFFQ69G5F"

static const Action actions[] = {
  { "create", "organisation:" ULID "A1", 1, FALSE, "{\"convenant\":{\"kind\":\"organisation\",\"schema\":1},\"name_nl\":\"Leiden\"}", TRUE },
  { "edit", "organisation:" ULID "A2", 2, FALSE, "{\"convenant\":{\"kind\":\"organisation\",\"schema\":1},\"name_nl\":\"Leida\"}", TRUE },
  { "delete", "organisation:" ULID "A3", 2, TRUE, "{\"convenant\":{\"kind\":\"organisation\",\"schema\":1}}", TRUE },
  { "delete from another program", "organisation:" ULID "A4", 2, TRUE, "{}", TRUE },
  { "decide", "agreement_decision:" ULID "A5", 1, FALSE, "{\"convenant\":{\"kind\":\"agreement_decision\",\"schema\":1},\"status\":\"signed\"}", TRUE },
  { "send an invoice", "invoice:" ULID "A6", 2, FALSE, "{\"convenant\":{\"kind\":\"invoice\",\"schema\":1},\"number\":\"2019-0001\"}", TRUE },
  { "book a payment", "payment:" ULID "A7", 1, FALSE, "{\"convenant\":{\"kind\":\"payment\",\"schema\":1},\"amount\":100}", TRUE },
  { "sign off a card", "project_card:" ULID "A8", 2, FALSE, "{\"convenant\":{\"kind\":\"project_card\",\"schema\":1},\"signed_by\":\"Ans\"}", TRUE },
  { "hand a series over", "invoice_series:" ULID "A9", 2, FALSE, "{\"convenant\":{\"kind\":\"invoice_series\",\"schema\":1},\"desk\":\"Ans\"}", TRUE },
  { "write without the mark", "organisation:" ULID "B1", 1, FALSE, "{\"name_nl\":\"Leiden\"}", FALSE },
  { "write as another kind", "organisation:" ULID "B2", 1, FALSE, "{\"convenant\":{\"kind\":\"payment\",\"schema\":1}}", FALSE },
  { "write what is not ours", "shopping-list", 1, FALSE, "{\"milk\":1}", FALSE },
  { "change the rules", "_design/other", 1, FALSE, "{\"language\":\"javascript\"}", FALSE },
};

static const struct
{
  const char *user;
  gboolean    writes;
  gboolean    rules;
} people[] = {
  { "mia", TRUE, FALSE }, /* manager */
  { "sam", TRUE, FALSE }, /* staff */
  { "bo", FALSE, FALSE }, /* board */
  { "nel", FALSE, FALSE },
  { "ada", TRUE, TRUE }, /* admin */
};

static gboolean
is_taken (CvnPeer      *peer,
          const char   *database,
          const char   *user,
          const Action *action)
{
  g_autoptr (CvnRemote) remote = cvn_peer_open (peer, database);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_couch_refusal_free);
  g_autoptr (GError) error = NULL;
  const char *path = "0123456789abcdef0123456789abcdeffedcba9876543210fedcba9876543210";

  cvn_remote_set_account (remote, user, "secret");
  g_ptr_array_add (leaves, cvn_sync_leaf_new (action->document, action->gen, action->gen == 1 ? path + 32 : path, action->deleted, action->body, CVN_LEAF_TO_SEND));
  if (!cvn_couch_put_bulk (remote, leaves, 0, 1, refusals, NULL, &error))
    g_assert_error (error, CVN_ERROR, CVN_ERROR_FORBIDDEN);
  if (refusals->len > 0)
    g_test_message ("refused: %d %s", ((CvnCouchRefusal *) refusals->pdata[0])->code, ((CvnCouchRefusal *) refusals->pdata[0])->reason);
  return error == NULL && refusals->len == 0;
}

/* Every role with everything that people do, at the server: it refuses whatever the programs of others think of it. */
static void
test_matrix (void)
{
  CvnPeer *peer = start_guarded ();

  if (cvn_peer_skip (peer))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *database = g_strdup_printf ("centre-%s", people[i].user);
      g_autofree char *security = g_strconcat (database, "/_security", NULL);
      CvnSyncPlace     place = { g_strdup (cvn_peer_get_address (peer)), g_strdup (database), g_strdup ("admin"), NULL, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_true (cvn_session_create (&place, "secret", NULL, &error));
      g_assert_no_error (error);
      /* As the help says. */
      cvn_peer_put (peer, security, "Basic YWRtaW46c2VjcmV0", "{\"admins\":{\"names\":[],\"roles\":[\"_admin\",\"admin\"]},\"members\":{\"names\":[],\"roles\":[\"manager\",\"staff\",\"board\",\"admin\"]}}");
      for (gsize j = 0; j < G_N_ELEMENTS (actions); j++)
        {
          g_test_message ("%s: %s", people[i].user, actions[j].action);
          g_assert_cmpint (is_taken (peer, database, people[i].user, &actions[j]), ==, people[i].rules || (people[i].writes && actions[j].for_writers));
        }
      cvn_sync_place_clear (&place);
    }
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
  g_test_add_func ("/sync/roles/matrix", test_matrix);
  g_test_add_func ("/sync/roles/rebuild-and-leave", test_rebuild);
  return g_test_run ();
}
