/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean cvn_file_check_header (const char *path, int *version, GError **error);
gboolean cvn_file_check (const char *path, int *version, GError **error);
gboolean cvn_file_keeps_log (const char *path);
gboolean cvn_file_create (const char *path, GError **error);
gboolean cvn_file_sync_folder (const char *path, GError **error);
gboolean cvn_file_is_writable (const char *path);
char    *cvn_file_dup_backup_folder (const char *path);

gboolean cvn_file_has_log (const char *path);
char    *cvn_file_copy_aside (const char *path, char **folder, GError **error);
void     cvn_file_remove_copy (const char *folder);

G_END_DECLS
