/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-account"

#include "cvn-invoice-account.h"

#include "cvn-payments-said.h"
#include "cvn-rows.h"

typedef struct
{
  CvnReader           *reader;
  CvnSettlementInvoice invoice;
  GArray              *matches; /* of CvnSettlementMatch */
} Account;

static gboolean
add_settlement (Account   *account,
                CvnRecord *row,
                GError   **error)
{
  g_autoptr (CvnRecord) payment = cvn_rows_get (account->reader, "payment", cvn_record_get_text (row, "payment"), error);
  CvnSettlementMatch match = { "", account->invoice.id, { 0 }, cvn_record_get_integer (row, "amount") };

  if (payment == NULL)
    return FALSE;
  match.date = cvn_rows_get_date (payment, "date");
  if (g_strcmp0 (cvn_record_get_text (payment, "kind"), "write_off") != 0)
    {
      g_array_append_val (account->matches, match);
      return TRUE;
    }
  account->invoice.written_off += match.amount;
  if (account->invoice.written_off_on.year == 0 || cvn_date_compare (&match.date, &account->invoice.written_off_on) < 0)
    account->invoice.written_off_on = match.date;
  return TRUE;
}

static gboolean
add_settlements (Account *account,
                 GError **error)
{
  g_autoptr (GPtrArray) rows = cvn_rows_find (account->reader, "settlement", "invoice", account->invoice.id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!add_settlement (account, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_credit_notes (Account *account,
                  GError **error)
{
  g_autoptr (GPtrArray) notes = cvn_rows_find (account->reader, "invoice", "credits", account->invoice.id, error);

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (g_strcmp0 (cvn_record_get_text (notes->pdata[i], "status"), "draft") != 0)
      {
        account->invoice.credited -= cvn_record_get_integer (notes->pdata[i], "total");
        account->invoice.credited_on = cvn_rows_get_date (notes->pdata[i], "date");
      }
  return TRUE;
}

/* Where no payment was booked, what files from elsewhere say counts. */
static gboolean
add_what_is_said (Account   *account,
                  CvnRecord *invoice,
                  GError   **error)
{
  g_autoptr (GPtrArray) payments = cvn_payments_said_list (account->reader, invoice, error);

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    {
      CvnSettlementMatch match = { "", account->invoice.id, cvn_rows_get_date (payments->pdata[i], "date"), cvn_record_get_integer (payments->pdata[i], "amount") };

      g_array_append_val (account->matches, match);
    }
  return payments != NULL;
}

/**
 * cvn_invoice_account_read:
 * @invoice: an invoice, not a credit note
 * @day: what came later does not count
 *
 * Reads the payments, write-offs and credit notes of @invoice and says what is open; see cvn_settlement_compute(). Payments that
 * are not booked count too: see cvn_payments_said_list().
 */
gboolean
cvn_invoice_account_read (CvnReader     *reader,
                          CvnRecord     *invoice,
                          const CvnDate *day,
                          CvnSettlement *settlement,
                          GError       **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CvnSettlementMatch));
  Account account = { .reader = reader, .matches = matches };

  account.invoice.id = cvn_record_get_id (invoice);
  account.invoice.total = cvn_record_get_integer (invoice, "total");
  account.invoice.due = cvn_rows_get_date (invoice, "due_date");
  account.invoice.sent_on = cvn_rows_get_date (invoice, "sent_on");
  if (account.invoice.sent_on.year == 0 && g_strcmp0 (cvn_record_get_text (invoice, "status"), "draft") != 0)
    account.invoice.sent_on = cvn_rows_get_date (invoice, "date");
  if (!add_settlements (&account, error) || !add_credit_notes (&account, error) || !add_what_is_said (&account, invoice, error))
    return FALSE;
  return cvn_settlement_compute (&account.invoice, (const CvnSettlementMatch *) (gpointer) matches->data, matches->len, day, settlement, error);
}

/* What is stored does not depend on the day: late is what is open after its due date. */
static const char *
get_stored_status (const CvnSettlement *settlement)
{
  if (settlement->state == CVN_SETTLEMENT_OVERDUE)
    return settlement->paid > settlement->refunded ? "partly_paid" : "sent";
  return cvn_settlement_get_code (settlement->state);
}

static gboolean
refresh_instalments (CvnWriter  *writer,
                     const char *invoice,
                     const char *status,
                     const char *paid_on,
                     GError    **error)
{
  g_autoptr (GPtrArray) instalments = cvn_rows_find (cvn_writer_get_reader (writer), "instalment", "invoice", invoice, error);

  if (instalments == NULL)
    return FALSE;
  for (guint i = 0; i < instalments->len; i++)
    {
      cvn_record_set_text (instalments->pdata[i], "status", status);
      cvn_record_set_text (instalments->pdata[i], "paid_on", paid_on);
      if (!cvn_writer_put (writer, instalments->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/** cvn_invoice_account_refresh: writes what became of an invoice by its payments to it and to its instalments. */
gboolean
cvn_invoice_account_refresh (CvnWriter  *writer,
                             const char *invoice,
                             GError    **error)
{
  static const CvnDate end_of_days = { 9999, 12, 31 };
  g_autoptr (CvnRecord) record = cvn_rows_get (cvn_writer_get_reader (writer), "invoice", invoice, error);
  CvnSettlement settlement;
  const char   *status;

  if (record == NULL || !cvn_invoice_account_read (cvn_writer_get_reader (writer), record, &end_of_days, &settlement, error))
    return FALSE;
  status = get_stored_status (&settlement);
  cvn_record_set_text (record, "status", status);
  cvn_rows_set_date (record, "paid_on", &settlement.paid_on);
  return cvn_writer_put (writer, record, error) &&
         refresh_instalments (writer, invoice, status, cvn_record_get_text (record, "paid_on"), error);
}
