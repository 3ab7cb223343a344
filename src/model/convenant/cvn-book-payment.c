/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-book-payment"

#include "cvn-operations.h"

#include "cvn-error.h"
#include "cvn-invoice-account.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-payments-said.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

/* Money that came in, went back, or is given up, and what it is for. */
typedef struct
{
  CvnRecord *payment;
  GPtrArray *invoices; /* of char * */
  GArray    *amounts;  /* of gint64 */
  gboolean   allow_over;
} Booking;

/* Payments are booked in any order of their dates: all that is known counts. */
static const CvnDate end_of_days = { 9999, 12, 31 };

static void
free_data (gpointer data)
{
  Booking *self = data;

  g_object_unref (self->payment);
  g_ptr_array_unref (self->invoices);
  g_array_unref (self->amounts);
  g_free (self);
}

static gboolean
check_part (const Booking       *self,
            const CvnSettlement *settlement,
            gint64               left,
            gint64               amount,
            GError             **error)
{
  const char *kind = cvn_record_get_text (self->payment, "kind");

  if (g_str_equal (kind, "refund"))
    return cvn_settlement_check_refund (settlement, -amount, error);
  if (g_str_equal (kind, "write_off"))
    return cvn_settlement_check_write_off (settlement, amount, error);
  return cvn_settlement_check_payment (settlement, left, amount, self->allow_over, error);
}

/* What is given up leaves the payments as they are. */
static gboolean
book_what_is_said (const Booking *self,
                   CvnWriter     *writer,
                   CvnRecord     *invoice,
                   GError       **error)
{
  return g_str_equal (cvn_record_get_text (self->payment, "kind"), "write_off") || cvn_payments_said_book (writer, invoice, error);
}

static gboolean
write_part (const Booking *self,
            CvnWriter     *writer,
            CvnRecord     *payment,
            const char    *invoice_id,
            gint64         left,
            gint64         amount,
            GError       **error)
{
  g_autoptr (CvnRecord) invoice = cvn_rows_get (cvn_writer_get_reader (writer), "invoice", invoice_id, error);
  g_autoptr (CvnRecord) settlement = cvn_record_new (cvn_kind_find ("settlement"));
  CvnSettlement state;

  if (invoice == NULL)
    return FALSE;
  if (cvn_record_get_integer (invoice, "total") < 0)
    return cvn_check_fail (error, "invoice", _("This is a credit note: pay back on the invoice that it corrects."));
  if (!cvn_invoice_account_read (cvn_writer_get_reader (writer), invoice, &end_of_days, &state, error) ||
      !check_part (self, &state, left, amount, error) || !book_what_is_said (self, writer, invoice, error))
    return FALSE;
  cvn_record_set_text (settlement, "payment", cvn_record_get_id (payment));
  cvn_record_set_text (settlement, "invoice", invoice_id);
  cvn_record_set_integer (settlement, "amount", amount);
  return cvn_writer_put (writer, settlement, error) && cvn_invoice_account_refresh (writer, invoice_id, error);
}

/* The payer of a write-off or a refund is whom the invoice went to. */
static gboolean
fill_payer (const Booking *self,
            CvnWriter     *writer,
            CvnRecord     *payment,
            GError       **error)
{
  g_autoptr (CvnRecord) invoice = NULL;

  if (cvn_record_has (payment, "organisation") || self->invoices->len == 0)
    return TRUE;
  invoice = cvn_rows_get (cvn_writer_get_reader (writer), "invoice", self->invoices->pdata[0], error);
  if (invoice == NULL)
    return FALSE;
  cvn_record_set_text (payment, "organisation", cvn_record_get_text (invoice, "organisation"));
  return TRUE;
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (cvn_record_get_text (*(CvnRecord **) (gpointer) a, "due_date"), cvn_record_get_text (*(CvnRecord **) (gpointer) b, "due_date"));
}

