/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-bsn"

#include "cvn-bsn.h"

#include "cvn-bsn-context.h"
#include "cvn-bsn-token.h"

#include <string.h>

/* One in eleven numbers passes by chance; a column far above that is no chance. */
#define COLUMN_TOKENS    5
#define COLUMN_PER_MILLE 600

/**
 * cvn_bsn_test:
 * @digits: a text
 *
 * The eleven-test of the BSN: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h - i is divisible by
 * eleven. Eight digits get a leading zero. Any thread, as all of this file.
 *
 * Returns: whether @digits is 8 or 9 digits that pass and are not all zero
 */
gboolean
cvn_bsn_test (const char *digits)
{
  int   sum = 0;
  gsize length;

  g_return_val_if_fail (digits != NULL, FALSE);

  length = strlen (digits);
  if (length < 8 || length > 9 || strspn (digits, "0123456789") != length || strspn (digits, "0") == length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      int weight = (int) (length - i);

      sum += (digits[i] - '0') * (weight == 1 ? -1 : weight);
    }

  return sum % 11 == 0;
}

static CvnBsnVerdict
judge (const char *plain, const CvnBsnToken *token, const char *header)
{
  gboolean named;

  if (!cvn_bsn_test (token->digits))
    return CVN_BSN_NONE;

  named = header != NULL && cvn_bsn_context_header_names_bsn (header);
  if (!named && cvn_bsn_context_is_other_number (plain, token, header))
    return CVN_BSN_NONE;
  if (named || cvn_bsn_context_is_near_keyword (plain, token))
    return CVN_BSN_CERTAIN;

  /* Too many ordinary numbers have eight digits, and KvK numbers are among them. */
  return strlen (token->digits) == 9 ? CVN_BSN_POSSIBLE : CVN_BSN_NONE;
}

static char *
mask (const CvnBsnToken *token)
{
  return g_strconcat ("•••••", token->digits + strlen (token->digits) - 4, NULL);
}

/**
 * cvn_bsn_scan:
 * @text: a cell, note, file name or other free text, UTF-8
 * @header: (nullable): the heading of its column or the name of its field
 * @masked: (out) (optional) (nullable) (transfer full): the number found as "•••••6782",
 *   the only form that may be shown, logged or stored
 *
 * Looks for a citizen service number: a number of nine digits standing alone or in
 * groups that passes the eleven-test, or of eight when the words near it name it. Phone
 * numbers, amounts, VAT and account numbers, references and longer numbers are let pass.
 * Typed fields are checked by their own rule, not by this one.
 *
 * Returns: the verdict of the most certain number
 */
CvnBsnVerdict
cvn_bsn_scan (const char *text, const char *header, char **masked)
{
  g_autofree char *plain = NULL;
  CvnBsnVerdict    worst = CVN_BSN_NONE;
  CvnBsnToken      token = { 0 };

  g_return_val_if_fail (text != NULL, CVN_BSN_NONE);

  if (masked != NULL)
    *masked = NULL;
  if (!cvn_bsn_token_is_possible (text))
    return CVN_BSN_NONE;

  plain = cvn_bsn_token_make_plain (text);
  while (cvn_bsn_token_next (plain, &token))
    {
      CvnBsnVerdict verdict = judge (plain, &token, header);

      if (verdict <= worst)
        continue;
      worst = verdict;
      if (masked != NULL)
        {
          g_free (*masked);
          *masked = mask (&token);
        }
    }

  return worst;
}

/**
 * cvn_bsn_column_add:
 * @column: the counts so far
 * @cell: the next cell of the column, UTF-8
 */
void
cvn_bsn_column_add (CvnBsnColumn *column, const char *cell)
{
  g_autofree char *plain = NULL;
  CvnBsnToken      token = { 0 };

  g_return_if_fail (column != NULL && cell != NULL);

  if (!cvn_bsn_token_is_possible (cell))
    return;

  plain = cvn_bsn_token_make_plain (cell);
  while (cvn_bsn_token_next (plain, &token))
    {
      if (strlen (token.digits) != 9 || cvn_bsn_context_is_other_number (plain, &token, NULL))
        continue;
      column->tokens++;
      column->passing += cvn_bsn_test (token.digits);
    }
}

/**
 * cvn_bsn_column_is_suspect:
 * @column: the counts of a whole column
 *
 * Returns: whether at least five numbers were seen and six in ten pass the eleven-test
 */
gboolean
cvn_bsn_column_is_suspect (const CvnBsnColumn *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return column->tokens >= COLUMN_TOKENS &&
         (guint64) column->passing * 1000 >= (guint64) column->tokens * COLUMN_PER_MILLE;
}
