/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-text"

#include "cvn-report-text.h"

#include <string.h>

/* What is kept of a text as it was set takes some hundred times its bytes. */
#define MOST_KEPT_BYTES ((gsize) 128 * 1024)

/* A text as it was set. */
typedef struct
{
  CvnReportTextStyle style;
  CvnReportAlign     align;
  int                width; /* in units of Pango, or -1 */
  char              *text;
  PangoLayout       *layout;
} Kept;

static guint
hash_kept (gconstpointer data)
{
  const Kept *kept = data;

  return g_str_hash (kept->text) ^ ((guint) kept->width * 31 + (guint) kept->style * 7 + (guint) kept->align);
}

static gboolean
equal_kept (gconstpointer a,
            gconstpointer b)
{
  const Kept *one = a;
  const Kept *other = b;

  return one->style == other->style && one->align == other->align && one->width == other->width && g_str_equal (one->text, other->text);
}

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->layout);
  g_free (kept->text);
  g_free (kept);
}

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
  /* Without ligatures: Cairo gives them as one character, and then a word that holds "fi" is not found in the file. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, liga=0, clig=0"));

  self->model = pango_layout_new (context);
  self->layout = self->model;
  pango_layout_set_attributes (self->model, attributes);
  pango_layout_set_wrap (self->model, PANGO_WRAP_WORD_CHAR);
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
  self->layout = NULL;
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_object (&self->model);
  for (guint i = 0; i < CVN_N_TEXTS; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
}

/**
 * cvn_report_text_keep:
 *
 * From now on texts stay as they are set, up to a limit: who measures first and then paints with the same setter sets
 * each text once. Setting is most of the work.
 */
void
cvn_report_text_keep (CvnReportText *self)
{
  if (self->kept == NULL)
    self->kept = g_hash_table_new_full (hash_kept, equal_kept, free_kept, NULL);
}

static void
set_layout (CvnReportText *self,
            PangoLayout   *layout,
            const Kept    *wanted)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };

  pango_layout_set_font_description (layout, self->fonts[wanted->style]);
  pango_layout_set_line_spacing (layout, (float) cvn_report_text_look (wanted->style)->spacing);
  pango_layout_set_width (layout, wanted->width);
  pango_layout_set_alignment (layout, alignments[wanted->align]);
  /* What stands on every page takes one line of it. */
  pango_layout_set_ellipsize (layout, wanted->style == CVN_TEXT_FOOTER ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (layout, wanted->text, -1);
}

/* (transfer none): as it was set before, or set now. */
static PangoLayout *
find_layout (CvnReportText *self,
             const Kept    *wanted)
{
  Kept *kept = self->kept != NULL ? g_hash_table_lookup (self->kept, wanted) : NULL;
  gsize n_bytes = strlen (wanted->text);

  if (kept != NULL)
    return kept->layout;
  if (self->kept == NULL || self->n_kept_bytes + n_bytes > MOST_KEPT_BYTES)
    {
      set_layout (self, self->model, wanted);
      return self->model;
    }
  kept = g_new (Kept, 1);
  *kept = *wanted;
  kept->text = g_strdup (wanted->text);
  kept->layout = pango_layout_copy (self->model);
  set_layout (self, kept->layout, kept);
  self->n_kept_bytes += n_bytes;
  g_hash_table_add (self->kept, kept);
  return kept->layout;
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
  const Kept     wanted = { style, align, width > 0 ? (int) (width * PANGO_SCALE) : -1, (char *) (text != NULL ? text : ""), NULL };
  PangoRectangle box;

  self->layout = find_layout (self, &wanted);
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

/** cvn_report_text_dup_lines: (transfer full): the lines from @from up to, but not including, @to of @text, which was set last. */
char *
cvn_report_text_dup_lines (CvnReportText *self,
                           const char    *text,
                           guint          from,
                           guint          to)
{
  PangoLayoutLine *first = pango_layout_get_line_readonly (self->layout, (int) from);
  PangoLayoutLine *last = pango_layout_get_line_readonly (self->layout, (int) to - 1);

  return g_strndup (text + first->start_index, (gsize) (last->start_index + last->length - first->start_index));
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
