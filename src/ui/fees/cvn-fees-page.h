/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-fee-sheet-pane.h"
#include "cvn-tabbed-page.h"

G_BEGIN_DECLS

/* Registrations and what they bring: the grid to fill in, revenue and shares, the fees, and the lists of the area. */
#define CVN_TYPE_FEES_PAGE (cvn_fees_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnFeesPage, cvn_fees_page, CVN, FEES_PAGE, CvnTabbedPage)

CvnFeeSheetPane *cvn_fees_page_get_pane (CvnFeesPage *self);

G_END_DECLS
