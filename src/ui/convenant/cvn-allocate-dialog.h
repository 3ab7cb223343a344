/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* Works out the contributions of a year by a rule, after showing what each party would owe, before and after, to the cent. */
#define CVN_TYPE_ALLOCATE_DIALOG (cvn_allocate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnAllocateDialog, cvn_allocate_dialog, CVN, ALLOCATE_DIALOG, CvnOperationDialog)

GtkWidget *cvn_allocate_dialog_new (GtkWidget *from, CvnCentre *centre, CvnTable *rules, const char *rule);

G_END_DECLS
