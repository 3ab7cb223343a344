/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean cvn_allocate (gint64 total, const gint64 *weights, guint n, gint64 *parts, GError **error);
