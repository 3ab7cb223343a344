/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-fee-forecast.h"
#include "cvn-figure-set.h"

G_BEGIN_DECLS

typedef enum {
  CVN_FEE_MEASURE_COUNT,
  CVN_FEE_MEASURE_PAID,
  CVN_FEE_MEASURE_REVENUE, /* cents */
} CvnFeeMeasure;

/* All rows, or all months of a year, in cvn_fee_sheet_sum(). */
#define CVN_FEE_ALL -1

/*
 * Municipalities by the months of the year in focus, for one measure and one group of people or all, beside the year before.
 * Follows what is written and the year in focus. Signal "changed": other numbers, another year, measure or group.
 */
#define CVN_TYPE_FEE_SHEET (cvn_fee_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CvnFeeSheet, cvn_fee_sheet, CVN, FEE_SHEET, GObject)

CvnFeeSheet  *cvn_fee_sheet_new (CvnCentre *centre);
CvnCentre    *cvn_fee_sheet_get_centre (CvnFeeSheet *self);
CvnFigureSet *cvn_fee_sheet_get_figures (CvnFeeSheet *self);
gboolean      cvn_fee_sheet_is_loaded (CvnFeeSheet *self);
int           cvn_fee_sheet_get_year (CvnFeeSheet *self);

CvnFeeMeasure cvn_fee_sheet_get_measure (CvnFeeSheet *self);
void          cvn_fee_sheet_set_measure (CvnFeeSheet *self, CvnFeeMeasure measure);
const char   *cvn_fee_sheet_get_group (CvnFeeSheet *self);
void          cvn_fee_sheet_set_group (CvnFeeSheet *self, const char *group);
const char   *cvn_fee_sheet_get_group_label (CvnFeeSheet *self);
gboolean      cvn_fee_sheet_is_editable (CvnFeeSheet *self);

guint       cvn_fee_sheet_get_n_rows (CvnFeeSheet *self);
const char *cvn_fee_sheet_get_id (CvnFeeSheet *self, guint row);
const char *cvn_fee_sheet_get_name (CvnFeeSheet *self, guint row);
gboolean    cvn_fee_sheet_get (CvnFeeSheet *self, guint row, guint month, gint64 *value);
gint64      cvn_fee_sheet_sum (CvnFeeSheet *self, int row, int month, gboolean last_year);
char       *cvn_fee_sheet_format (CvnFeeSheet *self, gint64 value);
char       *cvn_fee_sheet_dup_cell_name (CvnFeeSheet *self, guint row, guint month);
gboolean    cvn_fee_sheet_check (CvnFeeSheet *self, guint row, guint month, const gint64 *value, GError **error);

gboolean cvn_fee_sheet_is_missing (CvnFeeSheet *self, guint month);
gboolean cvn_fee_sheet_forecast (CvnFeeSheet *self, CvnFeeForecast *forecast, GError **error);

G_END_DECLS
