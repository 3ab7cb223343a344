/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-scenario"

#include "cvn-scenario.h"

#include "cvn-error.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Functions on plain values; any thread. A scenario is a list of changes to a copy of the year: the year itself stays as it is. */

/** cvn_scenario_what_from_code: what a scenario_change says that it changes; FALSE for anything else. */
gboolean
cvn_scenario_what_from_code (const char      *code,
                             CvnScenarioWhat *what)
{
  static const char *const codes[] = {
    [CVN_SCENARIO_AMOUNT] = "amount",
    [CVN_SCENARIO_FEE] = "fee",
    [CVN_SCENARIO_COUNT] = "count",
    [CVN_SCENARIO_START] = "start",
    [CVN_SCENARIO_PARTY_AMOUNT] = "party_amount",
    [CVN_SCENARIO_LEAVE] = "leave",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *what = (CvnScenarioWhat) i;
        return TRUE;
      }
  return FALSE;
}

static guint
first_month (const CvnScenarioChange *change)
{
  return change->month > 0 ? change->month - 1 : 0;
}

static CvnScenarioLine *
find_line (CvnScenarioYear *year,
           const char      *id,
           GError         **error)
{
  for (guint i = 0; i < year->n_lines; i++)
    if (g_strcmp0 (year->lines[i].id, id) == 0)
      return &year->lines[i];
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("This line is not in the budget of the year: choose another line, or remove the change."));
  return NULL;
}

/* The amount for the year, in the months as they were. */
static gboolean
set_amount (CvnScenarioYear         *year,
            const CvnScenarioChange *change,
            GError                 **error)
{
  CvnScenarioLine *line = find_line (year, change->line, error);
  gint64           months[CVN_BUDGET_N_MONTHS];

  if (line == NULL)
    return FALSE;
  if (!cvn_budget_split_pattern (change->amount, line->months, months, NULL))
    cvn_budget_split_equal (change->amount, months);
  memcpy (line->months, months, sizeof months);
  return TRUE;
}

static gboolean
scale_fees (CvnScenarioYear         *year,
            const CvnScenarioChange *change,
            GError                 **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < year->n_lines; i++)
    for (guint m = first_month (change); year->lines[i].is_fees && m < CVN_BUDGET_N_MONTHS; m++)
      {
        gboolean is_fee = change->what == CVN_SCENARIO_FEE;
        gint64   divisor = is_fee ? year->fees[m] : 1000;

        any = TRUE;
        if (divisor == 0)
          {
            g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("There is no fee for registrations in this year: fill it in first, under “Fees”."));
            return FALSE;
          }
        if (!cvn_money_mul_div (year->lines[i].months[m], is_fee ? change->amount : change->per_mille, divisor, &year->lines[i].months[m], error))
          return FALSE;
      }
  for (guint m = first_month (change); change->what == CVN_SCENARIO_FEE && m < CVN_BUDGET_N_MONTHS; m++)
    year->fees[m] = change->amount;
  if (!any)
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("No line of the budget says that its amounts come from registration fees."));
  return any;
}

static gboolean
set_start (CvnScenarioYear         *year,
           const CvnScenarioChange *change,
           GError                 **error)
{
  CvnScenarioLine *line = find_line (year, change->line, error);

  for (guint m = 0; line != NULL && m < first_month (change); m++)
    line->months[m] = 0;
  return line != NULL;
}

/* @delta in equal parts over the months from @from on. */
static gboolean
add_to_line (CvnScenarioYear *year,
             const char      *id,
             guint            from,
             gint64           delta,
             GError         **error)
{
  CvnScenarioLine *line = find_line (year, id, error);
  gint64           n = CVN_BUDGET_N_MONTHS - (gint64) from;

  for (guint m = from; line != NULL && m < CVN_BUDGET_N_MONTHS; m++)
    {
      gint64 place = m - from;

      if (!cvn_money_add (line->months[m], delta / n + (place < delta % n) - (place < -(delta % n)), &line->months[m], error))
        return FALSE;
    }
  return line != NULL;
}

/* What of a year's amount falls in the months from @from on, rounded to the cent. */
static gboolean
share_from (gint64   amount,
            guint    from,
            gint64  *share,
            GError **error)
{
  return cvn_money_mul_div (amount, CVN_BUDGET_N_MONTHS - (gint64) from, CVN_BUDGET_N_MONTHS, share, error);
}

