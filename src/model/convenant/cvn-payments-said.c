/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-payments-said"

#include "cvn-payments-said.h"

#include "cvn-payment-reference.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

/*
 * Files from elsewhere say how an invoice was paid without a payment: by the bank lines that name it or, where there are
 * none, by the day on which it was paid. The view invoice_account reads the same.
 */

typedef struct
{
  CvnReader *reader;
  CvnRecord *invoice;
  GPtrArray *payments; /* of CvnRecord, not kept yet */
} Said;

static gboolean
has_receipt (Said     *self,
             gboolean *has,
             GError  **error)
{
  g_autoptr (GPtrArray) rows = cvn_rows_find (self->reader, "settlement", "invoice", cvn_record_get_id (self->invoice), error);

  *has = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len && !*has; i++)
    {
      g_autoptr (CvnRecord) payment = cvn_rows_get (self->reader, "payment", cvn_record_get_text (rows->pdata[i], "payment"), error);

      if (payment == NULL)
        return FALSE;
      *has = g_strcmp0 (cvn_record_get_text (payment, "kind"), "receipt") == 0;
    }
  return rows != NULL;
}

static CvnRecord *
add_payment (Said       *self,
             const char *date,
             gint64      amount)
{
  CvnRecord *payment = cvn_record_new (cvn_kind_find ("payment"));

  cvn_record_set_text (payment, "date", date);
  cvn_record_set_text (payment, "kind", amount < 0 ? "refund" : "receipt");
  cvn_record_set_integer (payment, "amount", amount);
  cvn_record_set_text (payment, "organisation", cvn_record_get_text (self->invoice, "organisation"));
  g_ptr_array_add (self->payments, payment);
  return payment;
}

/* Who paid is known by the account, or by the name. */
static gboolean
set_payer (Said       *self,
           CvnRecord  *payment,
           const char *field,
           const char *value,
           GError    **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (value == NULL || cvn_record_has (payment, "on_behalf_of"))
    return TRUE;
  found = cvn_rows_find (self->reader, "organisation", field, value, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 0 || g_strcmp0 (cvn_record_get_id (found->pdata[0]), cvn_record_get_text (self->invoice, "organisation")) == 0)
    return TRUE;
  cvn_record_set_text (payment, "organisation", cvn_record_get_id (found->pdata[0]));
  cvn_record_set_text (payment, "on_behalf_of", cvn_record_get_text (self->invoice, "organisation"));
  return TRUE;
}

/* A line that a payment was booked for says nothing more. */
static gboolean
add_bank_line (Said      *self,
               CvnRecord *line,
               GError   **error)
{
  g_autoptr (GPtrArray) booked = cvn_rows_find (self->reader, "payment", "bank_line", cvn_record_get_id (line), error);
  const char *reference = cvn_record_get_text (line, "reference");
  CvnRecord  *payment;

  if (booked == NULL || booked->len > 0)
    return booked != NULL;
  payment = add_payment (self, cvn_record_get_text (line, "booking_date"), cvn_record_get_integer (line, "amount"));
  cvn_record_set_text (payment, "bank_line", cvn_record_get_id (line));
  /* The payer's slip of the pen stays with the line: a payment has none. */
  if (reference != NULL && cvn_payment_reference_check (reference, NULL))
    cvn_record_set_text (payment, "reference", reference);
  return set_payer (self, payment, "iban", cvn_record_get_text (line, "counter_account"), error) &&
         set_payer (self, payment, "name_nl", cvn_record_get_text (line, "counterparty"), error);
}

static gboolean
names_number (Said      *self,
              CvnRecord *line)
{
  const char      *text = cvn_record_get_text (line, "description");
  const char      *number = cvn_record_get_text (self->invoice, "number");
  g_autofree char *end = g_strdup_printf (" %s", number != NULL ? number : "");

  return number != NULL && text != NULL && !cvn_record_has (line, "reference") && g_str_has_suffix (text, end);
}

typedef enum {
  BY_ORIGIN,
  BY_REFERENCE,
  BY_NUMBER,
} Naming;

static gboolean
is_for_invoice (Said      *self,
                CvnRecord *line,
                Naming     naming)
{
  if (cvn_record_get_integer (line, "amount") == 0)
    return FALSE;
  return naming == BY_ORIGIN || (!cvn_record_has (line, "matched_to") && (naming == BY_REFERENCE || names_number (self, line)));
}

