/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CVN_BUDGET_N_MONTHS 12

/* A year's amount in twelve months; all in cents. */
void     cvn_budget_split_equal (gint64 total, gint64 *months);
gboolean cvn_budget_split_pattern (gint64 total, const gint64 *pattern, gint64 *months, GError **error);
gboolean cvn_budget_split_difference (gint64 total, const gint64 *months, gint64 *difference, GError **error);
gboolean cvn_budget_split_place (gint64 total, gint64 *months, GError **error);

G_END_DECLS
