/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-add-session"

#include "cvn-programme-operations.h"

#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

static gint64
sum_minutes (GPtrArray *sessions)
{
  gint64 sum = 0;

  for (guint i = 0; i < sessions->len; i++)
    sum += cvn_record_get_integer (sessions->pdata[i], "minutes");
  return sum;
}

static gboolean
is_agreed (CvnRecord *booking)
{
  CvnBookingState state;

  return cvn_booking_state_from_code (cvn_record_get_text (booking, "status"), &state) &&
         (state == CVN_BOOKING_CONFIRMED || state == CVN_BOOKING_DELIVERED);
}

static gboolean
write_session (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) session = cvn_record_copy ((gpointer) data);
  const char *id = cvn_record_get_text (session, "booking");
  g_autoptr (CvnRecord) booking = cvn_rows_get (reader, "booking", id, error);
  g_autoptr (GPtrArray) others = booking != NULL ? cvn_rows_find (reader, "delivery_session", "booking", id, error) : NULL;

  if (others == NULL)
    return FALSE;
  if (!is_agreed (booking))
    return cvn_check_fail (error, "booking", _("Confirm the booking first: only then sessions are given."));
  return cvn_booking_check_session (cvn_record_get_integer (booking, "minutes"), sum_minutes (others), cvn_record_get_integer (session, "minutes"), error) &&
         cvn_record_check (session, error) && cvn_writer_put (writer, session, error);
}

/**
 * cvn_add_session_new:
 * @session: a new delivery_session, filled in: booking, date, minutes, trainer, participants, note
 *
 * Refused at "minutes" when it is more than what is left of what was booked.
 *
 * Returns: (transfer full): the operation; its id is that of the session
 */
CvnOperation *
cvn_add_session_new (CvnRecord *session)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "delivery_session", write_session, NULL, g_object_unref };
  g_autofree char               *id = cvn_ulid_new ();
  CvnRecord                     *copy = cvn_record_copy (session);

  cvn_record_set_id (copy, id);
  return cvn_operation_new (&klass, copy, id);
}
