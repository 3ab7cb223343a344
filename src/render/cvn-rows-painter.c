/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-rows-painter"

#include "cvn-chart-parts.h"

#include <math.h>

/* Thinner bars than this have no room for a figure each. */
#define THINNEST_FOR_VALUES 0.68

static gboolean
is_ladder (CvnChartLayout *layout)
{
  return cvn_chart_get_kind (layout->chart) == CVN_CHART_LADDER;
}

/* Each rung is a part of the one above it: the nearer to money in the bank, the stronger. */
static CvnMarkLook
get_rung_look (CvnChartLayout *layout,
               guint           category)
{
  guint       last = cvn_chart_get_n_categories (layout->chart) - 1;
  double      strength = last > 0 ? 0.36 + 0.64 * category / last : 1;
  CvnMarkLook look = cvn_chart_style_get_look (layout->style, CVN_SERIES_PRIMARY, 0);

  look.fill = cvn_color_mix (layout->style->background, look.fill, strength);
  return look;
}

static void
paint_track (CvnChartLayout *layout,
             cairo_t        *cr,
             const CvnBox   *mark)
{
  CvnBox      track = { layout->plot.x, mark->y, layout->plot.width, mark->height };
  CvnColor    color = cvn_chart_style_get_track (layout->style);
  CvnMarkLook look = { CVN_PATTERN_SOLID, color, color, FALSE };

  cvn_paint_mark (cr, &look, &track, CVN_END_ALL, layout->unit);
}

static void
paint_value (CvnChartLayout *layout,
             cairo_t        *cr,
             guint           series,
             guint           category,
             const CvnBox   *mark)
{
  gint64           value = cvn_chart_get_value (layout->chart, series, category);
  CvnColor         dim = cvn_chart_style_get_dim (layout->style);
  CvnSeriesRole    role = cvn_chart_get_series_role (layout->chart, series);
  g_autofree char *text = cvn_chart_unit_format_short (cvn_chart_get_unit (layout->chart), value, layout->style->language);

  cvn_chart_text_draw (&layout->text, cr, text, role == CVN_SERIES_PRIMARY ? &layout->style->text : &dim,
                       layout->plot.x + layout->plot.width + layout->value_width, mark->y + mark->height / 2, 1, 0);
}

static void
paint_share (CvnChartLayout *layout,
             cairo_t        *cr,
             guint           category,
             const CvnBox   *mark)
{
  CvnColor         dim = cvn_chart_style_get_dim (layout->style);
  gint64           value = cvn_chart_get_value (layout->chart, 0, category);
  gint64           target = cvn_chart_layout_get_target (layout);
  g_autofree char *text = NULL;

  if (layout->share_width <= 0 || target <= 0 || value < 0 || value > G_MAXINT64 / 200)
    return;
  text = cvn_chart_unit_format_tick (CVN_UNIT_PERMILLE, (value * 200 + target) / (2 * target) * 10, 10, layout->style->language);
  cvn_chart_text_draw (&layout->text, cr, text, &dim,
                       layout->plot.x + layout->plot.width + layout->value_width + layout->share_width,
                       mark->y + mark->height / 2, 1, 0);
}

/* When two figures would overlap, the one the chart is about stays. */
static gboolean
has_room_for_value (CvnChartLayout *layout,
                    guint           series,
                    const CvnBox   *mark)
{
  return cvn_chart_get_series_role (layout->chart, series) == CVN_SERIES_PRIMARY ||
         mark->height >= layout->text.line_height * THINNEST_FOR_VALUES;
}

static void
paint_bar (CvnChartLayout *layout,
           cairo_t        *cr,
           guint           series,
           guint           category)
{
  CvnMarkLook look = cvn_chart_style_get_look (layout->style, cvn_chart_get_series_role (layout->chart, series),
                                               cvn_chart_get_series_shade (layout->chart, series));
  CvnRoundEnd end = cvn_chart_get_value (layout->chart, series, category) < 0 ? CVN_END_LEFT : CVN_END_RIGHT;
  CvnBox      box;

  if (!cvn_chart_layout_get_mark (layout, series, category, &box))
    return;
  if (is_ladder (layout))
    {
      look = get_rung_look (layout, category);
      end = CVN_END_ALL;
      paint_track (layout, cr, &box);
      paint_share (layout, cr, category, &box);
    }
  cvn_paint_mark (cr, &look, &box, end, layout->unit);
  if (has_room_for_value (layout, series, &box))
    paint_value (layout, cr, series, category, &box);
}

static void
paint_row (CvnChartLayout *layout,
           cairo_t        *cr,
           guint           category)
{
  CvnBox band = cvn_chart_layout_get_band (layout, category);

  cvn_chart_text_draw (&layout->text, cr, cvn_chart_get_category (layout->chart, category), &layout->style->text,
                       layout->title.x, band.y + band.height / 2, 0, layout->plot.x - layout->title.x - 6 * layout->unit);
  for (guint s = 0; s < cvn_chart_get_n_series (layout->chart); s++)
    if (cvn_chart_get_series_role (layout->chart, s) != CVN_SERIES_TARGET)
      paint_bar (layout, cr, s, category);
}

/* One line through all rungs of a ladder; a stroke of its own in each row of other charts. */
static void
paint_target (CvnChartLayout *layout,
              cairo_t        *cr,
              guint           series)
{
  CvnMarkLook look = cvn_chart_style_get_look (layout->style, CVN_SERIES_TARGET, 0);
  CvnBox      box;

  for (guint c = 0; c < (is_ladder (layout) ? 1 : cvn_chart_get_n_categories (layout->chart)); c++)
    if (cvn_chart_layout_get_mark (layout, series, c, &box))
      {
        cairo_move_to (cr, box.x + box.width / 2, box.y + 2 * layout->unit);
        cairo_line_to (cr, box.x + box.width / 2,
                       (is_ladder (layout) ? layout->plot.y + layout->plot.height : box.y + box.height) - 2 * layout->unit);
      }
  cvn_stroke_dashed (cr, &look.ink, layout->unit);
}

/* Bars to both sides need to be seen to start somewhere. */
static void
paint_zero (CvnChartLayout *layout,
            cairo_t        *cr)
{
  CvnColor dim = cvn_chart_style_get_dim (layout->style);
  double   x = floor (cvn_chart_layout_get_along (layout, 0)) + 0.5;

  if (layout->scale.minimum >= 0)
    return;
  cvn_set_color (cr, &dim);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, layout->plot.y);
  cairo_line_to (cr, x, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);
}

/** cvn_rows_paint: lying bars with their names and values: the ladder against its target, and rows. */
void
cvn_rows_paint (CvnChartLayout *layout,
                cairo_t        *cr)
{
  for (guint c = 0; c < cvn_chart_get_n_categories (layout->chart); c++)
    paint_row (layout, cr, c);
  paint_zero (layout, cr);
  for (guint s = 0; s < cvn_chart_get_n_series (layout->chart); s++)
    if (cvn_chart_get_series_role (layout->chart, s) == CVN_SERIES_TARGET)
      paint_target (layout, cr, s);
}
