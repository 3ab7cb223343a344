/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-count-cell.h"
#include "cvn-fee-grid-view.h"

/* For the files of the grid only. */

#define CVN_FEE_N_MONTHS 12

struct _CvnFeeGridView
{
  GtkWidget parent_instance;

  CvnFeeSheet  *sheet;
  CvnFeeEntry  *entry;
  GtkWidget    *names;    /* the first column, which stays */
  GtkWidget    *scrolled; /* the months */
  GtkWidget    *grid;
  GPtrArray    *cells; /* of CvnCountCell, row by row */
  GPtrArray    *sizes; /* of GtkSizeGroup: a name is as high as its numbers */
  guint         row;   /* where the focus is or was */
  guint         column;
  guint         other_row; /* the other corner of what is selected */
  guint         other_column;
  int           year; /* what is edited belongs to */
  CvnFeeMeasure measure;
  char         *group;
  GCancellable *cancellable;
};

void          cvn_fee_grid_view_add_keys (CvnFeeGridView *self);
void          cvn_fee_grid_view_tell (CvnFeeGridView *self, const char *message, gboolean is_error);
CvnCountCell *cvn_fee_grid_view_current (CvnFeeGridView *self);
void          cvn_fee_grid_view_show_selection (CvnFeeGridView *self);
