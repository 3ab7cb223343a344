/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-fee-grid"

#include "cvn-fee-grid.h"

#include "cvn-error.h"

#define CASES 10000

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    gint64      dutch; /* -1: empty, -2: wrong */
    gint64      english;
  } cases[] = {
    { "12", 12, 12 },
    { "0", 0, 0 },
    { "", -1, -1 },
    { "  ", -1, -1 },
    { " 7 ", 7, 7 },
    { "1.234", 1234, -2 },
    { "1,234", -2, 1234 },
    { "1 234", 1234, 1234 },
    { "1\u00a0234", 1234, 1234 },
    { "12,00", 12, 12 },
    { "12.0", 12, 12 },
    { "1.234,00", 1234, 1234 },
    { "12,5", -2, -2 },
    { "-1", -2, -2 },
    { "\u22121", -2, -2 },
    { "-", -2, -2 },
    { "1000000", 1000000, 1000000 },
    { "1000001", -2, -2 },
    { "99999999999999999999", -2, -2 },
    { "Leiden", -2, -2 },
    { "EUR 5", -2, -2 },
    { "(5)", -2, -2 },
    { "1e3", -2, -2 },
    { "\xff", -2, -2 },
  };
  g_autoptr (CvnFeeGrid) grid = cvn_fee_grid_new (1, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < 2; j++)
      {
        gint64      expected = j == 0 ? cases[i].dutch : cases[i].english;
        CvnFeeCell *cell = cvn_fee_grid_get (grid, 0, j);

        g_test_message ("case %u %u", i, j);
        g_assert_cmpint (cvn_fee_grid_set (grid, 0, j, cases[i].text, j == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN), ==, expected != -2);
        g_assert_cmpint (cell->state, ==, expected == -2 ? CVN_FEE_CELL_WRONG : expected == -1 ? CVN_FEE_CELL_EMPTY
                                                                                               : CVN_FEE_CELL_COUNT);
        g_assert_cmpint (cell->count, ==, MAX (expected, 0));
        g_assert_cmpint (cell->error != NULL, ==, expected == -2);
      }
}

/* Six municipalities by twelve months, as copied from a sheet. */
static void
test_block (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CvnFeeGrid) block = NULL;

  for (guint row = 0; row < 6; row++)
    for (guint column = 0; column < 12; column++)
      g_string_append_printf (text, "%u%s", 100 * row + column, column < 11 ? "\t" : "\r\n");
  block = cvn_fee_grid_parse (text->str, CVN_LANGUAGE_NL, NULL);
  g_assert_cmpuint (block->n_rows, ==, 6);
  g_assert_cmpuint (block->n_columns, ==, 12);
  g_assert_cmpuint (cvn_fee_grid_count_wrong (block), ==, 0);
  for (guint row = 0; row < 6; row++)
    g_assert_cmpint (cvn_fee_grid_sum_row (block, row), ==, 1200 * row + 66);
  for (guint column = 0; column < 12; column++)
    g_assert_cmpint (cvn_fee_grid_sum_column (block, column), ==, 1500 + 6 * column);
  g_assert_cmpint (cvn_fee_grid_sum (block), ==, 12 * 1500 + 6 * 66);
  g_assert_cmpint (cvn_fee_grid_sum_year (block, 2019 * 12, 2019), ==, 12 * 1500 + 6 * 66);
  g_assert_cmpint (cvn_fee_grid_sum_year (block, 2019 * 12 + 10, 2019), ==, 1500 + 1506);
  g_assert_cmpint (cvn_fee_grid_sum_year (block, 2019 * 12, 2020), ==, 0);
}

static void
test_ragged (void)
{
  g_autoptr (CvnFeeGrid) block = cvn_fee_grid_parse ("1\tx\t3\n\n-4\n\n\n", CVN_LANGUAGE_EN, NULL);

  g_assert_cmpuint (block->n_rows, ==, 3);
  g_assert_cmpuint (block->n_columns, ==, 3);
  g_assert_cmpuint (cvn_fee_grid_count_wrong (block), ==, 2);
  g_assert_cmpint (cvn_fee_grid_get (block, 0, 1)->state, ==, CVN_FEE_CELL_WRONG);
  g_assert_cmpint (cvn_fee_grid_get (block, 1, 0)->state, ==, CVN_FEE_CELL_EMPTY);
  g_assert_cmpstr (cvn_fee_grid_get (block, 2, 0)->error, ==, "A count cannot be negative.");
  g_assert_cmpint (cvn_fee_grid_get (block, 2, 2)->state, ==, CVN_FEE_CELL_EMPTY);
  g_assert_cmpint (cvn_fee_grid_sum (block), ==, 4);
}

