/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *cvn_similar_name_fold (const char *name);
gboolean cvn_similar_name_is_close (const char *folded_a, const char *folded_b);

G_END_DECLS
