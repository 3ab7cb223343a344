/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-grid-list.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/* Invoices and payments as rows: the figures invoices, invoice-events, payments, payments-by-payer and payments-by-credited. */
GtkWidget *cvn_invoice_rows_new_list (void);
void       cvn_invoice_rows_fill (CvnGridList *list, CvnTable *invoices);
char      *cvn_invoice_rows_dup_title (CvnTable *invoices, guint row);
char      *cvn_invoice_rows_dup_state (CvnTable *invoices, guint row);
char      *cvn_invoice_rows_dup_sum (CvnTable *invoices);

GtkWidget *cvn_invoice_events_new_list (void);
void       cvn_invoice_events_fill (CvnGridList *list, CvnTable *events);

GtkWidget *cvn_payment_rows_new_list (void);
void       cvn_payment_rows_fill (CvnGridList *list, CvnTable *payments);
GtkWidget *cvn_payment_sums_new_list (const char *name);
void       cvn_payment_sums_fill (CvnGridList *list, CvnTable *sums);

G_END_DECLS
