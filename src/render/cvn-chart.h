/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-unit.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How the values are drawn. */
typedef enum {
  CVN_CHART_BARS,    /* one bar per series beside each other, categories along the bottom: months */
  CVN_CHART_STACKED, /* one bar per category, the series on top of each other */
  CVN_CHART_LINES,   /* a line per series */
  CVN_CHART_LADDER,  /* nested amounts, each a part of the one above it, against a target: the thermometer */
  CVN_CHART_ROWS,    /* lying bars below each other, for categories with long names: shares, municipalities */
} CvnChartKind;

/* What a series is to the reader, from which its shade and pattern follow. */
typedef enum {
  CVN_SERIES_PRIMARY,    /* what the chart is about */
  CVN_SERIES_COMPARISON, /* beside it: last year, another share */
  CVN_SERIES_TARGET,     /* to be reached: a budget, a target */
  CVN_SERIES_ESTIMATE,   /* not known yet */
} CvnSeriesRole;

/* The value of a category for which there is no figure; zero is a figure. */
#define CVN_CHART_NONE G_MININT64

/* The data of one chart. Built once, then shared and never changed. */
typedef struct _CvnChart CvnChart;

#define CVN_TYPE_CHART (cvn_chart_get_type ())
GType cvn_chart_get_type (void) G_GNUC_CONST;

CvnChart *cvn_chart_new (CvnChartKind kind, CvnChartUnit unit, const char *title);
CvnChart *cvn_chart_ref (CvnChart *self);
void      cvn_chart_unref (CvnChart *self);

void cvn_chart_set_levels (CvnChart *self);
void cvn_chart_add_category (CvnChart *self, const char *label, const char *full_label);
void cvn_chart_add_series (CvnChart *self, const char *name, CvnSeriesRole role, const gint64 *values, guint n_values);

CvnChartKind  cvn_chart_get_kind (const CvnChart *self);
gboolean      cvn_chart_has_levels (const CvnChart *self);
CvnChartUnit  cvn_chart_get_unit (const CvnChart *self);
const char   *cvn_chart_get_title (const CvnChart *self);
guint         cvn_chart_get_n_categories (const CvnChart *self);
const char   *cvn_chart_get_category (const CvnChart *self, guint category);
const char   *cvn_chart_get_full_category (const CvnChart *self, guint category);
guint         cvn_chart_get_n_series (const CvnChart *self);
const char   *cvn_chart_get_series_name (const CvnChart *self, guint series);
CvnSeriesRole cvn_chart_get_series_role (const CvnChart *self, guint series);
guint         cvn_chart_get_series_shade (const CvnChart *self, guint series);
gint64        cvn_chart_get_value (const CvnChart *self, guint series, guint category);
gboolean      cvn_chart_is_empty (const CvnChart *self);
void          cvn_chart_get_range (const CvnChart *self, gint64 *lowest, gint64 *highest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnChart, cvn_chart_unref)

G_END_DECLS
