/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CVN_INVOICE_PREFIX_MAX 8

/* A series of numbers; the text is borrowed. */
typedef struct
{
  const char *prefix;   /* letters, or "" */
  guint       width;    /* of the number at least, with zeros before it; 1 to 9 */
  gboolean    restarts; /* whether each year begins at 1 */
} CvnInvoiceSeries;

typedef struct
{
  char  prefix[CVN_INVOICE_PREFIX_MAX + 1];
  guint year;
  guint number;
  guint width; /* as it was written */
} CvnInvoiceNumber;

typedef enum {
  CVN_INVOICE_NUMBER_MISSING,
  CVN_INVOICE_NUMBER_REPEATED,
} CvnInvoiceNumberFault;

/* Numbers that are not there, or are there more than once. */
typedef struct
{
  CvnInvoiceNumberFault fault;
  guint                 year; /* of the number after a gap */
  guint                 first;
  guint                 last;
} CvnInvoiceGap;

gboolean cvn_invoice_number_parse (const char *text, CvnInvoiceNumber *number, GError **error);
char    *cvn_invoice_number_format (const CvnInvoiceNumber *number);
char    *cvn_invoice_number_next (const CvnInvoiceSeries *series, guint year, const char *last, GError **error);
GArray  *cvn_invoice_number_find_gaps (const CvnInvoiceSeries *series, const char *const *numbers, guint n_numbers, GError **error);

G_END_DECLS
