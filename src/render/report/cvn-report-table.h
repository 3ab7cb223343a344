/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-text.h"

G_BEGIN_DECLS

typedef enum {
  CVN_ROW_NORMAL,
  CVN_ROW_GROUP, /* a heading within the table: stays with the row after it */
  CVN_ROW_TOTAL, /* stays with the row before it */
} CvnReportRow;

/* A table of a report. Columns of words break their lines when there is no room; columns of numbers never do. */
typedef struct _CvnReportTable CvnReportTable;

CvnReportTable *cvn_report_table_new (void);
void            cvn_report_table_add_column (CvnReportTable *self, const char *label, CvnReportAlign align);
void            cvn_report_table_begin_row (CvnReportTable *self, CvnReportRow kind);
void            cvn_report_table_add_cell (CvnReportTable *self, const char *text);
void            cvn_report_table_take_cell (CvnReportTable *self, char *text);
void            cvn_report_table_add_euro (CvnReportTable *self, gint64 cents, CvnLanguage language);
guint           cvn_report_table_get_n_rows (CvnReportTable *self);

G_END_DECLS
