/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-import-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which column of a file is which field: a row for each column. Signal: "changed". */
#define CVN_TYPE_IMPORT_COLUMNS (cvn_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (CvnImportColumns, cvn_import_columns, CVN, IMPORT_COLUMNS, AdwBin)

GtkWidget           *cvn_import_columns_new (const CvnImportPreview *preview);
const CvnCsvMapping *cvn_import_columns_get_mapping (CvnImportColumns *self);

G_END_DECLS
