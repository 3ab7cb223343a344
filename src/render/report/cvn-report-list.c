/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-list"

#include "cvn-report-private.h"

/* A point of a list: a dot and lines beside it, never cut. */
typedef struct
{
  CvnReportBlock block;
  char          *text;
  double         height;
} Point;

#define INDENT 12.0
#define DOT    "•"

static guint
point_measure (CvnReportBlock *block,
               CvnReportText  *text,
               double          width)
{
  Point *self = (Point *) block;

  self->height = cvn_report_text_set (text, CVN_TEXT_BODY, self->text, width - INDENT, CVN_ALIGN_START);
  return 1;
}

static double
point_get_height (CvnReportBlock *block,
                  guint           from,
                  guint           to)
{
  return ((Point *) block)->height;
}

static void
point_paint (CvnReportBlock   *block,
             CvnReportPainter *painter,
             double            x,
             double            y,
             guint             from,
             guint             to)
{
  Point *self = (Point *) block;

  cvn_report_painter_begin (painter, "LI");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_BODY, DOT, x + 2, y, 0, CVN_ALIGN_START);
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_BODY, self->text, x + INDENT, y, block->width - INDENT, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "LI");
}

static void
point_append_text (CvnReportBlock *block,
                   GString        *text,
                   guint           from,
                   guint           to)
{
  g_string_append_printf (text, DOT " %s\n", ((Point *) block)->text);
}

static void
point_free (CvnReportBlock *block)
{
  g_free (((Point *) block)->text);
}

/** cvn_report_list_new: (transfer full): one point of a list. */
CvnReportBlock *
cvn_report_list_new (const char *text)
{
  static const CvnReportBlockClass klass = { point_measure, point_get_height, NULL, point_paint, point_append_text, point_free };
  Point                           *self = cvn_report_block_new (sizeof (Point), &klass, 2.5);

  self->text = g_strdup (text);
  return &self->block;
}
