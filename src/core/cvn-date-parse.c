/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-date-parse"

#include "cvn-date.h"

#include "cvn-error.h"
#include "cvn-month-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  READ_OTHER,
  READ_OK,
  READ_ERROR,
} ReadResult;

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                       _("Expected a date such as 3 April 2026 or 2026-04-03."));
  return FALSE;
}

static gboolean
accept (int year, int month, int day, CvnDate *date, GError **error)
{
  CvnDate read = { (gint16) year, (guint8) month, (guint8) day };

  if (!cvn_date_is_valid (&read))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("This date does not exist in the calendar."));
      return FALSE;
    }

  *date = read;
  return TRUE;
}

/* Reads @minimum to @maximum digits and moves @at past them; a digit more is refused. */
static gboolean
read_digits (const char **at, guint minimum, guint maximum, int *value)
{
  guint digits = 0;

  *value = 0;
  while (g_ascii_isdigit (**at) && digits < maximum)
    {
      *value = *value * 10 + g_ascii_digit_value (**at);
      (*at)++;
      digits++;
    }

  return digits >= minimum && !g_ascii_isdigit (**at);
}

static gboolean
read_mark (const char **at, char mark)
{
  if (**at != mark)
    return FALSE;

  (*at)++;
  return TRUE;
}

/* Moves @at past an ISO date; the rest is the caller's. */
static ReadResult
read_iso (const char **at, CvnDate *date, GError **error)
{
  int year, month = 0, day = 0;

  if (!read_digits (at, 4, 4, &year))
    return READ_OTHER;
  if (read_mark (at, '-'))
    {
      if (!read_digits (at, 2, 2, &month))
        return READ_OTHER;
      if (read_mark (at, '-') && (!read_digits (at, 2, 2, &day) || day == 0))
        return READ_OTHER;
      if (month == 0)
        return READ_OTHER;
    }

  return accept (year, month, day, date, error) ? READ_OK : READ_ERROR;
}

/**
 * cvn_date_parse_iso:
 * @text: "2016", "2016-06" or "2016-06-01"
 * @date: (out): the date, untouched on error
 * @error: CVN_ERROR_INVALID
 *
 * The stored form, read strictly: no spaces, no missing zeros. Any thread.
 */
gboolean
cvn_date_parse_iso (const char *text, CvnDate *date, GError **error)
{
  const char *at = text;
  CvnDate     read;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  switch (read_iso (&at, &read, error))
    {
    case READ_OK:
      if (*at != '\0')
        return refuse (error);
      *date = read;
      return TRUE;
    case READ_ERROR:
      return FALSE;
    case READ_OTHER:
    default:
      return refuse (error);
    }
}

/* Day and month in the order of the language; in English both orders are in use, so
 * only numbers that leave no doubt are taken. */
static gboolean
accept_numbers (int a, int b, int year, CvnLanguage hint, CvnDate *date, GError **error)
{
  if (a == 0 || b == 0)
    return refuse (error);
  if (hint == CVN_LANGUAGE_NL || a == b || a > 12)
    return accept (year, b, a, date, error);
  if (b > 12)
    return accept (year, a, b, date, error);

  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_AMBIGUOUS,
                       _("Day and month can be read both ways. Write the month as a word, or the date as 2026-04-03."));
  return FALSE;
}

/* "03-04-2026", "3/4/2026", "3.4.2026" and "04-2026", with one kind of mark. */
static ReadResult
parse_numbers (const char *text, CvnLanguage hint, CvnDate *date, GError **error)
{
  const char *at = text;
  int         a, b, year;
  char        mark;

  if (!read_digits (&at, 1, 2, &a) || *at == '\0' || strchr ("-/.", *at) == NULL)
    return READ_OTHER;
  mark = *at++;
  text = at;

  if (read_digits (&at, 4, 4, &year) && *at == '\0' && mark != '.' && a > 0)
    return accept (year, a, 0, date, error) ? READ_OK : READ_ERROR;

  at = text;
  if (!read_digits (&at, 1, 2, &b) || !read_mark (&at, mark) ||
      !read_digits (&at, 4, 4, &year) || *at != '\0')
    return READ_OTHER;

  return accept_numbers (a, b, year, hint, date, error) ? READ_OK : READ_ERROR;
}

static gboolean
read_word (const char *word, guint minimum, guint maximum, int *value)
{
  return read_digits (&word, minimum, maximum, value) && *word == '\0' && *value > 0;
}

