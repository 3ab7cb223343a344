/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-decoder"

#include "cvn-csv-decoder.h"

#include "cvn-csv-guard.h"
#include "cvn-error.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A column of codes repeats itself; one of free dates may not. */
#define MAX_KNOWN 20000

typedef struct
{
  const CvnField *field; /* NULL: left out */
  guint           place; /* of the field in the kind */
  gboolean        cents;
  gboolean        id;          /* of the record itself */
  CvnLanguage     language;    /* dates are read in */
  gboolean        month_first; /* dates are turned round first */
  GHashTable     *known;       /* cell → CvnValue, for columns that repeat themselves */
  const char     *last_cell;   /* of known: the one found last, as files are often sorted */
  const CvnValue *last_value;
} Column;

struct _CvnCsvDecoder
{
  const CvnCsvMapping *mapping;
  const CvnCsvSurvey  *survey;
  const CvnKind       *kind;
  CvnLanguage          language;
  CvnResolveFunc       resolve;
  gpointer             data;
  GPtrArray           *problems;
  guint                n_columns;
  Column              *columns;
  CvnRecord           *last; /* the record given out last, to be used again */
};

static void
free_value (gpointer value)
{
  cvn_value_clear (value);
  g_free (value);
}

/* Words and numbers of their own are not worth remembering. */
static gboolean
repeats_itself (const CvnField *field)
{
  return field->type != CVN_FIELD_TEXT && field->type != CVN_FIELD_NOTE &&
         field->type != CVN_FIELD_MONEY && field->type != CVN_FIELD_INTEGER;
}

static void
set_up_column (CvnCsvDecoder *self, guint i)
{
  const CvnCsvColumn *source = cvn_csv_mapping_get_column (self->mapping, i);
  Column             *column = &self->columns[i];
  CvnCsvDates         dates = cvn_csv_survey_get_dates (self->survey, i);

  column->id = source->id;
  if (source->field < 0)
    return;

  column->place = (guint) source->field;
  column->field = &self->kind->fields[column->place];
  column->cents = source->cents;
  column->language = dates == CVN_CSV_DATES_DAY_FIRST ? CVN_LANGUAGE_NL : self->language;
  column->month_first = dates == CVN_CSV_DATES_MONTH_FIRST;
  if (repeats_itself (column->field))
    column->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

/**
 * cvn_csv_decoder_new:
 * @mapping: which column is which field
 * @survey: of all rows of the file, ended
 * @language: of decimals, dates and words
 * @resolve: finds the records that cells refer to
 * @data: for @resolve
 * @problems: (element-type CvnCsvProblem): where problems are added
 *
 * @mapping and @survey must stay as long as the decoder. Used by one thread, that of @resolve.
 *
 * Returns: (transfer full): a decoder
 */
CvnCsvDecoder *
cvn_csv_decoder_new (const CvnCsvMapping *mapping, const CvnCsvSurvey *survey, CvnLanguage language,
                     CvnResolveFunc resolve, gpointer data, GPtrArray *problems)
{
  CvnCsvDecoder *self = g_new0 (CvnCsvDecoder, 1);

  self->mapping = mapping;
  self->survey = survey;
  self->kind = cvn_csv_mapping_get_kind (mapping);
  self->language = language;
  self->resolve = resolve;
  self->data = data;
  self->problems = g_ptr_array_ref (problems);
  self->n_columns = cvn_csv_mapping_get_n_columns (mapping);
  self->columns = g_new0 (Column, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    set_up_column (self, i);

  return self;
}

/** cvn_csv_decoder_free: frees the decoder; nothing happens to NULL. */
void
cvn_csv_decoder_free (CvnCsvDecoder *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->columns[i].known, g_hash_table_unref);
  g_ptr_array_unref (self->problems);
  g_clear_object (&self->last);
  g_free (self->columns);
  g_free (self);
}

/* Digits and perhaps a minus, at most eighteen of them: what nearly all numbers in files are. */
static gboolean
read_digits (const CvnCsvCell *cell, gint64 *integer)
{
  const char *at = cell->text;
  gboolean    negative = *at == '-';
  gint64      value = 0;

  at += negative;
  if (cell->length - negative == 0 || cell->length - negative > 18)
    return FALSE;
  for (; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at))
        return FALSE;
      value = value * 10 + (*at - '0');
    }

  *integer = negative ? -value : value;
  return TRUE;
}

