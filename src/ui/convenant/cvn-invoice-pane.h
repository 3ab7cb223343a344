/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record-pane.h"

G_BEGIN_DECLS

/*
 * One invoice: where it stands, what happened to it, and the steps that are allowed now. Actions: invoice.send, show, letter, pay,
 * remind, credit, refund, write-off, discard and edit. Signal "pay": a payment is to be booked for it.
 */
#define CVN_TYPE_INVOICE_PANE (cvn_invoice_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnInvoicePane, cvn_invoice_pane, CVN, INVOICE_PANE, CvnRecordPane)

GtkWidget *cvn_invoice_pane_new (CvnCentre *centre);
void       cvn_invoice_pane_show (CvnInvoicePane *self, const char *invoice, gboolean credit);

G_END_DECLS
