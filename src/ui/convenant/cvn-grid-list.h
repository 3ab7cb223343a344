/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-grid-layout.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Rows under headings in a card, adaptive by CvnGridLayout. Filled from the top again with cvn_grid_list_begin(), the rows,
 * cvn_grid_list_end(); what has the focus keeps it. Signals: "activated" (const char *id of the row), "refill": all rows are wanted.
 */
#define CVN_TYPE_GRID_LIST (cvn_grid_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnGridList, cvn_grid_list, CVN, GRID_LIST, GtkBox)

GtkWidget  *cvn_grid_list_new (const CvnGridColumn *columns, guint n_columns, const char *name, const char *nothing);
void        cvn_grid_list_begin (CvnGridList *self, guint n_rows);
gboolean    cvn_grid_list_is_full (CvnGridList *self);
GtkWidget  *cvn_grid_list_add (CvnGridList *self, const char *id, const char *sentence, GtkWidget *const *cells);
void        cvn_grid_list_end (CvnGridList *self);
const char *cvn_grid_list_get_focused (CvnGridList *self);
GtkWidget  *cvn_grid_list_find (CvnGridList *self, const char *id);

GtkWidget *cvn_grid_cell_new (const char *text, float xalign, const char *detail);

G_END_DECLS
