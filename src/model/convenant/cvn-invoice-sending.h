/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-invoice-number.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* What sending an invoice and sending a credit note share. */
gboolean cvn_invoice_find_last (CvnReader *reader, CvnRecord *series, char **last, GError **error);
gboolean cvn_invoice_send (CvnWriter *writer, CvnRecord *invoice, const char *today, GError **error);

G_END_DECLS
