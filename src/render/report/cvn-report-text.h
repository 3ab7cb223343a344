/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum {
  CVN_ALIGN_START,
  CVN_ALIGN_TIGHT, /* at the start too, and never broken: dates and codes */
  CVN_ALIGN_CENTRE,
  CVN_ALIGN_END, /* numbers: in tabular figures their digits stand below each other */
} CvnReportAlign;

/* Sets text in the styles of a report. The measures do not depend on where it is painted. */
typedef struct
{
  PangoLayout          *layout; /* that was set last; owned by one of the next two */
  PangoLayout          *model;
  GHashTable           *kept; /* layouts that were set before, or NULL */
  gsize                 n_kept_bytes;
  PangoFontDescription *fonts[CVN_N_TEXTS];
} CvnReportText;

void   cvn_report_text_init (CvnReportText *self);
void   cvn_report_text_clear (CvnReportText *self);
void   cvn_report_text_keep (CvnReportText *self);
double cvn_report_text_set (CvnReportText *self, CvnReportTextStyle style, const char *text, double width, CvnReportAlign align);
double cvn_report_text_get_set_width (CvnReportText *self);
double cvn_report_text_get_width (CvnReportText *self, CvnReportTextStyle style, const char *text);
double cvn_report_text_line_height (CvnReportText *self, CvnReportTextStyle style);
char  *cvn_report_text_dup_lines (CvnReportText *self, const char *text, guint from, guint to);
void   cvn_report_text_show (CvnReportText *self, cairo_t *cr, CvnReportTextStyle style, double x, double y);
double cvn_report_text_draw (CvnReportText *self, cairo_t *cr, CvnReportTextStyle style, const char *text, double x, double y, double width, CvnReportAlign align);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnReportText, cvn_report_text_clear)

G_END_DECLS
