/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-vat"

#include "cvn-vat.h"

#include "cvn-error.h"
#include "cvn-kind-choices.h"

#define CASES 10000

static void
test_codes (void)
{
  g_autoptr (GError) error = NULL;
  CvnVatCategory category;

  for (guint i = 0; cvn_choices_vat[i].code != NULL; i++)
    {
      g_assert_true (cvn_vat_from_code (cvn_choices_vat[i].code, &category, NULL));
      g_assert_cmpint (category, ==, i);
      g_assert_cmpstr (cvn_vat_get_code (category), ==, cvn_choices_vat[i].code);
      g_assert_cmpint (i, <, CVN_VAT_N_CATEGORIES);
    }
  g_assert_false (cvn_vat_from_code (NULL, &category, &error));
  g_assert_cmpstr (cvn_error_get_field (error), ==, "vat_category");
}

static void
test_rates (void)
{
  static const struct
  {
    CvnDate day;
    gint64  standard; /* 0: not known */
    gint64  reduced;
  } cases[] = {
    { { 2000, 12, 31 }, 0, 0 },
    { { 2001, 1, 1 }, 190, 60 },
    { { 2012, 9, 30 }, 190, 60 },
    { { 2012, 10, 1 }, 210, 60 },
    { { 2018, 12, 31 }, 210, 60 },
    { { 2019, 1, 1 }, 210, 90 },
    { { 2019, 0, 0 }, 210, 90 },
    { { 2030, 6, 1 }, 210, 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 standard = 0;
      gint64 reduced = 0;

      g_assert_cmpint (cvn_vat_find_rate (CVN_VAT_STANDARD, &cases[i].day, &standard), ==, cases[i].standard > 0);
      g_assert_cmpint (cvn_vat_find_rate (CVN_VAT_REDUCED, &cases[i].day, &reduced), ==, cases[i].reduced > 0);
      g_assert_cmpint (standard, ==, cases[i].standard);
      g_assert_cmpint (reduced, ==, cases[i].reduced);
    }
}

static void
test_checks_rates (void)
{
  static const struct
  {
    CvnVatCategory category;
    gint64         rate;
    CvnDate        day;
    const char    *message; /* NULL: right */
  } cases[] = {
    { CVN_VAT_TAXED, 210, { 2019, 1, 1 }, NULL },
    { CVN_VAT_TAXED, 90, { 2019, 1, 1 }, NULL },
    { CVN_VAT_TAXED, 60, { 2018, 12, 31 }, NULL },
    { CVN_VAT_TAXED, 60, { 2019, 1, 1 }, "On this date the VAT rate is 21 % or 9 %." },
    { CVN_VAT_TAXED, 90, { 2018, 12, 31 }, "On this date the VAT rate is 21 % or 6 %." },
    { CVN_VAT_TAXED, 0, { 2019, 1, 1 }, "On this date the VAT rate is 21 % or 9 %." },
    { CVN_VAT_TAXED, 210, { 1999, 1, 1 }, "The VAT rates before 2001 are not known." },
    { CVN_VAT_ZERO, 0, { 2019, 1, 1 }, NULL },
    { CVN_VAT_EXEMPT, 0, { 1999, 1, 1 }, NULL },
    { CVN_VAT_OUTSIDE, 0, { 2019, 1, 1 }, NULL },
    { CVN_VAT_REVERSE, 0, { 2019, 1, 1 }, NULL },
    { CVN_VAT_REVERSE, 210, { 2019, 1, 1 }, "Only taxed lines have a VAT rate: here it must be 0 %." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_vat_check_rate (cases[i].category, cases[i].rate, &cases[i].day, &error), ==, cases[i].message == NULL);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
      g_assert_cmpstr (cvn_error_get_field (error), ==, error != NULL ? "vat_rate" : NULL);
    }
}

static void
test_lines (void)
{
  static const struct
  {
    gint64 net;
    gint64 rate;
    gint64 vat;
  } cases[] = {
    { 25000, 210, 5250 },
    { 50, 210, 11 },
    { -50, 210, -11 },
    { 2, 210, 0 },
    { 5, 90, 0 },
    { 50, 90, 5 },
    { -50, 90, -5 },
    { 10000, 0, 0 },
  };
  g_autoptr (GError) error = NULL;
  gint64 vat;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CvnVatLine line = { CVN_VAT_TAXED, cases[i].rate, cases[i].net };

      g_assert_true (cvn_vat_of_line (&line, &vat, NULL));
      g_assert_cmpint (vat, ==, cases[i].vat);
    }
  g_assert_false (cvn_vat_of_line (&(CvnVatLine){ CVN_VAT_TAXED, 2000, G_MAXINT64 }, &vat, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_OVERFLOW);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "net");
}

