/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-export-job"

#include "cvn-export-job.h"

#include "cvn-csv-writer.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

#define BLOCK 500

struct _CvnExportJob
{
  CvnJob parent_instance;

  CvnQuery     *query;
  char         *path;
  CvnCsvDialect dialect;
  gboolean      replace;
  guint         n_rows;
};

G_DEFINE_FINAL_TYPE (CvnExportJob, cvn_export_job, CVN_TYPE_JOB)

/* What files call the records that are referred to, while one file is written. */
typedef struct
{
  CvnReader  *reader;
  GHashTable *names; /* id → key, or the id itself */
} Names;

static char *
name_record (const CvnKind *target,
             const char    *id,
             gpointer       data)
{
  Names      *self = data;
  const char *name = g_hash_table_lookup (self->names, id);

  if (name == NULL)
    {
      g_autoptr (CvnRecord) record = cvn_reader_get (self->reader, target, id, NULL);
      const char *key = record != NULL ? cvn_record_get_key (record) : NULL;

      name = key != NULL ? key : id;
      g_hash_table_insert (self->names, g_strdup (id), g_strdup (name));
      return g_strdup (name);
    }
  return g_strdup (name);
}

static gboolean
write_block (CvnExportJob *self,
             CvnReader    *reader,
             CvnCsvWriter *writer,
             const gint64 *seqs,
             guint         n,
             GError      **error)
{
  g_autoptr (GPtrArray) records = cvn_reader_get_rows (reader, cvn_query_get_kind (self->query), seqs, n, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      if (records->pdata[i] == NULL)
        continue;
      if (!cvn_csv_writer_write (writer, records->pdata[i], error))
        return FALSE;
      self->n_rows++;
    }
  return TRUE;
}

static gboolean
write_all (CvnExportJob *self,
           CvnReader    *reader,
           CvnCsvWriter *writer,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GArray) seqs = cvn_reader_list (reader, self->query, cancellable, error);
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *status = g_strdup_printf (_("Writing %s…"), name);

  if (seqs == NULL)
    return FALSE;
  for (guint at = 0; at < seqs->len; at += BLOCK)
    {
      cvn_job_tell (CVN_JOB (self), status, (double) at / seqs->len);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_block (self, reader, writer, &g_array_index (seqs, gint64, at), MIN (BLOCK, seqs->len - at), error))
        return FALSE;
    }
  return cvn_csv_writer_finish (writer, self->replace, error);
}

/* On a reader's thread; what it returns only says that all went well. */
static gpointer
work (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  CvnExportJob *self = data;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Names names = { reader, keys };
  g_autoptr (CvnCsvWriter) writer = NULL;

  self->n_rows = 0;
  writer = cvn_csv_writer_new (self->path, cvn_query_get_kind (self->query), &self->dialect, name_record, &names, error);
  return writer != NULL && write_all (self, reader, writer, cancellable, error) ? self : NULL;
}

static void
read_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError  *error = NULL;
  gpointer done = cvn_store_read_finish (CVN_STORE (store), result, &error);

  cvn_job_end (g_task_get_source_object (task));
  if (done != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cvn_export_job_run_async:
 * @store: the centre's store
 *
 * Writes the records as they are at this moment. The file has its name when it is complete; after an error, or when it is
 * cancelled, nothing is left of it. One run at a time.
 */
void
cvn_export_job_run_async (CvnExportJob       *self,
                          CvnStore           *store,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CVN_IS_EXPORT_JOB (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cvn_export_job_run_async);
  cvn_job_begin (CVN_JOB (self));
  cvn_store_read_async (store, work, g_object_ref (self), g_object_unref, NULL, cancellable, read_cb, task);
}

/**
 * cvn_export_job_run_finish:
 * @error: CVN_ERROR_CONFLICT when there is a file of that name already; CVN_ERROR_IO, CVN_ERROR_NO_SPACE or
 *   CVN_ERROR_FORMAT when it cannot be written; G_IO_ERROR_CANCELLED; or an error of the store
 */
gboolean
cvn_export_job_run_finish (CvnExportJob *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** cvn_export_job_run: as the asynchronous one, but blocks: for the command line and tests. */
gboolean
cvn_export_job_run (CvnExportJob *self,
                    CvnStore     *store,
                    GError      **error)
{
  gpointer done;

  g_return_val_if_fail (CVN_IS_EXPORT_JOB (self), FALSE);

  cvn_job_begin (CVN_JOB (self));
  done = cvn_store_read (store, work, self, error);
  cvn_job_end (CVN_JOB (self));
  return done != NULL;
}

/** cvn_export_job_get_n_rows: how many records the last run wrote. */
guint
cvn_export_job_get_n_rows (CvnExportJob *self)
{
  return self->n_rows;
}

/** cvn_export_job_set_replace: whether a file of that name may be replaced; at first it may not. */
void
cvn_export_job_set_replace (CvnExportJob *self,
                            gboolean      replace)
{
  g_return_if_fail (CVN_IS_EXPORT_JOB (self));

  self->replace = replace;
}

static void
cvn_export_job_finalize (GObject *object)
{
  CvnExportJob *self = CVN_EXPORT_JOB (object);

  g_clear_pointer (&self->query, cvn_query_free);
  g_free (self->path);

  G_OBJECT_CLASS (cvn_export_job_parent_class)->finalize (object);
}

static void
cvn_export_job_class_init (CvnExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_export_job_finalize;
}

static void
cvn_export_job_init (CvnExportJob *self)
{
}

/**
 * cvn_export_job_new:
 * @query: which records, in which order
 * @path: the file to make
 * @dialect: how to write it
 *
 * Returns: (transfer full): a job that has not run yet
 */
CvnExportJob *
cvn_export_job_new (const CvnQuery      *query,
                    const char          *path,
                    const CvnCsvDialect *dialect)
{
  CvnExportJob *self = g_object_new (CVN_TYPE_EXPORT_JOB, NULL);

  self->query = cvn_query_copy (query);
  self->path = g_strdup (path);
  self->dialect = *dialect;
  return self;
}
