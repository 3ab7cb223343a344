/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-fee-forecast"

#include "cvn-fee-forecast.h"

#include "cvn-error.h"

#define CASES 10000

#define WHOLE                                                              \
  {                                                                        \
    TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE \
  }

/* Worked out by hand. The three years make 1200, of which the first quarter has 300. */
static const CvnFeeYear earlier[] = {
  { { 30, 30, 40, 30, 30, 30, 10, 20, 90, 50, 30, 10 }, WHOLE },
  { { 20, 40, 40, 30, 30, 30, 20, 10, 90, 50, 20, 20 }, WHOLE },
  { { 40, 30, 30, 30, 30, 30, 10, 10, 90, 50, 30, 20 }, WHOLE },
  /* Not whole, so left out. */
  { { 9999 }, { TRUE } },
};

static const struct
{
  CvnFeeYear year;
  guint      n_earlier;
  gint64     months[12];
  gint64     total;
} forecasts[] = {
  /* 90 of a quarter of the year: 360; the other 270 by 90 90 90 40 40 270 150 80 50. */
  { { { 25, 35, 30 }, { TRUE, TRUE, TRUE } }, 4, { 25, 35, 30, 27, 27, 27, 12, 12, 81, 45, 24, 15 }, 360 },
  /* 7: 28; 21 by the same. */
  { { { 1, 3, 3 }, { TRUE, TRUE, TRUE } }, 4, { 1, 3, 3, 2, 2, 2, 1, 1, 6, 4, 2, 1 }, 28 },
  { { { 0, 0, 0 }, { TRUE, TRUE, TRUE } }, 4, { 0 }, 0 },
  /* Nothing known yet: the average of the years. */
  { { { 0 } }, 4, { 30, 34, 37, 30, 30, 30, 13, 13, 90, 50, 27, 16 }, 400 },
};

static void
test_makes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forecasts); i++)
    {
      CvnFeeForecast found;
      gint64         sum = 0;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      cvn_fee_forecast_make (earlier, forecasts[i].n_earlier, &forecasts[i].year, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpint (found.total, ==, forecasts[i].total);
      for (guint m = 0; m < 12; m++)
        {
          sum += found.months[m];
          g_assert_cmpint (found.estimated[m], ==, !forecasts[i].year.known[m]);
          /* Of the average only the sum is worked out. */
          if (i < 3)
            g_assert_cmpint (found.months[m], ==, forecasts[i].months[m]);
        }
      g_assert_cmpint (sum, ==, forecasts[i].total);
    }
}

static void
test_edges (void)
{
  const CvnFeeYear whole = { { 5 }, WHOLE };
  const CvnFeeYear open = { { 5 }, { TRUE } };
  const CvnFeeYear negative = { { -5 }, WHOLE };
  CvnFeeForecast   found;
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) wrong = NULL;

  g_assert_true (cvn_fee_forecast_make (NULL, 0, &whole, &found, NULL));
  g_assert_cmpint (found.total, ==, 5);
  g_assert_false (found.estimated[11]);
  g_assert_false (cvn_fee_forecast_make (&earlier[3], 1, &open, &found, &none));
  g_assert_error (none, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_assert_false (cvn_fee_forecast_make (&negative, 1, &open, &found, &wrong));
  g_assert_cmpstr (cvn_error_get_field (wrong), ==, "month");
  /* Earlier years had nothing in the open months. */
  g_assert_true (cvn_fee_forecast_make (&whole, 1, &open, &found, NULL));
  g_assert_cmpint (found.total, ==, 5);
  g_assert_true (found.estimated[11]);
}

/* The months make the total, what is known stays, and the total is what the formula says. */
static void
test_random (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      CvnFeeYear     years[3] = { { .known = WHOLE }, { .known = WHOLE }, { .known = WHOLE } };
      CvnFeeYear     year = { 0 };
      CvnFeeForecast found;
      guint          n = (guint) g_test_rand_int_range (1, 4);
      gint64         known = 0;
      gint64         known_before = 0;
      gint64         all_before = 0;
      gint64         sum = 0;

      for (guint m = 0; m < 12; m++)
        {
          year.known[m] = m == 0 || g_test_rand_int_range (0, 2) == 0;
          year.months[m] = year.known[m] ? g_test_rand_int_range (0, 100000) : 0;
          known += year.months[m];
          for (guint y = 0; y < n; y++)
            {
              years[y].months[m] = g_test_rand_int_range (1, 100000);
              all_before += years[y].months[m];
              known_before += year.known[m] ? years[y].months[m] : 0;
            }
        }
      g_assert_true (cvn_fee_forecast_make (years, n, &year, &found, NULL));
      for (guint m = 0; m < 12; m++)
        {
          sum += found.months[m];
          g_assert_cmpint (found.months[m], >=, 0);
          if (year.known[m])
            g_assert_cmpint (found.months[m], ==, year.months[m]);
        }
      g_assert_cmpint (sum, ==, found.total);
      g_assert_cmpint (found.known_total, ==, known);
      g_assert_cmpint (ABS (found.total * known_before - known * all_before) * 2, <=, known_before);
    }
}

