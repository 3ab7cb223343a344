/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-store-write"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-writer-private.h"

#include <string.h>

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

static gint64
count_entries (Fixture *fixture)
{
  return cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM journal");
}

static void
test_add_edit_delete (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("gem-leiden", "Leiden \"Sleutelstad\" é");
  g_autoptr (CvnRecord) found = NULL;
  g_autoptr (CvnRecord) edited = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_test_put (fixture->store, record), ==, 1);
  g_assert_nonnull (cvn_record_get_id (record));
  g_assert_cmpint (cvn_record_get_seq (record), ==, 1);
  found = cvn_test_get (fixture->store, "organisation", cvn_record_get_id (record));
  g_assert_true (cvn_record_equal (found, record));
  g_assert_cmpint (cvn_test_put (fixture->store, found), ==, 0);
  g_assert_cmpint (count_entries (fixture), ==, 1);
  cvn_record_set_text (found, "sector", "public");
  g_assert_cmpint (cvn_test_put (fixture->store, found), ==, 2);
  edited = cvn_test_get (fixture->store, "organisation", cvn_record_get_id (record));
  g_assert_cmpstr (cvn_record_get_text (edited, "sector"), ==, "public");
  g_assert_cmpint (cvn_test_delete (fixture->store, found, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_null (cvn_test_get (fixture->store, "organisation", cvn_record_get_id (record)));
  g_assert_cmpint (cvn_test_delete (fixture->store, found, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_assert_cmpint (cvn_store_get_last_no (fixture->store), ==, 3);
}

static void
test_row_hash (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("a", "A");

  cvn_record_set_extra (record, "{\"new\":{\"a\":\"}\\\"\"}}");
  cvn_test_put (fixture->store, record);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT hash FROM organisation"), ==, (gint64) cvn_record_hash (record));
}

static void
assert_refused (Fixture      *fixture,
                CvnChangeSet *changes,
                int           code,
                const char   *field)
{
  g_autofree char *before = cvn_test_dump (fixture->folder.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = count_entries (fixture);

  g_assert_cmpint (cvn_store_apply (fixture->store, changes, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, code);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_entries (fixture), ==, n);
}

static void
test_not_unique (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (CvnRecord) first = cvn_test_make_organisation ("same", "A");
  g_autoptr (CvnRecord) second = cvn_test_make_organisation ("same", "B");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, NULL, NULL);

  cvn_test_put (fixture->store, first);
  cvn_change_set_add (changes, second);
  assert_refused (fixture, changes, CVN_ERROR_NOT_UNIQUE, "code");
}

static gboolean
put_new (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  return cvn_writer_put_new (writer, data, error);
}

static gint64
write_new (Fixture   *fixture,
           CvnRecord *record,
           GError   **error)
{
  return cvn_store_write (fixture->store, CVN_ACTION_SYNC, NULL, NULL, put_new, record, error);
}

/* What is believed to be new is written just as well where it is there already, and refused for the same reasons. */
static void
test_put_new (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("gem-leiden", "Leiden");
  g_autoptr (CvnRecord) twin = cvn_test_make_organisation ("gem-leiden", "Leyden");
  g_autoptr (CvnRecord) contact = cvn_test_make_contact ("01ARZ3NDEKTSV4RRFFQ69G5FAX", "secretary");
  g_autoptr (CvnRecord) found = NULL;
  g_autoptr (GError) not_unique = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) error = NULL;

  cvn_record_set_id (record, "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  g_assert_cmpint (write_new (fixture, record, &error), ==, 1);
  g_assert_cmpint (cvn_record_get_seq (record), ==, 1);
  g_assert_cmpint (write_new (fixture, record, &error), ==, 0);
  cvn_record_set_text (record, "name_nl", "Leiden anders");
  g_assert_cmpint (write_new (fixture, record, &error), ==, 2);
  g_assert_no_error (error);
  found = cvn_test_get (fixture->store, "organisation", cvn_record_get_id (record));
  g_assert_true (cvn_record_equal (found, record));
  g_assert_cmpint (cvn_record_get_seq (found), ==, 1);
  g_assert_cmpint (count_entries (fixture), ==, 2);

  cvn_record_set_id (twin, "01ARZ3NDEKTSV4RRFFQ69G5FAW");
  g_assert_cmpint (write_new (fixture, twin, &not_unique), ==, 0);
  g_assert_error (not_unique, CVN_ERROR, CVN_ERROR_NOT_UNIQUE);
  g_assert_cmpstr (cvn_error_get_field (not_unique), ==, "code");
  cvn_record_set_id (contact, "01ARZ3NDEKTSV4RRFFQ69G5FAY");
  g_assert_cmpint (write_new (fixture, contact, &unknown), ==, 0);
  g_assert_error (unknown, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE);
  g_assert_cmpint (count_entries (fixture), ==, 2);
}

/* As a full disk does it: the step fails, and takes the transaction with it. */
static gboolean
put_new_where_all_ends (CvnWriter    *writer,
                        gpointer      data,
                        GCancellable *cancellable,
                        GError      **error)
{
  static const char *const trigger = "CREATE TEMP TRIGGER full AFTER INSERT ON main.organisation BEGIN SELECT RAISE (ROLLBACK, 'full'); END";

  g_assert_true (cvn_db_run_script (writer->db, trigger, NULL));
  g_assert_true (cvn_db_is_in_transaction (writer->db));
  g_assert_false (cvn_writer_put_new (writer, data, error));
  g_assert_false (cvn_db_is_in_transaction (writer->db));
  return FALSE;
}

/* What fails with the whole transaction is not tried again: it would be there without a line in the journal. */
static void
test_put_new_after_the_end (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("gem-leiden", "Leiden");
  g_autoptr (CvnRecord) other = cvn_test_make_organisation ("gem-katwijk", "Katwijk");
  g_autoptr (GError) error = NULL;

  cvn_record_set_id (record, "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  g_assert_cmpint (cvn_store_write (fixture->store, CVN_ACTION_SYNC, NULL, NULL, put_new_where_all_ends, record, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM organisation"), ==, 0);
  g_assert_cmpint (count_entries (fixture), ==, 0);
  g_assert_cmpint (cvn_test_put (fixture->store, other), ==, 1);
}

static void
test_unknown_reference (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (CvnRecord) contact = cvn_test_make_contact ("01ARZ3NDEKTSV4RRFFQ69G5FAV", "secretary");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, NULL, NULL);

  cvn_change_set_add (changes, contact);
  assert_refused (fixture, changes, CVN_ERROR_UNKNOWN_REFERENCE, "organisation");
}

static void
test_references_in_any_order (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (CvnRecord) organisation = cvn_test_make_organisation ("a", "A");
  g_autoptr (CvnRecord) contact = NULL;
  g_autoptr (CvnChangeSet) add = cvn_change_set_new (CVN_ACTION_ADD, NULL, NULL);
  g_autoptr (CvnChangeSet) clear = cvn_change_set_new (CVN_ACTION_DELETE, NULL, NULL);
  g_autoptr (CvnChangeSet) delete = cvn_change_set_new (CVN_ACTION_DELETE, NULL, NULL);
  g_autoptr (GError) error = NULL;

  cvn_record_set_id (organisation, "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  contact = cvn_test_make_contact ("01ARZ3NDEKTSV4RRFFQ69G5FAV", "secretary");
  cvn_change_set_add (add, contact);
  cvn_change_set_add (add, organisation);
  g_assert_cmpint (cvn_store_apply (fixture->store, add, &error), ==, 1);
  g_assert_no_error (error);
  cvn_change_set_delete (delete, organisation);
  assert_refused (fixture, delete, CVN_ERROR_IN_USE, NULL);
  cvn_change_set_delete (clear, organisation);
  cvn_change_set_delete (clear, contact);
  g_assert_cmpint (cvn_store_apply (fixture->store, clear, &error), ==, 2);
  g_assert_no_error (error);
}

static void
test_conflicts (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (CvnRecord) seen = cvn_test_make_organisation ("a", "A");
  g_autoptr (CvnRecord) mine = NULL;
  g_autoptr (CvnRecord) theirs = NULL;
  g_autoptr (CvnRecord) merged = NULL;
  g_autoptr (CvnChangeSet) other_field = cvn_change_set_new (CVN_ACTION_EDIT, NULL, NULL);
  g_autoptr (CvnChangeSet) same_field = cvn_change_set_new (CVN_ACTION_EDIT, NULL, NULL);
  g_autoptr (CvnChangeSet) delete = cvn_change_set_new (CVN_ACTION_DELETE, NULL, NULL);
  g_autoptr (GError) error = NULL;

  cvn_test_put (fixture->store, seen);
  theirs = cvn_record_copy (seen);
  cvn_record_set_text (theirs, "name_nl", "Theirs");
  cvn_test_put (fixture->store, theirs);
  mine = cvn_record_copy (seen);
  cvn_record_set_text (mine, "sector", "mine");
  cvn_change_set_edit (other_field, seen, mine);
  g_assert_cmpint (cvn_store_apply (fixture->store, other_field, &error), ==, 3);
  g_assert_no_error (error);
  merged = cvn_test_get (fixture->store, "organisation", cvn_record_get_id (seen));
  g_assert_cmpstr (cvn_record_get_text (merged, "name_nl"), ==, "Theirs");
  g_assert_cmpstr (cvn_record_get_text (merged, "sector"), ==, "mine");
  cvn_record_set_text (mine, "name_nl", "Mine");
  cvn_change_set_edit (same_field, seen, mine);
  assert_refused (fixture, same_field, CVN_ERROR_CONFLICT, "name_nl");
  cvn_change_set_delete (delete, seen);
  assert_refused (fixture, delete, CVN_ERROR_CONFLICT, NULL);
}

/* 111222333 passes the test of eleven. */
static void
test_bsn_is_nowhere (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("a", "A");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, NULL, NULL);
  g_autofree char *log = g_strconcat (fixture->folder.path, "-wal", NULL);

  cvn_record_set_text (record, "note", "BSN 111222333 of the applicant");
  cvn_change_set_add (changes, record);
  assert_refused (fixture, changes, CVN_ERROR_BSN, "note");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *contents = NULL;
      gsize            length = 0;

      g_assert_true (g_file_get_contents (i == 0 ? fixture->folder.path : log, &contents, &length, NULL));
      g_assert_null (memmem (contents, length, "111222333", 9));
    }
}

