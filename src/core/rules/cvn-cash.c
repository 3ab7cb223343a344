/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-cash"

#include "cvn-cash.h"

#include "cvn-money.h"

/**
 * cvn_cash_run:
 * @opening: cents before the first month
 * @months: in their order
 * @lowest: (out): the month at whose end there is least; of several the first
 *
 * Works out what there is at the end of each month. Fails when it cannot be counted. Any thread.
 */
gboolean
cvn_cash_run (gint64        opening,
              CvnCashMonth *months,
              guint         n_months,
              guint        *lowest,
              GError      **error)
{
  gint64 balance = opening;

  *lowest = 0;
  for (guint i = 0; i < n_months; i++)
    {
      if (!cvn_money_add (balance, months[i].in, &balance, error) || !cvn_money_add (balance, months[i].out, &balance, error))
        return FALSE;
      months[i].closing = balance;
      if (balance < months[*lowest].closing)
        *lowest = i;
    }
  return TRUE;
}
