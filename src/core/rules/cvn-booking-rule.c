/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-rule"

#include "cvn-booking-rule.h"

#include "cvn-date.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The pipeline of a booking: features 48 to 52. It goes one state at a time, and one back when a step was a mistake.
 * All functions are pure: any thread.
 */

#define BIT(state) (1u << CVN_BOOKING_##state)

static const struct
{
  const char *code;
  const char *label;
  const char *date; /* field that says when it came there; NULL: the invoice says so */
  guint       moves;
} states[CVN_BOOKING_N_STATES] = {
  [CVN_BOOKING_REQUESTED] = { "requested", N_("Requested"), "requested_on", BIT (QUOTED) | BIT (CANCELLED) },
  [CVN_BOOKING_QUOTED] = { "quoted", N_("Quoted"), "quoted_on", BIT (REQUESTED) | BIT (CONFIRMED) | BIT (CANCELLED) },
  [CVN_BOOKING_CONFIRMED] = { "booked", N_("Confirmed"), "confirmed_on", BIT (QUOTED) | BIT (DELIVERED) | BIT (CANCELLED) },
  [CVN_BOOKING_DELIVERED] = { "delivered", N_("Delivered"), "delivered_on", BIT (CONFIRMED) | BIT (INVOICED) },
  [CVN_BOOKING_INVOICED] = { "invoiced", N_("Invoiced"), NULL, BIT (PAID) },
  [CVN_BOOKING_PAID] = { "paid", N_("Paid"), NULL, 0 },
  [CVN_BOOKING_CANCELLED] = { "cancelled", N_("Cancelled"), "cancelled_on", BIT (REQUESTED) },
};

/** cvn_booking_state_get_code: the code, which is the status that is stored but for invoiced and paid. */
const char *
cvn_booking_state_get_code (CvnBookingState state)
{
  g_return_val_if_fail (state < CVN_BOOKING_N_STATES, NULL);

  return states[state].code;
}

/** cvn_booking_state_get_label: the translated word for it. */
const char *
cvn_booking_state_get_label (CvnBookingState state)
{
  g_return_val_if_fail (state < CVN_BOOKING_N_STATES, NULL);

  return _(states[state].label);
}

/** cvn_booking_state_get_date_field: (nullable): the field with the day on which a booking came there; NULL for invoiced and paid. */
const char *
cvn_booking_state_get_date_field (CvnBookingState state)
{
  g_return_val_if_fail (state < CVN_BOOKING_N_STATES, NULL);

  return states[state].date;
}

/** cvn_booking_state_from_code: FALSE when no state has this code. */
gboolean
cvn_booking_state_from_code (const char      *code,
                             CvnBookingState *state)
{
  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    if (g_strcmp0 (code, states[i].code) == 0)
      {
        *state = (CvnBookingState) i;
        return TRUE;
      }
  return FALSE;
}

/** cvn_booking_can_move: whether a booking in state @from may go to @to next. */
gboolean
cvn_booking_can_move (CvnBookingState from,
                      CvnBookingState to)
{
  g_return_val_if_fail (from < CVN_BOOKING_N_STATES && to < CVN_BOOKING_N_STATES, FALSE);

  return (states[from].moves & 1u << to) != 0;
}

/* “Quoted”, “Cancelled” */
static char *
list_moves (CvnBookingState from)
{
  GString *list = g_string_new (NULL);

  for (guint to = 0; to < CVN_BOOKING_N_STATES; to++)
    if (cvn_booking_can_move (from, (CvnBookingState) to))
      {
        if (list->len > 0)
          g_string_append (list, ", ");
        /* Translators: one state in a list of states, in quotation marks */
        g_string_append_printf (list, _("“%s”"), _(states[to].label));
      }
  return g_string_free (list, FALSE);
}

/**
 * cvn_booking_check_move:
 *
 * Fails with %CVN_ERROR_INVALID at "status" when a booking may not go from @from to @to; the message says where it may go.
 */
gboolean
cvn_booking_check_move (CvnBookingState from,
                        CvnBookingState to,
                        GError        **error)
{
  g_autofree char *allowed = NULL;

  if (cvn_booking_can_move (from, to))
    return TRUE;
  allowed = list_moves (from);
  if (*allowed == '\0')
    /* Translators: the state of a booking, such as “Paid” */
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("A booking that is “%s” stays so."), _(states[from].label));
  else
    /* Translators: two states of a booking, and the states in quotation marks that may follow the first */
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("A booking cannot go from “%1$s” to “%2$s”. Allowed are: %3$s."),
                 _(states[from].label), _(states[to].label), allowed);
  cvn_error_set_field (error, "status");
  return FALSE;
}

/** cvn_booking_get_neighbour: the state one to the right (1) or to the left (-1), as a key press asks for it; @from itself at the ends. */
CvnBookingState
cvn_booking_get_neighbour (CvnBookingState from,
                           int             step)
{
  int to = CLAMP ((int) from + step, 0, CVN_BOOKING_N_STATES - 1);

  return (CvnBookingState) to;
}

