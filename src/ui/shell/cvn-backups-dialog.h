/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lists the backups of a file. Signal "restore" (path of the backup). */
#define CVN_TYPE_BACKUPS_DIALOG (cvn_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnBackupsDialog, cvn_backups_dialog, CVN, BACKUPS_DIALOG, AdwWindow)

CvnBackupsDialog *cvn_backups_dialog_new (GtkWindow *parent);
void              cvn_backups_dialog_add (CvnBackupsDialog *self, const char *path, const char *at, gint64 size);

G_END_DECLS
