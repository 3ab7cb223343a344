/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"
#include "cvn-fee-sheet.h"

G_BEGIN_DECLS

CvnChart *cvn_fee_chart_revenue (CvnFeeSheet *sheet);
CvnChart *cvn_fee_chart_per_thousand (CvnFeeSheet *sheet);
char     *cvn_fee_chart_explain (CvnFeeSheet *sheet);

G_END_DECLS
