/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-mark-painter"

#include "cvn-mark-painter.h"

#include <math.h>

/** cvn_set_color: paints on in @color. */
void
cvn_set_color (cairo_t        *cr,
               const CvnColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
trace_corner (cairo_t *cr,
              double   x,
              double   y,
              double   radius,
              guint    quarter)
{
  cairo_arc (cr, x, y, radius, (quarter + 2) * G_PI_2, (quarter + 3) * G_PI_2);
}

/** cvn_trace_box: adds a box to the path, with a round end of at most @radius. */
void
cvn_trace_box (cairo_t      *cr,
               const CvnBox *box,
               CvnRoundEnd   end,
               double        radius)
{
  double   r = MIN (radius, MIN (box->width, box->height) / (end == CVN_END_ALL ? 2 : 1));
  gboolean wide = end == CVN_END_TOP || end == CVN_END_BOTTOM;
  double   across = MIN (r, (wide ? box->width : box->height) / 2);
  double   top_left = end == CVN_END_TOP || end == CVN_END_LEFT || end == CVN_END_ALL ? across : 0;
  double   top_right = end == CVN_END_TOP || end == CVN_END_RIGHT || end == CVN_END_ALL ? across : 0;
  double   bottom_right = end == CVN_END_BOTTOM || end == CVN_END_RIGHT || end == CVN_END_ALL ? across : 0;
  double   bottom_left = end == CVN_END_BOTTOM || end == CVN_END_LEFT || end == CVN_END_ALL ? across : 0;

  cairo_new_sub_path (cr);
  trace_corner (cr, box->x + top_left, box->y + top_left, top_left, 0);
  trace_corner (cr, box->x + box->width - top_right, box->y + top_right, top_right, 1);
  trace_corner (cr, box->x + box->width - bottom_right, box->y + box->height - bottom_right, bottom_right, 2);
  trace_corner (cr, box->x + bottom_left, box->y + box->height - bottom_left, bottom_left, 3);
  cairo_close_path (cr);
}

/* Lines lie on one raster for the whole picture, so that neighbouring bars look like one cloth. */
static void
trace_slanted_lines (cairo_t      *cr,
                     const CvnBox *box,
                     double        distance,
                     gboolean      falling)
{
  double bottom = box->y + box->height;
  double offset = falling ? box->x - bottom : box->x + box->y;
  double end = falling ? box->x + box->width - box->y : box->x + box->width + bottom;
  int    last = (int) floor (end / distance);

  for (int i = (int) ceil (offset / distance); i <= last; i++)
    {
      double at = i * distance;

      cairo_move_to (cr, falling ? at + box->y : at - box->y, box->y);
      cairo_line_to (cr, falling ? at + bottom : at - bottom, bottom);
    }
}

static void
trace_dots (cairo_t      *cr,
            const CvnBox *box,
            double        distance,
            double        radius)
{
  int top = (int) ceil (box->y / distance);
  int left = (int) ceil (box->x / distance);

  for (int row = top; row * distance <= box->y + box->height; row++)
    {
      double shift = (row - top) % 2 == 0 ? 0 : 0.5;

      for (int column = left; (column - shift) * distance <= box->x + box->width + radius; column++)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, (column - shift) * distance, row * distance, radius, 0, 2 * G_PI);
        }
    }
}

static void
paint_pattern (cairo_t           *cr,
               const CvnMarkLook *look,
               const CvnBox      *box,
               double             unit)
{
  cvn_set_color (cr, &look->ink);
  cairo_set_line_width (cr, 1.1 * unit);
  switch (look->pattern)
    {
    case CVN_PATTERN_HATCHED:
      trace_slanted_lines (cr, box, 5.5 * unit, FALSE);
      cairo_stroke (cr);
      break;
    case CVN_PATTERN_FALLING:
      trace_slanted_lines (cr, box, 5.5 * unit, TRUE);
      cairo_stroke (cr);
      break;
    case CVN_PATTERN_DOTTED:
      trace_dots (cr, box, 4.5 * unit, 0.95 * unit);
      cairo_fill (cr);
      break;
    case CVN_PATTERN_CROSSED:
      trace_slanted_lines (cr, box, 6.5 * unit, FALSE);
      trace_slanted_lines (cr, box, 6.5 * unit, TRUE);
      cairo_stroke (cr);
      break;
    case CVN_PATTERN_SOLID:
    case CVN_PATTERN_LINE:
    default:
      break;
    }
}

/**
 * cvn_paint_mark:
 * @cr: where to paint
 * @look: shade and pattern
 * @box: the bar or the swatch
 * @end: which end is round
 * @unit: one pixel at the normal font size
 */
void
cvn_paint_mark (cairo_t           *cr,
                const CvnMarkLook *look,
                const CvnBox      *box,
                CvnRoundEnd        end,
                double             unit)
{
  CvnBox inner = { box->x + unit / 2, box->y + unit / 2, box->width - unit, box->height - unit };
  double radius = 3.5 * unit;

  if (box->width <= 0 || box->height <= 0)
    return;
  cairo_save (cr);
  cvn_trace_box (cr, box, end, radius);
  cairo_clip (cr);
  cvn_set_color (cr, &look->fill);
  cairo_paint (cr);
  paint_pattern (cr, look, box, unit);
  cairo_restore (cr);
  /* An outline around a very thin bar would be all of it. */
  if (!look->outlined || MIN (box->width, box->height) < 4 * unit)
    return;
  cvn_trace_box (cr, &inner, end, radius - unit / 2);
  cvn_set_color (cr, &look->ink);
  cairo_set_line_width (cr, unit);
  cairo_stroke (cr);
}

/** cvn_stroke_dashed: draws the path as the dashed line of a target. */
void
cvn_stroke_dashed (cairo_t        *cr,
                   const CvnColor *color,
                   double          unit)
{
  const double dashes[] = { 4 * unit, 3 * unit };

  cairo_save (cr);
  cvn_set_color (cr, color);
  cairo_set_line_width (cr, 1.6 * unit);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}
