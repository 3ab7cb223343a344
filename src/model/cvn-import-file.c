/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-file"

#include "cvn-import-file.h"

#include "cvn-csv-decoder.h"
#include "cvn-error.h"
#include "cvn-import-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_A_STEP 500
/* The first pass only looks. */
#define FIRST_PASS 0.1

/* A row that refers to a later one of its file. */
typedef struct
{
  GStrv cells;
  guint line;
} WaitingRow;

typedef struct
{
  CvnWriter            *writer;
  GFile                *file;
  CvnImportedFile      *report;
  CvnImportProgressFunc progress;
  gpointer              data;
  GCancellable         *cancellable;
  CvnCsvMapping        *mapping;
  CvnCsvSurvey         *survey;
  CvnCsvDecoder        *decoder;
  CvnImportIndex       *index;
  CvnLanguage           language;
  GPtrArray            *waiting;
} Import;

static void
clear_import (Import *self)
{
  cvn_csv_decoder_free (self->decoder);
  cvn_csv_survey_free (self->survey);
  cvn_import_index_free (self->index);
  cvn_csv_mapping_free (self->mapping);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, clear_import)

static void
free_waiting (gpointer data)
{
  g_strfreev (((WaitingRow *) data)->cells);
  g_free (data);
}

static char *
resolve (const CvnKind *target,
         const char    *text,
         gpointer       data,
         GError       **error)
{
  return cvn_writer_resolve (data, target, text, error);
}

static gboolean
is_full (Import *self)
{
  return self->report->problems->len >= CVN_CSV_MAX_PROBLEMS;
}

/* What is wrong with one row, which the person mends, as against what is wrong with the disk. */
static gboolean
is_about_row (const GError *error)
{
  static const CvnError codes[] = { CVN_ERROR_INVALID, CVN_ERROR_REQUIRED, CVN_ERROR_OUT_OF_RANGE, CVN_ERROR_OVERFLOW, CVN_ERROR_AMBIGUOUS,
                                    CVN_ERROR_BSN, CVN_ERROR_NOT_UNIQUE, CVN_ERROR_UNKNOWN_REFERENCE, CVN_ERROR_FORMAT };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, CVN_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

/* Notes what is wrong with a row or with the file itself; FALSE, with the error, when that ends the import. */
static gboolean
note_error (Import          *self,
            const CvnCsvRow *row,
            guint            line,
            GError          *problem,
            GError         **error)
{
  g_autoptr (GError) owned = problem;

  if (!is_about_row (owned))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }
  if (row != NULL)
    cvn_csv_decoder_report (self->decoder, row, owned);
  else
    cvn_csv_problems_add (self->report->problems, line, NULL, NULL, owned->code, owned->message);
  return TRUE;
}

