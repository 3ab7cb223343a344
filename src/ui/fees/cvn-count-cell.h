/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A number in a grid, which turns into an entry while it is edited. Keys are the business of the grid. */
#define CVN_TYPE_COUNT_CELL (cvn_count_cell_get_type ())
G_DECLARE_FINAL_TYPE (CvnCountCell, cvn_count_cell, CVN, COUNT_CELL, GtkWidget)

GtkWidget  *cvn_count_cell_new (guint row, guint column);
guint       cvn_count_cell_get_row (CvnCountCell *self);
guint       cvn_count_cell_get_column (CvnCountCell *self);
void        cvn_count_cell_set (CvnCountCell *self, const char *text, const char *name);
const char *cvn_count_cell_get_text (CvnCountCell *self);
void        cvn_count_cell_set_selected (CvnCountCell *self, gboolean selected);
void        cvn_count_cell_begin (CvnCountCell *self, const char *text);
void        cvn_count_cell_end (CvnCountCell *self);
gboolean    cvn_count_cell_is_editing (CvnCountCell *self);
const char *cvn_count_cell_get_typed (CvnCountCell *self);
void        cvn_count_cell_set_wrong (CvnCountCell *self, gboolean wrong);

G_END_DECLS
