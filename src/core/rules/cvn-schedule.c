/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-schedule"

#include "cvn-schedule.h"

#include "cvn-allocation.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-month.h"

#include <glib/gi18n-lib.h>

/*
 * Instalments of a commitment. Source: feature 26, invariants 2 and 3 of the data model, and the vectors at the end of
 * the features (civicrm-core PR #10535). All functions are pure: any thread.
 */

/* More than any agreement asks for: ten years of months. */
#define MOST_PARTS 120

/**
 * cvn_instalment_state_from_code:
 * @status: (nullable): code of the choice of the kind
 * @is_invoiced: whether it has an invoice that was sent
 * @is_paid: whether it has a date of payment
 *
 * Returns: the state; a draft that is on no invoice is planned
 */
CvnInstalmentState
cvn_instalment_state_from_code (const char *status,
                                gboolean    is_invoiced,
                                gboolean    is_paid)
{
  if (g_strcmp0 (status, "written_off") == 0)
    return CVN_INSTALMENT_WRITTEN_OFF;
  if (g_strcmp0 (status, "credited") == 0)
    return CVN_INSTALMENT_CANCELLED;
  if (is_paid || g_strcmp0 (status, "paid") == 0)
    return CVN_INSTALMENT_PAID;
  if (is_invoiced || g_strcmp0 (status, "sent") == 0 || g_strcmp0 (status, "partly_paid") == 0 || g_strcmp0 (status, "overdue") == 0)
    return CVN_INSTALMENT_INVOICED;
  return CVN_INSTALMENT_PLANNED;
}

static gboolean
is_day (const CvnDate *date)
{
  return cvn_date_is_valid (date) && cvn_date_get_precision (date) == CVN_DATE_DAY;
}

static gboolean
check_plan (const CvnSchedulePlan *plan,
            GError               **error)
{
  if (plan->pattern == CVN_SCHEDULE_DATES)
    {
      if (plan->n_dates == 0 || plan->n_dates > MOST_PARTS)
        return cvn_check_fail (error, "due_date", _("Fill in from 1 to 120 due dates."));
      for (guint i = 0; i < plan->n_dates; i++)
        if (!is_day (&plan->dates[i]))
          return cvn_check_fail (error, "due_date", _("Fill in a day for each due date."));
        else if (i > 0 && cvn_date_compare (&plan->dates[i - 1], &plan->dates[i]) >= 0)
          return cvn_check_fail (error, "due_date", _("Each due date must lie after the one before it."));
      return TRUE;
    }
  if (!is_day (&plan->period.from))
    return cvn_check_fail (error, "start_date", _("Fill in the day on which the period begins."));
  if (!is_day (&plan->period.to))
    return cvn_check_fail (error, "end_date", _("Fill in the last day of the period."));
  if (!cvn_period_is_valid (&plan->period))
    return cvn_check_fail (error, "end_date", _("The end must not lie before the beginning."));
  if (plan->due_day > 31)
    return cvn_check_fail (error, "due_day", _("Fill in a day of the month from 1 to 31."));
  return TRUE;
}

/* How far apart the parts are, in whole months; 0 for those that are spread. */
static int
get_step (CvnSchedulePattern pattern)
{
  switch (pattern)
    {
    case CVN_SCHEDULE_MONTHS:
      return 1;
    case CVN_SCHEDULE_QUARTERS:
      return 3;
    case CVN_SCHEDULE_HALF_YEARS:
      return 6;
    case CVN_SCHEDULE_PARTS:
    case CVN_SCHEDULE_DATES:
    default:
      return 0;
    }
}

/* The due day of a month of the period, within the period. */
static CvnDate
get_due_date (const CvnSchedulePlan *plan,
              int                    month)
{
  CvnDate first = { plan->period.from.year, plan->period.from.month, 1 };
  CvnDate due = cvn_date_add_months (first, month);
  CvnDate last = { due.year, due.month, 0 };

  last = cvn_date_last (&last);
  due.day = (guint8) MIN (plan->due_day == 0 ? plan->period.from.day : plan->due_day, last.day);
  if (cvn_date_compare (&due, &plan->period.from) < 0)
    return plan->period.from;
  return cvn_date_compare (&due, &plan->period.to) > 0 ? plan->period.to : due;
}

