/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-import-preview.h"
#include "cvn-import-report.h"
#include "cvn-job.h"

#include "cvn-centre.h"

G_BEGIN_DECLS

/*
 * Brings a CSV file, or a folder of them, into a centre: all of it in one step that can be undone, or nothing.
 */
#define CVN_TYPE_IMPORT_JOB (cvn_import_job_get_type ())
G_DECLARE_FINAL_TYPE (CvnImportJob, cvn_import_job, CVN, IMPORT_JOB, CvnJob)

CvnImportJob *cvn_import_job_new (GFile *source);
void          cvn_import_job_set_mapping (CvnImportJob *self, const CvnCsvMapping *mapping);
void          cvn_import_job_set_dry_run (CvnImportJob *self, gboolean dry_run);

void             cvn_import_job_run_async (CvnImportJob *self, CvnStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean         cvn_import_job_run_finish (CvnImportJob *self, GAsyncResult *result, GError **error);
gboolean         cvn_import_job_run (CvnImportJob *self, CvnStore *store, GError **error);
CvnImportReport *cvn_import_job_get_report (CvnImportJob *self);

G_END_DECLS
