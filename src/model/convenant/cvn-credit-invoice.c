/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-credit-invoice"

#include "cvn-operations.h"

#include "cvn-error.h"
#include "cvn-invoice-account.h"
#include "cvn-invoice-sending.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-payments-said.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *invoice;
  char *id; /* of the credit note; NULL when a draft is thrown away */
  char *today;
  char *note;
} Credit;

static void
free_data (gpointer data)
{
  Credit *self = data;

  g_free (self->invoice);
  g_free (self->id);
  g_free (self->today);
  g_free (self->note);
  g_free (self);
}

/* What the invoice was for can be invoiced again. */
static gboolean
release (CvnWriter  *writer,
         const char *kind,
         const char *invoice,
         GError    **error)
{
  g_autoptr (GPtrArray) rows = cvn_rows_find (cvn_writer_get_reader (writer), kind, "invoice", invoice, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      cvn_record_unset (rows->pdata[i], "invoice");
      if (g_str_equal (kind, "instalment"))
        {
          cvn_record_unset (rows->pdata[i], "status");
          cvn_record_unset (rows->pdata[i], "paid_on");
        }
      if (!cvn_writer_put (writer, rows->pdata[i], error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
release_all (CvnWriter  *writer,
             const char *invoice,
             GError    **error)
{
  return release (writer, "instalment", invoice, error) && release (writer, "booking", invoice, error) &&
         release (writer, "partner_package", invoice, error);
}

static gboolean
check_may_credit (CvnReader *reader,
                  CvnRecord *invoice,
                  GError   **error)
{
  g_autoptr (GPtrArray) notes = cvn_rows_find (reader, "invoice", "credits", cvn_record_get_id (invoice), error);

  if (notes == NULL)
    return FALSE;
  if (notes->len > 0)
    return cvn_check_fail (error, "credits", _("There is a credit note for this invoice already."));
  if (cvn_record_has (invoice, "credits"))
    return cvn_check_fail (error, "credits", _("A credit note cannot be credited: make a new invoice."));
  if (g_strcmp0 (cvn_record_get_text (invoice, "status"), "draft") == 0)
    return cvn_check_fail (error, "status", _("This invoice has not been sent: it can be changed or deleted."));
  return TRUE;
}

static CvnRecord *
make_note (const Credit *self,
           CvnRecord    *invoice)
{
  static const char *const negated[] = { "net", "vat", "total" };
  CvnRecord               *note = cvn_record_copy (invoice);

  cvn_record_set_id (note, self->id);
  cvn_record_set_text (note, "credits", self->invoice);
  cvn_record_set_text (note, "date", self->today);
  cvn_record_set_text (note, "due_date", self->today);
  cvn_record_set_text (note, "status", "draft");
  cvn_record_set_text (note, "note", self->note);
  cvn_record_unset (note, "number");
  cvn_record_unset (note, "reference");
  cvn_record_unset (note, "sent_on");
  cvn_record_unset (note, "paid_on");
  for (guint i = 0; i < G_N_ELEMENTS (negated); i++)
    if (cvn_record_has (note, negated[i]))
      cvn_record_set_integer (note, negated[i], -cvn_record_get_integer (note, negated[i]));
  return note;
}

/* Invoices of old files have no lines; their credit note has one. */
static gboolean
write_whole (CvnWriter *writer,
             CvnRecord *note,
             CvnRecord *invoice,
             GError   **error)
{
  g_autoptr (CvnRecord) line = cvn_record_new (cvn_kind_find ("invoice_line"));
  g_autofree char *nl = g_strdup_printf ("Factuur %s", cvn_record_get_text (invoice, "number"));
  g_autofree char *en = g_strdup_printf ("Invoice %s", cvn_record_get_text (invoice, "number"));
  const char      *category = cvn_record_get_text (invoice, "vat_category");

  cvn_record_set_text (line, "invoice", cvn_record_get_id (note));
  cvn_record_set_integer (line, "position", 1);
  cvn_record_set_text (line, "text_nl", nl);
  cvn_record_set_text (line, "text_en", en);
  cvn_record_set_integer (line, "quantity", -1);
  cvn_record_set_integer (line, "unit_price", cvn_record_get_integer (invoice, "net"));
  cvn_record_set_integer (line, "net", -cvn_record_get_integer (invoice, "net"));
  cvn_record_set_text (line, "vat_category", category != NULL ? category : "outside");
  cvn_record_set_integer (line, "vat_rate", cvn_record_get_integer (invoice, "vat_rate"));
  return cvn_writer_put (writer, line, error);
}

static gboolean
write_lines (CvnWriter *writer,
             CvnRecord *note,
             CvnRecord *invoice,
             GError   **error)
{
  g_autoptr (GPtrArray) lines = cvn_rows_find (cvn_writer_get_reader (writer), "invoice_line", "invoice", cvn_record_get_id (invoice), error);

  if (lines == NULL)
    return FALSE;
  if (lines->len == 0)
    return write_whole (writer, note, invoice, error);
  for (guint i = 0; i < lines->len; i++)
    {
      CvnRecord *line = lines->pdata[i];

      cvn_record_set_id (line, NULL);
      cvn_record_set_text (line, "invoice", cvn_record_get_id (note));
      cvn_record_set_integer (line, "quantity", -cvn_record_get_integer (line, "quantity"));
      cvn_record_set_integer (line, "net", -cvn_record_get_integer (line, "net"));
      if (!cvn_writer_put (writer, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_credit (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  const Credit *self = data;
  g_autoptr (CvnRecord) invoice = cvn_rows_get (cvn_writer_get_reader (writer), "invoice", self->invoice, error);
  g_autoptr (CvnRecord) note = NULL;

  if (invoice == NULL || !check_may_credit (cvn_writer_get_reader (writer), invoice, error))
    return FALSE;
  note = make_note (self, invoice);
  return cvn_writer_put (writer, note, error) && write_lines (writer, note, invoice, error) &&
         cvn_invoice_send (writer, note, self->today, error) && cvn_payments_said_book (writer, invoice, error) && release_all (writer, self->invoice, error) &&
         cvn_invoice_account_refresh (writer, self->invoice, error);
}

static gboolean
write_discard (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Credit *self = data;
  CvnReader    *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) invoice = cvn_rows_get (reader, "invoice", self->invoice, error);
  g_autoptr (GPtrArray) lines = invoice != NULL ? cvn_rows_find (reader, "invoice_line", "invoice", self->invoice, error) : NULL;

  if (lines == NULL)
    return FALSE;
  /* What was imported has no day of sending, but a number that somebody was sent. */
  if (g_strcmp0 (cvn_record_get_text (invoice, "status"), "draft") != 0)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_FINAL, _("Invoice %s has been sent and cannot be changed any more: make a credit note."),
                   cvn_record_get_text (invoice, "number"));
      cvn_error_set_field (error, "sent_on");
      cvn_error_set_record (error, self->invoice);
      return FALSE;
    }
  if (!release_all (writer, self->invoice, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!cvn_writer_delete (writer, cvn_kind_find ("invoice_line"), cvn_record_get_id (lines->pdata[i]), error))
      return FALSE;
  return cvn_writer_delete (writer, cvn_kind_find ("invoice"), self->invoice, error);
}

/**
 * cvn_credit_invoice_new:
 * @invoice: id of an invoice that was sent
 * @today: ISO day
 * @note: (nullable): why
 *
 * Makes and sends a credit note for the whole invoice, numbered in the same series; what the invoice was for can be invoiced
 * again, and what was paid is to be paid back. Refused at "credits" or "status".
 *
 * Returns: (transfer full): the operation; its id is that of the credit note
 */
CvnOperation *
cvn_credit_invoice_new (const char *invoice,
                        const char *today,
                        const char *note)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "invoice", write_credit, NULL, free_data };
  Credit                        *self = g_new0 (Credit, 1);

  self->invoice = g_strdup (invoice);
  self->id = cvn_ulid_new ();
  self->today = g_strdup (today);
  self->note = g_strdup (note);
  return cvn_operation_new (&klass, self, self->id);
}

/** cvn_discard_invoice_new: (transfer full): throws the draft @invoice away with its lines; %CVN_ERROR_FINAL when it was sent. */
CvnOperation *
cvn_discard_invoice_new (const char *invoice)
{
  static const CvnOperationClass klass = { CVN_ACTION_DELETE, "invoice", write_discard, NULL, free_data };
  Credit                        *self = g_new0 (Credit, 1);

  self->invoice = g_strdup (invoice);
  return cvn_operation_new (&klass, self, invoice);
}
