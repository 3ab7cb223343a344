/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-csv-reader"

#include "cvn-csv-reader.h"
#include "cvn-error.h"

#include <string.h>

static CvnCsvReader *
read_bytes (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_memdup2 (bytes, length), (gssize) length, g_free);

  return cvn_csv_reader_new (stream, NULL, NULL, error);
}

/* The cells of all rows: [a][b] and a / after each row, then the error if any. */
static char *
dump (const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnCsvReader) reader = read_bytes (bytes, length, &error);
  GString         *text = g_string_new (NULL);
  const CvnCsvRow *row;

  while (reader != NULL && (row = cvn_csv_reader_next (reader, &error)) != NULL)
    {
      g_string_append_printf (text, "%u", row->line);
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
          g_string_append_printf (text, "[%s]", row->cells[i].text);
        }
      g_string_append_c (text, '/');
    }
  if (error != NULL)
    g_string_append_printf (text, "!%s", error->message);

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *bytes;
  const char *expected;
} Case;

static void
test_rows (void)
{
  static const Case cases[] = {
    { "", "" },
    { "\n\n", "" },
    { "a,b\n1,2\n", "1[a][b]/2[1][2]/" },
    { "a,b\r\n1,2", "1[a][b]/2[1][2]/" },
    { "a,b\r1,2\r", "1[a][b]/2[1][2]/" },
    { "a;b\r\n\r\n1;2\r\n", "1[a][b]/3[1][2]/" },
    { "a\tb\n1\t2\n", "1[a][b]/2[1][2]/" },
    { "\xef\xbb\xbf"
      "a,b\n,\n",
      "1[a][b]/2[][]/" },
    { "sep=;\r\na,b;c\r\n1;2\r\n", "2[a,b][c]/3[1][2]/" },
    { "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n3,4\n", "1[a][b]/2[x, y][say \"hi\"]/3[3][4]/" },
    { "a,b\n\"one\ntwo\r\nthree\",2\n3,4\n", "1[a][b]/2[one\ntwo\r\nthree][2]/5[3][4]/" },
    { "a,b\n\"1\" ,2\n", "1[a][b]/2[1][2]/" },
    { "a,b\n5\" pipe,\"\"\n", "1[a][b]/2[5\" pipe][]/" },
    { "a,b,\n1,2,", "1[a][b][]/2[1][2][]/" },
    { "na\xc3\xaf"
      "ef,b\n",
      "1[na\xc3\xaf"
      "ef][b]/" },
    { "na\xef"
      "ef,\x80\n",
      "1[na\xc3\xaf"
      "ef][\xe2\x82\xac]/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dump (cases[i].bytes, strlen (cases[i].bytes));

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    const char *expected;
    guint       line;
  } cases[] = {
    { "a,b\n1,\"open\n2,3\n", 16, "The quotation mark that opens on line 2 is never closed.", 2 },
    { "a,b\n1,\"x\"y\n", 11, "Line 2 holds text after a closing quotation mark. A quotation mark within a text is written twice.", 2 },
    { "a,b\n1,2\nx\0y,3\n", 14, "Line 3 holds a zero byte. This is not a text file, or it is damaged.", 3 },
    { "\xff\xfe"
      "a\0,\0b\0",
      8, "This file is written in UTF-16. Save it as “CSV UTF-8” and try again.", 1 },
    { "a\0,\0b\0\n\0", 8, "This file is written in UTF-16. Save it as “CSV UTF-8” and try again.", 1 },
    { "\xef\xbb\xbf"
      "a,b\n1,\xe9\n",
      12, "Line 2 is not UTF-8, unlike the lines before it.", 2 },
    { "a,b\n1,\x81\n", 8, "Line 2 holds a byte that is neither UTF-8 nor Windows-1252.", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnCsvReader) reader = read_bytes (cases[i].bytes, cases[i].length, &error);

      while (reader != NULL && cvn_csv_reader_next (reader, &error) != NULL)
        ;
      g_assert_error (error, CVN_ERROR, CVN_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, cases[i].expected);
      if (reader != NULL)
        g_assert_cmpuint (cvn_csv_reader_get_error_line (reader), ==, cases[i].line);
    }
}

static void
test_cell_limit (void)
{
  g_autoptr (GString) bytes = g_string_new ("a,b\n1,\"");
  g_autofree char *found = NULL, *most = NULL;

  for (gsize i = 0; i < CVN_CSV_MAX_CELL; i++)
    g_string_append_c (bytes, 'x');
  g_string_append (bytes, "\"\n");
  most = dump (bytes->str, bytes->len);
  g_assert_null (strchr (most, '!'));

  g_string_insert_c (bytes, 8, 'x');
  found = dump (bytes->str, bytes->len);
  g_assert_true (g_str_has_suffix (found, "!The row on line 2 holds a cell of more than a million characters. Is a quotation mark missing?"));
}

static void
test_column_limit (void)
{
  g_autoptr (GString) bytes = g_string_new ("a");
  g_autofree char *found = NULL;

  for (guint i = 0; i < CVN_CSV_MAX_COLUMNS; i++)
    g_string_append (bytes, ",a");
  found = dump (bytes->str, bytes->len);
  g_assert_cmpstr (found, ==, "!The row on line 1 has more than 1000 columns.");
}

/* The same rows wherever the blocks of a file happen to end. */
static void
test_blocks (void)
{
  for (gsize pad = 128 * 1024 - 40; pad < 128 * 1024 + 8; pad++)
    {
      g_autoptr (GString) bytes = g_string_new ("a,b\r\n");
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnCsvReader) reader = NULL;
      const CvnCsvRow *row = NULL;

      for (gsize i = 0; i < pad; i++)
        g_string_append_c (bytes, i % 64 == 0 ? '\n' : 'x');
      g_string_append (bytes, "\r\n\"e\xcc\x81\r\n\"\"q\"\"\",\xe2\x82\xac\r\nlast,row");
      reader = read_bytes (bytes->str, bytes->len, &error);
      g_assert_no_error (error);
      for (;;)
        {
          row = cvn_csv_reader_next (reader, &error);
          g_assert_no_error (error);
          g_assert_nonnull (row);
          if (row->n_cells == 2 && row->line > 1)
            break;
        }
      g_assert_cmpstr (row->cells[0].text, ==, "e\xcc\x81\r\n\"q\"");
      g_assert_cmpstr (row->cells[1].text, ==, "\xe2\x82\xac");
      row = cvn_csv_reader_next (reader, &error);
      g_assert_cmpstr (row->cells[1].text, ==, "row");
      g_assert_cmpuint (row->line, ==, (pad + 63) / 64 + 5);
      g_assert_null (cvn_csv_reader_next (reader, &error));
      g_assert_no_error (error);
    }
}

