/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-encoding"

#include "cvn-csv-encoding.h"

#include <string.h>

/* Windows-1252 0x80-0x9f; 0 = the five bytes that mean nothing. Source: the mapping table of Unicode, Inc. */
static const gunichar2 windows_1252[32] = {
  0x20ac,
  0,
  0x201a,
  0x0192,
  0x201e,
  0x2026,
  0x2020,
  0x2021,
  0x02c6,
  0x2030,
  0x0160,
  0x2039,
  0x0152,
  0,
  0x017d,
  0,
  0,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2013,
  0x2014,
  0x02dc,
  0x2122,
  0x0161,
  0x203a,
  0x0153,
  0,
  0x017e,
  0x0178,
};

/* How many bytes at the start are ASCII, eight at a time. */
static gsize
count_ascii (const char *bytes, gsize length)
{
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 word;

      memcpy (&word, bytes + i, 8);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (i < length && (guchar) bytes[i] < 0x80)
    i++;

  return i;
}

/* Whether the bytes are the beginning of a character of UTF-8 whose end has not been read yet. */
static gboolean
is_cut_off (const char *bytes, gsize length)
{
  guchar first = length > 0 ? (guchar) bytes[0] : 0;
  gsize  needed = first >= 0xf0 ? 4 : first >= 0xe0 ? 3
                                                    : 2;

  if (first < 0xc2 || first > 0xf4 || length >= needed)
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (((guchar) bytes[i] & 0xc0) != 0x80)
      return FALSE;

  return TRUE;
}

/* The length of the part that is UTF-8; NUL counts as text here, the reader looks for it. */
static gsize
count_utf_8 (const char *bytes, gsize length)
{
  gsize i = 0;

  while (i < length)
    {
      const char *end;

      i += count_ascii (bytes + i, length - i);
      if (i == length || g_utf8_validate_len (bytes + i, length - i, &end))
        return length;
      if (end == bytes + i)
        return i;
      i = end - bytes;
    }

  return length;
}

static gboolean
decode_windows_1252 (const char *bytes, gsize length, GString *text, gsize *used)
{
  for (gsize i = 0; i < length;)
    {
      gsize  ascii = count_ascii (bytes + i, length - i);
      guchar c;

      g_string_append_len (text, bytes + i, (gssize) ascii);
      i += ascii;
      *used = i;
      if (i == length)
        break;

      c = (guchar) bytes[i++];
      if (c < 0xa0 && windows_1252[c - 0x80] == 0)
        return FALSE;
      g_string_append_unichar (text, c < 0xa0 ? windows_1252[c - 0x80] : c);
    }

  *used = length;
  return TRUE;
}

/**
 * cvn_csv_encoding_decode:
 * @encoding: (inout): how the file is encoded; an undecided one is decided by the first bytes that are not ASCII
 * @bytes: a part of the file
 * @length: its length
 * @last: whether the file ends here
 * @text: where the UTF-8 is added
 * @used: (out): how many bytes were taken; a character whose end is still to come is left for the next call.
 *   When FALSE is returned: where the byte is that means nothing in this encoding
 *
 * Returns: FALSE when a byte means nothing in this encoding
 */
gboolean
cvn_csv_encoding_decode (CvnCsvEncoding *encoding, const char *bytes, gsize length, gboolean last, GString *text, gsize *used)
{
  gsize valid;

  if (*encoding == CVN_CSV_ENCODING_WINDOWS_1252)
    return decode_windows_1252 (bytes, length, text, used);

  valid = count_utf_8 (bytes, length);
  if (valid < length && (last || !is_cut_off (bytes + valid, length - valid)))
    {
      if (*encoding == CVN_CSV_ENCODING_UNDECIDED)
        {
          *encoding = CVN_CSV_ENCODING_WINDOWS_1252;
          return decode_windows_1252 (bytes, length, text, used);
        }
      *used = valid;
      return FALSE;
    }

  if (*encoding == CVN_CSV_ENCODING_UNDECIDED && count_ascii (bytes, valid) < valid)
    *encoding = CVN_CSV_ENCODING_UTF_8;
  g_string_append_len (text, bytes, (gssize) valid);
  *used = valid;
  return TRUE;
}

static int
find_windows_1252 (gunichar c)
{
  if (c < 0x80 || (c >= 0xa0 && c <= 0xff))
    return (int) c;
  for (int i = 0; i < 32; i++)
    if (windows_1252[i] == c)
      return 0x80 + i;

  return -1;
}

/**
 * cvn_csv_encoding_encode:
 * @encoding: the encoding of the file to write
 * @text: UTF-8
 * @bytes: where the encoded text is added
 *
 * Returns: FALSE when @text holds a character that Windows-1252 has not; a question mark stands in its place
 */
gboolean
cvn_csv_encoding_encode (CvnCsvEncoding encoding, const char *text, GString *bytes)
{
  gboolean complete = TRUE;

  if (encoding != CVN_CSV_ENCODING_WINDOWS_1252)
    {
      g_string_append (bytes, text);
      return TRUE;
    }

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int byte = find_windows_1252 (g_utf8_get_char (at));

      complete = complete && byte >= 0;
      g_string_append_c (bytes, byte >= 0 ? (char) byte : '?');
    }

  return complete;
}
