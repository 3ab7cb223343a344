/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-holiday"

#include "cvn-holiday.h"

#include <glib/gi18n-lib.h>

/* Days that are counted from Easter Sunday. */
static const struct
{
  int         days;
  const char *name;
} movable[] = {
  { -2, N_("Good Friday") },
  { 0, N_("Easter Sunday") },
  { 1, N_("Easter Monday") },
  { 39, N_("Ascension Day") },
  { 49, N_("Whit Sunday") },
  { 50, N_("Whit Monday") },
};

static const struct
{
  guint8      month;
  guint8      day;
  const char *name;
} fixed[] = {
  { 1, 1, N_("New Year’s Day") },
  { 5, 5, N_("Liberation Day") },
  { 12, 25, N_("Christmas Day") },
  { 12, 26, N_("Second Day of Christmas") },
};

/* King Willem-Alexander was born on 27 April and has reigned since 2013; the queens' day before him was 30 April. */
#define FIRST_KINGS_YEAR 2014

/**
 * cvn_holiday_easter:
 * @year: from 1583 on
 *
 * Easter Sunday of the Gregorian calendar, by the method of the anonymous correspondent of Nature (1876). Any thread.
 */
CvnDate
cvn_holiday_easter (int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int f = (b + 8) / 25;
  int g = (b - f + 1) / 3;
  int h = (19 * a + b - b / 4 - g + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return (CvnDate){ (gint16) year, (guint8) (n / 31), (guint8) (n % 31 + 1) };
}

static gboolean
is_sunday (CvnDate day)
{
  /* 1 January 2018 was a Monday. */
  return ((cvn_date_days_between ((CvnDate){ 2018, 1, 1 }, day) % 7) + 7) % 7 == 6;
}

/* On a Sunday it is kept the day before. */
static gboolean
is_royal_birthday (const CvnDate *day)
{
  guint8 date = day->year >= FIRST_KINGS_YEAR ? 27 : 30;

  if (is_sunday ((CvnDate){ day->year, 4, date }))
    date--;
  return day->month == 4 && day->day == date;
}

/**
 * cvn_holiday_find:
 * @day: a day of the years 1949 and later
 *
 * Returns: (nullable): what the public holiday of the Netherlands on that day is called, marked for translation. Liberation
 * Day and Good Friday are among them although not everybody is free then: nobody plans an event on them unknowingly.
 */
const char *
cvn_holiday_find (const CvnDate *day)
{
  int days;

  g_return_val_if_fail (day != NULL && cvn_date_get_precision (day) == CVN_DATE_DAY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (day->month == fixed[i].month && day->day == fixed[i].day)
      return fixed[i].name;
  if (is_royal_birthday (day))
    return day->year >= FIRST_KINGS_YEAR ? N_("King’s Day") : N_("Queen’s Day");
  days = cvn_date_days_between (cvn_holiday_easter (day->year), *day);
  for (guint i = 0; i < G_N_ELEMENTS (movable); i++)
    if (days == movable[i].days)
      return movable[i].name;
  return NULL;
}
