/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cvn_reading_knows_action (const char *name);
gboolean cvn_reading_knows_widget (const char *owner, const char *type, const char *words);

G_END_DECLS
