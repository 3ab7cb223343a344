/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-remind"

#include "cvn-operations.h"

#include "cvn-error.h"
#include "cvn-invoice-account.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

/* The last letter of an invoice. */
static gboolean
find_last (CvnReader  *reader,
           const char *invoice,
           guint      *level,
           CvnDate    *date,
           GError    **error)
{
  g_autoptr (GPtrArray) rows = cvn_rows_find (reader, "reminder", "invoice", invoice, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (cvn_record_get_integer (rows->pdata[i], "level") > *level)
      {
        *level = (guint) cvn_record_get_integer (rows->pdata[i], "level");
        *date = cvn_rows_get_date (rows->pdata[i], "date");
      }
  return TRUE;
}

static gboolean
write_reminder (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  g_autoptr (CvnRecord) reminder = cvn_record_copy ((gpointer) data);
  const char *id = cvn_record_get_text (reminder, "invoice");
  g_autoptr (CvnRecord) invoice = cvn_rows_get (cvn_writer_get_reader (writer), "invoice", id, error);
  CvnSettlement settlement;
  CvnDate       sent_on = { 0 };
  CvnDate       today, due;
  guint         level = 0;

  if (invoice == NULL || !cvn_rows_parse_day (cvn_record_get_text (reminder, "date"), "date", &today, error) ||
      !cvn_invoice_account_read (cvn_writer_get_reader (writer), invoice, &today, &settlement, error) ||
      !find_last (cvn_writer_get_reader (writer), id, &level, &sent_on, error))
    return FALSE;
  due = cvn_rows_get_date (invoice, "due_date");
  if (settlement.open == 0)
    return cvn_check_fail (error, "invoice", _("Nothing is open of this invoice, so no reminder is sent."));
  if (!cvn_follow_up_is_due (&settlement, &due, level, &sent_on, &today, &level))
    return cvn_check_fail (error, "date", _("The next reminder is not due yet."));
  cvn_record_set_integer (reminder, "level", level);
  return cvn_writer_put (writer, reminder, error);
}

/**
 * cvn_remind_new:
 * @today: ISO day of the letter
 *
 * Notes that the next letter about a late invoice goes out: on the due date, after 14 and after 30 days, each once
 * (feature 33). Refused at "invoice" when it is paid, at "date" when no letter is due.
 *
 * Returns: (transfer full): the operation; its id is that of the reminder, which has the level
 */
CvnOperation *
cvn_remind_new (const char *invoice,
                const char *today,
                const char *note)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "reminder", write_reminder, NULL, g_object_unref };
  g_autofree char               *id = cvn_ulid_new ();
  CvnRecord                     *reminder = cvn_record_new (cvn_kind_find ("reminder"));

  cvn_record_set_id (reminder, id);
  cvn_record_set_text (reminder, "invoice", invoice);
  cvn_record_set_text (reminder, "date", today);
  cvn_record_set_text (reminder, "note", note);
  return cvn_operation_new (&klass, reminder, id);
}
