/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-block.h"
#include "cvn-report-table.h"

G_BEGIN_DECLS

#define CVN_TABLE_GAP       12.0 /* between columns */
#define CVN_TABLE_LEAST_GAP 7.0  /* where the words would have to be broken otherwise */
#define CVN_TABLE_PAD       3.6  /* above and below the words of a row */
#define CVN_TABLE_HEAD_PAD  4    /* below the headings */

typedef struct
{
  char          *label;
  CvnReportAlign align;
  double         x;
  double         width;
} CvnReportColumn;

typedef struct
{
  CvnReportRow kind;
  GPtrArray   *cells;     /* of texts; fewer than columns leave the rest empty */
  gboolean     continues; /* further lines of the row before it: one that is higher than a page */
  gboolean     goes_on;   /* further lines of it are in the next row */
} CvnReportTableRow;

struct _CvnReportTable
{
  CvnReportBlock block;
  GArray        *columns; /* of CvnReportColumn */
  GPtrArray     *rows;    /* of CvnReportTableRow */
  double         gap;     /* between columns */
  double         head_height;
  float         *widths; /* of the cells, row by row, each on lines of its own */
  double        *tops;   /* of the rows, and the end of the last one; from the top of the first */
};

CvnReportColumn   *cvn_report_table_get_column (CvnReportTable *self, guint column);
const char        *cvn_report_table_get_cell (CvnReportTable *self, guint row, guint column);
CvnReportRow       cvn_report_table_get_kind (CvnReportTable *self, guint row);
CvnReportTextStyle cvn_report_table_get_style (CvnReportTable *self, guint row);
double             cvn_report_table_get_cell_width (CvnReportTable *self, guint row, guint column);
guint              cvn_report_table_split_row (CvnReportTable *self, CvnReportText *text, guint row);
gboolean           cvn_report_table_continues (CvnReportTable *self, guint row);
gboolean           cvn_report_table_goes_on (CvnReportTable *self, guint row);
guint              cvn_report_table_find_end (CvnReportTable *self, guint row, guint to);
guint              cvn_report_table_measure (CvnReportBlock *block, CvnReportText *text, double width);

G_END_DECLS
