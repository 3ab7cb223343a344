/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-text.h"
#include "cvn-mark-painter.h"
#include "cvn-scale.h"

G_BEGIN_DECLS

/* Where everything of one picture lies: the painters and the pointer ask the same layout. */
typedef struct
{
  const CvnChart      *chart;
  const CvnChartStyle *style;
  CvnChartText         text;
  double               unit; /* one pixel at the normal font size: gaps and lines grow with the font */
  CvnScale             scale;
  CvnBox               title;
  CvnBox               legend;
  CvnBox               plot;
  double               share_width; /* of the percentages beside a ladder; 0: none */
  double               value_width; /* of the values beside lying bars */
} CvnChartLayout;

void     cvn_chart_layout_init (CvnChartLayout *self, const CvnChart *chart, const CvnChartStyle *style, double width, double height);
void     cvn_chart_layout_clear (CvnChartLayout *self);
gboolean cvn_chart_layout_is_lying (const CvnChartLayout *self);
double   cvn_chart_layout_get_along (const CvnChartLayout *self, gint64 value);
CvnBox   cvn_chart_layout_get_band (const CvnChartLayout *self, guint category);
gboolean cvn_chart_layout_get_mark (const CvnChartLayout *self, guint series, guint category, CvnBox *box);
char    *cvn_chart_layout_dup_legend (const CvnChartLayout *self, guint series);
gint64   cvn_chart_layout_get_target (const CvnChartLayout *self);

/* A place in the legend; the swatch is as wide as the line is high. */
typedef void (*CvnLegendFunc) (CvnChartLayout *layout, guint series, const char *name, const CvnBox *box, gpointer data);
double cvn_chart_layout_flow_legend (CvnChartLayout *self, CvnLegendFunc func, gpointer data);

G_END_DECLS
