/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Writes the words of one picture. Each is laid out once, however often it is measured and drawn. */
typedef struct
{
  PangoLayout *model; /* without a text */
  GHashTable  *words; /* text -> its layout */
  double       line_height;
} CvnChartText;

void   cvn_chart_text_init (CvnChartText *self, const CvnChartStyle *style);
void   cvn_chart_text_clear (CvnChartText *self);
double cvn_chart_text_get_width (CvnChartText *self, const char *text);
void   cvn_chart_text_draw (CvnChartText *self, cairo_t *cr, const char *text, const CvnColor *color, double x, double middle, double align, double max_width);

G_END_DECLS
