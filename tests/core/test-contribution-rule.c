/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-contribution-rule"

#include "cvn-contribution-rule.h"

#include "cvn-error.h"
#include "cvn-period.h"

#define CASES 10000
#define MOST  12

#define BY_INHABITANTS(id, people)                                                                    \
  {                                                                                                   \
    .party = id, .inhabitants = people, .population_date = { 2018, 1, 1 }, .population_source = "CBS" \
  }

static const CvnContributionParty municipalities[] = {
  BY_INHABITANTS ("gem-leiden", 124306),
  BY_INHABITANTS ("gem-katwijk", 64956),
  BY_INHABITANTS ("gem-leiderdorp", 27197),
  BY_INHABITANTS ("gem-oegstgeest", 23887),
  BY_INHABITANTS ("gem-voorschoten", 25453),
  BY_INHABITANTS ("gem-zoeterwoude", 8430),
};

/* EUR 170,000 by the inhabitants of 2018, and what the proof sheet prints of it. */
static void
test_proof_sheet (void)
{
  static const gint64       amounts[] = { 7705976, 4026751, 1685996, 1480803, 1577882, 522592 };
  const CvnContributionRule rule = { CVN_CONTRIBUTION_BY_INHABITANTS, .total = 17000000 };
  CvnContributionShare      shares[6];
  gint64                    again[6];
  g_autoptr (GError) error = NULL;

  cvn_contribution_rule_apply (&rule, municipalities, 6, shares, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (shares[i].amount, ==, amounts[i]);
      g_assert_cmpstr (shares[i].party, ==, municipalities[i].party);
      g_assert_cmpint (shares[i].weight, ==, municipalities[i].inhabitants);
      g_assert_cmpint (shares[i].population_date.year, ==, 2018);
      g_assert_cmpstr (shares[i].population_source, ==, "CBS");
      g_assert_cmpint (shares[i].numerator, ==, 17000000 * municipalities[i].inhabitants);
      g_assert_cmpint (shares[i].denominator, ==, 274229);
      g_assert_cmpint (shares[i].floor * shares[i].denominator + shares[i].remainder, ==, shares[i].numerator);
      g_assert_cmpint (shares[i].floor + shares[i].cent_given, ==, shares[i].amount);
    }
  g_assert_true (cvn_contribution_rule_recompute (&rule, shares, 6, again, NULL));
  g_assert_cmpmem (again, sizeof again, amounts, sizeof amounts);
}

typedef struct
{
  CvnContributionRule  rule;
  guint                n;
  CvnContributionParty parties[3];
  gint64               amounts[3];
} WorkedCase;

static const WorkedCase worked[] = {
  { { CVN_CONTRIBUTION_FIXED }, 2, { { "a", .fixed = 3500000 }, { "b", .fixed = 1 } }, { 3500000, 1 } },
  { { CVN_CONTRIBUTION_FIXED, .total = 5 }, 2, { { "a", .fixed = 4 }, { "b", .fixed = 1 } }, { 4, 1 } },
  { { CVN_CONTRIBUTION_EQUAL, .total = 155459 }, 2, { { "a" }, { "b" } }, { 77730, 77729 } },
  { { CVN_CONTRIBUTION_EQUAL, .total = 100 }, 3, { { "a" }, { "b" }, { "c" } }, { 34, 33, 33 } },
  /* Ties go by id, wherever the party stands on the sheet. */
  { { CVN_CONTRIBUTION_EQUAL, .total = 100 }, 3, { { "c" }, { "b" }, { "a" } }, { 33, 33, 34 } },
  { { CVN_CONTRIBUTION_EQUAL, .total = 0 }, 2, { { "a" }, { "b" } }, { 0, 0 } },
  { { CVN_CONTRIBUTION_PERCENTAGE, .total = 87318 }, 2, { { "a", .numerator = 700, .denominator = 1000 }, { "b", .numerator = 300, .denominator = 1000 } }, { 61123, 26195 } },
  { { CVN_CONTRIBUTION_PERCENTAGE, .total = 1 }, 2, { { "a", .numerator = 95, .denominator = 100 }, { "b", .numerator = 5, .denominator = 100 } }, { 1, 0 } },
  { { CVN_CONTRIBUTION_PERCENTAGE, .total = 100 }, 3, { { "a", .numerator = 1, .denominator = 2 }, { "b", .numerator = 1, .denominator = 3 }, { "c", .numerator = 1, .denominator = 6 } }, { 50, 33, 17 } },
  { { CVN_CONTRIBUTION_PER_INHABITANT, .rate = 97 }, 2, { { "a", .inhabitants = 8430 }, { "b", .inhabitants = 1 } }, { 817710, 97 } },
  { { CVN_CONTRIBUTION_BY_INHABITANTS, .total = 100 }, 2, { { "a", .inhabitants = 2 }, { "b", .inhabitants = 1 } }, { 67, 33 } },
  { { CVN_CONTRIBUTION_FIXED_PLUS, .rate = 25 }, 2, { { "a", .fixed = 500000, .inhabitants = 24426 }, { "b", .inhabitants = 2 } }, { 1110650, 50 } },
  /* Indexed: each amount alone is rounded half up, and of a total it is the total. */
  { { CVN_CONTRIBUTION_FIXED, .index = 1040, .base_index = 1000 }, 2, { { "a", .fixed = 3500000 }, { "b", .fixed = 1250000 } }, { 3640000, 1300000 } },
  { { CVN_CONTRIBUTION_FIXED, .index = 1005, .base_index = 1000 }, 2, { { "a", .fixed = 100 }, { "b", .fixed = 99 } }, { 101, 99 } },
  { { CVN_CONTRIBUTION_FIXED, .index = 1060, .base_index = 1040 }, 1, { { "a", .fixed = 1000 } }, { 1019 } },
  { { CVN_CONTRIBUTION_PER_INHABITANT, .rate = 50, .index = 1023, .base_index = 1000 }, 1, { { "a", .inhabitants = 3 } }, { 153 } },
  { { CVN_CONTRIBUTION_EQUAL, .total = 12000000, .index = 1040, .base_index = 1000 }, 1, { { "a" } }, { 12480000 } },
  { { CVN_CONTRIBUTION_EQUAL, .total = 100, .index = 1015, .base_index = 1000 }, 2, { { "a" }, { "b" } }, { 51, 51 } },
};

