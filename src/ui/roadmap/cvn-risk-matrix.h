/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-roadmap-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The live risks by likelihood and impact, and below it each with its measure and trend. A risk moves in the matrix by
 * dragging, or with Ctrl and the arrows while it has the focus. Action "risks.move" (ii).
 */
#define CVN_TYPE_RISK_MATRIX (cvn_risk_matrix_get_type ())
G_DECLARE_FINAL_TYPE (CvnRiskMatrix, cvn_risk_matrix, CVN, RISK_MATRIX, AdwBin)

GtkWidget *cvn_risk_matrix_new (CvnRoadmapBook *book);
guint      cvn_risk_matrix_count (CvnRiskMatrix *self, int likelihood, int impact);
void       cvn_risk_matrix_move (CvnRiskMatrix *self, const char *risk, int impact, int likelihood);

G_END_DECLS
