/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"
#include "cvn-report-table.h"

#include <cairo.h>

G_BEGIN_DECLS

/*
 * A report: pages of A4 made of blocks that follow each other. It is built, then read: the first question about its
 * pages lays it out, and from then on nothing can be added. The same pages are painted on the screen, for a printer
 * and in a PDF. A report belongs to one thread at a time.
 */
typedef struct _CvnReport CvnReport;

#define CVN_TYPE_REPORT (cvn_report_get_type ())
GType      cvn_report_get_type (void) G_GNUC_CONST;
CvnReport *cvn_report_new (const char *title, CvnLanguage language);
CvnReport *cvn_report_ref (CvnReport *self);
void       cvn_report_unref (CvnReport *self);

typedef enum {
  CVN_SHEET_A4,
  CVN_SHEET_A4_LYING,
  CVN_SHEET_A3, /* lying */
} CvnReportSheet;

typedef enum {
  CVN_COLUMN_MAIN,
  CVN_COLUMN_SIDE, /* narrow, on a ground of its own */
} CvnReportColumnPlace;

void cvn_report_set_sheet (CvnReport *self, CvnReportSheet sheet);
void cvn_report_begin_columns (CvnReport *self, double side_width);
void cvn_report_set_column (CvnReport *self, CvnReportColumnPlace column);
void cvn_report_end_columns (CvnReport *self);

void cvn_report_set_author (CvnReport *self, const char *author);
void cvn_report_set_date (CvnReport *self, const char *iso);
void cvn_report_set_footer (CvnReport *self, const char *footer);

void cvn_report_add_title (CvnReport *self, const char *title, const char *subtitle);
void cvn_report_add_heading (CvnReport *self, const char *heading);
void cvn_report_add_strong (CvnReport *self, const char *text);
void cvn_report_add_point (CvnReport *self, const char *text);
void cvn_report_add_paragraph (CvnReport *self, const char *text);
void cvn_report_add_small_print (CvnReport *self, const char *text);
void cvn_report_add_named (CvnReport *self, const char *name, const char *text);
void cvn_report_add_space (CvnReport *self, double points);
void cvn_report_add_facts (CvnReport *self, guint columns, const char *const *facts);
void cvn_report_add_letterhead (CvnReport *self, const char *sender, const char *sender_lines, const char *addressee, const char *addressee_lines);
void cvn_report_take_table (CvnReport *self, CvnReportTable *table);
void cvn_report_add_chart (CvnReport *self, CvnChart *chart, double height);

const char *cvn_report_get_title (CvnReport *self);
CvnLanguage cvn_report_get_language (CvnReport *self);
guint       cvn_report_get_n_pages (CvnReport *self);
void        cvn_report_get_page_size (CvnReport *self, double *width, double *height);
char       *cvn_report_dup_page_text (CvnReport *self, guint page);
void        cvn_report_paint_page (CvnReport *self, guint page, cairo_t *cr);
char       *cvn_report_to_pdf (CvnReport *self, gsize *size, GError **error);
gboolean    cvn_report_write_pdf (CvnReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnReport, cvn_report_unref)

G_END_DECLS