/* A payment without parts is for the invoices of whom it is credited to, the oldest first; the rest stays with the payment. */
static gboolean
spread (const Booking *self,
        CvnWriter     *writer,
        CvnRecord     *payment,
        GError       **error)
{
  const char *party = cvn_record_has (payment, "on_behalf_of") ? "on_behalf_of" : "organisation";
  gint64      left = cvn_record_get_integer (payment, "amount");
  g_autoptr (GPtrArray) invoices = cvn_rows_find (cvn_writer_get_reader (writer), "invoice", "organisation", cvn_record_get_text (payment, party), error);

  if (invoices == NULL)
    return FALSE;
  g_ptr_array_sort (invoices, compare_due);
  for (guint i = 0; i < invoices->len && left > 0; i++)
    {
      CvnRecord    *invoice = invoices->pdata[i];
      CvnSettlement state;
      gint64        part;

      if (cvn_record_get_integer (invoice, "total") <= 0 || g_strcmp0 (cvn_record_get_text (invoice, "status"), "draft") == 0)
        continue;
      if (!cvn_invoice_account_read (cvn_writer_get_reader (writer), invoice, &end_of_days, &state, error))
        return FALSE;
      part = MIN (left, state.open);
      if (part > 0 && !write_part (self, writer, payment, cvn_record_get_id (invoice), left, part, error))
        return FALSE;
      left -= part;
    }
  return TRUE;
}

static gboolean
write_payment (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Booking *self = data;
  g_autoptr (CvnRecord) payment = cvn_record_copy (self->payment);
  gint64 left = cvn_record_get_integer (payment, "amount");

  if (!fill_payer (self, writer, payment, error) || !cvn_writer_put (writer, payment, error))
    return FALSE;
  if (self->invoices->len == 0)
    return spread (self, writer, payment, error);
  for (guint i = 0; i < self->invoices->len; i++)
    {
      gint64 amount = g_array_index (self->amounts, gint64, i);

      if (!write_part (self, writer, payment, self->invoices->pdata[i], left, amount, error))
        return FALSE;
      left -= amount;
    }
  return TRUE;
}

static CvnOperation *
make_operation (CvnRecord            *payment,
                const CvnPaymentPart *parts,
                guint                 n_parts,
                gboolean              allow_over)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "payment", write_payment, NULL, free_data };
  g_autofree char               *id = cvn_ulid_new ();
  Booking                       *self = g_new0 (Booking, 1);

  self->payment = cvn_record_copy (payment);
  cvn_record_set_id (self->payment, id);
  self->invoices = g_ptr_array_new_with_free_func (g_free);
  self->amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->allow_over = allow_over;
  for (guint i = 0; i < n_parts; i++)
    {
      g_ptr_array_add (self->invoices, g_strdup (parts[i].invoice));
      g_array_append_val (self->amounts, parts[i].amount);
    }
  return cvn_operation_new (&klass, self, id);
}

/**
 * cvn_book_payment_new:
 * @payment: a new payment of kind receipt: date, amount, organisation, on_behalf_of, reference
 * @parts: (array length=n_parts): what it is for; none: the open invoices of whom it is credited to, the oldest first
 * @allow_over: whether more than is open may be put to an invoice, because too much was paid, or twice
 *
 * Books one payment for any number of invoices. Refused at "amount" when it is more than is open, or than the payment.
 *
 * Returns: (transfer full): the operation; its id is that of the payment
 */
CvnOperation *
cvn_book_payment_new (CvnRecord            *payment,
                      const CvnPaymentPart *parts,
                      guint                 n_parts,
                      gboolean              allow_over)
{
  return make_operation (payment, parts, n_parts, allow_over);
}

static CvnOperation *
make_for_invoice (const char *kind,
                  const char *invoice,
                  gint64      amount,
                  const char *date,
                  const char *note)
{
  g_autoptr (CvnRecord) payment = cvn_record_new (cvn_kind_find ("payment"));
  CvnPaymentPart part = { invoice, amount };

  cvn_record_set_text (payment, "kind", kind);
  cvn_record_set_text (payment, "date", date);
  cvn_record_set_text (payment, "note", note);
  cvn_record_set_integer (payment, "amount", amount);
  return make_operation (payment, &part, 1, FALSE);
}

/** cvn_refund_new: (transfer full): pays @amount cents (above zero) of @invoice back; refused at "amount" when that is more than came in. */
CvnOperation *
cvn_refund_new (const char *invoice,
                gint64      amount,
                const char *date,
                const char *note)
{
  return make_for_invoice ("refund", invoice, -amount, date, note);
}

/** cvn_write_off_new: (transfer full): gives @amount cents of @invoice up; refused at "status" when nothing is open, at "amount" when less is. */
CvnOperation *
cvn_write_off_new (const char *invoice,
                   gint64      amount,
                   const char *date,
                   const char *note)
{
  return make_for_invoice ("write_off", invoice, amount, date, note);
}
