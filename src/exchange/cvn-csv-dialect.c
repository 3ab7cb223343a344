/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-dialect"

#include "cvn-csv-dialect.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_LINES 50

/* What a delimiter would make of the sample. */
typedef struct
{
  guint n_columns; /* of the first line */
  guint n_lines;
  guint n_equal; /* lines with as many columns as the first */
} Shape;

/**
 * cvn_csv_dialect_get_standard:
 * @language: the language of the spreadsheet that the file is for
 *
 * Dutch spreadsheets divide by semicolons, write decimals with a comma and end lines as on Windows; the byte order
 * mark makes them read UTF-8. Everywhere else: commas, a decimal point, UTF-8 without a mark.
 *
 * Returns: (transfer none): the dialect
 */
const CvnCsvDialect *
cvn_csv_dialect_get_standard (CvnLanguage language)
{
  static const CvnCsvDialect nl = { ';', CVN_LANGUAGE_NL, CVN_CSV_ENCODING_UTF_8, TRUE, TRUE, FALSE };
  static const CvnCsvDialect en = { ',', CVN_LANGUAGE_EN, CVN_CSV_ENCODING_UTF_8, FALSE, FALSE, FALSE };

  return language == CVN_LANGUAGE_NL ? &nl : &en;
}

/* UTF-16 has a mark of its own, or a zero in every other byte of ordinary text. */
static gboolean
is_utf_16 (const char *sample, gsize length)
{
  gsize zeros = 0, seen = MIN (length, 512);

  if (length >= 2 && (memcmp (sample, "\xff\xfe", 2) == 0 || memcmp (sample, "\xfe\xff", 2) == 0))
    return TRUE;
  for (gsize i = 0; i < seen; i++)
    zeros += sample[i] == '\0';

  return seen >= 4 && zeros * 3 > seen;
}

/* Moves @at past one cell and the mark after it; TRUE when a further cell of the same line follows. */
static gboolean
skip_cell (const char **at, const char *end, char delimiter, const char **last)
{
  const char *p = *at;
  gboolean    quoted = FALSE;

  for (; p < end; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == delimiter || *p == '\n' || *p == '\r'))
        break;
    }

  *last = p;
  if (p == end)
    {
      *at = end;
      return FALSE;
    }
  if (*p == delimiter)
    {
      *at = p + 1;
      return TRUE;
    }
  *at = p[0] == '\r' && p + 1 < end && p[1] == '\n' ? p + 2 : p + 1;
  return FALSE;
}

static Shape
measure (const char *at, const char *end, char delimiter)
{
  Shape       shape = { 0 };
  const char *last;

  while (at < end && shape.n_lines < SAMPLE_LINES)
    {
      const char *start = at;
      guint       n = 1;

      while (skip_cell (&at, end, delimiter, &last))
        n++;
      if (at == end && shape.n_lines > 1)
        break; /* The last line of the sample may be cut off. */
      if (n == 1 && last == start)
        continue;
      if (shape.n_lines == 0)
        shape.n_columns = n;
      shape.n_equal += n == shape.n_columns;
      shape.n_lines++;
    }

  return shape;
}

/* The mark that makes lines of equal length, and many columns rather than few. */
static char
sniff_delimiter (const char *at, const char *end)
{
  static const char candidates[] = { ';', ',', '\t' };
  char              best = ',';
  guint             best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      Shape shape = measure (at, end, candidates[i]);
      guint score = shape.n_columns < 2 ? 0 : 1000 * shape.n_equal / shape.n_lines * 100 + MIN (shape.n_columns, 99);

      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }

  return best;
}

/* 31-12-2019: dashes and the year at the end. */
static gboolean
is_dutch_date (const char *at, const char *end)
{
  if (end - at != 10)
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i == 2 || i == 5 ? at[i] != '-' : !g_ascii_isdigit (at[i]))
      return FALSE;

  return TRUE;
}

