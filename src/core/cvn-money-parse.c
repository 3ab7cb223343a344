/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-money-parse"

#include "cvn-money.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The digits and separators of an amount, with the signs and the currency taken off. */
typedef struct
{
  const char *at;
  gsize       length;
  gboolean    negative;
} Body;

/* Where the digits of an amount are split; '\0' = not used. */
typedef struct
{
  char group;
  char decimal;
} Marks;

static gboolean
refuse (GError **error)
{
  /* Translators: the amounts as they are written in your language; both forms are understood. */
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("Expected an amount such as 1,234.56 or −35.01."));
  return FALSE;
}

static gboolean
refuse_ambiguous (GError **error)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_AMBIGUOUS,
                       _("This can be read as thousands or as decimals. Write the cents too, as in 1.000,00."));
  return FALSE;
}

/* Makes one ASCII form of the many spaces and minus signs that people and banks write. */
static char *
make_ascii (const char *text)
{
  GString *ascii = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2212)
        g_string_append_c (ascii, '-');
      else if (c == 0x20ac)
        g_string_append (ascii, "EUR");
      else if (c == '\t' || c == 0xa0 || c == 0x2009 || c == 0x202f)
        g_string_append_c (ascii, ' ');
      else
        g_string_append_unichar (ascii, c);
    }

  return g_string_free (ascii, FALSE);
}

static void
trim (Body *body)
{
  while (body->length > 0 && body->at[0] == ' ')
    {
      body->at++;
      body->length--;
    }
  while (body->length > 0 && body->at[body->length - 1] == ' ')
    body->length--;
}

static gboolean
take_first (Body *body, const char *word)
{
  gsize length = strlen (word);

  if (body->length < length || g_ascii_strncasecmp (body->at, word, length) != 0)
    return FALSE;

  body->at += length;
  body->length -= length;
  trim (body);
  return TRUE;
}

static gboolean
take_last (Body *body, const char *word)
{
  gsize length = strlen (word);

  if (body->length < length || g_ascii_strncasecmp (body->at + body->length - length, word, length) != 0)
    return FALSE;

  body->length -= length;
  trim (body);
  return TRUE;
}

static gboolean
take_parentheses (Body *body)
{
  if (body->length < 2 || body->at[0] != '(' || body->at[body->length - 1] != ')')
    return FALSE;

  body->at++;
  body->length -= 2;
  trim (body);
  return TRUE;
}

/* Takes off at most one sign and one currency; FALSE when the amount is signed twice. */
static gboolean
strip (Body *body)
{
  guint    minus = 0, plus = 0;
  gboolean currency;

  minus += take_parentheses (body);
  minus += take_first (body, "-");
  plus += take_first (body, "+");
  currency = take_first (body, "EUR") || take_last (body, "EUR");
  if (currency)
    {
      minus += take_parentheses (body);
      minus += take_first (body, "-");
      plus += take_first (body, "+");
    }
  minus += take_last (body, "-");

  body->negative = minus > 0;
  return minus + plus <= 1;
}

static guint
count (const Body *body, char mark)
{
  guint found = 0;

  for (gsize i = 0; i < body->length; i++)
    found += body->at[i] == mark;

  return found;
}

static gsize
find_last (const Body *body, char mark)
{
  gsize i = body->length;

  while (i > 0 && body->at[i - 1] != mark)
    i--;

  return i - 1;
}

/* One '.' or ',' and no other mark: the number of digits after it decides, and for
 * three digits the language. */
static gboolean
decide_single (const Body *body, char mark, CvnLanguage hint, Marks *marks, GError **error)
{
  gsize before = find_last (body, mark);
  gsize after = body->length - before - 1;
  char  hint_group = hint == CVN_LANGUAGE_NL ? '.' : ',';

  if (after == 1 || after == 2)
    {
      marks->decimal = mark;
      return TRUE;
    }
  if (after != 3 || before < 1 || before > 3 || body->at[0] == '0')
    return refuse (error);
  if (mark != hint_group)
    return refuse_ambiguous (error);

  marks->group = mark;
  return TRUE;
}

