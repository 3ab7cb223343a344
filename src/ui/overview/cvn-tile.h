/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One figure of the overview: what it is, how much, and beside what. A button that explains it. */
#define CVN_TYPE_TILE (cvn_tile_get_type ())
G_DECLARE_FINAL_TYPE (CvnTile, cvn_tile, CVN, TILE, GtkButton)

GtkWidget  *cvn_tile_new (const char *title, const char *figure);
void        cvn_tile_set (CvnTile *self, const char *value, const char *detail);
void        cvn_tile_set_share (CvnTile *self, gint64 part, gint64 whole);
const char *cvn_tile_get_value (CvnTile *self);

G_END_DECLS
