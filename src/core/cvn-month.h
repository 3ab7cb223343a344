/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

/* A calendar month as a number: year * 12 + (month - 1). */

gint64   cvn_month_of_date (const CvnDate *date);
CvnDate  cvn_month_to_date (gint64 month);
gboolean cvn_month_parse (const char *text, gint64 *month, GError **error);
char    *cvn_month_to_iso (gint64 month);
char    *cvn_month_format (gint64 month, CvnLanguage language);
char    *cvn_month_format_short (gint64 month, CvnLanguage language);
