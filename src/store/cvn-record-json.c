/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record-json"

#include "cvn-record-json.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Reads back what cvn_record_write_json() wrote: one object, flat but for the unknown fields under "+", without blanks.
 * The journal of a file may be damaged or made by hand, so everything else is refused, not guessed at.
 */

static gboolean
take (const char **cursor,
      char         c)
{
  if (**cursor != c)
    return FALSE;
  (*cursor)++;
  return TRUE;
}

static gboolean
read_escape (const char **cursor,
             GString     *text)
{
  char     digits[5] = { 0 };
  char    *end;
  gunichar c;

  if (**cursor != 'u')
    {
      if (**cursor != '"' && **cursor != '\\')
        return FALSE;
      g_string_append_c (text, *(*cursor)++);
      return TRUE;
    }
  memcpy (digits, *cursor + 1, strnlen (*cursor + 1, 4));
  c = (gunichar) g_ascii_strtoull (digits, &end, 16);
  if (end != digits + 4 || c == 0 || c >= 0x80)
    return FALSE;
  g_string_append_c (text, (char) c);
  *cursor += 5;
  return TRUE;
}

static char *
read_string (const char **cursor)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take (cursor, '"'))
    return NULL;
  while (!take (cursor, '"'))
    {
      gsize plain = strcspn (*cursor, "\"\\");

      g_string_append_len (text, *cursor, (gssize) plain);
      *cursor += plain;
      if (**cursor == '\0' || (take (cursor, '\\') && !read_escape (cursor, text)))
        return NULL;
    }
  return g_strdup (text->str);
}

static gboolean
read_value (const char **cursor,
            CvnValue    *value)
{
  char *end;

  if (**cursor == '"')
    {
      char *text = read_string (cursor);

      cvn_value_take_text (value, text);
      return text != NULL;
    }
  if (g_str_has_prefix (*cursor, "null"))
    {
      *cursor += 4;
      return TRUE;
    }
  cvn_value_set_integer (value, g_ascii_strtoll (*cursor, &end, 10));
  if (end == *cursor)
    return FALSE;
  *cursor = end;
  return TRUE;
}

/* The unknown fields: the text of one JSON object, kept as it is, or null. */
static gboolean
read_extra (const char **cursor,
            CvnRecord   *record)
{
  const char      *start = *cursor;
  g_autofree char *text = NULL;
  int              depth = 0;

  if (g_str_has_prefix (start, "null"))
    {
      *cursor += 4;
      cvn_record_set_extra (record, NULL);
      return TRUE;
    }
  do
    {
      if (**cursor == '"')
        {
          for ((*cursor)++; **cursor != '\0' && **cursor != '"'; (*cursor)++)
            if (**cursor == '\\' && (*cursor)[1] != '\0')
              (*cursor)++;
        }
      depth += (**cursor == '{') - (**cursor == '}');
      if (**cursor == '\0')
        return FALSE;
      (*cursor)++;
    }
  while (depth > 0);
  text = g_strndup (start, (gsize) (*cursor - start));
  cvn_record_set_extra (record, text);
  return TRUE;
}

static gboolean
set_field (CvnRecord      *record,
           const char     *name,
           const CvnValue *value,
           GArray         *fields)
{
  int   place = cvn_kind_find_field (cvn_record_get_kind (record), name);
  guint field = (guint) place;

  if (place < 0)
    return FALSE;
  if (value->type == CVN_VALUE_INTEGER)
    cvn_record_put_integer (record, field, value->integer);
  else
    cvn_record_take_text (record, field, g_strdup (value->text));
  if (fields != NULL)
    g_array_append_val (fields, field);
  return TRUE;
}

static gboolean
read_member (const char **cursor,
             CvnRecord   *record,
             GArray      *fields)
{
  g_autofree char *name = read_string (cursor);
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  if (name == NULL || !take (cursor, ':'))
    return FALSE;
  if (g_str_equal (name, "+"))
    return read_extra (cursor, record);
  return read_value (cursor, &value) && set_field (record, name, &value, fields);
}

static gboolean
read_object (const char *cursor,
             CvnRecord  *record,
             GArray     *fields)
{
  if (!take (&cursor, '{'))
    return FALSE;
  if (!take (&cursor, '}'))
    {
      do
        if (!read_member (&cursor, record, fields))
          return FALSE;
      while (take (&cursor, ','));
      if (!take (&cursor, '}'))
        return FALSE;
    }
  return *cursor == '\0';
}

/**
 * cvn_record_read_json:
 * @record: the record to fill in; fields that @json does not have stay as they are
 * @json: as cvn_record_write_json() writes it
 * @fields: (nullable): the places (guint) of the fields in @json are appended to it
 *
 * Returns: FALSE with %CVN_ERROR_DAMAGED when @json is something else
 */
gboolean
cvn_record_read_json (CvnRecord  *record,
                      const char *json,
                      GArray     *fields,
                      GError    **error)
{
  if (read_object (json, record, fields))
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The journal holds a change that cannot be read."));
  return FALSE;
}
