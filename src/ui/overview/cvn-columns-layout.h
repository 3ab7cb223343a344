/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Children side by side in columns of one width, as many as fit, row after row; the last row fills the width.
 * The rows of a grid of tiles or cards that follows the window's width.
 */
#define CVN_TYPE_COLUMNS_LAYOUT (cvn_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (CvnColumnsLayout, cvn_columns_layout, CVN, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *cvn_columns_layout_new (int min_width, int max_columns, int spacing);

G_END_DECLS
