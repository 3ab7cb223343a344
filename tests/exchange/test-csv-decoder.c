/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-csv-decoder"

#include "cvn-csv-decoder.h"

#include "cvn-error.h"

#include <string.h>

/* One file read from a text, as an importer does it. */
typedef struct
{
  CvnCsvMapping *mapping;
  CvnCsvSurvey  *survey;
  CvnCsvDecoder *decoder;
  CvnCsvReader  *reader;
  GPtrArray     *problems;
  CvnLanguage    language;
} Fixture;

static CvnCsvReader *
open_text (const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_strdup (text), (gssize) strlen (text), g_free);
  g_autoptr (GError) error = NULL;
  CvnCsvReader *reader = cvn_csv_reader_new (stream, NULL, NULL, &error);

  g_assert_no_error (error);
  return reader;
}

static char *
resolve (const CvnKind *target, const char *text, gpointer data, GError **error)
{
  if (g_str_has_prefix (text, "no-"))
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE, "There is no %s “%s”.", target->name, text);
      return NULL;
    }
  return g_strconcat (target->name, ":", text, NULL);
}

static void
set_up (Fixture *f, const char *kind, const char *text)
{
  g_autoptr (CvnCsvReader) first = open_text (text);
  const CvnCsvRow *row = cvn_csv_reader_next (first, NULL);

  f->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_csv_problem_free);
  f->language = cvn_csv_reader_get_dialect (first)->language;
  f->mapping = cvn_csv_mapping_new (cvn_kind_find (kind), row);
  f->survey = cvn_csv_survey_new (f->mapping, f->language, f->problems);
  while ((row = cvn_csv_reader_next (first, NULL)) != NULL)
    cvn_csv_survey_add (f->survey, row);
  cvn_csv_survey_end (f->survey);
  f->decoder = cvn_csv_decoder_new (f->mapping, f->survey, f->language, resolve, NULL, f->problems);
  f->reader = open_text (text);
  g_assert_nonnull (cvn_csv_reader_next (f->reader, NULL));
}

static void
tear_down (Fixture *f)
{
  cvn_csv_decoder_free (f->decoder);
  cvn_csv_survey_free (f->survey);
  cvn_csv_mapping_free (f->mapping);
  cvn_csv_reader_free (f->reader);
  g_ptr_array_unref (f->problems);
}

static char *
dump_value (const CvnValue *value)
{
  return value->type == CVN_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value->integer) : g_strdup (value->text != NULL ? value->text : "");
}

/* The values of one field in all records, then the problems. */
static char *
decode (const char *kind, const char *field, const char *text)
{
  Fixture          f;
  GString         *dump = g_string_new (NULL);
  const CvnCsvRow *row;

  set_up (&f, kind, text);
  while ((row = cvn_csv_reader_next (f.reader, NULL)) != NULL)
    {
      g_autoptr (CvnRecord) record = NULL;

      if (cvn_csv_decoder_decode (f.decoder, row, TRUE, &record) == CVN_CSV_DECODED)
        {
          g_autofree char *value = dump_value (cvn_record_get_value (record, (guint) cvn_kind_find_field (cvn_kind_find (kind), field)));

          g_string_append_printf (dump, "[%s]", value);
        }
    }
  for (guint i = 0; i < f.problems->len; i++)
    {
      g_autofree char *problem = cvn_csv_problem_dup_text (f.problems->pdata[i]);

      g_string_append_printf (dump, "%s%s", i > 0 || dump->len > 0 ? "\n" : "", problem);
    }
  tear_down (&f);

  return g_string_free (dump, FALSE);
}

typedef struct
{
  const char *kind;
  const char *field;
  const char *text;
  const char *expected;
} Case;

