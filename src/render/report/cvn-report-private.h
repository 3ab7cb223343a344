/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-block.h"
#include "cvn-report.h"

G_BEGIN_DECLS

/* Between the ground of the narrow column and its words: beside them, and above and below. */
#define CVN_REPORT_COLUMN_PAD 12.0
#define CVN_REPORT_SIDE_PAD   10.0

/* Some parts of a block at their place on a page. */
typedef struct
{
  guint  page;
  guint  block;
  guint  from;
  guint  to;
  double y;
} CvnReportPlace;

struct _CvnReport
{
  gatomicrefcount      ref_count;
  char                *title;
  char                *author;
  char                *date; /* ISO day */
  char                *footer;
  CvnLanguage          language;
  CvnReportSheet       sheet;
  double               side_width; /* of the second column, in points; 0 while blocks go across the page */
  guint                columns;    /* pairs of columns so far */
  CvnReportColumnPlace column;     /* where the next block goes */
  GPtrArray           *blocks;
  GArray              *places; /* of CvnReportPlace; NULL until it is laid out */
  guint                n_pages;
};

void cvn_report_add_block (CvnReport *self, gpointer block);

/* cvn-report-layout.c */
void cvn_report_lay_out (CvnReport *self);
void cvn_report_lay_out_with (CvnReport *self, CvnReportText *text);

double cvn_report_get_content_width (CvnReport *self);
double cvn_report_get_content_height (CvnReport *self);

/* cvn-report-page.c */
void cvn_report_paint (CvnReport *self, guint page, CvnReportPainter *painter);

/* cvn-report-pdf-catalog.c */
void cvn_report_pdf_set_language (GByteArray *pdf, const char *language);

/* The kinds of blocks. */
CvnReportBlock *cvn_report_title_new (const char *title, const char *subtitle);
CvnReportBlock *cvn_report_prose_new (CvnReportTextStyle style, const char *text);
CvnReportBlock *cvn_report_space_new (double points);
CvnReportBlock *cvn_report_facts_new (guint columns, const char *const *facts);
CvnReportBlock *cvn_report_letterhead_new (const char *sender, const char *sender_lines, const char *addressee, const char *addressee_lines);
CvnReportBlock *cvn_report_list_new (const char *text);
CvnReportBlock *cvn_report_chart_new (CvnChart *chart, double height, CvnLanguage language);

G_END_DECLS
