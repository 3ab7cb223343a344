/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

/*
 * A place in a list: known before its record is read. Lists bind to "record", which is NULL until then and
 * notifies when it comes or changes.
 */
#define CVN_TYPE_ROW (cvn_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnRow, cvn_row, CVN, ROW, GObject)

CvnRow     *cvn_row_new (gint64 seq);
gint64      cvn_row_get_seq (CvnRow *self);
CvnRecord  *cvn_row_get_record (CvnRow *self);
void        cvn_row_take_record (CvnRow *self, CvnRecord *record, char *title, GStrv titles);
const char *cvn_row_get_title (CvnRow *self);
char       *cvn_row_dup_text (CvnRow *self, guint field);

G_END_DECLS
