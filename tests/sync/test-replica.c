/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-replica"

#include "store-support.h"

#include "cvn-db.h"
#include "cvn-replica.h"
#include "cvn-revision.h"
#include "cvn-sync-matters.h"
#include "cvn-sync-state.h"

#include <string.h>

/* Two desks that hand each other their versions, with nothing between them that could fail. */
typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  GPtrArray    *outbox; /* of CvnSyncLeaf */
} Desk;

typedef struct
{
  Desk a;
  Desk b;
} Fixture;

static void
open_desk (Desk       *desk,
           const char *actor)
{
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&desk->folder);
  cvn_test_folder_make_centre (&desk->folder);
  desk->store = cvn_store_open (desk->folder.path, 0, actor, &error);
  g_assert_no_error (error);
  desk->outbox = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
}

static void
close_desk (Desk *desk)
{
  cvn_store_close (desk->store);
  g_assert_finalize_object (desk->store);
  g_ptr_array_unref (desk->outbox);
  cvn_test_folder_remove (&desk->folder);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  open_desk (&fixture->a, "Ans");
  open_desk (&fixture->b, "Bas");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_desk (&fixture->a);
  close_desk (&fixture->b);
}

static gboolean
collect (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  Desk *desk = data;
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, "2026-01-01T00:00:00Z", FALSE);
  if (!cvn_replica_capture (&replica, error) || !cvn_replica_settle (&replica, error))
    return FALSE;
  for (;;)
    {
      g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list_to_send (replica.reader, 0, 100, 1000000, error);

      g_assert_nonnull (leaves);
      if (leaves->len == 0)
        return TRUE;
      for (guint i = 0; i < leaves->len; i++)
        {
          CvnSyncLeaf *leaf = leaves->pdata[i];

          cvn_sync_leaf_set_state (writer, leaf, CVN_LEAF_CONFIRMED, error);
          g_ptr_array_add (desk->outbox, cvn_sync_leaf_new (leaf->document, leaf->gen, leaf->path, leaf->deleted, leaf->body, CVN_LEAF_CONFIRMED));
        }
    }
}

static gboolean
deliver (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  GPtrArray *leaves = data;
  g_auto (CvnReplica) replica = { 0 };
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GPtrArray) contents = g_ptr_array_new ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  cvn_replica_init (&replica, writer, "2026-01-01T00:00:00Z", FALSE);
  if (!cvn_replica_capture (&replica, error))
    return FALSE;
  g_ptr_array_set_size (contents, (int) leaves->len);
  if (!cvn_replica_receive_all (&replica, leaves, contents, error) || !cvn_replica_settle (&replica, error))
    return FALSE;
  waiting = cvn_sync_waiting_list (replica.reader, error);
  for (guint i = 0; i < waiting->len; i++)
    g_ptr_array_add (documents, ((CvnSyncWaiting *) waiting->pdata[i])->document);
  return cvn_replica_retry (&replica, documents, TRUE, error);
}

static void
write_at (Desk        *desk,
          CvnWriteFunc func,
          gpointer     data)
{
  g_autoptr (GError) error = NULL;

  cvn_store_write (desk->store, CVN_ACTION_SYNC, NULL, NULL, func, data, &error);
  g_assert_no_error (error);
}

/* Everything that was written at one desk goes to the other, until neither has anything new to say. */
static void
exchange (Fixture *fixture)
{
  for (int i = 0; i < 10; i++)
    {
      write_at (&fixture->a, collect, &fixture->a);
      write_at (&fixture->b, deliver, fixture->a.outbox);
      write_at (&fixture->b, collect, &fixture->b);
      write_at (&fixture->a, deliver, fixture->b.outbox);
      if (fixture->a.outbox->len == 0 && fixture->b.outbox->len == 0)
        return;
      g_ptr_array_set_size (fixture->a.outbox, 0);
      g_ptr_array_set_size (fixture->b.outbox, 0);
    }
  g_assert_not_reached ();
}

static char *
dump_leaves (Desk *desk)
{
  GString *dump = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_string_append_printf (dump, "%" G_GINT64_FORMAT " leaves, ", cvn_test_integer (desk->folder.path, "SELECT count(*) FROM sync_leaf"));
  g_string_append_printf (dump, "%" G_GINT64_FORMAT, cvn_test_integer (desk->folder.path, "SELECT ifnull (sum (unicode (hash) * 31 + unicode (substr (hash, 7)) * gen), 0) FROM sync_leaf"));
  return g_string_free (dump, FALSE);
}

static void
assert_equal (Fixture *fixture)
{
  g_autofree char *a = dump_leaves (&fixture->a);
  g_autofree char *b = dump_leaves (&fixture->b);

  g_assert_cmpstr (a, ==, b);
}

