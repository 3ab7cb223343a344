/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-sheet"

#include "cvn-fee-sheet.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-month.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_MONTHS 12

/* A month without figures is asked for after this day of the next month: feature 58. */
#define DUE_DAY 10

/* How many earlier years a forecast looks at; those that fees-history has. */
#define N_EARLIER 5

/* What is known of one month: the sum of n_rows records. */
typedef struct
{
  guint  n_rows;
  gint64 values[CVN_FEE_MEASURE_REVENUE + 1];
} Cell;

/* A municipality; the first twelve cells are of the year before. */
typedef struct
{
  char *id;
  char *name;
  Cell  cells[2 * N_MONTHS];
} Place;

struct _CvnFeeSheet
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures;
  CvnFeeMeasure measure;
  char         *group; /* NULL: all */
  GPtrArray    *places;
  gboolean      missing[N_MONTHS];
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CvnFeeSheet, cvn_fee_sheet, G_TYPE_OBJECT)

static const char *const figure_names[] = { "fees-sheet", "fees-history", "fee-revenue-by-month", "registrations-by-municipality", "fees-tariffs", NULL };

static void
place_free (Place *place)
{
  g_free (place->id);
  g_free (place->name);
  g_free (place);
}

/* In a column of municipalities nobody needs to be told that they are. */
static const char *
strip_prefix (const char *name)
{
  static const char *const prefixes[] = { "Gemeente ", "Municipality of " };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return name + strlen (prefixes[i]);
  return name;
}

static const char *
find_name (CvnTable *table,
           guint     row)
{
  gboolean    dutch = cvn_interface_language () == CVN_LANGUAGE_NL;
  const char *name = cvn_table_get_text (table, row, dutch ? "name_nl" : "name_en");

  if (name == NULL)
    name = cvn_table_get_text (table, row, dutch ? "name_en" : "name_nl");
  return strip_prefix (name != NULL ? name : cvn_table_get_text (table, row, "id"));
}

static Place *
find_place (CvnFeeSheet *self,
            CvnTable    *table,
            guint        row)
{
  const char *id = cvn_table_get_text (table, row, "id");
  Place      *place = self->places->len > 0 ? self->places->pdata[self->places->len - 1] : NULL;

  if (place != NULL && g_str_equal (place->id, id))
    return place;
  place = g_new0 (Place, 1);
  place->id = g_strdup (id);
  place->name = g_strdup (find_name (table, row));
  g_ptr_array_add (self->places, place);
  return place;
}

static void
add_row (CvnFeeSheet *self,
         CvnTable    *table,
         guint        row,
         gint64       first_month)
{
  static const char *const columns[] = { "count", "paid", "revenue" };
  Place                   *place = find_place (self, table, row);
  const char              *group = cvn_table_get_text (table, row, "target_group");
  gint64                   month = cvn_table_get_integer (table, row, "month") - first_month;

  if (group == NULL || month < 0 || month >= (gint64) 2 * N_MONTHS || (self->group != NULL && !g_str_equal (group, self->group)))
    return;
  place->cells[month].n_rows += (guint) cvn_table_get_integer (table, row, "n_rows");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    place->cells[month].values[i] += cvn_table_get_integer (table, row, columns[i]);
}

static void
find_missing (CvnFeeSheet *self)
{
  CvnTable          *history = cvn_figure_set_get (self->figures, "fees-history");
  guint              n = cvn_table_get_n_rows (history);
  gint64             first = (gint64) cvn_figure_set_get_year (self->figures) * N_MONTHS;
  g_autofree gint64 *known = g_new (gint64, MAX (n, 1));
  g_autoptr (GArray) missing = NULL;
  CvnDate today;

  memset (self->missing, 0, sizeof self->missing);
  if (n == 0 || !cvn_date_parse_iso (cvn_centre_get_today (self->centre), &today, NULL))
    return;
  for (guint i = 0; i < n; i++)
    known[i] = cvn_table_get_integer (history, i, "month");
  missing = cvn_fee_find_missing_months (known, n, MAX (first, known[0]), &today, DUE_DAY);
  for (guint i = 0; i < missing->len; i++)
    {
      gint64 month = g_array_index (missing, gint64, i) - first;

      if (month < N_MONTHS)
        self->missing[month] = TRUE;
    }
}

