/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-json"

#include "cvn-json.h"

#include <string.h>

/*
 * Reads a text that cvn_json_check() has passed, value by value, without making objects of it: what a document holds that
 * this program does not know is kept to the letter. The length of every slice was found by the same walk.
 */

static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline const char *
skip_blanks (const char *cursor)
{
  while (is_blank (*cursor))
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

/* To behind the @depth brackets that are open at @cursor, or that open there. */
static const char *
skip_brackets (const char *cursor,
               guint       depth)
{
  static const guint8 marks[256] = { ['"'] = 1, ['{'] = 1, ['['] = 1, ['}'] = 1, [']'] = 1 };

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
  while (*cursor != ',' && *cursor != '}' && *cursor != ']' && !is_blank (*cursor))
    cursor++;
  return cursor;
}

/* To behind the value that begins at @cursor. */
static const char *
find_end (const char *cursor)
{
  return *cursor == '"' ? skip_string (cursor) : *cursor == '{' || *cursor == '[' ? skip_brackets (cursor, 0)
                                                                                  : skip_plain (cursor);
}

/* Goes to the first part of what begins at @cursor. */
static gboolean
go_in (CvnJsonIter *parts,
       const char  *cursor,
       char         bracket)
{
  parts->cursor = NULL;
  if (*cursor != bracket)
    return FALSE;
  cursor = skip_blanks (cursor + 1);
  if (*cursor == (bracket == '{' ? '}' : ']'))
    parts->end = cursor + 1;
  else
    parts->cursor = cursor;
  return TRUE;
}

/* From the end of one part to the next. */
static void
go_on (CvnJsonIter *iter,
       const char  *end)
{
  end = skip_blanks (end);
  iter->cursor = *end == ',' ? skip_blanks (end + 1) : NULL;
  iter->end = end + 1;
}

static gboolean
open (CvnJsonIter        *iter,
      const CvnJsonSlice *value,
      char                bracket)
{
  iter->cursor = NULL;
  return value->length >= 2 && go_in (iter, value->start, bracket);
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
  value->is_plain = FALSE;
  go_on (iter, end);
  return TRUE;
}

static gboolean
enter (CvnJsonIter *iter,
       CvnJsonIter *parts,
       char         bracket)
{
  CvnJsonSlice value;

  parts->cursor = NULL;
  if (iter->cursor != NULL && go_in (parts, iter->cursor, bracket))
    return TRUE;
  cvn_json_next_element (iter, &value);
  return FALSE;
}

/**
 * cvn_json_enter_object:
 * @parts: (out): at the first member of the object that one is at; when done with it, cvn_json_leave()
 *
 * What comes in is long objects within long objects: this goes into one without a walk to its end before.
 *
 * Returns: FALSE when one is not at an object, or at the end; then @iter went on
 */
gboolean
cvn_json_enter_object (CvnJsonIter *iter,
                       CvnJsonIter *parts)
{
  return enter (iter, parts, '{');
}

/** cvn_json_enter_array: as cvn_json_enter_object(). */
gboolean
cvn_json_enter_array (CvnJsonIter *iter,
                      CvnJsonIter *parts)
{
  return enter (iter, parts, '[');
}

/** cvn_json_leave: goes on behind what was entered, wherever @parts is in it. */
void
cvn_json_leave (CvnJsonIter       *iter,
                const CvnJsonIter *parts)
{
  go_on (iter, parts->cursor != NULL ? skip_brackets (parts->cursor, 1) : parts->end);
}

/* The name that one is at; goes on to its value. Names are short. */
static void
read_name (CvnJsonIter  *iter,
           CvnJsonSlice *key)
{
  const char *end = iter->cursor + 1;

  while (*end != '"' && *end != '\\')
    end++;
  key->start = iter->cursor;
  key->is_plain = *end == '"';
  end = key->is_plain ? end + 1 : skip_string (key->start);
  key->length = (gsize) (end - key->start);
  iter->cursor = skip_blanks (skip_blanks (end) + 1);
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

/** cvn_json_next_name: the name of the member that one is at, as it is written, and goes to its value, which must be read or entered next; FALSE after the last. */
gboolean
cvn_json_next_name (CvnJsonIter  *iter,
                    CvnJsonSlice *name)
{
  if (iter->cursor == NULL)
    return FALSE;
  read_name (iter, name);
  return TRUE;
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

/** cvn_json_is_plain: whether nothing in the text that the value is is escaped: what stands between its quotes is the text. */
gboolean
cvn_json_is_plain (const CvnJsonSlice *value)
{
  return value->is_plain || (*value->start == '"' && memchr (value->start, '\\', value->length) == NULL);
}

/** cvn_json_is_name: whether @key, quotes included, says @name. Nearly all are written as they are, and need no copy to be compared. */
gboolean
cvn_json_is_name (const CvnJsonSlice *key,
                  const char         *name)
{
  gsize            length = key->length - 2;
  g_autofree char *text = NULL;

  if (cvn_json_is_plain (key))
    return (length == 0 || key->start[1] == *name) && strncmp (key->start + 1, name, length) == 0 && name[length] == '\0';
  text = cvn_json_dup_string (key);
  return strcmp (text, name) == 0;
}

/** cvn_json_go_to: goes to the value of the next member called @name; FALSE when there is none. */
gboolean
cvn_json_go_to (CvnJsonIter *iter,
                const char  *name)
{
  while (iter->cursor != NULL)
    {
      CvnJsonSlice key;
      CvnJsonSlice value;

      read_name (iter, &key);
      if (cvn_json_is_name (&key, name))
        return TRUE;
      cvn_json_next_element (iter, &value);
    }
  return FALSE;
}

/** cvn_json_find: the member @name of @object; FALSE when there is none. */
gboolean
cvn_json_find (const CvnJsonSlice *object,
               const char         *name,
               CvnJsonSlice       *value)
{
  CvnJsonIter iter;

  return cvn_json_open_object (&iter, object) && cvn_json_go_to (&iter, name) && cvn_json_next_element (&iter, value);
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
        if (values[i].start == NULL && cvn_json_is_name (&key, names[i]))
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
  if (cvn_json_is_plain (value))
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

/**
 * cvn_json_peek_string:
 * @length: (out): of the text
 * @copy: (out) (transfer full) (nullable): to be freed, where something in it is escaped
 *
 * Returns: (nullable): the text that the value is, in the value itself or @copy; NULL when it is something else
 */
const char *
cvn_json_peek_string (const CvnJsonSlice *value,
                      gsize              *length,
                      char              **copy)
{
  gboolean is_plain = cvn_json_is_plain (value);

  *copy = is_plain ? NULL : cvn_json_dup_string (value);
  *length = is_plain ? value->length - 2 : *copy != NULL ? strlen (*copy)
                                                         : 0;
  return is_plain ? value->start + 1 : *copy;
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

/** cvn_json_write_compact: writes the value to the letter, but for blanks between its parts, to @to, which has room for all of it. Returns: behind it */
char *
cvn_json_write_compact (const CvnJsonSlice *value,
                        char               *to)
{
  const char *end = value->start + value->length;
  const char *from = value->start;

  for (const char *cursor = from; cursor < end;)
    {
      if (*cursor == '"')
        {
          cursor = skip_string (cursor);
          continue;
        }
      if (!is_blank (*cursor))
        {
          cursor++;
          continue;
        }
      to = append_run (to, from, cursor);
      cursor = MIN (skip_blanks (cursor), end);
      from = cursor;
    }
  return append_run (to, from, end);
}

/** cvn_json_dup_compact: (transfer full): as cvn_json_write_compact(). */
char *
cvn_json_dup_compact (const CvnJsonSlice *value)
{
  char *text = g_malloc (value->length + 1);

  *cvn_json_write_compact (value, text) = '\0';
  return text;
}