static gboolean
add_bank_lines (Said    *self,
                Naming   naming,
                GError **error)
{
  static const char *const fields[] = { [BY_ORIGIN] = "matched_to", [BY_REFERENCE] = "reference", [BY_NUMBER] = "kind" };
  const char              *values[] = { [BY_ORIGIN] = cvn_record_get_text (self->invoice, "origin"),
                                        [BY_REFERENCE] = cvn_record_get_text (self->invoice, "reference"),
                                        [BY_NUMBER] = "refund" };
  g_autoptr (GPtrArray) lines = NULL;

  if (values[naming] == NULL)
    return TRUE;
  lines = cvn_rows_find (self->reader, "bank_line", fields[naming], values[naming], error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (is_for_invoice (self, lines->pdata[i], naming) && !add_bank_line (self, lines->pdata[i], error))
      return FALSE;
  return lines != NULL;
}

static gboolean
is_from_customer (CvnRecord *line,
                  CvnRecord *customer)
{
  const char *account = cvn_record_get_text (line, "counter_account");
  const char *name = cvn_record_get_text (line, "counterparty");

  return (account != NULL && g_strcmp0 (account, cvn_record_get_text (customer, "iban")) == 0) ||
         (name != NULL && g_strcmp0 (name, cvn_record_get_text (customer, "name_nl")) == 0);
}

/* The one line that nobody matched with which the customer paid all of it on that day; @line stays NULL when none or several are. */
static gboolean
find_paid_line (Said       *self,
                const char *paid_on,
                CvnRecord **line,
                GError    **error)
{
  g_autoptr (CvnRecord) customer = cvn_rows_get (self->reader, "organisation", cvn_record_get_text (self->invoice, "organisation"), error);
  g_autoptr (GPtrArray) lines = customer != NULL ? cvn_rows_find (self->reader, "bank_line", "booking_date", paid_on, error) : NULL;
  guint n = 0;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      CvnRecord *one = lines->pdata[i];

      if (cvn_record_has (one, "matched_to") || cvn_record_has (one, "reference") || !is_from_customer (one, customer) ||
          cvn_record_get_integer (one, "amount") != cvn_record_get_integer (self->invoice, "total"))
        continue;
      g_set_object (line, one);
      n++;
    }
  if (n != 1)
    g_clear_object (line);
  return lines != NULL;
}

/* The day on which it was paid is all that is known. Were the line left out, its money would count beside the payment. */
static gboolean
add_paid_on (Said       *self,
             const char *paid_on,
             GError    **error)
{
  g_autoptr (CvnRecord) line = NULL;

  if (!find_paid_line (self, paid_on, &line, error) || (line != NULL && !add_bank_line (self, line, error)))
    return FALSE;
  if (self->payments->len == 0)
    add_payment (self, paid_on, cvn_record_get_integer (self->invoice, "total"));
  return TRUE;
}

/**
 * cvn_payments_said_list:
 * @invoice: an invoice that was sent, not a credit note
 *
 * What files from elsewhere say of the payment of @invoice, as payments that are not kept: none once a receipt was booked for it.
 *
 * Returns: (transfer full) (element-type CvnRecord): payments, or NULL with @error
 */
GPtrArray *
cvn_payments_said_list (CvnReader *reader,
                        CvnRecord *invoice,
                        GError   **error)
{
  g_autoptr (GPtrArray) payments = g_ptr_array_new_with_free_func (g_object_unref);
  Said        self = { reader, invoice, payments };
  gboolean    booked;
  const char *paid_on = cvn_record_get_text (invoice, "paid_on");

  if (!has_receipt (&self, &booked, error))
    return NULL;
  if (booked)
    return g_steal_pointer (&payments);
  for (Naming naming = BY_ORIGIN; naming <= BY_NUMBER; naming++)
    if (!add_bank_lines (&self, naming, error))
      return NULL;
  if (payments->len == 0 && paid_on != NULL && cvn_record_get_integer (invoice, "total") > 0 && !add_paid_on (&self, paid_on, error))
    return NULL;
  return g_steal_pointer (&payments);
}

/**
 * cvn_payments_said_book:
 *
 * Books what cvn_payments_said_list() finds, before something else is booked for @invoice: from then on its payments count, and
 * what was known before must be among them.
 */
gboolean
cvn_payments_said_book (CvnWriter *writer,
                        CvnRecord *invoice,
                        GError   **error)
{
  g_autoptr (GPtrArray) payments = cvn_payments_said_list (cvn_writer_get_reader (writer), invoice, error);

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    {
      CvnRecord *payment = payments->pdata[i];
      g_autoptr (CvnRecord) settlement = cvn_record_new (cvn_kind_find ("settlement"));

      cvn_record_set_text (payment, "note", _("Was known before payments were booked here"));
      if (!cvn_writer_put (writer, payment, error))
        return FALSE;
      cvn_record_set_text (settlement, "payment", cvn_record_get_id (payment));
      cvn_record_set_text (settlement, "invoice", cvn_record_get_id (invoice));
      cvn_record_set_integer (settlement, "amount", cvn_record_get_integer (payment, "amount"));
      if (!cvn_writer_put (writer, settlement, error))
        return FALSE;
    }
  return payments != NULL;
}
