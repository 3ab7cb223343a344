/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-settlement"

#include "cvn-settlement.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/*
 * What is open of an invoice: n payments against m invoices. Source: features 27, 30 and 33, invariant 9 of the data
 * model. All functions are pure: any thread.
 */

/** cvn_settlement_get_code: the code of the choice that is stored and shown. */
const char *
cvn_settlement_get_code (CvnSettlementState state)
{
  static const char *const codes[] = {
    [CVN_SETTLEMENT_DRAFT] = "draft",
    [CVN_SETTLEMENT_SENT] = "sent",
    [CVN_SETTLEMENT_PARTLY_PAID] = "partly_paid",
    [CVN_SETTLEMENT_PAID] = "paid",
    [CVN_SETTLEMENT_OVERDUE] = "overdue",
    [CVN_SETTLEMENT_CREDITED] = "credited",
    [CVN_SETTLEMENT_WRITTEN_OFF] = "written_off",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (codes), NULL);

  return codes[state];
}

static gboolean
has_come (const CvnDate *date,
          const CvnDate *day)
{
  return date->year != 0 && cvn_date_compare (date, day) <= 0;
}

static gboolean
counts (const CvnSettlementInvoice *invoice,
        const CvnSettlementMatch   *match,
        const CvnDate              *day)
{
  return g_str_equal (match->invoice, invoice->id) && has_come (&match->date, day);
}

static gboolean
add_payments (const CvnSettlementInvoice *invoice,
              const CvnSettlementMatch   *matches,
              guint                       n_matches,
              const CvnDate              *day,
              CvnSettlement              *settlement,
              GError                    **error)
{
  guint n_whole = 0;

  for (guint i = 0; i < n_matches; i++)
    {
      gint64 amount = matches[i].amount;

      if (!counts (invoice, &matches[i], day))
        continue;
      if (amount < 0 ? !cvn_money_sub (settlement->refunded, amount, &settlement->refunded, error)
                     : !cvn_money_add (settlement->paid, amount, &settlement->paid, error))
        return FALSE;
      n_whole += amount > 0 && amount == invoice->total;
    }
  settlement->is_double = n_whole > 1;
  return TRUE;
}

/* What was paid and kept, up to and including @day; the sums were tried before. */
static gint64
get_kept (const CvnSettlementInvoice *invoice,
          const CvnSettlementMatch   *matches,
          guint                       n_matches,
          const CvnDate              *day)
{
  gint64 kept = 0;

  for (guint i = 0; i < n_matches; i++)
    if (counts (invoice, &matches[i], day))
      kept += matches[i].amount;
  return kept;
}

/* The first day on which payments covered what is owed now. */
static CvnDate
find_paid_on (const CvnSettlementInvoice *invoice,
              const CvnSettlementMatch   *matches,
              guint                       n_matches,
              const CvnDate              *day,
              gint64                      owed)
{
  CvnDate found = { 0 };

  for (guint i = 0; i < n_matches; i++)
    if (counts (invoice, &matches[i], day) && matches[i].amount > 0 &&
        (found.year == 0 || cvn_date_compare (&matches[i].date, &found) < 0) &&
        get_kept (invoice, matches, n_matches, &matches[i].date) >= owed)
      found = matches[i].date;
  return found;
}

static CvnSettlementState
get_state (const CvnSettlementInvoice *invoice,
           const CvnSettlement        *settlement,
           const CvnDate              *day)
{
  if (!has_come (&invoice->sent_on, day))
    return CVN_SETTLEMENT_DRAFT;
  if (settlement->open > 0)
    {
      if (cvn_date_compare (day, &invoice->due) > 0)
        return CVN_SETTLEMENT_OVERDUE;
      return settlement->paid > settlement->refunded ? CVN_SETTLEMENT_PARTLY_PAID : CVN_SETTLEMENT_SENT;
    }
  if (settlement->written_off > 0)
    return CVN_SETTLEMENT_WRITTEN_OFF;
  return settlement->credited > 0 && settlement->credited >= invoice->total ? CVN_SETTLEMENT_CREDITED : CVN_SETTLEMENT_PAID;
}

