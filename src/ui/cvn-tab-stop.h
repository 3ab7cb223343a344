/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A list that Tab comes to once and leaves again; inside it the arrow keys go from row to row. */
#define CVN_TYPE_TAB_STOP (cvn_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (CvnTabStop, cvn_tab_stop, CVN, TAB_STOP, AdwBin)

GtkWidget *cvn_tab_stop_new (GtkWidget *child);
gboolean   cvn_tab_stop_enter (CvnTabStop *self);
gboolean   cvn_tab_stop_focus_selected (CvnTabStop *self);

G_END_DECLS
