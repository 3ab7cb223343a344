/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-text"

#include "cvn-chart-text.h"

#include <math.h>

/* On paper nothing depends on the machine but the fonts themselves. */
static PangoLayout *
make_layout_for_paper (const CvnChartStyle *style)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout          *layout;

  pango_font_description_set_family (font, style->font_family);
  pango_font_description_set_absolute_size (font, style->font_size * PANGO_SCALE);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  layout = pango_layout_new (context);
  pango_layout_set_font_description (layout, font);
  g_object_unref (context);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return layout;
}

/**
 * cvn_chart_text_init:
 * @self: (out caller-allocates): the writer
 * @style: the font
 *
 * Figures are all as wide as each other, so that they stand in columns.
 */
void
cvn_chart_text_init (CvnChartText        *self,
                     const CvnChartStyle *style)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoRectangle box;

  self->layout = style->context != NULL ? pango_layout_new (style->context) : make_layout_for_paper (style);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_text (self->layout, "0", -1);
  pango_layout_get_extents (self->layout, NULL, &box);
  self->line_height = (double) box.height / PANGO_SCALE;
  pango_attr_list_unref (attributes);
}

/** cvn_chart_text_clear: gives back what the writer holds. */
void
cvn_chart_text_clear (CvnChartText *self)
{
  g_clear_object (&self->layout);
}

/** cvn_chart_text_get_width: how wide @text is when nothing is left out. */
double
cvn_chart_text_get_width (CvnChartText *self,
                          const char   *text)
{
  PangoRectangle box;

  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_extents (self->layout, NULL, &box);
  return (double) box.width / PANGO_SCALE;
}

/**
 * cvn_chart_text_draw:
 * @self: the writer
 * @cr: where to write
 * @text: one line
 * @color: the colour
 * @x: where the text is held
 * @middle: the middle of the line, from the top
 * @align: what part of the text lies left of @x: 0 starts there, 0.5 is centred, 1 ends there
 * @max_width: the width at which the end is left out, or 0 for any
 */
void
cvn_chart_text_draw (CvnChartText   *self,
                     cairo_t        *cr,
                     const char     *text,
                     const CvnColor *color,
                     double          x,
                     double          middle,
                     double          align,
                     double          max_width)
{
  double width = cvn_chart_text_get_width (self, text);

  if (max_width > 0 && width > max_width)
    {
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->layout, (int) (max_width * PANGO_SCALE));
      width = max_width;
    }
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_move_to (cr, x - width * align, round (middle - self->line_height / 2));
  pango_cairo_show_layout (cr, self->layout);
}