/* Decides which mark groups the thousands and which one begins the cents. */
static gboolean
decide_marks (const Body *body, CvnLanguage hint, Marks *marks, GError **error)
{
  guint dots = count (body, '.'), commas = count (body, ','), spaces = count (body, ' ');
  char  mark = dots > 0 ? '.' : ',';

  marks->group = spaces > 0 ? ' ' : '\0';
  marks->decimal = '\0';

  if (dots == 0 && commas == 0)
    return TRUE;

  if (dots > 0 && commas > 0)
    {
      marks->decimal = find_last (body, '.') > find_last (body, ',') ? '.' : ',';
      marks->group = marks->decimal == '.' ? ',' : '.';
      return (spaces == 0 && count (body, marks->decimal) == 1) || refuse (error);
    }

  if (dots + commas > 1)
    {
      marks->group = mark;
      return spaces == 0 || refuse (error);
    }

  if (spaces > 0)
    {
      marks->decimal = mark;
      return TRUE;
    }

  return decide_single (body, mark, hint, marks, error);
}

/* Adds one digit on the side of the sign, so that the smallest gint64 can be read too. */
static gboolean
push_digit (gint64 *cents, char digit, gboolean negative)
{
  int value = digit - '0';

  return !__builtin_mul_overflow (*cents, 10, cents) &&
         !__builtin_add_overflow (*cents, negative ? -value : value, cents);
}

/* Checks that the whole part is digits in proper groups: "1.234.567", never "1.23". */
static gboolean
check_groups (const char *whole, gsize length, char group)
{
  gsize    run = 0;
  gboolean grouped = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (whole[i]))
        run++;
      else if (group == '\0' || whole[i] != group || run == 0 || run > 3 || (grouped && run != 3))
        return FALSE;
      else
        {
          grouped = TRUE;
          run = 0;
        }
    }

  return !grouped || (run == 3 && whole[0] != '0');
}

static gboolean
read_cents (const Body *body, const Marks *marks, gint64 *cents, GError **error)
{
  gsize    whole = marks->decimal != '\0' ? find_last (body, marks->decimal) : body->length;
  gsize    decimals = marks->decimal != '\0' ? body->length - whole - 1 : 0;
  gint64   value = 0;
  gboolean fits = TRUE;

  if (!check_groups (body->at, whole, marks->group) || decimals > 2 ||
      (marks->decimal != '\0' && decimals == 0))
    return refuse (error);

  for (gsize i = 0; i < body->length; i++)
    {
      if (g_ascii_isdigit (body->at[i]))
        fits = fits && push_digit (&value, body->at[i], body->negative);
      else if (i > whole)
        return refuse (error);
    }
  for (gsize i = decimals; i < 2; i++)
    fits = fits && push_digit (&value, '0', body->negative);

  if (!fits)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OVERFLOW, _("The amount is too large."));
      return FALSE;
    }

  *cents = value;
  return TRUE;
}

/**
 * cvn_money_parse:
 * @text: what a person typed or a file holds, UTF-8
 * @hint: the language the text is probably in
 * @cents: (out): the amount, untouched on error
 * @error: CVN_ERROR_INVALID, CVN_ERROR_AMBIGUOUS or CVN_ERROR_OVERFLOW
 *
 * Reads "1.234,56", "1,234.56", "-35,01", "−35,01", "35,01-", "€ 1 234.5",
 * "EUR 12" and "(12,50)" in either language. One mark followed by exactly three
 * digits is a thousand when the mark groups thousands in @hint, and ambiguous
 * otherwise: guessing wrong would be a factor of a thousand. More than two decimals,
 * wrong grouping and exponents are refused. The error text never repeats the input.
 *
 * Returns: whether the text is an amount
 */
gboolean
cvn_money_parse (const char *text, CvnLanguage hint, gint64 *cents, GError **error)
{
  g_autofree char *ascii = NULL;
  Body             body = { 0 };
  Marks            marks = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (cents != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error);

  ascii = make_ascii (text);
  body.at = ascii;
  body.length = strlen (ascii);
  trim (&body);

  if (!strip (&body) || body.length == 0 || !g_ascii_isdigit (body.at[body.length - 1]))
    return refuse (error);

  return decide_marks (&body, hint, &marks, error) &&
         read_cents (&body, &marks, cents, error);
}