/**
 * cvn_settlement_compute:
 * @matches: (array length=n_matches): in any order, also those of other invoices
 * @day: the day to look at: what came later does not count
 * @settlement: (out): undefined on error
 *
 * open = total - credited - written off - (paid - paid back); what would be below zero is over, to be paid back. An
 * invoice is overdue from the day after its due date while anything is open, also when a part has come in. What was
 * written off stays in @settlement. Fails with %CVN_ERROR_OVERFLOW, or %CVN_ERROR_INVALID at "total" for an amount below zero.
 */
gboolean
cvn_settlement_compute (const CvnSettlementInvoice *invoice,
                        const CvnSettlementMatch   *matches,
                        guint                       n_matches,
                        const CvnDate              *day,
                        CvnSettlement              *settlement,
                        GError                    **error)
{
  gint64 owed;
  gint64 rest;

  *settlement = (CvnSettlement){ 0 };
  if (invoice->total < 0 || invoice->credited < 0 || invoice->written_off < 0)
    return cvn_check_fail (error, "total", _("An amount of an invoice cannot be negative: make a credit note."));
  if (has_come (&invoice->credited_on, day))
    settlement->credited = invoice->credited;
  if (has_come (&invoice->written_off_on, day))
    settlement->written_off = invoice->written_off;
  if (!add_payments (invoice, matches, n_matches, day, settlement, error) ||
      !cvn_money_sub (invoice->total, settlement->credited, &owed, error) ||
      !cvn_money_sub (owed, settlement->written_off, &owed, error) ||
      !cvn_money_sub (owed, settlement->paid, &rest, error) || !cvn_money_add (rest, settlement->refunded, &rest, error))
    return FALSE;
  settlement->open = MAX (rest, 0);
  settlement->over = rest < 0 ? -MAX (rest, -G_MAXINT64) : 0;
  settlement->is_double = settlement->is_double && settlement->over > 0;
  settlement->state = get_state (invoice, settlement, day);
  if (settlement->state == CVN_SETTLEMENT_PAID)
    settlement->paid_on = find_paid_on (invoice, matches, n_matches, day, owed);
  return TRUE;
}

static gboolean
refuse_range (GError    **error,
              const char *message)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, message);
  cvn_error_set_field (error, "amount");
  return FALSE;
}

static gboolean
check_positive (gint64   amount,
                GError **error)
{
  return amount > 0 || refuse_range (error, _("Fill in an amount above zero."));
}

/**
 * cvn_settlement_check_payment:
 * @settlement: of the invoice that is paid
 * @free_amount: cents of the payment that no invoice has yet; %G_MAXINT64 for one that is being typed
 * @amount: cents to put to the invoice
 * @allow_over: whether the user said that the customer paid too much
 *
 * Fails with %CVN_ERROR_OUT_OF_RANGE at "amount" when that is more than the payment holds (invariant 9) or, unless
 * @allow_over, than is open.
 */
gboolean
cvn_settlement_check_payment (const CvnSettlement *settlement,
                              gint64               free_amount,
                              gint64               amount,
                              gboolean             allow_over,
                              GError             **error)
{
  if (!check_positive (amount, error))
    return FALSE;
  if (settlement->state == CVN_SETTLEMENT_DRAFT)
    return cvn_check_fail (error, "invoice", _("This invoice has not been sent: send it before you book a payment."));
  if (amount > free_amount)
    return refuse_range (error, _("This is more than what is left of the payment."));
  if (amount > settlement->open && !allow_over)
    return refuse_range (error, _("This is more than is open. Fill in what is open, or say that too much was paid."));
  return TRUE;
}

/** cvn_settlement_check_refund: no more is paid back than came in and was kept; %CVN_ERROR_OUT_OF_RANGE at "amount". */
gboolean
cvn_settlement_check_refund (const CvnSettlement *settlement,
                             gint64               amount,
                             GError             **error)
{
  if (!check_positive (amount, error))
    return FALSE;
  return amount <= settlement->paid - settlement->refunded || refuse_range (error, _("No more can be paid back than was received."));
}

