/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-scenario"

#include "cvn-error.h"
#include "cvn-scenario.h"

#define CASES 10000

typedef struct
{
  CvnScenarioLine  lines[4];
  CvnScenarioParty parties[4];
  CvnScenarioYear  year;
} Made;

/* Contributions of 1000 by key and 300 of their own, fees of 1200 at 10 a registration, costs of 2400. */
static void
make (Made *made)
{
  static const CvnScenarioLine  lines[4] = { { "b1", FALSE, FALSE, { 1000 } }, { "b2", FALSE, FALSE, { 0, 300 } }, { "b3", FALSE, TRUE, { 0 } }, { "k1", TRUE, FALSE, { 0 } } };
  static const CvnScenarioParty parties[4] = { { { "a", "key", 60, 600 }, "b1" }, { { "b", "key", 40, 400 }, "b1" }, { { "c", "own", 200, 200 }, "b2" }, { { "d", "own", 100, 100 }, "b2" } };

  for (guint i = 0; i < 4; i++)
    {
      made->lines[i] = lines[i];
      made->parties[i] = parties[i];
    }
  cvn_budget_split_equal (1200, made->lines[2].months);
  cvn_budget_split_equal (2400, made->lines[3].months);
  made->year = (CvnScenarioYear){ made->lines, 4, made->parties, 4, { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 } };
}

typedef struct
{
  const char       *name;
  CvnScenarioChange changes[3];
  guint             n_changes;
  gint64            income;
  gint64            cost;
} Case;

