/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-fee-rule"

#include "cvn-fee-rule.h"

#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-month.h"

/* The fees of the sample centre: none at first, then one for adults that rose once. */
static const CvnFeeRow fees[] = {
  { "registration", "all", "2016-06-01", "2018-09-30", 0 },
  { "registration", "adult", "2018-10-01", "2019-12-31", 4500 },
  { "registration", "child", "2018-10-01", "2020-12-31", 0 },
  { "registration", "adult", "2020-01-01", NULL, 5000 },
  { "other", "all", "2016-06-01", NULL, 99900 },
};

#define MONTH(year, month) ((year) *12 + (month) -1)

static void
test_finds (void)
{
  static const struct
  {
    const char *service;
    const char *group;
    int         month;
    int         fee; /* place in fees, or -1 */
  } cases[] = {
    { "registration", "researcher", MONTH (2016, 5), -1 },
    { "registration", "researcher", MONTH (2016, 6), 0 },
    { "registration", "researcher", MONTH (2018, 9), 0 },
    { "registration", "child", MONTH (2018, 9), 0 },
    { "registration", "researcher", MONTH (2018, 10), 1 },
    { "registration", "partner", MONTH (2019, 12), 1 },
    { "registration", "child", MONTH (2018, 10), 2 },
    { "registration", "child", MONTH (2020, 12), 2 },
    { "registration", "child", MONTH (2021, 1), -1 },
    { "registration", "knowledge_worker", MONTH (2020, 1), 3 },
    { "registration", "knowledge_worker", MONTH (2099, 1), 3 },
    { "other", "child", MONTH (2020, 1), 4 },
    { "deregistration", "child", MONTH (2020, 1), -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CvnFeeRow *found = cvn_fee_rule_find (fees, G_N_ELEMENTS (fees), cases[i].service, cases[i].group, cases[i].month);

      g_assert_true (found == (cases[i].fee < 0 ? NULL : &fees[cases[i].fee]));
    }
}

static void
test_prefers (void)
{
  static const CvnFeeRow some[] = {
    { "registration", "adult", "2020-01-15", NULL, 1 },
    { "registration", "all", "2019-12-01", NULL, 2 },
    { "registration", "adult", "2018-01-01", NULL, 3 },
    { "registration", "adult", "2019-01-01", NULL, 4 },
    { "registration", "adult", "2018-06-01", NULL, 5 },
  };
  const CvnFeeRow *found;

  /* The one for adults before the one for everyone, the newest of those, and not one that begins within the month. */
  found = cvn_fee_rule_find (some, G_N_ELEMENTS (some), "registration", "student", MONTH (2020, 1));
  g_assert_true (found == &some[3]);
  found = cvn_fee_rule_find (some, G_N_ELEMENTS (some), "registration", "student", MONTH (2020, 2));
  g_assert_true (found == &some[0]);
  found = cvn_fee_rule_find (some, G_N_ELEMENTS (some), "registration", "child", MONTH (2020, 2));
  g_assert_true (found == &some[1]);
  g_assert_null (cvn_fee_rule_find (some, 0, "registration", "child", MONTH (2020, 2)));
}

static void
test_overflows (void)
{
  static const CvnFeeRow dear[] = { { "registration", "all", "2016-01-01", NULL, G_MAXINT64 } };
  g_autoptr (GError) error = NULL;
  gint64 revenue = 7;

  g_assert_false (cvn_fee_rule_revenue (dear, 1, "student", MONTH (2020, 1), 2, &revenue, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_OVERFLOW);
  g_assert_cmpint (revenue, ==, 7);
}

/* The file of the sample centre carries what each row brought in. */
static void
test_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", "inschrijvingen.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const CvnKind  *kind = &cvn_kind_registration_count;
  const CvnField *group = &kind->fields[cvn_kind_find_field (kind, "target_group")];
  gint64          totals[3] = { 0 };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "maand,gemeentecode,gemeente,doelgroep,aantal,aantal_betaald,opbrengst_cent,bron");
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_auto (CvnValue) code = CVN_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      gint64 month;
      gint64 revenue;

      g_assert_true (cvn_month_parse (cells[0], &month, NULL));
      g_assert_true (cvn_field_parse (group, cells[3], CVN_LANGUAGE_NL, &code, NULL));
      cvn_fee_rule_revenue (fees, G_N_ELEMENTS (fees), code.text, month, g_ascii_strtoll (cells[5], NULL, 10), &revenue, &error);
      g_assert_no_error (error);
      g_assert_cmpint (revenue, ==, g_ascii_strtoll (cells[6], NULL, 10));
      totals[month / 12 - 2018] += revenue;
    }
  g_assert_cmpint (totals[0], ==, 594000);
  g_assert_cmpint (totals[1], ==, 3181500);
  g_assert_cmpint (totals[2], ==, 2535000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/fee-rule/finds", test_finds);
  g_test_add_func ("/core/fee-rule/prefers", test_prefers);
  g_test_add_func ("/core/fee-rule/overflows", test_overflows);
  g_test_add_func ("/core/fee-rule/sample", test_sample);

  return g_test_run ();
}
