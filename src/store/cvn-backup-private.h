/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-backup.h"
#include "cvn-db.h"

G_BEGIN_DECLS

gboolean cvn_backup_copy (CvnDb *source, const char *path, GError **error);

G_END_DECLS