static const Case cases[] = {
  { "nothing", { { 0 } }, 0, 2500, 2400 },
  { "amount", { { CVN_SCENARIO_AMOUNT, "k1", NULL, 2601, 0, 0, FALSE } }, 1, 2500, 2601 },
  { "amount of a line without months", { { CVN_SCENARIO_AMOUNT, "b2", NULL, 0, 0, 0, FALSE }, { CVN_SCENARIO_AMOUNT, "b2", NULL, 50, 0, 0, FALSE } }, 2, 2250, 2400 },
  { "fee", { { CVN_SCENARIO_FEE, NULL, NULL, 12, 0, 7, FALSE } }, 1, 2500 + 120, 2400 },
  { "fee twice", { { CVN_SCENARIO_FEE, NULL, NULL, 20, 0, 0, FALSE }, { CVN_SCENARIO_FEE, NULL, NULL, 10, 0, 0, FALSE } }, 2, 2500, 2400 },
  { "count", { { CVN_SCENARIO_COUNT, NULL, NULL, 0, 900, 0, FALSE } }, 1, 2380, 2400 },
  { "start", { { CVN_SCENARIO_START, "k1", NULL, 0, 0, 4, FALSE } }, 1, 2500, 1800 },
  { "party amount", { { CVN_SCENARIO_PARTY_AMOUNT, NULL, "c", 500, 0, 0, FALSE } }, 1, 2800, 2400 },
  { "party amount from July", { { CVN_SCENARIO_PARTY_AMOUNT, NULL, "c", 500, 0, 7, FALSE } }, 1, 2650, 2400 },
  { "leave", { { CVN_SCENARIO_LEAVE, NULL, "a", 0, 0, 0, FALSE } }, 1, 1900, 2400 },
  { "leave, others take over", { { CVN_SCENARIO_LEAVE, NULL, "a", 0, 0, 0, TRUE } }, 1, 2500, 2400 },
  { "all of a key leave", { { CVN_SCENARIO_LEAVE, NULL, "a", 0, 0, 0, TRUE }, { CVN_SCENARIO_LEAVE, NULL, "b", 0, 0, 0, TRUE } }, 2, 1500, 2400 },
  { "leave in October", { { CVN_SCENARIO_LEAVE, NULL, "b", 0, 0, 10, FALSE } }, 1, 2400, 2400 },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Made   made;
      gint64 income;
      gint64 cost;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      make (&made);
      g_assert_true (cvn_scenario_apply (&made.year, cases[i].changes, cases[i].n_changes, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (cvn_scenario_sum (&made.year, &income, &cost, NULL));
      g_assert_cmpint (income, ==, cases[i].income);
      g_assert_cmpint (cost, ==, cases[i].cost);
    }
}

static void
test_refuses (void)
{
  static const CvnScenarioChange refused[] = {
    { CVN_SCENARIO_AMOUNT, "gone", NULL, 1, 0, 0, FALSE },
    { CVN_SCENARIO_START, "gone", NULL, 0, 0, 2, FALSE },
    { CVN_SCENARIO_LEAVE, NULL, "gone", 0, 0, 0, TRUE },
    { CVN_SCENARIO_PARTY_AMOUNT, NULL, "gone", 1, 0, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      CvnScenarioChange changes[2] = { { CVN_SCENARIO_COUNT, NULL, NULL, 0, 1000, 0, FALSE }, refused[i] };
      Made              made;
      guint             failed = 9;
      g_autoptr (GError) error = NULL;

      make (&made);
      g_assert_false (cvn_scenario_apply (&made.year, changes, 2, &failed, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
      g_assert_cmpuint (failed, ==, 1);
    }
}

static void
test_needs_fees (void)
{
  static const CvnScenarioChange fee = { CVN_SCENARIO_FEE, NULL, NULL, 12, 0, 0, FALSE };
  Made                           made;
  g_autoptr (GError) error = NULL;

  make (&made);
  made.year.fees[3] = 0;
  g_assert_false (cvn_scenario_apply (&made.year, &fee, 1, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  make (&made);
  made.lines[2].is_fees = FALSE;
  g_assert_false (cvn_scenario_apply (&made.year, &fee, 1, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
}

/* An amount is met to the cent in whatever months; a leaver whose share is taken over changes nothing; one whose share is not costs what it paid. */
static void
test_property (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      gint64            amount = g_test_rand_int ();
      const char       *leavers[] = { "a", "b", "c", "d" };
      const char       *leaver = leavers[g_test_rand_int_range (0, 4)];
      gint64            lost = 0;
      CvnScenarioChange changes[2] = { { CVN_SCENARIO_AMOUNT, "k1", NULL, amount, 0, 0, FALSE }, { CVN_SCENARIO_LEAVE, NULL, leaver, 0, 0, 0, g_test_rand_bit () } };
      Made              made;
      gint64            income;
      gint64            cost;

      make (&made);
      for (guint m = 0; m < CVN_BUDGET_N_MONTHS; m++)
        made.lines[3].months[m] = g_test_rand_int_range (-5, 1000000);
      for (guint p = 0; p < 4; p++)
        lost += !changes[1].resplit && g_str_equal (made.parties[p].party.id, leaver) ? made.parties[p].party.amount : 0;
      g_assert_true (cvn_scenario_apply (&made.year, changes, 2, NULL, NULL));
      g_assert_true (cvn_scenario_sum (&made.year, &income, &cost, NULL));
      g_assert_cmpint (cost, ==, amount);
      g_assert_cmpint (income, ==, 2500 - lost);
    }
}

static void
test_codes (void)
{
  static const char *const codes[] = { "amount", "fee", "count", "start", "party_amount", "leave" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      CvnScenarioWhat what;

      g_assert_true (cvn_scenario_what_from_code (codes[i], &what));
      g_assert_cmpuint (what, ==, i);
    }
  g_assert_false (cvn_scenario_what_from_code ("other", &(CvnScenarioWhat){ 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/scenario/table", test_table);
  g_test_add_func ("/core/scenario/refuses", test_refuses);
  g_test_add_func ("/core/scenario/needs-fees", test_needs_fees);
  g_test_add_func ("/core/scenario/adds-up", test_property);
  g_test_add_func ("/core/scenario/codes", test_codes);
  return g_test_run ();
}
