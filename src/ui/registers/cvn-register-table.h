/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The records of one kind in columns, for wide windows. Clicks on headings change only the wish for an order: the
 * rows are sorted where they are stored.
 * Signals: "activated" (guint position); "sorted" (int field or -1, gboolean descending).
 */
#define CVN_TYPE_REGISTER_TABLE (cvn_register_table_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegisterTable, cvn_register_table, CVN, REGISTER_TABLE, AdwBin)

void       cvn_register_table_set_list (CvnRegisterTable *self, CvnRecordList *list);
void       cvn_register_table_set_kind (CvnRegisterTable *self, const CvnKind *kind, GArray *fields);
void       cvn_register_table_set_model (CvnRegisterTable *self, GtkSelectionModel *model);
void       cvn_register_table_set_sort (CvnRegisterTable *self, int field, gboolean descending);
GtkWidget *cvn_register_table_get_view (CvnRegisterTable *self);
guint      cvn_register_table_find_position (CvnRegisterTable *self, GtkWidget *cell);
gboolean   cvn_register_table_focus (CvnRegisterTable *self);

G_END_DECLS
