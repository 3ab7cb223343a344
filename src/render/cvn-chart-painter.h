/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-layout.h"

G_BEGIN_DECLS

/* What the pointer or the keyboard is at: -1 for none. */
typedef struct
{
  int category;
  int series;
} CvnChartSpot;

#define CVN_CHART_NOWHERE ((CvnChartSpot){ -1, -1 })

void         cvn_chart_paint (cairo_t *cr, const CvnChart *chart, const CvnChartStyle *style, double width, double height, CvnChartSpot spot);
CvnChartSpot cvn_chart_hit (const CvnChart *chart, const CvnChartStyle *style, double width, double height, double x, double y);
double       cvn_chart_get_natural_height (const CvnChart *chart, const CvnChartStyle *style);
gboolean     cvn_chart_get_spot (const CvnChart *chart, const CvnChartStyle *style, double width, double height, CvnChartSpot spot, CvnBox *box);

G_END_DECLS
