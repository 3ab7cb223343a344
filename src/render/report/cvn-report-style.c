/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-style"

#include "cvn-report-style.h"

#include <pango/pango.h>

#define INK             \
  {                     \
    0.13, 0.15, 0.17, 1 \
  }
#define DIM             \
  {                     \
    0.36, 0.39, 0.42, 1 \
  }
#define ACCENT        \
  {                   \
    0.1, 0.29, 0.5, 1 \
  }

/* Dim is still 7 to 1 on white: it has to be read on a bad printer. */
static const CvnReportTextLook looks[CVN_N_TEXTS] = {
  [CVN_TEXT_TITLE] = { 21, PANGO_WEIGHT_BOLD, 1.05, ACCENT },
  [CVN_TEXT_SUBTITLE] = { 10.5, PANGO_WEIGHT_NORMAL, 1.2, DIM },
  [CVN_TEXT_HEADING] = { 12.5, PANGO_WEIGHT_BOLD, 1.15, ACCENT },
  [CVN_TEXT_BODY] = { 9.75, PANGO_WEIGHT_NORMAL, 1.32, INK },
  [CVN_TEXT_STRONG] = { 9.75, PANGO_WEIGHT_BOLD, 1.32, INK },
  [CVN_TEXT_LABEL] = { 8, PANGO_WEIGHT_NORMAL, 1.15, DIM },
  [CVN_TEXT_CELL] = { 9, PANGO_WEIGHT_NORMAL, 1.18, INK },
  [CVN_TEXT_TOTAL] = { 9, PANGO_WEIGHT_BOLD, 1.18, INK },
  [CVN_TEXT_SMALL] = { 8.25, PANGO_WEIGHT_NORMAL, 1.25, DIM },
  [CVN_TEXT_FOOTER] = { 7.75, PANGO_WEIGHT_NORMAL, 1.1, DIM },
  [CVN_TEXT_LETTERHEAD] = { 15, PANGO_WEIGHT_BOLD, 1.1, ACCENT },
};

/** cvn_report_text_look: how text of a style is printed. */
const CvnReportTextLook *
cvn_report_text_look (CvnReportTextStyle style)
{
  return &looks[style];
}

/** cvn_report_font_family: the font of all reports, and what to take where it is missing. */
const char *
cvn_report_font_family (void)
{
  return "Cantarell, Sans";
}

/** cvn_report_accent: the one colour beside black. */
CvnColor
cvn_report_accent (void)
{
  return (CvnColor) ACCENT;
}

/** cvn_report_line: the line between two rows. */
CvnColor
cvn_report_line (void)
{
  return (CvnColor){ 0.86, 0.87, 0.88, 1 };
}

/** cvn_report_strong_line: the line below the headings of a table and above its total. */
CvnColor
cvn_report_strong_line (void)
{
  return (CvnColor){ 0.45, 0.5, 0.56, 1 };
}

/** cvn_report_tint: the ground of what stands apart. */
CvnColor
cvn_report_tint (void)
{
  return (CvnColor){ 0.945, 0.957, 0.97, 1 };
}