static gint64
count (Desk       *desk,
       const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  return cvn_test_integer (desk->folder.path, sql);
}

static CvnRecord *
add_organisation (Fixture *fixture)
{
  CvnRecord *record = cvn_test_make_organisation ("gem-x", "Leiden");

  cvn_test_put (fixture->a.store, record);
  exchange (fixture);
  assert_equal (fixture);
  return record;
}

/* The record as @desk has it, with one field changed. */
static void
edit (Desk       *desk,
      CvnRecord  *record,
      const char *field,
      const char *value)
{
  g_autoptr (CvnRecord) current = cvn_test_get (desk->store, "organisation", cvn_record_get_id (record));

  cvn_record_set_text (current, field, value);
  cvn_test_put (desk->store, current);
}

static void
assert_field (Desk       *desk,
              CvnRecord  *record,
              const char *field,
              const char *value)
{
  g_autoptr (CvnRecord) current = cvn_test_get (desk->store, "organisation", cvn_record_get_id (record));

  g_assert_nonnull (current);
  g_assert_cmpstr (cvn_record_get_text (current, field), ==, value);
}

static void
test_travels (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CvnRecord) record = add_organisation (fixture);
  g_autoptr (CvnRecord) contact = cvn_test_make_contact (cvn_record_get_id (record), "secretary");
  g_autoptr (CvnRecord) other = cvn_test_make_organisation (NULL, "Katwijk");

  assert_field (&fixture->b, record, "name_nl", "Leiden");
  g_assert_cmpint (cvn_test_integer (fixture->b.folder.path, "SELECT count(*) FROM journal WHERE actor = 'Ans' AND action = 'sync'"), ==, 1);
  g_assert_cmpint (cvn_test_integer (fixture->b.folder.path, "SELECT count(*) FROM undo_stack"), ==, 0);
  edit (&fixture->b, record, "name_nl", "Leiden!");
  cvn_test_put (fixture->b.store, contact);
  cvn_test_put (fixture->b.store, other);
  exchange (fixture);
  assert_field (&fixture->a, record, "name_nl", "Leiden!");
  g_assert_cmpint (count (&fixture->a, "contact"), ==, 1);
  cvn_test_delete (fixture->a.store, contact, NULL);
  exchange (fixture);
  g_assert_cmpint (count (&fixture->b, "contact"), ==, 0);
  assert_equal (fixture);
}

static void
test_merges (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (CvnRecord) record = add_organisation (fixture);

  edit (&fixture->a, record, "name_nl", "Leyden");
  edit (&fixture->b, record, "website", "https://example.org/");
  exchange (fixture);
  for (int i = 0; i < 2; i++)
    {
      Desk *desk = i == 0 ? &fixture->a : &fixture->b;

      assert_field (desk, record, "name_nl", "Leyden");
      assert_field (desk, record, "website", "https://example.org/");
      g_assert_cmpint (count (desk, "sync_conflict"), ==, 0);
      g_assert_cmpint (cvn_test_integer (desk->folder.path, "SELECT count(*) FROM sync_leaf WHERE NOT deleted"), ==, 1);
      g_assert_cmpint (count (desk, "sync_notice"), ==, 0);
    }
  assert_equal (fixture);
}

static gboolean
choose (CvnWriter    *writer,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  g_auto (CvnReplica) replica = { 0 };
  g_autofree char *document = cvn_document_make_id (cvn_record_get_kind (data), cvn_record_get_id (data));

  cvn_replica_init (&replica, writer, "2026-01-02T00:00:00Z", FALSE);
  return cvn_replica_capture (&replica, error) && cvn_replica_choose (&replica, document, data, "Bas", error);
}

static void
test_conflict (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (CvnRecord) record = add_organisation (fixture);
  g_autoptr (CvnRecord) at_a = NULL;
  g_autoptr (CvnRecord) at_b = NULL;
  g_autoptr (GError) error = NULL;

  edit (&fixture->a, record, "name_nl", "Leyden");
  edit (&fixture->b, record, "name_nl", "Leida");
  exchange (fixture);
  g_assert_cmpint (count (&fixture->a, "sync_conflict"), ==, 1);
  g_assert_cmpint (count (&fixture->b, "sync_conflict"), ==, 1);
  at_a = cvn_test_get (fixture->a.store, "organisation", cvn_record_get_id (record));
  at_b = cvn_test_get (fixture->b.store, "organisation", cvn_record_get_id (record));
  g_assert_cmpstr (cvn_record_get_text (at_a, "name_nl"), ==, cvn_record_get_text (at_b, "name_nl"));
  assert_equal (fixture);

  cvn_record_set_text (at_b, "name_nl", "Leiden anders");
  g_assert_cmpint (cvn_store_write (fixture->b.store, CVN_ACTION_SETTLE, cvn_record_get_kind (at_b), "it", choose, at_b, &error), >, 0);
  g_assert_no_error (error);
  exchange (fixture);
  assert_field (&fixture->a, record, "name_nl", "Leiden anders");
  g_assert_cmpint (count (&fixture->a, "sync_conflict"), ==, 0);
  g_assert_cmpint (count (&fixture->b, "sync_conflict"), ==, 0);
  g_assert_cmpint (cvn_test_integer (fixture->a.folder.path, "SELECT count(*) FROM sync_leaf WHERE NOT deleted"), ==, 1);
  cvn_store_undo (fixture->b.store, &error);
  g_assert_no_error (error);
  exchange (fixture);
  assert_equal (fixture);
  g_assert_cmpint (count (&fixture->a, "sync_conflict"), ==, 0);
}

