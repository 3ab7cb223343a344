/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-month"

#include "cvn-month.h"

#include "cvn-error.h"
#include "cvn-month-name.h"

#include <glib/gi18n-lib.h>

#define FIRST_MONTH 12
#define LAST_MONTH  (9999 * 12 + 11)

/**
 * cvn_month_of_date:
 * @date: a valid date; a year counts as its January
 *
 * Returns: the month that it is in
 */
gint64
cvn_month_of_date (const CvnDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return (gint64) date->year * 12 + MAX (date->month, 1) - 1;
}

/**
 * cvn_month_to_date:
 * @month: a month of the years 1 to 9999
 *
 * Returns: the same month as a date without a day
 */
CvnDate
cvn_month_to_date (gint64 month)
{
  g_return_val_if_fail (month >= FIRST_MONTH && month <= LAST_MONTH, (CvnDate){ 0 });

  return (CvnDate){ (gint16) (month / 12), (guint8) (month % 12 + 1), 0 };
}

/**
 * cvn_month_parse:
 * @text: "2018-01", "01-2018", "januari 2018", "Jan 2018"
 * @month: (out): the month, untouched on error
 * @error: CVN_ERROR_INVALID
 *
 * Any thread.
 */
gboolean
cvn_month_parse (const char *text, gint64 *month, GError **error)
{
  CvnDate date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (month != NULL, FALSE);

  /* A month without a day reads the same in every language. */
  if (!cvn_date_parse (text, CVN_LANGUAGE_NL, &date, NULL) ||
      cvn_date_get_precision (&date) != CVN_DATE_MONTH)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID,
                           _("Expected a month such as 2018-01 or January 2018."));
      return FALSE;
    }

  *month = cvn_month_of_date (&date);
  return TRUE;
}

/**
 * cvn_month_to_iso:
 * @month: a month of the years 1 to 9999
 *
 * Returns: (transfer full): "2018-01"
 */
char *
cvn_month_to_iso (gint64 month)
{
  CvnDate date = cvn_month_to_date (month);

  return cvn_date_to_iso (&date);
}

/**
 * cvn_month_format:
 * @month: a month of the years 1 to 9999
 * @language: the language of the name
 *
 * Returns: (transfer full): "January 2018" or "januari 2018"
 */
char *
cvn_month_format (gint64 month, CvnLanguage language)
{
  CvnDate date = cvn_month_to_date (month);

  return cvn_date_format (&date, language);
}

/**
 * cvn_month_format_short:
 * @month: a month of the years 1 to 9999
 * @language: the language of the name
 *
 * Returns: (transfer full): "Jan" or "jan", for the axis of one year
 */
char *
cvn_month_format_short (gint64 month, CvnLanguage language)
{
  CvnDate date = cvn_month_to_date (month);

  return g_strdup (cvn_month_name_short (date.month, language));
}
