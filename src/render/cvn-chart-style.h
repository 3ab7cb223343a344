/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Red, green, blue and alpha from 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} CvnColor;

/* What a chart looks like where it is shown. Filled by the widget from its surroundings, or by
 * cvn_chart_style_init() on paper. */
typedef struct
{
  CvnColor      text;
  CvnColor      background; /* what is behind the chart: shades are mixed with it; the painter does not fill it */
  CvnColor      accent;
  const char   *font_family; /* lives as long as the style */
  double        font_size;   /* in the units of the picture: everything else follows from it */
  PangoContext *context;     /* to share the fonts of a widget; NULL on paper; lives as long as the style */
  CvnLanguage   language;
  gboolean      high_contrast; /* outlines, and no faint text */
  gboolean      with_title;    /* the title is part of the picture */
} CvnChartStyle;

typedef enum {
  CVN_PATTERN_SOLID,
  CVN_PATTERN_HATCHED, /* rising lines */
  CVN_PATTERN_FALLING, /* falling lines */
  CVN_PATTERN_DOTTED,
  CVN_PATTERN_CROSSED,
  CVN_PATTERN_LINE, /* nothing filled: a dashed line */
} CvnPattern;

/* How the marks of one series are drawn: never told apart by hue alone. */
typedef struct
{
  CvnPattern pattern;
  CvnColor   fill;
  CvnColor   ink; /* of the pattern, the outline and the line */
  gboolean   outlined;
} CvnMarkLook;

void        cvn_chart_style_init (CvnChartStyle *style, gboolean dark, CvnLanguage language);
CvnColor    cvn_chart_style_get_dim (const CvnChartStyle *style);
CvnColor    cvn_chart_style_get_grid (const CvnChartStyle *style);
CvnColor    cvn_chart_style_get_track (const CvnChartStyle *style);
CvnMarkLook cvn_chart_style_get_look (const CvnChartStyle *style, CvnSeriesRole role, guint shade);
CvnColor    cvn_color_mix (CvnColor from, CvnColor to, double amount);

G_END_DECLS
