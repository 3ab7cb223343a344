/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-fee-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A sheet as a grid: the municipalities stay where they are while the months scroll sideways. Arrow keys move, Shift with
 * them selects, typing or F2 edits, Enter and Tab accept and move on, Escape takes back, Delete empties; Ctrl+C copies, Ctrl+V
 * pastes a block of a spreadsheet. Signal "told" (const char *message, gboolean is_error): what is to be said; "" for nothing.
 */
#define CVN_TYPE_FEE_GRID_VIEW (cvn_fee_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnFeeGridView, cvn_fee_grid_view, CVN, FEE_GRID_VIEW, GtkWidget)

GtkWidget *cvn_fee_grid_view_new (CvnFeeSheet *sheet);
GtkWidget *cvn_fee_grid_view_get_cell (CvnFeeGridView *self, guint row, guint month);
GtkWidget *cvn_fee_grid_view_get_sum (CvnFeeGridView *self, int row, int month);
void       cvn_fee_grid_view_paste (CvnFeeGridView *self, const char *text);

G_END_DECLS
