/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"
#include "cvn-fee-rule.h"

G_BEGIN_DECLS

/* A year of counts or of cents. */
typedef struct
{
  gint64   months[12];
  gboolean known[12];
} CvnFeeYear;

typedef struct
{
  gint64   months[12];
  gboolean estimated[12];
  gint64   known_total;
  gint64   total; /* of the whole year: what is known and what is estimated */
} CvnFeeForecast;

/* What a municipality has of the registrations and of the inhabitants; per mille, each column makes 1000. */
typedef struct
{
  gint64 count_share;
  gint64 population_share;
} CvnFeeShare;

gboolean cvn_fee_forecast_make (const CvnFeeYear *earlier, guint n_earlier, const CvnFeeYear *year, CvnFeeForecast *forecast, GError **error);
GArray  *cvn_fee_find_missing_months (const gint64 *known, guint n_known, gint64 first_month, const CvnDate *today, guint after_day);
gboolean cvn_fee_per_thousand (gint64 count, gint64 inhabitants, gint64 *hundredths, GError **error);
gboolean cvn_fee_compare_shares (const gint64 *counts, const gint64 *inhabitants, guint n, CvnFeeShare *shares, GError **error);
gboolean cvn_fee_check_overlap (const CvnFeeRow *fees, guint n_fees, GError **error);

G_END_DECLS
