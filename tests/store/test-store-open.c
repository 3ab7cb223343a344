/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-store-open"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-migrations.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

typedef CvnTestFolder Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  cvn_test_folder_make (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_test_folder_remove (fixture);
}

static void
test_create (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new", "deep", "x.convenant", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  CvnStore *store = cvn_store_open (path, 0, "me", &error);
  GStatBuf  info;

  g_assert_null (store);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  store = cvn_store_open (path, CVN_STORE_CREATE, "me", &error);
  g_assert_no_error (error);
  g_assert_false (cvn_store_is_read_only (store));
  g_assert_cmpint (cvn_store_get_last_no (store), ==, 0);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  cvn_store_close (store);
  g_assert_finalize_object (store);
  store = cvn_store_open (path, 0, "me", &error);
  g_assert_no_error (error);
  cvn_store_close (store);
  cvn_store_close (store);
  g_assert_finalize_object (store);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  CvnStore **store = data;
  g_autoptr (GError) error = NULL;

  *store = cvn_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_open_async (Fixture      *fixture,
                 gconstpointer data)
{
  CvnStore *store = NULL;

  cvn_store_open_async (fixture->path, CVN_STORE_CREATE, "me", NULL, opened_cb, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);
  cvn_store_close (store);
  g_assert_finalize_object (store);
}

static char *
checksum (const char *path)
{
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static void
assert_refused (Fixture *fixture,
                int      code)
{
  g_autofree char *before = checksum (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = NULL;

  g_assert_null (cvn_store_open (fixture->path, CVN_STORE_CREATE, "me", &error));
  g_assert_error (error, CVN_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  after = checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);
  directory = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (directory), ==, "centre.convenant");
  g_assert_null (g_dir_read_name (directory));
}

static void
test_refuses_foreign_bytes (Fixture      *fixture,
                            gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gssize      length;
    int         code;
  } cases[] = {
    { "", 0, CVN_ERROR_NOT_A_CENTRE },
    { "\xff\xd8\xff\xe0\0\x10JFIF and a picture", 24, CVN_ERROR_NOT_A_CENTRE },
    { "code;name\r\nA;B\r\n", -1, CVN_ERROR_NOT_A_CENTRE },
    { "SQLite format 3", 16, CVN_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, cases[i].bytes, cases[i].length, NULL));
      assert_refused (fixture, cases[i].code);
    }
}

static void
test_refuses_random_bytes (Fixture      *fixture,
                           gconstpointer data)
{
  char bytes[4096];

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) g_test_rand_int ();
  g_assert_true (g_file_set_contents (fixture->path, bytes, sizeof bytes, NULL));
  assert_refused (fixture, CVN_ERROR_NOT_A_CENTRE);
  memcpy (bytes, "SQLite format 3", 16);
  g_assert_true (g_file_set_contents (fixture->path, bytes, sizeof bytes, NULL));
  assert_refused (fixture, CVN_ERROR_NOT_A_CENTRE);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_refuses_other_databases (Fixture      *fixture,
                              gconstpointer data)
{
  run_sql (fixture->path, "CREATE TABLE t (x); PRAGMA user_version = 1");
  assert_refused (fixture, CVN_ERROR_NOT_A_CENTRE);
  run_sql (fixture->path, "PRAGMA application_id = 42");
  assert_refused (fixture, CVN_ERROR_NOT_A_CENTRE);
}

/* Leaves a closed centre without files beside it. */
static void
make_centre (Fixture *fixture)
{
  cvn_test_folder_make_centre (fixture);
}

static void
test_refuses_newer (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", cvn_migrations_get_latest () + 1);

  make_centre (fixture);
  run_sql (fixture->path, sql);
  assert_refused (fixture, CVN_ERROR_NEWER_FILE);
}

static void
test_refuses_truncated (Fixture      *fixture,
                        gconstpointer data)
{
  GStatBuf info;

  make_centre (fixture);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  for (gint64 size = info.st_size - 1; size > 0; size /= 2)
    {
      g_assert_cmpint (truncate (fixture->path, size), ==, 0);
      assert_refused (fixture, CVN_ERROR_DAMAGED);
    }
}

