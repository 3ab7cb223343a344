/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean cvn_vat_id_check (const char *text, GError **error);
gboolean cvn_vat_id_may_hold_bsn (const char *text);
