/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-undo"

#include "store-support.h"

#include "cvn-db.h"
#include "cvn-error.h"
#include "cvn-journal.h"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = cvn_store_open (fixture->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
}

static void
close_store (Fixture *fixture)
{
  cvn_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->store);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  cvn_test_folder_make (&fixture->folder);
  open_store (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_store (fixture);
  cvn_test_folder_remove (&fixture->folder);
}

static void
assert_dump (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *dump = cvn_test_dump (fixture->folder.path);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_chain_is_whole (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = cvn_db_open (fixture->folder.path, CVN_DB_READ, &error);
  gint64 first_wrong = -1;

  cvn_journal_verify (db, &first_wrong, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first_wrong, ==, 0);
}

/* What a test knows of the file, to choose the next change from. */
typedef struct
{
  GRand     *rand;
  GPtrArray *ids[3]; /* of organisations, contacts, counts */
} World;

static const char *const kinds[] = { "organisation", "contact", "registration_count" };

static const char *
pick (World *world,
      guint  kind)
{
  GPtrArray *ids = world->ids[kind];

  return ids->len > 0 ? ids->pdata[g_rand_int_range (world->rand, 0, (gint32) ids->len)] : NULL;
}

static CvnRecord *
make (World *world,
      guint  kind)
{
  g_autofree char *text = g_strdup_printf ("%08x é \"\\\t", g_rand_int (world->rand));

  if (kind == 0)
    return cvn_test_make_organisation (NULL, text);
  if (pick (world, 0) == NULL)
    return NULL;
  return kind == 1 ? cvn_test_make_contact (pick (world, 0), text)
                   : cvn_test_make_count (pick (world, 0), g_rand_int_range (world->rand, 24000, 24006), 9, g_rand_int_range (world->rand, 0, 9));
}

static gboolean
change_one (World     *world,
            CvnWriter *writer)
{
  guint       kind = (guint) g_rand_int_range (world->rand, 0, 3);
  const char *id = pick (world, kind);
  g_autoptr (CvnRecord) record = NULL;

  switch (g_rand_int_range (world->rand, 0, 4))
    {
    case 0:
      return id == NULL || cvn_writer_delete (writer, cvn_kind_find (kinds[kind]), id, NULL);
    case 1:
      record = id != NULL ? cvn_reader_get (cvn_writer_get_reader (writer), cvn_kind_find (kinds[kind]), id, NULL) : NULL;
      if (record == NULL)
        return TRUE;
      if (kind == 2)
        cvn_record_set_integer (record, "count", g_rand_int_range (world->rand, 9, 99));
      else
        cvn_record_set_text (record, "note", g_rand_boolean (world->rand) ? NULL : "a note");
      return cvn_writer_put (writer, record, NULL);
    default:
      record = make (world, kind);
      return record == NULL || cvn_writer_put (writer, record, NULL);
    }
}

static gboolean
change_some (CvnWriter    *writer,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  World *world = data;

  for (int n = g_rand_int_range (world->rand, 1, 8); n > 0; n--)
    if (!change_one (world, writer))
      {
        g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, "a change that may not be");
        return FALSE;
      }
  return TRUE;
}

static gpointer
list_ids (CvnReader    *reader,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  World *world = data;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const CvnKind *kind = cvn_kind_find (kinds[i]);
      g_autoptr (CvnQuery) query = cvn_query_new (kind);
      g_autoptr (GArray) seqs = cvn_reader_list (reader, query, NULL, error);
      g_autoptr (GPtrArray) rows = cvn_reader_get_rows (reader, kind, (gint64 *) (gpointer) seqs->data, seqs->len, error);

      g_ptr_array_set_size (world->ids[i], 0);
      for (guint j = 0; j < rows->len; j++)
        g_ptr_array_add (world->ids[i], g_strdup (cvn_record_get_id (rows->pdata[j])));
    }
  return NULL;
}