static void
test_deleted_and_edited (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (CvnRecord) record = add_organisation (fixture);

  g_assert_cmpint (cvn_test_delete (fixture->a.store, record, NULL), >, 0);
  edit (&fixture->b, record, "note", "still used");
  exchange (fixture);
  assert_field (&fixture->a, record, "note", "still used");
  assert_field (&fixture->b, record, "note", "still used");
  g_assert_cmpint (cvn_test_integer (fixture->a.folder.path, "SELECT count(*) FROM sync_notice WHERE code = 'edited-elsewhere' AND author = 'Bas'"), ==, 1);
  g_assert_cmpint (cvn_test_integer (fixture->b.folder.path, "SELECT count(*) FROM sync_notice WHERE code = 'deleted-elsewhere' AND author = 'Ans'"), ==, 1);
  assert_equal (fixture);
}

static void
test_deleted_and_used (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (CvnRecord) record = add_organisation (fixture);
  g_autoptr (CvnRecord) contact = cvn_test_make_contact (cvn_record_get_id (record), "secretary");

  g_assert_cmpint (cvn_test_delete (fixture->a.store, record, NULL), >, 0);
  cvn_test_put (fixture->b.store, contact);
  exchange (fixture);
  assert_field (&fixture->a, record, "name_nl", "Leiden");
  g_assert_cmpint (count (&fixture->a, "contact"), ==, 1);
  g_assert_cmpint (count (&fixture->a, "sync_waiting"), ==, 0);
  g_assert_cmpint (count (&fixture->b, "sync_waiting"), ==, 0);
  assert_equal (fixture);
}

static void
test_same_key (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (CvnRecord) first = cvn_test_make_organisation ("twice", "One");
  g_autoptr (CvnRecord) second = cvn_test_make_organisation ("twice", "Other");

  cvn_test_put (fixture->a.store, first);
  cvn_test_put (fixture->b.store, second);
  exchange (fixture);
  g_assert_cmpint (count (&fixture->a, "sync_waiting"), ==, 1);
  g_assert_cmpint (count (&fixture->b, "sync_waiting"), ==, 1);
  edit (&fixture->a, first, "code", "once");
  exchange (fixture);
  exchange (fixture);
  g_assert_cmpint (count (&fixture->a, "sync_waiting") + count (&fixture->b, "sync_waiting"), ==, 0);
  g_assert_cmpint (count (&fixture->a, "organisation"), ==, 2);
  g_assert_cmpint (count (&fixture->b, "organisation"), ==, 2);
  assert_equal (fixture);
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnRecord) record = add_organisation (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_test_delete (fixture->a.store, record, NULL), >, 0);
  exchange (fixture);
  g_assert_cmpint (count (&fixture->b, "organisation"), ==, 0);
  g_assert_cmpint (cvn_store_undo (fixture->a.store, &error), >, 0);
  g_assert_no_error (error);
  exchange (fixture);
  assert_field (&fixture->b, record, "name_nl", "Leiden");
  g_assert_cmpint (cvn_test_integer (fixture->b.folder.path, "SELECT max (gen) FROM sync_leaf"), ==, 3);
  assert_equal (fixture);
}

static gboolean
deliver_one_by_one (CvnWriter    *writer,
                    gpointer      data,
                    GCancellable *cancellable,
                    GError      **error)
{
  GPtrArray *leaves = data;
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, "2026-01-01T00:00:00Z", TRUE);
  for (guint i = 0; i < leaves->len; i++)
    if (!cvn_replica_receive (&replica, leaves->pdata[i], NULL, error))
      return FALSE;
  return cvn_replica_settle (&replica, error);
}

