/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cvn_csv_guard_skip (const char *text);
gboolean    cvn_csv_guard_needs (const char *text);

G_END_DECLS