static void
test_refuses_damaged_schema (Fixture      *fixture,
                             gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize            length;

  make_centre (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  memset (contents + 100, 0x5a, 1000);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  assert_refused (fixture, CVN_ERROR_DAMAGED);
}

/* What only shows when the tables are read: of a file that was used, and keeps a log. */
static void
test_refuses_damaged_tables (Fixture      *fixture,
                             gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  cvn_store_close (cvn_store_open (fixture->path, CVN_STORE_CREATE, "me", NULL));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 64 * 1024);
  /* The list begins on the first page and goes on elsewhere. */
  memset (contents + 200, 0x5a, 64 * 1024 - 200);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  before = checksum (fixture->path);
  g_assert_null (cvn_store_open (fixture->path, 0, "me", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, fixture->path));
  after = checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static gpointer
count_journal (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return g_strdup ("an answer");
}

static void
test_second_store_only_reads (Fixture      *fixture,
                              gconstpointer data)
{
  CvnStore        *first = cvn_store_open (fixture->path, CVN_STORE_CREATE, "me", NULL);
  CvnStore        *second = cvn_store_open (fixture->path, 0, "me", NULL);
  g_autofree char *answer = NULL;

  g_assert_false (cvn_store_is_read_only (first));
  g_assert_true (cvn_store_is_read_only (second));
  g_assert_true (cvn_store_is_taken (second));
  answer = cvn_store_read (second, count_journal, NULL, NULL);
  g_assert_cmpstr (answer, ==, "an answer");
  cvn_store_close (first);
  cvn_store_close (second);
  g_assert_finalize_object (first);
  g_assert_finalize_object (second);
  first = cvn_store_open (fixture->path, 0, "me", NULL);
  g_assert_false (cvn_store_is_read_only (first));
  cvn_store_close (first);
  g_assert_finalize_object (first);
}

/* A file that may not be written to is another matter than one that somebody else writes to. */
static void
test_protected_only_reads (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);
  CvnStore        *store;

  make_centre (fixture);
  g_remove (lock);
  /* Permissions do not hold for the administrator, whom tests may run as. */
  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  store = cvn_store_open (fixture->path, 0, "me", NULL);
  g_assert_nonnull (store);
  g_assert_true (cvn_store_is_read_only (store));
  g_assert_false (cvn_store_is_taken (store));
  cvn_store_close (store);
  g_assert_finalize_object (store);
  g_rmdir (lock);
}

static void
test_closed_store_refuses (Fixture      *fixture,
                           gconstpointer data)
{
  CvnStore *store = cvn_store_open (fixture->path, CVN_STORE_CREATE, "me", NULL);
  g_autoptr (GError) error = NULL;

  cvn_store_close (store);
  g_assert_null (cvn_store_read (store, count_journal, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_READ_ONLY);
  g_assert_finalize_object (store);
}

static void
test_dropped_without_closing (Fixture      *fixture,
                              gconstpointer data)
{
  CvnStore *store = cvn_store_open (fixture->path, CVN_STORE_CREATE, "me", NULL);

  g_assert_finalize_object (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/open/create", Fixture, NULL, set_up, test_create, tear_down);
  g_test_add ("/store/open/async", Fixture, NULL, set_up, test_open_async, tear_down);
  g_test_add ("/store/open/refuses-foreign-bytes", Fixture, NULL, set_up, test_refuses_foreign_bytes, tear_down);
  g_test_add ("/store/open/refuses-random-bytes", Fixture, NULL, set_up, test_refuses_random_bytes, tear_down);
  g_test_add ("/store/open/refuses-other-databases", Fixture, NULL, set_up, test_refuses_other_databases, tear_down);
  g_test_add ("/store/open/refuses-newer", Fixture, NULL, set_up, test_refuses_newer, tear_down);
  g_test_add ("/store/open/refuses-truncated", Fixture, NULL, set_up, test_refuses_truncated, tear_down);
  g_test_add ("/store/open/refuses-damaged-schema", Fixture, NULL, set_up, test_refuses_damaged_schema, tear_down);
  g_test_add ("/store/open/refuses-damaged-tables", Fixture, NULL, set_up, test_refuses_damaged_tables, tear_down);
  g_test_add ("/store/open/second-only-reads", Fixture, NULL, set_up, test_second_store_only_reads, tear_down);
  g_test_add ("/store/open/protected-only-reads", Fixture, NULL, set_up, test_protected_only_reads, tear_down);
  g_test_add ("/store/open/closed-refuses", Fixture, NULL, set_up, test_closed_store_refuses, tear_down);
  g_test_add ("/store/open/dropped-without-closing", Fixture, NULL, set_up, test_dropped_without_closing, tear_down);
  return g_test_run ();
}
