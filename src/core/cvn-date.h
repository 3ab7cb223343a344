/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cvn-language.h"

typedef enum {
  CVN_DATE_YEAR,
  CVN_DATE_MONTH,
  CVN_DATE_DAY,
} CvnDatePrecision;

/* A day of the calendar, or a month or year when the rest is not known:
 * month 0 and day 0 = not known; year 0 = no date at all. */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} CvnDate;

gboolean         cvn_date_is_valid (const CvnDate *date);
CvnDatePrecision cvn_date_get_precision (const CvnDate *date);
int              cvn_date_compare (const CvnDate *a, const CvnDate *b);

CvnDate cvn_date_first (const CvnDate *date);
CvnDate cvn_date_last (const CvnDate *date);
CvnDate cvn_date_add_days (CvnDate date, int days);
CvnDate cvn_date_add_months (CvnDate date, int months);
int     cvn_date_days_between (CvnDate from, CvnDate to);
int     cvn_date_iso_week (const CvnDate *date, int *week_year);

gboolean cvn_date_parse_iso (const char *text, CvnDate *date, GError **error);
gboolean cvn_date_parse (const char *text, CvnLanguage hint, CvnDate *date, GError **error);

char *cvn_date_to_iso (const CvnDate *date);
char *cvn_date_format (const CvnDate *date, CvnLanguage language);
char *cvn_date_format_short (const CvnDate *date, CvnLanguage language);

gboolean cvn_local_time_parse (const char *text, CvnDate *date, int *minutes, GError **error);
char    *cvn_local_time_format (const char *iso, CvnLanguage language);
