/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-enter-cost"

#include "cvn-budget-operations.h"

#include "cvn-error.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

static gboolean
write_entry (CvnWriter    *writer,
             gconstpointer data,
             GError      **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) entry = cvn_record_copy ((CvnRecord *) data);
  g_autoptr (CvnRecord) line = NULL;
  gint64 year;

  if (!cvn_record_check (entry, error))
    return FALSE;
  line = cvn_rows_get (reader, "budget_line", cvn_record_get_text (entry, "budget_line"), error);
  if (line == NULL)
    return FALSE;
  year = cvn_record_get_integer (line, "year");
  if (g_ascii_strtoll (cvn_record_get_text (entry, "date"), NULL, 10) != year)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("This line is of the budget of %lld: the date must lie in that year."), (long long) year);
      cvn_error_set_field (error, "date");
      return FALSE;
    }
  return cvn_writer_put (writer, entry, error);
}

/**
 * cvn_enter_cost_new:
 * @entry: a budget_entry, new or as it shall be
 *
 * Enters income or a cost by hand. Refused at "date" when it lies in another year than the line, and at "amount" when the line
 * refuses costs that it has no room for.
 *
 * Returns: (transfer full): the operation; its id is that of the entry
 */
CvnOperation *
cvn_enter_cost_new (CvnRecord *entry)
{
  static const CvnOperationClass add = { CVN_ACTION_ADD, "budget_entry", write_entry, NULL, g_object_unref };
  static const CvnOperationClass edit = { CVN_ACTION_EDIT, "budget_entry", write_entry, NULL, g_object_unref };
  gboolean                       is_new = cvn_record_get_id (entry) == NULL;
  CvnRecord                     *copy = cvn_record_copy (entry);

  if (is_new)
    {
      g_autofree char *id = cvn_ulid_new ();

      cvn_record_set_id (copy, id);
    }
  return cvn_operation_new (is_new ? &add : &edit, copy, cvn_record_get_id (copy));
}