/* As many change sets as succeed: some delete what is referred to, or twice, and must leave nothing. */
static guint
change_at_random (Fixture *fixture,
                  guint    n_sets)
{
  World world = { .rand = g_rand_new_with_seed ((guint32) g_test_rand_int ()) };
  guint n_done = 0;

  for (guint i = 0; i < 3; i++)
    world.ids[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_sets; i++)
    {
      cvn_store_read (fixture->store, list_ids, &world, NULL);
      n_done += cvn_store_write (fixture->store, CVN_ACTION_EDIT, NULL, NULL, change_some, &world, NULL) > 0;
    }
  for (guint i = 0; i < 3; i++)
    g_ptr_array_unref (world.ids[i]);
  g_rand_free (world.rand);
  return n_done;
}

static void
reverse_all (Fixture *fixture,
             guint    n,
             gint64 (*func) (CvnStore *store, GError **error))
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (func (fixture->store, &error), >, 0);
      g_assert_no_error (error);
      if (i != n / 2)
        continue;
      close_store (fixture);
      open_store (fixture);
    }
  g_assert_cmpint (func (fixture->store, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
}

static void
test_undo_all_redo_all (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *start = cvn_test_dump (fixture->folder.path);
  g_autofree char *end = NULL;
  guint            n = change_at_random (fixture, 200);

  g_assert_cmpuint (n, >, 50);
  end = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (start, !=, end);
  reverse_all (fixture, n, cvn_store_undo);
  assert_dump (fixture, start);
  reverse_all (fixture, n, cvn_store_redo);
  assert_dump (fixture, end);
  reverse_all (fixture, n, cvn_store_undo);
  assert_dump (fixture, start);
  assert_chain_is_whole (fixture);
}

static void
test_words_of_the_button (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("a", "A");
  g_autofree char *subject = NULL;
  const CvnKind   *kind = NULL;
  CvnAction        action = CVN_ACTION_UNDO;

  g_assert_false (cvn_store_get_undo (fixture->store, NULL, NULL, NULL));
  cvn_test_put (fixture->store, record);
  for (guint i = 0; i < 3; i++)
    {
      g_clear_pointer (&subject, g_free);
      g_assert_true (cvn_store_get_undo (fixture->store, &action, &kind, &subject));
      g_assert_cmpint (action, ==, CVN_ACTION_EDIT);
      g_assert_true (kind == cvn_kind_find ("organisation"));
      g_assert_cmpstr (subject, ==, "it");
      g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
      g_assert_false (cvn_store_get_undo (fixture->store, NULL, NULL, NULL));
      g_assert_true (cvn_store_get_redo (fixture->store, &action, NULL, NULL));
      g_assert_cmpint (action, ==, CVN_ACTION_EDIT);
      g_assert_cmpint (cvn_store_redo (fixture->store, NULL), >, 0);
    }
}

static void
test_new_change_clears_redo (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (CvnRecord) first = cvn_test_make_organisation ("a", "A");
  g_autoptr (CvnRecord) second = cvn_test_make_organisation ("b", "B");

  cvn_test_put (fixture->store, first);
  cvn_store_undo (fixture->store, NULL);
  cvn_test_put (fixture->store, second);
  g_assert_false (cvn_store_get_redo (fixture->store, NULL, NULL, NULL));
}

static gboolean
put_many_counts (CvnWriter    *writer,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  for (guint i = 0; i < 2500; i++)
    {
      g_autoptr (CvnRecord) record = cvn_test_make_count (data, 24000 + i % 12, 5, 1);

      if (!cvn_writer_put (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_packs (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CvnRecord) organisation = cvn_test_make_organisation ("a", "A");
  g_autoptr (GError) error = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  char            *id;

  cvn_test_put (fixture->store, organisation);
  id = (char *) (guintptr) cvn_record_get_id (organisation);
  start = cvn_test_dump (fixture->folder.path);
  g_assert_cmpint (cvn_store_write (fixture->store, CVN_ACTION_IMPORT, NULL, NULL, put_many_counts, id, &error), ==, 2);
  end = cvn_test_dump (fixture->folder.path);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM journal_change WHERE journal_no = 2"), ==, 3);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT n_records FROM journal WHERE no = 2"), ==, 2500);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
      assert_dump (fixture, start);
      g_assert_cmpint (cvn_store_redo (fixture->store, &error), >, 0);
      assert_dump (fixture, end);
    }
  g_assert_no_error (error);
  assert_chain_is_whole (fixture);
}

/* Another desk's change, as far as this one can tell: the row is not as the entry left it. */
static void
test_conflict_does_nothing (Fixture      *fixture,
                            gconstpointer data)
{
  static const struct
  {
    const char *sql;
  } cases[] = {
    { "UPDATE contact SET role = 'other'" },
    { "DELETE FROM contact" },
    { "UPDATE registration_count SET count = 77" },
    { "DELETE FROM registration_count" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnRecord) organisation = cvn_test_make_organisation (NULL, "A");
      g_autoptr (CvnRecord) record = NULL;
      g_autofree char *before = NULL;
      g_autoptr (GError) error = NULL;

      cvn_test_put (fixture->store, organisation);
      record = i < 2 ? cvn_test_make_contact (cvn_record_get_id (organisation), "secretary")
                     : cvn_test_make_count (cvn_record_get_id (organisation), 24000, 5, 1);
      cvn_test_put (fixture->store, record);
      cvn_test_sql (fixture->folder.path, cases[i].sql);
      before = cvn_test_dump (fixture->folder.path);
      g_assert_cmpint (cvn_store_undo (fixture->store, &error), ==, 0);
      g_assert_error (error, CVN_ERROR, CVN_ERROR_CONFLICT);
      assert_dump (fixture, before);
      g_assert_true (cvn_store_get_undo (fixture->store, NULL, NULL, NULL));
    }
}

static void
test_undone_record_in_use (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (CvnRecord) organisation = cvn_test_make_organisation ("a", "A");
  g_autoptr (CvnRecord) contact = NULL;
  g_autoptr (GError) error = NULL;

  cvn_test_put (fixture->store, organisation);
  contact = cvn_test_make_contact (cvn_record_get_id (organisation), "secretary");
  cvn_test_put (fixture->store, contact);
  cvn_test_sql (fixture->folder.path, "DELETE FROM undo_stack WHERE journal_no = 2");
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_CONFLICT);
}