/**
 * cvn_settlement_check_write_off:
 *
 * Feature 27: what was paid cannot be written off, and no more than is open. Fails with %CVN_ERROR_INVALID at "status" or
 * %CVN_ERROR_OUT_OF_RANGE at "amount".
 */
gboolean
cvn_settlement_check_write_off (const CvnSettlement *settlement,
                                gint64               amount,
                                GError             **error)
{
  if (settlement->state == CVN_SETTLEMENT_DRAFT)
    return cvn_check_fail (error, "status", _("This invoice has not been sent: it can be changed or deleted."));
  if (settlement->open == 0)
    return cvn_check_fail (error, "status", _("Nothing is open of this invoice, so nothing can be written off."));
  if (!check_positive (amount, error))
    return FALSE;
  return amount <= settlement->open || refuse_range (error, _("No more can be written off than is open."));
}

/**
 * cvn_settlement_spread:
 * @amount: cents of a payment
 * @open: (array length=n_open): cents that are open, the oldest first
 * @parts: (out caller-allocates) (array length=n_open): cents for each
 *
 * Puts one payment to several invoices or instalments, the oldest first.
 *
 * Returns: the cents that are left, which is what was paid too much
 */
gint64
cvn_settlement_spread (gint64        amount,
                       const gint64 *open,
                       guint         n_open,
                       gint64       *parts)
{
  for (guint i = 0; i < n_open; i++)
    {
      parts[i] = CLAMP (amount, 0, MAX (open[i], 0));
      amount -= parts[i];
    }
  return amount;
}

/* Days after the due date. */
static const int follow_up_days[CVN_FOLLOW_UP_LEVELS] = { 0, 14, 30 };

/** cvn_follow_up_get_days: the days after the due date on which the letter of @level, 1 to 3, is due: feature 33. */
int
cvn_follow_up_get_days (guint level)
{
  g_return_val_if_fail (level >= 1 && level <= CVN_FOLLOW_UP_LEVELS, 0);

  return follow_up_days[level - 1];
}

/**
 * cvn_follow_up_get_date:
 * @due: due date of the invoice
 * @sent_level: of the last letter, 0 for none
 * @sent_on: (nullable): the day of the last letter, or NULL for none
 *
 * The levels come one after another, and a letter that went out late moves the next one, so that everybody has as many
 * days to pay between two letters.
 *
 * Returns: when the next letter is due, or the empty date after the last level
 */
CvnDate
cvn_follow_up_get_date (const CvnDate *due,
                        guint          sent_level,
                        const CvnDate *sent_on)
{
  CvnDate date;
  CvnDate later;

  if (sent_level >= CVN_FOLLOW_UP_LEVELS)
    return (CvnDate){ 0 };
  date = cvn_date_add_days (*due, follow_up_days[sent_level]);
  if (sent_level == 0 || sent_on == NULL || sent_on->year == 0)
    return date;
  later = cvn_date_add_days (*sent_on, follow_up_days[sent_level] - follow_up_days[sent_level - 1]);
  return cvn_date_compare (&later, &date) > 0 ? later : date;
}

/**
 * cvn_follow_up_is_due:
 * @settlement: of the invoice on @day
 * @level: (out): 1 to 3; untouched when no letter is due
 *
 * Each level is due once, and never for an invoice of which nothing is open.
 */
gboolean
cvn_follow_up_is_due (const CvnSettlement *settlement,
                      const CvnDate       *due,
                      guint                sent_level,
                      const CvnDate       *sent_on,
                      const CvnDate       *day,
                      guint               *level)
{
  CvnDate date = cvn_follow_up_get_date (due, sent_level, sent_on);

  if (settlement->open == 0 || settlement->state == CVN_SETTLEMENT_DRAFT || date.year == 0 || cvn_date_compare (&date, day) > 0)
    return FALSE;
  *level = sent_level + 1;
  return TRUE;
}
