/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"

G_BEGIN_DECLS

GArray *cvn_search_typos_find (CvnDb *db, const char *words, GError **error);

G_END_DECLS
