/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Public numbers of organisations in the Netherlands. */

gboolean cvn_kvk_check (const char *text, GError **error);
gboolean cvn_rsin_check (const char *text, GError **error);
gboolean cvn_oin_check (const char *text, GError **error);
