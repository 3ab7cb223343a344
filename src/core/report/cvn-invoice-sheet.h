/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"
#include "cvn-vat.h"

#include <glib.h>

G_BEGIN_DECLS

/* Who writes, or who is written to. Every text may be NULL. */
typedef struct
{
  char *name;
  char *address; /* lines */
  char *email;
  char *phone;
  char *website;
  char *iban;
  char *kvk;
  char *vat_id;
  char *oin;      /* of a public body */
  char *scheme;   /* of the electronic address: 0106 or 0190 */
  char *endpoint; /* the electronic address in that scheme */
} CvnLetterParty;

/* A line of an invoice; amounts in cents. */
typedef struct
{
  char  *text;
  char  *quantity; /* as it is printed, with its unit; NULL for one */
  gint64 price;    /* of one, without VAT */
  gint64 net;
  char  *vat_category; /* code of a choice */
  int    vat_rate;     /* per mille */
} CvnInvoiceLine;

/* An invoice, a credit note, the reminder of one, or the quote that comes before. */
typedef struct
{
  CvnLanguage    language;       /* of the customer */
  gboolean       language_known; /* the customer said so; otherwise it may be chosen */
  CvnLetterParty sender;
  CvnLetterParty customer;
  char          *number;
  char          *date;     /* ISO */
  char          *due_date; /* ISO */
  char          *order_reference;
  char          *reference; /* betalingskenmerk or RF */
  char          *credits;   /* number of the invoice that it takes back; NULL for an invoice */
  char          *credits_date;
  char          *note;
  char          *period; /* what it is for, in words */
  char          *customer_reference;
  GPtrArray     *lines;        /* of CvnInvoiceLine */
  GArray        *vat;          /* of CvnVatSum, once it is worked out */
  gboolean       rate_unknown; /* its VAT is of several rates, and which lines it is of is not known */
  gint64         net;
  gint64         vat_total;
  gint64         total;
  gint64         paid;         /* so far */
  gint64         credited;     /* by credit notes, or written off */
  int            level;        /* of the reminder, from 1; 0 for the invoice itself */
  char          *today;        /* ISO day: the date of a reminder */
  char          *valid_until;  /* ISO day: of a quote */
  gboolean       is_draft;     /* it was not sent yet */
  char          *attention;    /* role or name of who asked for it */
  char          *planned_for;  /* ISO day on which what is quoted is to be delivered */
  gint64         participants; /* 0: not said */
  gint64         minutes;      /* of a pack of hours; 0: it is none */
} CvnInvoiceSheet;

CvnInvoiceSheet *cvn_invoice_sheet_new (void);
void             cvn_invoice_sheet_free (CvnInvoiceSheet *self);
void             cvn_letter_party_clear (CvnLetterParty *party);
CvnInvoiceLine  *cvn_invoice_sheet_add_line (CvnInvoiceSheet *self, const char *text, gint64 net, const char *vat_category, int vat_rate);
gboolean         cvn_invoice_sheet_work_out (CvnInvoiceSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnInvoiceSheet, cvn_invoice_sheet_free)

G_END_DECLS
