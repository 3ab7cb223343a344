/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cvn-language.h"

G_BEGIN_DECLS

typedef enum {
  CVN_FEE_CELL_EMPTY,
  CVN_FEE_CELL_COUNT,
  CVN_FEE_CELL_WRONG,
} CvnFeeCellState;

typedef struct
{
  CvnFeeCellState state;
  gint64          count; /* 0 unless it is a count */
  char           *error; /* owned: what is wrong with it, for people; NULL unless it is wrong */
} CvnFeeCell;

/* A block of counts: a row for each municipality, a column for each month. */
typedef struct
{
  guint       n_rows;
  guint       n_columns;
  CvnFeeCell *cells; /* row by row */
} CvnFeeGrid;

CvnFeeGrid *cvn_fee_grid_new (guint n_rows, guint n_columns);
void        cvn_fee_grid_free (CvnFeeGrid *self);
CvnFeeGrid *cvn_fee_grid_parse (const char *text, CvnLanguage language, GError **error);
gboolean    cvn_fee_grid_paste (CvnFeeGrid *self, const CvnFeeGrid *block, guint row, guint column, GError **error);

CvnFeeCell *cvn_fee_grid_get (const CvnFeeGrid *self, guint row, guint column);
gboolean    cvn_fee_grid_set (CvnFeeGrid *self, guint row, guint column, const char *text, CvnLanguage language);
guint       cvn_fee_grid_count_wrong (const CvnFeeGrid *self);

gint64 cvn_fee_grid_sum_row (const CvnFeeGrid *self, guint row);
gint64 cvn_fee_grid_sum_column (const CvnFeeGrid *self, guint column);
gint64 cvn_fee_grid_sum_year (const CvnFeeGrid *self, gint64 first_month, int year);
gint64 cvn_fee_grid_sum (const CvnFeeGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnFeeGrid, cvn_fee_grid_free)

G_END_DECLS
