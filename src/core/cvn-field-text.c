/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-field-text"

#include "cvn-field.h"

#include "cvn-attachment.h"
#include "cvn-date.h"
#include "cvn-error.h"
#include "cvn-format.h"
#include "cvn-money.h"
#include "cvn-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
fail (GError        **error,
      const CvnField *field,
      const char     *message)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, message);
  cvn_error_set_field (error, field->name);
  return FALSE;
}

static gboolean
take_field (GError        **error,
            const CvnField *field)
{
  cvn_error_set_field (error, field->name);
  return FALSE;
}

/* Counts and years have no decimals. */
static gboolean
parse_integer (const CvnField *field,
               const char     *text,
               gint64         *integer,
               GError        **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      /* Blanks that group, and the minus sign as it is printed. */
      if (letter != ' ' && letter != 0xa0 && letter != 0x202f)
        g_string_append_unichar (digits, letter == 0x2212 ? '-' : letter);
    }
  return g_ascii_string_to_signed (digits->str, 10, G_MININT64, G_MAXINT64, integer, NULL) ||
         fail (error, field, _("Expected a whole number such as 1234."));
}

static gboolean
equals_any (const char        *text,
            const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
parse_boolean (const CvnField *field,
               const char     *text,
               CvnValue       *value,
               GError        **error)
{
  static const char *const yes[] = { "1", "yes", "ja", "true", "waar", "x", NULL };
  static const char *const no[] = { "0", "no", "nee", "false", "onwaar", NULL };

  if (!equals_any (text, yes) && !equals_any (text, no))
    return fail (error, field, _("Expected yes or no."));
  cvn_value_set_integer (value, equals_any (text, yes));
  return TRUE;
}

static gboolean
parse_date (const CvnField *field,
            const char     *text,
            CvnLanguage     language,
            CvnValue       *value,
            GError        **error)
{
  CvnDate date;

  if (!cvn_date_parse (text, language, &date, error))
    return take_field (error, field);
  if (field->type == CVN_FIELD_DATE && cvn_date_get_precision (&date) != CVN_DATE_DAY)
    return fail (error, field, _("Expected a day, month and year, such as 31-12-2026."));
  cvn_value_take_text (value, cvn_date_to_iso (&date));
  return TRUE;
}

/* ISO as the files have it, or a date followed by a time as people type it. */
static gboolean
parse_local_time (const CvnField *field,
                  const char     *text,
                  CvnLanguage     language,
                  CvnValue       *value,
                  GError        **error)
{
  g_autofree char *day = NULL;
  g_autofree char *iso_day = NULL;
  g_autofree char *iso = NULL;
  const char      *space = strrchr (text, ' ');
  CvnDate          date;
  int              minutes;

  if (cvn_local_time_parse (text, &date, &minutes, NULL))
    {
      cvn_value_set_text (value, text);
      return TRUE;
    }
  if (space == NULL || strchr (space, ':') == NULL)
    return parse_date (field, text, language, value, error);
  day = g_strndup (text, (gsize) (space - text));
  if (!cvn_date_parse (day, language, &date, error))
    return take_field (error, field);
  iso_day = cvn_date_to_iso (&date);
  iso = g_strdup_printf (strlen (space + 1) < 5 ? "%sT0%s" : "%sT%s", iso_day, space + 1);
  if (!cvn_local_time_parse (iso, &date, &minutes, NULL))
    return fail (error, field, _("Expected a date and a time, such as 31-12-2026 19:30."));
  cvn_value_take_text (value, g_steal_pointer (&iso));
  return TRUE;
}

static gboolean
is_word_of (const char *words,
            const char *text)
{
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", "|", -1);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (parts[i], -1);

      if (g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

static const char *
find_code (const CvnField *field,
           const char     *text)
{
  for (const CvnChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    if (g_ascii_strcasecmp (choice->code, text) == 0 || is_word_of (choice->label, text) || is_word_of (choice->nl, text))
      return choice->code;
  return NULL;
}

static gboolean
parse_choice (const CvnField *field,
              const char     *text,
              CvnValue       *value,
              GError        **error)
{
  const char      *code = find_code (field, text);
  g_autofree char *message = NULL;

  if (code != NULL)
    {
      cvn_value_set_text (value, code);
      return TRUE;
    }
  if (field->named_by != NULL)
    {
      cvn_value_take_text (value, cvn_format_normalise (CVN_FORMAT_CODE, text));
      return TRUE;
    }
  message = g_strdup_printf (_("“%s” is not one of the choices."), text);
  return fail (error, field, message);
}

/* Several words out of choices; one that is none of them stays, for the check of the kind to name. */
static char *
parse_codes (const CvnField *field,
             const char     *text)
{
  g_auto (GStrv) words = g_strsplit (text, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *code = find_code (field, g_strstrip (words[i]));

      if (code != NULL)
        {
          g_free (words[i]);
          words[i] = g_strdup (code);
        }
    }
  return g_strjoinv (";", words);
}

static gboolean
parse_number (const CvnField *field,
              const char     *text,
              CvnLanguage     language,
              CvnValue       *value,
              GError        **error)
{
  gint64 integer;

  if (field->type == CVN_FIELD_MONEY   ? !cvn_money_parse (text, language, &integer, error)
      : field->type == CVN_FIELD_MONTH ? !cvn_month_parse (text, &integer, error)
                                       : !parse_integer (field, text, &integer, error))
    return take_field (error, field);
  cvn_value_set_integer (value, integer);
  return TRUE;
}

/**
 * cvn_field_parse:
 * @text: what a person typed or a file holds; empty or blank means no value
 * @language: how numbers and dates are written
 * @value: (out): set when TRUE is returned
 *
 * Reads a value as people write it. Money is read as euros with decimals. A reference is
 * kept as it stands: who knows the records looks it up. Does not check the range; cvn_field_check() does.
 */
gboolean
cvn_field_parse (const CvnField *field,
                 const char     *text,
                 CvnLanguage     language,
                 CvnValue       *value,
                 GError        **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped == '\0')
    {
      cvn_value_clear (value);
      return TRUE;
    }
  switch (field->type)
    {
    case CVN_FIELD_TEXT:
      cvn_value_take_text (value, field->choices != NULL ? parse_codes (field, stripped) : cvn_format_normalise (field->format, stripped));
      return TRUE;
    case CVN_FIELD_NOTE:
    case CVN_FIELD_REFERENCE:
      cvn_value_take_text (value, g_steal_pointer (&stripped));
      return TRUE;
    case CVN_FIELD_MONEY:
    case CVN_FIELD_INTEGER:
    case CVN_FIELD_MONTH:
      return parse_number (field, stripped, language, value, error);
    case CVN_FIELD_BOOLEAN:
      return parse_boolean (field, stripped, value, error);
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
      return parse_date (field, stripped, language, value, error);
    case CVN_FIELD_LOCAL_TIME:
      return parse_local_time (field, stripped, language, value, error);
    case CVN_FIELD_CHOICE:
      return parse_choice (field, stripped, value, error);
    default:
      g_assert_not_reached ();
    }
}

static char *
format_choice (const CvnField *field,
               const char     *code,
               CvnLanguage     language)
{
  const CvnChoice *choice = cvn_field_find_choice (field, code);
  g_auto (GStrv) words = NULL;
  g_autofree char *capital = NULL;

  if (choice == NULL)
    return g_strdup (code);
  if (language == CVN_LANGUAGE_EN || choice->nl == NULL)
    return g_strdup (choice->label);
  words = g_strsplit (choice->nl, "|", 2);
  capital = g_utf8_strup (words[0], (gssize) (g_utf8_next_char (words[0]) - words[0]));
  return g_strconcat (capital, g_utf8_next_char (words[0]), NULL);
}

static char *
format_text (const CvnField *field,
             const char     *text,
             CvnLanguage     language)
{
  g_auto (GStrv) codes = NULL;

  if (field->format == CVN_FORMAT_FILE)
    return cvn_attachment_dup_words (text, language);
  if (field->choices == NULL)
    return g_strdup (text);
  codes = g_strsplit (text, ";", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *code = g_steal_pointer (&codes[i]);

      codes[i] = format_choice (field, g_strstrip (code), language);
    }
  return g_strjoinv ("; ", codes);
}

static char *
format_date (const char *iso,
             CvnLanguage language)
{
  CvnDate date;

  return cvn_date_parse_iso (iso, &date, NULL) ? cvn_date_format_short (&date, language) : g_strdup (iso);
}

/**
 * cvn_field_format:
 *
 * Returns: (transfer full): the value as people read it in @language; "" when empty. Money without the euro
 *   sign; a reference as its id, which who knows the records replaces by its title.
 */
char *
cvn_field_format (const CvnField *field,
                  const CvnValue *value,
                  CvnLanguage     language)
{
  if (cvn_value_is_none (value))
    return g_strdup ("");
  switch (field->type)
    {
    case CVN_FIELD_MONEY:
      return cvn_money_format (value->integer, language);
    case CVN_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case CVN_FIELD_MONTH:
      return cvn_month_format (value->integer, language);
    case CVN_FIELD_BOOLEAN:
      if (language == CVN_LANGUAGE_NL)
        return g_strdup (value->integer ? "Ja" : "Nee");
      return g_strdup (value->integer ? "Yes" : "No");
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
      return format_date (value->text, language);
    case CVN_FIELD_LOCAL_TIME:
      return cvn_local_time_format (value->text, language);
    case CVN_FIELD_CHOICE:
      return format_choice (field, value->text, language);
    case CVN_FIELD_TEXT:
      return format_text (field, value->text, language);
    case CVN_FIELD_NOTE:
    case CVN_FIELD_REFERENCE:
      return g_strdup (value->text);
    default:
      g_assert_not_reached ();
    }
}
