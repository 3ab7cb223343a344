/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-integrity"

#include "sample.h"

#include "cvn-db.h"
#include "cvn-integrity.h"
#include "cvn-kind-sql.h"
#include "cvn-reader-private.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Damage done to the closed file, as another program would do it. Exactly one fault must come of it. */
typedef struct
{
  const char  *name;
  const char  *sql;
  const char  *rehash; /* id of a row whose hash is made right again, so that only the sense is wrong */
  CvnFaultType type;
  const char  *kind;    /* named by the fault, or NULL */
  const char  *id;      /* named by the fault, or NULL */
  const char  *mention; /* words in the message */
} Damage;

#define N_FLIPS 60

static const Damage damages[] = {
  { "row", "UPDATE organisation SET name_nl = 'Gemeente Katwyk', name_en = NULL WHERE id = 'organisation-0002'", NULL,
    CVN_FAULT_ROW, "organisation", "organisation-0002", "Gemeente Katwyk" },
  { "row-number", "UPDATE bank_line SET amount = amount + 1 WHERE id = 'bank_line-0010'", NULL,
    CVN_FAULT_ROW, "bank_line", "bank_line-0010", "bank_line-0010" },
  { "row-emptied", "UPDATE organisation SET role = NULL WHERE id = 'organisation-0011'", NULL,
    CVN_FAULT_ROW, "organisation", "organisation-0011", "Expat Centre Leiden" },
  { "row-hash", "UPDATE milestone SET hash = hash + 1 WHERE id = 'milestone-0003'", NULL,
    CVN_FAULT_ROW, "milestone", "milestone-0003", "Extension of covenant" },
  { "row-bulk", "UPDATE registration_count SET source = 'x' WHERE id = 'registration_count-0500'", NULL,
    CVN_FAULT_ROW, "registration_count", "registration_count-0500", "registration_count-0500" },
  { "row-added", "INSERT INTO channel (id, name_nl, hash) VALUES ('channel-x', 'Radio', 0)", "channel-x",
    CVN_FAULT_JOURNAL, "channel", NULL, "12" },
  { "row-deleted", "DELETE FROM channel WHERE id = 'channel-0001'", NULL,
    CVN_FAULT_JOURNAL, "channel", NULL, "10" },
  { "journal-entry", "UPDATE journal SET actor = 'Somebody else' WHERE no = 1", NULL,
    CVN_FAULT_JOURNAL, NULL, NULL, "entry 1" },
  { "journal-change", "UPDATE journal_change SET after = replace (after, 'Katwijk', 'Leiden') WHERE record_id = 'organisation-0002'", NULL,
    CVN_FAULT_JOURNAL, NULL, NULL, "entry 1" },
  { "journal-pack", "UPDATE journal_change SET seq = seq + 1 WHERE record_id IS NULL AND kind = 'registration_count'", NULL,
    CVN_FAULT_JOURNAL, NULL, NULL, "entry 1" },
  { "reference", "UPDATE step SET project = 'project-none' WHERE id = 'step-0001'", "step-0001",
    CVN_FAULT_REFERENCE, "step", "step-0001", "project-none" },
  { "summary", "UPDATE registration_summary SET count = count + 1 WHERE month = 2018 * 12 AND group_code = 'researcher' AND municipality = 'organisation-0001'", NULL,
    CVN_FAULT_SUM, "registration_count", NULL, "2018-01" },
  { "summary-missing", "DELETE FROM registration_summary WHERE month = 2018 * 12 AND group_code = 'researcher' AND municipality = 'organisation-0001'", NULL,
    CVN_FAULT_SUM, "registration_count", NULL, "Leiden" },
  { "instalments", "UPDATE commitment SET amount = amount + 1 WHERE id = 'commitment-0003'", "commitment-0003",
    CVN_FAULT_SUM, "commitment", "commitment-0003", "Leiderdorp" },
  { "allocation", "UPDATE allocation_line SET amount = amount - 1 WHERE id = 'allocation_line-0002'", "allocation_line-0002",
    CVN_FAULT_SUM, "allocation_line", NULL, "inw-2018" },
  { "allocation-total", "UPDATE allocation_line SET total = total - 1 WHERE id = 'allocation_line-0008'", "allocation_line-0008",
    CVN_FAULT_SUM, "allocation_line", NULL, "inw-2019" },
  { "invoice-number", "DROP INDEX invoice_number_key; UPDATE invoice SET number = '2018-0001' WHERE id = 'invoice-0002'", "invoice-0002",
    CVN_FAULT_SUM, "invoice", NULL, "2018-0001" },
  { "search-missing", "DELETE FROM search_document WHERE record_id = 'organisation-0002'", NULL,
    CVN_FAULT_SEARCH, "organisation", NULL, "1 record of the register" },
  { "search-surplus", "INSERT INTO search_document (kind, record_id, title, text) VALUES ('channel', 'channel-x', '', '')", NULL,
    CVN_FAULT_SEARCH, "channel", NULL, "that is not there" },
};

