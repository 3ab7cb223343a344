/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-import-report.h"
#include "cvn-writer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @fraction: of this file, 0 to 1. */
typedef void (*CvnImportProgressFunc) (double fraction, gpointer data);

gboolean cvn_import_file_run (CvnWriter *writer, GFile *file, const CvnCsvMapping *mapping, CvnImportedFile *report,
                              CvnImportProgressFunc progress, gpointer data, GCancellable *cancellable, GError **error);

CvnCsvMapping *cvn_import_file_find_mapping (CvnCsvReader *reader, const CvnKind *kind, const CvnCsvMapping *chosen, GError **error);

G_END_DECLS
