/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-grid"

#include "cvn-fee-grid.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The grid of municipalities by months in which registrations are counted, and blocks that are pasted into it. Source:
 * feature 55. A grid belongs to one thread; the functions keep nothing else.
 */

/* The largest count that the kind registration_count allows. */
#define MOST 1000000

/* More than all municipalities of the country by sixteen years of months. */
#define MOST_ROWS    400
#define MOST_COLUMNS 200

/** cvn_fee_grid_new: (transfer full): a grid of empty cells. */
CvnFeeGrid *
cvn_fee_grid_new (guint n_rows,
                  guint n_columns)
{
  CvnFeeGrid *self = g_new0 (CvnFeeGrid, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_new0 (CvnFeeCell, (gsize) n_rows * n_columns);
  return self;
}

/** cvn_fee_grid_free: (nullable): frees the grid and the messages of its cells. */
void
cvn_fee_grid_free (CvnFeeGrid *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < (gsize) self->n_rows * self->n_columns; i++)
    g_free (self->cells[i].error);
  g_free (self->cells);
  g_free (self);
}

/** cvn_fee_grid_get: the cell, owned by the grid. */
CvnFeeCell *
cvn_fee_grid_get (const CvnFeeGrid *self,
                  guint             row,
                  guint             column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return &self->cells[(gsize) row * self->n_columns + column];
}

/* Only what a spreadsheet writes in a number: no currency and no parentheses, which an amount may have. */
static gboolean
looks_like_number (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && (c >= 128 || strchr ("0123456789.,-", (int) c) == NULL) && c != 0x2212)
        return FALSE;
    }
  return TRUE;
}

/* Numbers have the same forms as amounts, so "1.234" and "12,00" are read alike; but a count is whole. */
static const char *
read_count (const char *text,
            CvnLanguage language,
            gint64     *count)
{
  g_autoptr (GError) error = NULL;
  gint64 hundredths;

  if (!looks_like_number (text))
    return _("Expected a number, such as 12.");
  if (!cvn_money_parse (text, language, &hundredths, &error))
    {
      if (g_error_matches (error, CVN_ERROR, CVN_ERROR_AMBIGUOUS))
        return _("This can be read as thousands or as decimals. Write the number without a mark.");
      return g_error_matches (error, CVN_ERROR, CVN_ERROR_OVERFLOW) ? _("This is too many: expected at most 1000000.") : _("Expected a number, such as 12.");
    }
  if (hundredths < 0)
    return _("A count cannot be negative.");
  if (hundredths % 100 != 0)
    return _("Expected a whole number: a count has no decimals.");
  if (hundredths / 100 > MOST)
    return _("This is too many: expected at most 1000000.");
  *count = hundredths / 100;
  return NULL;
}

/**
 * cvn_fee_grid_set:
 * @text: what was typed or pasted; nothing but spaces empties the cell
 * @language: how to read "1.234"
 *
 * The message of a wrong cell never repeats @text, which may be anything.
 *
 * Returns: whether the cell is right; a wrong one counts for nothing
 */
gboolean
cvn_fee_grid_set (CvnFeeGrid *self,
                  guint       row,
                  guint       column,
                  const char *text,
                  CvnLanguage language)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  CvnFeeCell      *cell = cvn_fee_grid_get (self, row, column);
  const char      *problem;

  g_return_val_if_fail (cell != NULL, FALSE);

  g_clear_pointer (&cell->error, g_free);
  *cell = (CvnFeeCell){ 0 };
  if (*g_strstrip (valid) == '\0')
    return TRUE;
  problem = read_count (valid, language, &cell->count);
  cell->error = g_strdup (problem);
  cell->state = problem == NULL ? CVN_FEE_CELL_COUNT : CVN_FEE_CELL_WRONG;
  return problem == NULL;
}

/* The rows of the text without the empty ones at its end, which spreadsheets put there. */
static GStrv
split_rows (const char *text)
{
  g_autofree char *plain = NULL;
  GString         *lines = g_string_new (text);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  while (lines->len > 0 && lines->str[lines->len - 1] == '\n')
    g_string_truncate (lines, lines->len - 1);
  plain = g_string_free (lines, FALSE);
  return g_strsplit (plain, "\n", MOST_ROWS + 2);
}

static guint
count_columns (char **rows)
{
  guint most = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      guint n = 1;

      for (const char *at = rows[i]; *at != '\0'; at++)
        n += *at == '\t';
      most = MAX (most, n);
    }
  return most;
}

