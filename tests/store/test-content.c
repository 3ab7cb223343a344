/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-content"

#include "store-support.h"

#include "cvn-attachment.h"
#include "cvn-content.h"
#include "cvn-error.h"

#include <string.h>

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = cvn_store_open (fixture->folder.path, 0, "Ans", &error);
  g_assert_no_error (error);
}

static void
close_store (Fixture *fixture)
{
  cvn_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  open_store (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_store (fixture);
  cvn_test_folder_remove (&fixture->folder);
}

static gboolean
put (CvnWriter    *writer,
     gpointer      data,
     GCancellable *cancellable,
     GError      **error)
{
  GBytes          *content = data;
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return cvn_content_put (writer, hash, content, error);
}

/* Returns: (transfer full): what its field holds */
static char *
keep (Fixture    *fixture,
      const char *text)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_store_write (fixture->store, CVN_ACTION_SET_UP, NULL, NULL, put, content, &error), ==, 0);
  g_assert_no_error (error);
  return g_strdup_printf ("%s.txt|text/plain|%zu|%s", text, strlen (text), hash);
}

static CvnRecord *
make_document (const char *file)
{
  CvnRecord *record = cvn_record_new (cvn_kind_find ("document"));

  g_object_set (record, "title-nl", "Convenant", "file", file, NULL);
  return record;
}

static gpointer
get (CvnReader    *reader,
     gpointer      data,
     GCancellable *cancellable,
     GError      **error)
{
  return cvn_content_get (reader, data, error);
}

static GBytes *
read_content (Fixture    *fixture,
              const char *file,
              GError    **error)
{
  return cvn_store_read (fixture->store, get, (gpointer) (strrchr (file, '|') + 1), error);
}

static gint64
count (Fixture *fixture)
{
  return cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM file_content");
}

static void
test_comes_back (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *file = keep (fixture, "abc");
  g_autofree char *again = keep (fixture, "abc");
  g_autofree char *none = keep (fixture, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = read_content (fixture, file, &error);
  g_autoptr (GBytes) empty = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "abc", 3);
  empty = read_content (fixture, none, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_cmpstr (again, ==, file);
  g_assert_cmpint (count (fixture), ==, 2);
  g_assert_null (read_content (fixture, "x|0000", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
}

/* A byte that changed by itself is noticed: nothing is handed out that was not put in. Who attaches the file again mends it. */
static void
test_damage (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *file = keep (fixture, "abc");
  g_autoptr (GError) error = NULL;

  cvn_test_sql (fixture->folder.path, "UPDATE file_content SET data = x'616264'");
  g_assert_null (read_content (fixture, file, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_DAMAGED);
  g_clear_error (&error);
  g_free (keep (fixture, "abc"));
  g_bytes_unref (read_content (fixture, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture), ==, 1);
}

static void
reopen (Fixture *fixture)
{
  close_store (fixture);
  open_store (fixture);
  /* The writer has begun when it has done something. */
  g_free (keep (fixture, "something else"));
}

/* What is named stays, what a step back names stays, and nothing goes while the centre is open. */
static void
test_thins (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *unnamed = keep (fixture, "unnamed");
  g_autofree char *named = keep (fixture, "named");
  g_autofree char *undone = keep (fixture, "undone");
  g_autofree char *choice = keep (fixture, "choice");
  g_autofree char *sql = g_strdup_printf ("INSERT INTO sync_leaf (document, gen, hash, path, deleted, body, state) VALUES "
                                          "('document:01ARZ3NDEKTSV4RRFFQ69G5FAV', 1, 'x', 'x', 0, '{\"file\":\"%s\"}', 0)",
                                          choice);
  g_autoptr (CvnRecord) record = make_document (named);
  g_autoptr (CvnRecord) other = make_document (undone);
  g_autoptr (GError) error = NULL;

  cvn_test_put (fixture->store, record);
  cvn_test_put (fixture->store, other);
  g_assert_cmpint (cvn_test_delete (fixture->store, other, &error), >, 0);
  cvn_test_sql (fixture->folder.path, sql);
  g_assert_cmpint (count (fixture), ==, 4);
  reopen (fixture);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM file_content WHERE data = x'756e6e616d6564'"), ==, 0);
  g_assert_cmpint (count (fixture), ==, 4);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  g_assert_no_error (error);
  g_bytes_unref (read_content (fixture, undone, &error));
  g_assert_no_error (error);
  /* Once no step back leads there any more, it is gone. */
  g_assert_cmpint (cvn_test_delete (fixture->store, other, &error), >, 0);
  cvn_test_sql (fixture->folder.path, "DELETE FROM undo_stack");
  reopen (fixture);
  g_assert_null (read_content (fixture, undone, NULL));
  g_bytes_unref (read_content (fixture, named, &error));
  g_bytes_unref (read_content (fixture, choice, &error));
  g_assert_no_error (error);
}

static gpointer
count_larger (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return GSIZE_TO_POINTER ((gsize) cvn_content_count_larger (reader, 4) + 1);
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *small = keep (fixture, "abcd");
  g_autofree char *large = keep (fixture, "abcde");
  g_autofree char *unnamed = keep (fixture, "abcdef");
  g_autoptr (CvnRecord) one = make_document (small);
  g_autoptr (CvnRecord) two = make_document (large);

  cvn_test_put (fixture->store, one);
  cvn_test_put (fixture->store, two);
  g_assert_cmpuint (GPOINTER_TO_SIZE (cvn_store_read (fixture->store, count_larger, NULL, NULL)), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/content/comes-back", Fixture, NULL, set_up, test_comes_back, tear_down);
  g_test_add ("/store/content/damage", Fixture, NULL, set_up, test_damage, tear_down);
  g_test_add ("/store/content/thins", Fixture, NULL, set_up, test_thins, tear_down);
  g_test_add ("/store/content/counts", Fixture, NULL, set_up, test_counts, tear_down);
  return g_test_run ();
}
