/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-benefit-rule"

#include "cvn-benefit-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What partners get for their money: features 10 and 11. Pure functions: any thread. */

static const struct
{
  const char *code;
  const char *label;
} states[CVN_BENEFIT_N_STATES] = {
  [CVN_BENEFIT_PROMISED] = { "promised", N_("Promised") },
  [CVN_BENEFIT_PLANNED] = { "planned", N_("Planned") },
  [CVN_BENEFIT_DELIVERED] = { "delivered", N_("Delivered") },
  [CVN_BENEFIT_OVERDUE] = { "overdue", N_("Overdue") },
};

/** cvn_benefit_state_get_code: the code that figures use. */
const char *
cvn_benefit_state_get_code (CvnBenefitState state)
{
  g_return_val_if_fail (state < CVN_BENEFIT_N_STATES, NULL);

  return states[state].code;
}

/** cvn_benefit_state_get_label: the translated word for it. */
const char *
cvn_benefit_state_get_label (CvnBenefitState state)
{
  g_return_val_if_fail (state < CVN_BENEFIT_N_STATES, NULL);

  return _(states[state].label);
}

/** cvn_benefit_get_state: of ISO days, NULL where there is none; what is due today is not overdue yet. */
CvnBenefitState
cvn_benefit_get_state (const char *due,
                       const char *planned_on,
                       const char *delivered_on,
                       const char *today)
{
  if (delivered_on != NULL)
    return CVN_BENEFIT_DELIVERED;
  if (due != NULL && strcmp (due, today) < 0)
    return CVN_BENEFIT_OVERDUE;
  return planned_on != NULL ? CVN_BENEFIT_PLANNED : CVN_BENEFIT_PROMISED;
}

/**
 * cvn_benefit_due:
 * @times: how often in the year; 0 counts as once
 * @due_month: 1 to 12, the month in which the last one is due; 0 is December
 * @nth: from 0, below @times
 *
 * Returns: the last day of the month in which the @nth is due: they are spread evenly up to @due_month
 */
CvnDate
cvn_benefit_due (int   year,
                 guint times,
                 guint due_month,
                 guint nth)
{
  guint   n = MAX (times, 1);
  guint   last = due_month >= 1 && due_month <= 12 ? due_month : 12;
  guint   month = (last * (MIN (nth, n - 1) + 1) + n - 1) / n;
  CvnDate any = { (gint16) year, (guint8) MAX (month, 1), 0 };

  return cvn_date_last (&any);
}
