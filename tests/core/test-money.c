/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-money"

#include "cvn-error.h"
#include "cvn-money.h"

#define CASES 10000

static void
test_calculates (void)
{
  g_autoptr (GError) error = NULL;
  gint64 result = 7;

  g_assert_true (cvn_money_add (155459, -1, &result, &error));
  g_assert_cmpint (result, ==, 155458);
  g_assert_true (cvn_money_sub (-3501, -3501, &result, &error));
  g_assert_cmpint (result, ==, 0);
  g_assert_true (cvn_money_mul (4500, 132, &result, &error));
  g_assert_cmpint (result, ==, 594000);
  g_assert_no_error (error);
}

static void
test_refuses_overflow (void)
{
  gint64 result = 7;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean fits = i == 0   ? cvn_money_add (G_MAXINT64, 1, &result, &error)
                      : i == 1 ? cvn_money_sub (G_MININT64, 1, &result, &error)
                      : i == 2 ? cvn_money_mul (G_MAXINT64 / 2, 3, &result, &error)
                      : i == 3 ? cvn_money_mul_div (G_MAXINT64, 3, 2, &result, &error)
                               : cvn_money_mul_div (G_MININT64, 1, -1, &result, &error);

      g_assert_false (fits);
      g_assert_error (error, CVN_ERROR, CVN_ERROR_OVERFLOW);
      g_assert_cmpint (result, ==, 7);
    }
}

