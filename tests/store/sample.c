/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "sample"

#include "sample.h"

#include "cvn-record.h"
#include "cvn-search-index.h"
#include "cvn-writer.h"

#include <string.h>

/* Takes one cell off @p: quoted cells may hold commas, line ends and doubled quotes (RFC 4180). */
static char *
read_cell (const char **p)
{
  GString *cell = g_string_new (NULL);

  if (**p == '"')
    {
      for ((*p)++; **p != '\0' && (**p != '"' || (*p)[1] == '"'); (*p)++)
        {
          if (**p == '"')
            (*p)++;
          g_string_append_c (cell, **p);
        }
      (*p)++;
    }
  while (**p != '\0' && **p != ',' && **p != '\n')
    g_string_append_c (cell, *(*p)++);
  return g_string_free (cell, FALSE);
}

static GPtrArray *
read_line (const char **p)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_ptr_array_add (cells, read_cell (p));
      if (**p != ',')
        break;
      (*p)++;
    }
  if (**p == '\n')
    (*p)++;
  return cells;
}

/**
 * sample_read_csv:
 * @stem: name of a file of the sample centre, without extension
 *
 * Returns: (transfer full) (element-type GHashTable): its rows, heading to text
 */
GPtrArray *
sample_read_csv (const char *stem)
{
  g_autofree char *name = g_strconcat (stem, ".csv", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) headings = NULL;
  GPtrArray  *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  const char *p;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  p = text;
  headings = read_line (&p);
  while (*p != '\0')
    {
      g_autoptr (GPtrArray) cells = read_line (&p);
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      g_assert_cmpuint (cells->len, ==, headings->len);
      for (guint i = 0; i < cells->len; i++)
        g_hash_table_insert (row, g_strdup (g_ptr_array_index (headings, i)), g_strdup (g_ptr_array_index (cells, i)));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/** sample_get: the text under @heading, "" for none. */
const char *
sample_get (GHashTable *row,
            const char *heading)
{
  const char *text = g_hash_table_lookup (row, heading);

  g_assert_nonnull (text);
  return text;
}

/** sample_get_integer: the number under @heading, 0 for none. */
gint64
sample_get_integer (GHashTable *row,
                    const char *heading)
{
  return g_ascii_strtoll (sample_get (row, heading), NULL, 10);
}

static void
set_field (CvnWriter  *writer,
           CvnRecord  *record,
           guint       place,
           const char *heading,
           const char *text)
{
  const CvnField *field = &cvn_record_get_kind (record)->fields[place];
  g_auto (CvnValue) value = CVN_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (field->type == CVN_FIELD_REFERENCE)
    cvn_value_take_text (&value, cvn_writer_resolve (writer, cvn_kind_find (field->refers_to), text, &error));
  else if (g_str_has_suffix (heading, "_cent"))
    cvn_value_set_integer (&value, g_ascii_strtoll (text, NULL, 10));
  else
    cvn_field_parse (field, text, CVN_LANGUAGE_NL, &value, &error);
  g_assert_no_error (error);
  cvn_record_set_value (record, place, &value);
}

static void
put_row (CvnWriter     *writer,
         const CvnKind *kind,
         guint          number,
         GHashTable    *row)
{
  g_autoptr (CvnRecord) record = cvn_record_new (kind);
  g_autofree char *id = g_strdup_printf ("%s-%04u", kind->name, number);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer       heading;
  gpointer       text;

  cvn_record_set_id (record, id);
  g_hash_table_iter_init (&iter, row);
  while (g_hash_table_iter_next (&iter, &heading, &text))
    for (guint i = 0; i < kind->n_fields; i++)
      if (*(const char *) text != '\0' && cvn_field_matches_heading (&kind->fields[i], heading))
        set_field (writer, record, i, heading, text);
  cvn_writer_put (writer, record, &error);
  g_assert_no_error (error);
}

static gboolean
put_files (CvnWriter    *writer,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GPtrArray) kinds = cvn_kind_sort_by_reference ();

  for (guint k = 0; k < kinds->len; k++)
    {
      const CvnKind *kind = g_ptr_array_index (kinds, k);
      g_auto (GStrv) stems = g_strsplit (kind->files != NULL ? kind->files : "", "|", -1);
      g_autofree char *name = stems[0] != NULL ? g_strconcat (stems[0], ".csv", NULL) : NULL;
      g_autofree char *path = name != NULL ? g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", name, NULL) : NULL;
      g_autoptr (GPtrArray) rows = NULL;

      if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      rows = sample_read_csv (stems[0]);
      for (guint i = 0; i < rows->len; i++)
        put_row (writer, kind, i + 1, g_ptr_array_index (rows, i));
    }
  return TRUE;
}

/* The store takes the words of many records in when it has nothing else to do: here that is now. */
static void
catch_up (CvnTestFolder *folder)
{
  gboolean behind = TRUE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = cvn_db_open (folder->path, CVN_DB_WRITE, &error);

  g_assert_no_error (error);
  while (behind)
    {
      cvn_search_index_catch_up (db, &error);
      g_assert_no_error (error);
      cvn_search_index_is_behind (db, &behind, &error);
      g_assert_no_error (error);
    }
}

/** sample_open: makes the folder and a centre in it with all files of the sample; the caller closes it. */
CvnStore *
sample_open (CvnTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  CvnStore *store;

  cvn_test_folder_make (folder);
  store = cvn_store_open (folder->path, CVN_STORE_CREATE, "Test", &error);
  g_assert_no_error (error);
  cvn_store_write (store, CVN_ACTION_IMPORT, NULL, NULL, put_files, NULL, &error);
  g_assert_no_error (error);
  cvn_store_close (store);
  g_object_unref (store);
  catch_up (folder);
  store = cvn_store_open (folder->path, 0, "Test", &error);
  g_assert_no_error (error);
  return store;
}

typedef struct
{
  const char        *name;
  CvnFigureArguments arguments;
  gboolean           rows;
} Question;

static gpointer
answer (CvnReader    *reader,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  Question *question = data;

  return question->rows ? cvn_reader_figure_rows (reader, question->name, &question->arguments, error)
                        : cvn_reader_figure (reader, question->name, &question->arguments, error);
}

/** sample_figure: (transfer full): a figure, or with @rows the rows behind it. */
CvnTable *
sample_figure (CvnStore   *store,
               const char *name,
               int         year,
               const char *today,
               const char *record,
               gboolean    rows)
{
  Question question = { name, { year, today, record }, rows };
  g_autoptr (GError) error = NULL;
  CvnTable *table = cvn_store_read (store, answer, &question, &error);

  g_assert_no_error (error);
  return table;
}

typedef struct
{
  const CvnKind *kind;
  const char    *text;
} Name;

static gpointer
resolve (CvnReader    *reader,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  Name *name = data;

  return cvn_reader_resolve (reader, name->kind, name->text, error);
}

/** sample_find: (transfer full): the id of the record of @kind called @text. */
char *
sample_find (CvnStore   *store,
             const char *kind,
             const char *text)
{
  Name name = { cvn_kind_find (kind), text };
  g_autoptr (GError) error = NULL;
  char *id = cvn_store_read (store, resolve, &name, &error);

  g_assert_no_error (error);
  return id;
}

static gboolean
put_records (CvnWriter    *writer,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  for (const SampleRecord *made = data; made->kind != NULL; made++)
    {
      const CvnKind *kind = cvn_kind_find (made->kind);
      g_autoptr (CvnRecord) record = cvn_record_new (kind);

      cvn_record_set_id (record, made->id);
      for (guint i = 0; i < G_N_ELEMENTS (made->fields) && made->fields[i] != NULL; i++)
        {
          g_auto (GStrv) parts = g_strsplit (made->fields[i], "=", 2);

          if (cvn_field_is_integer (&kind->fields[cvn_kind_find_field (kind, parts[0])]))
            cvn_record_set_integer (record, parts[0], g_ascii_strtoll (parts[1], NULL, 10));
          else
            cvn_record_set_text (record, parts[0], parts[1]);
        }
      if (!cvn_writer_put (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

/** sample_make: writes @records, which must succeed. */
void
sample_make (CvnStore           *store,
             const SampleRecord *records)
{
  g_autoptr (GError) error = NULL;

  cvn_store_write (store, CVN_ACTION_ADD, NULL, NULL, put_records, (gpointer) (guintptr) records, &error);
  g_assert_no_error (error);
}
