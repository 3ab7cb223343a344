/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-send-invoice"

#include "cvn-operations.h"

#include "cvn-betalingskenmerk.h"
#include "cvn-error.h"
#include "cvn-invoice-account.h"
#include "cvn-invoice-sending.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rf-reference.h"
#include "cvn-rows.h"
#include "cvn-series-place.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *invoice;
  char *today;
} Send;

static void
free_data (gpointer data)
{
  Send *self = data;

  g_free (self->invoice);
  g_free (self->today);
  g_free (self);
}

static GPtrArray *
find_numbers (CvnReader  *reader,
              const char *from,
              GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("invoice"));
  g_autofree char *to = g_strconcat (from, "~", NULL);

  cvn_query_add_text (query, "number", CVN_MATCH_AT_LEAST, *from != '\0' ? from : "0");
  cvn_query_add_text (query, "number", CVN_MATCH_AT_MOST, *from != '\0' ? to : "9~");
  return cvn_rows_list (reader, query, error);
}

static void
fill_series (CvnRecord        *record,
             CvnInvoiceSeries *series)
{
  *series = (CvnInvoiceSeries){ "", 4, FALSE };
  if (record == NULL)
    return;
  if (cvn_record_has (record, "prefix"))
    series->prefix = cvn_record_get_text (record, "prefix");
  series->width = (guint) cvn_record_get_integer (record, "width");
  series->restarts = cvn_record_get_integer (record, "restarts") != 0;
}

static void
note_number (const CvnInvoiceSeries *series,
             const char             *text,
             CvnInvoiceNumber       *highest)
{
  CvnInvoiceNumber number;

  if (text == NULL || !cvn_invoice_number_parse (text, &number, NULL) || !g_str_equal (number.prefix, series->prefix))
    return;
  if (number.year > highest->year || (number.year == highest->year && number.number > highest->number))
    *highest = number;
}

/**
 * cvn_invoice_find_last:
 * @series: (nullable): the number series; NULL for that of a centre without any
 * @last: (out) (transfer full) (nullable): its highest number: the latest year first, then the number, however many digits it
 *   has grown to; also one that another desk gave before it handed the series over and whose invoice has not come yet
 */
gboolean
cvn_invoice_find_last (CvnReader *reader,
                       CvnRecord *series,
                       char     **last,
                       GError   **error)
{
  CvnInvoiceSeries look;
  CvnInvoiceNumber highest = { 0 };
  g_autoptr (GPtrArray) rows = NULL;

  fill_series (series, &look);
  rows = find_numbers (reader, look.prefix, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    note_number (&look, cvn_record_get_text (rows->pdata[i], "number"), &highest);
  if (series != NULL)
    note_number (&look, cvn_record_get_text (series, "last_number"), &highest);
  *last = highest.year != 0 ? cvn_invoice_number_format (&highest) : NULL;
  return rows != NULL;
}

/* The one that the invoice names, or else the one without letters, if there is one. */
static gboolean
find_series (CvnReader  *reader,
             CvnRecord  *invoice,
             CvnRecord **series,
             GError    **error)
{
  GError *failure = NULL;

  *series = cvn_record_has (invoice, "series") ? cvn_rows_get (reader, "invoice_series", cvn_record_get_text (invoice, "series"), &failure)
                                               : cvn_series_find_usual (reader, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
set_number (CvnReader *reader,
            CvnRecord *invoice,
            GError   **error)
{
  CvnInvoiceSeries series;
  CvnDate          date = cvn_rows_get_date (invoice, "date");
  g_autoptr (CvnRecord) record = NULL;
  g_autofree char *last = NULL;
  g_autofree char *number = NULL;

  if (!find_series (reader, invoice, &record, error) || !cvn_series_check (reader, record, error) ||
      !cvn_invoice_find_last (reader, record, &last, error))
    return FALSE;
  fill_series (record, &series);
  number = cvn_invoice_number_next (&series, (guint) date.year, last, error);
  cvn_record_set_text (invoice, "number", number);
  return number != NULL;
}

/* A Dutch payment reference where the number is digits only, else that of ISO 11649. */
static gboolean
set_reference (CvnRecord *invoice,
               GError   **error)
{
  g_auto (GStrv) parts = g_strsplit (cvn_record_get_text (invoice, "number"), "-", -1);
  g_autofree char *bare = g_strjoinv ("", parts);
  g_autofree char *reference = g_ascii_isdigit (*bare) ? cvn_betalingskenmerk_make (bare, error) : cvn_rf_reference_make (bare, error);

  cvn_record_set_text (invoice, "reference", reference);
  return reference != NULL;
}

/**
 * cvn_invoice_send: for the operations: gives a draft the next number of its series and closes it. The number is looked for within the
 * transaction that writes it, so that no two invoices have one number and none is left out, whatever happens.
 */
gboolean
cvn_invoice_send (CvnWriter  *writer,
                  CvnRecord  *invoice,
                  const char *today,
                  GError    **error)
{
  g_autoptr (GPtrArray) lines = cvn_rows_find (cvn_writer_get_reader (writer), "invoice_line", "invoice", cvn_record_get_id (invoice), error);
  CvnDate day;

  if (lines == NULL || !cvn_rows_parse_day (today, "sent_on", &day, error))
    return FALSE;
  if (cvn_record_has (invoice, "sent_on") || g_strcmp0 (cvn_record_get_text (invoice, "status"), "draft") != 0)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FINAL, _("This invoice has been sent already."));
      cvn_error_set_field (error, "status");
      return FALSE;
    }
  if (lines->len == 0)
    return cvn_check_fail (error, "net", _("An invoice without lines cannot be sent."));
  if (!set_number (cvn_writer_get_reader (writer), invoice, error) || !set_reference (invoice, error))
    return FALSE;
  cvn_record_set_text (invoice, "status", "sent");
  cvn_record_set_text (invoice, "sent_on", today);
  return cvn_writer_put (writer, invoice, error);
}

static gboolean
write_sending (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Send *self = data;
  g_autoptr (CvnRecord) invoice = cvn_rows_get (cvn_writer_get_reader (writer), "invoice", self->invoice, error);

  if (invoice == NULL || !cvn_invoice_send (writer, invoice, self->today, error))
    return FALSE;
  return cvn_record_get_integer (invoice, "total") < 0 || cvn_invoice_account_refresh (writer, self->invoice, error);
}

/**
 * cvn_send_invoice_new:
 * @invoice: id of a draft
 * @today: ISO day
 *
 * Gives the draft its number and payment reference. From then on it does not change, and this cannot be undone: %CVN_ERROR_FINAL.
 *
 * Returns: (transfer full): the operation; its id is that of the invoice
 */
CvnOperation *
cvn_send_invoice_new (const char *invoice,
                      const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "invoice", write_sending, NULL, free_data };
  Send                          *self = g_new0 (Send, 1);

  self->invoice = g_strdup (invoice);
  self->today = g_strdup (today);
  return cvn_operation_new (&klass, self, invoice);
}
