/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *cvn_secret_lookup (const char *server, const char *database, const char *user, GCancellable *cancellable, GError **error);
gboolean cvn_secret_store (const char *server, const char *database, const char *user, const char *secret, GCancellable *cancellable, GError **error);
void     cvn_secret_forget (const char *server, const char *database, const char *user);
void     cvn_secret_free (char *secret);

G_END_DECLS
