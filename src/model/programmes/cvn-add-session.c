/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-add-session"

#include "cvn-programme-operations.h"

#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

/* Of the sessions but the one with the id @but. */
static gint64
sum_minutes (GPtrArray  *sessions,
             const char *but)
{
  gint64 sum = 0;

  for (guint i = 0; i < sessions->len; i++)
    if (g_strcmp0 (cvn_record_get_id (sessions->pdata[i]), but) != 0)
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
check_and_put (CvnWriter *writer,
               CvnRecord *session,
               GError   **error)
{
  CvnReader  *reader = cvn_writer_get_reader (writer);
  const char *id = cvn_record_get_text (session, "booking");
  g_autoptr (CvnRecord) booking = cvn_rows_get (reader, "booking", id, error);
  g_autoptr (GPtrArray) others = booking != NULL ? cvn_rows_find (reader, "delivery_session", "booking", id, error) : NULL;

  if (others == NULL)
    return FALSE;
  if (!is_agreed (booking))
    return cvn_check_fail (error, "booking", _("Confirm the booking first: only then sessions are given."));
  return cvn_booking_check_session (cvn_record_get_integer (booking, "minutes"), sum_minutes (others, cvn_record_get_id (session)), cvn_record_get_integer (session, "minutes"), error) &&
         cvn_record_check (session, error) && cvn_writer_put (writer, session, error);
}

static gboolean
write_session (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  g_autoptr (CvnRecord) session = cvn_record_copy ((gpointer) data);

  return check_and_put (writer, session, error);
}

/* What was not asked for, such as the note, stays. */
static gboolean
write_edit (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  CvnRecord *asked = (gpointer) data;
  g_autoptr (CvnRecord) session = cvn_rows_get (cvn_writer_get_reader (writer), "delivery_session", cvn_record_get_id (asked), error);

  if (session == NULL)
    return FALSE;
  cvn_record_set_text (session, "date", cvn_record_get_text (asked, "date"));
  cvn_record_set_integer (session, "minutes", cvn_record_get_integer (asked, "minutes"));
  cvn_record_set_text (session, "trainer", cvn_record_get_text (asked, "trainer"));
  if (cvn_record_has (asked, "participants"))
    cvn_record_set_integer (session, "participants", cvn_record_get_integer (asked, "participants"));
  else
    cvn_record_unset (session, "participants");
  return check_and_put (writer, session, error);
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

/**
 * cvn_edit_session_new:
 * @session: with the id of a delivery_session, its date, minutes, trainer and participants as they are to be
 *
 * Refused as cvn_add_session_new() is.
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_edit_session_new (CvnRecord *session)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "delivery_session", write_edit, NULL, g_object_unref };

  return cvn_operation_new (&klass, cvn_record_copy (session), cvn_record_get_id (session));
}

static gboolean
delete_session (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  return cvn_writer_delete (writer, cvn_kind_find ("delivery_session"), data, error);
}

/** cvn_delete_session_new: (transfer full): takes a session away, as if it had not been given. */
CvnOperation *
cvn_delete_session_new (const char *id)
{
  static const CvnOperationClass klass = { CVN_ACTION_DELETE, "delivery_session", delete_session, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (id), id);
}