static void
test_pastes (void)
{
  g_autoptr (CvnFeeGrid) grid = cvn_fee_grid_new (3, 3);
  g_autoptr (CvnFeeGrid) block = cvn_fee_grid_parse ("1\tx\n\t4", CVN_LANGUAGE_NL, NULL);
  static const guint places[][2] = { { 2, 0 }, { 0, 2 }, { 4, 0 }, { 0, G_MAXUINT } };

  cvn_fee_grid_set (grid, 1, 2, "y", CVN_LANGUAGE_NL);
  cvn_fee_grid_set (grid, 2, 1, "9", CVN_LANGUAGE_NL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cvn_fee_grid_paste (grid, block, places[i][0], places[i][1], &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
      g_assert_cmpint (cvn_fee_grid_sum (grid), ==, 9);
    }
  g_assert_true (cvn_fee_grid_paste (grid, block, 1, 1, NULL));
  g_assert_cmpint (cvn_fee_grid_get (grid, 1, 1)->count, ==, 1);
  g_assert_nonnull (cvn_fee_grid_get (grid, 1, 2)->error);
  g_assert_cmpint (cvn_fee_grid_get (grid, 2, 1)->count, ==, 9);
  g_assert_cmpint (cvn_fee_grid_get (grid, 2, 2)->count, ==, 4);
}

static void
test_refuses (void)
{
  g_autofree char *high = g_strnfill (500, '\n');
  g_autofree char *wide = g_strnfill (200, '\t');
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) too_high = NULL;
  g_autoptr (GError) too_wide = NULL;

  g_assert_null (cvn_fee_grid_parse ("\r\n", CVN_LANGUAGE_NL, &empty));
  g_assert_error (empty, CVN_ERROR, CVN_ERROR_INVALID);
  high[499] = '1';
  g_assert_null (cvn_fee_grid_parse (high, CVN_LANGUAGE_NL, &too_high));
  g_assert_error (too_high, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
  g_assert_null (cvn_fee_grid_parse (wide, CVN_LANGUAGE_NL, &too_wide));
  g_assert_error (too_wide, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
}

/* Rows, columns and years make the same total, whatever the block looks like. */
static void
test_random (void)
{
  static const char letters[] = "0123456789\t\t\n., -x";

  for (guint i = 0; i < CASES; i++)
    {
      char   text[61] = { 0 };
      gint64 by_row = 0;
      gint64 by_column = 0;
      gint64 by_year = 0;
      g_autoptr (CvnFeeGrid) block = NULL;

      for (guint j = 0; j < sizeof text - 1; j++)
        text[j] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      block = cvn_fee_grid_parse (text, (CvnLanguage) g_test_rand_int_range (CVN_LANGUAGE_EN, CVN_LANGUAGE_NL + 1), NULL);
      if (block == NULL)
        continue;
      for (guint row = 0; row < block->n_rows; row++)
        by_row += cvn_fee_grid_sum_row (block, row);
      for (guint column = 0; column < block->n_columns; column++)
        by_column += cvn_fee_grid_sum_column (block, column);
      for (int year = 2018; year < 2030; year++)
        by_year += cvn_fee_grid_sum_year (block, 2018 * 12 + i % 12, year);
      g_assert_cmpint (by_row, ==, cvn_fee_grid_sum (block));
      g_assert_cmpint (by_column, ==, by_row);
      g_assert_cmpint (by_year, ==, by_row);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/fee-grid/cells", test_cells);
  g_test_add_func ("/core/fee-grid/block", test_block);
  g_test_add_func ("/core/fee-grid/ragged", test_ragged);
  g_test_add_func ("/core/fee-grid/pastes", test_pastes);
  g_test_add_func ("/core/fee-grid/refuses", test_refuses);
  g_test_add_func ("/core/fee-grid/random", test_random);

  return g_test_run ();
}
