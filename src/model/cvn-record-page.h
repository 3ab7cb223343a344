/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-reader.h"

G_BEGIN_DECLS

/* The records of some places of a list with their words, read together. */
typedef struct
{
  GPtrArray *records; /* of CvnRecord, NULL for one that is gone */
  GPtrArray *titles;  /* of char* */
  GPtrArray *fields;  /* of GStrv */
} CvnRecordPage;

void           cvn_record_page_free (CvnRecordPage *page);
CvnRecordPage *cvn_record_page_read (CvnReader *reader, const CvnKind *kind, const gint64 *seqs, guint n, CvnLanguage language, GError **error);
void           cvn_record_page_read_async (CvnCentre *centre, const CvnKind *kind, const gint64 *seqs, guint n, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void           cvn_record_page_read_one_async (CvnCentre *centre, const CvnKind *kind, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnRecordPage *cvn_record_page_read_finish (CvnCentre *centre, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnRecordPage, cvn_record_page_free)

G_END_DECLS
