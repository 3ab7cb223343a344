/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  cvn_keyboard_walk (GtkWidget *window, const char *where);
guint cvn_keyboard_count_widgets (GtkWidget *window);

G_END_DECLS
