/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-fee-grid-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The grid with the choice of what it shows above it, and what is to be said about it below. */
#define CVN_TYPE_FEE_SHEET_PANE (cvn_fee_sheet_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnFeeSheetPane, cvn_fee_sheet_pane, CVN, FEE_SHEET_PANE, AdwBin)

GtkWidget      *cvn_fee_sheet_pane_new (CvnFeeSheet *sheet);
CvnFeeGridView *cvn_fee_sheet_pane_get_grid (CvnFeeSheetPane *self);
const char     *cvn_fee_sheet_pane_get_message (CvnFeeSheetPane *self);

G_END_DECLS