/**
 * cvn_schedule_make_dates:
 * @plan: when to ask for the money
 *
 * The due dates. By month, quarter or half year they are counted from the month in which the period begins; a number of
 * parts is spread evenly over its months, halves towards the end: two parts of the seven months from June are due in
 * June and October. A due day outside the period moves to its first or last day. Fails with %CVN_ERROR_INVALID at
 * "due_date", "start_date", "end_date", "due_day" or "parts".
 *
 * Returns: (transfer full) (element-type CvnDate): in order, each once
 */
GArray *
cvn_schedule_make_dates (const CvnSchedulePlan *plan,
                         GError               **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (CvnDate));
  int step = get_step (plan->pattern);
  int n_months;
  int n_parts;

  if (!check_plan (plan, error))
    return NULL;
  if (plan->pattern == CVN_SCHEDULE_DATES)
    {
      g_array_append_vals (dates, plan->dates, plan->n_dates);
      return g_steal_pointer (&dates);
    }
  n_months = (int) (cvn_month_of_date (&plan->period.to) - cvn_month_of_date (&plan->period.from)) + 1;
  n_parts = step > 0 ? (n_months + step - 1) / step : (int) MIN (plan->n_parts, G_MAXINT);
  if (n_parts < 1 || n_parts > n_months || n_parts > MOST_PARTS)
    {
      cvn_check_fail (error, "parts", _("Fill in a number of instalments from 1 to the number of months, and at most 120."));
      return NULL;
    }
  for (int i = 0; i < n_parts; i++)
    {
      CvnDate due = get_due_date (plan, step > 0 ? i * step : (i * n_months + n_parts - 1) / n_parts);

      g_array_append_val (dates, due);
    }
  return g_steal_pointer (&dates);
}

/* The parts of @total for @n_parts, the odd cents to the first. */
static gint64 *
split_equally (gint64   total,
               guint    n_parts,
               GError **error)
{
  g_autofree gint64 *weights = g_new (gint64, n_parts);
  g_autofree gint64 *parts = g_new (gint64, n_parts);

  for (guint i = 0; i < n_parts; i++)
    weights[i] = 1;
  return cvn_allocate (total, weights, n_parts, parts, error) ? g_steal_pointer (&parts) : NULL;
}

static gboolean
check_total (gint64   total,
             GError **error)
{
  if (total >= 0)
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, _("The amount of a commitment cannot be negative."));
  cvn_error_set_field (error, "amount");
  return FALSE;
}

/**
 * cvn_schedule_make:
 * @total: cents of the commitment, not negative
 *
 * A first schedule: equal parts that make @total exactly, odd cents to the first (invariant 2); none when @total is 0.
 * Fails as cvn_schedule_make_dates(), and with %CVN_ERROR_OUT_OF_RANGE at "amount".
 *
 * Returns: (transfer full) (element-type CvnInstalment): numbered from 1
 */
GArray *
cvn_schedule_make (const CvnSchedulePlan *plan,
                   gint64                 total,
                   GError               **error)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (CvnInstalment));
  g_autoptr (GArray) rows = cvn_schedule_replan (NULL, 0, plan, total, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (made, g_array_index (rows, CvnScheduleRow, i).after);
  return g_steal_pointer (&made);
}

/* What is owed beside the planned ones: cancelled ones are not. */
static gboolean
sum_fixed (const CvnInstalment *instalments,
           guint                n_instalments,
           gint64              *sum,
           GError             **error)
{
  *sum = 0;
  for (guint i = 0; i < n_instalments; i++)
    if (instalments[i].state != CVN_INSTALMENT_PLANNED && instalments[i].state != CVN_INSTALMENT_CANCELLED &&
        !cvn_money_add (*sum, instalments[i].amount, sum, error))
      return FALSE;
  return TRUE;
}

/* Each instalment that stays takes one of the dates: its own, or else the first that is left. */
static void
take_dates (const CvnInstalment *instalments,
            guint                n_instalments,
            GArray              *dates)
{
  guint n_others = 0;

  for (guint i = 0; i < n_instalments; i++)
    {
      guint place = 0;

      if (instalments[i].state == CVN_INSTALMENT_PLANNED)
        continue;
      while (place < dates->len && cvn_date_compare (&g_array_index (dates, CvnDate, place), &instalments[i].due) != 0)
        place++;
      if (place < dates->len)
        g_array_remove_index (dates, place);
      else
        n_others++;
    }
  g_array_remove_range (dates, 0, MIN (n_others, dates->len));
}

static void
append_row (GArray              *rows,
            CvnScheduleChange    change,
            const CvnInstalment *before,
            const CvnInstalment *after)
{
  CvnScheduleRow row = { .change = change };

  if (before != NULL)
    row.before = *before;
  if (after != NULL)
    row.after = *after;
  g_array_append_val (rows, row);
}

