/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-date"

#include "cvn-date.h"

#include "cvn-month-name.h"

#define MAX_YEAR 9999

/**
 * cvn_date_is_valid:
 * @date: a date
 *
 * Whether it names a year (1 to 9999), a month of a year, or a day that exists in
 * the Gregorian calendar. Any thread, as all of this file.
 */
gboolean
cvn_date_is_valid (const CvnDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  if (date->year < 1 || date->year > MAX_YEAR || date->month > 12)
    return FALSE;
  if (date->day == 0)
    return TRUE;

  return date->month > 0 &&
         date->day <= g_date_get_days_in_month ((GDateMonth) date->month, (GDateYear) date->year);
}

/**
 * cvn_date_get_precision:
 * @date: a valid date
 *
 * Returns: whether it is known to the year, the month or the day
 */
CvnDatePrecision
cvn_date_get_precision (const CvnDate *date)
{
  g_return_val_if_fail (date != NULL, CVN_DATE_YEAR);

  if (date->day > 0)
    return CVN_DATE_DAY;

  return date->month > 0 ? CVN_DATE_MONTH : CVN_DATE_YEAR;
}

static int
get_order (const CvnDate *date)
{
  return (date->year * 16 + date->month) * 32 + date->day;
}

/**
 * cvn_date_compare:
 * @a: a date
 * @b: a date
 *
 * The order of the ISO texts: a partial date comes before the days it covers.
 *
 * Returns: less than, equal to or more than 0
 */
int
cvn_date_compare (const CvnDate *a, const CvnDate *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  return get_order (a) - get_order (b);
}

/**
 * cvn_date_first:
 * @date: a valid date
 *
 * Returns: the first day that it covers: 2016-06-01 for 2016-06
 */
CvnDate
cvn_date_first (const CvnDate *date)
{
  g_return_val_if_fail (date != NULL, (CvnDate){ 0 });

  return (CvnDate){ date->year, MAX (date->month, 1), MAX (date->day, 1) };
}

/**
 * cvn_date_last:
 * @date: a valid date
 *
 * Returns: the last day that it covers: 2016-06-30 for 2016-06
 */
CvnDate
cvn_date_last (const CvnDate *date)
{
  CvnDate last;

  g_return_val_if_fail (date != NULL && cvn_date_is_valid (date), (CvnDate){ 0 });

  last = *date;
  if (last.month == 0)
    last.month = 12;
  if (last.day == 0)
    last.day = g_date_get_days_in_month ((GDateMonth) last.month, (GDateYear) last.year);

  return last;
}

/* Days since 1 January of the year 1, which is day 1; partial dates by their first day. */
static int
to_julian (const CvnDate *date)
{
  CvnDate first = cvn_date_first (date);
  GDate   day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, first.day, (GDateMonth) first.month, (GDateYear) first.year);

  return (int) g_date_get_julian (&day);
}

/**
 * cvn_date_add_days:
 * @date: a valid date; a partial one counts from its first day
 * @days: how many, may be negative
 *
 * Returns: the day, or the empty date (year 0) outside the years 1 to 9999
 */
CvnDate
cvn_date_add_days (CvnDate date, int days)
{
  gint64 julian;
  GDate  day;

  g_return_val_if_fail (cvn_date_is_valid (&date), (CvnDate){ 0 });

  julian = (gint64) to_julian (&date) + days;
  if (julian < 1 || julian > to_julian (&(CvnDate){ MAX_YEAR, 12, 31 }))
    return (CvnDate){ 0 };

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) julian);

  return (CvnDate){ (gint16) g_date_get_year (&day), (guint8) g_date_get_month (&day), g_date_get_day (&day) };
}

/**
 * cvn_date_add_months:
 * @date: a valid date; a month stays a month, a year counts from its January
 * @months: how many, may be negative
 *
 * The day is held back to the end of a shorter month: 31 January + 1 = 28 February.
 *
 * Returns: the date, or the empty date (year 0) outside the years 1 to 9999
 */
