/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-painter"

#include "cvn-chart-painter.h"

#include "cvn-chart-parts.h"
#include "cvn-chart-words.h"

#include <math.h>

static void
paint_title (CvnChartLayout *layout,
             cairo_t        *cr)
{
  if (layout->title.height > 0)
    cvn_chart_text_draw (&layout->text, cr, cvn_chart_get_title (layout->chart), &layout->style->text, layout->title.x,
                         layout->title.y + layout->title.height / 2, 0, layout->title.width);
}

static void
paint_swatch (CvnChartLayout *layout,
              cairo_t        *cr,
              guint           series,
              const CvnBox   *box)
{
  CvnMarkLook look = cvn_chart_style_get_look (layout->style, cvn_chart_get_series_role (layout->chart, series),
                                               cvn_chart_get_series_shade (layout->chart, series));
  double      size = round (box->height * 0.62);
  CvnBox      swatch = { box->x, round (box->y + (box->height - size) / 2), size, size };

  if (cvn_chart_get_kind (layout->chart) == CVN_CHART_LINES)
    {
      cvn_lines_paint_swatch (layout, cr, series, &swatch);
      return;
    }
  if (look.pattern != CVN_PATTERN_LINE)
    {
      cvn_paint_mark (cr, &look, &swatch, CVN_END_ALL, layout->unit);
      return;
    }
  cairo_move_to (cr, box->x, swatch.y + size / 2);
  cairo_line_to (cr, box->x + size + layout->unit, swatch.y + size / 2);
  cvn_stroke_dashed (cr, &look.ink, layout->unit);
}

static void
paint_legend_place (CvnChartLayout *layout,
                    guint           series,
                    const char     *name,
                    const CvnBox   *box,
                    gpointer        data)
{
  CvnColor dim = cvn_chart_style_get_dim (layout->style);

  paint_swatch (layout, data, series, box);
  cvn_chart_text_draw (&layout->text, data, name, &dim, box->x + box->height, box->y + box->height / 2, 0, box->width - box->height);
}

static void
paint_band (CvnChartLayout *layout,
            cairo_t        *cr,
            CvnChartSpot    spot)
{
  CvnMarkLook look = { CVN_PATTERN_SOLID };
  CvnBox      band;

  if (spot.category < 0)
    return;
  look.fill = cvn_chart_style_get_track (layout->style);
  band = cvn_chart_layout_get_band (layout, (guint) spot.category);
  if (cvn_chart_layout_is_lying (layout))
    {
      band.x = layout->legend.x - 3 * layout->unit;
      band.width = layout->legend.width + 6 * layout->unit;
    }
  cvn_paint_mark (cr, &look, &band, CVN_END_ALL, layout->unit);
}

static void
paint_ring (CvnChartLayout *layout,
            cairo_t        *cr,
            CvnChartSpot    spot)
{
  double unit = layout->unit;
  CvnBox box;

  if (spot.category < 0 || spot.series < 0 ||
      !cvn_chart_layout_get_mark (layout, (guint) spot.series, (guint) spot.category, &box))
    return;
  box = (CvnBox){ box.x - 1.5 * unit, box.y - 1.5 * unit, box.width + 3 * unit, box.height + 3 * unit };
  cvn_trace_box (cr, &box, CVN_END_ALL, 4 * unit);
  cvn_set_color (cr, &layout->style->text);
  cairo_set_line_width (cr, 1.6 * unit);
  cairo_stroke (cr);
}

static void
paint_marks (CvnChartLayout *layout,
             cairo_t        *cr)
{
  switch (cvn_chart_get_kind (layout->chart))
    {
    case CVN_CHART_BARS:
    case CVN_CHART_STACKED:
      cvn_axes_paint (layout, cr);
      cvn_bars_paint (layout, cr);
      break;
    case CVN_CHART_LINES:
      cvn_axes_paint (layout, cr);
      cvn_lines_paint (layout, cr);
      break;
    case CVN_CHART_LADDER:
    case CVN_CHART_ROWS:
      cvn_rows_paint (layout, cr);
      break;
    default:
      g_return_if_reached ();
    }
}

static void
paint_nothing (CvnChartLayout *layout,
               cairo_t        *cr,
               double          width,
               double          height)
{
  CvnColor dim = cvn_chart_style_get_dim (layout->style);

  cvn_chart_text_draw (&layout->text, cr, cvn_chart_words ("No figures yet", layout->style->language), &dim, width / 2, height / 2, 0.5, width);
}

static CvnChartSpot
keep_inside (const CvnChart *chart,
             CvnChartSpot    spot)
{
  return (CvnChartSpot){
    spot.category < (int) cvn_chart_get_n_categories (chart) ? spot.category : -1,
    spot.series < (int) cvn_chart_get_n_series (chart) ? spot.series : -1,
  };
}

/**
 * cvn_chart_paint:
 * @cr: where to paint: a widget, a page, a picture; the chart lies from 0, 0
 * @chart: what to paint
 * @style: colours, font, language
 * @width: the room there is
 * @height: the room there is
 * @spot: the category to show as touched, and the series in it to ring, or CVN_CHART_NOWHERE
 *
 * Paints nothing outside the room, and not the background.
 */
