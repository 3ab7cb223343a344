/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "store-support"

#include "store-support.h"

#include "cvn-db.h"
#include "cvn-file.h"
#include "cvn-kind-sql.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/** cvn_test_folder_make: makes the folder; there is no centre in it yet. */
void
cvn_test_folder_make (CvnTestFolder *self)
{
  self->folder = g_dir_make_tmp ("cvn-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "centre.convenant", NULL);
}

/** cvn_test_folder_make_centre: puts an empty centre in it, without anything beside it. */
void
cvn_test_folder_make_centre (CvnTestFolder *self)
{
  g_autoptr (GError) error = NULL;

  cvn_file_create (self->path, &error);
  g_assert_no_error (error);
}

/** cvn_test_delete_tree: removes @path and all that is in it. */
void
cvn_test_delete_tree (const char *path)
{
  g_autoptr (GDir) directory = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      cvn_test_delete_tree (child);
    }
  g_remove (path);
}

/** cvn_test_folder_remove: removes the folder with all that is in it. */
void
cvn_test_folder_remove (CvnTestFolder *self)
{
  cvn_test_delete_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

/** cvn_test_make_organisation: (transfer full): a municipality that passes the checks; @code may be NULL. */
CvnRecord *
cvn_test_make_organisation (const char *code,
                            const char *name)
{
  CvnRecord *record = cvn_record_new (cvn_kind_find ("organisation"));

  cvn_record_set_text (record, "code", code);
  cvn_record_set_text (record, "name_nl", name);
  cvn_record_set_text (record, "kind", "municipality");
  return record;
}

/** cvn_test_make_contact: (transfer full): a contact at the organisation with the id @organisation. */
CvnRecord *
cvn_test_make_contact (const char *organisation,
                       const char *role)
{
  CvnRecord *record = cvn_record_new (cvn_kind_find ("contact"));

  cvn_record_set_text (record, "organisation", organisation);
  cvn_record_set_text (record, "role", role);
  return record;
}

/** cvn_test_make_count: (transfer full): a count of knowledge workers. */
CvnRecord *
cvn_test_make_count (const char *municipality,
                     gint64      month,
                     gint64      count,
                     gint64      paid)
{
  CvnRecord *record = cvn_record_new (cvn_kind_find ("registration_count"));

  cvn_record_set_text (record, "municipality", municipality);
  cvn_record_set_text (record, "target_group", "knowledge_worker");
  cvn_record_set_integer (record, "month", month);
  cvn_record_set_integer (record, "count", count);
  cvn_record_set_integer (record, "paid_count", paid);
  return record;
}

static gboolean
put_record (CvnWriter    *writer,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return cvn_writer_put (writer, data, error);
}

/** cvn_test_put: writes @record in a change set of its own, which must succeed. */
gint64
cvn_test_put (CvnStore  *store,
              CvnRecord *record)
{
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_store_write (store, CVN_ACTION_EDIT, cvn_record_get_kind (record), "it", put_record, record, &error);

  g_assert_no_error (error);
  return no;
}

static gboolean
delete_record (CvnWriter    *writer,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return cvn_writer_delete (writer, cvn_record_get_kind (data), cvn_record_get_id (data), error);
}

/** cvn_test_delete: deletes @record in a change set of its own. */
gint64
cvn_test_delete (CvnStore  *store,
                 CvnRecord *record,
                 GError   **error)
{
  return cvn_store_write (store, CVN_ACTION_DELETE, cvn_record_get_kind (record), "it", delete_record, record, error);
}

typedef struct
{
  const CvnKind *kind;
  const char    *id;
} Asked;

static gpointer
read_record (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  Asked *asked = data;

  return cvn_reader_get (reader, asked->kind, asked->id, error);
}

/** cvn_test_get: (transfer full) (nullable): the record as a reader sees it. */
CvnRecord *
cvn_test_get (CvnStore   *store,
              const char *kind,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  Asked      asked = { cvn_kind_find (kind), id };
  CvnRecord *record = cvn_store_read (store, read_record, &asked, &error);

  g_assert_no_error (error);
  return record;
}

/** cvn_test_integer: one number out of the file, read through a connection of its own. */
gint64
cvn_test_integer (const char *path,
                  const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = cvn_db_open (path, CVN_DB_READ, &error);
  gint64 integer = -1;

  g_assert_no_error (error);
  cvn_db_get_integer (db, sql, &integer, &error);
  g_assert_no_error (error);
  return integer;
}

/** cvn_test_sql: does something to the file by hand, without any of the store's guards. */
void
cvn_test_sql (const char *path,
              const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  /* A store that has the file open may be writing what can wait. */
  sqlite3_busy_timeout (handle, 60 * 1000);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
dump_rows (CvnDb      *db,
           const char *table,
           const char *sql,
           GString    *dump)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, sql, NULL);
  gboolean has_row;

  g_assert_nonnull (statement);
  while (cvn_statement_step (statement, &has_row, NULL) && has_row)
    {
      g_string_append (dump, table);
      for (int i = 0; i < cvn_statement_get_n_columns (statement); i++)
        {
          const char *text = cvn_statement_get_text (statement, i);

          g_string_append_printf (dump, "|%s", text != NULL ? text : "(null)");
        }
      g_string_append_c (dump, '\n');
    }
}

/** cvn_test_dump: (transfer full): every record of the file, and what is kept along with them, as one text. */
char *
cvn_test_dump (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = cvn_db_open (path, CVN_DB_READ, &error);
  GString              *dump = g_string_new (NULL);
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  g_assert_no_error (error);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY seq", cvn_kind_sql_get (kinds[i])->columns, kinds[i]->name);

      dump_rows (db, kinds[i]->name, sql, dump);
    }
  dump_rows (db, "summary", "SELECT * FROM registration_summary ORDER BY month, municipality, group_code", dump);
  return g_string_free (dump, FALSE);
}
