/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int  cvn_lock_take (const char *path, gboolean *taken);
void cvn_lock_release (int lock);

G_END_DECLS
