/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-axes-painter"

#include "cvn-chart-parts.h"

#include <math.h>

/* On the middle of a pixel, so that the line is one pixel wide and not two pale ones. */
static double
snap (double at)
{
  return floor (at) + 0.5;
}

static void
paint_ticks (CvnChartLayout *layout,
             cairo_t        *cr)
{
  CvnColor grid = cvn_chart_style_get_grid (layout->style);
  CvnColor dim = cvn_chart_style_get_dim (layout->style);

  for (guint i = 0; i < cvn_scale_get_n_ticks (&layout->scale); i++)
    {
      gint64           value = cvn_scale_get_tick (&layout->scale, i);
      double           y = snap (cvn_chart_layout_get_along (layout, value));
      g_autofree char *label = cvn_chart_unit_format_tick (cvn_chart_get_unit (layout->chart), value, layout->scale.step,
                                                           layout->style->language);

      cvn_set_color (cr, value == 0 ? &dim : &grid);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, layout->plot.x, y);
      cairo_line_to (cr, layout->plot.x + layout->plot.width, y);
      cairo_stroke (cr);
      cvn_chart_text_draw (&layout->text, cr, label, &dim, layout->plot.x - 8 * layout->unit, y, 1, 0);
    }
}

/* Every label, every second, every third ...: the first that leaves a gap between them. */
static guint
get_label_step (CvnChartLayout *layout)
{
  guint  n = cvn_chart_get_n_categories (layout->chart);
  double widest = 0;
  guint  step = 1;

  for (guint c = 0; c < n; c++)
    widest = MAX (widest, cvn_chart_text_get_width (&layout->text, cvn_chart_get_category (layout->chart, c)));
  widest = MIN (widest, layout->plot.width / 3) + 4 * layout->unit;
  while (step < n && layout->plot.width / n * step < widest)
    step++;
  return step;
}

static void
paint_categories (CvnChartLayout *layout,
                  cairo_t        *cr)
{
  CvnColor dim = cvn_chart_style_get_dim (layout->style);
  guint    step = get_label_step (layout);
  double   y = layout->plot.y + layout->plot.height + layout->text.line_height * 0.8;

  for (guint c = 0; c < cvn_chart_get_n_categories (layout->chart); c += step)
    {
      CvnBox      band = cvn_chart_layout_get_band (layout, c);
      const char *label = cvn_chart_get_category (layout->chart, c);
      double      half = MIN (cvn_chart_text_get_width (&layout->text, label), band.width * step) / 2;
      double      x = MIN (band.x + band.width / 2, layout->plot.x + layout->plot.width - half);

      cvn_chart_text_draw (&layout->text, cr, label, &dim, x, y, 0.5, band.width * step);
    }
}

/** cvn_axes_paint: the lines behind standing bars and lines, with their labels. */
void
cvn_axes_paint (CvnChartLayout *layout,
                cairo_t        *cr)
{
  paint_ticks (layout, cr);
  paint_categories (layout, cr);
}
