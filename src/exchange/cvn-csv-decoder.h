/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-survey.h"
#include "cvn-record.h"

G_BEGIN_DECLS

/* The id of the record of kind @target that a file calls @text; NULL with CVN_ERROR_UNKNOWN_REFERENCE when there is none. */
typedef char *(*CvnResolveFunc) (const CvnKind *target, const char *text, gpointer data, GError **error);

typedef enum {
  CVN_CSV_DECODED,
  CVN_CSV_WAITING, /* refers to a row of this file that has not been stored yet */
  CVN_CSV_REFUSED, /* the problems say why */
} CvnCsvDecoded;

/* Makes records of the rows of one file. */
typedef struct _CvnCsvDecoder CvnCsvDecoder;

CvnCsvDecoder *cvn_csv_decoder_new (const CvnCsvMapping *mapping, const CvnCsvSurvey *survey, CvnLanguage language,
                                    CvnResolveFunc resolve, gpointer data, GPtrArray *problems);
void           cvn_csv_decoder_free (CvnCsvDecoder *self);

CvnCsvDecoded cvn_csv_decoder_decode (CvnCsvDecoder *self, const CvnCsvRow *row, gboolean last, CvnRecord **record);
void          cvn_csv_decoder_merge (CvnCsvDecoder *self, CvnRecord *decoded, CvnRecord *onto);
void          cvn_csv_decoder_report (CvnCsvDecoder *self, const CvnCsvRow *row, const GError *error);

guint64 cvn_csv_hash_fields (CvnRecord *record, const guint *fields, guint n_fields);
guint64 cvn_csv_hash_text (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCsvDecoder, cvn_csv_decoder_free)

G_END_DECLS