static void
test_worked_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      CvnContributionShare shares[3];
      gint64               again[3];
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      cvn_contribution_rule_apply (&worked[i].rule, worked[i].parties, worked[i].n, shares, &error);
      g_assert_no_error (error);
      g_assert_true (cvn_contribution_rule_recompute (&worked[i].rule, shares, worked[i].n, again, NULL));
      for (guint j = 0; j < worked[i].n; j++)
        {
          g_assert_cmpint (shares[j].amount, ==, worked[i].amounts[j]);
          g_assert_cmpint (again[j], ==, worked[i].amounts[j]);
        }
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    CvnContributionRule  rule;
    guint                n;
    CvnContributionParty parties[2];
    const char          *field;
    CvnError             code;
  } cases[] = {
    { { CVN_CONTRIBUTION_EQUAL, .total = 1 }, 0, { { "a" } }, "organisation", CVN_ERROR_INVALID },
    { { CVN_CONTRIBUTION_EQUAL, .total = 1 }, 2, { { "a" }, { "a" } }, "organisation", CVN_ERROR_INVALID },
    { { CVN_CONTRIBUTION_EQUAL, .total = -1 }, 1, { { "a" } }, "total", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_CONTRIBUTION_PER_INHABITANT, .rate = -1 }, 1, { { "a", .inhabitants = 1 } }, "rate", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_CONTRIBUTION_FIXED, .index = -1, .base_index = 1 }, 1, { { "a" } }, "index", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_CONTRIBUTION_FIXED, .index = 1 }, 1, { { "a" } }, "index", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_CONTRIBUTION_FIXED }, 1, { { "a", .fixed = -1 } }, "fixed", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_CONTRIBUTION_FIXED, .total = 5 }, 2, { { "a", .fixed = 4 }, { "b", .fixed = 2 } }, "amount", CVN_ERROR_INVALID },
    { { CVN_CONTRIBUTION_BY_INHABITANTS, .total = 1 }, 2, { { "a", .inhabitants = 1 }, { "b" } }, "inhabitants", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_CONTRIBUTION_PERCENTAGE, .total = 1 }, 1, { { "a", .numerator = 1 } }, "percentage", CVN_ERROR_OUT_OF_RANGE },
    { { CVN_CONTRIBUTION_PERCENTAGE, .total = 1 }, 1, { { "a", .numerator = 999, .denominator = 1000 } }, "percentage", CVN_ERROR_INVALID },
    { { CVN_CONTRIBUTION_PERCENTAGE, .total = 1 }, 2, { { "a", .numerator = 1, .denominator = 1 }, { "b", .numerator = 1, .denominator = 1000 } }, "percentage", CVN_ERROR_INVALID },
    { { CVN_CONTRIBUTION_BY_INHABITANTS, .total = G_MAXINT64 }, 1, { { "a", .inhabitants = 2 } }, "total", CVN_ERROR_OVERFLOW },
    { { CVN_CONTRIBUTION_PER_INHABITANT, .rate = G_MAXINT64 }, 1, { { "a", .inhabitants = 2 } }, "rate", CVN_ERROR_OVERFLOW },
    { { CVN_CONTRIBUTION_FIXED, .index = 1040, .base_index = 1000 }, 1, { { "a", .fixed = G_MAXINT64 } }, "fixed", CVN_ERROR_OVERFLOW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnContributionShare shares[2];
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (cvn_contribution_rule_apply (&cases[i].rule, cases[i].parties, cases[i].n, shares, &error));
      g_assert_error (error, CVN_ERROR, (int) cases[i].code);
      g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

/* 524.34 against parts that make 524.35. */
static void
test_sum_message (void)
{
  static const gint64 over[] = { 11011, 20974, 10487, 8914, 1049 };
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_false (cvn_contribution_rule_check_sum (52434, over, 5, &first));
  g_assert_cmpstr (first->message, ==, "Together the parts are € 0.01 over the total.");
  g_assert_false (cvn_contribution_rule_check_sum (52434, over, 4, &second));
  g_assert_cmpstr (second->message, ==, "Together the parts are € 10.48 short of the total.");
  g_assert_true (cvn_contribution_rule_check_sum (52435, over, 5, NULL));
}

static void
test_index (void)
{
  static const CvnContributionIndex table[] = { { 2018, 1000 }, { 2019, 1023 }, { 2020, 0 } };
  CvnContributionRule               rule = { CVN_CONTRIBUTION_FIXED };
  g_autoptr (GError) error = NULL;

  g_assert_true (cvn_contribution_rule_set_index (&rule, table, 3, 2018, 2019, NULL));
  g_assert_cmpint (rule.index, ==, 1023);
  g_assert_cmpint (rule.base_index, ==, 1000);
  g_assert_false (cvn_contribution_rule_set_index (&rule, table, 3, 2018, 2020, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "index");
  g_assert_nonnull (strstr (error->message, "2020"));
  g_assert_cmpint (rule.index, ==, 1023);
}

static char **
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) plain = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  plain = g_string_new (text);
  g_string_replace (plain, "\"inwoners per 1 januari, grootste rest\"", "inwoners", 0);
  return g_strsplit (g_strchomp (plain->str), "\n", -1);
}

