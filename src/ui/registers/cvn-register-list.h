/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The records of one kind: search, filters, columns or rows of two lines, totals, and what can be done with a record.
 * Property: "query" (boxed, read-only, notifies). Signals: "open" (CvnRow *), "add", "duplicate" (CvnRow *), "import" (GFile * or NULL), "export".
 * Actions: register.add, .open, .duplicate, .delete, .search, .import, .export, .clear-filters.
 */
#define CVN_TYPE_REGISTER_LIST (cvn_register_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegisterList, cvn_register_list, CVN, REGISTER_LIST, AdwBin)

GtkWidget      *cvn_register_list_new (CvnCentre *centre);
void            cvn_register_list_set_kind (CvnRegisterList *self, const CvnKind *kind);
void            cvn_register_list_set_query (CvnRegisterList *self, const CvnQuery *query);
const CvnQuery *cvn_register_list_get_query (CvnRegisterList *self);
const CvnKind  *cvn_register_list_get_kind (CvnRegisterList *self);
CvnRecordList  *cvn_register_list_get_records (CvnRegisterList *self);
void            cvn_register_list_select_seq (CvnRegisterList *self, gint64 seq);
void            cvn_register_list_focus_search (CvnRegisterList *self);
void            cvn_register_list_focus_rows (CvnRegisterList *self);
gboolean        cvn_register_list_is_entered (CvnRegisterList *self);
gboolean        cvn_register_list_is_ready (CvnRegisterList *self);

G_END_DECLS