/* 3/25/2019, and with a time after it, as 2019-03-25. */
static char *
turn_date (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "-/.", 3);
  guint64 month, day;

  if (g_strv_length (parts) != 3 || strlen (parts[2]) < 4 ||
      !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 1, 31, &month, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, 31, &day, NULL))
    return g_strdup (text);

  return g_strdup_printf ("%.4s-%02u-%02u%s", parts[2], (guint) month, (guint) day, parts[2] + 4);
}

static gboolean
parse_date (const Column *column, const char *text, CvnValue *value, GError **error)
{
  g_autofree char *turned = column->month_first ? turn_date (text) : NULL;

  return cvn_field_parse (column->field, turned != NULL ? turned : text, column->language, value, error);
}

static gboolean
parse_reference (CvnCsvDecoder *self, const Column *column, const char *text, CvnValue *value, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *id = NULL;

  if (*stripped == '\0')
    return TRUE;
  id = self->resolve (cvn_kind_find (column->field->refers_to), stripped, self->data, error);
  if (id == NULL)
    return FALSE;

  cvn_value_take_text (value, g_steal_pointer (&id));
  return TRUE;
}

static gboolean
parse_text (CvnCsvDecoder *self, const Column *column, const CvnCsvCell *cell, CvnValue *value, GError **error)
{
  const char *text = cvn_csv_guard_skip (cell->text);
  gsize       length = cell->length - (gsize) (text - cell->text);

  if (column->field->format == CVN_FORMAT_NONE && length > 0 &&
      !g_ascii_isspace (text[0]) && !g_ascii_isspace (text[length - 1]))
    {
      cvn_value_take_text (value, g_strndup (text, length));
      return TRUE;
    }

  return cvn_field_parse (column->field, text, self->language, value, error);
}

static gboolean
parse_cents (CvnCsvDecoder *self, const Column *column, const CvnCsvCell *cell, CvnValue *value, GError **error)
{
  gint64 cents;

  if (read_digits (cell, &cents))
    {
      cvn_value_set_integer (value, cents);
      return TRUE;
    }

  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("Expected whole cents, as the heading says."));
  return FALSE;
}

static gboolean
parse_cell (CvnCsvDecoder *self, const Column *column, const CvnCsvCell *cell, CvnValue *value, GError **error)
{
  gint64 integer;

  switch (column->field->type)
    {
    case CVN_FIELD_TEXT:
    case CVN_FIELD_NOTE:
      return parse_text (self, column, cell, value, error);
    case CVN_FIELD_MONEY:
      if (column->cents)
        return parse_cents (self, column, cell, value, error);
      break;
    case CVN_FIELD_INTEGER:
      if (!read_digits (cell, &integer))
        break;
      cvn_value_set_integer (value, integer);
      return TRUE;
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
    case CVN_FIELD_LOCAL_TIME:
      return parse_date (column, cell->text, value, error);
    case CVN_FIELD_REFERENCE:
      return parse_reference (self, column, cell->text, value, error);
    case CVN_FIELD_BOOLEAN:
    case CVN_FIELD_MONTH:
    case CVN_FIELD_CHOICE:
      break;
    default:
      g_assert_not_reached ();
    }

  return cvn_field_parse (column->field, cell->text, self->language, value, error);
}

static const CvnValue *
find_known (Column *column, const CvnCsvCell *cell)
{
  gpointer text, value;

  if (column->known == NULL)
    return NULL;
  if (column->last_cell != NULL && strcmp (column->last_cell, cell->text) == 0)
    return column->last_value;
  if (!g_hash_table_lookup_extended (column->known, cell->text, &text, &value))
    return NULL;

  column->last_cell = text;
  column->last_value = value;
  return value;
}

