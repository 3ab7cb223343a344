/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-plan-instalments"

#include "cvn-operations.h"

#include "cvn-instalments.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

typedef struct
{
  char           *commitment;
  CvnSchedulePlan plan;
  GArray         *dates; /* of CvnDate */
} Planning;

static void
free_data (gpointer data)
{
  Planning *self = data;

  g_free (self->commitment);
  g_array_unref (self->dates);
  g_free (self);
}

/* The period is that of the commitment. */
static CvnRecord *
prepare (CvnReader       *reader,
         const Planning  *self,
         CvnSchedulePlan *plan,
         GError         **error)
{
  CvnRecord *commitment = cvn_rows_get (reader, "commitment", self->commitment, error);

  if (commitment == NULL)
    return NULL;
  *plan = self->plan;
  plan->period = (CvnPeriod){ cvn_rows_get_date (commitment, "start_date"), cvn_rows_get_date (commitment, "end_date") };
  return commitment;
}

static gboolean
write_plan (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  CvnSchedulePlan plan;
  g_autoptr (CvnRecord) commitment = prepare (cvn_writer_get_reader (writer), data, &plan, error);

  return commitment != NULL && cvn_instalments_write (writer, commitment, &plan, error);
}

static void
set_side (CvnValue            *row,
          guint                first,
          const CvnInstalment *instalment)
{
  if (instalment->due.year == 0)
    return;
  cvn_value_take_text (&row[first], cvn_date_to_iso (&instalment->due));
  cvn_value_set_integer (&row[first + 1], instalment->amount);
}

static void
append_row (CvnTable             *table,
            const char           *commitment,
            const CvnScheduleRow *row)
{
  static const char *const changes[] = {
    [CVN_SCHEDULE_KEPT] = "kept",
    [CVN_SCHEDULE_CHANGED] = "changed",
    [CVN_SCHEDULE_ADDED] = "added",
    [CVN_SCHEDULE_REMOVED] = "removed"
  };
  CvnValue *values = cvn_table_append_row (table);

  cvn_value_set_text (&values[0], changes[row->change]);
  cvn_value_set_text (&values[1], row->before.id);
  cvn_value_set_integer (&values[2], row->change == CVN_SCHEDULE_REMOVED ? row->before.number : row->after.number);
  set_side (values, 3, &row->after);
  set_side (values, 5, &row->before);
  cvn_value_set_text (&values[7], commitment);
}

static CvnTable *
preview_plan (CvnReader    *reader,
              gconstpointer data,
              GError      **error)
{
  static const char *const columns[] = { "change", "id", "number", "due_date", "amount", "due_before", "amount_before", "commitment" };
  g_autoptr (CvnTable) table = cvn_table_new (columns, G_N_ELEMENTS (columns));
  CvnSchedulePlan plan;
  g_autoptr (CvnRecord) commitment = prepare (reader, data, &plan, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) instalments = commitment != NULL ? cvn_instalments_read (reader, cvn_record_get_id (commitment), &records, error) : NULL;
  g_autoptr (GArray) rows = NULL;

  if (instalments == NULL)
    return NULL;
  rows = cvn_schedule_replan ((const CvnInstalment *) (gpointer) instalments->data, instalments->len, &plan,
                              cvn_record_get_integer (commitment, "amount"), error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    append_row (table, cvn_record_get_id (commitment), &g_array_index (rows, CvnScheduleRow, i));
  return rows != NULL ? g_steal_pointer (&table) : NULL;
}

/**
 * cvn_plan_instalments_new:
 * @commitment: id
 * @plan: how; its period is not used: it is that of the commitment
 *
 * Makes the instalments of a commitment, or makes them anew; those that were invoiced, paid or written off stay as they are.
 *
 * Returns: (transfer full): the operation; its id is that of the commitment
 */
CvnOperation *
cvn_plan_instalments_new (const char            *commitment,
                          const CvnSchedulePlan *plan)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "instalment", write_plan, preview_plan, free_data };
  Planning                      *self = g_new0 (Planning, 1);

  self->commitment = g_strdup (commitment);
  self->plan = *plan;
  self->dates = g_array_new (FALSE, FALSE, sizeof (CvnDate));
  if (plan->n_dates > 0)
    g_array_append_vals (self->dates, plan->dates, plan->n_dates);
  self->plan.dates = (const CvnDate *) (gpointer) self->dates->data;
  return cvn_operation_new (&klass, self, commitment);
}
