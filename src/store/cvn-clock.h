/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Seconds since 1970. */
typedef gint64 (*CvnClockFunc) (void);

char *cvn_clock_dup_now (void);
char *cvn_clock_dup_today (void);
char *cvn_clock_dup_stamp (void);
void  cvn_clock_set_for_tests (CvnClockFunc func);

G_END_DECLS