void
cvn_chart_paint (cairo_t             *cr,
                 const CvnChart      *chart,
                 const CvnChartStyle *style,
                 double               width,
                 double               height,
                 CvnChartSpot         spot)
{
  CvnChartLayout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);

  cvn_chart_layout_init (&layout, chart, style, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_new_path (cr);
  paint_title (&layout, cr);
  if (cvn_chart_is_empty (chart))
    {
      paint_nothing (&layout, cr, width, height);
    }
  else
    {
      spot = keep_inside (chart, spot);
      cvn_chart_layout_flow_legend (&layout, paint_legend_place, cr);
      paint_band (&layout, cr, spot);
      paint_marks (&layout, cr);
      paint_ring (&layout, cr, spot);
    }
  cairo_restore (cr);
  cvn_chart_layout_clear (&layout);
}

static double
get_distance (const CvnBox *box,
              double        x,
              double        y)
{
  double across = MAX (MAX (box->x - x, x - box->x - box->width), 0);
  double down = MAX (MAX (box->y - y, y - box->y - box->height), 0);

  return hypot (across, down);
}

static int
find_nearest_series (CvnChartLayout *layout,
                     guint           category,
                     double          x,
                     double          y)
{
  double nearest = G_MAXDOUBLE;
  int    found = -1;

  for (guint s = 0; s < cvn_chart_get_n_series (layout->chart); s++)
    {
      CvnBox box;

      if (!cvn_chart_layout_get_mark (layout, s, category, &box) || get_distance (&box, x, y) >= nearest)
        continue;
      nearest = get_distance (&box, x, y);
      found = (int) s;
    }
  return found;
}

/**
 * cvn_chart_hit:
 * @chart: the chart
 * @style: as it was painted
 * @width: as it was painted
 * @height: as it was painted
 * @x: where the pointer is
 * @y: where the pointer is
 *
 * Returns: the category under the pointer and its nearest series, or CVN_CHART_NOWHERE
 */
CvnChartSpot
cvn_chart_hit (const CvnChart      *chart,
               const CvnChartStyle *style,
               double               width,
               double               height,
               double               x,
               double               y)
{
  CvnChartSpot   spot = CVN_CHART_NOWHERE;
  CvnChartLayout layout;

  g_return_val_if_fail (chart != NULL && style != NULL, spot);
  if (cvn_chart_is_empty (chart))
    return spot;

  cvn_chart_layout_init (&layout, chart, style, width, height);
  for (guint c = 0; c < cvn_chart_get_n_categories (chart) && spot.category < 0; c++)
    {
      CvnBox   band = cvn_chart_layout_get_band (&layout, c);
      gboolean lying = cvn_chart_layout_is_lying (&layout);

      /* The name and the value of a lying bar belong to it. */
      if ((lying ? x >= 0 && x < width : x >= band.x && x < band.x + band.width) && y >= band.y && y < band.y + band.height)
        spot = (CvnChartSpot){ (int) c, find_nearest_series (&layout, c, x, y) };
    }
  cvn_chart_layout_clear (&layout);
  return spot;
}

/**
 * cvn_chart_get_spot:
 * @chart: the chart
 * @style: as it was painted
 * @width: as it was painted
 * @height: as it was painted
 * @spot: a category, and a series or -1
 * @box: (out): where it is, to point at it
 *
 * Returns: FALSE if @spot is nowhere or has no figure
 */
gboolean
cvn_chart_get_spot (const CvnChart      *chart,
                    const CvnChartStyle *style,
                    double               width,
                    double               height,
                    CvnChartSpot         spot,
                    CvnBox              *box)
{
  CvnChartLayout layout;
  gboolean       found = TRUE;

  spot = keep_inside (chart, spot);
  if (spot.category < 0)
    return FALSE;
  cvn_chart_layout_init (&layout, chart, style, width, height);
  if (spot.series < 0)
    *box = cvn_chart_layout_get_band (&layout, (guint) spot.category);
  else
    found = cvn_chart_layout_get_mark (&layout, (guint) spot.series, (guint) spot.category, box);
  cvn_chart_layout_clear (&layout);
  return found;
}

/**
 * cvn_chart_get_natural_height:
 * @chart: the chart
 * @style: its style
 *
 * Returns: the height at which the chart is at ease: standing bars are as high as a few lines, lying ones need room
 * for each row
 */
double
cvn_chart_get_natural_height (const CvnChart      *chart,
                              const CvnChartStyle *style)
{
  double size = style->font_size;
  double n_categories = cvn_chart_get_n_categories (chart);
  double n_bars = 0;
  double height = 19 * size;

  for (guint s = 0; s < cvn_chart_get_n_series (chart); s++)
    if (cvn_chart_get_series_role (chart, s) != CVN_SERIES_TARGET)
      n_bars++;
  if (cvn_chart_get_kind (chart) == CVN_CHART_LADDER || cvn_chart_get_kind (chart) == CVN_CHART_ROWS)
    height = (2.4 + n_categories * (1.2 + 1.35 * n_bars)) * size;
  return ceil (height + (style->with_title ? 4 * size : 0));
}