static gint64
read_number (const char *text)
{
  gint64 number;

  g_assert_true (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &number, NULL));
  return number;
}

/* Each year's key of the sample centre, six lines each. */
static void
test_sample_keys (void)
{
  g_auto (GStrv) lines = read_sample ("verdeelsleutels.csv");

  g_assert_cmpuint (g_strv_length (lines), ==, 19);
  for (guint i = 1; i < 19; i += 6)
    {
      CvnContributionParty parties[6];
      CvnContributionShare shares[6];
      gint64               amounts[6];
      CvnContributionRule  rule = { CVN_CONTRIBUTION_BY_INHABITANTS };
      char               **cells[6];

      for (guint j = 0; j < 6; j++)
        {
          cells[j] = g_strsplit (lines[i + j], ",", -1);
          rule.total = read_number (cells[j][3]);
          parties[j] = (CvnContributionParty){ .party = cells[j][5], .inhabitants = read_number (cells[j][6]) };
        }
      g_assert_true (cvn_contribution_rule_apply (&rule, parties, 6, shares, NULL));
      g_assert_true (cvn_contribution_rule_recompute (&rule, shares, 6, amounts, NULL));
      for (guint j = 0; j < 6; j++)
        {
          g_assert_cmpint (shares[j].amount, ==, read_number (cells[j][7]));
          g_assert_cmpint (amounts[j], ==, read_number (cells[j][7]));
        }
      for (guint j = 0; j < 6; j++)
        g_strfreev (cells[j]);
    }
}

/* What a party owes for 2019 as a whole. */
static gint64
find_amount_of_2019 (char      **keys,
                     const char *party)
{
  static const struct
  {
    const char *party;
    gint64      amount;
  } fixed[] = { { "univ", 3500000 }, { "lumc", 3500000 }, { "ovbsp", 1250000 }, { "lm", 750000 } };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (fixed[i].party, party))
      return fixed[i].amount;
  for (guint i = 7; i < 13; i++)
    {
      g_auto (GStrv) cells = g_strsplit (keys[i], ",", -1);

      if (g_str_equal (cells[5], party))
        return read_number (cells[7]);
    }
  return -1;
}

