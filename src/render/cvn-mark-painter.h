/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-style.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A rectangle in the picture, from the top left. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} CvnBox;

/* Which end of a bar is round: the one with the value. */
typedef enum {
  CVN_END_NONE,
  CVN_END_TOP,
  CVN_END_BOTTOM,
  CVN_END_RIGHT,
  CVN_END_LEFT,
  CVN_END_ALL,
} CvnRoundEnd;

void cvn_set_color (cairo_t *cr, const CvnColor *color);
void cvn_trace_box (cairo_t *cr, const CvnBox *box, CvnRoundEnd end, double radius);
void cvn_paint_mark (cairo_t *cr, const CvnMarkLook *look, const CvnBox *box, CvnRoundEnd end, double unit);
void cvn_stroke_dashed (cairo_t *cr, const CvnColor *color, double unit);

G_END_DECLS
