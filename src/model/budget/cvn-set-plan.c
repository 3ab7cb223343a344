/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-set-plan"

#include "cvn-budget-operations.h"

#include "cvn-budget-rows.h"
#include "cvn-operation-private.h"

#include <string.h>

typedef struct
{
  char    *line;
  gint64   amount;
  char    *split;
  gboolean has_months;
  gint64   months[CVN_BUDGET_N_MONTHS];
} SetPlan;

static void
free_data (gpointer data)
{
  SetPlan *self = data;

  g_free (self->line);
  g_free (self->split);
  g_free (self);
}

/* What the line with the same code brought or cost in each month of the year before. */
static gboolean
read_pattern (CvnReader *reader,
              CvnRecord *line,
              gint64    *pattern,
              GError   **error)
{
  int                year = (int) cvn_record_get_integer (line, "year") - 1;
  g_autofree char   *today = g_strdup_printf ("%04d-12-31", year);
  CvnFigureArguments arguments = { year, today, NULL };
  g_autoptr (CvnRecord) before = cvn_budget_rows_find_line (reader, year, cvn_record_get_text (line, "line"), error);
  g_autoptr (CvnTable) table = NULL;

  memset (pattern, 0, sizeof (gint64) * CVN_BUDGET_N_MONTHS);
  if (before == NULL)
    return *error == NULL;
  table = cvn_reader_figure (reader, "budget-months", &arguments, error);
  for (guint i = 0; table != NULL && i < cvn_table_get_n_rows (table); i++)
    {
      gint64 month = cvn_table_get_integer (table, i, "month");

      if (month > 0 && g_strcmp0 (cvn_table_get_text (table, i, "line"), cvn_record_get_id (before)) == 0)
        pattern[month - 1] = cvn_table_get_integer (table, i, "actual");
    }
  return table != NULL;
}

static gboolean
work_out (CvnReader     *reader,
          const SetPlan *self,
          CvnRecord     *line,
          gint64        *months,
          GError       **error)
{
  gint64  pattern[CVN_BUDGET_N_MONTHS];
  GError *failure = NULL;

  if (self->has_months)
    memcpy (months, self->months, sizeof self->months);
  else if (!g_str_equal (self->split, "pattern"))
    cvn_budget_split_equal (self->amount, months);
  else if (read_pattern (reader, line, pattern, &failure))
    return cvn_budget_split_pattern (self->amount, pattern, months, error);
  else
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_plan (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const SetPlan *self = data;
  CvnReader     *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) line = cvn_rows_get (reader, "budget_line", self->line, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (CvnRecord) plan = NULL;
  gint64 months[CVN_BUDGET_N_MONTHS];
  int    version;

  if (line == NULL || !work_out (reader, self, line, months, error))
    return FALSE;
  lines = cvn_budget_rows_lines (reader, (int) cvn_record_get_integer (line, "year"), error);
  plans = lines != NULL ? cvn_rows_find (reader, "budget_plan", "budget_line", self->line, error) : NULL;
  version = plans != NULL ? cvn_budget_rows_get_version (reader, (int) cvn_record_get_integer (line, "year"), lines, error) : -1;
  if (version < 0)
    return FALSE;
  plan = plans->len > 0 ? g_object_ref (plans->pdata[0]) : cvn_record_new (cvn_kind_find ("budget_plan"));
  cvn_record_set_text (plan, "budget_line", self->line);
  cvn_record_set_text (plan, "split", self->split);
  cvn_record_set_integer (plan, "total", self->amount);
  for (guint m = 0; m < CVN_BUDGET_N_MONTHS; m++)
    {
      char field[16];

      g_snprintf (field, sizeof field, "month_%u", m + 1);
      cvn_record_set_integer (plan, field, months[m]);
    }
  if (cvn_budget_rows_get_amount (line) != self->amount)
    cvn_record_set_integer (line, cvn_budget_rows_get_field (line, version), self->amount);
  return cvn_record_check (plan, error) && cvn_writer_put (writer, line, error) && cvn_writer_put (writer, plan, error);
}

static CvnTable *
preview_plan (CvnReader    *reader,
              gconstpointer data,
              GError      **error)
{
  static const char *const columns[] = { "month", "amount" };
  const SetPlan           *self = data;
  g_autoptr (CvnRecord) line = cvn_rows_get (reader, "budget_line", self->line, error);
  g_autoptr (CvnTable) table = cvn_table_new (columns, G_N_ELEMENTS (columns));
  gint64 months[CVN_BUDGET_N_MONTHS];

  if (line == NULL || !work_out (reader, self, line, months, error))
    return NULL;
  for (guint m = 0; m < CVN_BUDGET_N_MONTHS; m++)
    {
      CvnValue *row = cvn_table_append_row (table);

      cvn_value_set_integer (&row[0], m + 1);
      cvn_value_set_integer (&row[1], months[m]);
    }
  return g_steal_pointer (&table);
}

/**
 * cvn_set_plan_new:
 * @line: id of a budget line
 * @amount: cents for the year, in the last version
 * @split: "equal", "pattern" (as its actual months of the year before) or "hand"
 * @months: (nullable) (array fixed-size=12): cents; NULL to have them worked out
 *
 * Sets what a line is for the year and in each month. Refused at "total" when the months do not add up to the year.
 *
 * Returns: (transfer full): the operation; its id is that of the line
 */
CvnOperation *
cvn_set_plan_new (const char   *line,
                  gint64        amount,
                  const char   *split,
                  const gint64 *months)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "budget_line", write_plan, preview_plan, free_data };
  SetPlan                       *self = g_new0 (SetPlan, 1);

  self->line = g_strdup (line);
  self->amount = amount;
  self->split = g_strdup (split);
  self->has_months = months != NULL;
  if (months != NULL)
    memcpy (self->months, months, sizeof self->months);
  return cvn_operation_new (&klass, self, line);
}
