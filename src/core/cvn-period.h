/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

/* Days from @from up to and including @to; an end with year 0 is open. Partial dates
 * stand for all days that they cover. */
typedef struct
{
  CvnDate from;
  CvnDate to;
} CvnPeriod;

gboolean cvn_period_is_valid (const CvnPeriod *period);
gboolean cvn_period_contains (const CvnPeriod *period, const CvnDate *date);
gboolean cvn_period_covers (const CvnPeriod *outer, const CvnPeriod *inner);
gboolean cvn_period_overlaps (const CvnPeriod *a, const CvnPeriod *b);
gboolean cvn_period_intersect (const CvnPeriod *a, const CvnPeriod *b, CvnPeriod *common);
gboolean cvn_period_follows (const CvnPeriod *later, const CvnPeriod *earlier);
int      cvn_period_days (const CvnPeriod *period);
gboolean cvn_period_split_year (int year, const CvnPeriod *periods, guint n, gint64 total, gint64 *parts, GError **error);
