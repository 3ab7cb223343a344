/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-json"

#include "cvn-json.h"

#include <string.h>

/*
 * Reads a text that cvn_json_check() has passed, value by value, without making objects of it: what a document holds that
 * this program does not know is kept to the letter. The length of every slice was found by the same walk.
 */

static const char *
skip_blanks (const char *cursor)
{
  while (*cursor == ' ' || *cursor == '\t' || *cursor == '\r' || *cursor == '\n')
    cursor++;
  return cursor;
}

/* The mark at the end is the first with an even number of backslashes before it. */
static const char *
skip_string (const char *cursor)
{
  const char *before;

  do
    {
      cursor = strchr (cursor + 1, '"');
      before = cursor;
      while (before[-1] == '\\')
        before--;
    }
  while ((cursor - before) % 2 != 0);
  return cursor + 1;
}

/* To behind the value that begins at @cursor. */
static const char *
skip_value (const char *cursor)
{
  static const guint8 marks[256] = { ['"'] = 1, ['{'] = 1, ['['] = 1, ['}'] = 1, [']'] = 1 };
  guint               depth = 0;

  do
    {
      while (marks[(guint8) *cursor] == 0)
        cursor++;
      if (*cursor == '"')
        {
          cursor = skip_string (cursor);
          continue;
        }
      depth += *cursor == '{' || *cursor == '[' ? 1 : (guint) -1;
      cursor++;
    }
  while (depth > 0);
  return cursor;
}

static const char *
skip_plain (const char *cursor)
{
  while (*cursor != ',' && *cursor != '}' && *cursor != ']' && skip_blanks (cursor) == cursor)
    cursor++;
  return cursor;
}

static const char *
find_end (const char *cursor)
{
  return *cursor == '"' ? skip_string (cursor) : *cursor == '{' || *cursor == '[' ? skip_value (cursor)
                                                                                  : skip_plain (cursor);
}

static gboolean
open (CvnJsonIter        *iter,
      const CvnJsonSlice *value,
      char                bracket)
{
  iter->cursor = NULL;
  if (value->length < 2 || *value->start != bracket)
    return FALSE;
  iter->cursor = skip_blanks (value->start + 1);
  if (*iter->cursor == (bracket == '{' ? '}' : ']'))
    iter->cursor = NULL;
  return TRUE;
}

/** cvn_json_open_object: goes to the first member of @value; FALSE when it is no object. */
gboolean
cvn_json_open_object (CvnJsonIter        *iter,
                      const CvnJsonSlice *value)
{
  return open (iter, value, '{');
}

/** cvn_json_open_array: goes to the first element of @value; FALSE when it is no array. */
gboolean
cvn_json_open_array (CvnJsonIter        *iter,
                     const CvnJsonSlice *value)
{
  return open (iter, value, '[');
}

/** cvn_json_next_element: the element that one is at, and goes on; FALSE after the last. */
gboolean
cvn_json_next_element (CvnJsonIter  *iter,
                       CvnJsonSlice *value)
{
  const char *end;

  if (iter->cursor == NULL)
    return FALSE;
  value->start = iter->cursor;
  end = find_end (iter->cursor);
  value->length = (gsize) (end - value->start);
  end = skip_blanks (end);
  iter->cursor = *end == ',' ? skip_blanks (end + 1) : NULL;
  return TRUE;
}

/* The name that one is at; goes on to its value. */
static void
read_name (CvnJsonIter  *iter,
           CvnJsonSlice *key)
{
  key->start = iter->cursor;
  key->length = (gsize) (skip_string (iter->cursor) - key->start);
  iter->cursor = skip_blanks (skip_blanks (key->start + key->length) + 1);
}

/** cvn_json_next_member: the member that one is at, its @name to be freed, and goes on; FALSE after the last. */
gboolean
cvn_json_next_member (CvnJsonIter  *iter,
                      char        **name,
                      CvnJsonSlice *value)
{
  CvnJsonSlice key;

  if (iter->cursor == NULL)
    return FALSE;
  read_name (iter, &key);
  *name = cvn_json_dup_string (&key);
  return cvn_json_next_element (iter, value);
}

/** cvn_json_next_pair: as cvn_json_next_member(), with the name as it is written, quotes included. */
gboolean
cvn_json_next_pair (CvnJsonIter  *iter,
                    CvnJsonSlice *name,
                    CvnJsonSlice *value)
{
  if (iter->cursor == NULL)
    return FALSE;
  read_name (iter, name);
  return cvn_json_next_element (iter, value);
}

/* Nearly all names are written as they are: those need no copy to be compared. */
static gboolean
is_name (const CvnJsonSlice *key,
         const char         *name)
{
  gsize            length = key->length - 2;
  g_autofree char *text = NULL;

  if (memchr (key->start, '\\', key->length) == NULL)
    return strlen (name) == length && memcmp (key->start + 1, name, length) == 0;
  text = cvn_json_dup_string (key);
  return strcmp (text, name) == 0;
}

/** cvn_json_find: the member @name of @object; FALSE when there is none. */
gboolean
cvn_json_find (const CvnJsonSlice *object,
               const char         *name,
               CvnJsonSlice       *value)
{
  CvnJsonIter iter;

  cvn_json_open_object (&iter, object);
  while (iter.cursor != NULL)
    {
      CvnJsonSlice key;

      read_name (&iter, &key);
      if (!cvn_json_next_element (&iter, value))
        return FALSE;
      if (is_name (&key, name))
        return TRUE;
    }
  return FALSE;
}

