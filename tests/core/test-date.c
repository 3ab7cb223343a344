/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-date"

#include "cvn-date.h"
#include "cvn-error.h"

#define CASES 10000

static void
assert_text (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
assert_date (CvnDate date, int year, int month, int day)
{
  g_assert_cmpint (date.year, ==, year);
  g_assert_cmpint (date.month, ==, month);
  g_assert_cmpint (date.day, ==, day);
}

static void
test_validates (void)
{
  static const struct
  {
    CvnDate  date;
    gboolean valid;
  } cases[] = {
    { { 2016, 6, 1 }, TRUE },
    { { 2016, 6, 0 }, TRUE },
    { { 2016, 0, 0 }, TRUE },
    { { 2016, 2, 29 }, TRUE },
    { { 2000, 2, 29 }, TRUE },
    { { 9999, 12, 31 }, TRUE },
    { { 1900, 2, 29 }, FALSE },
    { { 2018, 2, 29 }, FALSE },
    { { 2018, 4, 31 }, FALSE },
    { { 2018, 13, 1 }, FALSE },
    { { 2018, 13, 0 }, FALSE },
    { { 2018, 0, 1 }, FALSE },
    { { 0, 0, 0 }, FALSE },
    { { -1, 1, 1 }, FALSE },
    { { 10000, 1, 1 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cvn_date_is_valid (&cases[i].date), ==, cases[i].valid);
}

static void
test_parses_iso (void)
{
  static const char *const refused[] = {
    "", "16", "20166", "2016-6", "2016-06-", "2016-", "2016-06-1", "2016-06-01T", " 2016", "2016-06-31",
    "2016-13", "2016-00", "2016-00-01", "2016-06-00", "0000", "2016/06/01", "01-06-2016", "2016-06-011"
  };
  CvnDate date = { 0 };

  g_assert_true (cvn_date_parse_iso ("2016", &date, NULL));
  assert_date (date, 2016, 0, 0);
  g_assert_cmpint (cvn_date_get_precision (&date), ==, CVN_DATE_YEAR);
  g_assert_true (cvn_date_parse_iso ("2016-06", &date, NULL));
  assert_date (date, 2016, 6, 0);
  g_assert_cmpint (cvn_date_get_precision (&date), ==, CVN_DATE_MONTH);
  g_assert_true (cvn_date_parse_iso ("2016-06-01", &date, NULL));
  assert_date (date, 2016, 6, 1);
  g_assert_cmpint (cvn_date_get_precision (&date), ==, CVN_DATE_DAY);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cvn_date_parse_iso (refused[i], &date, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      assert_date (date, 2016, 6, 1);
    }
}

static void
test_parses (void)
{
  static const struct
  {
    const char *text;
    CvnLanguage hint;
    CvnDate     date;
  } cases[] = {
    { "2026-04-03", CVN_LANGUAGE_EN, { 2026, 4, 3 } },
    { " 2026-04-03 ", CVN_LANGUAGE_NL, { 2026, 4, 3 } },
    { "2026", CVN_LANGUAGE_NL, { 2026, 0, 0 } },
    { "03-04-2026", CVN_LANGUAGE_NL, { 2026, 4, 3 } },
    { "3/4/2026", CVN_LANGUAGE_NL, { 2026, 4, 3 } },
    { "3.4.2026", CVN_LANGUAGE_NL, { 2026, 4, 3 } },
    { "13/04/2026", CVN_LANGUAGE_EN, { 2026, 4, 13 } },
    { "04/13/2026", CVN_LANGUAGE_EN, { 2026, 4, 13 } },
    { "04/04/2026", CVN_LANGUAGE_EN, { 2026, 4, 4 } },
    { "3 april 2026", CVN_LANGUAGE_NL, { 2026, 4, 3 } },
    { "3 April 2026", CVN_LANGUAGE_EN, { 2026, 4, 3 } },
    { "12 May 2026", CVN_LANGUAGE_EN, { 2026, 5, 12 } },
    { "12 mei 2026", CVN_LANGUAGE_EN, { 2026, 5, 12 } },
    { "May 12, 2026", CVN_LANGUAGE_EN, { 2026, 5, 12 } },
    { "3-apr-2026", CVN_LANGUAGE_NL, { 2026, 4, 3 } },
    { "3  MRT.  2026", CVN_LANGUAGE_NL, { 2026, 3, 3 } },
    { "juni 2016", CVN_LANGUAGE_EN, { 2016, 6, 0 } },
    { "06-2016", CVN_LANGUAGE_EN, { 2016, 6, 0 } },
    { "29-02-2020", CVN_LANGUAGE_NL, { 2020, 2, 29 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CvnDate date = { 0 };

      g_test_message ("%s", cases[i].text);
      cvn_date_parse (cases[i].text, cases[i].hint, &date, &error);
      g_assert_no_error (error);
      assert_date (date, cases[i].date.year, cases[i].date.month, cases[i].date.day);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    CvnLanguage hint;
    int         code;
  } cases[] = {
    { "03/04/2026", CVN_LANGUAGE_EN, CVN_ERROR_AMBIGUOUS },
    { "03-04-2026", CVN_LANGUAGE_EN, CVN_ERROR_AMBIGUOUS },
    { "04/13/2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "13/13/2026", CVN_LANGUAGE_EN, CVN_ERROR_INVALID },
    { "31-04-2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "29-02-2018", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "00-04-2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "03-00-2026", CVN_LANGUAGE_EN, CVN_ERROR_INVALID },
    { "03-04-26", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "03-04/2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "3--4-2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "4.2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "13-2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "2026-04-03x", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "3 brumaire 2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "31 juni 2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "0 juni 2026", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "3 4 april 2026 5", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "morgen", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "  ", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "\xff", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CvnDate date = { 7, 7, 7 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (cvn_date_parse (cases[i].text, cases[i].hint, &date, &error));
      g_assert_error (error, CVN_ERROR, cases[i].code);
      assert_date (date, 7, 7, 7);
    }
}

static void
test_formats (void)
{
  CvnDate day = { 2016, 6, 1 }, month = { 2016, 6, 0 }, year = { 2016, 0, 0 };

  assert_text (cvn_date_format (&day, CVN_LANGUAGE_EN), "1 June 2016");
  assert_text (cvn_date_format (&day, CVN_LANGUAGE_NL), "1 juni 2016");
  assert_text (cvn_date_format (&month, CVN_LANGUAGE_EN), "June 2016");
  assert_text (cvn_date_format (&month, CVN_LANGUAGE_NL), "juni 2016");
  assert_text (cvn_date_format (&year, CVN_LANGUAGE_NL), "2016");
  assert_text (cvn_date_format_short (&day, CVN_LANGUAGE_EN), "1 Jun 2016");
  assert_text (cvn_date_format_short (&day, CVN_LANGUAGE_NL), "01-06-2016");
  assert_text (cvn_date_format_short (&month, CVN_LANGUAGE_EN), "Jun 2016");
  assert_text (cvn_date_format_short (&month, CVN_LANGUAGE_NL), "06-2016");
  assert_text (cvn_date_format_short (&year, CVN_LANGUAGE_EN), "2016");
  assert_text (cvn_date_to_iso (&day), "2016-06-01");
  assert_text (cvn_date_to_iso (&month), "2016-06");
  assert_text (cvn_date_to_iso (&year), "2016");
}

static void
test_calculates (void)
{
  CvnDate year = { 2020, 0, 0 }, month = { 2020, 2, 0 };

  assert_date (cvn_date_first (&year), 2020, 1, 1);
  assert_date (cvn_date_last (&year), 2020, 12, 31);
  assert_date (cvn_date_first (&month), 2020, 2, 1);
  assert_date (cvn_date_last (&month), 2020, 2, 29);

  assert_date (cvn_date_add_days ((CvnDate){ 2019, 12, 31 }, 1), 2020, 1, 1);
  assert_date (cvn_date_add_days ((CvnDate){ 2020, 3, 1 }, -1), 2020, 2, 29);
  assert_date (cvn_date_add_days ((CvnDate){ 9999, 12, 31 }, 1), 0, 0, 0);
  assert_date (cvn_date_add_days ((CvnDate){ 2020, 1, 1 }, G_MININT), 0, 0, 0);
  assert_date (cvn_date_add_days (month, 30), 2020, 3, 2);

  assert_date (cvn_date_add_months ((CvnDate){ 2019, 1, 31 }, 1), 2019, 2, 28);
  assert_date (cvn_date_add_months ((CvnDate){ 2019, 11, 30 }, 3), 2020, 2, 29);
  assert_date (cvn_date_add_months ((CvnDate){ 2019, 1, 31 }, -2), 2018, 11, 30);
  assert_date (cvn_date_add_months (month, 11), 2021, 1, 0);
  assert_date (cvn_date_add_months ((CvnDate){ 1, 1, 1 }, -1), 0, 0, 0);
  assert_date (cvn_date_add_months ((CvnDate){ 9999, 12, 1 }, 1), 0, 0, 0);

  g_assert_cmpint (cvn_date_days_between ((CvnDate){ 2020, 1, 1 }, (CvnDate){ 2021, 1, 1 }), ==, 366);
  g_assert_cmpint (cvn_date_days_between ((CvnDate){ 2018, 5, 1 }, (CvnDate){ 2018, 4, 4 }), ==, -27);
  g_assert_cmpint (cvn_date_compare (&year, &month), <, 0);
  g_assert_cmpint (cvn_date_compare (&month, &(CvnDate){ 2020, 1, 31 }), >, 0);
  g_assert_cmpint (cvn_date_compare (&month, &month), ==, 0);
}

static void
test_weeks (void)
{
  static const struct
  {
    CvnDate date;
    int     week, year;
  } cases[] = {
    { { 2018, 1, 1 }, 1, 2018 },
    { { 2018, 12, 31 }, 1, 2019 },
    { { 2017, 1, 1 }, 52, 2016 },
    { { 2020, 12, 31 }, 53, 2020 },
    { { 2021, 1, 3 }, 53, 2020 },
    { { 2021, 1, 4 }, 1, 2021 },
    { { 2019, 6, 1 }, 22, 2019 },
    { { 2015, 1, 1 }, 1, 2015 },
    { { 2014, 12, 29 }, 1, 2015 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = 0;

      g_assert_cmpint (cvn_date_iso_week (&cases[i].date, &year), ==, cases[i].week);
      g_assert_cmpint (year, ==, cases[i].year);
    }
}

static void
test_local_time (void)
{
  static const char *const refused[] = {
    "", "2018", "2018-02", "2018-02-08T", "2018-02-08T24:00", "2018-02-08T19:60", "2018-02-08T9:30",
    "2018-02-30T19:30", "2018-02-08 19:30", "2018-02-08T19:30Z", "2018-02-08T19:30:00", "2018-02T19:30"
  };
  CvnDate date = { 0 };
  int     minutes = 7;

  g_assert_true (cvn_local_time_parse ("2018-02-08T19:30", &date, &minutes, NULL));
  assert_date (date, 2018, 2, 8);
  g_assert_cmpint (minutes, ==, 19 * 60 + 30);
  g_assert_true (cvn_local_time_parse ("2018-02-08T00:00", &date, &minutes, NULL));
  g_assert_cmpint (minutes, ==, 0);
  g_assert_true (cvn_local_time_parse ("2018-02-09", &date, &minutes, NULL));
  assert_date (date, 2018, 2, 9);
  g_assert_cmpint (minutes, ==, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cvn_local_time_parse (refused[i], &date, &minutes, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
    }

  assert_text (cvn_local_time_format ("2018-02-08T09:05", CVN_LANGUAGE_EN), "8 February 2018, 09:05");
  assert_text (cvn_local_time_format ("2018-02-08T19:30", CVN_LANGUAGE_NL), "8 februari 2018, 19:30");
  assert_text (cvn_local_time_format ("2018-02-08", CVN_LANGUAGE_NL), "8 februari 2018");
  assert_text (cvn_local_time_format ("soon", CVN_LANGUAGE_NL), "soon");
}

static CvnDate
random_date (void)
{
  CvnDate day = cvn_date_add_days ((CvnDate){ 1, 1, 1 }, g_test_rand_int_range (0, 3652059));

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return (CvnDate){ day.year, 0, 0 };
    case 1:
      return (CvnDate){ day.year, day.month, 0 };
    default:
      return day;
    }
}

static void
assert_reads_back (char *text, CvnLanguage hint, CvnDate date)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;
  CvnDate read = { 0 };

  cvn_date_parse (owned, hint, &read, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cvn_date_compare (&read, &date), ==, 0);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      CvnDate          date = random_date (), other = random_date ();
      g_autofree char *iso = cvn_date_to_iso (&date);
      g_autofree char *other_iso = cvn_date_to_iso (&other);
      CvnDate          read = { 0 };
      int              days = cvn_date_days_between (date, other);
      CvnDate          first = cvn_date_first (&other), added = cvn_date_add_days (date, days);

      g_assert_true (cvn_date_parse_iso (iso, &read, NULL));
      g_assert_cmpint (cvn_date_compare (&read, &date), ==, 0);
      g_assert_cmpint (cvn_date_compare (&added, &first), ==, 0);
      g_assert_cmpint (g_strcmp0 (iso, other_iso) < 0, ==, cvn_date_compare (&date, &other) < 0);

      /* Screens write a year as people do, without leading zeros. */
      if (date.year < 1000)
        continue;
      assert_reads_back (cvn_date_format (&date, CVN_LANGUAGE_EN), CVN_LANGUAGE_EN, date);
      assert_reads_back (cvn_date_format (&date, CVN_LANGUAGE_NL), CVN_LANGUAGE_NL, date);
      assert_reads_back (cvn_date_format_short (&date, CVN_LANGUAGE_EN), CVN_LANGUAGE_EN, date);
      assert_reads_back (cvn_date_format_short (&date, CVN_LANGUAGE_NL), CVN_LANGUAGE_NL, date);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/validates", test_validates);
  g_test_add_func ("/core/date/parses-iso", test_parses_iso);
  g_test_add_func ("/core/date/parses", test_parses);
  g_test_add_func ("/core/date/refuses", test_refuses);
  g_test_add_func ("/core/date/formats", test_formats);
  g_test_add_func ("/core/date/calculates", test_calculates);
  g_test_add_func ("/core/date/weeks", test_weeks);
  g_test_add_func ("/core/date/local-time", test_local_time);
  g_test_add_func ("/core/date/round-trip", test_round_trip);

  return g_test_run ();
}
