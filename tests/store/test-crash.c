/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-crash"

#include "store-support.h"

#include "cvn-db.h"
#include "cvn-error.h"
#include "cvn-journal.h"
#include "cvn-marker.h"

#include <string.h>

#define N_KILLS 100

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

/* The writer's process, and what it said so far. */
typedef struct
{
  GSubprocess      *process;
  GDataInputStream *output;
  gint64            acknowledged;
  guint             n_acknowledged;
  guint             n_errors;
  char             *error;
  guint             n_operations;
} Writer;

static void
start (Writer     *writer,
       const char *path,
       const char *n,
       const char *kind,
       guint       at)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "store", "kill-writer", NULL);
  g_autofree char *number = g_strdup_printf ("%u", at);
  g_autoptr (GError) error = NULL;

  memset (writer, 0, sizeof *writer);
  writer->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, path, n, kind, number, number, NULL);
  g_assert_no_error (error);
  writer->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer->process));
}

/* Returns: FALSE when it has ended. */
static gboolean
listen (Writer *writer)
{
  g_autofree char *line = g_data_input_stream_read_line (writer->output, NULL, NULL, NULL);

  if (line == NULL)
    return FALSE;
  if (g_str_has_prefix (line, "ack "))
    {
      writer->acknowledged = g_ascii_strtoll (line + 4, NULL, 10);
      writer->n_acknowledged++;
    }
  else if (g_str_has_prefix (line, "error "))
    {
      writer->n_errors++;
      g_free (writer->error);
      writer->error = g_strdup (line + 6);
    }
  else if (g_str_has_prefix (line, "ops "))
    {
      writer->n_operations = (guint) g_ascii_strtoull (line + 4, NULL, 10);
    }
  return TRUE;
}

static void
finish (Writer *writer)
{
  while (listen (writer))
    continue;
  g_subprocess_wait (writer->process, NULL, NULL);
  g_clear_object (&writer->output);
  g_clear_object (&writer->process);
}

static char *
read_text (CvnDb      *db,
           const char *sql)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, sql, NULL);
  gboolean has_row;

  g_assert_true (cvn_statement_step (statement, &has_row, NULL));
  return g_strdup (cvn_statement_get_text (statement, 0));
}

/* The file opens, is whole, holds all that was acknowledged, and each change set wholly or not at all. */
static void
assert_file (Fixture      *fixture,
             const Writer *writer)
{
  g_autoptr (GError) error = NULL;
  CvnStore *store = cvn_store_open (fixture->path, 0, "checker", &error);
  g_autoptr (CvnDb) db = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *hash = NULL;
  gint64           first_wrong = -1;
  gint64           no = 0;

  g_assert_no_error (error);
  g_assert_false (cvn_store_is_read_only (store));
  g_assert_cmpint (cvn_store_get_last_no (store), >=, writer->acknowledged);
  db = cvn_db_open (fixture->path, CVN_DB_READ, &error);
  verdict = read_text (db, "PRAGMA integrity_check");
  g_assert_cmpstr (verdict, ==, "ok");
  g_assert_true (cvn_journal_verify (db, &first_wrong, NULL, &error));
  g_assert_cmpint (first_wrong, ==, 0);
  g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) - (SELECT count(*) FROM contact) FROM organisation"), ==, 0);
  g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) - (SELECT max (no) FROM journal) FROM registration_count"), ==, 0);
  g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) - (SELECT ifnull (sum (n_rows), 0) FROM registration_summary) FROM registration_count"), ==, 0);
  if (cvn_marker_read (fixture->path, &no, &hash))
    g_assert_cmpint (no, <=, cvn_store_get_last_no (store));
  g_clear_pointer (&db, cvn_db_free);
  cvn_store_close (store);
  g_assert_finalize_object (store);
}

