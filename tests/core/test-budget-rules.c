/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-budget-rules"

#include "cvn-budget-limit.h"
#include "cvn-budget-split.h"
#include "cvn-cash.h"
#include "cvn-error.h"
#include "cvn-party-exit.h"

#define CASES 10000

static gint64
random_cents (gint64 most)
{
  gint64 wide = (gint64) g_test_rand_int () * 65536 + g_test_rand_int ();

  return wide % (most + 1);
}

static void
assert_sum (gint64        total,
            const gint64 *months)
{
  gint64 difference = -1;

  g_assert_true (cvn_budget_split_difference (total, months, &difference, NULL));
  g_assert_cmpint (difference, ==, 0);
}

static void
test_split_equal (void)
{
  static const struct
  {
    gint64 total;
    gint64 first;
    gint64 last;
  } cases[] = {
    { 0, 0, 0 },
    { 1200, 100, 100 },
    { 1201, 101, 100 },
    { 11, 1, 0 },
    { -1201, -101, -100 },
    { G_MAXINT64, G_MAXINT64 / 12 + 1, G_MAXINT64 / 12 },
    { G_MININT64, G_MININT64 / 12 - 1, G_MININT64 / 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 months[CVN_BUDGET_N_MONTHS];

      cvn_budget_split_equal (cases[i].total, months);
      g_assert_cmpint (months[0], ==, cases[i].first);
      g_assert_cmpint (months[11], ==, cases[i].last);
      assert_sum (cases[i].total, months);
    }
}

static void
test_split_pattern (void)
{
  const gint64 pattern[CVN_BUDGET_N_MONTHS] = { 1, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, -5 };
  const gint64 nothing[CVN_BUDGET_N_MONTHS] = { 0, -1 };
  gint64       months[CVN_BUDGET_N_MONTHS] = { 7 };
  g_autoptr (GError) error = NULL;

  g_assert_true (cvn_budget_split_pattern (1001, pattern, months, &error));
  g_assert_cmpint (months[0], ==, 250);
  g_assert_cmpint (months[4], ==, 501);
  g_assert_cmpint (months[11], ==, 0);
  assert_sum (1001, months);
  g_assert_false (cvn_budget_split_pattern (1001, nothing, months, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_assert_cmpint (months[0], ==, 250);
}

/* However it is divided, and however people type over it: placing the difference makes it add up. */
static void
test_split_property (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      gint64 total = random_cents (100000000000);
      gint64 months[CVN_BUDGET_N_MONTHS];
      gint64 pattern[CVN_BUDGET_N_MONTHS];
      gint64 typed;
      gint64 before;
      gint64 difference;

      cvn_budget_split_equal (total, months);
      assert_sum (total, months);
      g_assert_cmpint (ABS (months[0] - months[11]), <=, 1);
      for (guint m = 0; m < CVN_BUDGET_N_MONTHS; m++)
        pattern[m] = random_cents (1000000);
      if (cvn_budget_split_pattern (total, pattern, months, NULL))
        assert_sum (total, months);
      typed = random_cents (1000000);
      before = months[i % 12];
      months[i % 12] = typed;
      g_assert_true (cvn_budget_split_difference (total, months, &difference, NULL));
      g_assert_cmpint (difference, ==, before - typed);
      g_assert_true (cvn_budget_split_place (total, months, NULL));
      assert_sum (total, months);
    }
}

static void
test_split_overflow (void)
{
  gint64 months[CVN_BUDGET_N_MONTHS] = { G_MAXINT64, G_MAXINT64 };
  gint64 difference = 0;
  g_autoptr (GError) error = NULL;

  g_assert_false (cvn_budget_split_difference (-1, months, &difference, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_OVERFLOW);
  g_assert_false (cvn_budget_split_place (-1, months, NULL));
  g_assert_cmpint (months[0], ==, G_MAXINT64);
}

static void
test_limit (void)
{
  static const struct
  {
    const char      *code;
    gint64           budget, used, before, amount;
    CvnBudgetVerdict verdict;
    gint64           over;
  } cases[] = {
    { "warn", 1000, 900, 0, 100, CVN_BUDGET_FITS, 0 },
    { "warn", 1000, 900, 0, 101, CVN_BUDGET_OVER, 1 },
    { "stop", 1000, 900, 0, 101, CVN_BUDGET_REFUSED, 1 },
    { "ignore", 1000, 900, 0, 101, CVN_BUDGET_FITS, 0 },
    { NULL, 1000, 900, 0, 101, CVN_BUDGET_OVER, 1 },
    { "stop", 1000, 1000, 100, 100, CVN_BUDGET_FITS, 0 },
    { "stop", 1000, 1000, 100, 101, CVN_BUDGET_REFUSED, 1 },
    { "stop", 1000, 5000, 100, 99, CVN_BUDGET_FITS, 0 },
    { "stop", 1000, 5000, 0, -1, CVN_BUDGET_FITS, 0 },
    { "stop", 0, 0, 0, 1, CVN_BUDGET_REFUSED, 1 },
    { "warn", G_MININT64, 1, 0, G_MAXINT64, CVN_BUDGET_OVER, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 over = -1;

      g_test_message ("case %u", i);
      g_assert_cmpint (cvn_budget_limit_check (cvn_budget_limit_from_code (cases[i].code), cases[i].budget, cases[i].used, cases[i].before, cases[i].amount, &over), ==,
                       cases[i].verdict);
      g_assert_cmpint (over, ==, cases[i].over);
    }
}

/* What fits may be entered and no more; a line that stops and one that warns see the same excess; less is never refused. */
static void
test_limit_property (void)
{
  static const CvnBudgetLimit limits[] = { CVN_BUDGET_LIMIT_STOP, CVN_BUDGET_LIMIT_WARN, CVN_BUDGET_LIMIT_IGNORE };

  for (guint i = 0; i < CASES; i++)
    {
      gint64 budget = random_cents (1000000);
      gint64 before = random_cents (400000);
      gint64 used = before + random_cents (1000000);
      gint64 amount = random_cents (800000) - 200000;
      gint64 excess = used - before + amount - budget;
      gint64 room = MAX (budget - (used - before), before);

      for (guint l = 0; l < G_N_ELEMENTS (limits); l++)
        {
          gboolean         breaks = amount > before && excess > 0 && limits[l] != CVN_BUDGET_LIMIT_IGNORE;
          gint64           over = -1;
          CvnBudgetVerdict verdict = cvn_budget_limit_check (limits[l], budget, used, before, amount, &over);

          g_assert_cmpint (over, ==, breaks ? excess : 0);
          g_assert_cmpint (verdict, ==, !breaks ? CVN_BUDGET_FITS : limits[l] == CVN_BUDGET_LIMIT_STOP ? CVN_BUDGET_REFUSED
                                                                                                       : CVN_BUDGET_OVER);
          g_assert_cmpint (cvn_budget_limit_check (limits[l], budget, used, before, room, &over), ==, CVN_BUDGET_FITS);
          if (limits[l] == CVN_BUDGET_LIMIT_STOP)
            g_assert_cmpint (cvn_budget_limit_check (limits[l], budget, used, before, room + 1, &over), ==, CVN_BUDGET_REFUSED);
        }
    }
}

static void
test_cash (void)
{
  CvnCashMonth months[] = { { 100, -50, 0 }, { 0, -200, 0 }, { 300, 0, 0 }, { 0, -300, 0 } };
  CvnCashMonth wide[] = { { G_MAXINT64, 0, 0 } };
  guint        lowest = 9;

  g_assert_true (cvn_cash_run (10, months, G_N_ELEMENTS (months), &lowest, NULL));
  g_assert_cmpint (months[0].closing, ==, 60);
  g_assert_cmpint (months[1].closing, ==, -140);
  g_assert_cmpint (months[3].closing, ==, -140);
  g_assert_cmpuint (lowest, ==, 1);
  g_assert_false (cvn_cash_run (1, wide, 1, &lowest, NULL));
}

/* The closing of the last month is the opening and all that moved, and no month is lower than the lowest. */
static void
test_cash_property (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      CvnCashMonth months[CVN_BUDGET_N_MONTHS];
      gint64       opening = random_cents (100000000);
      gint64       sum = opening;
      guint        lowest;

      for (guint m = 0; m < CVN_BUDGET_N_MONTHS; m++)
        {
          months[m].in = ABS (random_cents (10000000));
          months[m].out = -ABS (random_cents (10000000));
          sum += months[m].in + months[m].out;
        }
      g_assert_true (cvn_cash_run (opening, months, CVN_BUDGET_N_MONTHS, &lowest, NULL));
      g_assert_cmpint (months[11].closing, ==, sum);
      for (guint m = 0; m < CVN_BUDGET_N_MONTHS; m++)
        g_assert_cmpint (months[m].closing, >=, months[lowest].closing);
    }
}

static void
test_exit (void)
{
  static const CvnExitParty parties[] = {
    { "a", "key", 50, 500 },
    { "b", "key", 30, 300 },
    { "c", "key", 20, 200 },
    { "d", "own", 70, 70 },
    { "a", "own", 30, 30 },
    { "e", "alone", 1, 9 },
  };
  gint64 amounts[G_N_ELEMENTS (parties)];
  gint64 uncovered;
  g_autoptr (GError) error = NULL;

  g_assert_true (cvn_party_exit_split (parties, G_N_ELEMENTS (parties), "a", amounts, &uncovered, &error));
  g_assert_no_error (error);
  g_assert_cmpint (amounts[0], ==, 0);
  g_assert_cmpint (amounts[1], ==, 600);
  g_assert_cmpint (amounts[2], ==, 400);
  g_assert_cmpint (amounts[3], ==, 100);
  g_assert_cmpint (amounts[4], ==, 0);
  g_assert_cmpint (amounts[5], ==, 9);
  g_assert_cmpint (uncovered, ==, 0);
  g_assert_true (cvn_party_exit_split (parties, G_N_ELEMENTS (parties), "e", amounts, &uncovered, NULL));
  g_assert_cmpint (amounts[5], ==, 0);
  g_assert_cmpint (uncovered, ==, 9);
  g_assert_false (cvn_party_exit_split (parties, G_N_ELEMENTS (parties), "z", amounts, &uncovered, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
}

/* Whoever leaves: the group pays what it did, to the cent, or nobody was left and it is said how much is not covered. */
static void
test_exit_property (void)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f" };

  for (guint i = 0; i < CASES; i++)
    {
      guint        n = 1 + g_test_rand_int_range (0, 6);
      const char  *leaver = ids[g_test_rand_int_range (0, (gint32) n)];
      CvnExitParty parties[6];
      gint64       amounts[6];
      gint64       uncovered;
      gint64       before = 0;
      gint64       after = 0;

      for (guint p = 0; p < n; p++)
        {
          parties[p] = (CvnExitParty){ ids[p], g_test_rand_bit () ? "one" : "two", ABS (random_cents (200000)), ABS (random_cents (900000000)) };
          before += parties[p].amount;
        }
      g_assert_true (cvn_party_exit_split (parties, n, leaver, amounts, &uncovered, NULL));
      for (guint p = 0; p < n; p++)
        {
          after += amounts[p];
          g_assert_true (!g_str_equal (ids[p], leaver) || amounts[p] == 0);
        }
      g_assert_cmpint (after + uncovered, ==, before);
    }
}

static void
test_services (void)
{
  CvnExitService services[] = { { "a", 100, FALSE }, { "b", 0, FALSE }, { "c", 50, FALSE }, { "d", 70, FALSE } };

  g_assert_cmpint (cvn_party_exit_services (services, 4, 71), ==, 0);
  g_assert_true (services[0].is_affordable && services[1].is_affordable);
  g_assert_false (services[2].is_affordable || services[3].is_affordable);
  g_assert_cmpint (cvn_party_exit_services (services, 4, 0), ==, 0);
  g_assert_true (services[3].is_affordable);
  g_assert_cmpint (cvn_party_exit_services (services, 4, 1000), ==, 780);
  g_assert_true (services[1].is_affordable);
  g_assert_false (services[0].is_affordable);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/budget-split/equal", test_split_equal);
  g_test_add_func ("/core/budget-split/pattern", test_split_pattern);
  g_test_add_func ("/core/budget-split/adds-up", test_split_property);
  g_test_add_func ("/core/budget-split/overflow", test_split_overflow);
  g_test_add_func ("/core/budget-limit/table", test_limit);
  g_test_add_func ("/core/budget-limit/random", test_limit_property);
  g_test_add_func ("/core/cash/table", test_cash);
  g_test_add_func ("/core/cash/adds-up", test_cash_property);
  g_test_add_func ("/core/party-exit/table", test_exit);
  g_test_add_func ("/core/party-exit/keeps-total", test_exit_property);
  g_test_add_func ("/core/party-exit/services", test_services);
  return g_test_run ();
}
