/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of the pages; a row does the action win.page. */
#define CVN_TYPE_SIDEBAR (cvn_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (CvnSidebar, cvn_sidebar, CVN, SIDEBAR, AdwBin)

void cvn_sidebar_select (CvnSidebar *self, const char *page);
void cvn_sidebar_focus (CvnSidebar *self);
void cvn_sidebar_set_badge (CvnSidebar *self, const char *page, guint n_open);

G_END_DECLS
