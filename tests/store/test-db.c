/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-db"

#include "cvn-db.h"
#include "cvn-error.h"

#include <glib/gstdio.h>

typedef struct
{
  char  *folder;
  char  *path;
  CvnDb *db;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cvn-db-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a file 100%?.db", NULL);
  fixture->db = cvn_db_open (fixture->path, CVN_DB_CREATE, &error);
  g_assert_no_error (error);
  cvn_db_run_script (fixture->db,
                     "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER) STRICT;"
                     "CREATE TABLE part (thing INTEGER NOT NULL REFERENCES thing (id)) STRICT",
                     &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_db_free (fixture->db);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_bind (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnStatement) read = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (CvnValue) size = CVN_VALUE_INIT;
  g_auto (CvnValue) back = CVN_VALUE_INIT;
  gboolean has_row;

  cvn_value_set_integer (&size, G_MININT64);
  g_assert_true (cvn_db_execute (fixture->db, &error, "INSERT INTO thing VALUES (?1, ?2, ?3)", "isv", G_GINT64_CONSTANT (7), "é", &size));
  g_assert_true (cvn_db_execute (fixture->db, &error, "INSERT INTO thing VALUES (?1, ?2, ?3)", "isv", G_GINT64_CONSTANT (8), NULL, &back));
  read = cvn_db_prepare (fixture->db, "SELECT name, size FROM thing ORDER BY id", &error);
  g_assert_true (cvn_statement_step (read, &has_row, &error));
  g_assert_true (has_row);
  g_assert_cmpstr (cvn_statement_get_text (read, 0), ==, "é");
  cvn_statement_get_value (read, 1, &back);
  g_assert_true (cvn_value_equal (&back, &size));
  g_assert_true (cvn_statement_step (read, &has_row, &error));
  g_assert_true (has_row);
  g_assert_true (cvn_statement_is_null (read, 0));
  g_assert_null (cvn_statement_get_text (read, 0));
  cvn_statement_get_value (read, 1, &back);
  g_assert_true (cvn_value_is_none (&back));
  g_assert_true (cvn_statement_step (read, &has_row, &error));
  g_assert_false (has_row);
}

static void
test_same_statement_twice (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (CvnStatement) outer = NULL;
  g_autoptr (CvnStatement) inner = NULL;
  gboolean has_row;

  cvn_db_run_script (fixture->db, "INSERT INTO thing (id) VALUES (1), (2)", NULL);
  outer = cvn_db_prepare (fixture->db, "SELECT id FROM thing ORDER BY id", NULL);
  g_assert_true (cvn_statement_step (outer, &has_row, NULL));
  inner = cvn_db_prepare (fixture->db, "SELECT id FROM thing ORDER BY id", NULL);
  g_assert_true (cvn_statement_step (inner, &has_row, NULL));
  g_assert_true (cvn_statement_step (outer, &has_row, NULL));
  g_assert_cmpint (cvn_statement_get_integer (outer, 0), ==, 2);
  g_assert_cmpint (cvn_statement_get_integer (inner, 0), ==, 1);
}

static void
test_errors (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int         code;
  } cases[] = {
    { "INSERT INTO thing (name) VALUES ('a')", CVN_ERROR_NOT_UNIQUE },
    { "INSERT INTO thing (id) VALUES (1)", CVN_ERROR_NOT_UNIQUE },
    { "INSERT INTO part (thing) VALUES (99)", CVN_ERROR_UNKNOWN_REFERENCE },
    { "INSERT INTO part (thing) VALUES (NULL)", CVN_ERROR_INVALID },
    { "INSERT INTO thing (size) VALUES ('x')", CVN_ERROR_INVALID },
    { "INSERT INTO nowhere VALUES (1)", CVN_ERROR_FAILED },
    { "not sql", CVN_ERROR_FAILED },
    { "", 0 },
  };

  cvn_db_run_script (fixture->db, "INSERT INTO thing (id, name) VALUES (1, 'a')", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = cvn_db_run_script (fixture->db, cases[i].sql, &error);

      g_assert_cmpint (done, ==, *cases[i].sql == '\0');
      if (!done)
        {
          g_assert_error (error, CVN_ERROR, cases[i].code);
          g_assert_nonnull (strstr (error->message, fixture->path));
        }
    }
}

static void
test_guards (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64      expected;
  } cases[] = {
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA mmap_size", 0 },
    { "PRAGMA busy_timeout", 5000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 found = -1;

      g_assert_true (cvn_db_get_integer (fixture->db, cases[i].sql, &found, NULL));
      g_assert_cmpint (found, ==, cases[i].expected);
    }
  g_assert_false (cvn_db_run_script (fixture->db, "SELECT load_extension ('x')", NULL));
  cvn_db_run_script (fixture->db, "PRAGMA writable_schema = ON", NULL);
  g_assert_false (cvn_db_run_script (fixture->db, "DELETE FROM sqlite_schema", NULL));
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  static const char sql[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_cancellable_cancel (cancellable);
  cvn_db_set_cancellable (fixture->db, cancellable);
  g_assert_false (cvn_db_get_integer (fixture->db, sql, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_reader_cannot_write (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (CvnDb) reader = cvn_db_open (fixture->path, CVN_DB_READ, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (cvn_db_run_script (reader, "INSERT INTO thing (id) VALUES (1)", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_READ_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/db/bind", Fixture, NULL, set_up, test_bind, tear_down);
  g_test_add ("/store/db/same-statement-twice", Fixture, NULL, set_up, test_same_statement_twice, tear_down);
  g_test_add ("/store/db/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/store/db/guards", Fixture, NULL, set_up, test_guards, tear_down);
  g_test_add ("/store/db/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/store/db/reader-cannot-write", Fixture, NULL, set_up, test_reader_cannot_write, tear_down);
  return g_test_run ();
}
