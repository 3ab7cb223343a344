/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sync-lists"

#include "store-support.h"

#include "cvn-sync-leaf.h"
#include "cvn-sync-matters.h"
#include "cvn-sync-queue.h"
#include "cvn-sync-wanted.h"

/* A number that has no absolute value: whoever reads it gets an error in the middle of the rows. */
#define FAILS "abs (-9223372036854775808)"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (CvnRecord) organisation = cvn_test_make_organisation ("a", "A");
  g_autoptr (CvnRecord) count = NULL;

  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "Ans", NULL);
  cvn_test_put (fixture->store, organisation);
  count = cvn_test_make_count (cvn_record_get_id (organisation), 24000, 5, 1);
  cvn_test_put (fixture->store, count);
  cvn_test_sql (fixture->folder.path,
                "INSERT INTO sync_wanted VALUES ('document:1', 'x', '1-a', 'a.pdf', 1);"
                "INSERT INTO sync_waiting (document, reason) VALUES ('document:1', 'rule');"
                "INSERT INTO sync_leaf (document, gen, hash, path, deleted, body, state) VALUES ('document:1', 1, 'x', 'x', 0, '{}', 1);");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

static GPtrArray *
list_leaves (CvnReader *reader,
             GError   **error)
{
  return cvn_sync_leaf_list (reader, "document:1", error);
}

static GPtrArray *
list_to_send (CvnReader *reader,
              GError   **error)
{
  return cvn_sync_leaf_list_to_send (reader, 0, 10, 1000, error);
}

static GPtrArray *
list_changed (CvnReader *reader,
              GError   **error)
{
  gint64 last;

  return cvn_sync_list_changed (reader, 0, &last, error);
}

static GPtrArray *
list_unknown (CvnReader *reader,
              GError   **error)
{
  CvnSyncCursor cursor = { 0, 0 };

  return cvn_sync_list_unknown (reader, &cursor, 10, error);
}

typedef struct
{
  const char *name;
  GPtrArray *(*list) (CvnReader *reader, GError **error);
  guint       n;
  const char *table;
  const char *columns; /* of the view that takes its place */
} List;

static const List lists[] = {
  { "wanted", cvn_sync_wanted_list, 1, "sync_wanted", "document, hash, revision, name, " FAILS " AS length" },
  { "waiting", cvn_sync_waiting_list, 1, "sync_waiting", "document, reason, field, message, " FAILS " AS shown_gen, shown_hash" },
  { "leaves", list_leaves, 1, "sync_leaf", "document, gen, hash, path, " FAILS " AS deleted, body, state" },
  { "lines", cvn_sync_leaf_list_lines, 1, "sync_leaf", "document, " FAILS " AS gen, hash" },
  { "to-send", list_to_send, 1, "sync_leaf", "no, document, gen, hash, path, " FAILS " AS deleted, body, state" },
  { "changed", list_changed, 2, "journal_change", "no, journal_no, kind, record_id, " FAILS " AS seq, n" },
  { "changed-in-packs", list_changed, 2, "registration_count", "id, " FAILS " AS seq" },
  { "unknown", list_unknown, 2, "registration_count", "id, " FAILS " AS seq" },
};

static gpointer
read_list (CvnReader    *reader,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return ((const List *) data)->list (reader, error);
}

/* A list that ends early because the disk fails is no list: what it lacks would never be sent. */
static void
test_read_error (Fixture      *fixture,
                 gconstpointer data)
{
  const List      *list = data;
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE %1$s RENAME TO kept; CREATE VIEW %1$s AS SELECT %2$s FROM kept", list->table, list->columns);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) whole = cvn_store_read (fixture->store, read_list, (gpointer) list, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (whole->len, ==, list->n);
  cvn_test_sql (fixture->folder.path, sql);
  g_assert_null (cvn_store_read (fixture->store, read_list, (gpointer) list, &error));
  g_assert_nonnull (error);
}

static GPtrArray *
list_all_unknown (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = cvn_store_read (fixture->store, read_list, (gpointer) &lists[G_N_ELEMENTS (lists) - 1], &error);

  g_assert_no_error (error);
  return list;
}

/* Whether a kind is whole among the documents is seen at a glance: one that lacks, wherever it stands, is found all the same. */
static void
test_unknown_among_known (Fixture      *fixture,
                          gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *code = g_strdup_printf ("more-%u", i);
      g_autoptr (CvnRecord) more = cvn_test_make_organisation (code, "More");

      cvn_test_put (fixture->store, more);
    }
  cvn_test_sql (fixture->folder.path,
                "INSERT INTO sync_leaf (document, gen, hash, path, deleted, body, state)"
                " SELECT 'organisation:' || id, 1, 'x', 'x', 0, '{}', 0 FROM organisation UNION ALL"
                " SELECT 'organisation:' || id, 2, 'y', 'y', 0, '{}', 0 FROM organisation UNION ALL"
                " SELECT 'organisation:' || id || 'Z', 1, 'x', 'x', 0, '{}', 0 FROM organisation UNION ALL"
                " SELECT 'organisation:0', 1, 'x', 'x', 0, '{}', 0 UNION ALL"
                " SELECT 'registration_count:' || id, 1, 'x', 'x', 0, '{}', 0 FROM registration_count");
  for (gint64 seq = 0; seq <= 6; seq++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM sync_leaf WHERE document = (SELECT 'organisation:' || id FROM organisation WHERE seq = %" G_GINT64_FORMAT ")", seq);
      g_autoptr (GPtrArray) unknown = NULL;

      cvn_test_sql (fixture->folder.path, sql);
      unknown = list_all_unknown (fixture);
      g_assert_cmpuint (unknown->len, ==, (guint) seq);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strconcat ("/store/sync-lists/", lists[i].name, NULL);

      g_test_add (path, Fixture, &lists[i], set_up, test_read_error, tear_down);
    }
  g_test_add ("/store/sync-lists/unknown-among-known", Fixture, NULL, set_up, test_unknown_among_known, tear_down);
  return g_test_run ();
}
