/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-schema"

#include "store-support.h"

#include "cvn-db.h"
#include "cvn-error.h"
#include "cvn-kind-sql.h"
#include "cvn-migrations.h"

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
assert_column (CvnDb         *db,
               const CvnKind *kind,
               const char    *name,
               const char    *type,
               gboolean       required)
{
  g_autoptr (CvnStatement) column = cvn_db_prepare (db, "SELECT type, \"notnull\" FROM pragma_table_info (?1) WHERE name = ?2", NULL);
  gboolean has_row;

  cvn_statement_bind (column, "ss", kind->name, name);
  g_assert_true (cvn_statement_step (column, &has_row, NULL));
  if (!has_row)
    g_error ("%s.%s is no column", kind->name, name);
  g_assert_cmpstr (cvn_statement_get_text (column, 0), ==, type);
  g_assert_cmpint (cvn_statement_get_integer (column, 1), ==, required);
}

/* The table says what the description says: columns, their types, what may be empty; a later migration adds columns at the end. */
static void
compare_columns (CvnDb         *db,
                 const CvnKind *kind)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM pragma_table_info ('%s')", kind->name);
  gint64           n = 0;

  assert_column (db, kind, "seq", "INTEGER", FALSE);
  assert_column (db, kind, "id", "TEXT", TRUE);
  for (guint i = 0; i < kind->n_fields; i++)
    assert_column (db, kind, kind->fields[i].name, cvn_field_is_integer (&kind->fields[i]) ? "INTEGER" : "TEXT",
                   (kind->fields[i].flags & CVN_FIELD_REQUIRED) != 0);
  assert_column (db, kind, "extra", "TEXT", FALSE);
  assert_column (db, kind, "hash", "INTEGER", TRUE);
  g_assert_true (cvn_db_get_integer (db, count, &n, NULL));
  g_assert_cmpint (n, ==, kind->n_fields + 4);
}

static gint64
ask (CvnDb      *db,
     const char *sql,
     const char *first,
     const char *second,
     const char *third)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, sql, &error);
  gboolean has_row;

  g_assert_no_error (error);
  cvn_statement_bind (statement, "sss", first, second, third);
  g_assert_true (cvn_statement_step (statement, &has_row, NULL));
  return cvn_statement_get_integer (statement, 0);
}

/* How many unique indexes begin with @field and hold @other too. */
static gint64
count_unique (CvnDb      *db,
              const char *kind,
              const char *field,
              const char *other)
{
  return ask (db, "SELECT count(*) FROM pragma_index_list (?1) AS l JOIN pragma_index_info (l.name) AS i "
                  "WHERE l.\"unique\" AND i.seqno = 0 AND i.name = ?2 AND EXISTS (SELECT 1 FROM pragma_index_info (l.name) AS o WHERE o.name = ?3)",
              kind, field, other);
}

/* A key is unique; where it has a scope, together with each field of it. */
static void
compare_key (CvnDb          *db,
             const CvnKind  *kind,
             const CvnField *field)
{
  g_auto (GStrv) scope = g_strsplit (kind->key_scope != NULL ? kind->key_scope : "", "|", -1);

  if (kind->key_scope == NULL)
    g_assert_cmpint (count_unique (db, kind->name, field->name, field->name), ==, 1);
  for (guint i = 0; scope[i] != NULL; i++)
    {
      g_assert_cmpint (cvn_kind_find_field (kind, scope[i]), >=, 0);
      g_assert_cmpint (count_unique (db, kind->name, field->name, scope[i]), >=, 1);
    }
}

/* How often @words are in the text of the table. */
static gint64
count_words (CvnDb      *db,
             const char *table,
             const char *words)
{
  return ask (db, "SELECT (length (sql) - length (replace (sql, ?2, ''))) / length (?2) FROM sqlite_schema WHERE name = ?1 AND ?3 = ''", table, words, "");
}

/* References are foreign keys that an index finds, looked at when a transaction ends; keys are unique. */
static void
compare_links (CvnDb         *db,
               const CvnKind *kind)
{
  gint64 n_references = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnField *field = &kind->fields[i];

      if (field->refers_to != NULL)
        g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_foreign_key_list (?1) WHERE \"from\" = ?2 AND \"table\" = ?3 AND \"to\" = 'id'",
                              kind->name, field->name, field->refers_to),
                         ==, 1);
      if ((field->flags & CVN_FIELD_KEY) != 0)
        compare_key (db, kind, field);
      n_references += field->refers_to != NULL;
    }
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_foreign_key_list (?1) WHERE ?2 = '' AND ?3 = ''", kind->name, "", ""), ==, n_references);
  g_assert_cmpint (count_words (db, kind->name, "DEFERRABLE INITIALLY DEFERRED"), ==, n_references);
}

