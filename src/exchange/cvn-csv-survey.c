/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-survey"

#include "cvn-csv-survey.h"

#include "cvn-bsn-context.h"
#include "cvn-bsn.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is known of one column so far. */
typedef struct
{
  gboolean     is_free; /* words or numbers of any kind, in which a citizen service number may hide */
  gboolean     is_date;
  gboolean     is_key; /* others of the same file may refer to it */
  CvnBsnColumn numbers;
  CvnCsvDates  dates;
  guint        day_first_line;   /* of a date that can only be read so, 0 when there is none */
  guint        month_first_line; /* of a date that can only be read so */
  guint        unclear_line;     /* of a date that can be read both ways */
} Column;

struct _CvnCsvSurvey
{
  const CvnCsvMapping *mapping;
  CvnLanguage          language;
  GPtrArray           *problems;
  GHashTable          *keys;
  Column              *columns;
  guint                n_rows;
};

/**
 * cvn_csv_problems_add:
 * @problems: (element-type CvnCsvProblem): where to add it, unless %CVN_CSV_MAX_PROBLEMS are there
 * @line: 0 for the file as a whole
 * @heading: (nullable): the column
 * @found: (nullable): the cell
 * @code: of CvnError
 * @message: a sentence
 */
void
cvn_csv_problems_add (GPtrArray *problems, guint line, const char *heading, const char *found, int code, const char *message)
{
  const GError error = { CVN_ERROR, code, (char *) (guintptr) message };

  if (problems->len < CVN_CSV_MAX_PROBLEMS)
    g_ptr_array_add (problems, cvn_csv_problem_new (line, heading, found, &error));
}

/* Fields with a form of their own are checked by it, and a company's number may look like a person's. Choices and
 * references are kept as what they stand for, never as they are written. */
static gboolean
is_free (const CvnField *field)
{
  return field->type == CVN_FIELD_NOTE ||
         (field->type == CVN_FIELD_TEXT && (field->format == CVN_FORMAT_NONE || field->format == CVN_FORMAT_CODE));
}

static gboolean
refers_to_itself (const CvnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].refers_to, kind->name) == 0)
      return TRUE;

  return FALSE;
}

static void
set_up_column (CvnCsvSurvey *self, guint i)
{
  const CvnCsvColumn *source = cvn_csv_mapping_get_column (self->mapping, i);
  const CvnKind      *kind = cvn_csv_mapping_get_kind (self->mapping);
  gboolean            known = source->field >= 0;
  const CvnField     *field = known ? &kind->fields[source->field] : NULL;
  Column             *column = &self->columns[i];

  column->dates = source->dates;
  column->is_free = !source->id && (!known || is_free (field) || cvn_bsn_context_header_names_bsn (source->heading));
  column->is_date = known && (field->type == CVN_FIELD_DATE || field->type == CVN_FIELD_PARTIAL_DATE ||
                              field->type == CVN_FIELD_LOCAL_TIME);
  column->is_key = (source->id || (known && (field->flags & CVN_FIELD_KEY) != 0)) && refers_to_itself (kind);
}

/**
 * cvn_csv_survey_new:
 * @mapping: which column is which field; must stay as long as the survey
 * @language: of the file's numbers and dates
 * @problems: (element-type CvnCsvProblem): where problems are added
 *
 * Returns: (transfer full): a survey that has seen no row yet
 */
CvnCsvSurvey *
cvn_csv_survey_new (const CvnCsvMapping *mapping, CvnLanguage language, GPtrArray *problems)
{
  CvnCsvSurvey *self = g_new0 (CvnCsvSurvey, 1);
  guint         n = cvn_csv_mapping_get_n_columns (mapping);

  self->mapping = mapping;
  self->language = language;
  self->problems = g_ptr_array_ref (problems);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->columns = g_new0 (Column, n);
  for (guint i = 0; i < n; i++)
    set_up_column (self, i);

  return self;
}

/** cvn_csv_survey_free: frees the survey; nothing happens to NULL. */
void
cvn_csv_survey_free (CvnCsvSurvey *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->keys);
  g_free (self->columns);
  g_free (self);
}

/* The two numbers before the year in 3-4-2019, 03/04/2019 or 3.4.2019, a time after it or not. */
static gboolean
read_day_and_month (const char *text, guint64 *a, guint64 *b)
{
  char *end;
  char  mark;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  *a = g_ascii_strtoull (text, &end, 10);
  mark = *end;
  if (*a > 31 || mark == '\0' || strchr ("-/.", mark) == NULL || !g_ascii_isdigit (end[1]))
    return FALSE;
  *b = g_ascii_strtoull (end + 1, &end, 10);

  return *b <= 31 && *end == mark && g_ascii_isdigit (end[1]);
}

