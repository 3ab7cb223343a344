/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CVN_TYPE_GRADUAL_ROWS (cvn_gradual_rows_get_type ())
G_DECLARE_FINAL_TYPE (CvnGradualRows, cvn_gradual_rows, CVN, GRADUAL_ROWS, GObject)

CvnGradualRows *cvn_gradual_rows_new (GtkSelectionModel *rows);
void            cvn_gradual_rows_start (CvnGradualRows *self);
void            cvn_gradual_rows_stop (CvnGradualRows *self);
void            cvn_gradual_rows_show_all (CvnGradualRows *self);

G_END_DECLS
