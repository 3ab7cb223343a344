/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-invoice-sheet.h"

G_BEGIN_DECLS

char *cvn_ubl_invoice_write (const CvnInvoiceSheet *sheet, GError **error);

G_END_DECLS