/**
 * cvn_booking_check_dated:
 *
 * Whether a booking that was written down when it was requested has passed the states before its own: a form refuses a skip as
 * the board does. Bookings of before that have no such day. Fails at the day that is missing.
 */
gboolean
cvn_booking_check_dated (CvnRecord *booking,
                         GError   **error)
{
  CvnBookingState state;

  if (!cvn_record_has (booking, "requested_on") || !cvn_booking_state_from_code (cvn_record_get_text (booking, "status"), &state) ||
      state > CVN_BOOKING_DELIVERED)
    return TRUE;
  for (guint i = CVN_BOOKING_QUOTED; i <= state; i++)
    if (!cvn_record_has (booking, states[i].date))
      return cvn_check_fail (error, states[i].date, _("Fill in this date: a booking is requested, quoted, confirmed and then delivered."));
  return TRUE;
}

/** cvn_booking_has_expired: whether the quote of a booking that waits for an answer does not hold any more on @today. ISO days. */
gboolean
cvn_booking_has_expired (CvnBookingState state,
                         const char     *valid_until,
                         const char     *today)
{
  return state == CVN_BOOKING_QUOTED && valid_until != NULL && strcmp (valid_until, today) < 0;
}

/** cvn_booking_check_quote: whether a quote can still be confirmed on @today; fails with %CVN_ERROR_OUT_OF_RANGE at "valid_until". */
gboolean
cvn_booking_check_quote (const char *valid_until,
                         const char *today,
                         GError    **error)
{
  if (!cvn_booking_has_expired (CVN_BOOKING_QUOTED, valid_until, today))
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, _("The quote was valid until %s: renew it before it is confirmed."), valid_until);
  cvn_error_set_field (error, "valid_until");
  return FALSE;
}

/**
 * cvn_booking_check_session:
 * @booked: minutes that were booked; 0: not by the hour
 * @delivered: minutes of the other sessions
 * @minutes: of this one
 *
 * Whether the session fits in what is left; fails with %CVN_ERROR_OUT_OF_RANGE at "minutes" and says what is left.
 */
gboolean
cvn_booking_check_session (gint64   booked,
                           gint64   delivered,
                           gint64   minutes,
                           GError **error)
{
  gint64 left = MAX (0, booked - delivered);

  if (minutes <= 0)
    return cvn_check_fail (error, "minutes", _("Fill in how many minutes the session lasts."));
  if (booked <= 0 || minutes <= left)
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, ngettext ("Only %lld minute of what was booked is left.", "Only %lld minutes of what was booked are left.", (gulong) left),
               (long long) left);
  cvn_error_set_field (error, "minutes");
  return FALSE;
}

/** cvn_booking_lead_days: the days from one ISO day to another; FALSE when one of them is not known. */
gboolean
cvn_booking_lead_days (const char *from,
                       const char *to,
                       int        *days)
{
  CvnDate first, last;

  if (from == NULL || to == NULL || !cvn_date_parse_iso (from, &first, NULL) || !cvn_date_parse_iso (to, &last, NULL) ||
      cvn_date_get_precision (&first) != CVN_DATE_DAY || cvn_date_get_precision (&last) != CVN_DATE_DAY)
    return FALSE;
  *days = cvn_date_days_between (first, last);
  return TRUE;
}

/** cvn_programme_price_find: (nullable): the price that holds on @day; prices of one programme do not overlap. */
const CvnProgrammePrice *
cvn_programme_price_find (const CvnProgrammePrice *prices,
                          guint                    n_prices,
                          const char              *day)
{
  for (guint i = 0; i < n_prices; i++)
    if (strcmp (prices[i].valid_from, day) <= 0 && (prices[i].valid_to == NULL || strcmp (prices[i].valid_to, day) >= 0))
      return &prices[i];
  return NULL;
}

/**
 * cvn_programme_amount:
 * @unit: (nullable): the unit of a programme, for which @cents are the price or the cost
 * @participants: of the booking; 0 when nobody knows
 * @minutes: that were booked; 0 when nobody knows
 * @amount: (out): cents of the whole booking; hours are rounded to the cent, half a cent up
 *
 * Returns: FALSE when it depends on a number that is not known, or is too large to be counted
 */
gboolean
cvn_programme_amount (const char *unit,
                      gint64      cents,
                      gint64      participants,
                      gint64      minutes,
                      gint64     *amount)
{
  gboolean by_head = g_strcmp0 (unit, "employee") == 0 || g_strcmp0 (unit, "participant") == 0;
  gboolean by_hour = g_strcmp0 (unit, "hour") == 0;
  gint64   number = by_head ? participants : by_hour ? minutes
                                                     : 1;

  if (number <= 0 || cents < 0 || __builtin_mul_overflow (cents, number, amount) || *amount > G_MAXINT64 - 30)
    return FALSE;
  if (by_hour)
    *amount = (*amount + 30) / 60;
  return TRUE;
}
