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
 * itself, so that no depth can exhaust the stack. Each step takes where it is and gives where it came to, or NULL.
 */

typedef struct
{
  const char *end;
  guint       depth;
  guint64     objects; /* a bit for each level that is an object */
} Scan;

static inline gboolean
at (const char *cursor,
    const char *end,
    char        c)
{
  return cursor < end && *cursor == c;
}

static inline const char *
skip_blanks (const char *cursor,
             const char *end)
{
  while (cursor < end && (*cursor == ' ' || *cursor == '\t' || *cursor == '\r' || *cursor == '\n'))
    cursor++;
  return cursor;
}

static int
read_hex (const char *cursor,
          const char *end)
{
  int code = 0;

  if (end - cursor < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (cursor[i]);

      if (digit < 0)
        return -1;
      code = code << 4 | digit;
    }
  return code;
}

/* After "\\u". */
static const char *
check_unicode (const char *cursor,
               const char *end)
{
  int code = read_hex (cursor, end);

  if (code <= 0 || (code >= 0xdc00 && code < 0xe000))
    return NULL;
  cursor += 4;
  if (code < 0xd800 || code >= 0xe000)
    return cursor;
  if (!at (cursor, end, '\\') || !at (cursor + 1, end, 'u'))
    return NULL;
  code = read_hex (cursor + 2, end);
  return code >= 0xdc00 && code < 0xe000 ? cursor + 6 : NULL;
}

