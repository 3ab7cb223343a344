/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-period.h"

/* A half year as a number: year * 2, plus 1 for July to December. */

int       cvn_half_year_of_date (const CvnDate *date);
CvnPeriod cvn_half_year_get_period (int half_year);
gboolean  cvn_half_year_parse (const char *text, int *half_year, GError **error);
char     *cvn_half_year_to_code (int half_year);
char     *cvn_half_year_format (int half_year, CvnLanguage language);