/* What is done to the words alone; search mends itself of all of it. */
static const char *const word_damages[] = {
  "INSERT INTO search_words (search_words, rowid, title, text) SELECT 'delete', seq, title, text FROM search_document WHERE record_id = 'organisation-0002'",
  "INSERT INTO search_words (search_words) VALUES ('delete-all')",
  "INSERT INTO search_grams (search_grams) VALUES ('delete-all')",
  "DELETE FROM search_words_data WHERE id > 10",
  "DELETE FROM search_words_docsize WHERE id = 3; DELETE FROM search_grams_docsize WHERE id = 4",
  "UPDATE search_words_data SET block = zeroblob (length (block)) WHERE id > 10",
  "DELETE FROM search_document WHERE kind = 'event'",
};

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
close_store (Fixture *fixture)
{
  cvn_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

static void
reopen_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = cvn_store_open (fixture->folder.path, 0, "Test", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_store (fixture);
  cvn_test_folder_remove (&fixture->folder);
}

static void
count_progress (double   fraction,
                gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static gpointer
check (CvnReader    *reader,
       gpointer      data,
       GCancellable *cancellable,
       GError      **error)
{
  double     fraction = 0;
  GPtrArray *faults = cvn_integrity_check (reader, count_progress, &fraction, cancellable, error);

  if (faults != NULL)
    g_assert_cmpfloat (fraction, ==, 1);
  return faults;
}

static GPtrArray *
find_faults (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = cvn_store_read (fixture->store, check, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((CvnFault *) g_ptr_array_index (faults, i))->message);
  return faults;
}

static void
test_clean (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) faults = find_faults (fixture);

  g_assert_cmpuint (faults->len, ==, 0);
}

static void
rehash (CvnDb      *db,
        const char *kind_name,
        const char *id)
{
  const CvnKind *kind = cvn_kind_find (kind_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, cvn_kind_sql_get (kind)->select_by_id, &error);
  g_autoptr (CvnRecord) record = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET hash = ?1 WHERE id = ?2", kind->name);
  gboolean         has_row;

  cvn_statement_bind (statement, "s", id);
  g_assert_true (cvn_statement_step (statement, &has_row, &error) && has_row);
  record = cvn_kind_sql_read_record (kind, statement, 0);
  cvn_statement_reset (statement);
  cvn_db_execute (db, &error, sql, "is", (gint64) cvn_record_hash (record), id);
  g_assert_no_error (error);
}

static void
test_damage (Fixture      *fixture,
             gconstpointer data)
{
  const Damage   *damage = data;
  const CvnFault *fault;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = NULL;

  close_store (fixture);
  db = cvn_db_open (fixture->folder.path, CVN_DB_WRITE, &error);
  g_assert_no_error (error);
  cvn_db_run_script (db, "PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  cvn_db_run_script (db, damage->sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cvn_db_get_n_changed (db), ==, 1);
  if (damage->rehash != NULL)
    rehash (db, damage->kind, damage->rehash);
  g_clear_pointer (&db, cvn_db_free);

  reopen_store (fixture);
  faults = find_faults (fixture);
  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpint (fault->type, ==, damage->type);
  g_assert_cmpstr (fault->kind != NULL ? fault->kind->name : NULL, ==, damage->kind);
  if (damage->id != NULL)
    g_assert_cmpstr (fault->id, ==, damage->id);
  g_assert_nonnull (strstr (fault->message, damage->mention));
  g_assert_true (g_str_has_suffix (fault->message, "."));
  g_assert_true (g_str_has_suffix (fault->proposal, "."));
}

/* A page in the middle of the file is overwritten: SQLite notices. */
static void
test_page (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;
  guint            n_file = 0;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  close_store (fixture);
  g_file_get_contents (fixture->folder.path, &bytes, &length, &error);
  g_assert_no_error (error);
  memset (bytes + length / 8192 * 4096, 0, 4096);
  g_file_set_contents (fixture->folder.path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  reopen_store (fixture);
  faults = find_faults (fixture);
  for (guint i = 0; i < faults->len; i++)
    n_file += ((CvnFault *) g_ptr_array_index (faults, i))->type == CVN_FAULT_FILE;
  g_assert_cmpuint (n_file, >, 0);
}

static gboolean
add_channel (CvnWriter    *writer,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("channel"));

  cvn_record_set_id (record, data);
  cvn_record_set_text (record, "name_nl", "Radio");
  return cvn_writer_put (writer, record, error);
}

/* The file is replaced by how it was an hour ago: whole in itself, but acknowledged work is missing. */
static void
test_lost (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  close_store (fixture);
  g_file_get_contents (fixture->folder.path, &bytes, &length, &error);
  g_assert_no_error (error);
  reopen_store (fixture);
  cvn_store_write (fixture->store, CVN_ACTION_ADD, NULL, NULL, add_channel, (gpointer) "channel-a", &error);
  g_assert_no_error (error);
  close_store (fixture);
  g_file_set_contents (fixture->folder.path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  reopen_store (fixture);
  faults = find_faults (fixture);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpint (((CvnFault *) g_ptr_array_index (faults, 0))->type, ==, CVN_FAULT_LOST);
}

static void
digest_sql (CvnDb      *db,
            const char *sql,
            GChecksum  *checksum,
            GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, sql, error);
  gboolean has_row = FALSE;

  while (statement != NULL && cvn_statement_step (statement, &has_row, error) && has_row)
    for (int i = 0; i < cvn_statement_get_n_columns (statement); i++)
      {
        const char *text = cvn_statement_get_text (statement, i);

        g_checksum_update (checksum, (const guchar *) (text != NULL ? text : "-"), -1);
        g_checksum_update (checksum, (const guchar *) "|", 1);
      }
}

/* What a person could read in the file: all records and the journal. NULL when it cannot be read to the end. */
static char *
dup_content (CvnDb *db)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  g_autoptr (GError) error = NULL;

  for (guint k = 0; k < n_kinds && error == NULL; k++)
    {
      g_autoptr (GString) sql = g_string_new ("SELECT id");

      for (guint i = 0; i < kinds[k]->n_fields; i++)
        g_string_append_printf (sql, ", \"%s\"", kinds[k]->fields[i].name);
      g_string_append_printf (sql, " FROM \"%s\" ORDER BY seq", kinds[k]->name);
      digest_sql (db, sql->str, checksum, &error);
    }
  if (error == NULL)
    digest_sql (db, "SELECT no, at, actor, action, kind, subject, n_records FROM journal ORDER BY no", checksum, &error);
  if (error == NULL)
    digest_sql (db, "SELECT no, journal_no, kind, seq, n, record_id, before, after FROM journal_change ORDER BY no", checksum, &error);
  return error == NULL ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* Whether somebody who looks at the file is told that something is wrong with it. */
static gboolean
is_noticed (const char *path,
            const char *content,
            gboolean   *changed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = cvn_db_open (path, CVN_DB_IMMUTABLE, &error);
  g_autoptr (CvnReader) reader = db != NULL ? cvn_reader_new (db) : NULL;
  g_autofree char *found = db != NULL ? dup_content (db) : NULL;
  g_autoptr (GPtrArray) faults = NULL;

  *changed = g_strcmp0 (found, content) != 0;
  if (found == NULL)
    return TRUE;
  faults = cvn_integrity_check (reader, NULL, NULL, NULL, &error);
  return faults == NULL || faults->len > 0;
}

/* A bad disk: whatever bit it changes, no record is changed without notice. */
static void
test_flipped_bits (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder.folder, "copy.convenant", NULL);
  g_autofree char *content = NULL;
  g_autofree char *bytes = NULL;
  gsize            length;
  guint            n_changed = 0;
  gboolean         changed;
  g_autoptr (GError) error = NULL;

  close_store (fixture);
  g_file_get_contents (fixture->folder.path, &bytes, &length, &error);
  g_assert_no_error (error);
  {
    g_autoptr (CvnDb) db = cvn_db_open (fixture->folder.path, CVN_DB_IMMUTABLE, &error);

    content = dup_content (db);
  }
  g_assert_nonnull (content);
  for (guint i = 0; i < N_FLIPS; i++)
    {
      gsize place = (gsize) g_test_rand_int_range (0, (gint32) length);
      char  bit = (char) (1 << g_test_rand_int_range (0, 7));

      bytes[place] ^= bit;
      g_file_set_contents (copy, bytes, (gssize) length, &error);
      g_assert_no_error (error);
      bytes[place] ^= bit;
      if (!is_noticed (copy, content, &changed) && changed)
        g_error ("bit %d of byte %" G_GSIZE_FORMAT " changes the content unnoticed", bit, place);
      n_changed += changed;
    }
  g_test_message ("%u of %d flipped bits changed the content, all of them noticed", n_changed, N_FLIPS);
  g_assert_cmpuint (n_changed, >, 3);
  reopen_store (fixture);
}

/* The program's own connections do not touch the tables behind the word index; another program may. */
static void
run_script (Fixture    *fixture,
            const char *script)
{
  sqlite3 *db = NULL;

  close_store (fixture);
  g_assert_cmpint (sqlite3_open (fixture->folder.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  reopen_store (fixture);
}

static gpointer
search (CvnReader    *reader,
        gpointer      words,
        GCancellable *cancellable,
        GError      **error)
{
  return cvn_reader_search (reader, words, NULL, 20, CVN_LANGUAGE_NL, cancellable, error);
}

/* What search goes by is no record: its damage is named, said to be mended by one command, and mended by it, without an entry in the journal. */
static void
test_rebuild_search (Fixture      *fixture,
                     gconstpointer data)
{
  gint64 no = cvn_store_get_last_no (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (word_damages); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GPtrArray) mended = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", word_damages[i]);
      run_script (fixture, word_damages[i]);
      faults = find_faults (fixture);
      g_assert_cmpuint (faults->len, >, 0);
      for (guint f = 0; f < faults->len; f++)
        {
          const CvnFault *fault = g_ptr_array_index (faults, f);

          g_assert_cmpint (fault->type, ==, CVN_FAULT_SEARCH);
          g_assert_nonnull (strstr (fault->proposal, "--rebuild-search"));
        }
      g_assert_cmpint (cvn_store_write (fixture->store, CVN_ACTION_EDIT, NULL, NULL, cvn_integrity_rebuild_search, NULL, &error), ==, 0);
      g_assert_no_error (error);
      mended = find_faults (fixture);
      g_assert_cmpuint (mended->len, ==, 0);
      hits = cvn_store_read (fixture->store, search, (gpointer) "katwijk", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, >, 3);
    }
  g_assert_cmpint (cvn_store_get_last_no (fixture->store), ==, no);
}

static gpointer
check_cancelled (CvnReader    *reader,
                 gpointer      data,
                 GCancellable *unused,
                 GError      **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  return cvn_integrity_check (reader, NULL, NULL, cancellable, error);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = cvn_store_read (fixture->store, check_cancelled, NULL, &error);

  g_assert_null (faults);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/integrity/clean", Fixture, NULL, set_up, test_clean, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/store/integrity/", damages[i].name, NULL);

      g_test_add (path, Fixture, &damages[i], set_up, test_damage, tear_down);
    }
  g_test_add ("/store/integrity/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/store/integrity/flipped-bits", Fixture, NULL, set_up, test_flipped_bits, tear_down);
  g_test_add ("/store/integrity/lost", Fixture, NULL, set_up, test_lost, tear_down);
  g_test_add ("/store/integrity/rebuild-search", Fixture, NULL, set_up, test_rebuild_search, tear_down);
  g_test_add ("/store/integrity/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  return g_test_run ();
}
