/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-text.h"

G_BEGIN_DECLS

/* Where and how blocks are painted. */
typedef struct
{
  cairo_t       *cr;
  CvnReportText *text;
  gboolean       tagged; /* the structure is written too: a PDF for screen readers */
} CvnReportPainter;

/* A piece of a report. It consists of parts that are never cut: the lines of a paragraph, the rows of a table; most
 * blocks have one. A page shows the parts from one up to, but not including, another. */
typedef struct _CvnReportBlock CvnReportBlock;

typedef struct
{
  guint (*measure) (CvnReportBlock *self, CvnReportText *text, double width); /* returns how many parts there are */
  double (*get_height) (CvnReportBlock *self, guint from, guint to);
  gboolean (*may_break) (CvnReportBlock *self, guint before); /* NULL: before every part */
  void (*paint) (CvnReportBlock *self, CvnReportPainter *painter, double x, double y, guint from, guint to);
  void (*append_text) (CvnReportBlock *self, GString *text, guint from, guint to); /* may be NULL: there are no words */
  void (*free) (CvnReportBlock *self);
} CvnReportBlockClass;

struct _CvnReportBlock
{
  const CvnReportBlockClass *klass;
  double                     space_before; /* left out at the top of a page */
  gboolean                   keep_with_next;
  guint                      columns; /* which pair of columns it is in, from 1; 0: across the page */
  gboolean                   is_side; /* in the second column of them */
  double                     x;       /* from the margin */
  double                     width;   /* once measured */
  guint                      n_parts; /* once measured */
};

gpointer cvn_report_block_new (gsize size, const CvnReportBlockClass *klass, double space_before);
void     cvn_report_block_free (CvnReportBlock *self);
gboolean cvn_report_block_may_break (CvnReportBlock *self, guint before);

void cvn_report_painter_begin (CvnReportPainter *self, const char *tag);
void cvn_report_painter_end (CvnReportPainter *self, const char *tag);
void cvn_report_painter_line (CvnReportPainter *self, CvnColor color, double thickness, double x, double y, double width);
void cvn_report_painter_fill (CvnReportPainter *self, CvnColor color, double x, double y, double width, double height);

G_END_DECLS
