/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-history"

#include "sample.h"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = sample_open (&fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_clear_object (&fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

/* Runs a question on a reader's thread; it returns something that is not NULL. */
static void
ask (Fixture    *fixture,
     CvnReadFunc func)
{
  g_autoptr (GError) error = NULL;

  cvn_store_read (fixture->store, func, fixture, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const CvnKind *kind;
  const char    *id;
} Place;

static gpointer
get_record (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  Place *place = data;

  return cvn_reader_get (reader, place->kind, place->id, error);
}

static CvnRecord *
get (Fixture    *fixture,
     const char *kind,
     const char *id)
{
  Place place = { cvn_kind_find (kind), id };
  g_autoptr (GError) error = NULL;
  CvnRecord *record = cvn_store_read (fixture->store, get_record, &place, &error);

  g_assert_no_error (error);
  return record;
}

static gpointer
get_history (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  Place *place = data;

  return cvn_reader_history (reader, place->kind, place->id, error);
}

static GPtrArray *
history (Fixture    *fixture,
         const char *kind,
         const char *id)
{
  Place place = { cvn_kind_find (kind), id };
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = cvn_store_read (fixture->store, get_history, &place, &error);

  g_assert_no_error (error);
  return entries;
}

static void
rename_organisation (Fixture    *fixture,
                     const char *name)
{
  g_autoptr (CvnRecord) before = get (fixture, "organisation", "organisation-0002");
  g_autoptr (CvnRecord) after = cvn_record_copy (before);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("organisation"), "Katwijk");
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (after, "name_nl", name);
  cvn_record_set_text (after, "email", "info@example.org");
  cvn_change_set_edit (changes, before, after);
  cvn_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
}

static void
test_record (Fixture      *fixture,
             gconstpointer data)
{
  const CvnKind *kind = cvn_kind_find ("organisation");
  g_autoptr (GPtrArray) entries = NULL;
  const CvnHistoryEntry  *edit;
  const CvnHistoryEntry  *import;
  const CvnHistoryChange *change;

  rename_organisation (fixture, "Katwijk “aan Zee”\nen \\ meer");
  entries = history (fixture, "organisation", "organisation-0002");
  g_assert_cmpuint (entries->len, ==, 2);
  edit = g_ptr_array_index (entries, 0);
  import = g_ptr_array_index (entries, 1);

  g_assert_cmpint (edit->action, ==, CVN_ACTION_EDIT);
  g_assert_cmpstr (edit->actor, ==, "Test");
  g_assert_cmpstr (edit->subject, ==, "Katwijk");
  g_assert_false (edit->created);
  g_assert_false (edit->deleted);
  g_assert_cmpuint (edit->changes->len, ==, 2);
  change = &g_array_index (edit->changes, CvnHistoryChange, 0);
  g_assert_cmpstr (kind->fields[change->field].name, ==, "name_nl");
  g_assert_cmpstr (change->before.text, ==, "Gemeente Katwijk");
  g_assert_cmpstr (change->after.text, ==, "Katwijk “aan Zee”\nen \\ meer");
  change = &g_array_index (edit->changes, CvnHistoryChange, 1);
  g_assert_true (cvn_value_is_none (&change->before));
  g_assert_cmpstr (change->after.text, ==, "info@example.org");

  g_assert_cmpint (import->action, ==, CVN_ACTION_IMPORT);
  g_assert_true (import->created);
  g_assert_cmpuint (import->changes->len, >, 4);
  g_assert_cmpint (edit->no, >, import->no);
}

static void
test_deleted (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CvnRecord) channel = get (fixture, "channel", "channel-0001");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_kind_find ("channel"), "Website");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  cvn_change_set_delete (changes, channel);
  cvn_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
  entries = history (fixture, "channel", "channel-0001");
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_true (((CvnHistoryEntry *) g_ptr_array_index (entries, 0))->deleted);
  g_assert_true (((CvnHistoryEntry *) g_ptr_array_index (entries, 1))->created);
}

/* Counts by the thousand have a beginning too. */
static void
test_bulk (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnRecord) before = get (fixture, "registration_count", "registration_count-0100");
  g_autoptr (CvnRecord) after = cvn_record_copy (before);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("registration_count"), NULL);
  g_autoptr (GPtrArray) untouched = history (fixture, "registration_count", "registration_count-0001");
  g_autoptr (GPtrArray) unknown = history (fixture, "registration_count", "registration_count-9999");
  g_autoptr (GPtrArray) edited = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (untouched->len, ==, 1);
  g_assert_true (((CvnHistoryEntry *) g_ptr_array_index (untouched, 0))->created);
  g_assert_cmpuint (unknown->len, ==, 0);
  cvn_record_set_integer (after, "count", cvn_record_get_integer (before, "count") + 1);
  cvn_change_set_edit (changes, before, after);
  cvn_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
  edited = history (fixture, "registration_count", "registration_count-0100");
  g_assert_cmpuint (edited->len, ==, 2);
  g_assert_cmpuint (((CvnHistoryEntry *) g_ptr_array_index (edited, 0))->changes->len, ==, 1);
}

/* A line of the journal that has lost its rows says nothing of them. */
static void
test_bulk_damaged (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  cvn_test_sql (fixture->folder.path, "UPDATE journal_change SET after = NULL WHERE record_id IS NULL");
  entries = history (fixture, "registration_count", "registration_count-0001");
  g_assert_cmpuint (entries->len, ==, 0);
}

static gpointer
read_journal (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GPtrArray) all = cvn_reader_journal (reader, 0, 100, error);
  g_autoptr (GPtrArray) last = cvn_reader_journal (reader, 0, 2, error);
  g_autoptr (GPtrArray) rest = NULL;
  const CvnHistoryEntry *first;

  g_assert_nonnull (all);
  g_assert_cmpuint (all->len, >=, 4);
  g_assert_cmpuint (last->len, ==, 2);
  first = g_ptr_array_index (last, 1);
  rest = cvn_reader_journal (reader, first->no, 100, error);
  g_assert_cmpuint (rest->len, ==, all->len - 2);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (((CvnHistoryEntry *) g_ptr_array_index (all, i))->no, <, ((CvnHistoryEntry *) g_ptr_array_index (all, i - 1))->no);
  return reader;
}

static void
test_journal (Fixture      *fixture,
              gconstpointer data)
{
  rename_organisation (fixture, "Een");
  rename_organisation (fixture, "Twee");
  rename_organisation (fixture, "Drie");
  ask (fixture, read_journal);
}

#define ADD(name, func) g_test_add ("/store/history/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("record", test_record);
  ADD ("deleted", test_deleted);
  ADD ("bulk", test_bulk);
  ADD ("bulk-damaged", test_bulk_damaged);
  ADD ("journal", test_journal);
  return g_test_run ();
}
