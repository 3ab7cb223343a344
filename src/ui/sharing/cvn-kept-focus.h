/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keyboard stays at its place in rows that are made anew. */
gboolean cvn_kept_focus_find (GPtrArray *rows, guint *place);
void     cvn_kept_focus_give (GPtrArray *rows, guint place, GtkWidget *instead);

G_END_DECLS
