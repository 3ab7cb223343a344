/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-mapping.h"

G_BEGIN_DECLS

/* What a file looks like before anything is done with it. */
typedef struct
{
  CvnCsvDialect  dialect;
  const CvnKind *kind;    /* NULL: its name does not tell */
  CvnCsvMapping *mapping; /* NULL without a kind */
  char         **headings;
  GPtrArray     *rows; /* of GStrv: the first ones, as they stand in the file */
} CvnImportPreview;

#define CVN_IMPORT_PREVIEW_ROWS 20

CvnImportPreview *cvn_import_preview_new (GFile *file, const CvnKind *kind, GCancellable *cancellable, GError **error);
void              cvn_import_preview_free (CvnImportPreview *self);
const CvnKind    *cvn_import_find_kind (GFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnImportPreview, cvn_import_preview_free)

G_END_DECLS
