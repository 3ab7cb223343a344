/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-publish"

#include "cvn-event-operations.h"

#include "cvn-event-private.h"
#include "cvn-event-rule.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

typedef struct
{
  char *event;
  char *channel; /* NULL: all that events are published in */
  char *done_on; /* NULL: not yet */
} Publish;

static void
free_data (gpointer data)
{
  Publish *self = data;

  g_free (self->event);
  g_free (self->channel);
  g_free (self->done_on);
  g_free (self);
}

static CvnRecord *
find_publication (GPtrArray  *publications,
                  const char *channel)
{
  for (guint i = 0; i < publications->len; i++)
    if (g_strcmp0 (cvn_record_get_text (publications->pdata[i], "channel"), channel) == 0)
      return publications->pdata[i];
  return NULL;
}

/* Due as many days before the event as the channel asks for, on the day itself where it says nothing. */
static CvnRecord *
make_publication (CvnRecord *event,
                  CvnRecord *channel)
{
  CvnRecord       *publication = cvn_record_new (cvn_kind_find ("event_publication"));
  g_autofree char *due = NULL;
  CvnDate          day;

  cvn_record_set_text (publication, "event", cvn_record_get_id (event));
  cvn_record_set_text (publication, "channel", cvn_record_get_id (channel));
  if (cvn_event_due (cvn_record_get_text (event, "starts"), (int) cvn_record_get_integer (channel, "lead_days"), &day))
    due = cvn_date_to_iso (&day);
  cvn_record_set_text (publication, "due", due);
  return publication;
}

static gboolean
write_publish (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Publish *self = data;
  CvnReader     *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) event = cvn_rows_get (reader, "event", self->event, error);
  g_autoptr (CvnRecord) channel = event != NULL ? cvn_rows_get (reader, "channel", self->channel, error) : NULL;
  g_autoptr (GPtrArray) publications = channel != NULL ? cvn_rows_find (reader, "event_publication", "event", self->event, error) : NULL;
  g_autoptr (CvnRecord) publication = NULL;
  CvnRecord *found;

  if (publications == NULL)
    return FALSE;
  found = find_publication (publications, self->channel);
  publication = found != NULL ? g_object_ref (found) : make_publication (event, channel);
  cvn_record_set_text (publication, "done_on", self->done_on);
  return cvn_writer_put (writer, publication, error);
}

/**
 * cvn_event_publish_new:
 * @done_on: (nullable): ISO day on which the event was made known in the channel; NULL: it was not
 *
 * Marks one cell of the publication matrix; one that was not planned is planned first, by the lead time of the channel.
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_event_publish_new (const char *event,
                       const char *channel,
                       const char *done_on)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "event_publication", write_publish, NULL, free_data };
  Publish                       *self = g_new0 (Publish, 1);

  self->event = g_strdup (event);
  self->channel = g_strdup (channel);
  self->done_on = g_strdup (done_on);
  return cvn_operation_new (&klass, self, NULL);
}

/** cvn_event_plan_channels: plans @event in every channel that has a lead time and where it is not planned yet. */
gboolean
cvn_event_plan_channels (CvnWriter *writer,
                         CvnRecord *event,
                         GError   **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("channel"));
  g_autoptr (GPtrArray) publications = cvn_rows_find (reader, "event_publication", "event", cvn_record_get_id (event), error);
  g_autoptr (GPtrArray) channels = NULL;

  if (publications == NULL)
    return FALSE;
  cvn_query_add_integer (query, "lead_days", CVN_MATCH_AT_LEAST, 0);
  channels = cvn_rows_list (reader, query, error);
  for (guint i = 0; channels != NULL && i < channels->len; i++)
    {
      g_autoptr (CvnRecord) publication = NULL;

      if (find_publication (publications, cvn_record_get_id (channels->pdata[i])) != NULL)
        continue;
      publication = make_publication (event, channels->pdata[i]);
      if (!cvn_writer_put (writer, publication, error))
        return FALSE;
    }
  return channels != NULL;
}

static gboolean
write_plan (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const Publish *self = data;
  g_autoptr (CvnRecord) event = cvn_rows_get (cvn_writer_get_reader (writer), "event", self->event, error);

  return event != NULL && cvn_event_plan_channels (writer, event, error);
}

/** cvn_event_plan_publications_new: (transfer full): plans the event in every channel that has a lead time and where it is not planned yet. */
CvnOperation *
cvn_event_plan_publications_new (const char *event)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "event_publication", write_plan, NULL, free_data };
  Publish                       *self = g_new0 (Publish, 1);

  self->event = g_strdup (event);
  return cvn_operation_new (&klass, self, NULL);
}
