/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The records of one kind in rows of two lines, for narrow windows and beside an open form.
 * Signal: "activated" (guint position).
 */
#define CVN_TYPE_REGISTER_ROWS (cvn_register_rows_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegisterRows, cvn_register_rows, CVN, REGISTER_ROWS, AdwBin)

void       cvn_register_rows_set_list (CvnRegisterRows *self, CvnRecordList *list);
void       cvn_register_rows_set_kind (CvnRegisterRows *self, const CvnKind *kind);
void       cvn_register_rows_set_model (CvnRegisterRows *self, GtkSelectionModel *model);
GtkWidget *cvn_register_rows_get_view (CvnRegisterRows *self);
guint      cvn_register_rows_find_position (CvnRegisterRows *self, GtkWidget *cell);
gboolean   cvn_register_rows_focus (CvnRegisterRows *self);

G_END_DECLS
