/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

#define CVN_EVENT_NO_FIGURE -1

int    cvn_event_no_show (gint64 signed_up, gint64 attended);
gint64 cvn_event_per_head (gint64 cents, gint64 attended);
int    cvn_event_cover (gint64 sponsored, gint64 cost);

gboolean cvn_event_due (const char *starts, int lead_days, CvnDate *due);
gboolean cvn_event_is_late (const char *due, const char *done_on, const char *today);
char    *cvn_event_shift_day (const char *day, const char *from, const char *to);

G_END_DECLS
