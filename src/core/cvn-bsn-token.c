/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-bsn-token"

#include "cvn-bsn-token.h"

#include <string.h>

#define MAX_DIGITS 9

static gsize
count_digits (const char *at)
{
  gsize n = 0;

  while (g_ascii_isdigit (at[n]))
    n++;

  return n;
}

/* Past one mark: a byte of ASCII, or what stands outside it. */
static const char *
skip_mark (const char *at)
{
  if ((guchar) *at < 0x80)
    return *at == '\0' || g_ascii_isalnum (*at) ? at : at + 1;

  while ((guchar) *at >= 0x80)
    at++;
  return at;
}

static gboolean
begins_groups (const char *at, gsize first)
{
  gsize       second = first == 3 ? 3 : 2;
  const char *b, *c;

  if (first != 3 && first != 4)
    return FALSE;

  b = skip_mark (at + first);
  if (count_digits (b) != second)
    return FALSE;

  c = skip_mark (b + second);
  return count_digits (c) == 3;
}

static gboolean
begins_token (const char *at, gsize run)
{
  return run == 8 || run == 9 || begins_groups (at, run);
}

/* Whether @text of @length bytes is ASCII only. */
static gboolean
is_ascii (const char *text, gsize length)
{
  guint64 all = 0;
  gsize   i = 0;

  for (; i + sizeof all <= length; i += sizeof all)
    {
      guint64 word;

      memcpy (&word, text + i, sizeof word);
      all |= word;
    }
  for (; i < length; i++)
    all |= (guchar) text[i];

  return (all & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* Every token begins with at least three digits: of three bytes on end one is looked at. */
static gboolean
is_possible_in_ascii (const char *text, gsize length)
{
  for (gsize at = 2; at < length; at += 3)
    {
      gsize start = at;
      gsize run;

      if (!g_ascii_isdigit (text[at]))
        continue;
      while (start > 0 && g_ascii_isdigit (text[start - 1]))
        start--;
      run = count_digits (text + start);
      if (begins_token (text + start, run))
        return TRUE;
      at = start + run;
    }

  return FALSE;
}

static gboolean
is_possible_in_any (const char *text)
{
  gsize digits = 0, foreign = 0;

  for (const char *at = text; *at != '\0';)
    {
      gsize run;

      if (*at < '0' || *at > '9')
        {
          foreign += (guchar) *at >= 0xc0;
          at++;
          continue;
        }
      run = count_digits (at);
      if (begins_token (at, run))
        return TRUE;
      digits += run;
      at += run;
    }

  /* Among the characters outside ASCII are digits too. */
  return foreign > 0 && digits + foreign >= 8;
}

/**
 * cvn_bsn_token_is_possible:
 * @text: any text
 *
 * A quick look at the bytes that settles nearly all cells of an import: FALSE only when
 * cvn_bsn_token_next() would find nothing. Any thread.
 */
gboolean
cvn_bsn_token_is_possible (const char *text)
{
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  return is_ascii (text, length) ? is_possible_in_ascii (text, length) : is_possible_in_any (text);
}

/**
 * cvn_bsn_token_make_plain:
 * @text: any text
 *
 * Makes one small alphabet of it, so that the rules can look at single bytes: ASCII
 * small letters, digits and marks; spaces and hyphens of any width as ' ' and '-', the
 * euro sign as a word, other letters as 'x', other marks as ';'. Any thread.
 *
 * Returns: (transfer full): the plain text
 */
char *
cvn_bsn_token_make_plain (const char *text)
{
  GString         *plain;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  plain = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int      digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (plain, (char) ('0' + digit));
      else if (g_unichar_isspace (c) || c == '_')
        g_string_append_c (plain, ' ');
      else if (c < 0x80)
        g_string_append_c (plain, g_ascii_tolower ((char) c));
      else if (c >= 0x2010 && c <= 0x2015)
        g_string_append_c (plain, '-');
      else if (c == 0x20ac)
        g_string_append (plain, " eur ");
      else
        g_string_append_c (plain, g_unichar_isalpha (c) ? 'x' : ';');
    }

  return g_string_free (plain, FALSE);
}

static void
add_digits (CvnBsnToken *token, const char *at, gsize n)
{
  gsize length = strlen (token->digits);

  g_assert (length + n <= MAX_DIGITS);
  memcpy (token->digits + length, at, n);
  token->digits[length + n] = '\0';
}

/* Takes three groups with the same mark between them: 111.222.333 or 1112.22.333. */
static gboolean
take_groups (const char *plain, gsize start, gsize first, gsize second, CvnBsnToken *token)
{
  const char *a = plain + start, *b = a + first + 1, *c = b + second + 1;
  char        mark = a[first];

  if (mark == '\0' || strchr (" .-", mark) == NULL ||
      count_digits (b) != second || b[second] != mark || count_digits (c) != 3)
    return FALSE;

  token->digits[0] = '\0';
  add_digits (token, a, first);
  add_digits (token, b, second);
  add_digits (token, c, 3);
  token->start = start;
  token->end = (gsize) (c + 3 - plain);

  /* One group more, before or after, and it is another kind of number. */
  if (c[3] == mark && g_ascii_isdigit (c[4]))
    return FALSE;

  return start < 2 || plain[start - 1] != mark || !g_ascii_isdigit (plain[start - 2]);
}

/* Takes the digits at @start as a number, alone or as the first of groups. */
static gboolean
take (const char *plain, gsize start, CvnBsnToken *token)
{
  gsize run = count_digits (plain + start);

  if (run == 8 || run == 9)
    {
      token->digits[0] = '\0';
      add_digits (token, plain + start, run);
      token->start = start;
      token->end = start + run;
      return TRUE;
    }

  return (run == 3 && take_groups (plain, start, 3, 3, token)) ||
         (run == 4 && take_groups (plain, start, 4, 2, token));
}

/* A letter, decimals or a serial number after it make it part of something else. */
static gboolean
ends_well (const char *plain, const CvnBsnToken *token)
{
  const char *after = plain + token->end;

  switch (*after)
    {
    case '.':
    case ',':
      {
        gsize decimals = count_digits (after + 1);

        return decimals != 1 && decimals != 2;
      }
    case '-':
    case '/':
      return !g_ascii_isdigit (after[1]);
    default:
      return !g_ascii_isalpha (*after);
    }
}

/* The digits that end just before @end. */
static gsize
count_digits_before (const char *plain, gsize end)
{
  gsize n = 0;

  while (n < end && g_ascii_isdigit (plain[end - n - 1]))
    n++;

  return n;
}

/* After a mark with digits before it: a list of such numbers may go on, anything else
 * is a decimal, a year with a serial number, a phone number. */
static gboolean
begins_well (const char *plain, const CvnBsnToken *token)
{
  gsize digits;

  if (token->start == 0 || strchr (".,-/", plain[token->start - 1]) == NULL)
    return TRUE;
  digits = count_digits_before (plain, token->start - 1);
  return digits == 0 || (plain[token->start - 1] == ',' && (digits == 8 || digits == 9));
}

/* The group just before is a country or area code when it begins with + or is like 0,
 * 00.., 06, 071 or 0252; the row numbers 01 to 09 are not, but for 06. */
static gboolean
has_dialling_code (const char *plain, const CvnBsnToken *token)
{
  gsize end = token->start, digits;

  while (end > 0 && strchr (" -()./", plain[end - 1]) != NULL)
    end--;
  if (end > 0 && plain[end - 1] == '+')
    return TRUE;

  digits = count_digits_before (plain, end);
  if (digits == 0 || digits > 5)
    return FALSE;
  if (end > digits && plain[end - digits - 1] == '+')
    return TRUE;

  return plain[end - digits] == '0' && (digits != 2 || plain[end - 1] == '6' || plain[end - 1] == '0');
}

/**
 * cvn_bsn_token_next:
 * @plain: from cvn_bsn_token_make_plain()
 * @token: the number before, or zeros; the next one after
 *
 * Finds the next number of 8 or 9 digits that stands alone, or of 9 in groups of 3.3.3
 * or 4.2.3, and is no part of a phone number, an amount, a code or a longer number. The
 * word before it is for the caller to judge. Any thread.
 *
 * Returns: whether there was one
 */
gboolean
cvn_bsn_token_next (const char *plain, CvnBsnToken *token)
{
  gsize at;

  g_return_val_if_fail (plain != NULL && token != NULL, FALSE);

  at = token->end;
  while (plain[at] != '\0')
    {
      gsize run = count_digits (plain + at);

      if (run == 0)
        {
          at++;
          continue;
        }
      if (take (plain, at, token) && begins_well (plain, token) && ends_well (plain, token) &&
          !has_dialling_code (plain, token))
        return TRUE;
      at += run;
    }

  return FALSE;
}
