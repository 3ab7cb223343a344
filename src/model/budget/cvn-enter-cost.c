/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-enter-cost"

#include "cvn-budget-operations.h"

#include "cvn-budget-limit.h"
#include "cvn-budget-rows.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-operation-private.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CvnRecord *entry;
  char      *today;
} EnterCost;

static void
free_data (gpointer data)
{
  EnterCost *self = data;

  g_object_unref (self->entry);
  g_free (self->today);
  g_free (self);
}

/* What is actual or committed on the line. */
static gboolean
read_used (CvnReader       *reader,
           const EnterCost *self,
           CvnRecord       *line,
           gint64          *used,
           GError         **error)
{
  CvnFigureArguments arguments = { (int) cvn_record_get_integer (line, "year"), self->today, NULL };
  g_autoptr (CvnTable) table = cvn_reader_figure (reader, "budget-lines", &arguments, error);

  for (guint i = 0; table != NULL && i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "id"), cvn_record_get_id (line)) == 0)
      return cvn_money_add (cvn_table_get_integer (table, i, "actual"), cvn_table_get_integer (table, i, "committed"), used, error);
  return table != NULL;
}

static gboolean
refuse_over (gint64   over,
             GError **error)
{
  g_autofree char *amount = cvn_money_format_euro (over, cvn_interface_language ());

  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("This is %s more than the line has room for: amend the budget first, or lower the amount."), amount);
  cvn_error_set_field (error, "amount");
  return FALSE;
}

static gboolean
check_limit (CvnReader       *reader,
             const EnterCost *self,
             CvnRecord       *line,
             CvnRecord       *before,
             GError         **error)
{
  gint64 used = 0;
  gint64 over;
  gint64 was = before != NULL ? cvn_record_get_integer (before, "amount") : 0;

  if (!g_str_equal (cvn_record_get_text (line, "kind"), "cost"))
    return TRUE;
  if (!read_used (reader, self, line, &used, error))
    return FALSE;
  if (cvn_budget_limit_check (cvn_budget_limit_from_code (cvn_record_get_text (line, "over_budget")), cvn_budget_rows_get_amount (line),
                              used, was, cvn_record_get_integer (self->entry, "amount"), &over) != CVN_BUDGET_REFUSED)
    return TRUE;
  return refuse_over (over, error);
}

static gboolean
write_entry (CvnWriter    *writer,
             gconstpointer data,
             GError      **error)
{
  const EnterCost *self = data;
  CvnReader       *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) entry = cvn_record_copy (self->entry);
  g_autoptr (CvnRecord) line = NULL;
  g_autoptr (CvnRecord) before = NULL;
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
  before = cvn_reader_get (reader, cvn_record_get_kind (entry), cvn_record_get_id (entry), NULL);
  return check_limit (reader, self, line, before, error) && cvn_writer_put (writer, entry, error);
}

/**
 * cvn_enter_cost_new:
 * @entry: a budget_entry, new or as it shall be
 * @today: ISO day
 *
 * Enters income or a cost by hand. Refused at "date" when it lies in another year than the line, and at "amount" when the line
 * refuses costs that it has no room for.
 *
 * Returns: (transfer full): the operation; its id is that of the entry
 */
CvnOperation *
cvn_enter_cost_new (CvnRecord  *entry,
                    const char *today)
{
  static const CvnOperationClass add = { CVN_ACTION_ADD, "budget_entry", write_entry, NULL, free_data };
  static const CvnOperationClass edit = { CVN_ACTION_EDIT, "budget_entry", write_entry, NULL, free_data };
  gboolean                       is_new = cvn_record_get_id (entry) == NULL;
  EnterCost                     *self = g_new0 (EnterCost, 1);

  self->entry = cvn_record_copy (entry);
  self->today = g_strdup (today);
  if (is_new)
    {
      g_autofree char *id = cvn_ulid_new ();

      cvn_record_set_id (self->entry, id);
    }
  return cvn_operation_new (is_new ? &add : &edit, self, cvn_record_get_id (self->entry));
}
