/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Instalments, invoices and payments of the year in focus, and the steps from one to the next.
 * Actions: invoicing.make, invoicing.pay, invoicing.open (s: id of an invoice).
 */
#define CVN_TYPE_INVOICING_VIEW (cvn_invoicing_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnInvoicingView, cvn_invoicing_view, CVN, INVOICING_VIEW, AdwBin)

GtkWidget *cvn_invoicing_view_new (CvnCentre *centre);
void       cvn_invoicing_view_show_list (CvnInvoicingView *self, const char *name);
void       cvn_invoicing_view_show_invoice (CvnInvoicingView *self, const char *invoice, gboolean credit);

G_END_DECLS
