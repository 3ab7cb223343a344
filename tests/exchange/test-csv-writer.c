/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-csv-writer"

#include "csv-support.h"
#include "cvn-csv-cell.h"
#include "cvn-csv-guard.h"
#include "cvn-csv-writer.h"
#include "cvn-error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
sample_folder (void)
{
  return g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
}

static char *
write_file (const CvnKind *kind, const CvnCsvDialect *dialect, GPtrArray *records, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cvn-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  g_autoptr (CvnCsvWriter) writer = cvn_csv_writer_new (path, kind, dialect, NULL, NULL, &error);
  char *bytes;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      cvn_csv_writer_write (writer, records->pdata[i], &error);
      g_assert_no_error (error);
    }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  cvn_csv_writer_finish (writer, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  g_unlink (path);
  /* Fails unless nothing is left beside the file. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return bytes;
}

static void
check_round_trip (const char *name, const CvnKind *kind, const CvnCsvDialect *dialect, const CsvContents *before)
{
  gsize            length;
  g_autofree char *bytes = write_file (kind, dialect, before->records, &length);
  CsvContents      after;

  csv_read (kind, bytes, length, &after);
  for (guint i = 0; i < after.problems->len; i++)
    g_test_message ("%s %c: %s", name, dialect->delimiter, (char *) after.problems->pdata[i]);
  g_assert_cmpuint (after.problems->len, ==, 0);
  g_assert_cmpuint (after.records->len, ==, before->records->len);
  for (guint i = 0; i < after.records->len; i++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);

      cvn_record_write_json (before->records->pdata[i], NULL, a);
      cvn_record_write_json (after.records->pdata[i], NULL, b);
      g_assert_cmpstr (b->str, ==, a->str);
    }
  csv_contents_clear (&after);
}

/* Whether Windows-1252 has all letters of all texts. */
static gboolean
fits_windows_1252 (const CsvContents *contents)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  gboolean fits = TRUE;

  for (guint i = 0; i < contents->records->len; i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);

      cvn_record_write_json (contents->records->pdata[i], NULL, json);
      fits = fits && cvn_csv_encoding_encode (CVN_CSV_ENCODING_WINDOWS_1252, json->str, bytes);
    }
  return fits;
}

/* Both dialects, each with the two line ends, with a byte order mark and without, and in both encodings. */
static void
check_all_dialects (const char *name, const CvnKind *kind, const CsvContents *before)
{
  for (guint i = 0; i < 12; i++)
    {
      CvnCsvDialect dialect = *cvn_csv_dialect_get_standard (i % 2 == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN);

      dialect.crlf = i / 2 % 2 == 0;
      dialect.bom = i / 4 == 0;
      dialect.encoding = i / 4 == 1 ? CVN_CSV_ENCODING_WINDOWS_1252 : CVN_CSV_ENCODING_UTF_8;
      if (dialect.encoding != CVN_CSV_ENCODING_WINDOWS_1252 || fits_windows_1252 (before))
        check_round_trip (name, kind, &dialect, before);
    }
}

static void
test_round_trip_sample (void)
{
  g_autofree char *folder = sample_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      const CvnKind   *kind = csv_find_kind (name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize            length;
      CsvContents      contents;

      if (kind == NULL)
        continue;
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      csv_read (kind, bytes, length, &contents);
      for (guint i = 0; i < contents.problems->len; i++)
        g_test_message ("%s: %s", name, (char *) contents.problems->pdata[i]);
      g_assert_cmpuint (contents.problems->len, ==, 0);
      g_assert_cmpuint (contents.records->len, ==, contents.n_rows);
      g_assert_cmpuint (contents.n_rows, >, 0);
      check_all_dialects (name, kind, &contents);
      csv_contents_clear (&contents);
      n++;
    }
  g_assert_cmpuint (n, >=, 28);
}

static void
add_record (GPtrArray *records, const char *note, gint64 cents)
{
  CvnRecord *record = cvn_record_new (cvn_kind_find ("bank_line"));

  cvn_record_set_text (record, "description", note);
  cvn_record_set_text (record, "booking_date", "2019-04-03");
  cvn_record_set_integer (record, "amount", cents);
  g_ptr_array_add (records, record);
}