static void
test_missing_months (void)
{
  static const gint64 known[] = { 2019 * 12 + 1, 2019 * 12 + 0, 2019 * 12 + 4 };
  static const struct
  {
    CvnDate     today;
    const char *months;
  } cases[] = {
    { { 2019, 1, 1 }, "" },
    { { 2019, 4, 10 }, "" },
    { { 2019, 4, 11 }, "3" },
    { { 2019, 6, 10 }, "3 4" },
    { { 2019, 6, 11 }, "3 4" },
    { { 2019, 7, 11 }, "3 4 6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) missing = cvn_fee_find_missing_months (known, 3, 2019 * 12, &cases[i].today, 10);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < missing->len; j++)
        g_string_append_printf (text, "%s%d", j > 0 ? " " : "", (int) (g_array_index (missing, gint64, j) % 12 + 1));
      g_assert_cmpstr (text->str, ==, cases[i].months);
    }
}

static void
test_compares (void)
{
  static const gint64 counts[] = { 90, 9, 0 };
  static const gint64 inhabitants[] = { 124306, 64956, 27197 };
  static const gint64 none[] = { 0, 0, 0 };
  CvnFeeShare         shares[3];
  gint64              rate;
  g_autoptr (GError) no_people = NULL;
  g_autoptr (GError) no_count = NULL;
  g_autoptr (GError) no_inhabitants = NULL;

  g_assert_true (cvn_fee_per_thousand (300, 124306, &rate, NULL));
  g_assert_cmpint (rate, ==, 241);
  g_assert_true (cvn_fee_per_thousand (1, 8, &rate, NULL));
  g_assert_cmpint (rate, ==, 12500);
  g_assert_false (cvn_fee_per_thousand (1, 0, &rate, &no_people));
  g_assert_cmpstr (cvn_error_get_field (no_people), ==, "inhabitants");
  g_assert_false (cvn_fee_per_thousand (-1, 5, &rate, &no_count));
  g_assert_cmpstr (cvn_error_get_field (no_count), ==, "count");

  g_assert_true (cvn_fee_compare_shares (counts, inhabitants, 3, shares, NULL));
  g_assert_cmpint (shares[0].count_share, ==, 909);
  g_assert_cmpint (shares[1].count_share, ==, 91);
  g_assert_cmpint (shares[2].count_share, ==, 0);
  g_assert_cmpint (shares[0].population_share, ==, 574);
  g_assert_cmpint (shares[1].population_share, ==, 300);
  g_assert_cmpint (shares[2].population_share, ==, 126);
  g_assert_false (cvn_fee_compare_shares (counts, none, 3, shares, &no_inhabitants));
  g_assert_cmpstr (cvn_error_get_field (no_inhabitants), ==, "inhabitants");
}

static void
test_overlap (void)
{
  static const struct
  {
    CvnFeeRow   fees[3];
    guint       n;
    const char *field; /* NULL: right */
  } cases[] = {
    { { { "registration", "all", "2016-06-01", "2018-09-30" }, { "registration", "adult", "2018-10-01", "2019-12-31" }, { "registration", "adult", "2020-01-01", NULL } }, 3, NULL },
    { { { "registration", "adult", "2020-01-01", NULL }, { "registration", "adult", "2018-10-01", "2020-01-01" } }, 2, "valid_from" },
    { { { "registration", "adult", "2020-01-01", NULL }, { "registration", "adult", "2024-01-01", NULL } }, 2, "valid_from" },
    { { { "registration", "adult", "2020-01-01", NULL }, { "registration", "child", "2020-01-01", NULL } }, 2, NULL },
    { { { "registration", "adult", "2020-01-01", NULL }, { "change", "adult", "2020-01-01", NULL } }, 2, NULL },
    { { { "registration", "adult", "2020-01-02", "2020-01-01" } }, 1, "valid_to" },
    { { { NULL } }, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_fee_check_overlap (cases[i].fees, cases[i].n, &error), ==, cases[i].field == NULL);
      g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/fee-forecast/makes", test_makes);
  g_test_add_func ("/core/fee-forecast/edges", test_edges);
  g_test_add_func ("/core/fee-forecast/random", test_random);
  g_test_add_func ("/core/fee-forecast/missing-months", test_missing_months);
  g_test_add_func ("/core/fee-forecast/compares", test_compares);
  g_test_add_func ("/core/fee-forecast/overlap", test_overlap);

  return g_test_run ();
}