static void
test_only_one_centre (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (CvnRecord) first = cvn_record_new (cvn_kind_find ("centre"));
  g_autoptr (CvnRecord) second = NULL;
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, NULL, NULL);

  cvn_record_set_text (first, "name_nl", "Expatcentrum");
  second = cvn_record_copy (first);
  cvn_test_put (fixture->store, first);
  cvn_change_set_add (changes, second);
  assert_refused (fixture, changes, CVN_ERROR_NOT_UNIQUE, NULL);
}

static gboolean
put_then_fail (CvnWriter    *writer,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  g_assert_true (cvn_writer_put (writer, data, error));
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, "no");
  return FALSE;
}

static void
test_failure_leaves_nothing (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("a", "A");
  g_autofree char *before = cvn_test_dump (fixture->folder.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_store_write (fixture->store, CVN_ACTION_ADD, NULL, NULL, put_then_fail, record, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_entries (fixture), ==, 0);
  g_assert_false (cvn_store_get_undo (fixture->store, NULL, NULL, NULL));
}

typedef struct
{
  GThread *thread;
  gint64   no;
  GError  *error;
  gboolean done;
  guint    n_changed;
  gboolean was_busy;
} Seen;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Seen *seen = data;

  g_assert_true (g_thread_self () == seen->thread);
  seen->no = cvn_store_write_finish (CVN_STORE (source), result, &seen->error);
  seen->done = TRUE;
}

