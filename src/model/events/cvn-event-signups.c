/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-signups"

#include "cvn-event-operations.h"

#include "cvn-error.h"
#include "cvn-event-seats.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  CvnRecord *signup; /* a new one, or NULL */
  char      *id;     /* of a sign-up or an event */
  char      *today;
  gint64     n_people;
} Change;

static void
free_change (gpointer data)
{
  Change *self = data;

  g_clear_object (&self->signup);
  g_free (self->id);
  g_free (self->today);
  g_free (self);
}

static Change *
make_change (const char *id,
             const char *today)
{
  Change *self = g_new0 (Change, 1);

  self->id = g_strdup (id);
  self->today = g_strdup (today);
  return self;
}

/* Whether somebody may sign up now: for an event that takes place, and of which the list says all. */
static gboolean
check_open (CvnRecord *event,
            GError   **error)
{
  if (g_strcmp0 (cvn_record_get_text (event, "status"), "cancelled") == 0)
    return cvn_check_fail (error, "event", _("This event is cancelled: nobody can sign up for it."));
  if (g_strcmp0 (cvn_record_get_text (event, "mode"), "announced") == 0)
    return cvn_check_fail (error, "event", _("This event is only announced: people sign up with who organises it."));
  if (g_strcmp0 (cvn_record_get_text (event, "status"), "held") == 0)
    return cvn_check_fail (error, "event", _("This event has been held: nobody can sign up for it any more."));
  if (cvn_record_has (event, "signed_up"))
    return cvn_check_fail (error, "event", _("This event has a count and no list. Empty “Signed up” among its details to keep a list."));
  return TRUE;
}

/* Seats that are free now are free for all: any party that waits and fits in them was offered them when they became free. */
static gboolean
write_sign_up (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Change *self = data;
  CvnReader    *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) signup = cvn_record_copy (self->signup);
  g_autoptr (CvnRecord) event = NULL;
  g_autoptr (CvnEventSeats) seats = NULL;
  gint64   people;
  gboolean fits;

  cvn_record_set_text (signup, "status", "waiting");
  if (!cvn_record_has (signup, "date"))
    cvn_record_set_text (signup, "date", self->today);
  if (!cvn_record_check (signup, error))
    return FALSE;
  event = cvn_rows_get (reader, "event", cvn_record_get_text (signup, "event"), error);
  if (event == NULL || !check_open (event, error))
    return FALSE;
  seats = cvn_event_seats_read (reader, event, error);
  if (seats == NULL)
    return FALSE;
  people = cvn_record_get_integer (signup, "party");
  fits = g_strcmp0 (cvn_record_get_text (signup, "role"), "speaker") == 0 || cvn_event_seats_count_free (seats) >= people;
  if (fits)
    cvn_record_set_text (signup, "status", "signed_up");
  return cvn_writer_put (writer, signup, error);
}

/**
 * cvn_event_sign_up_new:
 * @signup: a new event_signup: event, label, party; role, date and note if they are known
 * @today: ISO day
 *
 * Signs a party up where there are seats for all of it, and puts it on the waiting list otherwise. Refused at "event" when
 * the event is cancelled or only announced, else at the field that is wrong.
 *
 * Returns: (transfer full): the operation; its id is that of the sign-up
 */
CvnOperation *
cvn_event_sign_up_new (CvnRecord  *signup,
                       const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "event_signup", write_sign_up, NULL, free_change };
  g_autofree char               *id = cvn_ulid_new ();
  Change                        *self = make_change (id, today);

  self->signup = cvn_record_copy (signup);
  cvn_record_set_id (self->signup, id);
  return cvn_operation_new (&klass, self, id);
}

/* Puts a sign-up into a state and passes on what that makes free. */
static gboolean
set_status (CvnWriter  *writer,
            CvnRecord  *signup,
            const char *status,
            const char *today,
            GError    **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) event = cvn_rows_get (reader, "event", cvn_record_get_text (signup, "event"), error);

  if (event == NULL)
    return FALSE;
  cvn_record_set_text (signup, "status", status);
  cvn_record_unset (signup, "offer_until");
  if (strcmp (status, "signed_up") != 0)
    cvn_record_unset (signup, "attended");
  return cvn_writer_put (writer, signup, error) && cvn_event_seats_pass_on (writer, event, today, error);
}

static gboolean
write_cancel (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  const Change *self = data;
  g_autoptr (CvnRecord) signup = cvn_rows_get (cvn_writer_get_reader (writer), "event_signup", self->id, error);

  return signup != NULL && set_status (writer, signup, "cancelled", self->today, error);
}

/** cvn_event_cancel_signup_new: (transfer full): takes a party off the list; its seats are offered to the first one that waits and fits. */
CvnOperation *
cvn_event_cancel_signup_new (const char *signup,
                             const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event_signup", write_cancel, NULL, free_change };

  return cvn_operation_new (&klass, make_change (signup, today), signup);
}

static gboolean
write_take_offer (CvnWriter    *writer,
                  gconstpointer data,
                  GError      **error)
{
  const Change *self = data;
  g_autoptr (CvnRecord) signup = cvn_rows_get (cvn_writer_get_reader (writer), "event_signup", self->id, error);
  const char *until;

  if (signup == NULL)
    return FALSE;
  until = cvn_record_get_text (signup, "offer_until");
  if (g_strcmp0 (cvn_record_get_text (signup, "status"), "offered") == 0 && until != NULL && strcmp (until, self->today) < 0)
    return cvn_check_fail (error, "offer_until", _("The offer has lapsed: the seats go to the next party that waits."));
  return set_status (writer, signup, "signed_up", self->today, error);
}

/**
 * cvn_event_take_offer_new: (transfer full): the party has taken the seats that it was offered, or comes from the waiting list
 * after all. Refused at "offer_until" when the offer has lapsed, at "party" when there are not as many seats.
 */
CvnOperation *
cvn_event_take_offer_new (const char *signup,
                          const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event_signup", write_take_offer, NULL, free_change };

  return cvn_operation_new (&klass, make_change (signup, today), signup);
}

static gboolean
write_pass_on (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Change *self = data;
  g_autoptr (CvnRecord) event = cvn_rows_get (cvn_writer_get_reader (writer), "event", self->id, error);

  return event != NULL && cvn_event_seats_pass_on (writer, event, self->today, error);
}

/** cvn_event_pass_on_new: (transfer full): lets offers lapse whose day has passed, and offers what is free to who waits. */
CvnOperation *
cvn_event_pass_on_new (const char *event,
                       const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event_signup", write_pass_on, NULL, free_change };

  return cvn_operation_new (&klass, make_change (event, today), event);
}

static gboolean
write_attend (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  const Change *self = data;
  g_autoptr (CvnRecord) signup = cvn_rows_get (cvn_writer_get_reader (writer), "event_signup", self->id, error);

  if (signup == NULL)
    return FALSE;
  if (self->n_people < 0)
    cvn_record_unset (signup, "attended");
  else
    cvn_record_set_integer (signup, "attended", self->n_people);
  return cvn_writer_put (writer, signup, error);
}

/** cvn_event_attend_new: (transfer full): so many people of the party came; less than 0 takes the tick away. Refused at "attended" when the party is smaller. */
CvnOperation *
cvn_event_attend_new (const char *signup,
                      gint64      n_people)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event_signup", write_attend, NULL, free_change };
  Change                        *self = make_change (signup, NULL);

  self->n_people = n_people;
  return cvn_operation_new (&klass, self, signup);
}