static void
test_dialect (void)
{
  static const struct
  {
    const char *bytes;
    char        delimiter;
    CvnLanguage language;
  } cases[] = {
    { "a;b\n1;2\n", ';', CVN_LANGUAGE_NL },
    { "a;b\n1.50;2\n", ';', CVN_LANGUAGE_EN },
    { "a,b\n1,2\n", ',', CVN_LANGUAGE_EN },
    { "a,b\n\"1.234,50\",2\n", ',', CVN_LANGUAGE_NL },
    { "a;b,c\n1,50;2\n-35,01;x\n", ';', CVN_LANGUAGE_NL },
    { "a\tb\n1.000\t1,000\n", '\t', CVN_LANGUAGE_EN },
    { "a\tb\n8.000,01\tx, y\n", '\t', CVN_LANGUAGE_NL },
    { "one\nsome, text\n", ',', CVN_LANGUAGE_EN },
    { "name;text\nx;\"a, b, c\"\ny;\"d, e, f\"\n", ';', CVN_LANGUAGE_NL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnCsvDialect dialect;

      g_assert_true (cvn_csv_dialect_sniff (cases[i].bytes, strlen (cases[i].bytes), &dialect, NULL));
      g_assert_cmpint (dialect.delimiter, ==, cases[i].delimiter);
      g_assert_cmpint (dialect.language, ==, cases[i].language);
    }
}

static void
test_speed (void)
{
  g_autoptr (GString) bytes = g_string_new ("month;municipality;group;count;text\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnCsvReader) reader = NULL;
  gint64 begin, taken;

  if (!g_test_perf ())
    {
      g_test_skip ("measured with -m perf");
      return;
    }
  while (bytes->len < 100 * 1000 * 1000)
    g_string_append (bytes, "2018-01;GM0546;kenniswerker;12;\"Een omschrijving, met komma\";\"x\"\n");
  begin = g_get_monotonic_time ();
  reader = read_bytes (bytes->str, bytes->len, &error);
  while (cvn_csv_reader_next (reader, &error) != NULL)
    ;
  taken = g_get_monotonic_time () - begin;
  g_assert_no_error (error);
  g_test_maximized_result ((double) bytes->len / (double) taken, "%.0f MB/s", (double) bytes->len / (double) taken);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-reader/rows", test_rows);
  g_test_add_func ("/exchange/csv-reader/refuses", test_refuses);
  g_test_add_func ("/exchange/csv-reader/cell-limit", test_cell_limit);
  g_test_add_func ("/exchange/csv-reader/column-limit", test_column_limit);
  g_test_add_func ("/exchange/csv-reader/blocks", test_blocks);
  g_test_add_func ("/exchange/csv-reader/dialect", test_dialect);
  g_test_add_func ("/exchange/csv-reader/speed", test_speed);
  return g_test_run ();
}