static void
test_chain_notices (Fixture      *fixture,
                    gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64      first_wrong;
  } cases[] = {
    { "UPDATE journal SET actor = 'somebody' WHERE no = 2", 2 },
    { "UPDATE journal SET actor = 'tester' WHERE no = 2", 0 },
    { "UPDATE journal_change SET after = replace (after, 'B', 'C') WHERE journal_no = 2", 2 },
    { "UPDATE journal_change SET after = replace (after, 'C', 'B') WHERE journal_no = 2", 0 },
    { "DELETE FROM journal WHERE no = 1", 2 },
  };
  g_autoptr (GError) error = NULL;

  for (const char *name = "ABC"; *name != '\0'; name++)
    {
      char text[2] = { *name, '\0' };
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, text);

      cvn_test_put (fixture->store, record);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnDb) db = NULL;
      gint64 first_wrong = -1;

      cvn_test_sql (fixture->folder.path, cases[i].sql);
      db = cvn_db_open (fixture->folder.path, CVN_DB_READ, &error);
      g_assert_true (cvn_journal_verify (db, &first_wrong, NULL, &error));
      g_assert_cmpint (first_wrong, ==, cases[i].first_wrong);
    }
}

#define ADD(name, func) g_test_add ("/store/undo/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("undo-all-redo-all", test_undo_all_redo_all);
  ADD ("words-of-the-button", test_words_of_the_button);
  ADD ("new-change-clears-redo", test_new_change_clears_redo);
  ADD ("packs", test_packs);
  ADD ("conflict-does-nothing", test_conflict_does_nothing);
  ADD ("undone-record-in-use", test_undone_record_in_use);
  ADD ("chain-notices", test_chain_notices);
  return g_test_run ();
}