static void
see_date (Column *column, const char *text, guint line)
{
  guint64 a, b;

  while (*text == ' ')
    text++;
  if (!read_day_and_month (text, &a, &b) || a == b)
    return;
  if (a > 12 && b <= 12 && column->day_first_line == 0)
    column->day_first_line = line;
  else if (b > 12 && a <= 12 && column->month_first_line == 0)
    column->month_first_line = line;
  else if (a <= 12 && b <= 12 && column->unclear_line == 0)
    column->unclear_line = line;
}

/* Settles nearly all cells in one look at each byte. */
static gboolean
has_eight_digits (const CvnCsvCell *cell)
{
  guint digits = 0;

  for (gsize i = 0; i < cell->length; i++)
    digits += g_ascii_isdigit (cell->text[i]);

  return digits >= 8;
}

static void
see_words (CvnCsvSurvey *self, guint i, const CvnCsvCell *cell, guint line)
{
  const char *heading = cvn_csv_mapping_get_column (self->mapping, i)->heading;

  if (!has_eight_digits (cell))
    return;
  cvn_bsn_column_add (&self->columns[i].numbers, cell->text);
  if (cvn_bsn_scan (cell->text, heading, NULL) == CVN_BSN_CERTAIN)
    cvn_csv_problems_add (self->problems, line, heading, cell->text, CVN_ERROR_BSN,
                          _("This is a citizen service number (BSN), which may not be kept here. Take it out of the file."));
}

/** cvn_csv_survey_add: looks at one row. */
void
cvn_csv_survey_add (CvnCsvSurvey *self, const CvnCsvRow *row)
{
  guint n = MIN (row->n_cells, cvn_csv_mapping_get_n_columns (self->mapping));

  self->n_rows++;
  for (guint i = 0; i < n; i++)
    {
      const CvnCsvCell *cell = &row->cells[i];
      Column           *column = &self->columns[i];

      if (cell->length == 0)
        continue;
      if (column->is_free)
        see_words (self, i, cell, row->line);
      if (column->is_date)
        see_date (column, cell->text, row->line);
      if (column->is_key)
        g_hash_table_add (self->keys, g_strstrip (g_strdup (cell->text)));
    }
}

static void
decide_dates (CvnCsvSurvey *self, Column *column, const char *heading)
{
  if (column->dates != CVN_CSV_DATES_BY_COLUMN)
    return;
  if (column->day_first_line > 0 && column->month_first_line > 0)
    cvn_csv_problems_add (self->problems, MAX (column->day_first_line, column->month_first_line), heading, NULL, CVN_ERROR_AMBIGUOUS,
                          _("Some dates in this column put the day first, others the month."));
  else if (column->month_first_line > 0)
    column->dates = CVN_CSV_DATES_MONTH_FIRST;
  else if (column->day_first_line > 0 || self->language == CVN_LANGUAGE_NL)
    column->dates = CVN_CSV_DATES_DAY_FIRST;
  else if (column->unclear_line > 0)
    cvn_csv_problems_add (self->problems, column->unclear_line, heading, NULL, CVN_ERROR_AMBIGUOUS,
                          _("Nothing in this column tells whether the day or the month comes first. Choose one of them."));
}

/** cvn_csv_survey_end: draws the conclusions once all rows have been added. */
void
cvn_csv_survey_end (CvnCsvSurvey *self)
{
  for (guint i = 0; i < cvn_csv_mapping_get_n_columns (self->mapping); i++)
    {
      const CvnCsvColumn *source = cvn_csv_mapping_get_column (self->mapping, i);

      if (self->columns[i].is_date)
        decide_dates (self, &self->columns[i], source->heading);
      if (source->field >= 0 && cvn_bsn_column_is_suspect (&self->columns[i].numbers))
        cvn_csv_problems_add (self->problems, 0, source->heading, NULL, CVN_ERROR_BSN,
                              _("These look like citizen service numbers (BSN), which may not be kept here. Leave the column out."));
    }
}

/** cvn_csv_survey_get_n_rows: how many rows were added. */
guint
cvn_csv_survey_get_n_rows (const CvnCsvSurvey *self)
{
  return self->n_rows;
}

/** cvn_csv_survey_get_dates: how dates in a column are to be read. */
CvnCsvDates
cvn_csv_survey_get_dates (const CvnCsvSurvey *self, guint column)
{
  return self->columns[column].dates;
}

/** cvn_csv_survey_has_key: whether a row of the file has this key; only known for kinds that refer to themselves. */
gboolean
cvn_csv_survey_has_key (const CvnCsvSurvey *self, const char *key)
{
  return g_hash_table_contains (self->keys, key);
}