/* 1 when the cell can only be a number with a decimal comma, -1 with a decimal point, else 0. */
static int
vote (const char *at, const char *end)
{
  const char *comma = NULL, *point = NULL;
  guint       commas = 0, points = 0;
  gsize       decimals;

  if (is_dutch_date (at, end))
    return 1;
  while (at < end && strchr ("\" -+", *at) != NULL)
    at++;
  while (end > at && strchr ("\" -", end[-1]) != NULL)
    end--;
  if (at == end || !g_ascii_isdigit (*at) || !g_ascii_isdigit (end[-1]))
    return 0;
  for (const char *p = at; p < end; p++)
    {
      if (*p == ',')
        comma = p, commas++;
      else if (*p == '.')
        point = p, points++;
      else if (!g_ascii_isdigit (*p))
        return 0;
    }

  if (comma != NULL && point != NULL)
    return comma > point ? (commas == 1 ? 1 : 0) : (points == 1 ? -1 : 0);
  if (commas + points != 1)
    return 0;
  decimals = (gsize) (end - (comma != NULL ? comma : point)) - 1;
  return decimals > 2 ? 0 : comma != NULL ? 1
                                          : -1;
}

/* Decimals speak for themselves; without any, the delimiter tells which spreadsheet it was. */
static CvnLanguage
sniff_language (const char *at, const char *end, char delimiter)
{
  int votes = 0;

  while (at < end)
    {
      const char *start = at, *last;

      skip_cell (&at, end, delimiter, &last);
      votes += vote (start, last);
    }

  if (votes == 0)
    return delimiter == ';' ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
  return votes > 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
}

static CvnCsvEncoding
sniff_encoding (const char *sample, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CvnCsvEncoding encoding = CVN_CSV_ENCODING_UNDECIDED;
  gsize          used;

  /* Not the last: the sample may end in the middle of a character. */
  if (!cvn_csv_encoding_decode (&encoding, sample, length, FALSE, text, &used))
    return CVN_CSV_ENCODING_WINDOWS_1252;
  return encoding;
}

/* "sep=;" on a line of its own. */
static gboolean
read_separator_line (const char **at, const char *end, char *delimiter)
{
  const char *p = *at;

  if (end - p < 6 || g_ascii_strncasecmp (p, "sep=", 4) != 0 || strchr (";,\t", p[4]) == NULL ||
      (p[5] != '\n' && p[5] != '\r'))
    return FALSE;

  *delimiter = p[4];
  *at = p[5] == '\r' && end - p > 6 && p[6] == '\n' ? p + 7 : p + 6;
  return TRUE;
}

/**
 * cvn_csv_dialect_sniff:
 * @sample: (array length=length): the first bytes of a file
 * @length: how many; some ten thousands are enough
 * @dialect: (out): how the file seems to be written
 * @error: CVN_ERROR_FORMAT when it is UTF-16
 *
 * Encoding, delimiter, decimals and line ends as the sample shows them. A sample of nothing but ASCII leaves the
 * encoding undecided; the reader decides at the first byte that is not.
 */
gboolean
cvn_csv_dialect_sniff (const char *sample, gsize length, CvnCsvDialect *dialect, GError **error)
{
  const char *at = sample, *end = sample + length;
  const char *line_end;

  if (is_utf_16 (sample, length))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT,
                           _("This file is written in UTF-16. Save it as “CSV UTF-8” and try again."));
      return FALSE;
    }

  *dialect = (CvnCsvDialect){ 0 };
  dialect->bom = length >= 3 && memcmp (sample, "\xef\xbb\xbf", 3) == 0;
  if (dialect->bom)
    at += 3;
  dialect->encoding = dialect->bom ? CVN_CSV_ENCODING_UTF_8 : sniff_encoding (at, (gsize) (end - at));
  dialect->separator_line = read_separator_line (&at, end, &dialect->delimiter);
  if (!dialect->separator_line)
    dialect->delimiter = sniff_delimiter (at, end);
  dialect->language = sniff_language (at, end, dialect->delimiter);
  line_end = at < end ? memchr (at, '\n', (gsize) (end - at)) : NULL;
  dialect->crlf = line_end != NULL && line_end > at && line_end[-1] == '\r';
  return TRUE;
}
