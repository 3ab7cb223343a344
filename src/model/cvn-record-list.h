/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-query.h"
#include "cvn-row.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/*
 * The records that a query finds, as a GListModel of CvnRow: the places and the first records are known at once,
 * the others are read on a reader thread when they are looked at, and it follows what is written. 100,000 rows open in
 * the time of 100.
 * Properties: "query" (boxed CvnQuery), "loading", "n-items", "sums" (boxed CvnTable, one row: n and the SUM fields).
 * Signals: "rows-read": rows handed out before have got their records, or others; "failed" (const char *message).
 */
#define CVN_TYPE_RECORD_LIST (cvn_record_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnRecordList, cvn_record_list, CVN, RECORD_LIST, GObject)

CvnRecordList  *cvn_record_list_new (CvnCentre *centre);
const CvnQuery *cvn_record_list_get_query (CvnRecordList *self);
void            cvn_record_list_set_query (CvnRecordList *self, const CvnQuery *query);
gboolean        cvn_record_list_is_loading (CvnRecordList *self);
CvnTable       *cvn_record_list_get_sums (CvnRecordList *self);
gboolean        cvn_record_list_find_seq (CvnRecordList *self, gint64 seq, guint *position);

G_END_DECLS