/* The planned instalments take the dates in order, with new ones for what is left of the dates. */
static void
plan_rest (const CvnInstalment *instalments,
           guint                n_instalments,
           const GArray        *dates,
           const gint64        *parts,
           GArray              *rows)
{
  guint used = 0;
  guint number = 0;

  for (guint i = 0; i < n_instalments; i++)
    {
      const CvnInstalment *before = &instalments[i];
      CvnInstalment        after = *before;

      number = MAX (number, before->number);
      if (before->state != CVN_INSTALMENT_PLANNED)
        append_row (rows, CVN_SCHEDULE_KEPT, before, before);
      else if (used == dates->len)
        append_row (rows, CVN_SCHEDULE_REMOVED, before, NULL);
      else
        {
          after.due = g_array_index (dates, CvnDate, used);
          after.amount = parts[used++];
          append_row (rows, cvn_date_compare (&after.due, &before->due) == 0 && after.amount == before->amount ? CVN_SCHEDULE_KEPT : CVN_SCHEDULE_CHANGED, before, &after);
        }
    }
  for (; used < dates->len; used++)
    {
      CvnInstalment added = { .due = g_array_index (dates, CvnDate, used), .amount = parts[used] };

      number++;
      added.number = number;
      append_row (rows, CVN_SCHEDULE_ADDED, NULL, &added);
    }
}

/* A commitment of which every instalment is cancelled is cancelled: editing it does not bring it back to life. */
static gboolean
is_cancelled (const CvnInstalment *instalments,
              guint                n_instalments)
{
  for (guint i = 0; i < n_instalments; i++)
    if (instalments[i].state != CVN_INSTALMENT_CANCELLED)
      return FALSE;
  return n_instalments > 0;
}

/* The dates for what is still to be planned: at least one when there is money to ask for. */
static GArray *
find_dates (const CvnInstalment   *instalments,
            guint                  n_instalments,
            const CvnSchedulePlan *plan,
            gint64                 rest,
            GError               **error)
{
  g_autoptr (GArray) dates = cvn_schedule_make_dates (plan, error);
  CvnDate last;

  if (dates == NULL)
    return NULL;
  last = g_array_index (dates, CvnDate, dates->len - 1);
  take_dates (instalments, n_instalments, dates);
  if (dates->len == 0)
    g_array_append_val (dates, last);
  if (rest == 0)
    g_array_set_size (dates, 0);
  else if (rest < dates->len)
    g_array_set_size (dates, (guint) rest);
  return g_steal_pointer (&dates);
}

/**
 * cvn_schedule_replan:
 * @instalments: (nullable) (array length=n_instalments): as they are, in order
 * @plan: how they should be
 * @total: cents of the commitment as it is now
 *
 * What a change of amount, period or plan would do; nothing is done yet. Instalments that were invoiced, paid or written
 * off are kept as they are and keep their share of @total, and cancelled ones stay cancelled; each takes the place of one
 * of the dates. The rest of @total is divided equally over the dates that are left, exactly and without empty instalments.
 * When every instalment is cancelled nothing is planned. Fails as cvn_schedule_make(), and with %CVN_ERROR_OUT_OF_RANGE at
 * "amount" when more is invoiced than @total: that takes a credit note.
 *
 * Returns: (transfer full) (element-type CvnScheduleRow): the preview, added ones last
 */
GArray *
cvn_schedule_replan (const CvnInstalment   *instalments,
                     guint                  n_instalments,
                     const CvnSchedulePlan *plan,
                     gint64                 total,
                     GError               **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (CvnScheduleRow));
  g_autoptr (GArray) dates = NULL;
  g_autofree gint64 *parts = NULL;
  gint64             fixed;

  if (!check_total (total, error) || !sum_fixed (instalments, n_instalments, &fixed, error))
    return NULL;
  if (fixed > total)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE,
                           _("More than this has been invoiced already. Send a credit note first, or fill in a larger amount."));
      cvn_error_set_field (error, "amount");
      return NULL;
    }
  dates = find_dates (instalments, n_instalments, plan, total - fixed, error);
  if (dates == NULL)
    return NULL;
  if (is_cancelled (instalments, n_instalments))
    g_array_set_size (dates, 0);
  if (dates->len > 0 && (parts = split_equally (total - fixed, dates->len, error)) == NULL)
    return NULL;
  plan_rest (instalments, n_instalments, dates, parts, rows);
  return g_steal_pointer (&rows);
}
