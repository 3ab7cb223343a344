/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-import-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The first rows of a file as they would be read: a table with the fields that its columns are for. */
#define CVN_TYPE_IMPORT_SAMPLE (cvn_import_sample_get_type ())
G_DECLARE_FINAL_TYPE (CvnImportSample, cvn_import_sample, CVN, IMPORT_SAMPLE, AdwBin)

GtkWidget *cvn_import_sample_new (const CvnImportPreview *preview);
void       cvn_import_sample_set_mapping (CvnImportSample *self, const CvnCsvMapping *mapping);
char      *cvn_import_sample_dup_cell (const char *text, const char *heading);

G_END_DECLS
