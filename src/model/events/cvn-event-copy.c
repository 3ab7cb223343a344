/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-copy"

#include "cvn-event-operations.h"

#include "cvn-event-private.h"
#include "cvn-event-rule.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"
#include "cvn-zone-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char    *event;
  char    *starts; /* of the copy */
  char    *id;     /* of the copy */
  gboolean as_template;
} Copy;

static void
free_data (gpointer data)
{
  Copy *self = data;

  g_free (self->event);
  g_free (self->starts);
  g_free (self->id);
  g_free (self);
}

/* The end is as many days later as the beginning is, at the same time on the clock. */
static gboolean
shift_end (CvnRecord  *copy,
           const char *from,
           const char *to,
           GError    **error)
{
  g_autofree char *ends = NULL;
  CvnDate          first;
  CvnDate          last;
  int              minutes;

  if (!cvn_local_time_parse (to, &last, &minutes, NULL) || !cvn_local_time_parse (from, &first, &minutes, NULL))
    return cvn_check_fail (error, "starts", _("Expected a date and time such as 2026-04-03T19:30."));
  if (!cvn_record_has (copy, "ends"))
    return TRUE;
  ends = cvn_zone_time_shift (cvn_record_get_text (copy, "ends"), cvn_date_days_between (first, last));
  cvn_record_set_text (copy, "ends", ends);
  return TRUE;
}

/* A copy of another time of the day lasts as long by the clock. */
static void
shift_clock (CvnRecord  *copy,
             const char *from,
             const char *to)
{
  const char      *ends = cvn_record_get_text (copy, "ends");
  CvnDate          day;
  int              before, after, end;
  g_autofree char *iso = NULL;
  g_autofree char *text = NULL;

  if (ends == NULL || !cvn_local_time_parse (from, &day, &before, NULL) || !cvn_local_time_parse (to, &day, &after, NULL) ||
      !cvn_local_time_parse (ends, &day, &end, NULL) || before < 0 || after < 0 || end < 0 || before == after)
    return;
  end += after - before;
  day = cvn_date_add_days (day, end < 0 ? -1 : end / 1440);
  end = (end + 1440) % 1440;
  iso = cvn_date_to_iso (&day);
  text = g_strdup_printf ("%sT%02d:%02d", iso, end / 60, end % 60);
  cvn_record_set_text (copy, "ends", text);
}

static CvnRecord *
make_copy (const Copy *self,
           CvnRecord  *event,
           GError    **error)
{
  static const char *const left_out[] = { "code", "signed_up", "attended", "cost", "income", "lessons", "waived", "closed_on", "template" };
  g_autoptr (CvnRecord) copy = cvn_record_copy (event);

  cvn_record_set_id (copy, self->id);
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    cvn_record_unset (copy, left_out[i]);
  cvn_record_set_text (copy, "status", "planned");
  if (self->as_template)
    {
      cvn_record_set_integer (copy, "template", 1);
      cvn_record_set_text (copy, "status", "draft");
    }
  cvn_record_set_text (copy, "starts", self->starts);
  if (!shift_end (copy, cvn_record_get_text (event, "starts"), self->starts, error))
    return NULL;
  shift_clock (copy, cvn_record_get_text (event, "starts"), self->starts);
  return g_steal_pointer (&copy);
}

/* What goes with the event goes with the copy, without what has happened; @days are shifted with it. */
static gboolean
copy_parts (const Copy        *self,
            CvnWriter         *writer,
            CvnRecord         *event,
            const char        *kind,
            const char *const *days,
            const char *const *left_out,
            GError           **error)
{
  g_autoptr (GPtrArray) parts = cvn_rows_find (cvn_writer_get_reader (writer), kind, "event", self->event, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      g_autoptr (CvnRecord) part = cvn_record_copy (parts->pdata[i]);

      cvn_record_set_id (part, NULL);
      cvn_record_set_text (part, "event", self->id);
      for (guint d = 0; days[d] != NULL; d++)
        {
          g_autofree char *day = cvn_event_shift_day (cvn_record_get_text (part, days[d]), cvn_record_get_text (event, "starts"), self->starts);

          cvn_record_set_text (part, days[d], day);
        }
      for (guint f = 0; left_out[f] != NULL; f++)
        cvn_record_unset (part, left_out[f]);
      if (!cvn_writer_put (writer, part, error))
        return FALSE;
    }
  return parts != NULL;
}

