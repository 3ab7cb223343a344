/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-settlement.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* What is open of an invoice, by its payments and credit notes. On the thread that has the reader or writer. */
gboolean cvn_invoice_account_read (CvnReader *reader, CvnRecord *invoice, const CvnDate *day, CvnSettlement *settlement, GError **error);
gboolean cvn_invoice_account_refresh (CvnWriter *writer, const char *invoice, GError **error);

G_END_DECLS
