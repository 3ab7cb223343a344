/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-prose"

#include "cvn-report-private.h"

/* The band of the title: a ground with a bar of the accent colour. */
typedef struct
{
  CvnReportBlock block;
  char          *title;
  char          *subtitle;
  double         title_height;
  double         subtitle_height;
} Title;

#define BAND_X     16.0
#define BAND_Y     14.0
#define BAR        4.0
#define BAND_AFTER 8.0

static guint
title_measure (CvnReportBlock *block,
               CvnReportText  *text,
               double          width)
{
  Title *self = (Title *) block;

  self->title_height = cvn_report_text_set (text, CVN_TEXT_TITLE, self->title, width - 2 * BAND_X, CVN_ALIGN_START);
  if (self->subtitle != NULL)
    self->subtitle_height = 3 + cvn_report_text_set (text, CVN_TEXT_SUBTITLE, self->subtitle, width - 2 * BAND_X, CVN_ALIGN_START);
  return 1;
}

static double
title_get_height (CvnReportBlock *block,
                  guint           from,
                  guint           to)
{
  Title *self = (Title *) block;

  return 2 * BAND_Y + self->title_height + self->subtitle_height + BAND_AFTER;
}

static void
title_paint (CvnReportBlock   *block,
             CvnReportPainter *painter,
             double            x,
             double            y,
             guint             from,
             guint             to)
{
  Title *self = (Title *) block;
  double height = title_get_height (block, from, to) - BAND_AFTER;

  cvn_report_painter_fill (painter, cvn_report_tint (), x, y, block->width, height);
  cvn_report_painter_fill (painter, cvn_report_accent (), x, y, BAR, height);
  cvn_report_painter_begin (painter, "H1");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_TITLE, self->title, x + BAND_X, y + BAND_Y, block->width - 2 * BAND_X, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "H1");
  if (self->subtitle == NULL)
    return;
  cvn_report_painter_begin (painter, "P");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_SUBTITLE, self->subtitle, x + BAND_X, y + BAND_Y + self->title_height + 3,
                        block->width - 2 * BAND_X, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "P");
}

static void
title_append_text (CvnReportBlock *block,
                   GString        *text,
                   guint           from,
                   guint           to)
{
  Title *self = (Title *) block;

  g_string_append_printf (text, "%s\n", self->title);
  if (self->subtitle != NULL)
    g_string_append_printf (text, "%s\n", self->subtitle);
}

static void
title_free (CvnReportBlock *block)
{
  Title *self = (Title *) block;

  g_free (self->title);
  g_free (self->subtitle);
}

/** cvn_report_title_new: (transfer full): the band at the top of a report. */
CvnReportBlock *
cvn_report_title_new (const char *title,
                      const char *subtitle)
{
  static const CvnReportBlockClass klass = { title_measure, title_get_height, NULL, title_paint, title_append_text, title_free };
  Title                           *self = cvn_report_block_new (sizeof (Title), &klass, 0);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  return &self->block;
}

/* Lines of text: each line is a part. */
typedef struct
{
  CvnReportBlock     block;
  CvnReportTextStyle style;
  char              *text;
  double             line_height;
} Prose;

static guint
prose_measure (CvnReportBlock *block,
               CvnReportText  *text,
               double          width)
{
  Prose *self = (Prose *) block;
  double height = cvn_report_text_set (text, self->style, self->text, width, CVN_ALIGN_START);
  int    n_lines = pango_layout_get_line_count (text->layout);

  self->line_height = height / n_lines;
  return (guint) n_lines;
}

static double
prose_get_height (CvnReportBlock *block,
                  guint           from,
                  guint           to)
{
  return (to - from) * ((Prose *) block)->line_height;
}

/* No line of a paragraph stands alone; a heading is never cut. */
static gboolean
prose_may_break (CvnReportBlock *block,
                 guint           before)
{
  return ((Prose *) block)->style != CVN_TEXT_HEADING && before > 1 && before + 1 < block->n_parts;
}

static void
prose_paint (CvnReportBlock   *block,
             CvnReportPainter *painter,
             double            x,
             double            y,
             guint             from,
             guint             to)
{
  Prose           *self = (Prose *) block;
  const char      *tag = self->style == CVN_TEXT_HEADING ? "H2" : "P";
  g_autofree char *part = NULL;

  if (from == 0 && to == block->n_parts)
    {
      cvn_report_painter_begin (painter, tag);
      cvn_report_text_draw (painter->text, painter->cr, self->style, self->text, x, y, block->width, CVN_ALIGN_START);
      cvn_report_painter_end (painter, tag);
      return;
    }
  cvn_report_text_set (painter->text, self->style, self->text, block->width, CVN_ALIGN_START);
  part = cvn_report_text_dup_lines (painter->text, self->text, from, to);
  cvn_report_painter_begin (painter, tag);
  cvn_report_text_draw (painter->text, painter->cr, self->style, part, x, y, block->width, CVN_ALIGN_START);
  cvn_report_painter_end (painter, tag);
}

/* With all of it on the page on which it begins: what is read aloud is not cut at lines. */
static void
prose_append_text (CvnReportBlock *block,
                   GString        *text,
                   guint           from,
                   guint           to)
{
  if (from == 0)
    g_string_append_printf (text, "%s\n", ((Prose *) block)->text);
}

static void
prose_free (CvnReportBlock *block)
{
  g_free (((Prose *) block)->text);
}

/** cvn_report_prose_new: (transfer full): a heading or a paragraph. */
CvnReportBlock *
cvn_report_prose_new (CvnReportTextStyle style,
                      const char        *text)
{
  static const CvnReportBlockClass klass = { prose_measure, prose_get_height, prose_may_break, prose_paint, prose_append_text, prose_free };
  Prose                           *self = cvn_report_block_new (sizeof (Prose), &klass, style == CVN_TEXT_HEADING ? 20 : 7);

  self->style = style;
  self->text = g_strdup (text);
  /* What stands out says what follows. */
  self->block.keep_with_next = style == CVN_TEXT_HEADING || style == CVN_TEXT_STRONG;
  return &self->block;
}

typedef struct
{
  CvnReportBlock block;
} Space;

static guint
space_measure (CvnReportBlock *block,
               CvnReportText  *text,
               double          width)
{
  return 1;
}

static double
space_get_height (CvnReportBlock *block,
                  guint           from,
                  guint           to)
{
  return 0;
}

static void
space_paint (CvnReportBlock   *block,
             CvnReportPainter *painter,
             double            x,
             double            y,
             guint             from,
             guint             to)
{
}

/** cvn_report_space_new: (transfer full): white. */
CvnReportBlock *
cvn_report_space_new (double points)
{
  static const CvnReportBlockClass klass = { space_measure, space_get_height, NULL, space_paint, NULL, NULL };

  return cvn_report_block_new (sizeof (Space), &klass, points);
}
