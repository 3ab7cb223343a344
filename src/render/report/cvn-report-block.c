/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-block"

#include "cvn-report-block.h"

/** cvn_report_block_new: (transfer full): a block of @size bytes, which begin with a #CvnReportBlock. */
gpointer
cvn_report_block_new (gsize                      size,
                      const CvnReportBlockClass *klass,
                      double                     space_before)
{
  CvnReportBlock *self = g_malloc0 (size);

  self->klass = klass;
  self->space_before = space_before;
  return self;
}

/** cvn_report_block_free: frees a block of any kind. */
void
cvn_report_block_free (CvnReportBlock *self)
{
  if (self->klass->free != NULL)
    self->klass->free (self);
  g_free (self);
}

/** cvn_report_block_may_break: whether the part @before may begin a page. */
gboolean
cvn_report_block_may_break (CvnReportBlock *self,
                            guint           before)
{
  return self->klass->may_break == NULL || self->klass->may_break (self, before);
}

/** cvn_report_painter_begin: what is painted from here is a @tag of PDF's structure, such as "P" or "TD". */
void
cvn_report_painter_begin (CvnReportPainter *self,
                          const char       *tag)
{
  if (self->tagged)
    cairo_tag_begin (self->cr, tag, NULL);
}

/** cvn_report_painter_end: what cvn_report_painter_begin() began is at its end. */
void
cvn_report_painter_end (CvnReportPainter *self,
                        const char       *tag)
{
  if (self->tagged)
    cairo_tag_end (self->cr, tag);
}

/** cvn_report_painter_line: a line from @x to the right, in the middle of @y. */
void
cvn_report_painter_line (CvnReportPainter *self,
                         CvnColor          color,
                         double            thickness,
                         double            x,
                         double            y,
                         double            width)
{
  cvn_report_painter_fill (self, color, x, y - thickness / 2, width, thickness);
}

/** cvn_report_painter_fill: a ground of one colour. */
void
cvn_report_painter_fill (CvnReportPainter *self,
                         CvnColor          color,
                         double            x,
                         double            y,
                         double            width,
                         double            height)
{
  cairo_set_source_rgba (self->cr, color.red, color.green, color.blue, color.alpha);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}
