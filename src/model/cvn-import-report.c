/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-report"

#include "cvn-import-report.h"

G_DEFINE_BOXED_TYPE (CvnImportReport, cvn_import_report, cvn_import_report_ref, cvn_import_report_unref)

static void
free_file (gpointer data)
{
  CvnImportedFile *file = data;

  g_free (file->name);
  g_strfreev (file->skipped);
  g_ptr_array_unref (file->problems);
  g_free (file);
}

static void
clear_report (gpointer data)
{
  g_ptr_array_unref (((CvnImportReport *) data)->files);
}

/** cvn_import_report_new: (transfer full): a report of no file yet. */
CvnImportReport *
cvn_import_report_new (void)
{
  CvnImportReport *self = g_atomic_rc_box_new0 (CvnImportReport);

  self->files = g_ptr_array_new_with_free_func (free_file);
  return self;
}

/** cvn_import_report_ref: (transfer full): one more reference. */
CvnImportReport *
cvn_import_report_ref (CvnImportReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** cvn_import_report_unref: one reference less. */
void
cvn_import_report_unref (CvnImportReport *self)
{
  g_atomic_rc_box_release_full (self, clear_report);
}

/** cvn_import_report_add: (transfer none): begins the part about one more file. */
CvnImportedFile *
cvn_import_report_add (CvnImportReport *self,
                       const char      *name,
                       const CvnKind   *kind)
{
  CvnImportedFile *file = g_new0 (CvnImportedFile, 1);

  file->name = g_strdup (name);
  file->kind = kind;
  file->skipped = g_new0 (char *, 1);
  file->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_csv_problem_free);
  g_ptr_array_add (self->files, file);
  return file;
}

/** cvn_import_report_count: adds a file that has been read to the totals. */
void
cvn_import_report_count (CvnImportReport       *self,
                         const CvnImportedFile *file)
{
  self->n_added += file->n_added;
  self->n_changed += file->n_changed;
  self->n_unchanged += file->n_unchanged;
  self->n_problems += file->problems->len;
}