static gboolean
step (Import       *self,
      CvnCsvReader *reader,
      guint         row,
      double        from,
      double        to,
      GError      **error)
{
  goffset size = cvn_csv_reader_get_size (reader);

  if (row % ROWS_A_STEP != 0)
    return TRUE;
  if (self->progress != NULL && size > 0)
    self->progress (from + (to - from) * (double) cvn_csv_reader_get_position (reader) / (double) size, self->data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
change (Import          *self,
        CvnRecord       *decoded,
        gint64           seq,
        const CvnCsvRow *row,
        GError         **error)
{
  const CvnKind *kind = cvn_record_get_kind (decoded);
  g_autoptr (GPtrArray) stored = cvn_reader_get_rows (cvn_writer_get_reader (self->writer), kind, &seq, 1, error);
  g_autoptr (CvnRecord) record = NULL;
  GError *problem = NULL;

  if (stored == NULL)
    return FALSE;
  record = cvn_record_copy (stored->pdata[0]);
  cvn_csv_decoder_merge (self->decoder, decoded, record);
  if (cvn_record_equal (record, stored->pdata[0]))
    {
      self->report->n_unchanged++;
      return TRUE;
    }
  if (!cvn_writer_put (self->writer, record, &problem))
    return note_error (self, row, row->line, problem, error);
  self->report->n_changed++;
  return TRUE;
}

static gboolean
add (Import          *self,
     CvnRecord       *record,
     const CvnCsvRow *row,
     GError         **error)
{
  GError *problem = NULL;

  if (!cvn_writer_put (self->writer, record, &problem))
    return note_error (self, row, row->line, problem, error);
  self->report->n_added++;
  return TRUE;
}

static gboolean
store (Import          *self,
       CvnRecord       *record,
       const CvnCsvRow *row,
       GError         **error)
{
  g_autofree char *message = NULL;
  guint            other_line = 0;
  gint64           seq = 0;

  switch (cvn_import_index_match (self->index, record, row->line, &seq, &other_line))
    {
    case CVN_IMPORT_NEW:
      return add (self, record, row, error);
    case CVN_IMPORT_CHANGED:
      return change (self, record, seq, row, error);
    case CVN_IMPORT_UNCHANGED:
      self->report->n_unchanged++;
      return TRUE;
    case CVN_IMPORT_TWICE:
      message = g_strdup_printf (_("The same record stands on line %u too."), other_line);
      cvn_csv_problems_add (self->report->problems, row->line, NULL, NULL, CVN_ERROR_NOT_UNIQUE, message);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static void
keep_waiting (Import          *self,
              const CvnCsvRow *row)
{
  WaitingRow *waiting = g_new0 (WaitingRow, 1);

  waiting->line = row->line;
  waiting->cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    waiting->cells[i] = g_strdup (row->cells[i].text);
  g_ptr_array_add (self->waiting, waiting);
}

static gboolean
take_row (Import          *self,
          const CvnCsvRow *row,
          gboolean         last,
          GError         **error)
{
  g_autoptr (CvnRecord) record = NULL;

  switch (cvn_csv_decoder_decode (self->decoder, row, last, &record))
    {
    case CVN_CSV_DECODED:
      return store (self, record, row, error);
    case CVN_CSV_WAITING:
      keep_waiting (self, row);
      return TRUE;
    case CVN_CSV_REFUSED:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
take_waiting (Import           *self,
              const WaitingRow *waiting,
              gboolean          last,
              GError          **error)
{
  guint                  n = g_strv_length (waiting->cells);
  g_autofree CvnCsvCell *cells = g_new0 (CvnCsvCell, n);
  CvnCsvRow              row = { cells, n, waiting->line };

  for (guint i = 0; i < n; i++)
    cells[i] = (CvnCsvCell){ waiting->cells[i], strlen (waiting->cells[i]) };
  return take_row (self, &row, last, error);
}

/* Goes over the rows that wait until none of them gets further: those refer to each other in a circle. */
static gboolean
finish_waiting (Import  *self,
                GError **error)
{
  guint before = G_MAXUINT;

  while (self->waiting->len > 0)
    {
      g_autoptr (GPtrArray) rows = g_steal_pointer (&self->waiting);
      gboolean last = rows->len == before;

      before = rows->len;
      self->waiting = g_ptr_array_new_with_free_func (free_waiting);
      for (guint i = 0; i < rows->len; i++)
        if (!take_waiting (self, rows->pdata[i], last, error))
          return FALSE;
    }
  return TRUE;
}

/**
 * cvn_import_file_find_mapping:
 * @reader: a file of which nothing has been read
 * @kind: what it holds
 * @chosen: (nullable): which column is which field, if someone has said so
 *
 * Reads the headings.
 *
 * Returns: (transfer full): which column is which field; NULL with CVN_ERROR_FORMAT when it fits no column at all
 */
CvnCsvMapping *
cvn_import_file_find_mapping (CvnCsvReader        *reader,
                              const CvnKind       *kind,
                              const CvnCsvMapping *chosen,
                              GError             **error)
{
  g_autoptr (CvnCsvMapping) mapping = NULL;
  g_autofree char *said = chosen != NULL ? cvn_csv_mapping_to_string (chosen) : NULL;
  GError          *local_error = NULL;
  const CvnCsvRow *headings = cvn_csv_reader_next (reader, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (headings == NULL)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("This file is empty: it has not even a row of headings."));
      return NULL;
    }
  mapping = cvn_csv_mapping_new (kind, headings);
  if (said != NULL)
    cvn_csv_mapping_apply (mapping, said);
  for (guint i = 0; i < kind->n_fields; i++)
    if (cvn_csv_mapping_find_field (mapping, i) >= 0)
      return g_steal_pointer (&mapping);
  g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("None of the headings in the first row is one of the register “%s”."), _(kind->label_plural));
  return NULL;
}

/* The first pass: what only all rows together can tell. */
static gboolean
look (Import              *self,
      const CvnCsvMapping *chosen,
      GError             **error)
{
  GError *problem = NULL;
  g_autoptr (CvnCsvReader) reader = cvn_csv_reader_open (self->file, NULL, self->cancellable, &problem);
  const CvnCsvRow *row;

  self->mapping = reader != NULL ? cvn_import_file_find_mapping (reader, self->report->kind, chosen, &problem) : NULL;
  if (self->mapping == NULL)
    return note_error (self, NULL, reader != NULL ? cvn_csv_reader_get_error_line (reader) : 0, problem, error);

  g_strfreev (self->report->skipped);
  self->report->skipped = cvn_csv_mapping_dup_skipped (self->mapping);
  self->language = cvn_csv_reader_get_dialect (reader)->language;
  self->survey = cvn_csv_survey_new (self->mapping, self->language, self->report->problems);
  while ((row = cvn_csv_reader_next (reader, &problem)) != NULL)
    {
      cvn_csv_survey_add (self->survey, row);
      if (!step (self, reader, ++self->report->n_rows, 0, FIRST_PASS, error))
        return FALSE;
    }
  cvn_csv_survey_end (self->survey);
  if (problem == NULL)
    return TRUE;
  g_clear_pointer (&self->survey, cvn_csv_survey_free);
  return note_error (self, NULL, cvn_csv_reader_get_error_line (reader), problem, error);
}

/* The second pass: makes records and stores them. What the first pass could read this one can. */
static gboolean
read_rows (Import  *self,
           GError **error)
{
  g_autoptr (CvnCsvReader) reader = cvn_csv_reader_open (self->file, NULL, self->cancellable, error);
  GError          *problem = NULL;
  const CvnCsvRow *row = NULL;
  guint            n = 0;

  if (reader == NULL)
    return FALSE;
  /* The headings. */
  cvn_csv_reader_next (reader, &problem);
  while (problem == NULL && !is_full (self) && (row = cvn_csv_reader_next (reader, &problem)) != NULL)
    if (!take_row (self, row, FALSE, error) || !step (self, reader, ++n, FIRST_PASS, 1, error))
      return FALSE;
  if (problem != NULL)
    return note_error (self, NULL, cvn_csv_reader_get_error_line (reader), problem, error);
  return finish_waiting (self, error);
}

/**
 * cvn_import_file_run:
 * @writer: the open transaction
 * @file: a CSV file
 * @mapping: (nullable): which column is which field, if someone has said so
 * @report: about this file; says which kind it holds
 * @progress: (nullable): called now and then, on this thread
 *
 * Brings the records of a file into the store: new ones are added, those whose key is there already are changed in
 * the fields that the file has. What is wrong with rows goes into the report, up to a hundred problems; it is for the
 * caller to take the transaction back then.
 *
 * Returns: FALSE with an error when the disk fails or the import is cancelled
 */
gboolean
cvn_import_file_run (CvnWriter            *writer,
                     GFile                *file,
                     const CvnCsvMapping  *mapping,
                     CvnImportedFile      *report,
                     CvnImportProgressFunc progress,
                     gpointer              data,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_auto (Import) self = { writer, file, report, progress, data, cancellable };

  self.waiting = g_ptr_array_new_with_free_func (free_waiting);
  if (!look (&self, mapping, error))
    return FALSE;
  if (self.survey == NULL || is_full (&self))
    return TRUE;
  self.index = cvn_import_index_new (self.mapping);
  if (!cvn_import_index_load (self.index, cvn_writer_get_reader (writer), cancellable, error))
    return FALSE;
  self.decoder = cvn_csv_decoder_new (self.mapping, self.survey, self.language, resolve, writer, report->problems);
  return read_rows (&self, error);
}
