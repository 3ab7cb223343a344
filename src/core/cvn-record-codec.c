/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record-codec"

#include "cvn-record.h"

#include <string.h>

/* Eight bytes at a time, as records come by the hundred thousand. Each step can be undone by one who knows the word that went
 * in, so two records that differ in one word never have one hash. Enough to notice a disk's mistake; no defence against a
 * forger. The numbers are those of FNV-1a's start and of splitmix64. */
#define START      G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define MULTIPLIER G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)
#define WORD       sizeof (guint64)

static inline guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * MULTIPLIER;
  return hash ^ (hash >> 29);
}

static inline guint64
mix_integer (guint64 hash,
             gint64  integer)
{
  return mix (hash, (guint64) integer);
}

/* The end of a text is a word of its own that says how long it is, with a byte that UTF-8 does not know: the end of one text is
 * not the beginning of the next. */
static guint64
mix_text (guint64     hash,
          const char *text)
{
  gsize   length = strlen (text);
  guint64 word = 0;

  for (; length >= WORD; length -= WORD, text += WORD)
    {
      memcpy (&word, text, WORD);
      hash = mix (hash, GUINT64_FROM_LE (word));
    }
  word = 0;
  memcpy (&word, text, length);
  return mix (hash, GUINT64_FROM_LE (word) | (0xf8 | (guint64) length) << 56);
}

/**
 * cvn_kind_make_marks:
 *
 * Returns: (transfer full): what each field's name adds to the hash of a record, in the order of the fields, and after them what
 *   the hash of every record of @kind begins with
 */
guint64 *
cvn_kind_make_marks (const CvnKind *kind)
{
  guint64 *marks = g_new (guint64, kind->n_fields + 1);

  for (guint i = 0; i < kind->n_fields; i++)
    marks[i] = mix_text (START, kind->fields[i].name);
  marks[kind->n_fields] = mix_text (START, kind->name);
  return marks;
}

/**
 * cvn_record_hash:
 *
 * Returns: a number over kind, id, the name and value of every field that is filled in, and the unknown fields.
 *   It stays the same when a field is added to the description.
 */
guint64
cvn_record_hash (CvnRecord *self)
{
  const CvnKind *kind = cvn_record_get_kind (self);
  const guint64 *marks = CVN_RECORD_GET_CLASS (self)->marks;
  const char    *id = cvn_record_get_id (self);
  const char    *extra = cvn_record_get_extra (self);
  guint64        hash = marks[kind->n_fields];

  hash = mix_text (hash, id != NULL ? id : "");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnValue *value = cvn_record_get_value (self, i);

      if (cvn_value_is_none (value))
        continue;
      hash = mix (hash, marks[i]);
      hash = value->type == CVN_VALUE_TEXT ? mix_text (hash, value->text) : mix_integer (hash, value->integer);
    }
  return extra != NULL ? mix_text (hash, extra) : hash;
}

/** cvn_json_write_string: appends @text as a JSON string (RFC 8259, section 7), quotes included. */
void
cvn_json_write_string (GString    *json,
                       const char *text)
{
  static const guint8 escaped[256] = { [1 ... 0x1f] = 1, ['"'] = 1, ['\\'] = 1 };
  const char         *plain = text;

  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (escaped[(guchar) *c] == 0)
        continue;
      g_string_append_len (json, plain, c - plain);
      if ((guchar) *c >= 0x20)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *c);
        }
      else
        {
          g_string_append_printf (json, "\\u%04x", (guint) *c);
        }
      plain = c + 1;
    }
  g_string_append (json, plain);
  g_string_append_c (json, '"');
}

static void
write_value (GString        *json,
             const CvnValue *value)
{
  char digits[24];

  switch (value->type)
    {
    case CVN_VALUE_NONE:
      g_string_append (json, "null");
      break;
    case CVN_VALUE_INTEGER:
      g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value->integer);
      g_string_append (json, digits);
      break;
    case CVN_VALUE_TEXT:
      cvn_json_write_string (json, value->text);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * cvn_record_write_json:
 * @unlike: (nullable): another version of the record
 * @json: text to append to
 *
 * Appends a JSON object with the fields that are filled in or, with @unlike, with the fields
 * that differ from it, null for those that are empty here. Unknown fields travel under "+".
 */
void
cvn_record_write_json (CvnRecord *self,
                       CvnRecord *unlike,
                       GString   *json)
{
  const CvnKind *kind = cvn_record_get_kind (self);
  const char    *extra = cvn_record_get_extra (self);
  const char    *separator = "";

  g_string_append_c (json, '{');
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnValue *value = cvn_record_get_value (self, i);

      if (unlike != NULL ? cvn_value_equal (value, cvn_record_get_value (unlike, i)) : cvn_value_is_none (value))
        continue;
      g_string_append (json, separator);
      g_string_append_c (json, '"');
      g_string_append (json, kind->fields[i].name);
      g_string_append (json, "\":");
      write_value (json, value);
      separator = ",";
    }
  if (unlike != NULL ? g_strcmp0 (extra, cvn_record_get_extra (unlike)) != 0 : extra != NULL)
    {
      g_string_append (json, separator);
      g_string_append (json, "\"+\":");
      g_string_append (json, extra != NULL ? extra : "null");
    }
  g_string_append_c (json, '}');
}
