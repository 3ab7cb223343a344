/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "csv-support"

#include "csv-support.h"

#include <string.h>

/* Files call records by their keys; here the keys are the ids. */
static char *
resolve_to_key (const CvnKind *target, const char *text, gpointer data, GError **error)
{
  return g_strdup (text);
}

static CvnCsvReader *
open_bytes (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);

  return cvn_csv_reader_new (stream, NULL, NULL, error);
}

static void
add_problem (CsvContents *contents, const char *text)
{
  g_ptr_array_add (contents->problems, g_strdup (text));
}

static gboolean
survey (CvnCsvReader *reader, CvnCsvSurvey *seen, GError **error)
{
  const CvnCsvRow *row;
  GError          *local_error = NULL;

  while ((row = cvn_csv_reader_next (reader, &local_error)) != NULL)
    cvn_csv_survey_add (seen, row);
  cvn_csv_survey_end (seen);
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return local_error == NULL;
}

static void
decode (CvnCsvReader *reader, CvnCsvDecoder *decoder, CsvContents *contents)
{
  const CvnCsvRow *row = cvn_csv_reader_next (reader, NULL);

  while ((row = cvn_csv_reader_next (reader, NULL)) != NULL)
    {
      CvnRecord *record;

      contents->n_rows++;
      if (cvn_csv_decoder_decode (decoder, row, TRUE, &record) == CVN_CSV_DECODED)
        g_ptr_array_add (contents->records, record);
    }
}

/** csv_find_kind: what a file called "NAME.csv" holds, or NULL. */
const CvnKind *
csv_find_kind (const char *file_name)
{
  g_autofree char *stem = NULL;

  if (!g_str_has_suffix (file_name, ".csv"))
    return NULL;
  stem = g_strndup (file_name, strlen (file_name) - 4);
  return cvn_kind_find_file (stem);
}

/** csv_read: both passes over a file. */
void
csv_read (const CvnKind *kind, const char *bytes, gsize length, CsvContents *contents)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_csv_problem_free);
  g_autoptr (CvnCsvReader) first = open_bytes (bytes, length, &error);
  const CvnCsvRow *headings = first != NULL ? cvn_csv_reader_next (first, &error) : NULL;
  g_autoptr (CvnCsvMapping) mapping = NULL;
  g_autoptr (CvnCsvSurvey) seen = NULL;

  *contents = (CsvContents){ g_ptr_array_new_with_free_func (g_object_unref), g_ptr_array_new_with_free_func (g_free), 0 };
  if (headings != NULL)
    {
      mapping = cvn_csv_mapping_new (kind, headings);
      seen = cvn_csv_survey_new (mapping, cvn_csv_reader_get_dialect (first)->language, problems);
      if (survey (first, seen, &error))
        {
          g_autoptr (CvnCsvReader) second = open_bytes (bytes, length, NULL);
          g_autoptr (CvnCsvDecoder) decoder = cvn_csv_decoder_new (mapping, seen, cvn_csv_reader_get_dialect (first)->language,
                                                                   resolve_to_key, NULL, problems);

          decode (second, decoder, contents);
        }
    }
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (contents->problems, cvn_csv_problem_dup_text (problems->pdata[i]));
  if (error != NULL)
    add_problem (contents, error->message);
}

/** csv_contents_clear: frees what csv_read() gave. */
void
csv_contents_clear (CsvContents *contents)
{
  g_clear_pointer (&contents->records, g_ptr_array_unref);
  g_clear_pointer (&contents->problems, g_ptr_array_unref);
}
