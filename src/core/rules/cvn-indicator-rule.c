/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-indicator-rule"

#include "cvn-indicator-rule.h"

#include <string.h>

#define MOST_DIGITS   15
#define MOST_DECIMALS 6

/* Words that a rough number begins with. */
static const char *const circas[] = { "circa ", "ca. ", "ca ", "about ", "ongeveer ", "±", "~" };

static const char *
skip_circa (const char *text,
            gboolean   *circa)
{
  for (guint i = 0; i < G_N_ELEMENTS (circas); i++)
    if (g_ascii_strncasecmp (text, circas[i], strlen (circas[i])) == 0)
      {
        *circa = TRUE;
        text += strlen (circas[i]);
        while (*text == ' ')
          text++;
        return text;
      }
  return text;
}

/* Whether the sign at @c divides thousands: three digits follow, and no fourth. */
static gboolean
is_thousands (const char *c)
{
  return g_ascii_isdigit (c[1]) && g_ascii_isdigit (c[2]) && g_ascii_isdigit (c[3]) && !g_ascii_isdigit (c[4]);
}

static gboolean
parse_number (const char **text,
              gint64      *number,
              guint       *decimals)
{
  const char *c = *text;
  gboolean    negative = *c == '-';
  guint       digits = 0;
  gboolean    fraction = FALSE;

  *number = 0;
  *decimals = 0;
  for (c += negative; g_ascii_isdigit (*c) || *c == '.' || *c == ','; c++)
    {
      if (!g_ascii_isdigit (*c))
        {
          if (digits == 0 || fraction || !g_ascii_isdigit (c[1]))
            break;
          fraction = !is_thousands (c);
          continue;
        }
      if (++digits > MOST_DIGITS)
        return FALSE;
      *number = *number * 10 + (*c - '0');
      *decimals += fraction;
    }
  if (digits == 0 || *decimals > MOST_DECIMALS)
    return FALSE;
  if (negative)
    *number = -*number;
  *text = c;
  return TRUE;
}

static const char *
skip_range (const char *text)
{
  static const char *const words[] = { " tot ", " to ", " - ", "–", " – ", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  return NULL;
}

static void
scale (gint64 *number,
       guint  *decimals,
       guint   wanted)
{
  for (; *decimals < wanted; (*decimals)++)
    *number *= 10;
}

/**
 * cvn_indicator_parse:
 * @text: "41.5", "1,000 to 1,500", "circa 3600"; a sign with three digits after it divides thousands
 * @circa: whether the record says that it is rough
 * @number: (out): the value, with the decimals that the source gives
 *
 * Returns: FALSE when it is words; such a value is shown as it stands and compared with nothing. Any thread.
 */
gboolean
cvn_indicator_parse (const char         *text,
                     gboolean            circa,
                     CvnIndicatorNumber *number)
{
  CvnIndicatorNumber parsed = { 0 };
  const char        *rest;
  guint              decimals;

  if (text == NULL)
    return FALSE;
  parsed.circa = circa;
  text = skip_circa (text, &parsed.circa);
  if (!parse_number (&text, &parsed.low, &parsed.decimals))
    return FALSE;
  parsed.high = parsed.low;
  rest = skip_range (text);
  if (rest != NULL)
    {
      text = rest;
      if (!parse_number (&text, &parsed.high, &decimals))
        return FALSE;
      scale (&parsed.low, &parsed.decimals, decimals);
      scale (&parsed.high, &decimals, parsed.decimals);
    }
  if (*text == '%' || g_str_has_prefix (text, " %"))
    text += *text == '%' ? 1 : 2;
  if (*text != '\0' || parsed.high < parsed.low)
    return FALSE;
  *number = parsed;
  return TRUE;
}

/* A bare number such as 2018, which groups of digits would make hard to recognise. */
static gboolean
is_year (const CvnIndicatorNumber *number,
         const char               *unit)
{
  return (unit == NULL || *unit == '\0') && number->decimals == 0 && number->low == number->high && number->low >= 1900 && number->low < 2100;
}

static void
append_number (GString    *text,
               gint64      number,
               guint       decimals,
               gboolean    groups,
               CvnLanguage language)
{
  g_autofree char *digits = g_strdup_printf ("%0*lld", (int) decimals + 1, (long long) ABS (number));
  gsize            whole = strlen (digits) - decimals;

  if (number < 0)
    g_string_append (text, "−");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0 && groups)
        g_string_append_c (text, language == CVN_LANGUAGE_NL ? '.' : ',');
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, "%c%s", language == CVN_LANGUAGE_NL ? ',' : '.', digits + whole);
}

/** cvn_indicator_format: (transfer full): the value with as many decimals as its source gives, and "circa" where it is rough; @unit may be NULL. */
char *
cvn_indicator_format (const CvnIndicatorNumber *number,
                      const char               *unit,
                      CvnLanguage               language)
{
  GString *text = g_string_new (number->circa ? "circa " : NULL);
  gboolean groups = !is_year (number, unit);

  append_number (text, number->low, number->decimals, groups, language);
  if (number->high != number->low)
    {
      g_string_append (text, language == CVN_LANGUAGE_NL ? " tot " : " to ");
      append_number (text, number->high, number->decimals, groups, language);
    }
  if (unit != NULL && *unit != '\0')
    g_string_append_printf (text, "\u00a0%s", unit);
  return g_string_free (text, FALSE);
}

static void
align (CvnIndicatorNumber *a,
       CvnIndicatorNumber *b)
{
  guint decimals = MAX (a->decimals, b->decimals);

  for (; a->decimals < decimals; a->decimals++)
    {
      a->low *= 10;
      a->high *= 10;
    }
  for (; b->decimals < decimals; b->decimals++)
    {
      b->low *= 10;
      b->high *= 10;
    }
}

/** cvn_indicator_differs: whether two sources contradict each other: their ranges have nothing in common, a rough number taken a tenth wide. */
gboolean
cvn_indicator_differs (const CvnIndicatorNumber *a,
                       const CvnIndicatorNumber *b)
{
  CvnIndicatorNumber first = *a;
  CvnIndicatorNumber second = *b;
  gint64             room = 0;

  align (&first, &second);
  if (first.circa)
    room = MAX (room, ABS (first.high) / 10);
  if (second.circa)
    room = MAX (room, ABS (second.high) / 10);
  return first.low > second.high + room || second.low > first.high + room;
}

/** cvn_indicator_reaches: whether a value is at least its target; of a range, its lower end. */
gboolean
cvn_indicator_reaches (const CvnIndicatorNumber *value,
                       const CvnIndicatorNumber *target)
{
  CvnIndicatorNumber first = *value;
  CvnIndicatorNumber second = *target;

  align (&first, &second);
  return first.low >= second.low;
}