static void
changed_cb (CvnStore        *store,
            CvnChangeNotice *notice,
            Seen            *seen)
{
  g_assert_true (g_thread_self () == seen->thread);
  g_assert_false (seen->done);
  g_assert_cmpint (notice->no, ==, 1);
  g_assert_cmpint (notice->action, ==, CVN_ACTION_ADD);
  g_assert_cmpstr (notice->subject, ==, "Leiden");
  g_assert_true (notice->kind == cvn_kind_find ("organisation"));
  g_assert_true (cvn_kind_set_contains (&notice->kinds, notice->kind));
  g_assert_cmpuint (cvn_kind_set_count (&notice->kinds), ==, 1);
  g_assert_cmpuint (notice->n_records, ==, 1);
  g_assert_cmpuint (notice->ids->len, ==, 1);
  seen->n_changed++;
}

static void
busy_cb (CvnStore   *store,
         GParamSpec *pspec,
         Seen       *seen)
{
  seen->was_busy = TRUE;
}

static void
test_signal_before_callback (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("gem-leiden", "Leiden");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("organisation"), "Leiden");
  Seen seen = { .thread = g_thread_self () };

  cvn_change_set_add (changes, record);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &seen);
  g_signal_connect (fixture->store, "notify::busy", G_CALLBACK (busy_cb), &seen);
  cvn_store_apply_async (fixture->store, changes, NULL, written_cb, &seen);
  while (!seen.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (seen.error);
  g_assert_cmpint (seen.no, ==, 1);
  g_assert_cmpuint (seen.n_changed, ==, 1);
  g_assert_true (seen.was_busy);
  g_assert_true (cvn_store_get_undo (fixture->store, NULL, NULL, NULL));
  g_signal_handlers_disconnect_by_data (fixture->store, &seen);
}

