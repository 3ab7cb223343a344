/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CVN_TYPE_CHART_VIEW (cvn_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnChartView, cvn_chart_view, CVN, CHART_VIEW, GtkWidget)

GtkWidget  *cvn_chart_view_new (void);
CvnChart   *cvn_chart_view_get_chart (CvnChartView *self);
void        cvn_chart_view_set_chart (CvnChartView *self, CvnChart *chart);
const char *cvn_chart_view_get_point_text (CvnChartView *self);

G_END_DECLS
