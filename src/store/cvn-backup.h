/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-store.h"

G_BEGIN_DECLS

/* Dated copies beside the file, in FILE-backups/, thinned as they age. */
typedef struct
{
  char  *path;
  char  *at;   /* UTC, ISO */
  gint64 size; /* bytes */
} CvnBackup;

void       cvn_backup_free (CvnBackup *backup);
GPtrArray *cvn_backup_list (const char *path, GError **error);
char      *cvn_backup_make (const char *path, const char *stamp, GError **error);
gboolean   cvn_backup_thin (const char *path, const char *today, GError **error);
char      *cvn_backup_restore (const char *path, const char *backup, const char *stamp, GError **error);

G_END_DECLS
