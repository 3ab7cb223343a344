/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer-bookings"

#include "cvn-writer-private.h"

#include "cvn-booking-rule.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Minutes that were booked and that were given, of a booking by the hour. */
#define SQL "SELECT b.minutes, (SELECT sum (d.minutes) FROM delivery_session AS d WHERE d.booking = b.id) FROM booking AS b WHERE b.id = ?1 AND b.minutes IS NOT NULL"

/* Whether the booking has less left because of this record: what was so before is not its fault. */
static gboolean
takes_more (CvnRecord *before,
            CvnRecord *after,
            gboolean   is_session)
{
  gint64 now = cvn_record_get_integer (after, "minutes");

  if (!is_session)
    return before != NULL && cvn_record_has (after, "minutes") && (!cvn_record_has (before, "minutes") || now < cvn_record_get_integer (before, "minutes"));
  return before == NULL || now > cvn_record_get_integer (before, "minutes") ||
         g_strcmp0 (cvn_record_get_text (before, "booking"), cvn_record_get_text (after, "booking")) != 0;
}

/**
 * cvn_writer_note_session:
 * @before: (nullable): the record as it is; NULL for a new one
 * @after: as it shall be
 *
 * Remembers the booking that a record is or belongs to, to be looked at by cvn_writer_check_sessions(). What two desks gave
 * at a time is taken as it is.
 */
void
cvn_writer_note_session (CvnWriter *self,
                         CvnRecord *before,
                         CvnRecord *after)
{
  const char *kind = cvn_record_get_kind (after)->name;
  gboolean    is_session = strcmp (kind, "delivery_session") == 0;
  const char *id;

  if (self->action == CVN_ACTION_SYNC || (!is_session && strcmp (kind, "booking") != 0) || !takes_more (before, after, is_session))
    return;
  id = is_session ? cvn_record_get_text (after, "booking") : cvn_record_get_id (after);
  if (id != NULL)
    g_hash_table_insert (self->sessions, g_strdup (id), GINT_TO_POINTER (is_session));
}

static gboolean
check_booking (CvnStatement *statement,
               const char   *id,
               gboolean      is_session,
               GError      **error)
{
  gboolean has_row = FALSE;
  gint64   booked;
  gint64   given;

  cvn_statement_bind_text (statement, 1, id);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  booked = has_row ? cvn_statement_get_integer (statement, 0) : 0;
  given = has_row ? cvn_statement_get_integer (statement, 1) : 0;
  cvn_statement_reset (statement);
  if (given <= booked)
    return TRUE;
  if (is_session)
    g_set_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, _("%1$lld minutes were booked, and the sessions would come to %2$lld."), (long long) booked, (long long) given);
  else
    g_set_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, _("Sessions of %lld minutes have been given already: the booking cannot have less."), (long long) given);
  cvn_error_set_field (error, "minutes");
  return FALSE;
}

/** cvn_writer_check_sessions: whether no booking that was noted has sessions of more than was booked; %CVN_ERROR_OUT_OF_RANGE at "minutes". */
gboolean
cvn_writer_check_sessions (CvnWriter *self,
                           GError   **error)
{
  g_autoptr (CvnStatement) statement = NULL;
  GHashTableIter iter;
  gpointer       id;
  gpointer       is_session;

  if (g_hash_table_size (self->sessions) == 0)
    return TRUE;
  statement = cvn_db_prepare (self->db, SQL, error);
  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->sessions);
  while (g_hash_table_iter_next (&iter, &id, &is_session))
    if (!check_booking (statement, id, GPOINTER_TO_INT (is_session), error))
      return FALSE;
  g_hash_table_remove_all (self->sessions);
  return TRUE;
}

/**
 * cvn_writer_check_booking_move:
 *
 * Whether a booking that a person changes in a form goes where it may go from its state: a form skips no state either, also of
 * a booking of which the days are not known. Fails with %CVN_ERROR_INVALID at "status".
 */
gboolean
cvn_writer_check_booking_move (CvnRecord *before,
                               CvnRecord *after,
                               GError   **error)
{
  CvnBookingState from;
  CvnBookingState to;

  return strcmp (cvn_record_get_kind (after)->name, "booking") != 0 ||
         !cvn_booking_state_from_code (cvn_record_get_text (before, "status"), &from) ||
         !cvn_booking_state_from_code (cvn_record_get_text (after, "status"), &to) || from == to ||
         cvn_booking_check_move (from, to, error);
}