static gboolean
moment_passed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* So that the end comes at some moment of the next change, each time another one. */
static void
let_a_moment_pass (void)
{
  gboolean passed = FALSE;

  g_timeout_add ((guint) g_test_rand_int_range (0, 4), moment_passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_kill (Fixture      *fixture,
           gconstpointer data)
{
  cvn_test_folder_make_centre (fixture);
  for (guint i = 0; i < N_KILLS; i++)
    {
      guint  n = (guint) g_test_rand_int_range (0, 4);
      Writer writer;

      start (&writer, fixture->path, "1000", "none", 0);
      while (writer.n_acknowledged <= n && listen (&writer))
        continue;
      let_a_moment_pass ();
      g_subprocess_force_exit (writer.process);
      finish (&writer);
      g_assert_cmpuint (writer.n_acknowledged, >, n);
      g_assert_cmpuint (writer.n_errors, ==, 0);
      assert_file (fixture, &writer);
    }
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
}

/* The same two changes again and again, each time with the next operation going wrong, until none is left. */
static void
try_each_operation (Fixture    *fixture,
                    const char *kind)
{
  g_autofree char *original = g_build_filename (fixture->folder, "original", NULL);
  guint            at = 0;
  guint            n_hurt = 0;
  Writer           writer = { 0 };

  cvn_test_folder_make_centre (fixture);
  start (&writer, fixture->path, "1", "none", 0);
  finish (&writer);
  copy_file (fixture->path, original);
  do
    {
      const char *names[] = { "", "-wal", "-shm" };

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *name = g_strconcat (fixture->path, names[i], NULL);

          cvn_test_delete_tree (name);
        }
      copy_file (original, fixture->path);
      g_clear_pointer (&writer.error, g_free);
      start (&writer, fixture->path, "2", kind, ++at);
      finish (&writer);
      assert_file (fixture, &writer);
      n_hurt += writer.n_acknowledged < 2;
      if (writer.error != NULL)
        g_assert_nonnull (strstr (writer.error, fixture->path));
      g_assert_cmpuint (at, <, 1000);
    }
  while (writer.n_operations == 0 || at <= writer.n_operations);
  g_test_message ("%s: %u operations, %u runs with a change that was not acknowledged", kind, at - 1, n_hurt);
  g_assert_cmpuint (at, >, 10);
  g_assert_cmpuint (n_hurt, >, 0);
  g_clear_pointer (&writer.error, g_free);
}

static void
test_each_operation (Fixture      *fixture,
                     gconstpointer kind)
{
  try_each_operation (fixture, kind);
}

static gpointer
read_nothing (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return NULL;
}

/* Another process has the file: this one reads, and sees what the other one writes. */
static void
test_second_process (Fixture      *fixture,
                     gconstpointer data)
{
  Writer    writer;
  CvnStore *store;
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make_centre (fixture);
  start (&writer, fixture->path, "1000", "none", 0);
  g_assert_true (listen (&writer));
  store = cvn_store_open (fixture->path, 0, "second", &error);
  g_assert_no_error (error);
  g_assert_true (cvn_store_is_read_only (store));
  cvn_store_read (store, read_nothing, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cvn_store_get_last_no (store), >, 0);
  g_assert_cmpint (cvn_store_undo (store, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_READ_ONLY);
  cvn_store_close (store);
  g_assert_finalize_object (store);
  g_subprocess_force_exit (writer.process);
  finish (&writer);
  assert_file (fixture, &writer);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/crash/kill", Fixture, NULL, set_up, test_kill, tear_down);
  g_test_add ("/store/crash/power-cut-at-each-operation", Fixture, "power", set_up, test_each_operation, tear_down);
  g_test_add ("/store/crash/failure-of-each-operation", Fixture, "io", set_up, test_each_operation, tear_down);
  g_test_add ("/store/crash/full-disk-at-each-operation", Fixture, "full", set_up, test_each_operation, tear_down);
  g_test_add ("/store/crash/second-process", Fixture, NULL, set_up, test_second_process, tear_down);
  return g_test_run ();
}
