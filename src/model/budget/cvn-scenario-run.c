/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-scenario-run"

#include "cvn-scenario-run.h"

#include "cvn-record.h"

#include <string.h>

/** cvn_scenario_base_free: frees @self. */
void
cvn_scenario_base_free (CvnScenarioBase *self)
{
  g_clear_pointer (&self->lines, cvn_table_unref);
  g_clear_pointer (&self->parties, cvn_table_unref);
  g_free (self->base.lines);
  g_free (self->base.parties);
  g_free (self);
}

/** cvn_scenario_year_free: frees a copy. */
void
cvn_scenario_year_free (CvnScenarioYear *year)
{
  g_free (year->lines);
  g_free (year->parties);
  g_free (year);
}

static void
fill_lines (CvnScenarioBase *self,
            CvnTable        *months)
{
  guint n = cvn_table_get_n_rows (self->lines);

  self->base.n_lines = n;
  self->base.lines = g_new0 (CvnScenarioLine, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      CvnScenarioLine *line = &self->base.lines[i];

      line->id = cvn_table_get_text (self->lines, i, "id");
      line->is_cost = g_strcmp0 (cvn_table_get_text (self->lines, i, "sort"), "cost") == 0;
      line->is_fees = g_strcmp0 (cvn_table_get_text (self->lines, i, "ledger"), "fees") == 0;
      for (guint m = 0; m < cvn_table_get_n_rows (months); m++)
        {
          gint64 month = cvn_table_get_integer (months, m, "month");

          if (month > 0 && g_strcmp0 (cvn_table_get_text (months, m, "line"), line->id) == 0)
            line->months[month - 1] = cvn_table_get_integer (months, m, "budget");
        }
    }
}

static void
fill_parties (CvnScenarioBase *self)
{
  guint n = cvn_table_get_n_rows (self->parties);

  self->base.n_parties = n;
  self->base.parties = g_new0 (CvnScenarioParty, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->base.parties[i] = (CvnScenarioParty){
      { cvn_table_get_text (self->parties, i, "id"), cvn_table_get_text (self->parties, i, "share"),
        cvn_table_get_integer (self->parties, i, "weight"), cvn_table_get_integer (self->parties, i, "amount") },
      cvn_table_get_text (self->parties, i, "line")
    };
}

/**
 * cvn_scenario_base_read:
 * @year: of the budget
 * @today: ISO day
 *
 * Returns: (transfer full): the months of the budget as last amended, and who contributes; NULL on error. A reader's thread.
 */
CvnScenarioBase *
cvn_scenario_base_read (CvnReader  *reader,
                        int         year,
                        const char *today,
                        GError    **error)
{
  CvnFigureArguments arguments = { year, today, NULL };
  g_autoptr (CvnScenarioBase) self = g_new0 (CvnScenarioBase, 1);
  g_autoptr (CvnTable) months = cvn_reader_figure (reader, "budget-months", &arguments, error);
  g_autoptr (CvnTable) fees = NULL;

  if (months == NULL || (self->lines = cvn_reader_figure (reader, "budget-lines", &arguments, error)) == NULL ||
      (self->parties = cvn_reader_figure (reader, "budget-parties", &arguments, error)) == NULL ||
      (fees = cvn_reader_figure (reader, "budget-fees", &arguments, error)) == NULL)
    return NULL;
  fill_lines (self, months);
  fill_parties (self);
  for (guint i = 0; i < cvn_table_get_n_rows (fees); i++)
    self->base.fees[cvn_table_get_integer (fees, i, "month") - 1] = cvn_table_get_integer (fees, i, "fee");
  return g_steal_pointer (&self);
}

static CvnScenarioYear *
copy_year (const CvnScenarioYear *base)
{
  CvnScenarioYear *year = g_memdup2 (base, sizeof *base);

  year->lines = g_memdup2 (base->lines, sizeof (CvnScenarioLine) * MAX (base->n_lines, 1));
  year->parties = g_memdup2 (base->parties, sizeof (CvnScenarioParty) * MAX (base->n_parties, 1));
  return year;
}

static gboolean
read_change (CvnRecord         *record,
             CvnScenarioChange *change)
{
  memset (change, 0, sizeof *change);
  change->line = cvn_record_get_text (record, "budget_line");
  change->party = cvn_record_get_text (record, "organisation");
  change->amount = cvn_record_get_integer (record, "amount");
  change->per_mille = cvn_record_get_integer (record, "per_mille");
  change->month = (guint) cvn_record_get_integer (record, "month");
  change->resplit = cvn_record_get_integer (record, "resplit") != 0;
  return cvn_scenario_what_from_code (cvn_record_get_text (record, "change"), &change->what);
}

/* Makes one change; the year stays as it is where that cannot be done. */
static gboolean
make_change (CvnScenarioYear **year,
             CvnRecord        *record,
             GError          **error)
{
  g_autoptr (CvnScenarioYear) next = copy_year (*year);
  CvnScenarioChange change;

  if (read_change (record, &change) && !cvn_scenario_apply (next, &change, 1, NULL, error))
    return FALSE;
  cvn_scenario_year_free (*year);
  *year = g_steal_pointer (&next);
  return TRUE;
}

/**
 * cvn_scenario_base_try:
 * @changes: (element-type CvnRecord): of kind scenario_change, in their order
 * @problem: (out) (transfer full) (nullable): why the changes after the first ones were not made
 *
 * Works the changes into a copy. One that cannot be made is left out, with those after it.
 *
 * Returns: (transfer full): the copy, which needs @self as long as it is used
 */
CvnScenarioYear *
cvn_scenario_base_try (CvnScenarioBase *self,
                       GPtrArray       *changes,
                       char           **problem)
{
  g_autoptr (CvnScenarioYear) year = copy_year (&self->base);
  g_autoptr (GError) error = NULL;

  *problem = NULL;
  for (guint i = 0; i < changes->len; i++)
    if (!make_change (&year, changes->pdata[i], &error))
      {
        *problem = g_strdup (error->message);
        break;
      }
  return g_steal_pointer (&year);
}

/**
 * cvn_scenario_base_list_misfits:
 * @changes: (element-type CvnRecord): of kind scenario_change, in their order
 *
 * Returns: (transfer container) (element-type CvnRecord): those that cannot be made, such as one of a line that the budget does not
 *   have any more; without them all others can
 */
GPtrArray *
cvn_scenario_base_list_misfits (CvnScenarioBase *self,
                                GPtrArray       *changes)
{
  g_autoptr (CvnScenarioYear) year = copy_year (&self->base);
  GPtrArray *misfits = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    if (!make_change (&year, changes->pdata[i], NULL))
      g_ptr_array_add (misfits, changes->pdata[i]);
  return misfits;
}