/* Three lines of 50 cents have 31.5 cents of VAT together, 32, and not three times 11. */
static const CvnVatLine mixed[] = {
  { CVN_VAT_OUTSIDE, 0, 10000 },
  { CVN_VAT_TAXED, 90, 150 },
  { CVN_VAT_TAXED, 210, 50 },
  { CVN_VAT_TAXED, 210, 50 },
  { CVN_VAT_REVERSE, 0, 700 },
  { CVN_VAT_TAXED, 210, 50 },
};

static void
test_summary (void)
{
  static const CvnVatSum expected[] = {
    { CVN_VAT_TAXED, 210, 150, 32 },
    { CVN_VAT_TAXED, 90, 150, 14 },
    { CVN_VAT_OUTSIDE, 0, 10000, 0 },
    { CVN_VAT_REVERSE, 0, 700, 0 },
  };
  CvnVatTotals totals;
  g_autoptr (GArray) sums = cvn_vat_summarise (mixed, G_N_ELEMENTS (mixed), &totals, NULL);

  g_assert_cmpmem (sums->data, sums->len * sizeof (CvnVatSum), expected, sizeof expected);
  g_assert_cmpint (totals.net, ==, 11000);
  g_assert_cmpint (totals.vat, ==, 46);
  g_assert_cmpint (totals.total, ==, 11046);
}

