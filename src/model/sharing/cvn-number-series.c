/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-number-series"

#include "cvn-number-series.h"

#include "cvn-centre-private.h"
#include "cvn-rows.h"
#include "cvn-sync-desk.h"

/** cvn_number_series_free: frees it. */
void
cvn_number_series_free (CvnNumberSeries *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->desk);
  g_free (self->asked_by);
  g_free (self->sentence);
  g_free (self);
}

static char *
dup_person (CvnRecord  *record,
            const char *field)
{
  const char *desk = cvn_record_get_text (record, field);

  return desk != NULL ? cvn_sync_desk_dup_name (desk) : NULL;
}

static CvnNumberSeries *
make (CvnReader *reader,
      CvnRecord *record)
{
  CvnNumberSeries *self = g_new0 (CvnNumberSeries, 1);

  self->id = g_strdup (cvn_record_get_id (record));
  self->name = g_strdup (cvn_record_get_text (record, "name"));
  self->place = cvn_series_find_place (reader, record);
  self->desk = dup_person (record, "desk");
  self->asked_by = dup_person (record, "asked_by");
  self->asked_here = cvn_sync_desk_is_here (reader, cvn_record_get_text (record, "asked_by"));
  self->sentence = cvn_series_dup_sentence (record, self->place);
  return self;
}

/** cvn_number_series_list: (transfer full) (element-type CvnNumberSeries) (nullable): all series and where they are; on a thread that has the reader. */
GPtrArray *
cvn_number_series_list (CvnReader *reader,
                        GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("invoice_series"));
  g_autoptr (GPtrArray) records = cvn_rows_list (reader, query, error);
  GPtrArray *list;

  if (records == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_number_series_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (list, make (reader, records->pdata[i]));
  return list;
}

static gpointer
load (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  return cvn_number_series_list (reader, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError    *error = NULL;
  GPtrArray *list = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (list == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
}

/** cvn_number_series_list_async: reads which desk each number series belongs to. */
void
cvn_number_series_list_async (CvnCentre          *centre,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask    *task = g_task_new (centre, cancellable, callback, user_data);
  CvnStore *store = cvn_centre_get_store (centre);

  g_task_set_source_tag (task, cvn_number_series_list_async);
  g_return_if_fail (store != NULL);
  cvn_store_read_async (store, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, loaded_cb, task);
}

/** cvn_number_series_list_finish: (transfer full) (element-type CvnNumberSeries) (nullable): the series, or NULL with an error. */
GPtrArray *
cvn_number_series_list_finish (GAsyncResult *result,
                               GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