static void
test_rounds_half_away (void)
{
  static const struct
  {
    gint64 cents, numerator, denominator, expected;
  } cases[] = {
    { 145000, 210, 1000, 30450 },
    { 155459, 1, 2, 77730 },
    { -155459, 1, 2, -77730 },
    { 155459, -1, 2, -77730 },
    { 155459, 1, -2, -77730 },
    { -155459, 1, -2, 77730 },
    { 100, 1, 3, 33 },
    { 200, 1, 3, 67 },
    { -200, 1, 3, -67 },
    { 1, 5, 100, 0 },
    { 1, 50, 100, 1 },
    { 1, 49, 100, 0 },
    { 0, 3, 7, 0 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { G_MININT64, G_MININT64, G_MININT64, G_MININT64 },
    { G_MININT64, 1, 2, G_MININT64 / 2 },
    { G_MAXINT64, 1, G_MAXINT64, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 result = 0;

      g_assert_true (cvn_money_mul_div (cases[i].cents, cases[i].numerator, cases[i].denominator, &result, NULL));
      g_assert_cmpint (result, ==, cases[i].expected);
    }
}

static void
test_parses (void)
{
  static const struct
  {
    const char *text;
    CvnLanguage hint;
    gint64      cents;
  } cases[] = {
    { "1.234,56", CVN_LANGUAGE_NL, 123456 },
    { "1.234,56", CVN_LANGUAGE_EN, 123456 },
    { "1,234.56", CVN_LANGUAGE_NL, 123456 },
    { "1,234.56", CVN_LANGUAGE_EN, 123456 },
    { "-35,01", CVN_LANGUAGE_NL, -3501 },
    { "−35,01", CVN_LANGUAGE_EN, -3501 },
    { "35,01-", CVN_LANGUAGE_NL, -3501 },
    { "35.01 -", CVN_LANGUAGE_NL, -3501 },
    { "+35,01", CVN_LANGUAGE_NL, 3501 },
    { "8.000,01", CVN_LANGUAGE_EN, 800001 },
    { "€ 1 234.5", CVN_LANGUAGE_NL, 123450 },
    { "€\u00a01\u00a0234\u202f567,5", CVN_LANGUAGE_NL, 123456750 },
    { "€ −35,01", CVN_LANGUAGE_NL, -3501 },
    { "−€35.01", CVN_LANGUAGE_EN, -3501 },
    { "€-35.01", CVN_LANGUAGE_EN, -3501 },
    { "EUR 12", CVN_LANGUAGE_NL, 1200 },
    { "eur12", CVN_LANGUAGE_NL, 1200 },
    { "12 EUR", CVN_LANGUAGE_NL, 1200 },
    { "12,50 €", CVN_LANGUAGE_NL, 1250 },
    { "(12,50)", CVN_LANGUAGE_NL, -1250 },
    { "€ (12,50)", CVN_LANGUAGE_NL, -1250 },
    { "(€ 12,50)", CVN_LANGUAGE_NL, -1250 },
    { "\t 0 ", CVN_LANGUAGE_NL, 0 },
    { "0,5", CVN_LANGUAGE_NL, 50 },
    { ",50", CVN_LANGUAGE_NL, 50 },
    { "1234,5", CVN_LANGUAGE_NL, 123450 },
    { "1234,50", CVN_LANGUAGE_EN, 123450 },
    { "1.000", CVN_LANGUAGE_NL, 100000 },
    { "1,000", CVN_LANGUAGE_EN, 100000 },
    { "1.000.000", CVN_LANGUAGE_EN, 100000000 },
    { "1,000,000", CVN_LANGUAGE_NL, 100000000 },
    { "1 000", CVN_LANGUAGE_NL, 100000 },
    { "007", CVN_LANGUAGE_NL, 700 },
    { "92233720368547758,07", CVN_LANGUAGE_NL, G_MAXINT64 },
    { "-92233720368547758,08", CVN_LANGUAGE_NL, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64   cents = -1;
      gboolean parsed = cvn_money_parse (cases[i].text, cases[i].hint, &cents, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_true (parsed);
      g_assert_cmpint (cents, ==, cases[i].cents);
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
    { "", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "   ", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "-", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "€", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "()", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { ",", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "12,", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "twaalf", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "12a", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "a12", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1e3", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1E3", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "0x10", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "$ 12", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "--12", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "-12-", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "(-12)", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "+-12", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1.23,45.6", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1.23.456", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1..234", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1.234.56", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1234.567,00", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { ".234,00", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "0.234,00", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1.234,567", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1,234,56", CVN_LANGUAGE_EN, CVN_ERROR_INVALID },
    { "1 234,567", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1 234.567,00", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "12 34", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "12,5 0", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1 234, 5", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "0,123", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "12,3456", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1234.567", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "1,000", CVN_LANGUAGE_NL, CVN_ERROR_AMBIGUOUS },
    { "1.000", CVN_LANGUAGE_EN, CVN_ERROR_AMBIGUOUS },
    { "-123,456", CVN_LANGUAGE_NL, CVN_ERROR_AMBIGUOUS },
    { "92233720368547758,08", CVN_LANGUAGE_NL, CVN_ERROR_OVERFLOW },
    { "99999999999999999999999", CVN_LANGUAGE_NL, CVN_ERROR_OVERFLOW },
    { "\xff\xfe", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
    { "١٢", CVN_LANGUAGE_NL, CVN_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 cents = 7;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (cvn_money_parse (cases[i].text, cases[i].hint, &cents, &error));
      g_assert_error (error, CVN_ERROR, cases[i].code);
      g_assert_cmpint (cents, ==, 7);
    }
}

static void
assert_text (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_formats (void)
{
  assert_text (cvn_money_format (123456, CVN_LANGUAGE_NL), "1.234,56");
  assert_text (cvn_money_format (123456, CVN_LANGUAGE_EN), "1,234.56");
  assert_text (cvn_money_format (-3501, CVN_LANGUAGE_NL), "−35,01");
  assert_text (cvn_money_format (-5, CVN_LANGUAGE_EN), "−0.05");
  assert_text (cvn_money_format (0, CVN_LANGUAGE_NL), "0,00");
  assert_text (cvn_money_format (G_MININT64, CVN_LANGUAGE_NL), "−92.233.720.368.547.758,08");
  assert_text (cvn_money_format_euro (123456, CVN_LANGUAGE_NL), "€\u00a01.234,56");
  assert_text (cvn_money_format_euro (123456, CVN_LANGUAGE_EN), "€1,234.56");
  assert_text (cvn_money_format_euro (-3501, CVN_LANGUAGE_NL), "€\u00a0−35,01");
  assert_text (cvn_money_format_euro (-3501, CVN_LANGUAGE_EN), "−€35.01");
  assert_text (cvn_money_format_plain (123456, '.'), "1234.56");
  assert_text (cvn_money_format_plain (-3501, ','), "-35,01");
  assert_text (cvn_money_format_plain (G_MININT64, '.'), "-92233720368547758.08");
}

static void
test_formats_whole_euros (void)
{
  assert_text (cvn_money_format_euro_short (123450, CVN_LANGUAGE_NL), "€\u00a01.235");
  assert_text (cvn_money_format_euro_short (123449, CVN_LANGUAGE_EN), "€1,234");
  assert_text (cvn_money_format_euro_short (-123450, CVN_LANGUAGE_NL), "€\u00a0−1.235");
  assert_text (cvn_money_format_euro_short (-123450, CVN_LANGUAGE_EN), "−€1,235");
  assert_text (cvn_money_format_euro_short (-49, CVN_LANGUAGE_EN), "€0");
  assert_text (cvn_money_format_euro_short (G_MAXINT64, CVN_LANGUAGE_EN), "€92,233,720,368,547,758");
}

static gint64
random_cents (void)
{
  gint64 bits = (gint64) (((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ());

  /* Amounts of every size, from cents to all 64 bits. */
  return bits >> g_test_rand_int_range (0, 64);
}

static void
assert_round_trip (char *text, CvnLanguage hint, gint64 cents)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;
  gint64   read = 0;
  gboolean parsed = cvn_money_parse (owned, hint, &read, &error);

  g_assert_no_error (error);
  g_assert_true (parsed);
  g_assert_cmpint (read, ==, cents);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      gint64 cents = random_cents ();

      for (int hint = CVN_LANGUAGE_EN; hint <= CVN_LANGUAGE_NL; hint++)
        {
          assert_round_trip (cvn_money_format (cents, CVN_LANGUAGE_NL), hint, cents);
          assert_round_trip (cvn_money_format (cents, CVN_LANGUAGE_EN), hint, cents);
          assert_round_trip (cvn_money_format_euro (cents, hint), hint, cents);
          assert_round_trip (cvn_money_format_plain (cents, '.'), hint, cents);
          assert_round_trip (cvn_money_format_plain (cents, ','), hint, cents);
        }
    }
}

static void
test_halves_and_sums (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      gint64 a = random_cents () / 2, b = random_cents () / 2, sum, back, half, rest;

      g_assert_true (cvn_money_add (a, b, &sum, NULL));
      g_assert_true (cvn_money_sub (sum, b, &back, NULL));
      g_assert_cmpint (back, ==, a);

      g_assert_true (cvn_money_mul_div (a, 1, 2, &half, NULL));
      rest = a - half;
      g_assert_cmpint (ABS (half) - ABS (rest), ==, a % 2 == 0 ? 0 : 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/money/calculates", test_calculates);
  g_test_add_func ("/core/money/refuses-overflow", test_refuses_overflow);
  g_test_add_func ("/core/money/rounds-half-away", test_rounds_half_away);
  g_test_add_func ("/core/money/parses", test_parses);
  g_test_add_func ("/core/money/refuses", test_refuses);
  g_test_add_func ("/core/money/formats", test_formats);
  g_test_add_func ("/core/money/formats-whole-euros", test_formats_whole_euros);
  g_test_add_func ("/core/money/round-trip", test_round_trip);
  g_test_add_func ("/core/money/halves-and-sums", test_halves_and_sums);

  return g_test_run ();
}
