/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* Makes drafts of invoices out of instalments, one for each party, in one step. */
#define CVN_TYPE_INVOICE_DIALOG (cvn_invoice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnInvoiceDialog, cvn_invoice_dialog, CVN, INVOICE_DIALOG, CvnOperationDialog)

GtkWidget *cvn_invoice_dialog_new (GtkWidget *from, CvnCentre *centre, CvnTable *instalments, const char *instalment);
gboolean   cvn_invoice_dialog_has_work (CvnTable *instalments);

G_END_DECLS
