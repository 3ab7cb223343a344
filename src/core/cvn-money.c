/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-money"

#include "cvn-money.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>

#define MINUS "\u2212"
#define NBSP  "\u00a0"

/* Twenty digits, six grouping marks and the end. */
#define DIGITS_SIZE 28

__extension__ typedef __int128 Wide;

static gboolean
refuse_overflow (GError **error)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OVERFLOW,
                       _("The amount is too large to calculate with."));
  return FALSE;
}

/**
 * cvn_money_add:
 * @a: cents
 * @b: cents
 * @sum: (out): @a + @b, untouched on error
 * @error: CVN_ERROR_OVERFLOW
 *
 * Any thread, as all of this file.
 */
gboolean
cvn_money_add (gint64 a, gint64 b, gint64 *sum, GError **error)
{
  gint64 result;

  g_return_val_if_fail (sum != NULL, FALSE);

  if (__builtin_add_overflow (a, b, &result))
    return refuse_overflow (error);

  *sum = result;
  return TRUE;
}

/**
 * cvn_money_sub:
 * @a: cents
 * @b: cents
 * @difference: (out): @a - @b, untouched on error
 * @error: CVN_ERROR_OVERFLOW
 */
gboolean
cvn_money_sub (gint64 a, gint64 b, gint64 *difference, GError **error)
{
  gint64 result;

  g_return_val_if_fail (difference != NULL, FALSE);

  if (__builtin_sub_overflow (a, b, &result))
    return refuse_overflow (error);

  *difference = result;
  return TRUE;
}

/**
 * cvn_money_mul:
 * @cents: cents
 * @factor: a count
 * @product: (out): cents, untouched on error
 * @error: CVN_ERROR_OVERFLOW
 */
gboolean
cvn_money_mul (gint64 cents, gint64 factor, gint64 *product, GError **error)
{
  gint64 result;

  g_return_val_if_fail (product != NULL, FALSE);

  if (__builtin_mul_overflow (cents, factor, &result))
    return refuse_overflow (error);

  *product = result;
  return TRUE;
}

/**
 * cvn_money_mul_div:
 * @cents: cents
 * @numerator: upper half of an exact fraction
 * @denominator: lower half of it, not zero
 * @result: (out): @cents x @numerator / @denominator in cents, untouched on error
 * @error: CVN_ERROR_OVERFLOW
 *
 * The product is kept in 128 bits and rounded once, half away from zero, the way
 * VAT and percentages are rounded on Dutch invoices.
 */
gboolean
cvn_money_mul_div (gint64 cents, gint64 numerator, gint64 denominator, gint64 *result, GError **error)
{
  Wide product, quotient, remainder, divisor;

  g_return_val_if_fail (denominator != 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  product = (Wide) cents * numerator;
  divisor = denominator;
  if (divisor < 0)
    {
      product = -product;
      divisor = -divisor;
    }

  quotient = product / divisor;
  remainder = product % divisor;
  if (remainder * 2 >= divisor)
    quotient++;
  else if (-remainder * 2 >= divisor)
    quotient--;

  if (quotient > G_MAXINT64 || quotient < G_MININT64)
    return refuse_overflow (error);

  *result = (gint64) quotient;
  return TRUE;
}

/* The size of an amount without its sign: also right for G_MININT64. */
static guint64
get_magnitude (gint64 cents)
{
  return cents < 0 ? 0 - (guint64) cents : (guint64) cents;
}

/* Writes @number with @group between the thousands ('\0' for none). */
static const char *
write_grouped (guint64 number, char group, char digits[static DIGITS_SIZE])
{
  char *at = digits + DIGITS_SIZE - 1;
  guint written = 0;

  *at = '\0';
  do
    {
      if (group != '\0' && written > 0 && written % 3 == 0)
        *--at = group;
      *--at = (char) ('0' + number % 10);
      number /= 10;
      written++;
    }
  while (number > 0);

  return at;
}

static char
get_group_mark (CvnLanguage language)
{
  return language == CVN_LANGUAGE_NL ? '.' : ',';
}

static char
get_decimal_mark (CvnLanguage language)
{
  return language == CVN_LANGUAGE_NL ? ',' : '.';
}

static char *
format_parts (const char *before, guint64 magnitude, CvnLanguage language)
{
  char        digits[DIGITS_SIZE];
  const char *euros = write_grouped (magnitude / 100, get_group_mark (language), digits);

  return g_strdup_printf ("%s%s%c%02u", before, euros, get_decimal_mark (language), (guint) (magnitude % 100));
}

/* What stands before the digits: Dutch puts the sign after the euro, English before. */
static const char *
get_euro_prefix (gboolean negative, CvnLanguage language)
{
  if (language == CVN_LANGUAGE_NL)
    return negative ? "€" NBSP MINUS : "€" NBSP;

  return negative ? MINUS "€" : "€";
}

/**
 * cvn_money_format:
 * @cents: cents
 * @language: the forms to use
 *
 * For screens and paper: "1.234,56" or "1,234.56", with a real minus sign (U+2212).
 *
 * Returns: (transfer full): the text
 */
char *
cvn_money_format (gint64 cents, CvnLanguage language)
{
  return format_parts (cents < 0 ? MINUS : "", get_magnitude (cents), language);
}

/**
 * cvn_money_format_euro:
 * @cents: cents
 * @language: the forms to use
 *
 * "€ 1.234,56" with a no-break space in Dutch, "€1,234.56" in English;
 * negative "€ −35,01" and "−€35.01".
 *
 * Returns: (transfer full): the text
 */
char *
cvn_money_format_euro (gint64 cents, CvnLanguage language)
{
  return format_parts (get_euro_prefix (cents < 0, language), get_magnitude (cents), language);
}

/**
 * cvn_money_format_euro_short:
 * @cents: cents
 * @language: the forms to use
 *
 * Whole euros for tiles and axes, rounded half away from zero: "€ 1.235".
 * An amount that rounds to nothing has no minus sign.
 *
 * Returns: (transfer full): the text
 */
char *
cvn_money_format_euro_short (gint64 cents, CvnLanguage language)
{
  guint64 euros = (get_magnitude (cents) + 50) / 100;
  char    digits[DIGITS_SIZE];

  return g_strconcat (get_euro_prefix (cents < 0 && euros > 0, language),
                      write_grouped (euros, get_group_mark (language), digits), NULL);
}

/**
 * cvn_money_format_plain:
 * @cents: cents
 * @decimal_separator: '.' or ','
 *
 * For files: no grouping, ASCII minus, always two decimals: "1234.56", "-35,01".
 *
 * Returns: (transfer full): the text
 */
char *
cvn_money_format_plain (gint64 cents, char decimal_separator)
{
  guint64 magnitude = get_magnitude (cents);

  g_return_val_if_fail (decimal_separator == '.' || decimal_separator == ',', NULL);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%c%02u", cents < 0 ? "-" : "",
                          magnitude / 100, decimal_separator, (guint) (magnitude % 100));
}
