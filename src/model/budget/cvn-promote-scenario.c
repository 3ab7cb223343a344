/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-promote-scenario"

#include "cvn-amend-budget.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-scenario-run.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char      *scenario;
  CvnRecord *version;
  char      *today;
} Promote;

static void
free_data (gpointer data)
{
  Promote *self = data;

  g_free (self->scenario);
  g_object_unref (self->version);
  g_free (self->today);
  g_free (self);
}

/* The amounts of the lines with the changes in them; all of them must be possible. */
static GArray *
work_out (CvnReader       *reader,
          const Promote   *self,
          int              year,
          CvnScenarioBase *base,
          GError         **error)
{
  g_autoptr (GPtrArray) changes = cvn_rows_find (reader, "scenario_change", "scenario", self->scenario, error);
  g_autoptr (CvnScenarioYear) tried = NULL;
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (CvnBudgetAmount));
  g_autofree char *problem = NULL;

  if (changes == NULL)
    return NULL;
  if (changes->len == 0)
    {
      cvn_check_fail (error, "scenario", _("The scenario changes nothing yet: add a change first."));
      return NULL;
    }
  tried = cvn_scenario_base_try (base, changes, &problem);
  if (problem != NULL)
    {
      cvn_check_fail (error, "scenario", problem);
      return NULL;
    }
  for (guint i = 0; i < tried->n_lines; i++)
    {
      CvnBudgetAmount amount = { tried->lines[i].id, 0 };

      if (!cvn_scenario_sum_line (&tried->lines[i], &amount.amount, error))
        return NULL;
      g_array_append_val (amounts, amount);
    }
  return g_steal_pointer (&amounts);
}

static gboolean
write_promotion (CvnWriter    *writer,
                 gconstpointer data,
                 GError      **error)
{
  const Promote *self = data;
  CvnReader     *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) scenario = cvn_rows_get (reader, "scenario", self->scenario, error);
  g_autoptr (CvnRecord) version = cvn_record_copy (self->version);
  g_autoptr (CvnScenarioBase) base = NULL;
  g_autoptr (GArray) amounts = NULL;
  int year;

  if (scenario == NULL)
    return FALSE;
  year = (int) cvn_record_get_integer (scenario, "year");
  cvn_record_set_integer (version, "year", year);
  base = cvn_scenario_base_read (reader, year, self->today, error);
  amounts = base != NULL ? work_out (reader, self, year, base, error) : NULL;
  if (amounts == NULL || !cvn_amend_budget_write (writer, version, (const CvnBudgetAmount *) (gpointer) amounts->data, amounts->len, error))
    return FALSE;
  cvn_record_set_text (scenario, "promoted", cvn_record_get_id (version));
  return cvn_writer_put (writer, scenario, error);
}

/**
 * cvn_promote_scenario_new:
 * @scenario: id
 * @version: a new budget_version with its reason; the year is that of the scenario
 * @today: ISO day
 *
 * Makes the scenario the next amendment of the budget, in one step. Refused at "scenario" when one of its changes cannot be made.
 *
 * Returns: (transfer full): the operation; its id is that of the version
 */
CvnOperation *
cvn_promote_scenario_new (const char *scenario,
                          CvnRecord  *version,
                          const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "budget_version", write_promotion, NULL, free_data };
  g_autofree char               *id = cvn_ulid_new ();
  Promote                       *self = g_new0 (Promote, 1);

  self->scenario = g_strdup (scenario);
  self->version = cvn_record_copy (version);
  cvn_record_set_id (self->version, id);
  self->today = g_strdup (today);
  return cvn_operation_new (&klass, self, id);
}