/**
 * cvn_json_find_parts:
 * @value: (out): begins where the member begins, and reaches as far as @object does: only to be opened, or looked into
 *
 * As cvn_json_find(), without a walk to the end of the member: what comes in is whole objects within whole objects.
 */
gboolean
cvn_json_find_parts (const CvnJsonSlice *object,
                     const char         *name,
                     CvnJsonSlice       *value)
{
  CvnJsonIter iter;

  cvn_json_open_object (&iter, object);
  while (iter.cursor != NULL)
    {
      CvnJsonSlice key;

      read_name (&iter, &key);
      *value = (CvnJsonSlice){ iter.cursor, object->length - (gsize) (iter.cursor - object->start) };
      if (is_name (&key, name))
        return TRUE;
      if (!cvn_json_next_element (&iter, value))
        return FALSE;
    }
  return FALSE;
}

/** cvn_json_find_all: as cvn_json_find() for each of @n @names in one walk; @values of those that are not there begin with NULL. */
void
cvn_json_find_all (const CvnJsonSlice *object,
                   const char *const  *names,
                   CvnJsonSlice       *values,
                   guint               n)
{
  CvnJsonIter iter;

  for (guint i = 0; i < n; i++)
    values[i] = (CvnJsonSlice){ NULL, 0 };
  cvn_json_open_object (&iter, object);
  while (iter.cursor != NULL)
    {
      CvnJsonSlice key;
      CvnJsonSlice value;

      read_name (&iter, &key);
      if (!cvn_json_next_element (&iter, &value))
        return;
      for (guint i = 0; i < n; i++)
        if (values[i].start == NULL && is_name (&key, names[i]))
          values[i] = value;
    }
}

/** cvn_json_dup_member: (transfer full) (nullable): the text of member @name of @object; NULL when it is no text. */
char *
cvn_json_dup_member (const CvnJsonSlice *object,
                     const char         *name)
{
  CvnJsonSlice value;

  return cvn_json_find (object, name, &value) ? cvn_json_dup_string (&value) : NULL;
}

/** cvn_json_is_null: whether the value is null. */
gboolean
cvn_json_is_null (const CvnJsonSlice *value)
{
  return *value->start == 'n';
}

/** cvn_json_is_true: whether the value is true. */
gboolean
cvn_json_is_true (const CvnJsonSlice *value)
{
  return *value->start == 't';
}

static gunichar
read_unit (const char *digits)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit << 4 | (gunichar) g_ascii_xdigit_value (digits[i]);
  return unit;
}

/* At the character after a backslash. Returns: behind it. */
static const char *
append_escaped (GString    *text,
                const char *cursor)
{
  static const char from[] = "bfnrt";
  static const char to[] = "\b\f\n\r\t";
  const char       *place = strchr (from, *cursor);
  gunichar          code;

  if (*cursor != 'u')
    {
      g_string_append_c (text, place != NULL ? to[place - from] : *cursor);
      return cursor + 1;
    }
  code = read_unit (cursor + 1);
  cursor += 5;
  if (code >= 0xd800 && code < 0xdc00)
    {
      code = 0x10000 + ((code - 0xd800) << 10) + (read_unit (cursor + 2) - 0xdc00);
      cursor += 6;
    }
  g_string_append_unichar (text, code);
  return cursor;
}

/** cvn_json_dup_string: (transfer full) (nullable): the text that the value is; NULL when it is something else. */
char *
cvn_json_dup_string (const CvnJsonSlice *value)
{
  GString    *text;
  const char *cursor = value->start + 1;
  const char *end = value->start + value->length - 1;

  if (value->length < 2 || *value->start != '"')
    return NULL;
  if (memchr (cursor, '\\', (gsize) (end - cursor)) == NULL)
    return g_strndup (cursor, (gsize) (end - cursor));
  text = g_string_sized_new (value->length);
  while (cursor < end)
    {
      const char *escape = memchr (cursor, '\\', (gsize) (end - cursor));
      const char *plain_end = escape != NULL ? escape : end;

      g_string_append_len (text, cursor, plain_end - cursor);
      cursor = escape != NULL ? append_escaped (text, escape + 1) : end;
    }
  return g_string_free (text, FALSE);
}

/** cvn_json_get_integer: the whole number that the value is; FALSE when it is something else, or too large for some peer. */
gboolean
cvn_json_get_integer (const CvnJsonSlice *value,
                      gint64             *integer)
{
  char digits[24];

  if (value->length == 0 || value->length >= sizeof digits)
    return FALSE;
  memcpy (digits, value->start, value->length);
  digits[value->length] = '\0';
  return g_ascii_string_to_signed (digits, 10, -CVN_JSON_MAX_INTEGER, CVN_JSON_MAX_INTEGER, integer, NULL);
}

static char *
append_run (char       *to,
            const char *from,
            const char *end)
{
  memcpy (to, from, (gsize) (end - from));
  return to + (end - from);
}

/** cvn_json_dup_compact: (transfer full): the value to the letter, but for blanks between its parts. */
char *
cvn_json_dup_compact (const CvnJsonSlice *value)
{
  char       *text = g_malloc (value->length + 1);
  char       *to = text;
  const char *end = value->start + value->length;
  const char *from = value->start;

  for (const char *cursor = from; cursor < end;)
    {
      if (*cursor == '"')
        {
          cursor = skip_string (cursor);
          continue;
        }
      if (skip_blanks (cursor) == cursor)
        {
          cursor++;
          continue;
        }
      to = append_run (to, from, cursor);
      cursor = MIN (skip_blanks (cursor), end);
      from = cursor;
    }
  *append_run (to, from, end) = '\0';
  return text;
}
