/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-close"

#include "cvn-event-operations.h"

#include "cvn-event-seats.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char           *event;
  char           *today;
  char           *lessons;
  CvnEventClosing closing; /* its text is not used: it was copied */
} Close;

static void
free_data (gpointer data)
{
  Close *self = data;

  g_free (self->event);
  g_free (self->today);
  g_free (self->lessons);
  g_free (self);
}

/* How many signed up: of the list where there is one. FALSE when nothing is known. */
static gboolean
count_signed_up (CvnReader *reader,
                 CvnRecord *event,
                 gint64    *n,
                 gboolean  *known,
                 GError   **error)
{
  g_autoptr (CvnEventSeats) seats = cvn_event_seats_read (reader, event, error);

  if (seats == NULL)
    return FALSE;
  *n = cvn_record_get_integer (event, "signed_up");
  *known = seats->records->len > 0 || cvn_record_has (event, "signed_up");
  if (seats->records->len > 0)
    *n = 0;
  for (guint i = 0; i < seats->records->len; i++)
    if (seats->signups[i].status == CVN_SIGNUP_SIGNED_UP && seats->signups[i].takes_seat)
      *n += seats->signups[i].people;
  return TRUE;
}

static gboolean
set_attended (const Close *self,
              CvnReader   *reader,
              CvnRecord   *event,
              GError     **error)
{
  gint64   n;
  gboolean known;

  if (self->closing.waive_attended)
    return TRUE;
  if (self->closing.attended < 0)
    return cvn_check_fail (error, "attended", _("Fill in how many people attended, or say that it is not known."));
  if (!count_signed_up (reader, event, &n, &known, error))
    return FALSE;
  if (known && self->closing.attended > n)
    return cvn_check_fail (error, "attended", _("More people attended than signed up: add those who came without signing up first."));
  cvn_record_set_integer (event, "attended", self->closing.attended);
  return TRUE;
}

static gboolean
set_cost (const Close *self,
          CvnReader   *reader,
          CvnRecord   *event,
          GError     **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  gboolean has_actual = FALSE;

  if (self->closing.waive_cost || g_strcmp0 (cvn_record_get_text (event, "mode"), "announced") == 0)
    return TRUE;
  lines = cvn_rows_find (reader, "event_cost", "event", self->event, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    has_actual = has_actual || cvn_record_has (lines->pdata[i], "amount");
  if (!has_actual && self->closing.cost >= 0)
    cvn_record_set_integer (event, "cost", self->closing.cost);
  if (has_actual || cvn_record_has (event, "cost"))
    return TRUE;
  return cvn_check_fail (error, "cost", _("Fill in what the event cost, or say that it is not known."));
}

static gboolean
set_lessons (const Close *self,
             CvnRecord   *event,
             GError     **error)
{
  cvn_record_set_text (event, "lessons", self->lessons);
  if (self->closing.waive_lessons || self->lessons != NULL)
    return TRUE;
  return cvn_check_fail (error, "lessons", _("Fill in what was learned, or say that there is nothing."));
}

static void
set_waived (const Close *self,
            CvnRecord   *event)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;

  if (self->closing.waive_attended)
    g_strv_builder_add (builder, "attended");
  if (self->closing.waive_cost)
    g_strv_builder_add (builder, "cost");
  if (self->closing.waive_lessons)
    g_strv_builder_add (builder, "lessons");
  words = g_strv_builder_end (builder);
  text = g_strjoinv (";", words);
  cvn_record_set_text (event, "waived", *text != '\0' ? text : NULL);
}

static gboolean
write_close (CvnWriter    *writer,
             gconstpointer data,
             GError      **error)
{
  const Close *self = data;
  CvnReader   *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) event = cvn_rows_get (reader, "event", self->event, error);

  if (event == NULL)
    return FALSE;
  if (g_strcmp0 (cvn_record_get_text (event, "status"), "cancelled") == 0)
    return cvn_check_fail (error, "status", _("This event is cancelled: there is nothing to close."));
  if (strcmp (cvn_record_get_text (event, "starts"), self->today) > 0 && !g_str_has_prefix (cvn_record_get_text (event, "starts"), self->today))
    return cvn_check_fail (error, "starts", _("This event is still to come."));
  if (!set_attended (self, reader, event, error) || !set_cost (self, reader, event, error) || !set_lessons (self, event, error))
    return FALSE;
  set_waived (self, event);
  cvn_record_set_text (event, "status", "held");
  cvn_record_set_text (event, "closed_on", self->today);
  return cvn_writer_put (writer, event, error);
}

/**
 * cvn_event_close_new:
 * @closing: what the after-event sheet says; copied
 * @today: ISO day
 *
 * Closes an event that has been: each part of its sheet is filled in or waived. Refused at the part that is neither
 * ("attended", "cost", "lessons"), at "attended" for more people than signed up, at "starts" before the event.
 *
 * Returns: (transfer full): the operation; its id is that of the event
 */
CvnOperation *
cvn_event_close_new (const char            *event,
                     const CvnEventClosing *closing,
                     const char            *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event", write_close, NULL, free_data };
  Close                         *self = g_new0 (Close, 1);

  self->event = g_strdup (event);
  self->today = g_strdup (today);
  self->closing = *closing;
  self->lessons = closing->lessons != NULL && *closing->lessons != '\0' ? g_strdup (closing->lessons) : NULL;
  self->closing.lessons = NULL;
  return cvn_operation_new (&klass, self, event);
}