static gboolean
set_party (CvnScenarioYear         *year,
           CvnScenarioParty        *party,
           gint64                   amount,
           const CvnScenarioChange *change,
           GError                 **error)
{
  gint64 delta;

  if (!cvn_money_sub (amount, party->party.amount, &delta, error) || !share_from (delta, first_month (change), &delta, error) ||
      !cvn_money_add (party->party.amount, delta, &party->party.amount, error))
    return FALSE;
  return delta == 0 || add_to_line (year, party->line, first_month (change), delta, error);
}

/* A party that pays in parts pays the other amount with the first of them. */
static gboolean
set_party_amount (CvnScenarioYear         *year,
                  const CvnScenarioChange *change,
                  GError                 **error)
{
  gboolean found = FALSE;

  for (guint i = 0; i < year->n_parties; i++)
    if (g_strcmp0 (year->parties[i].party.id, change->party) == 0)
      {
        if (!set_party (year, &year->parties[i], found ? 0 : change->amount, change, error))
          return FALSE;
        found = TRUE;
      }
  if (!found)
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("This party contributes nothing in the year."));
  return found;
}

static gboolean
leave (CvnScenarioYear         *year,
       const CvnScenarioChange *change,
       GError                 **error)
{
  g_autofree CvnExitParty *parties = g_new0 (CvnExitParty, MAX (year->n_parties, 1));
  g_autofree gint64       *amounts = g_new0 (gint64, MAX (year->n_parties, 1));
  gint64                   uncovered;

  for (guint i = 0; i < year->n_parties; i++)
    parties[i] = year->parties[i].party;
  if (!cvn_party_exit_split (parties, year->n_parties, change->party, amounts, &uncovered, error))
    return FALSE;
  for (guint i = 0; i < year->n_parties; i++)
    {
      gboolean leaves = g_str_equal (parties[i].id, change->party);

      if ((leaves || change->resplit) && !set_party (year, &year->parties[i], amounts[i], change, error))
        return FALSE;
      if (leaves) /* and takes nothing over when the next one goes */
        year->parties[i].party.weight = 0;
    }
  return TRUE;
}

static gboolean
apply_change (CvnScenarioYear         *year,
              const CvnScenarioChange *change,
              GError                 **error)
{
  switch (change->what)
    {
    case CVN_SCENARIO_FEE:
    case CVN_SCENARIO_COUNT:
      return scale_fees (year, change, error);
    case CVN_SCENARIO_START:
      return set_start (year, change, error);
    case CVN_SCENARIO_PARTY_AMOUNT:
      return set_party_amount (year, change, error);
    case CVN_SCENARIO_LEAVE:
      return leave (year, change, error);
    case CVN_SCENARIO_AMOUNT:
    default:
      return set_amount (year, change, error);
    }
}

/**
 * cvn_scenario_apply:
 * @year: a copy of the year
 * @changes: one after the other
 * @failed: (out) (optional): the change that could not be made
 *
 * Works the changes into @year, which is of no use any more when it fails.
 */
gboolean
cvn_scenario_apply (CvnScenarioYear         *year,
                    const CvnScenarioChange *changes,
                    guint                    n_changes,
                    guint                   *failed,
                    GError                 **error)
{
  for (guint i = 0; i < n_changes; i++)
    if (!apply_change (year, &changes[i], error))
      {
        if (failed != NULL)
          *failed = i;
        return FALSE;
      }
  return TRUE;
}

/** cvn_scenario_sum_line: (out): the year's amount of a line. */
gboolean
cvn_scenario_sum_line (const CvnScenarioLine *line,
                       gint64                *sum,
                       GError               **error)
{
  *sum = 0;
  for (guint m = 0; m < CVN_BUDGET_N_MONTHS; m++)
    if (!cvn_money_add (*sum, line->months[m], sum, error))
      return FALSE;
  return TRUE;
}

/** cvn_scenario_sum: (out): all income and all costs of the year. */
gboolean
cvn_scenario_sum (const CvnScenarioYear *year,
                  gint64                *income,
                  gint64                *cost,
                  GError               **error)
{
  *income = *cost = 0;
  for (guint i = 0; i < year->n_lines; i++)
    {
      gint64 *side = year->lines[i].is_cost ? cost : income;
      gint64  sum;

      if (!cvn_scenario_sum_line (&year->lines[i], &sum, error) || !cvn_money_add (*side, sum, side, error))
        return FALSE;
    }
  return TRUE;
}
