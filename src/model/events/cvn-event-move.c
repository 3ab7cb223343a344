/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-move"

#include "cvn-event-operations.h"

#include "cvn-error.h"
#include "cvn-event-private.h"
#include "cvn-event-rule.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-zone-time.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *event;
  int   days;
} Move;

static void
free_move (gpointer data)
{
  Move *self = data;

  g_free (self->event);
  g_free (self);
}

static gboolean
shift_field (CvnRecord  *event,
             const char *field,
             int         days,
             GError    **error)
{
  g_autofree char *time = NULL;

  if (!cvn_record_has (event, field))
    return TRUE;
  time = cvn_zone_time_shift (cvn_record_get_text (event, field), days);
  if (time == NULL)
    return cvn_check_fail (error, field, _("There is no such day."));
  cvn_record_set_text (event, field, time);
  return TRUE;
}

static gboolean
shift_kind (CvnWriter  *writer,
            const char *kind,
            const char *event,
            const char *from,
            const char *to,
            GError    **error)
{
  g_autoptr (GPtrArray) parts = cvn_rows_find (cvn_writer_get_reader (writer), kind, "event", event, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      CvnRecord       *part = parts->pdata[i];
      g_autofree char *due = cvn_event_shift_day (cvn_record_get_text (part, "due"), from, to);

      if (due == NULL || cvn_record_has (part, "done_on"))
        continue;
      cvn_record_set_text (part, "due", due);
      if (!cvn_writer_put (writer, part, error))
        return FALSE;
    }
  return parts != NULL;
}

/** cvn_event_shift_parts: what is not done yet is due as long before the event as it was; what is done was done when it was done. */
gboolean
cvn_event_shift_parts (CvnWriter  *writer,
                       const char *event,
                       const char *from,
                       const char *to,
                       GError    **error)
{
  return shift_kind (writer, "task", event, from, to, error) && shift_kind (writer, "event_publication", event, from, to, error);
}

static gboolean
write_move (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const Move *self = data;
  g_autoptr (CvnRecord) event = cvn_rows_get (cvn_writer_get_reader (writer), "event", self->event, error);
  g_autofree char *from = event != NULL ? g_strdup (cvn_record_get_text (event, "starts")) : NULL;

  if (event == NULL)
    return FALSE;
  if (g_strcmp0 (cvn_record_get_text (event, "status"), "held") == 0)
    return cvn_check_fail (error, "starts", _("This event has been held: it is not moved any more."));
  return shift_field (event, "starts", self->days, error) && shift_field (event, "ends", self->days, error) &&
         cvn_writer_put (writer, event, error) &&
         cvn_event_shift_parts (writer, self->event, from, cvn_record_get_text (event, "starts"), error);
}

/**
 * cvn_event_move_new:
 * @event: id
 * @days: later, or earlier where it is less than 0
 *
 * Moves an event to another day at the same time on the clock, and with it the days on which its open tasks and
 * publications are due. Refused at "starts" or "ends" when the clock skips that time on the new day, or when it was held.
 *
 * Returns: (transfer full): the operation; its id is that of the event
 */
CvnOperation *
cvn_event_move_new (const char *event,
                    int         days)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event", write_move, NULL, free_move };
  Move                          *self = g_new0 (Move, 1);

  self->event = g_strdup (event);
  self->days = days;
  return cvn_operation_new (&klass, self, event);
}

static gboolean
write_cancel (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  g_autoptr (CvnRecord) event = cvn_rows_get (cvn_writer_get_reader (writer), "event", data, error);

  if (event == NULL)
    return FALSE;
  if (g_strcmp0 (cvn_record_get_text (event, "status"), "held") == 0)
    return cvn_check_fail (error, "status", _("This event has been held: it cannot be cancelled any more."));
  cvn_record_set_text (event, "status", "cancelled");
  return cvn_writer_put (writer, event, error);
}

/** cvn_event_cancel_new: (transfer full): marks the event as cancelled; refused at "status" when it was held. */
CvnOperation *
cvn_event_cancel_new (const char *event)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event", write_cancel, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (event), event);
}