/* After a backslash. */
static const char *
check_escaped (const char *cursor,
               const char *end)
{
  if (cursor >= end || *cursor == '\0')
    return NULL;
  if (*cursor == 'u')
    return check_unicode (cursor + 1, end);
  return strchr ("\"\\/bfnrt", *cursor) != NULL ? cursor + 1 : NULL;
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define TOP_BITS        EACH_BYTE (0x80)

/* Not 0 when a byte of @word is a control character, a mark at the end or a backslash. The lowest bit that is set tells the first; those above it may be wrong. */
static inline guint64
find_special (guint64 word)
{
  const guint64 marks = (word ^ EACH_BYTE ('"')) - EACH_BYTE (1);
  const guint64 escapes = (word ^ EACH_BYTE ('\\')) - EACH_BYTE (1);

  return ((word - EACH_BYTE (0x20)) | marks | escapes) & ~word & TOP_BITS;
}

/* To the first character that find_special() finds, or the end. @seen: (inout): the top bits of what was passed are added to it. */
static inline const char *
skip_harmless (const char *cursor,
               const char *end,
               guint64    *seen)
{
  for (; end - cursor >= 8; cursor += 8)
    {
      guint64 word;
      guint64 found;

      memcpy (&word, cursor, sizeof word);
      word = GUINT64_FROM_LE (word);
      found = find_special (word);
      if (found != 0)
        {
          *seen |= word & (found ^ (found - 1)) >> 8;
          return cursor + __builtin_ctzll (found) / 8;
        }
      *seen |= word;
    }
  for (; cursor < end && (guint8) *cursor >= 0x20 && *cursor != '"' && *cursor != '\\'; cursor++)
    *seen |= (guint8) *cursor;
  return cursor;
}

/* Whether the eight bytes at @cursor are all of ASCII, and none is zero. */
static gboolean
is_plain_word (const char *cursor)
{
  guint64 word;

  memcpy (&word, cursor, sizeof word);
  return ((word | (word - EACH_BYTE (1))) & TOP_BITS) == 0;
}

/* As g_utf8_validate_len(), which looks at each byte: only what lies between stretches of ASCII is given to it. */
static gboolean
is_utf8 (const char *text,
         const char *end)
{
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

/* After the mark at its beginning. Everything outside texts is ASCII. */
static const char *
check_string (const char *start,
              const char *end)
{
  const char *cursor = start;
  guint64     seen = 0;

  for (;;)
    {
      cursor = skip_harmless (cursor, end, &seen);
      if (cursor >= end || (guint8) *cursor < 0x20)
        return NULL;
      if (*cursor == '"')
        return (seen & TOP_BITS) == 0 || is_utf8 (start, cursor) ? cursor + 1 : NULL;
      cursor = check_escaped (cursor + 1, end);
      if (cursor == NULL)
        return NULL;
    }
}

static const char *
check_digits (const char *cursor,
              const char *end)
{
  const char *start = cursor;

  while (cursor < end && g_ascii_isdigit (*cursor))
    cursor++;
  return cursor > start ? cursor : NULL;
}

static const char *
check_number (const char *cursor,
              const char *end)
{
  if (at (cursor, end, '-'))
    cursor++;
  cursor = at (cursor, end, '0') ? cursor + 1 : check_digits (cursor, end);
  if (cursor != NULL && at (cursor, end, '.'))
    cursor = check_digits (cursor + 1, end);
  if (cursor == NULL || (!at (cursor, end, 'e') && !at (cursor, end, 'E')))
    return cursor;
  cursor++;
  if (at (cursor, end, '+') || at (cursor, end, '-'))
    cursor++;
  return check_digits (cursor, end);
}

static const char *
check_word (const char *cursor,
            const char *end,
            const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - cursor) >= length && strncmp (cursor, word, length) == 0 ? cursor + length : NULL;
}

/* What has no parts; there is at least one byte. */
static const char *
check_plain (const char *cursor,
             const char *end)
{
  switch (*cursor)
    {
    case '"':
      return check_string (cursor + 1, end);
    case 't':
      return check_word (cursor, end, "true");
    case 'f':
      return check_word (cursor, end, "false");
    case 'n':
      return check_word (cursor, end, "null");
    default:
      return check_number (cursor, end);
    }
}

static const char *
check_name (const char *cursor,
            const char *end)
{
  cursor = skip_blanks (cursor, end);
  cursor = at (cursor, end, '"') ? check_string (cursor + 1, end) : NULL;
  if (cursor == NULL)
    return NULL;
  cursor = skip_blanks (cursor, end);
  return at (cursor, end, ':') ? cursor + 1 : NULL;
}

/* After the bracket. Returns: where @opened says that a level was entered, before its first value. */
static const char *
enter (Scan       *scan,
       const char *cursor,
       gboolean    object,
       gboolean   *opened)
{
  cursor = skip_blanks (cursor, scan->end);
  if (at (cursor, scan->end, object ? '}' : ']'))
    return cursor + 1;
  if (++scan->depth > CVN_JSON_MAX_DEPTH)
    return NULL;
  scan->objects = scan->objects << 1 | (guint64) object;
  *opened = TRUE;
  return object ? check_name (cursor, scan->end) : cursor;
}

static const char *
check_value (Scan       *scan,
             const char *cursor,
             gboolean   *opened)
{
  *opened = FALSE;
  cursor = skip_blanks (cursor, scan->end);
  if (cursor >= scan->end)
    return NULL;
  if (*cursor == '{' || *cursor == '[')
    return enter (scan, cursor + 1, *cursor == '{', opened);
  return check_plain (cursor, scan->end);
}

/* After a value: goes on to the next one, or leaves as many levels as end here. */
static const char *
check_end_of_value (Scan       *scan,
                    const char *cursor)
{
  while (scan->depth > 0)
    {
      gboolean object = (scan->objects & 1) != 0;

      cursor = skip_blanks (cursor, scan->end);
      if (at (cursor, scan->end, ','))
        return object ? check_name (cursor + 1, scan->end) : cursor + 1;
      if (!at (cursor, scan->end, object ? '}' : ']'))
        return NULL;
      cursor++;
      scan->depth--;
      scan->objects >>= 1;
    }
  return cursor;
}

static gboolean
check_text (Scan       *scan,
            const char *cursor)
{
  gboolean opened = FALSE;

  do
    {
      cursor = check_value (scan, cursor, &opened);
      if (cursor != NULL && !opened)
        cursor = check_end_of_value (scan, cursor);
    }
  while (cursor != NULL && scan->depth > 0);
  return cursor != NULL && skip_blanks (cursor, scan->end) == scan->end;
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
  Scan scan = { text + length, 0, 0 };

  if (check_text (&scan, text))
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT,
                       scan.depth > CVN_JSON_MAX_DEPTH ? _("The answer is nested too deeply.") : _("The answer is not whole, or is not JSON."));
  return FALSE;
}
