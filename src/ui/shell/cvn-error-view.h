/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows when a file cannot be opened. */
#define CVN_TYPE_ERROR_VIEW (cvn_error_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnErrorView, cvn_error_view, CVN, ERROR_VIEW, AdwBin)

GtkWidget *cvn_error_view_new (void);
void       cvn_error_view_set_error (CvnErrorView *self, const char *path, const GError *error);

G_END_DECLS
