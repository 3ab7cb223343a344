/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"

G_BEGIN_DECLS

int      cvn_migrations_get_latest (void);
gboolean cvn_migrations_run (CvnDb *db, int last, GError **error);
gboolean cvn_migrations_check (const char *path, int version, GError **error);

G_END_DECLS
