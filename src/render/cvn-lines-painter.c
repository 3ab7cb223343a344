/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-lines-painter"

#include "cvn-chart-parts.h"

static double
get_middle_x (const CvnBox *box)
{
  return box->x + box->width / 2;
}

static double
get_middle_y (const CvnBox *box)
{
  return box->y + box->height / 2;
}

/* A month without a figure interrupts the line: nothing is made up between two figures. */
static void
trace_line (CvnChartLayout *layout,
            cairo_t        *cr,
            guint           series)
{
  gboolean drawing = FALSE;

  for (guint c = 0; c < cvn_chart_get_n_categories (layout->chart); c++)
    {
      CvnBox box;

      if (!cvn_chart_layout_get_mark (layout, series, c, &box))
        {
          drawing = FALSE;
          continue;
        }
      if (drawing)
        cairo_line_to (cr, get_middle_x (&box), get_middle_y (&box));
      else
        cairo_move_to (cr, get_middle_x (&box), get_middle_y (&box));
      drawing = TRUE;
    }
}

/* Round points for what the chart is about, square ones beside it. */
static void
trace_point (cairo_t      *cr,
             const CvnBox *box,
             gboolean      is_round,
             double        radius)
{
  double x = get_middle_x (box);
  double y = get_middle_y (box);

  cairo_new_sub_path (cr);
  if (is_round)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
}

static void
paint_point (CvnChartLayout    *layout,
             cairo_t           *cr,
             const CvnMarkLook *look,
             const CvnBox      *box)
{
  gboolean is_round = look->pattern == CVN_PATTERN_SOLID;

  trace_point (cr, box, is_round, (is_round ? 3.2 : 2.6) * layout->unit);
  cvn_set_color (cr, is_round ? &look->fill : &layout->style->background);
  cairo_fill_preserve (cr);
  cvn_set_color (cr, is_round ? &layout->style->background : &look->ink);
  cairo_set_line_width (cr, 1.2 * layout->unit);
  cairo_stroke (cr);
}

static CvnMarkLook
get_look (CvnChartLayout *layout,
          guint           series)
{
  return cvn_chart_style_get_look (layout->style, cvn_chart_get_series_role (layout->chart, series),
                                   cvn_chart_get_series_shade (layout->chart, series));
}

static gboolean
is_dashed (CvnChartLayout *layout,
           guint           series)
{
  CvnSeriesRole role = cvn_chart_get_series_role (layout->chart, series);

  return role == CVN_SERIES_TARGET || role == CVN_SERIES_ESTIMATE;
}

static void
stroke (CvnChartLayout    *layout,
        cairo_t           *cr,
        guint              series,
        const CvnMarkLook *look)
{
  gboolean solid = look->pattern == CVN_PATTERN_SOLID;

  if (is_dashed (layout, series))
    {
      cvn_stroke_dashed (cr, &look->ink, layout->unit);
      return;
    }
  cvn_set_color (cr, solid ? &look->fill : &look->ink);
  cairo_set_line_width (cr, (solid ? 2.4 : 1.4) * layout->unit);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
paint_line (CvnChartLayout *layout,
            cairo_t        *cr,
            guint           series)
{
  CvnMarkLook look = get_look (layout, series);

  trace_line (layout, cr, series);
  stroke (layout, cr, series, &look);
  for (guint c = 0; !is_dashed (layout, series) && c < cvn_chart_get_n_categories (layout->chart); c++)
    {
      CvnBox box;

      if (cvn_chart_layout_get_mark (layout, series, c, &box))
        paint_point (layout, cr, &look, &box);
    }
}

/** cvn_lines_paint_swatch: the sign in the legend: a piece of the line with its point. */
void
cvn_lines_paint_swatch (CvnChartLayout *layout,
                        cairo_t        *cr,
                        guint           series,
                        const CvnBox   *box)
{
  CvnMarkLook look = get_look (layout, series);

  cairo_move_to (cr, box->x, get_middle_y (box));
  cairo_line_to (cr, box->x + box->width, get_middle_y (box));
  stroke (layout, cr, series, &look);
  if (!is_dashed (layout, series))
    paint_point (layout, cr, &look, box);
}

/** cvn_lines_paint: a line per series; what the chart is about lies on top. */
void
cvn_lines_paint (CvnChartLayout *layout,
                 cairo_t        *cr)
{
  for (guint s = cvn_chart_get_n_series (layout->chart); s > 0; s--)
    paint_line (layout, cr, s - 1);
}
