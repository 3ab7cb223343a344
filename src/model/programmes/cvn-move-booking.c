/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-move-booking"

#include "cvn-programme-operations.h"

#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-operations.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char           *booking;
  CvnBookingState to;
  char           *today;
} Move;

static void
free_data (gpointer data)
{
  Move *self = data;

  g_free (self->booking);
  g_free (self->today);
  g_free (self);
}

/* Where it stands: what is delivered goes on as its invoice does. */
static gboolean
get_state (CvnReader       *reader,
           CvnRecord       *booking,
           CvnBookingState *state,
           GError         **error)
{
  g_autoptr (CvnRecord) invoice = NULL;

  if (!cvn_booking_state_from_code (cvn_record_get_text (booking, "status"), state))
    return cvn_check_fail (error, "status", _("This state of a booking is not known."));
  if (*state != CVN_BOOKING_DELIVERED || !cvn_record_has (booking, "invoice"))
    return TRUE;
  invoice = cvn_rows_get (reader, "invoice", cvn_record_get_text (booking, "invoice"), error);
  if (invoice == NULL)
    return FALSE;
  *state = cvn_record_has (invoice, "paid_on") || g_strcmp0 (cvn_record_get_text (invoice, "status"), "paid") == 0 ? CVN_BOOKING_PAID : CVN_BOOKING_INVOICED;
  return TRUE;
}

static void
set_validity (CvnRecord     *booking,
              const CvnDate *today)
{
  CvnDate until = cvn_date_add_days (*today, CVN_BOOKING_QUOTE_DAYS);

  cvn_rows_set_date (booking, "valid_until", &until);
}

/* The days of the states that it leaves behind by going back are no longer true. */
static void
set_dates (CvnRecord      *booking,
           CvnBookingState from,
           CvnBookingState to,
           const CvnDate  *today)
{
  const char *date = cvn_booking_state_get_date_field (to);

  if (to > from)
    cvn_rows_set_date (booking, date, today);
  for (guint i = to + 1; to < from && i < CVN_BOOKING_N_STATES; i++)
    if (cvn_booking_state_get_date_field ((CvnBookingState) i) != NULL)
      cvn_record_unset (booking, cvn_booking_state_get_date_field ((CvnBookingState) i));
  if (from == CVN_BOOKING_CANCELLED && !cvn_record_has (booking, date))
    cvn_rows_set_date (booking, date, today);
  if (to == CVN_BOOKING_REQUESTED)
    cvn_record_unset (booking, "valid_until");
  if (to == CVN_BOOKING_QUOTED && from == CVN_BOOKING_REQUESTED)
    set_validity (booking, today);
}

static gboolean
make_invoice (const Move *self,
              CvnWriter  *writer,
              GError    **error)
{
  const char *const sources[] = { self->booking, NULL };
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autoptr (CvnOperation) operation = NULL;

  cvn_record_set_text (invoice, "date", self->today);
  operation = cvn_make_invoice_new (invoice, "booking", sources);
  return cvn_operation_write (operation, writer, error);
}

static gboolean
write_move (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const Move *self = data;
  CvnReader  *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) booking = cvn_rows_get (reader, "booking", self->booking, error);
  CvnBookingState from;
  CvnDate         today;

  if (booking == NULL || !get_state (reader, booking, &from, error) || !cvn_booking_check_move (from, self->to, error) ||
      !cvn_rows_parse_day (self->today, "date", &today, error))
    return FALSE;
  if (self->to == CVN_BOOKING_INVOICED)
    return make_invoice (self, writer, error);
  if (self->to == CVN_BOOKING_PAID)
    return cvn_check_fail (error, "status", _("A booking is paid when its invoice is: book the payment under Covenant, Invoicing."));
  if (from == CVN_BOOKING_QUOTED && self->to == CVN_BOOKING_CONFIRMED &&
      !cvn_booking_check_quote (cvn_record_get_text (booking, "valid_until"), self->today, error))
    return FALSE;
  set_dates (booking, from, self->to, &today);
  cvn_record_set_text (booking, "status", cvn_booking_state_get_code (self->to));
  return cvn_record_check (booking, error) && cvn_writer_put (writer, booking, error);
}

static gboolean
write_validity (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  const Move *self = data;
  g_autoptr (CvnRecord) booking = cvn_rows_get (cvn_writer_get_reader (writer), "booking", self->booking, error);
  CvnDate today;

  if (booking == NULL || !cvn_rows_parse_day (self->today, "date", &today, error))
    return FALSE;
  if (g_strcmp0 (cvn_record_get_text (booking, "status"), cvn_booking_state_get_code (CVN_BOOKING_QUOTED)) != 0)
    return cvn_check_fail (error, "status", _("Only a quote that waits for an answer can be renewed."));
  set_validity (booking, &today);
  return cvn_writer_put (writer, booking, error);
}

static CvnOperation *
operation_new (const CvnOperationClass *klass,
               const char              *booking,
               CvnBookingState          to,
               const char              *today)
{
  Move *self = g_new0 (Move, 1);

  self->booking = g_strdup (booking);
  self->to = to;
  self->today = g_strdup (today);
  return cvn_operation_new (klass, self, booking);
}

/**
 * cvn_move_booking_new:
 * @today: ISO day, kept as that of the new state
 *
 * Takes a booking one state further, or one back. Going to invoiced makes a draft invoice. Refused at "status" with the moves that
 * are allowed, at "valid_until" when the quote has expired.
 *
 * Returns: (transfer full): the operation; its id is that of the booking
 */
CvnOperation *
cvn_move_booking_new (const char     *booking,
                      CvnBookingState to,
                      const char     *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "booking", write_move, NULL, free_data };

  return operation_new (&klass, booking, to, today);
}

/** cvn_renew_quote_new: (transfer full): lets the quote of a booking hold for thirty days from @today. */
CvnOperation *
cvn_renew_quote_new (const char *booking,
                     const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "booking", write_validity, NULL, free_data };

  return operation_new (&klass, booking, CVN_BOOKING_QUOTED, today);
}
