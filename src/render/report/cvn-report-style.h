/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart-style.h"

G_BEGIN_DECLS

/* Lengths on paper are points: 72 to an inch. */
#define CVN_REPORT_A4_WIDTH  595.276
#define CVN_REPORT_A4_HEIGHT 841.89
#define CVN_REPORT_A3_WIDTH  1190.551 /* lying */
#define CVN_REPORT_A3_HEIGHT 841.89
#define CVN_REPORT_MARGIN    56.0
#define CVN_REPORT_TOP       62.0
#define CVN_REPORT_BOTTOM    68.0

/* What a piece of text is, from which its look follows. */
typedef enum {
  CVN_TEXT_TITLE,
  CVN_TEXT_SUBTITLE,
  CVN_TEXT_HEADING,
  CVN_TEXT_BODY,
  CVN_TEXT_STRONG,
  CVN_TEXT_LABEL, /* names of columns and facts */
  CVN_TEXT_CELL,
  CVN_TEXT_TOTAL, /* a cell of a totals row */
  CVN_TEXT_SMALL,
  CVN_TEXT_FOOTER,
  CVN_TEXT_LETTERHEAD,
  CVN_N_TEXTS,
} CvnReportTextStyle;

typedef struct
{
  double   size;    /* points */
  int      weight;  /* of Pango */
  double   spacing; /* between lines, as a factor */
  CvnColor color;
} CvnReportTextLook;

const CvnReportTextLook *cvn_report_text_look (CvnReportTextStyle style);
const char              *cvn_report_font_family (void);
CvnColor                 cvn_report_accent (void);
CvnColor                 cvn_report_line (void);
CvnColor                 cvn_report_strong_line (void);
CvnColor                 cvn_report_tint (void);

G_END_DECLS
