/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-json-check"

#include "cvn-json.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * RFC 8259 by the letter, before anything else looks at what a server sent: how deep it is, that texts are whole (half a
 * pair of surrogates and the character zero are refused: peers cut or mangle them), and that nothing follows. It never calls
 * itself, so that no depth can exhaust the stack.
 */

typedef struct
{
  const char *cursor;
  const char *end;
  guint       depth;
  guint64     objects; /* a bit for each level that is an object */
} Scan;

static gboolean
at (const Scan *scan,
    char        c)
{
  return scan->cursor < scan->end && *scan->cursor == c;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
skip_blanks (Scan *scan)
{
  while (scan->cursor < scan->end && is_blank (*scan->cursor))
    scan->cursor++;
}

static int
read_hex (const Scan *scan)
{
  int code = 0;

  if (scan->end - scan->cursor < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (scan->cursor[i]);

      if (digit < 0)
        return -1;
      code = code << 4 | digit;
    }
  return code;
}

/* After "\\u". */
static gboolean
check_unicode (Scan *scan)
{
  int code = read_hex (scan);

  if (code <= 0 || (code >= 0xdc00 && code < 0xe000))
    return FALSE;
  scan->cursor += 4;
  if (code < 0xd800 || code >= 0xe000)
    return TRUE;
  if (scan->end - scan->cursor < 6 || scan->cursor[0] != '\\' || scan->cursor[1] != 'u')
    return FALSE;
  scan->cursor += 2;
  code = read_hex (scan);
  scan->cursor += 4;
  return code >= 0xdc00 && code < 0xe000;
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Not 0 when a byte of @word is below @limit, which is at most 0x80. The lowest bit that is set tells the first; those above it may be wrong. */
static guint64
find_below (guint64 word,
            guint   limit)
{
  return (word - EACH_BYTE (limit)) & ~word & EACH_BYTE (0x80);
}

/* To the first control character, mark at the end or backslash, eight bytes at a time; the last few bytes of the text are left. */
static const char *
skip_harmless (const char *cursor,
               const char *end)
{
  while (end - cursor >= 8)
    {
      guint64 word;
      guint64 found;

      memcpy (&word, cursor, sizeof word);
      word = GUINT64_FROM_LE (word);
      /* Only the lowest bit that is set is sure to be right. */
      found = find_below (word, 0x20) | find_below (word ^ EACH_BYTE ('"'), 1) | find_below (word ^ EACH_BYTE ('\\'), 1);
      if (found != 0)
        return cursor + __builtin_ctzll (found) / 8;
      cursor += 8;
    }
  return cursor;
}

static gboolean
check_string (Scan *scan)
{
  if (!at (scan, '"'))
    return FALSE;
  for (scan->cursor = skip_harmless (scan->cursor + 1, scan->end); scan->cursor < scan->end && *scan->cursor != '"';)
    {
      char c = *scan->cursor++;

      if ((guchar) c >= 0x20 && c != '\\')
        continue;
      if (c != '\\')
        return FALSE;
      if (scan->cursor >= scan->end)
        return FALSE;
      c = *scan->cursor++;
      if (c == 'u' ? !check_unicode (scan) : c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
        return FALSE;
    }
  if (!at (scan, '"'))
    return FALSE;
  scan->cursor++;
  return TRUE;
}

static gboolean
check_digits (Scan *scan)
{
  const char *start = scan->cursor;

  while (scan->cursor < scan->end && g_ascii_isdigit (*scan->cursor))
    scan->cursor++;
  return scan->cursor > start;
}

static gboolean
check_number (Scan *scan)
{
  if (at (scan, '-'))
    scan->cursor++;
  if (at (scan, '0'))
    scan->cursor++;
  else if (!check_digits (scan))
    return FALSE;
  if (at (scan, '.'))
    {
      scan->cursor++;
      if (!check_digits (scan))
        return FALSE;
    }
  if (!at (scan, 'e') && !at (scan, 'E'))
    return TRUE;
  scan->cursor++;
  if (at (scan, '+') || at (scan, '-'))
    scan->cursor++;
  return check_digits (scan);
}

static gboolean
check_word (Scan       *scan,
            const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->cursor) < length || strncmp (scan->cursor, word, length) != 0)
    return FALSE;
  scan->cursor += length;
  return TRUE;
}

static gboolean
check_name (Scan *scan)
{
  skip_blanks (scan);
  if (!check_string (scan))
    return FALSE;
  skip_blanks (scan);
  if (!at (scan, ':'))
    return FALSE;
  scan->cursor++;
  return TRUE;
}

/* Returns: TRUE with @opened when a level was entered whose first value comes next. */
static gboolean
check_value (Scan     *scan,
             gboolean *opened)
{
  gboolean object;

  *opened = FALSE;
  skip_blanks (scan);
  if (!at (scan, '{') && !at (scan, '['))
    return at (scan, '"') ? check_string (scan)
                          : check_word (scan, "true") || check_word (scan, "false") || check_word (scan, "null") || check_number (scan);
  object = at (scan, '{');
  scan->cursor++;
  skip_blanks (scan);
  if (at (scan, object ? '}' : ']'))
    {
      scan->cursor++;
      return TRUE;
    }
  if (++scan->depth > CVN_JSON_MAX_DEPTH)
    return FALSE;
  scan->objects = scan->objects << 1 | (guint64) object;
  *opened = TRUE;
  return !object || check_name (scan);
}

/* After a value: goes on to the next one, or leaves as many levels as end here. */
static gboolean
check_end_of_value (Scan *scan)
{
  while (scan->depth > 0)
    {
      gboolean object = (scan->objects & 1) != 0;

      skip_blanks (scan);
      if (at (scan, ','))
        {
          scan->cursor++;
          return !object || check_name (scan);
        }
      if (!at (scan, object ? '}' : ']'))
        return FALSE;
      scan->cursor++;
      scan->depth--;
      scan->objects >>= 1;
    }
  return TRUE;
}

static gboolean
check_text (Scan *scan)
{
  gboolean opened = FALSE;

  do
    if (!check_value (scan, &opened) || (!opened && !check_end_of_value (scan)))
      return FALSE;
  while (scan->depth > 0);
  skip_blanks (scan);
  return scan->cursor == scan->end;
}

/* Whether the eight bytes at @cursor are all of ASCII, and none is zero. */
static gboolean
is_plain_word (const char *cursor)
{
  guint64 word;

  memcpy (&word, cursor, sizeof word);
  return ((word | (word - EACH_BYTE (1))) & EACH_BYTE (0x80)) == 0;
}

/* As g_utf8_validate_len(), which looks at each byte: only what lies between stretches of ASCII is given to it. */
static gboolean
is_utf8 (const char *text,
         gsize       length)
{
  const char *end = text + length;

  for (const char *cursor = text; cursor < end;)
    {
      const char *start;

      while (end - cursor >= 8 && is_plain_word (cursor))
        cursor += 8;
      start = cursor;
      while (end - cursor >= 8 && !is_plain_word (cursor))
        cursor += 8;
      if (end - cursor < 8)
        cursor = end;
      if (!g_utf8_validate_len (start, (gsize) (cursor - start), NULL))
        return FALSE;
    }
  return TRUE;
}

/**
 * cvn_json_check:
 * @text: (array length=length): what came in
 *
 * Returns: whether @text is one whole JSON value that can be read safely; %CVN_ERROR_FORMAT otherwise
 */
gboolean
cvn_json_check (const char *text,
                gsize       length,
                GError    **error)
{
  Scan scan = { text, text + length, 0, 0 };

  if (is_utf8 (text, length) && check_text (&scan))
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT,
                       scan.depth > CVN_JSON_MAX_DEPTH ? _("The answer is nested too deeply.") : _("The answer is not whole, or is not JSON."));
  return FALSE;
}