static gboolean
deliver_at_once (CvnWriter    *writer,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_auto (CvnReplica) replica = { 0 };
  g_autoptr (GPtrArray) contents = g_ptr_array_new ();

  cvn_replica_init (&replica, writer, "2026-01-01T00:00:00Z", TRUE);
  g_ptr_array_set_size (contents, (int) ((GPtrArray *) data)->len);
  return cvn_replica_receive_all (&replica, data, contents, error) && cvn_replica_settle (&replica, error);
}

/* Some version of one of a few documents: new, following one that is known or not, deleted, with what may not be kept, of no kind. */
static CvnSyncLeaf *
make_any (GRand *rand)
{
  guint            number = (guint) g_rand_int_range (rand, 0, 60);
  gint64           gen = g_rand_int_range (rand, 1, 4);
  gboolean         deleted = g_rand_int_range (rand, 0, 8) == 0;
  const char      *note = g_rand_int_range (rand, 0, 12) == 0 ? "BSN 123456782" : "a note";
  g_autofree char *document = g_strdup_printf (number % 10 == 9 ? "strange:01ARZ3NDEKTSV4RRFFQ69G5F%02u" : "organisation:01ARZ3NDEKTSV4RRFFQ69G5F%02u", number);
  g_autofree char *path = g_strnfill (CVN_SYNC_HASH, (char) ('a' + g_rand_int_range (rand, 0, 3)));
  g_autofree char *body = g_strdup_printf ("{\"code\":\"c-%u\",\"convenant\":{\"author\":\"A%d\",\"kind\":\"organisation\",\"schema\":1},\"kind\":\"municipality\",\"name_nl\":\"N %u\",\"note\":\"%s\"}",
                                           number - number % 7 % 2, g_rand_int_range (rand, 0, 3), number, note);

  for (gint64 i = 1; i < gen; i++)
    {
      g_autofree char *shorter = g_steal_pointer (&path);

      path = g_strconcat (shorter, "0123456789abcdef0123456789abcdef", NULL);
      path[CVN_SYNC_HASH * i] = (char) ('a' + g_rand_int_range (rand, 0, 2));
    }
  return cvn_sync_leaf_new (document, gen, path, deleted, deleted ? "{}" : body, CVN_LEAF_CONFIRMED);
}

static char *
dump_table (Desk       *desk,
            const char *columns,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT json_group_array (line) FROM (SELECT json_array (%s) AS line FROM %s ORDER BY 1)", columns, table);
  g_autoptr (CvnDb) db = cvn_db_open (desk->folder.path, CVN_DB_READ, NULL);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, sql, NULL);
  gboolean has_row = FALSE;

  g_assert_nonnull (statement);
  g_assert_true (cvn_statement_step (statement, &has_row, NULL) && has_row);
  return g_strdup (cvn_statement_get_text (statement, 0));
}

/* A batch at once comes to what its versions come to one after another. */
static void
test_at_once (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *columns;
    const char *table;
  } tables[] = {
    { "document, gen, hash, path, deleted, body, state", "sync_leaf" },
    { "document, gen, hash, body", "sync_former" },
    { "document, reason, field, shown_gen, shown_hash", "sync_waiting" },
    { "document", "sync_conflict" },
    { "document, code, author", "sync_notice" },
    { "id, code, name_nl, note", "organisation" },
    { "record_id, kind, before, after", "journal_change" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
      gint32 n = g_rand_int_range (rand, 0, 80);

      for (gint32 i = 0; i < n; i++)
        g_ptr_array_add (leaves, make_any (rand));
      write_at (&fixture->a, deliver_at_once, leaves);
      write_at (&fixture->b, deliver_one_by_one, leaves);
      for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          g_autofree char *at_once = dump_table (&fixture->a, tables[i].columns, tables[i].table);
          g_autofree char *one_by_one = dump_table (&fixture->b, tables[i].columns, tables[i].table);

          g_assert_cmpstr (at_once, ==, one_by_one);
        }
    }
  g_assert_cmpint (count (&fixture->a, "organisation"), >, 20);
  g_assert_cmpint (count (&fixture->a, "sync_waiting"), >, 5);
  g_assert_cmpint (count (&fixture->a, "sync_conflict"), >, 5);
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
  g_test_init (&argc, &argv, NULL);
  add_test ("/sync/replica/travels", test_travels);
  add_test ("/sync/replica/merges", test_merges);
  add_test ("/sync/replica/conflict", test_conflict);
  add_test ("/sync/replica/deleted-and-edited", test_deleted_and_edited);
  add_test ("/sync/replica/deleted-and-used", test_deleted_and_used);
  add_test ("/sync/replica/same-key", test_same_key);
  add_test ("/sync/replica/undo", test_undo);
  add_test ("/sync/replica/at-once", test_at_once);
  return g_test_run ();
}
