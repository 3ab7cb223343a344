/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

#include <glib.h>

G_BEGIN_DECLS

/* Words and reckoning that the views of a calendar share. */
int         cvn_calendar_get_weekday (const CvnDate *day);
const char *cvn_calendar_get_day_name (int weekday);
char       *cvn_calendar_dup_day_title (const CvnDate *day);

G_END_DECLS
