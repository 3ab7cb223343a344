/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     cvn_marker_write (const char *path, gint64 no, const char *hash);
gboolean cvn_marker_read (const char *path, gint64 *no, char **hash);
void     cvn_marker_remove (const char *path);

G_END_DECLS