static void
test_equals_description (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (CvnDb) db = NULL;
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  cvn_test_folder_make_centre (fixture);
  db = cvn_db_open (fixture->path, CVN_DB_READ, NULL);
  g_assert_cmpuint (n_kinds, >, 20);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_test_message ("%s", kinds[i]->name);
      compare_columns (db, kinds[i]);
      compare_links (db, kinds[i]);
    }
}

static char *
dump_schema (const char *path)
{
  g_autoptr (CvnDb) db = cvn_db_open (path, CVN_DB_READ, NULL);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name", NULL);
  GString *schema = g_string_new (NULL);
  gboolean has_row;

  while (cvn_statement_step (statement, &has_row, NULL) && has_row)
    g_string_append_printf (schema, "%s;\n", cvn_statement_get_text (statement, 0));
  return g_string_free (schema, FALSE);
}

/* A file of version @version with the rows of its fixture in it. */
static void
make_old (Fixture *fixture,
          int      version)
{
  g_autofree char *name = g_strdup_printf ("v%d.sql", version);
  g_autofree char *fixture_path = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *rows = NULL;
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA journal_mode = WAL", CVN_DB_APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = cvn_db_open (fixture->path, CVN_DB_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture_path, &rows, NULL, &error));
  g_assert_true (cvn_db_run_script (db, pragmas, &error));
  g_assert_true (cvn_migrations_run (db, version, &error));
  g_assert_true (cvn_db_run_script (db, rows, &error));
  g_assert_no_error (error);
}

static void
test_migrated_equals_fresh (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *fresh = NULL;

  cvn_test_folder_make_centre (fixture);
  fresh = dump_schema (fixture->path);
  for (int version = 1; version <= cvn_migrations_get_latest (); version++)
    {
      g_autofree char *migrated = NULL;
      g_autofree char *backups = NULL;
      g_autoptr (GError) error = NULL;
      CvnStore *store;

      cvn_test_folder_remove (fixture);
      cvn_test_folder_make (fixture);
      make_old (fixture, version);
      backups = g_strconcat (fixture->path, "-backups", NULL);
      store = cvn_store_open (fixture->path, 0, "tester", &error);
      g_assert_no_error (error);
      migrated = dump_schema (fixture->path);
      g_assert_cmpstr (migrated, ==, fresh);
      g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM meta WHERE name = 'file_id' AND value = '01ARZ3NDEKTSV4RRFFQ69G5FAV'"), ==, 1);
      g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM journal"), ==, 1);
      if (version >= 2)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM organisation WHERE code = 'gem-leiden'"), ==, 1);
      if (version >= 3)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM settlement AS s JOIN invoice AS i ON i.id = s.invoice"), ==, 1);
      if (version >= 5)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT signed_up FROM event_total AS t JOIN task AS k ON k.event = t.event"), ==, 3);
      if (version >= 7)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM card_section AS s JOIN project_card AS c ON c.id = s.card"), ==, 1);
      if (version >= 9)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM sync_leaf WHERE document = 'organisation:01ARZ3NDEKTSV4RRFFQ69G5FAW'"), ==, 1);
      if (version >= 13)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT hand_overs FROM invoice_series WHERE desk = 'Ans #3f9a12bc'"), ==, 2);
      if (version >= 10)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM delivery_session AS s JOIN booking_stage AS b ON b.id = s.booking WHERE b.stage = 'requested'"), ==, 1);
      if (version >= 11)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM agreement AS a JOIN project AS p ON p.id = a.project"), ==, 1);
      if (version >= 14)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM milestone AS m JOIN axis AS a ON a.code = m.axis"), ==, 1);
      if (version >= 15)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM bank_line WHERE code = '2018-0001'"), ==, 2);
      if (version >= 19)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM event INDEXED BY event_planned WHERE status = 'planned'"), ==, 1);
      if (version >= 2)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM instalment AS t JOIN invoice AS i ON i.id = t.invoice JOIN invoice AS c ON c.credits = i.id"), ==, 1);
      if (version >= 3)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM budget_feed WHERE ledger = 'fees'"), ==, 1);
      if (version >= 4)
        g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM budget_amount AS a JOIN budget_version AS v ON v.id = a.budget_version"), ==, 1);
      g_assert_cmpint (cvn_test_integer (fixture->path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
      cvn_store_close (store);
      g_assert_finalize_object (store);
      g_assert_cmpint (version < cvn_migrations_get_latest (), ==, g_file_test (backups, G_FILE_TEST_IS_DIR));
    }
}

static void
test_old_file_cannot_be_only_read (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_old (fixture, 1);
  g_assert_null (cvn_store_open (fixture->path, CVN_STORE_READ_ONLY, "tester", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_READ_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/schema/equals-description", Fixture, NULL, set_up, test_equals_description, tear_down);
  g_test_add ("/store/schema/migrated-equals-fresh", Fixture, NULL, set_up, test_migrated_equals_fresh, tear_down);
  g_test_add ("/store/schema/old-cannot-be-only-read", Fixture, NULL, set_up, test_old_file_cannot_be_only_read, tear_down);
  return g_test_run ();
}
