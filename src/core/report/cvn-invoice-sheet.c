/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-sheet"

#include "cvn-invoice-sheet.h"

/** cvn_letter_party_clear: frees its texts. */
void
cvn_letter_party_clear (CvnLetterParty *party)
{
  g_free (party->name);
  g_free (party->address);
  g_free (party->email);
  g_free (party->phone);
  g_free (party->website);
  g_free (party->iban);
  g_free (party->kvk);
  g_free (party->vat_id);
  g_free (party->oin);
  g_free (party->scheme);
  g_free (party->endpoint);
}

static void
line_free (gpointer data)
{
  CvnInvoiceLine *line = data;

  g_free (line->text);
  g_free (line->quantity);
  g_free (line->vat_category);
  g_free (line);
}

/** cvn_invoice_sheet_new: (transfer full): an invoice without lines. */
CvnInvoiceSheet *
cvn_invoice_sheet_new (void)
{
  CvnInvoiceSheet *self = g_new0 (CvnInvoiceSheet, 1);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  return self;
}

/** cvn_invoice_sheet_free: frees it with its lines. */
void
cvn_invoice_sheet_free (CvnInvoiceSheet *self)
{
  cvn_letter_party_clear (&self->sender);
  cvn_letter_party_clear (&self->customer);
  g_free (self->number);
  g_free (self->date);
  g_free (self->due_date);
  g_free (self->order_reference);
  g_free (self->reference);
  g_free (self->credits);
  g_free (self->credits_date);
  g_free (self->note);
  g_free (self->period);
  g_free (self->customer_reference);
  g_free (self->today);
  g_free (self->valid_until);
  g_free (self->attention);
  g_free (self->planned_for);
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->vat, g_array_unref);
  g_free (self);
}

/** cvn_invoice_sheet_add_line: a line of one piece, owned by the invoice. @net is in cents, @vat_rate per mille. */
CvnInvoiceLine *
cvn_invoice_sheet_add_line (CvnInvoiceSheet *self,
                            const char      *text,
                            gint64           net,
                            const char      *vat_category,
                            int              vat_rate)
{
  CvnInvoiceLine *line = g_new0 (CvnInvoiceLine, 1);

  line->text = g_strdup (text);
  line->price = net;
  line->net = net;
  line->vat_category = g_strdup (vat_category);
  line->vat_rate = vat_rate;
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * cvn_invoice_sheet_work_out:
 * @self: an invoice with all its lines
 * @error: CVN_ERROR_* when a VAT category is not known or an amount is too large
 *
 * Adds the lines up, with the VAT once for each category and rate.
 *
 * Returns: whether it could be worked out. Any thread.
 */
gboolean
cvn_invoice_sheet_work_out (CvnInvoiceSheet *self,
                            GError         **error)
{
  g_autofree CvnVatLine *lines = g_new0 (CvnVatLine, self->lines->len + 1);
  CvnVatTotals           totals;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const CvnInvoiceLine *line = g_ptr_array_index (self->lines, i);

      if (!cvn_vat_from_code (line->vat_category, &lines[i].category, error))
        return FALSE;
      lines[i].rate = line->vat_rate;
      lines[i].net = line->net;
    }
  g_clear_pointer (&self->vat, g_array_unref);
  self->vat = cvn_vat_summarise (lines, self->lines->len, &totals, error);
  if (self->vat == NULL)
    return FALSE;
  self->net = totals.net;
  self->vat_total = totals.vat;
  self->total = totals.total;
  return TRUE;
}
