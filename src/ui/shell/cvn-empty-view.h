/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows while no centre is open: two ways to begin. */
#define CVN_TYPE_EMPTY_VIEW (cvn_empty_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnEmptyView, cvn_empty_view, CVN, EMPTY_VIEW, AdwBin)

GtkWidget *cvn_empty_view_new (void);

G_END_DECLS