static gboolean
put_until_cancelled (CvnWriter    *writer,
                     gpointer      data,
                     GCancellable *cancellable,
                     GError      **error)
{
  for (guint i = 0; i < 100000; i++)
    {
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "A");

      if (i == 10)
        g_cancellable_cancel (cancellable);
      if (!cvn_writer_put (writer, record, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_cancel_takes_all_back (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Seen seen = { .thread = g_thread_self () };

  cvn_store_write_async (fixture->store, CVN_ACTION_IMPORT, NULL, NULL, put_until_cancelled, NULL, NULL, cancellable, written_cb, &seen);
  while (!seen.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (seen.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&seen.error);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM organisation"), ==, 0);
  g_assert_cmpint (count_entries (fixture), ==, 0);
}

static void
test_summary (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CvnRecord) leiden = cvn_test_make_organisation ("gem-leiden", "Leiden");
  g_autoptr (CvnRecord) first = NULL;
  g_autoptr (CvnRecord) second = NULL;
  const char *sql = "SELECT n_rows * 1000000 + count * 1000 + paid_count FROM registration_summary";

  cvn_test_put (fixture->store, leiden);
  first = cvn_test_make_count (cvn_record_get_id (leiden), 2018 * 12, 20, 5);
  second = cvn_test_make_count (cvn_record_get_id (leiden), 2018 * 12, 30, 7);
  cvn_test_put (fixture->store, first);
  cvn_test_put (fixture->store, second);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, sql), ==, 2050012);
  cvn_record_set_integer (first, "count", 21);
  cvn_test_put (fixture->store, first);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, sql), ==, 2051012);
  g_assert_cmpint (cvn_test_delete (fixture->store, first, NULL), >, 0);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, sql), ==, 1030007);
  g_assert_cmpint (cvn_test_delete (fixture->store, second, NULL), >, 0);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM registration_summary"), ==, 0);
}

