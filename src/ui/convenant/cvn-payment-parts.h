/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation-dialog.h"

G_BEGIN_DECLS

/* The open invoices of a customer in a dialog, each with the part of the payment that is for it. */
typedef struct _CvnPaymentParts CvnPaymentParts;

CvnPaymentParts *cvn_payment_parts_new (CvnOperationDialog *dialog, CvnTable *invoices, const char *invoice);
void             cvn_payment_parts_free (CvnPaymentParts *self);

gboolean cvn_payment_parts_show (CvnPaymentParts *self, const char *organisation);
void     cvn_payment_parts_spread (CvnPaymentParts *self, gint64 cents);
GArray  *cvn_payment_parts_read (CvnPaymentParts *self, gint64 cents, gboolean over, GError **error);
gboolean cvn_payment_parts_has_open (CvnTable *invoices, const char *organisation);

G_END_DECLS
