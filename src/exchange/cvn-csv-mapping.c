/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-mapping"

#include "cvn-csv-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The kind's name; then heading, field ("" = left out), cents and order of dates of each column. */
#define STORED_AS "(sa(ssbu))"

struct _CvnCsvMapping
{
  const CvnKind *kind;
  GArray        *columns; /* of CvnCsvColumn */
};

static void
clear_column (gpointer column)
{
  g_free (((CvnCsvColumn *) column)->heading);
}

static CvnCsvMapping *
make (const CvnKind *kind, guint n_columns)
{
  CvnCsvMapping *self = g_new0 (CvnCsvMapping, 1);

  self->kind = kind;
  self->columns = g_array_sized_new (FALSE, TRUE, sizeof (CvnCsvColumn), n_columns);
  g_array_set_clear_func (self->columns, clear_column);

  return self;
}

static CvnCsvColumn *
get_column (const CvnCsvMapping *self, guint column)
{
  return &g_array_index (self->columns, CvnCsvColumn, column);
}

static gboolean
matches (const CvnField *field, const char *heading)
{
  g_autofree char *joined = g_strdelimit (g_strdup (heading), " -", '_');

  return cvn_field_matches_heading (field, heading) || cvn_field_matches_heading (field, joined) ||
         g_ascii_strcasecmp (_(field->label), heading) == 0;
}

/* "bedrag_cent" and "amount_cents" without their ending, or NULL. */
static char *
strip_cents (const char *heading)
{
  static const char *const endings[] = { "_cent", "_cents", " cent", " cents", " (cent)", " (cents)" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize length = strlen (heading), end = strlen (endings[i]);

      if (length > end && g_ascii_strcasecmp (heading + length - end, endings[i]) == 0)
        return g_strndup (heading, length - end);
    }

  return NULL;
}

static int
find_free (const CvnCsvMapping *self, const char *heading, gboolean only_money)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((!only_money || self->kind->fields[i].type == CVN_FIELD_MONEY) &&
        cvn_csv_mapping_find_field (self, i) < 0 && matches (&self->kind->fields[i], heading))
      return (int) i;

  return -1;
}

static gboolean
is_derived (const CvnKind *kind, const char *heading)
{
  g_auto (GStrv) words = g_strsplit (kind->derived != NULL ? kind->derived : "", "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], heading) == 0)
      return TRUE;

  return FALSE;
}

static void
match_column (CvnCsvMapping *self, CvnCsvColumn *column)
{
  g_autofree char *amount = strip_cents (column->heading);

  if (amount != NULL)
    {
      column->field = find_free (self, amount, TRUE);
      if (column->field < 0)
        column->field = find_free (self, column->heading, TRUE);
      column->cents = column->field >= 0;
    }
  if (column->field < 0)
    column->field = find_free (self, column->heading, FALSE);
  column->derived = column->field < 0 && is_derived (self->kind, column->heading);
  column->id = column->field < 0 && !cvn_csv_mapping_has_id (self) && g_ascii_strcasecmp (column->heading, CVN_CSV_ID_HEADING) == 0;
}

/**
 * cvn_csv_mapping_new:
 * @kind: what the file holds
 * @headings: the first row of the file
 *
 * Finds the field of each column by its name, its English or translated label or one of its Dutch headings.
 * Amounts are euros, or cents where the heading ends in "_cent". Of two columns for one field the first counts.
 *
 * Returns: (transfer full): the mapping
 */
CvnCsvMapping *
cvn_csv_mapping_new (const CvnKind *kind, const CvnCsvRow *headings)
{
  CvnCsvMapping *self;

  g_return_val_if_fail (kind != NULL && headings != NULL, NULL);

  self = make (kind, headings->n_cells);
  for (guint i = 0; i < headings->n_cells; i++)
    {
      CvnCsvColumn column = { g_strstrip (g_strdup (headings->cells[i].text)), -1, FALSE, FALSE, FALSE, CVN_CSV_DATES_BY_COLUMN };

      if (*column.heading != '\0')
        match_column (self, &column);
      g_array_append_val (self->columns, column);
    }

  return self;
}

/** cvn_csv_mapping_copy: (transfer full): an independent copy. */
CvnCsvMapping *
cvn_csv_mapping_copy (const CvnCsvMapping *self)
{
  CvnCsvMapping *copy = make (self->kind, self->columns->len);

  for (guint i = 0; i < self->columns->len; i++)
    {
      CvnCsvColumn column = *get_column (self, i);

      column.heading = g_strdup (column.heading);
      g_array_append_val (copy->columns, column);
    }

  return copy;
}

/** cvn_csv_mapping_free: frees the mapping; nothing happens to NULL. */
void
cvn_csv_mapping_free (CvnCsvMapping *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_free (self);
}

/** cvn_csv_mapping_get_kind: what the file holds. */
const CvnKind *
cvn_csv_mapping_get_kind (const CvnCsvMapping *self)
{
  return self->kind;
}

/** cvn_csv_mapping_get_n_columns: how many columns the file has. */
guint
cvn_csv_mapping_get_n_columns (const CvnCsvMapping *self)
{
  return self->columns->len;
}

/** cvn_csv_mapping_get_column: (transfer none): what the column at place @column holds. */
const CvnCsvColumn *
cvn_csv_mapping_get_column (const CvnCsvMapping *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return get_column (self, column);
}

/** cvn_csv_mapping_find_field: the column that holds the field at place @field, or -1. */
int
cvn_csv_mapping_find_field (const CvnCsvMapping *self, guint field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->field == (int) field)
      return (int) i;

  return -1;
}