/* The convenant changed on 1 June 2019: 5/12 and 7/12. */
static void
test_sample_split (void)
{
  static const CvnPeriod periods[] = {
    { { 2016, 6, 1 }, { 2019, 5, 31 } },
    { { 2019, 6, 1 }, { 2020, 12, 31 } },
  };
  g_auto (GStrv) keys = read_sample ("verdeelsleutels.csv");
  g_auto (GStrv) lines = read_sample ("toezeggingen.csv");
  guint n_split = 0;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      gint64 parts[2];

      if (!g_str_equal (cells[3], "2019"))
        continue;
      g_assert_true (cvn_period_split_year (2019, periods, 2, find_amount_of_2019 (keys, cells[2]), parts, NULL));
      g_assert_cmpint (parts[g_str_equal (cells[1], "conv-2019")], ==, read_number (cells[7]));
      n_split++;
    }
  g_assert_cmpuint (n_split, ==, 20);
}

static void
make_random_case (CvnContributionRule  *rule,
                  CvnContributionParty *parties,
                  guint                 n,
                  char                  ids[MOST][8])
{
  gint64 left = 1000;

  *rule = (CvnContributionRule){ .method = (CvnContributionMethod) g_test_rand_int_range (CVN_CONTRIBUTION_FIXED, CVN_CONTRIBUTION_FIXED_PLUS + 1),
                                 .rate = g_test_rand_int_range (0, 500) };
  if (rule->method != CVN_CONTRIBUTION_FIXED)
    rule->total = g_test_rand_int_range (0, G_MAXINT32);
  if (g_test_rand_int_range (0, 2) == 0)
    {
      rule->index = g_test_rand_int_range (1, 3000);
      rule->base_index = g_test_rand_int_range (1, 3000);
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 part = i + 1 == n ? left : g_test_rand_int_range (0, (gint32) left + 1);

      g_snprintf (ids[i], 8, "org-%02u", (i * 5) % MOST);
      parties[i] = (CvnContributionParty){ .party = ids[i], .fixed = g_test_rand_int_range (0, 10000000), .numerator = part, .denominator = 1000, .inhabitants = g_test_rand_int_range (1, 1000000) };
      left -= part;
    }
}

/* Sums are exact, nobody is a cent from the exact share, and the sheet can be done again by hand. */
static void
test_random (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      guint                n = (guint) g_test_rand_int_range (1, MOST + 1);
      char                 ids[MOST][8];
      CvnContributionRule  rule;
      CvnContributionParty parties[MOST];
      CvnContributionShare shares[MOST];
      gint64               again[MOST];
      gint64               total;
      gint64               sum = 0;
      g_autoptr (GError) error = NULL;

      make_random_case (&rule, parties, n, ids);
      cvn_contribution_rule_apply (&rule, parties, n, shares, &error);
      g_assert_no_error (error);
      g_assert_true (cvn_contribution_rule_recompute (&rule, shares, n, again, NULL));
      for (guint j = 0; j < n; j++)
        {
          gint64 miss = shares[j].amount * shares[j].denominator - shares[j].numerator;

          sum += shares[j].amount;
          g_assert_cmpint (ABS (miss), <, shares[j].denominator);
          g_assert_cmpint (shares[j].amount, ==, again[j]);
          g_assert_cmpint (shares[j].amount, ==, shares[j].floor + shares[j].cent_given);
          g_assert_true (shares[j].cent_given == 0 || shares[j].cent_given == 1);
          if (!cvn_contribution_rule_divides (&rule))
            g_assert_cmpint (ABS (miss) * 2, <=, shares[j].denominator);
        }
      g_assert_true (cvn_contribution_rule_get_total (&rule, &total, NULL));
      if (cvn_contribution_rule_divides (&rule))
        g_assert_cmpint (sum, ==, total);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/contribution-rule/proof-sheet", test_proof_sheet);
  g_test_add_func ("/core/contribution-rule/worked-examples", test_worked_examples);
  g_test_add_func ("/core/contribution-rule/refuses", test_refuses);
  g_test_add_func ("/core/contribution-rule/sum-message", test_sum_message);
  g_test_add_func ("/core/contribution-rule/index", test_index);
  g_test_add_func ("/core/contribution-rule/sample-keys", test_sample_keys);
  g_test_add_func ("/core/contribution-rule/sample-split", test_sample_split);
  g_test_add_func ("/core/contribution-rule/random", test_random);

  return g_test_run ();
}