static void
test_awkward_texts (void)
{
  static const char *const texts[] = {
    "=1+1",
    "'=1+1",
    "''@x",
    "'quoted'",
    "-",
    "+31 71",
    "a;b,c\td",
    "say \"hi\"",
    "two\nlines",
    "two\r\nlines",
    "sep=;",
    "é €",
    "'",
    "1,50",
  };
  CsvContents before = { g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_record (before.records, texts[i], i % 2 == 0 ? 800001 : -3501);
  check_all_dialects ("awkward", cvn_kind_find ("bank_line"), &before);
  csv_contents_clear (&before);
}

static void
test_form (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *nl = NULL, *en = NULL;
  gsize            length;

  add_record (records, "=1+1", -3501);
  nl = write_file (cvn_kind_find ("bank_line"), cvn_csv_dialect_get_standard (CVN_LANGUAGE_NL), records, &length);
  en = write_file (cvn_kind_find ("bank_line"), cvn_csv_dialect_get_standard (CVN_LANGUAGE_EN), records, &length);
  g_assert_true (g_str_has_prefix (nl, "\xef\xbb\xbf"));
  g_assert_nonnull (strstr (nl, ";03-04-2019;"));
  g_assert_nonnull (strstr (nl, ";-35,01;"));
  g_assert_nonnull (strstr (nl, ";'=1+1;"));
  g_assert_nonnull (strstr (nl, "bedrag;"));
  g_assert_null (strstr (nl, "_cent"));
  g_assert_true (g_str_has_suffix (nl, "\r\n"));
  g_assert_nonnull (strstr (en, ",2019-04-03,"));
  g_assert_nonnull (strstr (en, ",-35.01,"));
  g_assert_null (strchr (en, '\r'));
}

static void
test_replaces_only_when_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cvn-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  g_autofree char *bytes = NULL;
  const CvnKind   *kind = cvn_kind_find ("bank_line");

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  {
    g_autoptr (CvnCsvWriter) writer = cvn_csv_writer_new (path, kind, cvn_csv_dialect_get_standard (CVN_LANGUAGE_EN), NULL, NULL, NULL);

    g_assert_false (cvn_csv_writer_finish (writer, FALSE, &error));
    g_assert_error (error, CVN_ERROR, CVN_ERROR_CONFLICT);
  }
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "mine");
  {
    g_autoptr (CvnCsvWriter) writer = cvn_csv_writer_new (path, kind, cvn_csv_dialect_get_standard (CVN_LANGUAGE_EN), NULL, NULL, NULL);

    g_assert_true (cvn_csv_writer_finish (writer, TRUE, NULL));
  }
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_null (cvn_csv_writer_new ("/nowhere/at/all.csv", kind, cvn_csv_dialect_get_standard (CVN_LANGUAGE_EN), NULL, NULL, NULL));
}

/* A word in a Dutch file means what it meant when it was written. */
static void
test_choices (void)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      for (const CvnChoice *choice = kinds[k]->fields[i].choices; choice != NULL && choice->code != NULL; choice++)
        {
          const CvnField *field = &kinds[k]->fields[i];
          g_auto (CvnValue) value = CVN_VALUE_INIT;
          g_auto (CvnValue) read = CVN_VALUE_INIT;
          g_autofree char *word = NULL;

          cvn_value_set_text (&value, choice->code);
          word = cvn_csv_cell_format (field, &value, CVN_LANGUAGE_NL);
          g_assert_true (cvn_field_parse (field, word, CVN_LANGUAGE_NL, &read, NULL));
          g_assert_cmpstr (read.text, ==, choice->code);
        }
}

/* The headings that are written are found again, each at its own field. */
static void
test_headings (void)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (CvnLanguage language = CVN_LANGUAGE_EN; language <= CVN_LANGUAGE_NL; language++)
      {
        g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
        g_autofree CvnCsvCell *cells = g_new0 (CvnCsvCell, kinds[k]->n_fields);
        g_autoptr (CvnCsvMapping) mapping = NULL;
        CvnCsvRow row = { cells, kinds[k]->n_fields, 1 };

        for (guint i = 0; i < row.n_cells; i++)
          {
            g_ptr_array_add (headings, cvn_csv_writer_dup_heading (&kinds[k]->fields[i], language));
            cells[i] = (CvnCsvCell){ headings->pdata[i], strlen (headings->pdata[i]) };
          }
        mapping = cvn_csv_mapping_new (kinds[k], &row);
        for (guint i = 0; i < row.n_cells; i++)
          if (cvn_csv_mapping_get_column (mapping, i)->field != (int) i)
            g_error ("%s: heading “%s” of “%s” is also another field's", kinds[k]->name, cells[i].text, kinds[k]->fields[i].name);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-writer/form", test_form);
  g_test_add_func ("/exchange/csv-writer/headings", test_headings);
  g_test_add_func ("/exchange/csv-writer/choices", test_choices);
  g_test_add_func ("/exchange/csv-writer/awkward-texts", test_awkward_texts);
  g_test_add_func ("/exchange/csv-writer/replaces-only-when-told", test_replaces_only_when_told);
  g_test_add_func ("/exchange/csv-writer/round-trip-sample", test_round_trip_sample);
  return g_test_run ();
}
