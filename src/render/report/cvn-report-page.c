/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-page"

#include "cvn-report-private.h"
#include "cvn-report-words.h"

#define FOOT 42

static char *
dup_page_number (CvnReport *self,
                 guint      page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *count = g_strdup_printf ("%u", self->n_pages);

  return cvn_report_sentence (CVN_WORD_PAGE_OF, self->language, number, count, NULL);
}

/* The line above a page that is not the first. */
static void
paint_header (CvnReport        *self,
              CvnReportPainter *painter)
{
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_FOOTER, self->title, CVN_REPORT_MARGIN, 34, cvn_report_get_content_width (self), CVN_ALIGN_START);
}

static void
paint_footer (CvnReport        *self,
              guint             page,
              CvnReportPainter *painter)
{
  double           width = cvn_report_get_content_width (self);
  double           y = cvn_report_get_content_height (self) + CVN_REPORT_TOP + CVN_REPORT_BOTTOM - FOOT;
  g_autofree char *number = dup_page_number (self, page);

  cvn_report_painter_line (painter, cvn_report_line (), 0.5, CVN_REPORT_MARGIN, y - 7, width);
  if (self->footer != NULL)
    cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_FOOTER, self->footer, CVN_REPORT_MARGIN, y, width - 90, CVN_ALIGN_START);
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_FOOTER, number, CVN_REPORT_MARGIN, y, width, CVN_ALIGN_END);
}

/* The ground of the narrow column, as far as its words go on this page. */
static void
paint_side (CvnReport        *self,
            guint             page,
            CvnReportPainter *painter)
{
  CvnReportBlock *side = NULL;
  double          top = 0;
  double          bottom = 0;

  for (guint i = 0; i <= self->places->len; i++)
    {
      CvnReportPlace *place = i < self->places->len ? &g_array_index (self->places, CvnReportPlace, i) : NULL;
      CvnReportBlock *block = place != NULL ? g_ptr_array_index (self->blocks, place->block) : NULL;

      if (block != NULL && (!block->is_side || place->page != page))
        continue;
      if (side != NULL && (block == NULL || block->columns != side->columns))
        {
          cvn_report_painter_fill (painter, cvn_report_tint (), CVN_REPORT_MARGIN + side->x - CVN_REPORT_COLUMN_PAD, top - CVN_REPORT_SIDE_PAD,
                                   side->width + 2 * CVN_REPORT_COLUMN_PAD, bottom - top + 2 * CVN_REPORT_SIDE_PAD);
          side = NULL;
        }
      if (block == NULL)
        continue;
      top = side == NULL ? place->y : MIN (top, place->y);
      bottom = side == NULL ? 0 : bottom;
      bottom = MAX (bottom, place->y + block->klass->get_height (block, place->from, place->to));
      side = block;
    }
}

/** cvn_report_paint: paints a page, its top left at the origin. */
void
cvn_report_paint (CvnReport        *self,
                  guint             page,
                  CvnReportPainter *painter)
{
  cvn_report_lay_out (self);
  if (page > 0)
    paint_header (self, painter);
  paint_side (self, page, painter);
  for (guint i = 0; i < self->places->len; i++)
    {
      CvnReportPlace *place = &g_array_index (self->places, CvnReportPlace, i);
      CvnReportBlock *block = g_ptr_array_index (self->blocks, place->block);

      if (place->page == page)
        block->klass->paint (block, painter, CVN_REPORT_MARGIN + block->x, place->y, place->from, place->to);
    }
  paint_footer (self, page, painter);
}

/**
 * cvn_report_paint_page:
 * @self: the report
 * @page: from 0
 * @cr: where to paint; one unit is a point, the origin the top left of the paper, which is not filled
 *
 * The pages are the same on the screen, on a printer and in a PDF.
 */
void
cvn_report_paint_page (CvnReport *self,
                       guint      page,
                       cairo_t   *cr)
{
  g_auto (CvnReportText) text = { NULL };
  CvnReportPainter painter = { cr, &text, FALSE };

  cvn_report_text_init (&text);
  cairo_save (cr);
  cvn_report_paint (self, page, &painter);
  cairo_restore (cr);
}

/** cvn_report_dup_page_text: (transfer full): the words of a page in the order in which they are read, cells with a tab between them. */
char *
cvn_report_dup_page_text (CvnReport *self,
                          guint      page)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *number = NULL;

  cvn_report_lay_out (self);
  number = dup_page_number (self, page);
  for (guint i = 0; i < self->places->len; i++)
    {
      CvnReportPlace *place = &g_array_index (self->places, CvnReportPlace, i);
      CvnReportBlock *block = g_ptr_array_index (self->blocks, place->block);

      if (place->page == page && block->klass->append_text != NULL)
        block->klass->append_text (block, text, place->from, place->to);
    }
  if (self->footer != NULL)
    g_string_append_printf (text, "%s\n", self->footer);
  g_string_append_printf (text, "%s\n", number);
  return g_string_free (text, FALSE);
}
