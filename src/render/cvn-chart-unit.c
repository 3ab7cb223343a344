/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-unit"

#include "cvn-chart-unit.h"

#include "cvn-chart-words.h"
#include "cvn-money.h"

#include <string.h>

/* Money already knows the marks of the language: a count is an amount without its cents. */
static char *
format_count (gint64      value,
              CvnLanguage language)
{
  char *text;

  if (value > G_MAXINT64 / 100 || value < G_MININT64 / 100)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  text = cvn_money_format (value * 100, language);
  text[strlen (text) - strlen (".00")] = '\0';
  return text;
}

/* "12.5 %" would be right in neither language: both write the sign against the number. */
static char *
format_permille (gint64      value,
                 gboolean    whole,
                 CvnLanguage language)
{
  g_autofree char *number = NULL;

  if (whole)
    {
      number = format_count (value / 10, language);
    }
  else
    {
      number = cvn_money_format (value * 10, language);
      number[strlen (number) - 1] = '\0';
    }
  return g_strconcat (number, "%", NULL);
}

/** cvn_chart_unit_can_add: whether a sum of values means something: amounts and counts can be added, shares cannot. */
gboolean
cvn_chart_unit_can_add (CvnChartUnit unit)
{
  return unit == CVN_UNIT_EURO || unit == CVN_UNIT_COUNT;
}

/** cvn_chart_unit_get_smallest_step: the smallest distance between ticks that makes sense. */
gint64
cvn_chart_unit_get_smallest_step (CvnChartUnit unit)
{
  switch (unit)
    {
    case CVN_UNIT_EURO:
      return 100;
    case CVN_UNIT_COUNT:
    case CVN_UNIT_HUNDREDTHS:
      return 1;
    case CVN_UNIT_PERMILLE:
    case CVN_UNIT_CENTS_PER_HEAD:
      return 10;
    default:
      g_return_val_if_reached (1);
    }
}

/**
 * cvn_chart_unit_format:
 * @unit: the unit
 * @value: a value in that unit
 * @language: the forms to use
 *
 * The value as it is read out and stands in the table: whole euros stay whole, others have their cents.
 *
 * Returns: (transfer full): the text
 */
char *
cvn_chart_unit_format (CvnChartUnit unit,
                       gint64       value,
                       CvnLanguage  language)
{
  g_autofree char *amount = NULL;

  switch (unit)
    {
    case CVN_UNIT_EURO:
      return value % 100 == 0 ? cvn_money_format_euro_short (value, language) : cvn_money_format_euro (value, language);
    case CVN_UNIT_COUNT:
      return format_count (value, language);
    case CVN_UNIT_PERMILLE:
      return format_permille (value, FALSE, language);
    case CVN_UNIT_CENTS_PER_HEAD:
      amount = cvn_money_format_euro (value, language);
      return g_strdup_printf (cvn_chart_words ("%s per inhabitant", language), amount);
    case CVN_UNIT_HUNDREDTHS:
      return cvn_money_format (value, language);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * cvn_chart_unit_format_tick:
 * @unit: the unit
 * @value: the value of the tick
 * @step: the distance between two ticks, which tells how many digits are needed
 * @language: the forms to use
 *
 * Returns: (transfer full): the shortest text that names the tick
 */
char *
cvn_chart_unit_format_tick (CvnChartUnit unit,
                            gint64       value,
                            gint64       step,
                            CvnLanguage  language)
{
  switch (unit)
    {
    case CVN_UNIT_EURO:
    case CVN_UNIT_CENTS_PER_HEAD:
      return step % 100 == 0 ? cvn_money_format_euro_short (value, language) : cvn_money_format_euro (value, language);
    case CVN_UNIT_COUNT:
      return format_count (value, language);
    case CVN_UNIT_PERMILLE:
      return format_permille (value, step % 10 == 0, language);
    case CVN_UNIT_HUNDREDTHS:
      return step % 100 == 0 ? format_count (value / 100, language) : cvn_money_format (value, language);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * cvn_chart_unit_format_short:
 * @unit: the unit
 * @value: a value in that unit
 * @language: the forms to use
 *
 * The value as it stands beside a bar: whole euros, tenths of a percent, cents per inhabitant.
 *
 * Returns: (transfer full): the text
 */
char *
cvn_chart_unit_format_short (CvnChartUnit unit,
                             gint64       value,
                             CvnLanguage  language)
{
  return cvn_chart_unit_format_tick (unit, value, unit == CVN_UNIT_EURO ? 100 : 1, language);
}