CvnDate
cvn_date_add_months (CvnDate date, int months)
{
  gint64 index, year;
  guint8 month;

  g_return_val_if_fail (cvn_date_is_valid (&date), (CvnDate){ 0 });

  index = (gint64) date.year * 12 + MAX (date.month, 1) - 1 + months;
  year = index / 12;
  if (index < 12 || year > MAX_YEAR)
    return (CvnDate){ 0 };

  month = (guint8) (index % 12 + 1);
  return (CvnDate){ (gint16) year, month,
                    MIN (date.day, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year)) };
}

/**
 * cvn_date_days_between:
 * @from: a valid date
 * @to: a valid date
 *
 * Partial dates count by their first day.
 *
 * Returns: the days from @from to @to: 0 for the same day, negative when @to is earlier
 */
int
cvn_date_days_between (CvnDate from, CvnDate to)
{
  g_return_val_if_fail (cvn_date_is_valid (&from) && cvn_date_is_valid (&to), 0);

  return to_julian (&to) - to_julian (&from);
}

/**
 * cvn_date_iso_week:
 * @date: a valid date; a partial one counts by its first day
 * @week_year: (out) (optional): the year that the week belongs to
 *
 * Weeks of ISO 8601, as used in the Netherlands: week 1 holds the first Thursday.
 *
 * Returns: 1 to 53
 */
int
cvn_date_iso_week (const CvnDate *date, int *week_year)
{
  int   julian, thursday, new_year;
  GDate day;

  g_return_val_if_fail (date != NULL && cvn_date_is_valid (date), 0);

  /* Day 1 is a Monday, so the Thursday of a week is 3 days after its first day. */
  julian = to_julian (date);
  thursday = julian - (julian - 1) % 7 + 3;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) thursday);
  new_year = thursday - (int) g_date_get_day_of_year (&day) + 1;

  if (week_year != NULL)
    *week_year = g_date_get_year (&day);

  return (thursday - new_year) / 7 + 1;
}

/**
 * cvn_date_to_iso:
 * @date: a valid date
 *
 * Returns: (transfer full): "2016", "2016-06" or "2016-06-01", the stored form
 */
char *
cvn_date_to_iso (const CvnDate *date)
{
  g_return_val_if_fail (date != NULL && cvn_date_is_valid (date), NULL);

  if (date->month == 0)
    return g_strdup_printf ("%04d", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);

  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

/**
 * cvn_date_format:
 * @date: a valid date
 * @language: the forms to use
 *
 * Returns: (transfer full): "1 June 2016" or "1 juni 2016", "June 2016", "2016"
 */
char *
cvn_date_format (const CvnDate *date, CvnLanguage language)
{
  g_return_val_if_fail (date != NULL && cvn_date_is_valid (date), NULL);

  if (date->month == 0)
    return g_strdup_printf ("%d", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%s %d", cvn_month_name (date->month, language), date->year);

  return g_strdup_printf ("%d %s %d", date->day, cvn_month_name (date->month, language), date->year);
}

/**
 * cvn_date_format_short:
 * @date: a valid date
 * @language: the forms to use
 *
 * Returns: (transfer full): "01-06-2016" in Dutch, "1 Jun 2016" in English; of a month
 * "06-2016" and "Jun 2016"
 */
char *
cvn_date_format_short (const CvnDate *date, CvnLanguage language)
{
  g_return_val_if_fail (date != NULL && cvn_date_is_valid (date), NULL);

  if (date->month == 0)
    return g_strdup_printf ("%d", date->year);

  if (language == CVN_LANGUAGE_NL)
    return date->day == 0 ? g_strdup_printf ("%02d-%04d", date->month, date->year)
                          : g_strdup_printf ("%02d-%02d-%04d", date->day, date->month, date->year);

  return date->day == 0 ? g_strdup_printf ("%s %d", cvn_month_name_short (date->month, language), date->year)
                        : g_strdup_printf ("%d %s %d", date->day, cvn_month_name_short (date->month, language), date->year);
}
