/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart"

#include "cvn-chart.h"

typedef struct
{
  char *label;
  char *full_label;
} Category;

typedef struct
{
  char         *name;
  CvnSeriesRole role;
  guint         shade;
  GArray       *values; /* of gint64; shorter than the categories: the rest has no figure */
} Series;

struct _CvnChart
{
  gatomicrefcount references;
  CvnChartKind    kind;
  CvnChartUnit    unit;
  char           *title;
  gboolean        levels;
  GArray         *categories; /* of Category */
  GArray         *series;     /* of Series */
};

G_DEFINE_BOXED_TYPE (CvnChart, cvn_chart, cvn_chart_ref, cvn_chart_unref)

static void
clear_category (Category *category)
{
  g_free (category->label);
  g_free (category->full_label);
}

static void
clear_series (Series *series)
{
  g_free (series->name);
  g_array_unref (series->values);
}

static gboolean
is_shared (CvnChart *self)
{
  return !g_atomic_ref_count_compare (&self->references, 1);
}

/**
 * cvn_chart_new:
 * @kind: how to draw it
 * @unit: what the values are
 * @title: what it shows and when, in the reader's language: "Fee revenue per month, 2019"
 *
 * Returns: (transfer full): a chart to add categories and series to
 */
CvnChart *
cvn_chart_new (CvnChartKind kind,
               CvnChartUnit unit,
               const char  *title)
{
  CvnChart *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (CvnChart, 1);
  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->unit = unit;
  self->title = g_strdup (title);
  self->categories = g_array_new (FALSE, TRUE, sizeof (Category));
  g_array_set_clear_func (self->categories, (GDestroyNotify) clear_category);
  self->series = g_array_new (FALSE, TRUE, sizeof (Series));
  g_array_set_clear_func (self->series, (GDestroyNotify) clear_series);
  return self;
}

/** cvn_chart_ref: takes one more reference, after which nothing can be added; any thread. */
CvnChart *
cvn_chart_ref (CvnChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/** cvn_chart_unref: gives a reference back; the last one frees the chart. */
void
cvn_chart_unref (CvnChart *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->categories);
  g_array_unref (self->series);
  g_free (self->title);
  g_free (self);
}

/** cvn_chart_set_levels: the values are how much there was at a moment, such as what is in the bank: they are not added up. */
void
cvn_chart_set_levels (CvnChart *self)
{
  g_return_if_fail (self != NULL && !is_shared (self));
  self->levels = TRUE;
}

/** cvn_chart_has_levels: whether the values are how much there was at a moment. */
gboolean
cvn_chart_has_levels (const CvnChart *self)
{
  return self->levels;
}

/**
 * cvn_chart_add_category:
 * @self: a chart nobody else holds yet
 * @label: what stands along the axis: "Jul"
 * @full_label: (nullable): what is read out and stands in the table: "July 2019"; NULL: the same
 */
void
cvn_chart_add_category (CvnChart   *self,
                        const char *label,
                        const char *full_label)
{
  Category *category;

  g_return_if_fail (self != NULL && label != NULL);
  g_return_if_fail (!is_shared (self));

  g_array_set_size (self->categories, self->categories->len + 1);
  category = &g_array_index (self->categories, Category, self->categories->len - 1);
  category->label = g_strdup (label);
  category->full_label = g_strdup (full_label != NULL ? full_label : label);
}

/**
 * cvn_chart_add_series:
 * @self: a chart nobody else holds yet
 * @name: what stands in the legend
 * @role: what it is to the reader
 * @values: (array length=n_values): a value per category, CVN_CHART_NONE where there is no figure
 * @n_values: how many; categories beyond that have no figure
 *
 * A target of a ladder has one value.
 */
void
cvn_chart_add_series (CvnChart     *self,
                      const char   *name,
                      CvnSeriesRole role,
                      const gint64 *values,
                      guint         n_values)
{
  Series *series;

  g_return_if_fail (self != NULL && name != NULL && (values != NULL || n_values == 0));
  g_return_if_fail (!is_shared (self));

  g_array_set_size (self->series, self->series->len + 1);
  series = &g_array_index (self->series, Series, self->series->len - 1);
  for (guint i = 0; i < self->series->len - 1; i++)
    if (g_array_index (self->series, Series, i).role == role)
      series->shade++;
  series->name = g_strdup (name);
  series->role = role;
  series->values = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_values);
  g_array_append_vals (series->values, values, n_values);
}

/** cvn_chart_get_kind: how it is drawn. */
CvnChartKind
cvn_chart_get_kind (const CvnChart *self)
{
  return self->kind;
}

