/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

/* The zone of a record that names none. */
#define CVN_ZONE_DEFAULT "Europe/Amsterdam"

gboolean cvn_zone_time_check (const char *iso, const char *zone, GError **error);
gboolean cvn_zone_time_to_unix (const char *iso, const char *zone, gint64 *seconds);
gboolean cvn_zone_time_minutes (const char *starts, const char *ends, const char *zone, gint64 *minutes);
gboolean cvn_zone_time_changes (const char *starts, const char *ends, const char *zone);
gboolean cvn_zone_time_last_day (const char *starts, const char *ends, CvnDate *last);
char    *cvn_zone_time_shift (const char *iso, int days);

G_END_DECLS
