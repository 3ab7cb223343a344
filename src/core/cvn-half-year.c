/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-half-year"

#include "cvn-half-year.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_half_year (int half_year)
{
  return half_year >= 2 && half_year <= 9999 * 2 + 1;
}

/**
 * cvn_half_year_of_date:
 * @date: a valid date; a year counts as its first half
 *
 * Returns: the half year that it is in. Any thread, as all of this file.
 */
int
cvn_half_year_of_date (const CvnDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return date->year * 2 + (date->month > 6 ? 1 : 0);
}

/**
 * cvn_half_year_get_period:
 * @half_year: of the years 1 to 9999
 *
 * Returns: its days: 1 January to 30 June or 1 July to 31 December
 */
CvnPeriod
cvn_half_year_get_period (int half_year)
{
  gint16 year = (gint16) (half_year / 2);

  g_return_val_if_fail (is_half_year (half_year), (CvnPeriod){ 0 });

  if (half_year % 2 == 0)
    return (CvnPeriod){ { year, 1, 1 }, { year, 6, 30 } };

  return (CvnPeriod){ { year, 7, 1 }, { year, 12, 31 } };
}

/**
 * cvn_half_year_parse:
 * @text: "2018-H1"
 * @half_year: (out): the half year, untouched on error
 * @error: CVN_ERROR_INVALID
 */
gboolean
cvn_half_year_parse (const char *text, int *half_year, GError **error)
{
  g_autofree char *year = NULL;
  CvnDate          date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (half_year != NULL, FALSE);

  if (strlen (text) == 7 && text[4] == '-' && (text[5] == 'H' || text[5] == 'h') &&
      (text[6] == '1' || text[6] == '2'))
    year = g_strndup (text, 4);

  if (year == NULL || !cvn_date_parse_iso (year, &date, NULL))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("Expected a half year such as 2018-H1."));
      return FALSE;
    }

  *half_year = date.year * 2 + (text[6] - '1');
  return TRUE;
}

/**
 * cvn_half_year_to_code:
 * @half_year: of the years 1 to 9999
 *
 * Returns: (transfer full): "2018-H1", the stored form
 */
char *
cvn_half_year_to_code (int half_year)
{
  g_return_val_if_fail (is_half_year (half_year), NULL);

  return g_strdup_printf ("%04d-H%d", half_year / 2, half_year % 2 + 1);
}

/**
 * cvn_half_year_format:
 * @half_year: of the years 1 to 9999
 * @language: the words to use
 *
 * Returns: (transfer full): "first half of 2018" or "eerste helft van 2018"
 */
char *
cvn_half_year_format (int half_year, CvnLanguage language)
{
  static const char *const halves[][2] = {
    [CVN_LANGUAGE_EN] = { "first half of", "second half of" },
    [CVN_LANGUAGE_NL] = { "eerste helft van", "tweede helft van" },
  };

  g_return_val_if_fail (is_half_year (half_year), NULL);
  g_return_val_if_fail ((guint) language < G_N_ELEMENTS (halves), NULL);

  /* In both languages the year comes last. */
  return g_strdup_printf ("%s %d", halves[language][half_year % 2], half_year / 2);
}
