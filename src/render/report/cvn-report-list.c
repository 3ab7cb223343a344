/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-list"

#include "cvn-report-private.h"

/* A point of a list: a dot and lines beside it; each line is a part. */
typedef struct
{
  CvnReportBlock block;
  char          *text;
  double         line_height;
} Point;

#define INDENT 12.0
#define DOT    "•"

#define LEAST_LINES 12

static guint
point_measure (CvnReportBlock *block,
               CvnReportText  *text,
               double          width)
{
  Point *self = (Point *) block;

  double height = cvn_report_text_set (text, CVN_TEXT_BODY, self->text, width - INDENT, CVN_ALIGN_START);
  int    n_lines = pango_layout_get_line_count (text->layout);

  self->line_height = height / n_lines;
  return (guint) n_lines;
}

static double
point_get_height (CvnReportBlock *block,
                  guint           from,
                  guint           to)
{
  return (to - from) * ((Point *) block)->line_height;
}

/* Few lines stay together, and none of more stands alone. */
static gboolean
point_may_break (CvnReportBlock *block,
                 guint           before)
{
  return block->n_parts >= LEAST_LINES && before > 1 && before + 1 < block->n_parts;
}

static void
point_paint (CvnReportBlock   *block,
             CvnReportPainter *painter,
             double            x,
             double            y,
             guint             from,
             guint             to)
{
  Point           *self = (Point *) block;
  double           width = block->width - INDENT;
  g_autofree char *part = NULL;

  if (from > 0 || to < block->n_parts)
    {
      cvn_report_text_set (painter->text, CVN_TEXT_BODY, self->text, width, CVN_ALIGN_START);
      part = cvn_report_text_dup_lines (painter->text, self->text, from, to);
    }
  cvn_report_painter_begin (painter, "LI");
  if (from == 0)
    cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_BODY, DOT, x + 2, y, 0, CVN_ALIGN_START);
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_BODY, part != NULL ? part : self->text, x + INDENT, y, width, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "LI");
}

/* With all of it on the page on which it begins, as paragraphs are. */
static void
point_append_text (CvnReportBlock *block,
                   GString        *text,
                   guint           from,
                   guint           to)
{
  if (from == 0)
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
  static const CvnReportBlockClass klass = { point_measure, point_get_height, point_may_break, point_paint, point_append_text, point_free };
  Point                           *self = cvn_report_block_new (sizeof (Point), &klass, 2.5);

  self->text = g_strdup (text);
  return &self->block;
}
