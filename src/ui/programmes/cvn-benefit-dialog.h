/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* Says when a promised benefit is to be given, or that it was given and where that can be seen. */
#define CVN_TYPE_BENEFIT_DIALOG (cvn_benefit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnBenefitDialog, cvn_benefit_dialog, CVN, BENEFIT_DIALOG, CvnOperationDialog)

GtkWidget *cvn_benefit_dialog_new (GtkWidget *from, CvnCentre *centre, const char *exposure, const char *partner, const char *title);

G_END_DECLS
