/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-decoder.h"
#include "cvn-reader.h"

G_BEGIN_DECLS

typedef enum {
  CVN_IMPORT_NEW,
  CVN_IMPORT_CHANGED,   /* the record at @seq is to be changed */
  CVN_IMPORT_UNCHANGED, /* it is there already, as it stands in the file */
  CVN_IMPORT_TWICE,     /* the file has it on line @line too */
} CvnImportMatch;

/* Which rows of a file are records that are there already. */
typedef struct _CvnImportIndex CvnImportIndex;

CvnImportIndex *cvn_import_index_new (const CvnCsvMapping *mapping);
void            cvn_import_index_free (CvnImportIndex *self);
gboolean        cvn_import_index_load (CvnImportIndex *self, CvnReader *reader, GCancellable *cancellable, GError **error);
CvnImportMatch  cvn_import_index_match (CvnImportIndex *self, CvnRecord *record, guint line, gint64 *seq, guint *other_line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnImportIndex, cvn_import_index_free)

G_END_DECLS
