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

typedef struct
{
  PangoLayout *layout;
  double       width; /* when nothing is left out */
} Word;

static void
free_word (gpointer data)
{
  Word *word = data;

  g_object_unref (word->layout);
  g_free (word);
}

static Word *
find_word (CvnChartText *self,
           const char   *text)
{
  Word          *word = g_hash_table_lookup (self->words, text);
  PangoRectangle box;

  if (word != NULL)
    return word;
  word = g_new0 (Word, 1);
  word->layout = pango_layout_copy (self->model);
  pango_layout_set_text (word->layout, text, -1);
  pango_layout_get_extents (word->layout, NULL, &box);
  word->width = (double) box.width / PANGO_SCALE;
  g_hash_table_insert (self->words, g_strdup (text), word);
  return word;
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

  self->model = style->context != NULL ? pango_layout_new (style->context) : make_layout_for_paper (style);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->model, attributes);
  pango_layout_set_single_paragraph_mode (self->model, TRUE);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_word);
  pango_layout_get_extents (find_word (self, "0")->layout, NULL, &box);
  self->line_height = (double) box.height / PANGO_SCALE;
  pango_attr_list_unref (attributes);
}

/** cvn_chart_text_clear: gives back what the writer holds. */
void
cvn_chart_text_clear (CvnChartText *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_object (&self->model);
}

/** cvn_chart_text_get_width: how wide @text is when nothing is left out. */
double
cvn_chart_text_get_width (CvnChartText *self,
                          const char   *text)
{
  return find_word (self, text)->width;
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
  Word    *word = find_word (self, text);
  gboolean fits = max_width <= 0 || word->width <= max_width;
  double   width = fits ? word->width : max_width;

  pango_layout_set_ellipsize (word->layout, fits ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_set_width (word->layout, fits ? -1 : (int) (max_width * PANGO_SCALE));
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_move_to (cr, x - width * align, round (middle - self->line_height / 2));
  pango_cairo_show_layout (cr, word->layout);
}
