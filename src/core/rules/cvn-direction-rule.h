/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

/* Rules about the direction of a centre: where a service stands, what has slipped, what a card takes over. */

typedef enum {
  CVN_TIMING_NOW,
  CVN_TIMING_NEXT,
  CVN_TIMING_LATER,
  CVN_N_TIMINGS,
} CvnTiming;

typedef enum {
  CVN_RISK_LOW,
  CVN_RISK_MEDIUM,
  CVN_RISK_HIGH,
} CvnRiskLevel;

typedef enum {
  CVN_TREND_NEW, /* it was not on the last card */
  CVN_TREND_DOWN,
  CVN_TREND_SAME,
  CVN_TREND_UP,
} CvnTrend;

CvnTiming   cvn_timing_find (const char *timing, gint64 start_year, const char *maturity, int year);
const char *cvn_timing_get_code (CvnTiming timing);

gboolean cvn_slip_find (const char *first_planned, const char *planned, const char *done_on, const char *status, const char *today, int *days);

CvnRiskLevel cvn_risk_level (gint64 likelihood, gint64 impact);
CvnTrend     cvn_risk_trend (gint64 score_before, gint64 score_now);
gboolean     cvn_risk_is_live (const char *status);

gboolean cvn_step_is_carried (const char *status, const char *half_year, const char *card_half_year);
gboolean cvn_milestone_is_carried (const char *status, const char *half_year, const char *card_half_year);

G_END_DECLS
