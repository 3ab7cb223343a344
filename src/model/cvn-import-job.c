/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-job"

#include "cvn-import-job.h"

#include "cvn-error.h"
#include "cvn-import-folder.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

/* The work is done on the store's writer thread; the report is made by it and looked at when it has ended. */
struct _CvnImportJob
{
  CvnJob parent_instance;

  GFile           *source;
  CvnCsvMapping   *mapping;
  gboolean         dry_run;
  CvnImportReport *report;
  gboolean         complete; /* the work came to its end without a problem */
};

G_DEFINE_FINAL_TYPE (CvnImportJob, cvn_import_job, CVN_TYPE_JOB)

/* On the writer's thread. */
static void
tell_progress (const char *name,
               double      fraction,
               gpointer    data)
{
  g_autofree char *status = g_strdup_printf (_("Reading %s…"), name);

  cvn_job_tell (data, status, fraction);
}

static gboolean
work (CvnWriter    *writer,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  CvnImportJob *self = data;

  if (!cvn_import_folder_run (writer, self->source, self->mapping, self->report, tell_progress, self, cancellable, error))
    return FALSE;
  self->complete = TRUE;
  if (!self->dry_run)
    return TRUE;
  /* Takes everything back, and is no failure for who asked for it. */
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FAILED, "dry run");
  return FALSE;
}

static void
begin (CvnImportJob *self)
{
  g_clear_pointer (&self->report, cvn_import_report_unref);
  self->report = cvn_import_report_new ();
  self->complete = FALSE;
  cvn_job_begin (CVN_JOB (self));
}

/* TRUE also when a dry run has been taken back as it should. */
static gboolean
end (CvnImportJob *self,
     GError       *failure,
     GError      **error)
{
  g_autoptr (GError) owned = failure;

  cvn_job_end (CVN_JOB (self));
  if (owned == NULL || (self->dry_run && self->complete))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&owned));
  return FALSE;
}

static char *
dup_subject (CvnImportJob *self)
{
  g_autofree char *name = g_file_get_basename (self->source);

  return g_filename_display_name (name != NULL ? name : "");
}

static const CvnKind *
get_kind (CvnImportJob *self)
{
  return self->mapping != NULL ? cvn_csv_mapping_get_kind (self->mapping) : cvn_import_find_kind (self->source);
}

static void
written_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *failure = NULL, *error = NULL;

  cvn_store_write_finish (CVN_STORE (store), result, &failure);
  if (end (g_task_get_source_object (task), failure, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cvn_import_job_run_async:
 * @store: the centre's store; open, not read-only
 *
 * Reads and checks everything and writes it as one change set that is called after the file or folder. Finish with
 * cvn_import_job_run_finish(); the report is there then, whatever came of it. One run at a time.
 */
void
cvn_import_job_run_async (CvnImportJob       *self,
                          CvnStore           *store,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask           *task;
  g_autofree char *subject = NULL;

  g_return_if_fail (CVN_IS_IMPORT_JOB (self));

  begin (self);
  subject = dup_subject (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cvn_import_job_run_async);
  cvn_store_write_async (store, CVN_ACTION_IMPORT, get_kind (self), subject, work, g_object_ref (self), g_object_unref, cancellable, written_cb, task);
}

/**
 * cvn_import_job_run_finish:
 * @error: CVN_ERROR_INVALID when there are problems, which are in the report; CVN_ERROR_NOT_FOUND when nothing is known
 *   here; G_IO_ERROR_CANCELLED; or an error of the store or the disk
 *
 * Returns: whether all of it was taken over or, in a dry run, could be; nothing was taken over otherwise
 */
gboolean
cvn_import_job_run_finish (CvnImportJob *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** cvn_import_job_run: as the asynchronous one, but blocks: for the command line and tests. */
gboolean
cvn_import_job_run (CvnImportJob *self,
                    CvnStore     *store,
                    GError      **error)
{
  g_autofree char *subject = NULL;
  GError          *failure = NULL;

  g_return_val_if_fail (CVN_IS_IMPORT_JOB (self), FALSE);

  begin (self);
  subject = dup_subject (self);
  cvn_store_write (store, CVN_ACTION_IMPORT, get_kind (self), subject, work, self, &failure);
  return end (self, failure, error);
}

/** cvn_import_job_get_report: (transfer none) (nullable): what came of the last run; NULL before the first, and not to be looked at during one. */
CvnImportReport *
cvn_import_job_get_report (CvnImportJob *self)
{
  return self->report;
}

/** cvn_import_job_set_mapping: says what the file holds, and where; without it the file's name and headings tell. */
void
cvn_import_job_set_mapping (CvnImportJob        *self,
                            const CvnCsvMapping *mapping)
{
  g_return_if_fail (CVN_IS_IMPORT_JOB (self));

  g_clear_pointer (&self->mapping, cvn_csv_mapping_free);
  self->mapping = mapping != NULL ? cvn_csv_mapping_copy (mapping) : NULL;
}

/** cvn_import_job_set_dry_run: whether to do everything, checks of the store included, and take it back again. */
void
cvn_import_job_set_dry_run (CvnImportJob *self,
                            gboolean      dry_run)
{
  g_return_if_fail (CVN_IS_IMPORT_JOB (self));

  self->dry_run = dry_run;
}

static void
cvn_import_job_finalize (GObject *object)
{
  CvnImportJob *self = CVN_IMPORT_JOB (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->mapping, cvn_csv_mapping_free);
  g_clear_pointer (&self->report, cvn_import_report_unref);

  G_OBJECT_CLASS (cvn_import_job_parent_class)->finalize (object);
}

static void
cvn_import_job_class_init (CvnImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_import_job_finalize;
}

static void
cvn_import_job_init (CvnImportJob *self)
{
}

/**
 * cvn_import_job_new:
 * @source: a CSV file or a folder of CSV files
 *
 * Returns: (transfer full): a job that has not run yet
 */
CvnImportJob *
cvn_import_job_new (GFile *source)
{
  CvnImportJob *self = g_object_new (CVN_TYPE_IMPORT_JOB, NULL);

  self->source = g_object_ref (source);
  return self;
}
