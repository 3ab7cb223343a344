/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-clashes"

#include "cvn-event-clashes.h"

#include "cvn-error.h"
#include "cvn-rows.h"
#include "cvn-store.h"
#include "cvn-zone-time.h"

#include <glib/gi18n-lib.h>

/* The events of the weeks around it. */
static CvnTable *
read_around (CvnReader *reader,
             CvnRecord *event,
             GError   **error)
{
  g_autofree char   *from = cvn_zone_time_shift (cvn_record_get_text (event, "starts"), -8);
  g_autofree char   *to = cvn_zone_time_shift (cvn_record_get_text (event, "starts"), 70);
  CvnFigureArguments arguments = { .from = from, .to = to };

  return cvn_reader_figure (reader, "calendar-events", &arguments, error);
}

static CvnClashEvent
make_clash_event (CvnTable *table,
                  guint     row)
{
  return (CvnClashEvent){ cvn_table_get_text (table, row, "id"), cvn_table_get_text (table, row, "starts"), cvn_table_get_text (table, row, "ends"),
                          cvn_table_get_text (table, row, "time_zone"), cvn_table_get_text (table, row, "mode"), cvn_table_get_text (table, row, "status"),
                          cvn_table_get_text (table, row, "audience"), cvn_table_get_text (table, row, "location"),
                          cvn_table_get_integer (table, row, "online") == 1 };
}

/** cvn_event_clash_describe: (transfer full): one clash as a sentence; @other is the event that it is with, NULL for a holiday. Any thread. */
char *
cvn_event_clash_describe (const CvnClash *clash,
                          CvnEventItem   *other)
{
  g_autofree char *when = NULL;

  if (clash->reason == CVN_CLASH_HOLIDAY)
    {
      when = cvn_date_format (&clash->day, cvn_interface_language ());
      return g_strdup_printf (_("%1$s is a public holiday: %2$s."), when, _(clash->holiday));
    }
  when = cvn_event_item_dup_when (other);
  if (clash->reason == CVN_CLASH_VENUE)
    return g_strdup_printf (_("At the same place at the same time: “%1$s”, %2$s."), cvn_event_item_get_title (other), when);
  return g_strdup_printf (_("For the same people in the same week: “%1$s”, %2$s."), cvn_event_item_get_title (other), when);
}

/** cvn_event_clashes_read: (transfer full) (nullable): the sentences, none for a template; NULL with @error. A reader's thread. */
GStrv
cvn_event_clashes_read (CvnReader *reader,
                        CvnRecord *event,
                        GError   **error)
{
  g_autoptr (CvnTable) around = read_around (reader, event, error);
  g_autofree CvnClashEvent *others = NULL;
  CvnClashEvent             own = { cvn_record_get_id (event), cvn_record_get_text (event, "starts"), cvn_record_get_text (event, "ends"),
                                    cvn_record_get_text (event, "time_zone"), cvn_record_get_text (event, "mode"), cvn_record_get_text (event, "status"),
                                    cvn_record_get_text (event, "audience"), cvn_record_get_text (event, "location"),
                                    cvn_record_get_integer (event, "online") == 1 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) clashes = NULL;

  if (around == NULL)
    return NULL;
  if (cvn_record_get_integer (event, "template") == 1)
    return g_strv_builder_end (builder);
  others = g_new0 (CvnClashEvent, MAX (cvn_table_get_n_rows (around), 1));
  for (guint i = 0; i < cvn_table_get_n_rows (around); i++)
    others[i] = make_clash_event (around, i);
  clashes = cvn_clash_find (&own, others, cvn_table_get_n_rows (around));
  for (guint i = 0; i < clashes->len; i++)
    {
      const CvnClash *clash = &g_array_index (clashes, CvnClash, i);
      g_autoptr (CvnEventItem) other = clash->reason != CVN_CLASH_HOLIDAY ? cvn_event_item_new (around, clash->other, cvn_interface_language ()) : NULL;
      g_autofree char *sentence = cvn_event_clash_describe (clash, other);

      g_strv_builder_add (builder, sentence);
    }
  return g_strv_builder_end (builder);
}

static gpointer
read_by_id (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (CvnRecord) event = cvn_rows_get (reader, "event", data, error);

  return event != NULL ? cvn_event_clashes_read (reader, event, error) : NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GStrv   clashes = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (clashes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, clashes, (GDestroyNotify) g_strfreev);
}

/** cvn_event_clashes_read_async: of an event as it is in the file. Main thread. */
void
cvn_event_clashes_read_async (CvnCentre          *centre,
                              const char         *event,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (centre, cancellable, callback, user_data);

  g_task_set_source_tag (task, cvn_event_clashes_read_async);
  if (cvn_centre_get_store (centre) == NULL)
    {
      g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("No centre is open."));
      return;
    }
  cvn_store_read_async (cvn_centre_get_store (centre), read_by_id, g_strdup (event), g_free, (GDestroyNotify) g_strfreev, cancellable, read_cb,
                        g_steal_pointer (&task));
}

/** cvn_event_clashes_read_finish: (transfer full): the sentences; NULL with @error. */
GStrv
cvn_event_clashes_read_finish (CvnCentre    *centre,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, centre), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