static void
fill (CvnFeeSheet *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "fees-sheet");
  gint64    first_month = ((gint64) cvn_figure_set_get_year (self->figures) - 1) * N_MONTHS;

  if (table == NULL)
    return;
  g_ptr_array_set_size (self->places, 0);
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    add_row (self, table, row, first_month);
  find_missing (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
cvn_fee_sheet_dispose (GObject *object)
{
  CvnFeeSheet *self = CVN_FEE_SHEET (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_fee_sheet_parent_class)->dispose (object);
}

static void
cvn_fee_sheet_finalize (GObject *object)
{
  CvnFeeSheet *self = CVN_FEE_SHEET (object);

  g_free (self->group);
  g_ptr_array_unref (self->places);
  G_OBJECT_CLASS (cvn_fee_sheet_parent_class)->finalize (object);
}

static void
cvn_fee_sheet_class_init (CvnFeeSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_fee_sheet_dispose;
  object_class->finalize = cvn_fee_sheet_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_FEE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_fee_sheet_init (CvnFeeSheet *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
}

/** cvn_fee_sheet_new: (transfer full): registrations of all groups in the year in focus of @centre, which are being read. Main thread. */
CvnFeeSheet *
cvn_fee_sheet_new (CvnCentre *centre)
{
  CvnFeeSheet *self = g_object_new (CVN_TYPE_FEE_SHEET, NULL);

  self->centre = g_object_ref (centre);
  self->figures = cvn_figure_set_new (centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_fee_sheet_get_centre: the centre, owned by the sheet. */
CvnCentre *
cvn_fee_sheet_get_centre (CvnFeeSheet *self)
{
  return self->centre;
}

/** cvn_fee_sheet_get_figures: the figures that the sheet is made of, owned by it. */
CvnFigureSet *
cvn_fee_sheet_get_figures (CvnFeeSheet *self)
{
  return self->figures;
}

/** cvn_fee_sheet_is_loaded: whether the numbers are there. */
gboolean
cvn_fee_sheet_is_loaded (CvnFeeSheet *self)
{
  return cvn_figure_set_is_loaded (self->figures);
}

/** cvn_fee_sheet_get_year: the year of the months. */
int
cvn_fee_sheet_get_year (CvnFeeSheet *self)
{
  return cvn_figure_set_get_year (self->figures);
}

/** cvn_fee_sheet_get_measure: what the numbers are. */
CvnFeeMeasure
cvn_fee_sheet_get_measure (CvnFeeSheet *self)
{
  return self->measure;
}

/** cvn_fee_sheet_set_measure: shows other numbers. */
void
cvn_fee_sheet_set_measure (CvnFeeSheet  *self,
                           CvnFeeMeasure measure)
{
  g_return_if_fail (measure <= CVN_FEE_MEASURE_REVENUE);

  if (self->measure == measure)
    return;
  self->measure = measure;
  g_signal_emit (self, changed_signal, 0);
}

/** cvn_fee_sheet_get_group: the code of the group that is counted, or NULL for all. */
const char *
cvn_fee_sheet_get_group (CvnFeeSheet *self)
{
  return self->group;
}

/** cvn_fee_sheet_set_group: (nullable): counts the group with this code, or all. */
void
cvn_fee_sheet_set_group (CvnFeeSheet *self,
                         const char  *group)
{
  if (g_strcmp0 (self->group, group) == 0)
    return;
  g_free (self->group);
  self->group = g_strdup (group);
  fill (self);
}

/** cvn_fee_sheet_get_group_label: what the group is called, in the interface's language. */
const char *
cvn_fee_sheet_get_group_label (CvnFeeSheet *self)
{
  const CvnKind  *kind = cvn_kind_find ("registration_count");
  const CvnField *field = &kind->fields[cvn_kind_find_field (kind, "target_group")];

  return self->group != NULL ? _(cvn_field_find_choice (field, self->group)->label) : _("All groups");
}

/** cvn_fee_sheet_is_editable: whether the numbers are those of single records: of one group, and not worked out. */
gboolean
cvn_fee_sheet_is_editable (CvnFeeSheet *self)
{
  return self->group != NULL && self->measure != CVN_FEE_MEASURE_REVENUE && !cvn_centre_is_read_only (self->centre);
}

/** cvn_fee_sheet_get_n_rows: how many municipalities. */
guint
cvn_fee_sheet_get_n_rows (CvnFeeSheet *self)
{
  return self->places->len;
}

static Place *
get_place (CvnFeeSheet *self,
           guint        row)
{
  return g_ptr_array_index (self->places, row);
}

/** cvn_fee_sheet_get_id: the municipality's id. */
const char *
cvn_fee_sheet_get_id (CvnFeeSheet *self,
                      guint        row)
{
  g_return_val_if_fail (row < self->places->len, NULL);
  return get_place (self, row)->id;
}

/** cvn_fee_sheet_get_name: the municipality's name, without the word municipality. */
const char *
cvn_fee_sheet_get_name (CvnFeeSheet *self,
                        guint        row)
{
  g_return_val_if_fail (row < self->places->len, NULL);
  return get_place (self, row)->name;
}

/** cvn_fee_sheet_get: the number of a municipality in a month, 0 to 11; FALSE when nothing is known. */
gboolean
cvn_fee_sheet_get (CvnFeeSheet *self,
                   guint        row,
                   guint        month,
                   gint64      *value)
{
  const Cell *cell;

  g_return_val_if_fail (row < self->places->len && month < N_MONTHS, FALSE);
  cell = &get_place (self, row)->cells[N_MONTHS + month];
  *value = cell->values[self->measure];
  return cell->n_rows > 0;
}

/** cvn_fee_sheet_sum: the sum over a row or %CVN_FEE_ALL, and a month or %CVN_FEE_ALL, of the year or the one before. */
gint64
cvn_fee_sheet_sum (CvnFeeSheet *self,
                   int          row,
                   int          month,
                   gboolean     last_year)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->places->len; i++)
    for (guint m = 0; m < N_MONTHS && (row < 0 || i == (guint) row); m++)
      if (month < 0 || m == (guint) month)
        sum += get_place (self, i)->cells[(last_year ? 0 : N_MONTHS) + m].values[self->measure];
  return sum;
}

/** cvn_fee_sheet_format: (transfer full): a number as it is shown: whole euros for revenue, unless there are cents. */
char *
cvn_fee_sheet_format (CvnFeeSheet *self,
                      gint64       value)
{
  CvnLanguage language = cvn_interface_language ();

  if (self->measure != CVN_FEE_MEASURE_REVENUE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return value % 100 == 0 ? cvn_money_format_euro_short (value, language) : cvn_money_format_euro (value, language);
}

/** cvn_fee_sheet_dup_cell_name: (transfer full): "Leiden, March 2020, Researcher". */
char *
cvn_fee_sheet_dup_cell_name (CvnFeeSheet *self,
                             guint        row,
                             guint        month)
{
  g_autofree char *when = cvn_month_format ((gint64) cvn_fee_sheet_get_year (self) * N_MONTHS + month, cvn_interface_language ());

  return g_strdup_printf ("%s, %s, %s", cvn_fee_sheet_get_name (self, row), when, cvn_fee_sheet_get_group_label (self));
}

/**
 * cvn_fee_sheet_check:
 * @value: (nullable): what the cell shall hold; NULL to empty it
 *
 * Whether the cell can be changed so: what the kind says of a record with this number, before it is written.
 */
gboolean
cvn_fee_sheet_check (CvnFeeSheet  *self,
                     guint         row,
                     guint         month,
                     const gint64 *value,
                     GError      **error)
{
  const CvnKind *kind = cvn_kind_find ("registration_count");
  g_autoptr (CvnRecord) record = cvn_record_new (kind);
  const Cell *cell = &get_place (self, row)->cells[N_MONTHS + month];
  gint64      count = cell->values[CVN_FEE_MEASURE_COUNT];
  gint64      paid = cell->values[CVN_FEE_MEASURE_PAID];

  if (cell->n_rows > 1)
    return cvn_check_fail (error, "count", _("This is the sum of several records: change them under “Registers”."));
  if (self->measure == CVN_FEE_MEASURE_COUNT && value == NULL && paid > 0)
    return cvn_check_fail (error, "count", _("There are paid registrations in this month: empty those first."));
  if (self->measure == CVN_FEE_MEASURE_COUNT)
    count = value != NULL ? *value : 0;
  else
    paid = value != NULL ? *value : 0;
  cvn_record_set_integer (record, "month", (gint64) cvn_fee_sheet_get_year (self) * N_MONTHS + month);
  cvn_record_set_text (record, "municipality", get_place (self, row)->id);
  cvn_record_set_text (record, "target_group", self->group != NULL ? self->group : "other");
  cvn_record_set_integer (record, "count", count);
  cvn_record_set_integer (record, "paid_count", paid);
  return cvn_record_check (record, error);
}

/** cvn_fee_sheet_is_missing: whether nobody has figures for the month, 0 to 11, although they are due. */
gboolean
cvn_fee_sheet_is_missing (CvnFeeSheet *self,
                          guint        month)
{
  g_return_val_if_fail (month < N_MONTHS, FALSE);
  return self->missing[month];
}

/**
 * cvn_fee_sheet_forecast:
 * @forecast: (out): revenue in cents; undefined on error
 *
 * The revenue of the year with its open months, those without figures, estimated from up to five whole years before: see
 * cvn_fee_forecast_make(). Fails with %CVN_ERROR_NOT_FOUND when there is nothing to estimate from.
 */
gboolean
cvn_fee_sheet_forecast (CvnFeeSheet    *self,
                        CvnFeeForecast *forecast,
                        GError        **error)
{
  CvnTable  *history = cvn_figure_set_get (self->figures, "fees-history");
  CvnFeeYear years[N_EARLIER + 1] = { 0 };
  gint64     first = ((gint64) cvn_figure_set_get_year (self->figures) - N_EARLIER) * N_MONTHS;

  for (guint row = 0; history != NULL && row < cvn_table_get_n_rows (history); row++)
    {
      gint64 month = cvn_table_get_integer (history, row, "month") - first;

      g_return_val_if_fail (month >= 0 && month < (gint64) (N_EARLIER + 1) * N_MONTHS, FALSE);
      years[month / N_MONTHS].months[month % N_MONTHS] = cvn_table_get_integer (history, row, "revenue");
      years[month / N_MONTHS].known[month % N_MONTHS] = TRUE;
    }
  return cvn_fee_forecast_make (years, N_EARLIER, &years[N_EARLIER], forecast, error);
}
