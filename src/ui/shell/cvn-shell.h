/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A sidebar beside a content, of which a narrow window shows one at a time. The only file that knows which of
 * libadwaita's widgets does it. Properties: "sidebar", "content", "folded", "sidebar-shown" (writable).
 */
#define CVN_TYPE_SHELL (cvn_shell_get_type ())
G_DECLARE_FINAL_TYPE (CvnShell, cvn_shell, CVN, SHELL, AdwBin)

gboolean cvn_shell_is_folded (CvnShell *self);
gboolean cvn_shell_is_sidebar_shown (CvnShell *self);
void     cvn_shell_show_sidebar (CvnShell *self, gboolean shown);

G_END_DECLS