/**
 * cvn_fee_grid_parse:
 * @text: a block from a spreadsheet: cells divided by tabs, rows by line ends
 * @language: how to read "1.234": a thousand in Dutch, and asked for in English
 *
 * Cells that are not counts keep their message; short rows are filled with empty cells. Fails with %CVN_ERROR_INVALID when
 * there is nothing in it, or %CVN_ERROR_OUT_OF_RANGE when it is larger than 400 rows of 200 cells.
 *
 * Returns: (transfer full): the block
 */
CvnFeeGrid *
cvn_fee_grid_parse (const char *text,
                    CvnLanguage language,
                    GError    **error)
{
  g_auto (GStrv) rows = split_rows (text);
  guint n_rows = g_strv_length (rows);
  guint n_columns = count_columns (rows);
  g_autoptr (CvnFeeGrid) self = NULL;

  if (n_rows == 0)
    {
      cvn_check_fail (error, "count", _("There is nothing to paste: copy some cells of a spreadsheet first."));
      return NULL;
    }
  if (n_rows > MOST_ROWS || n_columns > MOST_COLUMNS)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, _("This block is too large: copy only the counts, without the rest of the sheet."));
      cvn_error_set_field (error, "count");
      return NULL;
    }
  self = cvn_fee_grid_new (n_rows, n_columns);
  for (guint row = 0; row < n_rows; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], "\t", -1);

      for (guint column = 0; cells[column] != NULL; column++)
        cvn_fee_grid_set (self, row, column, cells[column], language);
    }
  return g_steal_pointer (&self);
}

/**
 * cvn_fee_grid_paste:
 * @block: what to put into @self, with its first cell at @row and @column
 *
 * Empty cells of @block leave what is there. Fails with %CVN_ERROR_OUT_OF_RANGE at "count" when @block does not fit;
 * nothing is changed then.
 */
gboolean
cvn_fee_grid_paste (CvnFeeGrid       *self,
                    const CvnFeeGrid *block,
                    guint             row,
                    guint             column,
                    GError          **error)
{
  if (row > self->n_rows || column > self->n_columns || block->n_rows > self->n_rows - row ||
      block->n_columns > self->n_columns - column)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE, _("The block has %1$u rows and %2$u columns and does not fit here. Choose another first cell, or copy less."),
                   block->n_rows, block->n_columns);
      cvn_error_set_field (error, "count");
      return FALSE;
    }
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        const CvnFeeCell *from = cvn_fee_grid_get (block, i, j);
        CvnFeeCell       *to = cvn_fee_grid_get (self, row + i, column + j);

        if (from->state == CVN_FEE_CELL_EMPTY)
          continue;
        g_free (to->error);
        *to = (CvnFeeCell){ from->state, from->count, g_strdup (from->error) };
      }
  return TRUE;
}

/** cvn_fee_grid_count_wrong: how many cells are not counts. */
guint
cvn_fee_grid_count_wrong (const CvnFeeGrid *self)
{
  guint n = 0;

  for (gsize i = 0; i < (gsize) self->n_rows * self->n_columns; i++)
    n += self->cells[i].state == CVN_FEE_CELL_WRONG;
  return n;
}

/** cvn_fee_grid_sum_row: all months of one municipality. Counts are small enough for no sum to overflow. */
gint64
cvn_fee_grid_sum_row (const CvnFeeGrid *self,
                      guint             row)
{
  gint64 sum = 0;

  for (guint column = 0; column < self->n_columns; column++)
    sum += cvn_fee_grid_get (self, row, column)->count;
  return sum;
}

/** cvn_fee_grid_sum_column: all municipalities in one month. */
gint64
cvn_fee_grid_sum_column (const CvnFeeGrid *self,
                         guint             column)
{
  gint64 sum = 0;

  for (guint row = 0; row < self->n_rows; row++)
    sum += cvn_fee_grid_get (self, row, column)->count;
  return sum;
}

/** cvn_fee_grid_sum_year: all cells in one year; @first_month, year * 12 + month - 1, is the month of the first column. */
gint64
cvn_fee_grid_sum_year (const CvnFeeGrid *self,
                       gint64            first_month,
                       int               year)
{
  gint64 sum = 0;

  for (guint column = 0; column < self->n_columns; column++)
    if ((first_month + column) / 12 == year)
      sum += cvn_fee_grid_sum_column (self, column);
  return sum;
}

/** cvn_fee_grid_sum: all cells. */
gint64
cvn_fee_grid_sum (const CvnFeeGrid *self)
{
  gint64 sum = 0;

  for (guint row = 0; row < self->n_rows; row++)
    sum += cvn_fee_grid_sum_row (self, row);
  return sum;
}