static gboolean
read_cell (CvnCsvDecoder *self, Column *column, const CvnCsvCell *cell, CvnValue *value, GError **error)
{
  const CvnValue *known = find_known (column, cell);
  CvnValue       *copy;

  if (known != NULL)
    {
      cvn_value_copy (known, value);
      return TRUE;
    }
  if (!parse_cell (self, column, cell, value, error))
    return FALSE;
  if (column->known == NULL || g_hash_table_size (column->known) >= MAX_KNOWN)
    return TRUE;

  copy = g_new0 (CvnValue, 1);
  cvn_value_copy (value, copy);
  g_hash_table_insert (column->known, g_strdup (cell->text), copy);
  return TRUE;
}

/* A row that is longer or shorter than the headings has shifted: no cell of it can be trusted. */
static gboolean
check_length (CvnCsvDecoder *self, const CvnCsvRow *row)
{
  g_autofree char *message = NULL;
  guint            n = row->n_cells;

  while (n > self->n_columns && row->cells[n - 1].length == 0)
    n--;
  if (n == self->n_columns)
    return TRUE;

  message = g_strdup_printf (ngettext ("Expected %u cell, as in the first row of the file, but found %u.",
                                       "Expected %u cells, as in the first row of the file, but found %u.", self->n_columns),
                             self->n_columns, n);
  cvn_csv_problems_add (self->problems, row->line, NULL, NULL, CVN_ERROR_FORMAT, message);
  return FALSE;
}

/* Whether the row that is referred to is another one of this file. */
static gboolean
is_to_come (CvnCsvDecoder *self, const Column *column, const CvnCsvCell *cell, const GError *error)
{
  g_autofree char *key = NULL;

  if (!g_error_matches (error, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE) || column->field == NULL ||
      g_strcmp0 (column->field->refers_to, self->kind->name) != 0)
    return FALSE;

  key = g_strstrip (g_strdup (cell->text));
  return cvn_csv_survey_has_key (self->survey, key);
}

static void
set_value (CvnRecord *record, guint place, CvnValue *value)
{
  if (value->type == CVN_VALUE_TEXT)
    cvn_record_take_text (record, place, g_steal_pointer (&value->text));
  else if (value->type == CVN_VALUE_INTEGER)
    cvn_record_put_integer (record, place, value->integer);
}

/* A record without a name of its own is known by its id, also in another centre's file. */
static gboolean
read_id (const CvnCsvCell *cell, CvnRecord *record, GError **error)
{
  if (!cvn_ulid_is_valid (cell->text))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("This is no id of a record. Leave the cell empty for a new one."));
      return FALSE;
    }

  cvn_record_set_id (record, cell->text);
  return TRUE;
}

/* To make an object and take it down again costs as much as to read the row: when the caller has let go of the last one, it serves
 * once more. Nobody else can take hold of it then. */
static CvnRecord *
make_record (CvnCsvDecoder *self)
{
  if (self->last != NULL && g_atomic_int_get (&G_OBJECT (self->last)->ref_count) == 1)
    cvn_record_clear (self->last);
  else
    {
      g_clear_object (&self->last);
      self->last = cvn_record_new (self->kind);
    }

  return g_object_ref (self->last);
}

/**
 * cvn_csv_decoder_decode:
 * @row: a row of the file, not the first
 * @last: whether rows that could be waited for will not come any more
 * @record: (out) (transfer full): the record, holding the fields that the file has; with an id only where the file has it
 *
 * All cells are read even if one is wrong, so that a person sees all that has to be mended. Rules over several fields
 * and required fields are for the store to check: the row may be an update of a record that has them.
 */
