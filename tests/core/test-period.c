/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-period"

#include "cvn-error.h"
#include "cvn-half-year.h"
#include "cvn-month.h"
#include "cvn-period.h"

#define CASES 10000

static CvnPeriod
make (const char *from, const char *to)
{
  CvnPeriod period = { 0 };

  if (from != NULL)
    g_assert_true (cvn_date_parse_iso (from, &period.from, NULL));
  if (to != NULL)
    g_assert_true (cvn_date_parse_iso (to, &period.to, NULL));

  return period;
}

static void
assert_text (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_relations (void)
{
  static const struct
  {
    const char *from_a, *to_a, *from_b, *to_b;
    gboolean    overlaps, covers, follows;
  } cases[] = {
    { "2016-06-01", "2019-05-31", "2019-06-01", "2021-12-31", FALSE, FALSE, TRUE },
    { "2016-06-01", "2019-06-01", "2019-06-01", "2021-12-31", TRUE, FALSE, FALSE },
    { "2016-06-01", "2019-05-30", "2019-06-01", "2021-12-31", FALSE, FALSE, FALSE },
    { "2018", "2018", "2018-07-01", "2018-12-31", TRUE, TRUE, FALSE },
    { "2018-06", "2018-06", "2018-07", "2018-07", FALSE, FALSE, TRUE },
    { "2018", NULL, "2030-01-01", "2031-01-01", TRUE, TRUE, FALSE },
    { NULL, "2018", "2017", NULL, TRUE, FALSE, FALSE },
    { NULL, NULL, NULL, NULL, TRUE, TRUE, FALSE },
    { NULL, "2018-12-31", "2019-01-01", NULL, FALSE, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnPeriod a = make (cases[i].from_a, cases[i].to_a), b = make (cases[i].from_b, cases[i].to_b);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (cvn_period_overlaps (&a, &b), ==, cases[i].overlaps);
      g_assert_cmpint (cvn_period_overlaps (&b, &a), ==, cases[i].overlaps);
      g_assert_cmpint (cvn_period_covers (&a, &b), ==, cases[i].covers);
      g_assert_cmpint (cvn_period_follows (&b, &a), ==, cases[i].follows);
    }
}

static void
test_days (void)
{
  CvnPeriod year = make ("2020", "2020"), day = make ("2020-02-29", "2020-02-29"), open = make ("2020", NULL);
  CvnPeriod backwards = make ("2020-02-02", "2020-02-01"), common;
  CvnDate   february = { 2020, 2, 0 }, outside = { 2021, 0, 0 };

  g_assert_cmpint (cvn_period_days (&year), ==, 366);
  g_assert_cmpint (cvn_period_days (&day), ==, 1);
  g_assert_cmpint (cvn_period_days (&open), ==, -1);
  g_assert_false (cvn_period_is_valid (&backwards));
  g_assert_false (cvn_period_is_valid (&(CvnPeriod){ { 2020, 2, 30 }, { 0 } }));
  g_assert_false (cvn_period_is_valid (&(CvnPeriod){ { 0 }, { 2020, 13, 1 } }));
  g_assert_true (cvn_period_contains (&year, &february));
  g_assert_false (cvn_period_contains (&day, &february));
  g_assert_false (cvn_period_contains (&year, &outside));
  g_assert_true (cvn_period_contains (&open, &outside));

  g_assert_true (cvn_period_intersect (&open, &day, &common));
  g_assert_cmpint (cvn_period_days (&common), ==, 1);
  g_assert_true (cvn_period_intersect (&open, &open, &common));
  g_assert_cmpint (cvn_period_days (&common), ==, -1);
}

static void
test_splits_year (void)
{
  CvnPeriod agreements[] = { make ("2016-06-01", "2019-05-31"), make ("2019-06", "2023-12") };
  CvnPeriod late[] = { make ("2019-04-04", "2019-12-31") };
  CvnPeriod doubled[] = { make ("2019", "2019"), make ("2019-12", NULL) };
  g_autoptr (GError) error = NULL;
  gint64 parts[2] = { 0 };

  g_assert_true (cvn_period_split_year (2019, agreements, 2, 5436990, parts, NULL));
  g_assert_cmpint (parts[0], ==, 2265413);
  g_assert_cmpint (parts[1], ==, 3171577);
  g_assert_true (cvn_period_split_year (2018, agreements, 2, 5436990, parts, NULL));
  g_assert_cmpint (parts[0], ==, 5436990);
  g_assert_cmpint (parts[1], ==, 0);

  /* Only five months of this year: the other seven are nobody's. */
  g_assert_true (cvn_period_split_year (2019, agreements, 1, 1200, parts, NULL));
  g_assert_cmpint (parts[0], ==, 500);

  g_assert_false (cvn_period_split_year (2019, late, 1, 1200, parts, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (cvn_period_split_year (2019, doubled, 2, 1200, parts, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
}

static void
test_split_sums (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      guint8    last_month = (guint8) g_test_rand_int_range (1, 12);
      CvnPeriod periods[] = { { { 0 }, { 2019, last_month, 0 } }, { { 2019, last_month + 1, 1 }, { 0 } } };
      gint64    total = (gint64) g_test_rand_int () * 65536 + g_test_rand_int (), parts[2];

      g_assert_true (cvn_period_split_year (2019, periods, 2, total, parts, NULL));
      g_assert_cmpint (parts[0] + parts[1], ==, total);
      g_assert_cmpint (ABS (parts[0] * 12 - total * last_month), <, 12);
    }
}

static void
test_month (void)
{
  static const char *const same[] = { "2018-01", "01-2018", "1/2018", "januari 2018", "January 2018", "jan 2018", " JAN 2018 " };
  static const char *const refused[] = { "", "2018", "2018-01-01", "13-2018", "2018-13", "1 januari 2018", "januari" };
  CvnDate                  date = { 2018, 3, 14 };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      gint64 month = 0;

      g_assert_true (cvn_month_parse (same[i], &month, NULL));
      g_assert_cmpint (month, ==, 2018 * 12);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 month = 7;

      g_assert_false (cvn_month_parse (refused[i], &month, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      g_assert_cmpint (month, ==, 7);
    }

  g_assert_cmpint (cvn_month_of_date (&date), ==, 2018 * 12 + 2);
  g_assert_cmpint (cvn_month_to_date (2018 * 12 + 11).month, ==, 12);
  assert_text (cvn_month_to_iso (2018 * 12), "2018-01");
  assert_text (cvn_month_format (2018 * 12, CVN_LANGUAGE_EN), "January 2018");
  assert_text (cvn_month_format (2018 * 12, CVN_LANGUAGE_NL), "januari 2018");
  assert_text (cvn_month_format_short (2018 * 12 + 2, CVN_LANGUAGE_EN), "Mar");
  assert_text (cvn_month_format_short (2018 * 12 + 2, CVN_LANGUAGE_NL), "mrt");
}

static void
test_month_round_trip (void)
{
  for (gint64 month = 1000 * 12; month < 3000 * 12; month++)
    {
      g_autofree char *iso = cvn_month_to_iso (month);
      g_autofree char *en = cvn_month_format (month, CVN_LANGUAGE_EN);
      g_autofree char *nl = cvn_month_format (month, CVN_LANGUAGE_NL);
      gint64           a = 0, b = 0, c = 0;

      g_assert_true (cvn_month_parse (iso, &a, NULL) && cvn_month_parse (en, &b, NULL) && cvn_month_parse (nl, &c, NULL));
      g_assert_true (a == month && b == month && c == month);
    }
}

static void
test_half_year (void)
{
  static const char *const refused[] = { "", "2018", "2018-H0", "2018-H3", "2018-H12", "18-H1", "2018 H1", "0000-H1", "20a8-H1" };
  CvnDate                  june = { 2018, 6, 30 }, july = { 2018, 7, 0 };
  CvnPeriod                first, second;
  int                      half_year = 0;

  g_assert_true (cvn_half_year_parse ("2018-H1", &half_year, NULL));
  g_assert_cmpint (half_year, ==, 2018 * 2);
  g_assert_true (cvn_half_year_parse ("2018-h2", &half_year, NULL));
  g_assert_cmpint (half_year, ==, 2018 * 2 + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cvn_half_year_parse (refused[i], &half_year, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
    }

  g_assert_cmpint (cvn_half_year_of_date (&june), ==, 2018 * 2);
  g_assert_cmpint (cvn_half_year_of_date (&july), ==, 2018 * 2 + 1);
  first = cvn_half_year_get_period (2018 * 2);
  second = cvn_half_year_get_period (2018 * 2 + 1);
  g_assert_cmpint (cvn_period_days (&first), ==, 181);
  g_assert_cmpint (cvn_period_days (&second), ==, 184);
  g_assert_true (cvn_period_follows (&second, &first));
  assert_text (cvn_half_year_to_code (2018 * 2 + 1), "2018-H2");
  assert_text (cvn_half_year_format (2018 * 2, CVN_LANGUAGE_EN), "first half of 2018");
  assert_text (cvn_half_year_format (2018 * 2 + 1, CVN_LANGUAGE_NL), "tweede helft van 2018");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/period/relations", test_relations);
  g_test_add_func ("/core/period/days", test_days);
  g_test_add_func ("/core/period/splits-year", test_splits_year);
  g_test_add_func ("/core/period/split-sums", test_split_sums);
  g_test_add_func ("/core/month/reads-and-writes", test_month);
  g_test_add_func ("/core/month/round-trip", test_month_round_trip);
  g_test_add_func ("/core/half-year/reads-and-writes", test_half_year);

  return g_test_run ();
}
