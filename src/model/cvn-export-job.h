/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-csv-dialect.h"
#include "cvn-job.h"
#include "cvn-query.h"

G_BEGIN_DECLS

/* Writes the records that a query finds into a CSV file, row by row. */
#define CVN_TYPE_EXPORT_JOB (cvn_export_job_get_type ())
G_DECLARE_FINAL_TYPE (CvnExportJob, cvn_export_job, CVN, EXPORT_JOB, CvnJob)

CvnExportJob *cvn_export_job_new (const CvnQuery *query, const char *path, const CvnCsvDialect *dialect);
void          cvn_export_job_set_replace (CvnExportJob *self, gboolean replace);

void     cvn_export_job_run_async (CvnExportJob *self, CvnStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cvn_export_job_run_finish (CvnExportJob *self, GAsyncResult *result, GError **error);
gboolean cvn_export_job_run (CvnExportJob *self, CvnStore *store, GError **error);
guint    cvn_export_job_get_n_rows (CvnExportJob *self);

G_END_DECLS
