/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* Books a payment for one or several open invoices, in parts, by who paid it or on behalf of somebody else. */
#define CVN_TYPE_PAYMENT_DIALOG (cvn_payment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnPaymentDialog, cvn_payment_dialog, CVN, PAYMENT_DIALOG, CvnOperationDialog)

GtkWidget *cvn_payment_dialog_new (GtkWidget *from, CvnCentre *centre, CvnTable *invoices, CvnTable *partners, const char *invoice);

G_END_DECLS
