/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-mapping.h"
#include "cvn-import-report.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* Called on the thread of the work: which file, and how much of everything is done, 0 to 1. */
typedef void (*CvnImportFolderFunc) (const char *name, double fraction, gpointer data);

gboolean cvn_import_folder_run (CvnWriter *writer, GFile *source, const CvnCsvMapping *mapping, CvnImportReport *report,
                                CvnImportFolderFunc progress, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