/** cvn_csv_mapping_has_id: whether a column has the ids of the records themselves. */
gboolean
cvn_csv_mapping_has_id (const CvnCsvMapping *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->id)
      return TRUE;

  return FALSE;
}

/** cvn_csv_mapping_dup_skipped: (transfer full): the headings of columns that nobody knows, derived ones not among them. */
char **
cvn_csv_mapping_dup_skipped (const CvnCsvMapping *self)
{
  g_autoptr (GStrvBuilder) skipped = g_strv_builder_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const CvnCsvColumn *column = get_column (self, i);

      if (column->field < 0 && !column->derived && !column->id && *column->heading != '\0')
        g_strv_builder_add (skipped, column->heading);
    }

  return g_strv_builder_end (skipped);
}

/**
 * cvn_csv_mapping_set_field:
 * @column: place in the file
 * @field: place in the kind, -1 to leave the column out
 * @cents: whether amounts are whole cents
 *
 * A field has one column: the one that held @field before is left out.
 */
void
cvn_csv_mapping_set_field (CvnCsvMapping *self, guint column, int field, gboolean cents)
{
  int before;

  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (field < (int) self->kind->n_fields);

  before = field >= 0 ? cvn_csv_mapping_find_field (self, (guint) field) : -1;
  if (before >= 0)
    get_column (self, (guint) before)->field = -1;
  get_column (self, column)->field = field;
  get_column (self, column)->id = get_column (self, column)->id && field < 0;
  get_column (self, column)->cents = cents && field >= 0 && self->kind->fields[field].type == CVN_FIELD_MONEY;
}

/** cvn_csv_mapping_set_dates: says how to read dates such as 03-04-2019 in a column. */
void
cvn_csv_mapping_set_dates (CvnCsvMapping *self, guint column, CvnCsvDates dates)
{
  g_return_if_fail (column < self->columns->len);

  get_column (self, column)->dates = dates;
}

static int
compare_headings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/** cvn_csv_mapping_dup_source: (transfer full): what files of one source have in common: a digest of kind and headings, whatever their order. */
char *
cvn_csv_mapping_dup_source (const CvnCsvMapping *self)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (headings, get_column (self, i)->heading);
  g_ptr_array_sort (headings, compare_headings);
  g_ptr_array_insert (headings, 0, (gpointer) (guintptr) self->kind->name);
  g_ptr_array_add (headings, NULL);
  joined = g_strjoinv ("\n", (char **) headings->pdata);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
}

/** cvn_csv_mapping_to_string: (transfer full): the mapping as one line of text, for cvn_csv_mapping_apply(). */
char *
cvn_csv_mapping_to_string (const CvnCsvMapping *self)
{
  g_autoptr (GVariant) stored = NULL;
  GVariantBuilder columns;

  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(ssbu)"));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const CvnCsvColumn *column = get_column (self, i);

      g_variant_builder_add (&columns, "(ssbu)", column->heading,
                             column->field >= 0 ? self->kind->fields[column->field].name : "",
                             column->cents, (guint) column->dates);
    }
  stored = g_variant_ref_sink (g_variant_new (STORED_AS, self->kind->name, &columns));

  return g_variant_print (stored, FALSE);
}

static void
apply_column (CvnCsvMapping *self, const char *heading, const char *field, gboolean cents, guint dates)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (get_column (self, i)->heading, heading))
      {
        cvn_csv_mapping_set_field (self, i, cvn_kind_find_field (self->kind, field), cents);
        get_column (self, i)->dates = dates <= CVN_CSV_DATES_MONTH_FIRST ? (CvnCsvDates) dates : CVN_CSV_DATES_BY_COLUMN;
      }
}

/**
 * cvn_csv_mapping_apply:
 * @string: what cvn_csv_mapping_to_string() gave for an earlier file of this source
 *
 * Takes over what was chosen for each heading; headings that are new keep what was found for them.
 *
 * Returns: FALSE when @string is not such a text, or is about another kind; nothing is changed then
 */
gboolean
cvn_csv_mapping_apply (CvnCsvMapping *self, const char *string)
{
  g_autoptr (GVariant) stored = g_variant_parse (G_VARIANT_TYPE (STORED_AS), string, NULL, NULL, NULL);
  g_autoptr (GVariantIter) columns = NULL;
  const char *kind, *heading, *field;
  gboolean    cents;
  guint       dates;

  if (stored == NULL)
    return FALSE;
  g_variant_get (stored, "(&sa(ssbu))", &kind, &columns);
  if (!g_str_equal (kind, self->kind->name))
    return FALSE;

  while (g_variant_iter_next (columns, "(&s&sbu)", &heading, &field, &cents, &dates))
    apply_column (self, heading, field, cents, dates);
  return TRUE;
}