/* The words of a text without the empty ones that doubled spaces leave. */
static guint
split_words (char **all, const char *words[static 4])
{
  guint n = 0;

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (*all[i] == '\0')
        continue;
      if (n == 4)
        return 5;
      words[n++] = all[i];
    }

  return n;
}

/* "3 april 2026", "12 May 2026", "May 12, 2026", "3-apr-2026", "June 2016". */
static ReadResult
parse_named (const char *text, CvnDate *date, GError **error)
{
  g_auto (GStrv) all = g_strsplit_set (text, " -.,", -1);
  const char *words[4] = { NULL };
  guint       n = split_words (all, words), month;
  int         day = 0, year;

  if (n < 2 || n > 3 || !read_word (words[n - 1], 4, 4, &year))
    return READ_OTHER;

  month = cvn_month_from_name (words[0]);
  if (n == 3)
    {
      if (!read_word (words[month > 0 ? 1 : 0], 1, 2, &day))
        return READ_OTHER;
      if (month == 0)
        month = cvn_month_from_name (words[1]);
    }
  if (month == 0)
    return READ_OTHER;

  return accept (year, (int) month, day, date, error) ? READ_OK : READ_ERROR;
}

/**
 * cvn_date_parse:
 * @text: what a person typed or a file holds
 * @hint: the language the text is probably in
 * @date: (out): the date, untouched on error
 * @error: CVN_ERROR_INVALID or CVN_ERROR_AMBIGUOUS
 *
 * Reads ISO dates, "3 april 2026", "12 May 2026", "May 12, 2026", "June 2016", and
 * numbers: day first in Dutch ("03-04-2026", "3/4/2026"); in English only when the day
 * cannot be a month. Years have four digits. Month names of both languages are read,
 * whatever @hint is. Any thread.
 */
gboolean
cvn_date_parse (const char *text, CvnLanguage hint, CvnDate *date, GError **error)
{
  g_autofree char *trimmed = NULL;
  const char      *at;
  CvnDate          read;
  ReadResult       result;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  at = trimmed;
  result = read_iso (&at, &read, error);
  if (result == READ_OK && *at != '\0')
    return refuse (error);
  if (result == READ_OTHER)
    result = parse_numbers (trimmed, hint, &read, error);
  if (result == READ_OTHER)
    result = parse_named (trimmed, &read, error);
  if (result == READ_OTHER)
    return refuse (error);
  if (result == READ_OK)
    *date = read;

  return result == READ_OK;
}

/**
 * cvn_local_time_parse:
 * @text: "2018-02-08T19:30" or "2018-02-08"
 * @date: (out): the day
 * @minutes: (out): minutes since midnight, or -1 for all day
 * @error: CVN_ERROR_INVALID
 *
 * A time on the clock of the place, without a zone: the record says which zone. Any thread.
 */
gboolean
cvn_local_time_parse (const char *text, CvnDate *date, int *minutes, GError **error)
{
  const char *at = text;
  CvnDate     read;
  int         hour, minute, time = -1;
  ReadResult  result;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL && minutes != NULL, FALSE);

  result = read_iso (&at, &read, error);
  if (result == READ_ERROR)
    return FALSE;

  if (result == READ_OK && read_mark (&at, 'T') &&
      read_digits (&at, 2, 2, &hour) && read_mark (&at, ':') && read_digits (&at, 2, 2, &minute) &&
      hour < 24 && minute < 60)
    time = hour * 60 + minute;

  if (result == READ_OTHER || *at != '\0' || read.day == 0 || (time < 0 && strlen (text) > 10))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("Expected a date and time such as 2026-04-03T19:30."));
      return FALSE;
    }

  *date = read;
  *minutes = time;
  return TRUE;
}

/**
 * cvn_local_time_format:
 * @iso: a stored local time
 * @language: the forms to use
 *
 * Returns: (transfer full): "8 February 2018, 19:30", "8 februari 2018, 19:30", or the day
 * alone; a text that is no time is given back as it is
 */
char *
cvn_local_time_format (const char *iso, CvnLanguage language)
{
  g_autofree char *day = NULL;
  CvnDate          date;
  int              minutes;

  g_return_val_if_fail (iso != NULL, NULL);

  if (!cvn_local_time_parse (iso, &date, &minutes, NULL))
    return g_strdup (iso);

  day = cvn_date_format (&date, language);
  if (minutes < 0)
    return g_steal_pointer (&day);

  return g_strdup_printf ("%s, %02d:%02d", day, minutes / 60, minutes % 60);
}