static gboolean
put_many (CvnWriter    *writer,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  for (guint i = 0; i < 700; i++)
    {
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "Universiteit");

      if (!cvn_writer_put (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

#define N_BEHIND "SELECT (SELECT max (no) FROM journal_change) - value FROM meta WHERE name = 'search_no'"
#define N_FOUND  "SELECT count(*) FROM search_words WHERE search_words MATCH 'universi*'"

/* Few words are there with the change; many follow, also when the process ended before they were all in. */
static void
test_search_words_follow (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "Universiteit");

  cvn_test_put (fixture->store, record);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, N_FOUND), ==, 1);
  g_assert_cmpint (cvn_test_delete (fixture->store, record, NULL), ==, 2);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, N_FOUND), ==, 0);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, N_BEHIND), ==, 0);
  g_assert_cmpint (cvn_store_write (fixture->store, CVN_ACTION_IMPORT, NULL, NULL, put_many, NULL, NULL), ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      cvn_store_close (fixture->store);
      g_assert_finalize_object (fixture->store);
      g_assert_cmpint (cvn_test_integer (fixture->folder.path, N_BEHIND), ==, 0);
      g_assert_cmpint (cvn_test_integer (fixture->folder.path, N_FOUND), ==, 700);
      cvn_test_sql (fixture->folder.path, "UPDATE meta SET value = 300 WHERE name = 'search_no'");
      fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
    }
}

/* As the exchange does it to note how far it came: nothing of the records, and no entry in the journal. */
static void
write_no_entry (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = cvn_db_open (path, CVN_DB_WRITE, &error);
  const CvnJournalEntry entry = { CVN_ACTION_SYNC, NULL, NULL, "tester", "2026-01-02T00:00:00Z", 0 };
  g_autoptr (CvnWriter) writer = NULL;
  g_autofree char *hash = NULL;
  gint64           no = -1;

  g_assert_no_error (error);
  g_assert_true (cvn_db_run_script (db, "BEGIN IMMEDIATE", NULL));
  writer = cvn_writer_begin (db, &entry, &error);
  g_assert_no_error (error);
  g_assert_true (cvn_writer_finish (writer, &no, &hash, &error));
  g_assert_true (cvn_db_run_script (db, "COMMIT", NULL));
  g_assert_cmpint (no, ==, 0);
}

/* The process was killed before the words of one large entry were in, and the next one begins with a write that has no entry. */
static void
test_search_words_wait (Fixture      *fixture,
                        gconstpointer data)
{
  g_assert_cmpint (cvn_store_write (fixture->store, CVN_ACTION_IMPORT, NULL, NULL, put_many, NULL, NULL), ==, 1);
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  cvn_test_sql (fixture->folder.path, "DELETE FROM search_document; INSERT INTO search_words (search_words) VALUES ('delete-all');"
                                      "INSERT INTO search_grams (search_grams) VALUES ('delete-all'); UPDATE meta SET value = 0 WHERE name = 'search_no'");
  write_no_entry (fixture->folder.path);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, N_BEHIND), ==, 700);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, N_FOUND), ==, 700);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
}

#define ADD(name, func) g_test_add ("/store/write/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add-edit-delete", test_add_edit_delete);
  ADD ("row-hash", test_row_hash);
  ADD ("not-unique", test_not_unique);
  ADD ("put-new", test_put_new);
  ADD ("put-new-after-the-end", test_put_new_after_the_end);
  ADD ("unknown-reference", test_unknown_reference);
  ADD ("references-in-any-order", test_references_in_any_order);
  ADD ("conflicts", test_conflicts);
  ADD ("bsn-is-nowhere", test_bsn_is_nowhere);
  ADD ("only-one-centre", test_only_one_centre);
  ADD ("failure-leaves-nothing", test_failure_leaves_nothing);
  ADD ("signal-before-callback", test_signal_before_callback);
  ADD ("cancel-takes-all-back", test_cancel_takes_all_back);
  ADD ("summary", test_summary);
  ADD ("search-words-follow", test_search_words_follow);
  ADD ("search-words-wait", test_search_words_wait);
  return g_test_run ();
}
