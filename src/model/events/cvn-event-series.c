/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-series"

#include "cvn-event-operations.h"

#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the editions of a series have in common; each has its own day, people, money and lessons. */
static const char *const common[] = { "title_nl", "title_en", "mode", "sponsored", "audience", "axis", "life_stage", "location", "online", "capacity", "responsible", "budget_code", "own_share" };

typedef struct
{
  char         *event;
  CvnOperation *copy;
} Repeat;

static void
free_repeat (gpointer data)
{
  Repeat *self = data;

  g_free (self->event);
  cvn_operation_unref (self->copy);
  g_free (self);
}

/* An event that is repeated is the first of a series that is called as it is. */
static gboolean
begin_series (CvnWriter  *writer,
              const char *id,
              GError    **error)
{
  g_autoptr (CvnRecord) event = cvn_rows_get (cvn_writer_get_reader (writer), "event", id, error);
  const char *title;

  if (event == NULL)
    return FALSE;
  if (cvn_record_has (event, "series"))
    return TRUE;
  title = cvn_record_get_text (event, "title_nl");
  cvn_record_set_text (event, "series", title != NULL ? title : cvn_record_get_text (event, "title_en"));
  return cvn_writer_put (writer, event, error);
}

static gboolean
write_repeat (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  const Repeat *self = data;

  return begin_series (writer, self->event, error) && cvn_operation_write (self->copy, writer, error);
}

/**
 * cvn_event_repeat_new:
 * @starts: when the next edition begins, as it is stored
 *
 * Makes the next edition of an event: a copy as of cvn_event_copy_new(), in one series with it.
 *
 * Returns: (transfer full): the operation; its id is that of the new edition
 */
CvnOperation *
cvn_event_repeat_new (const char *event,
                      const char *starts)
{
  static const CvnOperationClass klass = { CVN_ACTION_DUPLICATE, "event", write_repeat, NULL, free_repeat };
  Repeat                        *self = g_new0 (Repeat, 1);

  self->event = g_strdup (event);
  self->copy = cvn_event_copy_new (event, starts, FALSE);
  return cvn_operation_new (&klass, self, cvn_operation_get_id (self->copy));
}

/* The time on the clock of @from on the day of @field; whole days have none. */
static void
take_time (CvnRecord  *edition,
           CvnRecord  *from,
           const char *field)
{
  const char      *own = cvn_record_get_text (edition, field);
  const char      *other = cvn_record_get_text (from, field);
  const char      *time = other != NULL ? strchr (other, 'T') : NULL;
  g_autofree char *text = NULL;

  if (own == NULL || time == NULL || strchr (own, 'T') == NULL)
    return;
  text = g_strdup_printf ("%.10s%s", own, time);
  cvn_record_set_text (edition, field, text);
}

static gboolean
is_to_follow (CvnRecord *edition,
              CvnRecord *event)
{
  const char *status = cvn_record_get_text (edition, "status");

  return cvn_record_get_integer (edition, "template") != 1 && g_strcmp0 (status, "held") != 0 && g_strcmp0 (status, "cancelled") != 0 &&
         g_strcmp0 (cvn_record_get_text (edition, "starts"), cvn_record_get_text (event, "starts")) > 0;
}

static gboolean
follow (CvnWriter *writer,
        CvnRecord *edition,
        CvnRecord *event,
        GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (event);

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      guint field = (guint) cvn_kind_find_field (kind, common[i]);

      cvn_record_set_value (edition, field, cvn_record_get_value (event, field));
    }
  take_time (edition, event, "starts");
  take_time (edition, event, "ends");
  return cvn_writer_put (writer, edition, error);
}

static gboolean
write_spread (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) event = cvn_rows_get (reader, "event", data, error);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("event"));
  g_autoptr (GPtrArray) editions = NULL;
  guint n_followed = 0;

  if (event == NULL)
    return FALSE;
  if (!cvn_record_has (event, "series"))
    return cvn_check_fail (error, "series", _("This event is in no series yet."));
  cvn_query_add_text (query, "series", CVN_MATCH_EQUAL, cvn_record_get_text (event, "series"));
  editions = cvn_rows_list (reader, query, error);
  for (guint i = 0; editions != NULL && i < editions->len; i++)
    {
      if (!is_to_follow (editions->pdata[i], event))
        continue;
      if (!follow (writer, editions->pdata[i], event, error))
        return FALSE;
      n_followed++;
    }
  return editions != NULL && (n_followed > 0 || cvn_check_fail (error, "series", _("No later edition of this series is still to come.")));
}

/**
 * cvn_event_spread_new:
 *
 * Gives all later editions of the series of an event that are still to come its title, place, hours, capacity and what else
 * the editions have in common; each keeps its day. Refused at "series" when there are none, and at "capacity" when more
 * people have a seat already.
 *
 * Returns: (transfer full): the operation; its id is that of the event
 */
CvnOperation *
cvn_event_spread_new (const char *event)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event", write_spread, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (event), event);
}