CvnCsvDecoded
cvn_csv_decoder_decode (CvnCsvDecoder *self, const CvnCsvRow *row, gboolean last, CvnRecord **record)
{
  g_autoptr (CvnRecord) made = NULL;
  CvnCsvDecoded result = CVN_CSV_DECODED;

  if (!check_length (self, row))
    return CVN_CSV_REFUSED;

  made = make_record (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];
      g_autoptr (GError) error = NULL;
      g_auto (CvnValue) value = CVN_VALUE_INIT;

      if ((column->field == NULL && !column->id) || row->cells[i].length == 0)
        continue;
      if (column->id ? read_id (&row->cells[i], made, &error) : read_cell (self, column, &row->cells[i], &value, &error))
        set_value (made, column->place, &value);
      else if (!last && is_to_come (self, column, &row->cells[i], error))
        return CVN_CSV_WAITING;
      else
        {
          cvn_csv_problems_add (self->problems, row->line, cvn_csv_mapping_get_column (self->mapping, i)->heading,
                                row->cells[i].text, error->code, error->message);
          result = CVN_CSV_REFUSED;
        }
    }

  if (result == CVN_CSV_DECODED)
    *record = g_steal_pointer (&made);
  return result;
}

/** cvn_csv_decoder_merge: gives @onto the values of the fields that the file has, the empty ones too. */
void
cvn_csv_decoder_merge (CvnCsvDecoder *self, CvnRecord *decoded, CvnRecord *onto)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].field != NULL)
      cvn_record_set_value (onto, self->columns[i].place, cvn_record_get_value (decoded, self->columns[i].place));
}

/* The finaliser of splitmix64: every bit of the input moves half of the bits of the output. */
static guint64
stir (guint64 bits)
{
  bits = (bits ^ (bits >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  bits = (bits ^ (bits >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return bits ^ (bits >> 31);
}

static guint64
hash_text (guint64 hash, const char *text)
{
  gsize   length = strlen (text);
  guint64 word = 0;

  for (; length >= sizeof word; length -= sizeof word, text += sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = stir (hash ^ word) + sizeof word;
    }
  word = 0;
  memcpy (&word, text, length);
  return stir (hash ^ word) + length;
}

/* An empty value counts too. */
static guint64
hash_value (guint64 hash, const CvnValue *value)
{
  hash = stir (hash + (guint64) value->type + 1);
  if (value->type == CVN_VALUE_INTEGER)
    return stir (hash ^ (guint64) value->integer);
  if (value->type == CVN_VALUE_NONE)
    return hash;

  return hash_text (hash, value->text);
}

/**
 * cvn_csv_hash_fields:
 * @fields: (array length=n_fields): places of fields
 *
 * Returns: a number over the values of these fields, which tells rows and stored records apart while a file is read.
 *   Not to be kept: another version may count otherwise
 */
guint64
cvn_csv_hash_fields (CvnRecord *record, const guint *fields, guint n_fields)
{
  guint64 hash = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  for (guint i = 0; i < n_fields; i++)
    hash = hash_value (hash, cvn_record_get_value (record, fields[i]));

  return hash;
}

/** cvn_csv_hash_text: a number over @text, for the same use. */
guint64
cvn_csv_hash_text (const char *text)
{
  return hash_text (G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), text);
}

/**
 * cvn_csv_decoder_report:
 * @row: (nullable): the row
 * @error: why the store did not take it; its field, if it names one, tells the column
 */
void
cvn_csv_decoder_report (CvnCsvDecoder *self, const CvnCsvRow *row, const GError *error)
{
  const char *name = cvn_error_get_field (error);
  int         field = name != NULL ? cvn_kind_find_field (self->kind, name) : -1;
  int         column = field >= 0 ? cvn_csv_mapping_find_field (self->mapping, (guint) field) : -1;
  const char *heading = column >= 0  ? cvn_csv_mapping_get_column (self->mapping, (guint) column)->heading
                        : field >= 0 ? _(self->kind->fields[field].label)
                                     : NULL;
  const char *found = column >= 0 && (guint) column < row->n_cells ? row->cells[column].text : NULL;

  cvn_csv_problems_add (self->problems, row->line, heading, found, error->code, error->message);
}
