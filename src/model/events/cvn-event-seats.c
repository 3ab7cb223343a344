/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-seats"

#include "cvn-event-seats.h"

#include "cvn-event-operations.h"
#include "cvn-rows.h"

/* By the day on which they came, and on one day in the order of entry. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  CvnRecord *one = *(CvnRecord *const *) a;
  CvnRecord *other = *(CvnRecord *const *) b;
  int        order = g_strcmp0 (cvn_record_get_text (one, "date"), cvn_record_get_text (other, "date"));

  if (order != 0)
    return order;
  return cvn_record_get_seq (one) < cvn_record_get_seq (other) ? -1 : cvn_record_get_seq (one) > cvn_record_get_seq (other);
}

/** cvn_event_seats_free: lets go of the sign-ups. */
void
cvn_event_seats_free (CvnEventSeats *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self->signups);
  g_free (self);
}

/** cvn_event_seats_read: (transfer full): who signed up for @event; NULL on error. A reader's thread. */
CvnEventSeats *
cvn_event_seats_read (CvnReader *reader,
                      CvnRecord *event,
                      GError   **error)
{
  g_autoptr (CvnEventSeats) self = g_new0 (CvnEventSeats, 1);

  self->records = cvn_rows_find (reader, "event_signup", "event", cvn_record_get_id (event), error);
  if (self->records == NULL)
    return NULL;
  if (self->records->len > 1)
    g_ptr_array_sort (self->records, compare);
  self->capacity = cvn_record_has (event, "capacity") ? cvn_record_get_integer (event, "capacity") : CVN_CAPACITY_UNLIMITED;
  self->signups = g_new0 (CvnSignup, MAX (self->records->len, 1));
  for (guint i = 0; i < self->records->len; i++)
    {
      CvnRecord *record = self->records->pdata[i];

      self->signups[i] = (CvnSignup){ cvn_signup_status_from_code (cvn_record_get_text (record, "status")), cvn_record_get_integer (record, "party"),
                                      g_strcmp0 (cvn_record_get_text (record, "role"), "speaker") != 0, cvn_record_get_text (record, "offer_until") };
    }
  return g_steal_pointer (&self);
}

/** cvn_event_seats_count_free: as cvn_waiting_list_count_free(). */
gint64
cvn_event_seats_count_free (const CvnEventSeats *self)
{
  return cvn_waiting_list_count_free (self->capacity, self->signups, self->records->len);
}

/** cvn_event_seats_pass_on: writes what cvn_waiting_list_pass_on() says of the event as it stands now; new offers hold %CVN_OFFER_DAYS. The writer's thread. */
gboolean
cvn_event_seats_pass_on (CvnWriter  *writer,
                         CvnRecord  *event,
                         const char *today,
                         GError    **error)
{
  g_autoptr (CvnEventSeats) seats = cvn_event_seats_read (cvn_writer_get_reader (writer), event, error);
  g_autofree char *until = NULL;
  CvnDate          day;

  if (seats == NULL || !cvn_rows_parse_day (today, "offer_until", &day, error))
    return FALSE;
  day = cvn_date_add_days (day, CVN_OFFER_DAYS);
  until = cvn_date_to_iso (&day);
  if (cvn_waiting_list_pass_on (seats->capacity, seats->signups, seats->records->len, today, until) == 0)
    return TRUE;
  for (guint i = 0; i < seats->records->len; i++)
    {
      CvnRecord *record = seats->records->pdata[i];

      if (seats->signups[i].status == cvn_signup_status_from_code (cvn_record_get_text (record, "status")))
        continue;
      cvn_record_set_text (record, "status", cvn_signup_status_get_code (seats->signups[i].status));
      if (seats->signups[i].status == CVN_SIGNUP_OFFERED)
        cvn_record_set_text (record, "offer_until", until);
      if (!cvn_writer_put (writer, record, error))
        return FALSE;
    }
  return TRUE;
}
