/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-text"

#include "cvn-report-text.h"

/** cvn_report_text_init: (out caller-allocates): a setter of text; for one thread. */
void
cvn_report_text_init (CvnReportText *self)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoAttrList        *attributes = pango_attr_list_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* On paper nothing is fitted to pixels, and so neither in the preview, which would break its lines elsewhere. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  self->layout = pango_layout_new (context);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  for (guint i = 0; i < CVN_N_TEXTS; i++)
    {
      const CvnReportTextLook *look = cvn_report_text_look ((CvnReportTextStyle) i);

      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family (self->fonts[i], cvn_report_font_family ());
      pango_font_description_set_absolute_size (self->fonts[i], look->size * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[i], (PangoWeight) look->weight);
    }
  g_object_unref (context);
  pango_attr_list_unref (attributes);
  cairo_font_options_destroy (options);
}

/** cvn_report_text_clear: gives back what the setter holds. */
void
cvn_report_text_clear (CvnReportText *self)
{
  g_clear_object (&self->layout);
  for (guint i = 0; i < CVN_N_TEXTS; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
}

/**
 * cvn_report_text_set:
 * @self: the setter
 * @style: the look
 * @text: what to set
 * @width: at which lines break, or 0 for never
 * @align: where lines are held
 *
 * Returns: the height of the text, which stays set until the next call
 */
double
cvn_report_text_set (CvnReportText     *self,
                     CvnReportTextStyle style,
                     const char        *text,
                     double             width,
                     CvnReportAlign     align)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoRectangle              box;

  pango_layout_set_font_description (self->layout, self->fonts[style]);
  pango_layout_set_line_spacing (self->layout, (float) cvn_report_text_look (style)->spacing);
  pango_layout_set_width (self->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_alignment (self->layout, alignments[align]);
  pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
  pango_layout_get_extents (self->layout, NULL, &box);
  return (double) box.height / PANGO_SCALE;
}

/** cvn_report_text_get_set_width: how wide the text is that was set last. */
double
cvn_report_text_get_set_width (CvnReportText *self)
{
  PangoRectangle box;

  pango_layout_get_extents (self->layout, NULL, &box);
  return (double) box.width / PANGO_SCALE;
}

/** cvn_report_text_get_width: how wide the text is on one line. */
double
cvn_report_text_get_width (CvnReportText     *self,
                           CvnReportTextStyle style,
                           const char        *text)
{
  cvn_report_text_set (self, style, text, 0, CVN_ALIGN_START);
  return cvn_report_text_get_set_width (self);
}

/** cvn_report_text_line_height: how high one line of the style is. */
double
cvn_report_text_line_height (CvnReportText     *self,
                             CvnReportTextStyle style)
{
  return cvn_report_text_set (self, style, "0", 0, CVN_ALIGN_START);
}

/** cvn_report_text_show: paints the text that was set last, its top left at @x, @y. */
void
cvn_report_text_show (CvnReportText     *self,
                      cairo_t           *cr,
                      CvnReportTextStyle style,
                      double             x,
                      double             y)
{
  const CvnColor *color = &cvn_report_text_look (style)->color;

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, self->layout);
}

/** cvn_report_text_draw: sets and paints; returns the height. */
double
cvn_report_text_draw (CvnReportText     *self,
                      cairo_t           *cr,
                      CvnReportTextStyle style,
                      const char        *text,
                      double             x,
                      double             y,
                      double             width,
                      CvnReportAlign     align)
{
  double height = cvn_report_text_set (self, style, text, width, align);

  cvn_report_text_show (self, cr, style, x, y);
  return height;
}
