/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* Divides commitments into instalments, after showing which are new, changed, kept and removed. */
#define CVN_TYPE_PLAN_DIALOG (cvn_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnPlanDialog, cvn_plan_dialog, CVN, PLAN_DIALOG, CvnOperationDialog)

GtkWidget *cvn_plan_dialog_new (GtkWidget *from, CvnCentre *centre, CvnTable *commitments, const char *commitment);

G_END_DECLS
