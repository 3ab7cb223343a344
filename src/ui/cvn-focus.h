/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cvn_focus_get_inside (GtkWidget *widget);
GtkWidget *cvn_focus_find_list (GtkWidget *widget);
void       cvn_focus_row (GtkListView *list, guint position);

G_END_DECLS