/* Of costs only what was budgeted is known of the next time. */
static gboolean
copy_budget (const Copy *self,
             CvnWriter  *writer,
             GError    **error)
{
  g_autoptr (GPtrArray) lines = cvn_rows_find (cvn_writer_get_reader (writer), "event_cost", "event", self->event, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      g_autoptr (CvnRecord) line = cvn_record_copy (lines->pdata[i]);

      cvn_record_set_id (line, NULL);
      cvn_record_set_text (line, "event", self->id);
      if (!cvn_record_has (line, "budget"))
        cvn_record_set_integer (line, "budget", cvn_record_get_integer (line, "amount"));
      cvn_record_unset (line, "amount");
      cvn_record_unset (line, "date");
      if (!cvn_writer_put (writer, line, error))
        return FALSE;
    }
  return lines != NULL;
}

/* A copy is made known where its model was; one of a model that was planned nowhere, in every channel with a lead time. */
static gboolean
plan_copy (const Copy *self,
           CvnWriter  *writer,
           CvnRecord  *copy,
           GError    **error)
{
  g_autoptr (GPtrArray) planned = NULL;

  if (self->as_template)
    return TRUE;
  planned = cvn_rows_find (cvn_writer_get_reader (writer), "event_publication", "event", self->id, error);
  return planned != NULL && (planned->len > 0 || cvn_event_plan_channels (writer, copy, error));
}

static gboolean
write_copy (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  static const char *const due[] = { "due", NULL };
  static const char *const none[] = { NULL };
  static const char *const done[] = { "done_on", NULL };
  static const char *const published[] = { "done_on", "link", NULL };
  static const char *const money[] = { "pledged", "invoiced", "paid", NULL };
  const Copy              *self = data;
  g_autoptr (CvnRecord) event = cvn_rows_get (cvn_writer_get_reader (writer), "event", self->event, error);
  g_autoptr (CvnRecord) copy = event != NULL ? make_copy (self, event, error) : NULL;

  return copy != NULL && cvn_writer_put (writer, copy, error) &&
         copy_parts (self, writer, event, "task", due, done, error) &&
         copy_parts (self, writer, event, "event_publication", due, published, error) &&
         copy_parts (self, writer, event, "event_partner", none, money, error) &&
         copy_budget (self, writer, error) && plan_copy (self, writer, copy, error);
}

/**
 * cvn_event_copy_new:
 * @event: id of an event or a template
 * @starts: when the copy begins, as it is stored; a day for an event of whole days
 * @as_template: makes a template rather than an event
 *
 * Copies an event with its tasks and publications, as long before or after the new beginning as they were and none of them
 * done, its partners without amounts, and what was budgeted; not who signed up or what was spent. One that was planned in no
 * channel is planned in those with a lead time. Refused at "starts" when it is no time or one that the clock skips.
 *
 * Returns: (transfer full): the operation; its id is that of the copy
 */
CvnOperation *
cvn_event_copy_new (const char *event,
                    const char *starts,
                    gboolean    as_template)
{
  static const CvnOperationClass klass = { CVN_ACTION_DUPLICATE, "event", write_copy, NULL, free_data };
  Copy                          *self = g_new0 (Copy, 1);

  self->event = g_strdup (event);
  self->starts = g_strdup (starts);
  self->id = cvn_ulid_new ();
  self->as_template = as_template;
  return cvn_operation_new (&klass, self, self->id);
}
