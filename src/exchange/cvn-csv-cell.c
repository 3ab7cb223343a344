/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-cell"

#include "cvn-csv-cell.h"

#include "cvn-csv-guard.h"
#include "cvn-date.h"
#include "cvn-money.h"
#include "cvn-month.h"

#include <string.h>

/* The Dutch word of a choice, unless that word means another choice too. */
static char *
format_choice (const CvnField *field, const char *code, CvnLanguage language)
{
  const CvnChoice *choice = cvn_field_find_choice (field, code);
  g_auto (CvnValue) read = CVN_VALUE_INIT;
  g_autofree char *word = NULL;

  if (language == CVN_LANGUAGE_EN || choice == NULL || choice->nl == NULL)
    return g_strdup (code);

  word = g_strndup (choice->nl, strcspn (choice->nl, "|"));
  if (!cvn_field_parse (field, word, CVN_LANGUAGE_NL, &read, NULL) || g_strcmp0 (read.text, code) != 0)
    return g_strdup (code);
  return g_steal_pointer (&word);
}

/* 31-12-2019, 12-2019 or 2019, as precise as it is known. */
static char *
format_day (const char *iso, CvnLanguage language)
{
  CvnDate date;

  if (language == CVN_LANGUAGE_EN || !cvn_date_parse_iso (iso, &date, NULL) || date.month == 0)
    return g_strdup (iso);
  if (date.day == 0)
    return g_strdup_printf ("%02d-%04d", date.month, date.year);

  return g_strdup_printf ("%02d-%02d-%04d", date.day, date.month, date.year);
}

static char *
format_local_time (const char *iso, CvnLanguage language)
{
  const char      *time = strchr (iso, 'T');
  g_autofree char *day = NULL, *dutch = NULL;

  if (language == CVN_LANGUAGE_EN || time == NULL)
    return format_day (iso, language);

  day = g_strndup (iso, (gsize) (time - iso));
  dutch = format_day (day, language);
  return g_strconcat (dutch, " ", time + 1, NULL);
}

/** cvn_csv_cell_format_text: (transfer full): @text as a cell that no spreadsheet calculates. */
char *
cvn_csv_cell_format_text (const char *text)
{
  return cvn_csv_guard_needs (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/**
 * cvn_csv_cell_format:
 * @field: what the cell holds
 * @value: its value
 * @language: of the file
 *
 * Amounts have two decimals and no grouping, months and times are ISO in English files and Dutch in Dutch ones, and
 * choices are the stored code or the Dutch word. A text that a spreadsheet would calculate gets a ' in front of it
 * (OWASP, "CSV injection": quotation marks don't help); numbers stay numbers.
 *
 * Returns: (transfer full): the text of the cell, "" when empty, which reading turns into the same value
 */
char *
cvn_csv_cell_format (const CvnField *field, const CvnValue *value, CvnLanguage language)
{
  if (cvn_value_is_none (value))
    return g_strdup ("");

  switch (field->type)
    {
    case CVN_FIELD_MONEY:
      return cvn_money_format_plain (value->integer, language == CVN_LANGUAGE_NL ? ',' : '.');
    case CVN_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case CVN_FIELD_BOOLEAN:
      if (language == CVN_LANGUAGE_NL)
        return g_strdup (value->integer != 0 ? "ja" : "nee");
      return g_strdup (value->integer != 0 ? "yes" : "no");
    case CVN_FIELD_MONTH:
      return cvn_month_to_iso (value->integer);
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
      return format_day (value->text, language);
    case CVN_FIELD_LOCAL_TIME:
      return format_local_time (value->text, language);
    case CVN_FIELD_CHOICE:
      return format_choice (field, value->text, language);
    case CVN_FIELD_TEXT:
    case CVN_FIELD_NOTE:
    case CVN_FIELD_REFERENCE:
      return cvn_csv_cell_format_text (value->text);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
needs_quotes (const char *text, char delimiter)
{
  const char marks[] = { delimiter, '"', '\n', '\r', '\0' };
  gsize      length = strlen (text);

  return strpbrk (text, marks) != NULL || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

/** cvn_csv_cell_append: adds the cell to a row, between quotation marks where it needs them (RFC 4180). */
void
cvn_csv_cell_append (GString *row, const char *text, char delimiter)
{
  if (!needs_quotes (text, delimiter))
    {
      g_string_append (row, text);
      return;
    }

  g_string_append_c (row, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *at);
    }
  g_string_append_c (row, '"');
}
