/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-block.h"

G_BEGIN_DECLS

/* What the bar beside a card of a board says, together with a word on it. */
typedef enum {
  CVN_TONE_PLAIN,
  CVN_TONE_GOOD,
  CVN_TONE_WARNING,
  CVN_TONE_BAD,
} CvnReportTone;

/* A board: rows with a heading, columns, and in each cell cards below each other. A row is never cut. */
typedef struct _CvnReportBoard CvnReportBoard;

CvnReportBoard *cvn_report_board_new (double most_height);
void            cvn_report_board_add_column (CvnReportBoard *self, const char *label);
void            cvn_report_board_begin_row (CvnReportBoard *self, const char *label);
void            cvn_report_board_add_card (CvnReportBoard *self, guint column, CvnReportTone tone, const char *title, const char *detail, const char *word);

G_END_DECLS