static void
test_checks_totals (void)
{
  static const struct
  {
    CvnVatTotals stated;
    CvnDate      day;
    guint        n_lines;
    const char  *field;
  } cases[] = {
    { { 11000, 46, 11046 }, { 2019, 1, 1 }, 6, NULL },
    { { 11000, 46, 11046 }, { 2018, 12, 31 }, 6, "vat_rate" },
    { { 11001, 46, 11047 }, { 2019, 1, 1 }, 6, "net" },
    { { 11000, 47, 11047 }, { 2019, 1, 1 }, 6, "vat" },
    { { 11000, 46, 11047 }, { 2019, 1, 1 }, 6, "total" },
    { { 0, 0, 0 }, { 2019, 1, 1 }, 0, "net" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_vat_check_totals (mixed, cases[i].n_lines, &cases[i].day, &cases[i].stated, &error), ==, cases[i].field == NULL);
      g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

/* A credit note of the same lines takes back every cent, and the sum is at most half a cent from exact for each rate. */
static void
test_random (void)
{
  static const gint64 rates[] = { 210, 90, 60 };

  for (guint i = 0; i < CASES; i++)
    {
      CvnVatLine   lines[8];
      CvnVatLine   credit[8];
      CvnVatTotals totals;
      CvnVatTotals back;
      guint        n = (guint) g_test_rand_int_range (1, 9);
      gint64       exact = 0;
      gint64       net = 0;
      g_autoptr (GArray) sums = NULL;
      g_autoptr (GArray) credit_sums = NULL;

      for (guint j = 0; j < n; j++)
        {
          lines[j].category = (CvnVatCategory) g_test_rand_int_range (CVN_VAT_TAXED, CVN_VAT_REVERSE + 1);
          lines[j].rate = lines[j].category == CVN_VAT_TAXED ? rates[g_test_rand_int_range (0, 3)] : 0;
          lines[j].net = g_test_rand_int_range (-1000000, 10000000);
          credit[j] = (CvnVatLine){ lines[j].category, lines[j].rate, -lines[j].net };
          exact += lines[j].net * lines[j].rate;
          net += lines[j].net;
        }
      sums = cvn_vat_summarise (lines, n, &totals, NULL);
      credit_sums = cvn_vat_summarise (credit, n, &back, NULL);
      g_assert_cmpuint (sums->len, ==, credit_sums->len);
      g_assert_cmpint (totals.net, ==, net);
      g_assert_cmpint (totals.total, ==, totals.net + totals.vat);
      g_assert_cmpint (back.net, ==, -totals.net);
      g_assert_cmpint (back.vat, ==, -totals.vat);
      g_assert_cmpint (ABS (totals.vat * 1000 - exact), <=, 3 * 500);
    }
}

/* The rate that an invoice without one is at; VAT of two rates together is at none. */
static void
test_tells_rate (void)
{
  static const struct
  {
    gint64  net;
    gint64  vat;
    CvnDate day;
    gint64  rate; /* 0: none */
  } cases[] = {
    { 10000, 2100, { 2020, 5, 1 }, 210 },
    { 10000, 900, { 2020, 5, 1 }, 90 },
    { 10000, 600, { 2020, 5, 1 }, 60 }, /* of a service before 2019 */
    { 10000, 600, { 2018, 5, 1 }, 60 },
    { 10000, 900, { 2018, 5, 1 }, 0 },
    { 10000, 1900, { 2012, 9, 30 }, 190 },
    { 10000, 2101, { 2020, 0, 0 }, 210 },
    { 10000, 2102, { 2020, 5, 1 }, 0 },
    { 10000, 1500, { 2020, 5, 1 }, 0 }, /* half at 21, half at 9 */
    { -10000, -2100, { 2020, 5, 1 }, 210 },
    { -10000, 2100, { 2020, 5, 1 }, 0 },
    { 0, 2100, { 2020, 5, 1 }, 0 },
    { G_MAXINT64, 1, { 2020, 5, 1 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 rate = 0;

      g_assert_cmpint (cvn_vat_tell_rate (cases[i].net, cases[i].vat, &cases[i].day, &rate), ==, cases[i].rate != 0);
      g_assert_cmpint (rate, ==, cases[i].rate);
    }
}

/* What is told of the VAT of any amount at a rate makes that VAT again. */
static void
test_tells_random (void)
{
  static const gint64  rates[] = { 210, 90 };
  static const CvnDate day = { 2021, 3, 1 };

  for (guint i = 0; i < CASES; i++)
    {
      CvnVatLine line = { CVN_VAT_TAXED, rates[i % 2], g_test_rand_int_range (-10000000, 10000000) };
      CvnVatSum  sum = { CVN_VAT_TAXED, 0, line.net, 0 };

      g_assert_true (cvn_vat_of_line (&line, &sum.vat, NULL));
      g_assert_true (cvn_vat_tell_rate (line.net, sum.vat, &day, &sum.rate));
      g_assert_true (cvn_vat_sum_is_right (&sum));
      if (ABS (line.net) > 1000)
        g_assert_cmpint (sum.rate, ==, line.rate);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/vat/codes", test_codes);
  g_test_add_func ("/core/vat/rates", test_rates);
  g_test_add_func ("/core/vat/checks-rates", test_checks_rates);
  g_test_add_func ("/core/vat/lines", test_lines);
  g_test_add_func ("/core/vat/summary", test_summary);
  g_test_add_func ("/core/vat/checks-totals", test_checks_totals);
  g_test_add_func ("/core/vat/tells-rate", test_tells_rate);
  g_test_add_func ("/core/vat/tells-random", test_tells_random);
  g_test_add_func ("/core/vat/random", test_random);

  return g_test_run ();
}
