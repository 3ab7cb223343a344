/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

typedef enum {
  CVN_INVOICE_SEND,
  CVN_INVOICE_CREDIT,
  CVN_INVOICE_REMIND,
  CVN_INVOICE_REFUND,
  CVN_INVOICE_WRITE_OFF,
  CVN_N_INVOICE_STEPS,
} CvnInvoiceStep;

/* Asks what one step with an invoice needs, and says what comes of it. */
#define CVN_TYPE_INVOICE_STEP_DIALOG (cvn_invoice_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnInvoiceStepDialog, cvn_invoice_step_dialog, CVN, INVOICE_STEP_DIALOG, CvnOperationDialog)

GtkWidget *cvn_invoice_step_dialog_new (GtkWidget *from, CvnCentre *centre, CvnInvoiceStep step, CvnTable *invoice);

G_END_DECLS
