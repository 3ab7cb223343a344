/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-bars-painter"

#include "cvn-chart-parts.h"

/* Whether nothing lies farther from the axis than this part of the stack. */
static gboolean
is_outermost (CvnChartLayout *layout,
              guint           series,
              guint           category)
{
  gint64 value = cvn_chart_get_value (layout->chart, series, category);

  if (cvn_chart_get_kind (layout->chart) != CVN_CHART_STACKED)
    return TRUE;
  for (guint s = series + 1; s < cvn_chart_get_n_series (layout->chart); s++)
    {
      gint64 above = cvn_chart_get_value (layout->chart, s, category);

      if (above != CVN_CHART_NONE && above != 0 && (above < 0) == (value < 0) &&
          cvn_chart_get_series_role (layout->chart, s) != CVN_SERIES_TARGET)
        return FALSE;
    }
  return TRUE;
}

static void
paint_bars (CvnChartLayout *layout,
            cairo_t        *cr,
            guint           series)
{
  CvnMarkLook look = cvn_chart_style_get_look (layout->style, cvn_chart_get_series_role (layout->chart, series),
                                               cvn_chart_get_series_shade (layout->chart, series));

  for (guint c = 0; c < cvn_chart_get_n_categories (layout->chart); c++)
    {
      CvnRoundEnd end = CVN_END_NONE;
      CvnBox      box;

      if (!cvn_chart_layout_get_mark (layout, series, c, &box))
        continue;
      if (is_outermost (layout, series, c))
        end = cvn_chart_get_value (layout->chart, series, c) < 0 ? CVN_END_BOTTOM : CVN_END_TOP;
      cvn_paint_mark (cr, &look, &box, end, layout->unit);
    }
}

/* A dashed step over each category: a target holds for the whole month, not for its middle. */
static void
paint_target (CvnChartLayout *layout,
              cairo_t        *cr,
              guint           series)
{
  CvnMarkLook look = cvn_chart_style_get_look (layout->style, CVN_SERIES_TARGET, cvn_chart_get_series_shade (layout->chart, series));
  gboolean    drawing = FALSE;
  CvnBox      box;

  for (guint c = 0; c < cvn_chart_get_n_categories (layout->chart); c++)
    {
      double middle;

      if (!cvn_chart_layout_get_mark (layout, series, c, &box))
        {
          drawing = FALSE;
          continue;
        }
      middle = box.y + box.height / 2;
      if (drawing)
        cairo_line_to (cr, box.x, middle);
      else
        cairo_move_to (cr, box.x, middle);
      cairo_line_to (cr, box.x + box.width, middle);
      drawing = TRUE;
    }
  cvn_stroke_dashed (cr, &look.ink, layout->unit);
}

/** cvn_bars_paint: standing bars, beside or on top of each other, and the targets over them. */
void
cvn_bars_paint (CvnChartLayout *layout,
                cairo_t        *cr)
{
  guint n = cvn_chart_get_n_series (layout->chart);

  for (guint s = 0; s < n; s++)
    if (cvn_chart_get_series_role (layout->chart, s) != CVN_SERIES_TARGET)
      paint_bars (layout, cr, s);
  for (guint s = 0; s < n; s++)
    if (cvn_chart_get_series_role (layout->chart, s) == CVN_SERIES_TARGET)
      paint_target (layout, cr, s);
}