/** cvn_chart_get_unit: what the values are. */
CvnChartUnit
cvn_chart_get_unit (const CvnChart *self)
{
  return self->unit;
}

/** cvn_chart_get_title: what it shows. */
const char *
cvn_chart_get_title (const CvnChart *self)
{
  return self->title;
}

/** cvn_chart_get_n_categories: how many categories there are. */
guint
cvn_chart_get_n_categories (const CvnChart *self)
{
  return self->categories->len;
}

/** cvn_chart_get_category: the short name of a category. */
const char *
cvn_chart_get_category (const CvnChart *self,
                        guint           category)
{
  g_return_val_if_fail (category < self->categories->len, NULL);
  return g_array_index (self->categories, Category, category).label;
}

/** cvn_chart_get_full_category: the full name of a category. */
const char *
cvn_chart_get_full_category (const CvnChart *self,
                             guint           category)
{
  g_return_val_if_fail (category < self->categories->len, NULL);
  return g_array_index (self->categories, Category, category).full_label;
}

/** cvn_chart_get_n_series: how many series there are. */
guint
cvn_chart_get_n_series (const CvnChart *self)
{
  return self->series->len;
}

/** cvn_chart_get_series_name: what stands in the legend. */
const char *
cvn_chart_get_series_name (const CvnChart *self,
                           guint           series)
{
  g_return_val_if_fail (series < self->series->len, NULL);
  return g_array_index (self->series, Series, series).name;
}

/** cvn_chart_get_series_role: what the series is to the reader. */
CvnSeriesRole
cvn_chart_get_series_role (const CvnChart *self,
                           guint           series)
{
  g_return_val_if_fail (series < self->series->len, CVN_SERIES_PRIMARY);
  return g_array_index (self->series, Series, series).role;
}

/** cvn_chart_get_series_shade: how many series of the same role come before it. */
guint
cvn_chart_get_series_shade (const CvnChart *self,
                            guint           series)
{
  g_return_val_if_fail (series < self->series->len, 0);
  return g_array_index (self->series, Series, series).shade;
}

/** cvn_chart_get_value: a value in the chart's unit, or CVN_CHART_NONE. */
gint64
cvn_chart_get_value (const CvnChart *self,
                     guint           series,
                     guint           category)
{
  const GArray *values;

  g_return_val_if_fail (series < self->series->len, CVN_CHART_NONE);
  values = g_array_index (self->series, Series, series).values;
  return category < values->len ? g_array_index (values, gint64, category) : CVN_CHART_NONE;
}

/** cvn_chart_is_empty: whether there is not one figure to draw. */
gboolean
cvn_chart_is_empty (const CvnChart *self)
{
  for (guint s = 0; s < self->series->len; s++)
    for (guint c = 0; c < self->categories->len; c++)
      if (cvn_chart_get_value (self, s, c) != CVN_CHART_NONE)
        return FALSE;
  return TRUE;
}

/* The sums above and below the axis of one stacked bar; what is to be reached is a line and no part of it. */
static void
extend_by_stack (const CvnChart *self,
                 guint           category,
                 gint64         *lowest,
                 gint64         *highest)
{
  gint64 above = 0;
  gint64 below = 0;

  for (guint s = 0; s < self->series->len; s++)
    {
      gint64  value = cvn_chart_get_value (self, s, category);
      gint64 *sum = value < 0 ? &below : &above;

      if (value == CVN_CHART_NONE || cvn_chart_get_series_role (self, s) == CVN_SERIES_TARGET)
        continue;
      if (__builtin_add_overflow (*sum, value, sum))
        *sum = value < 0 ? G_MININT64 : G_MAXINT64;
    }
  *lowest = MIN (*lowest, below);
  *highest = MAX (*highest, above);
}

/** cvn_chart_get_range: the lowest and highest value that the axis must hold, zero included. */
void
cvn_chart_get_range (const CvnChart *self,
                     gint64         *lowest,
                     gint64         *highest)
{
  *lowest = 0;
  *highest = 0;
  for (guint c = 0; c < self->categories->len; c++)
    {
      if (self->kind == CVN_CHART_STACKED)
        extend_by_stack (self, c, lowest, highest);
      for (guint s = 0; s < self->series->len; s++)
        {
          gint64 value = cvn_chart_get_value (self, s, c);

          if (value == CVN_CHART_NONE)
            continue;
          *lowest = MIN (*lowest, value);
          *highest = MAX (*highest, value);
        }
    }
}
