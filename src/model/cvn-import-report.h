/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-mapping.h"
#include "cvn-csv-problem.h"

G_BEGIN_DECLS

/* What came of one file of an import. */
typedef struct
{
  char          *name;
  const CvnKind *kind; /* NULL: nobody knows what it holds, and it was left aside */
  guint          n_rows;
  guint          n_added;
  guint          n_changed;
  guint          n_unchanged;
  char         **skipped;  /* headings of columns that were left out */
  GPtrArray     *problems; /* of CvnCsvProblem */
} CvnImportedFile;

/* What came of an import, or would come of it. Read-only once the import has ended. */
typedef struct
{
  GPtrArray *files; /* of CvnImportedFile, in the order in which they were read */
  guint      n_added;
  guint      n_changed;
  guint      n_unchanged;
  guint      n_problems;
} CvnImportReport;

#define CVN_TYPE_IMPORT_REPORT (cvn_import_report_get_type ())
GType            cvn_import_report_get_type (void);
CvnImportReport *cvn_import_report_new (void);
CvnImportReport *cvn_import_report_ref (CvnImportReport *self);
void             cvn_import_report_unref (CvnImportReport *self);
CvnImportedFile *cvn_import_report_add (CvnImportReport *self, const char *name, const CvnKind *kind);
void             cvn_import_report_count (CvnImportReport *self, const CvnImportedFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnImportReport, cvn_import_report_unref)

G_END_DECLS