static void
check_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *found = decode (cases[i].kind, cases[i].field, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_amounts (void)
{
  static const Case cases[] = {
    { "bank_line", "amount", "bedrag_cent\n12345\n-3501\n", "[12345][-3501]" },
    { "bank_line", "amount", "bedrag;omschrijving\n8.000,01;x\n-35,01;y\n", "[800001][-3501]" },
    { "bank_line", "amount", "amount,description\n\"8,000.01\",x\n-35.01,y\n", "[800001][-3501]" },
    { "bank_line", "amount", "bedrag_cent\n12.5\n", "Line 2, column “bedrag_cent”, “12.5”: Expected whole cents, as the heading says." },
    { "bank_line", "amount", "amount,description\n1.000,x\n2.50,y\n",
      "[250]\nLine 2, column “amount”, “1.000”: This can be read as thousands or as decimals. Write the cents too, as in 1.000,00." },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "agreement", "start_date", "van\n2019-04-03\n", "[2019-04-03]" },
    { "agreement", "start_date", "van;tot\n03-04-2019;\n", "[2019-04-03]" },
    { "agreement", "start_date", "start_date,end_date\n03-04-2019,\n25-04-2019,\n", "[2019-04-03][2019-04-25]" },
    { "agreement", "start_date", "start_date,end_date\n03/04/2019,\n04/25/2019,\n", "[2019-03-04][2019-04-25]" },
    { "agreement", "start_date", "start_date,end_date\n04/04/2019,\n3 April 2019,\n", "[2019-04-04][2019-04-03]" },
    { "agreement", "start_date", "start_date,end_date\n25/04/2019,\n04/25/2019,\n",
      "[2019-04-25][2019-04-25]\nLine 3, column “start_date”: Some dates in this column put the day first, others the month." },
    { "agreement", "start_date", "van;tot\n30-02-2019;\n",
      "Line 2, column “van”, “30-02-2019”: This date does not exist in the calendar." },
  };
  g_autofree char *unclear = decode ("agreement", "start_date", "start_date,end_date\n03/04/2019,\n");

  check_cases (cases, G_N_ELEMENTS (cases));
  g_assert_true (g_str_has_prefix (unclear, "Line 2, column “start_date”: Nothing in this column tells whether"));
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "agreement", "status", "status\nGetekend\nsigned\nhuh\n", "[signed][signed]\nLine 4, column “status”, “huh”: “huh” is not one of the choices." },
    { "agreement_decision", "organisation", "org_id\ngem-a\n no-b \n",
      "[organisation:gem-a]\nLine 3, column “org_id”, “ no-b ”: There is no organisation “no-b”." },
    { "registration_count", "month", "maand;aantal\n2019-04;3\nx;4\n",
      "[24231]\nLine 3, column “maand”, “x”: Expected a month such as 2019-04 or April 2019." },
    { "registration_count", "count", "aantal,maand\n3,2019-04,\n4\n5,2019-05,6\n",
      "[3]\nLine 3: Expected 2 cells, as in the first row of the file, but found 1.\nLine 4: Expected 2 cells, as in the first row of the file, but found 3." },
    { "agreement", "note", "note\n'=1+1\n''-x\n'quoted'\n", "[=1+1]['-x]['quoted']" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = decode (cases[i].kind, cases[i].field, cases[i].text);

      /* What a month looks like is core's to say. */
      if (i == 2)
        g_assert_true (g_str_has_prefix (found, "[24231]\nLine 3, column “maand”, “x”: "));
      else
        g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* 111222333 passes the eleven-test. */
static void
test_bsn (void)
{
  static const Case cases[] = {
    { "agreement", "code", "code,note\na,BSN 111222333\n",
      "[a]\nLine 2, column “note”, “•••••2333”: This is a citizen service number (BSN), which may not be kept here. Take it out of the file." },
    { "agreement", "code", "code,burgerservicenummer\na,111222333\n",
      "[a]\nLine 2, column “burgerservicenummer”, “•••••2333”: This is a citizen service number (BSN), which may not be kept here. Take it out of the file." },
    { "agreement", "code", "code,note\na,call 111222333\n", "[a]" },
    { "agreement", "code", "code,status\na,111222333\n", "Line 2, column “status”, “•••••2333”: This cannot be read." },
    { "agreement", "code", "code,note\na,111222333\nb,123456782\nc,111222333\nd,123456782\ne,123456782\n",
      "[a][b][c][d][e]\nColumn “note”: These look like citizen service numbers (BSN), which may not be kept here. Leave the column out." },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_waits_for_later_rows (void)
{
  Fixture f;
  g_autoptr (CvnRecord) record = NULL;
  const CvnCsvRow *row;

  set_up (&f, "agreement", "code,extends\nb,no-a\nno-a,\nc,no-x\n");
  row = cvn_csv_reader_next (f.reader, NULL);
  g_assert_cmpint (cvn_csv_decoder_decode (f.decoder, row, FALSE, &record), ==, CVN_CSV_WAITING);
  g_assert_cmpuint (f.problems->len, ==, 0);
  g_assert_cmpint (cvn_csv_decoder_decode (f.decoder, row, TRUE, &record), ==, CVN_CSV_REFUSED);
  g_assert_cmpuint (f.problems->len, ==, 1);
  row = cvn_csv_reader_next (f.reader, NULL);
  row = cvn_csv_reader_next (f.reader, NULL);
  g_assert_cmpint (cvn_csv_decoder_decode (f.decoder, row, FALSE, &record), ==, CVN_CSV_REFUSED);
  tear_down (&f);
}

static void
test_problems_end (void)
{
  g_autoptr (GString) text = g_string_new ("status\n");
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 3 * CVN_CSV_MAX_PROBLEMS; i++)
    g_string_append (text, "huh\n");
  found = decode ("agreement", "status", text->str);
  lines = g_strsplit (found, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, CVN_CSV_MAX_PROBLEMS);
}

static void
test_mapping (void)
{
  g_autoptr (CvnCsvReader) reader = open_text ("maand,gemeentecode,gemeente,Registrations,opbrengst_cent,vreemd,aantal\n");
  const CvnKind *kind = cvn_kind_find ("registration_count");
  g_autoptr (CvnCsvMapping) mapping = cvn_csv_mapping_new (kind, cvn_csv_reader_next (reader, NULL));
  g_autoptr (CvnCsvMapping) copy = cvn_csv_mapping_copy (mapping);
  g_auto (GStrv) skipped = cvn_csv_mapping_dup_skipped (mapping);
  g_autofree char *before = cvn_csv_mapping_to_string (mapping), *source = cvn_csv_mapping_dup_source (mapping);
  g_autofree char *after = NULL, *copy_source = cvn_csv_mapping_dup_source (copy);

  g_assert_cmpint (cvn_csv_mapping_get_column (mapping, 0)->field, ==, cvn_kind_find_field (kind, "month"));
  g_assert_cmpint (cvn_csv_mapping_get_column (mapping, 3)->field, ==, cvn_kind_find_field (kind, "count"));
  g_assert_true (cvn_csv_mapping_get_column (mapping, 4)->derived);
  g_assert_cmpuint (g_strv_length (skipped), ==, 2);
  g_assert_cmpstr (skipped[0], ==, "vreemd");
  g_assert_cmpstr (skipped[1], ==, "aantal");

  cvn_csv_mapping_set_field (copy, 6, cvn_kind_find_field (kind, "count"), FALSE);
  g_assert_cmpint (cvn_csv_mapping_get_column (copy, 3)->field, ==, -1);
  g_assert_true (cvn_csv_mapping_apply (copy, before));
  after = cvn_csv_mapping_to_string (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (source, ==, copy_source);
  g_assert_false (cvn_csv_mapping_apply (copy, "nonsense"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-decoder/amounts", test_amounts);
  g_test_add_func ("/exchange/csv-decoder/dates", test_dates);
  g_test_add_func ("/exchange/csv-decoder/words", test_words);
  g_test_add_func ("/exchange/csv-decoder/bsn", test_bsn);
  g_test_add_func ("/exchange/csv-decoder/waits-for-later-rows", test_waits_for_later_rows);
  g_test_add_func ("/exchange/csv-decoder/problems-end", test_problems_end);
  g_test_add_func ("/exchange/csv-mapping/matches", test_mapping);
  return g_test_run ();
}
