/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-dialect.h"
#include "cvn-record.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): what files call the record of kind @target with this id: its key. */
typedef char *(*CvnNameFunc) (const CvnKind *target, const char *id, gpointer data);

/* Writes records of one kind into a CSV file, which is there when it is complete and not before. */
typedef struct _CvnCsvWriter CvnCsvWriter;

CvnCsvWriter *cvn_csv_writer_new (const char *path, const CvnKind *kind, const CvnCsvDialect *dialect, CvnNameFunc name, gpointer data, GError **error);
void          cvn_csv_writer_free (CvnCsvWriter *self);
gboolean      cvn_csv_writer_write (CvnCsvWriter *self, CvnRecord *record, GError **error);
gboolean      cvn_csv_writer_finish (CvnCsvWriter *self, gboolean replace, GError **error);

char *cvn_csv_writer_dup_heading (const CvnField *field, CvnLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCsvWriter, cvn_csv_writer_free)

G_END_DECLS
