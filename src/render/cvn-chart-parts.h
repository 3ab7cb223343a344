/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-layout.h"
#include "cvn-chart-painter.h"

G_BEGIN_DECLS

/* The painters of the parts of a picture; used by cvn_chart_paint() only. */
void cvn_axes_paint (CvnChartLayout *layout, cairo_t *cr);
void cvn_bars_paint (CvnChartLayout *layout, cairo_t *cr);
void cvn_lines_paint (CvnChartLayout *layout, cairo_t *cr);
void cvn_lines_paint_swatch (CvnChartLayout *layout, cairo_t *cr, guint series, const CvnBox *box);
void cvn_rows_paint (CvnChartLayout *layout, cairo_t *cr);

G_END_DECLS
