/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-chart-data"

#include "cvn-chart-summary.h"

#include <libintl.h>
#include <locale.h>

static const gint64 fees[] = { 225000, 414000, 159000, CVN_CHART_NONE };
static const gint64 budget[] = { 233333, 233333, 233333, 233333 };

static CvnChart *
make_chart (CvnChartKind kind,
            CvnChartUnit unit)
{
  CvnChart *chart = cvn_chart_new (kind, unit, "Fee revenue per month, 2019");

  cvn_chart_add_category (chart, "Jan", "January 2019");
  cvn_chart_add_category (chart, "Jul", "July 2019");
  cvn_chart_add_category (chart, "Dec", "December 2019");
  cvn_chart_add_category (chart, "later", NULL);
  cvn_chart_add_series (chart, "2019", CVN_SERIES_PRIMARY, fees, G_N_ELEMENTS (fees));
  return chart;
}

static void
test_holds_what_it_is_given (void)
{
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_BARS, CVN_UNIT_EURO);

  cvn_chart_add_series (chart, "Budget", CVN_SERIES_TARGET, budget, 2);
  cvn_chart_add_series (chart, "Plan", CVN_SERIES_TARGET, NULL, 0);
  g_assert_cmpint (cvn_chart_get_kind (chart), ==, CVN_CHART_BARS);
  g_assert_cmpint (cvn_chart_get_unit (chart), ==, CVN_UNIT_EURO);
  g_assert_cmpuint (cvn_chart_get_n_categories (chart), ==, 4);
  g_assert_cmpuint (cvn_chart_get_n_series (chart), ==, 3);
  g_assert_cmpstr (cvn_chart_get_category (chart, 1), ==, "Jul");
  g_assert_cmpstr (cvn_chart_get_full_category (chart, 1), ==, "July 2019");
  g_assert_cmpstr (cvn_chart_get_full_category (chart, 3), ==, "later");
  g_assert_cmpint (cvn_chart_get_value (chart, 0, 1), ==, 414000);
  g_assert_cmpint (cvn_chart_get_value (chart, 1, 2), ==, CVN_CHART_NONE);
  g_assert_cmpuint (cvn_chart_get_series_shade (chart, 1), ==, 0);
  g_assert_cmpuint (cvn_chart_get_series_shade (chart, 2), ==, 1);
  g_assert_cmpint (cvn_chart_get_series_role (chart, 2), ==, CVN_SERIES_TARGET);
}

static void
test_is_never_changed_when_shared (void)
{
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_BARS, CVN_UNIT_EURO);
  g_autoptr (CvnChart) other = g_boxed_copy (CVN_TYPE_CHART, chart);

  g_assert_true (chart == other);
  g_test_expect_message ("cvn-chart", G_LOG_LEVEL_CRITICAL, "*is_shared*");
  cvn_chart_add_category (chart, "too late", NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (cvn_chart_get_n_categories (chart), ==, 4);
}

static void
test_range (void)
{
  static const gint64 positive[] = { 30, 20 };
  static const gint64 negative[] = { -5, 40 };
  static const struct
  {
    CvnChartKind kind;
    gint64       lowest, highest;
  } rows[] = {
    { CVN_CHART_BARS, -5, 40 },
    { CVN_CHART_LINES, -5, 40 },
    { CVN_CHART_STACKED, -5, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CvnChart) chart = cvn_chart_new (rows[i].kind, CVN_UNIT_COUNT, "Result");
      gint64 lowest;
      gint64 highest;

      cvn_chart_add_category (chart, "2018", NULL);
      cvn_chart_add_category (chart, "2019", NULL);
      cvn_chart_add_series (chart, "a", CVN_SERIES_PRIMARY, positive, G_N_ELEMENTS (positive));
      cvn_chart_add_series (chart, "b", CVN_SERIES_PRIMARY, negative, G_N_ELEMENTS (negative));
      cvn_chart_get_range (chart, &lowest, &highest);
      g_assert_cmpint (lowest, ==, rows[i].lowest);
      g_assert_cmpint (highest, ==, rows[i].highest);
    }
}

static void
test_empty (void)
{
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_COUNT, "Bookings, 2021");
  g_autofree char *summary = NULL;
  g_autofree char *dutch = NULL;

  g_assert_true (cvn_chart_is_empty (chart));
  cvn_chart_add_category (chart, "Jan", NULL);
  cvn_chart_add_series (chart, "2021", CVN_SERIES_PRIMARY, &(gint64){ CVN_CHART_NONE }, 1);
  g_assert_true (cvn_chart_is_empty (chart));
  summary = cvn_chart_dup_summary (chart, CVN_LANGUAGE_EN);
  g_assert_cmpstr (summary, ==, "Bookings, 2021: no figures yet.");
  /* What stands in a report follows the report, whatever the interface speaks. */
  dutch = cvn_chart_dup_summary (chart, CVN_LANGUAGE_NL);
  g_assert_cmpstr (dutch, ==, "Bookings, 2021: nog geen cijfers.");
}

/* The no-break space between sign and number cannot be seen in a source file. */
static char *
make_plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv (" ", parts);
}

static void
test_unit_formats (void)
{
  static const struct
  {
    CvnChartUnit unit;
    gint64       value;
    const char  *english, *dutch, *short_english;
  } rows[] = {
    { CVN_UNIT_EURO, 414000, "€4,140", "€ 4.140", "€4,140" },
    { CVN_UNIT_EURO, 233333, "€2,333.33", "€ 2.333,33", "€2,333" },
    { CVN_UNIT_EURO, -552900, "−€5,529", "€ −5.529", "−€5,529" },
    { CVN_UNIT_EURO, 0, "€0", "€ 0", "€0" },
    { CVN_UNIT_COUNT, 122561, "122,561", "122.561", "122,561" },
    { CVN_UNIT_COUNT, -3, "−3", "−3", "−3" },
    { CVN_UNIT_PERMILLE, 612, "61.2%", "61,2%", "61.2%" },
    { CVN_UNIT_PERMILLE, 1000, "100.0%", "100,0%", "100.0%" },
    { CVN_UNIT_HUNDREDTHS, 243, "2.43", "2,43", "2.43" },
    { CVN_UNIT_CENTS_PER_HEAD, 152, "€1.52 per inhabitant", "€ 1,52 per inwoner", "€1.52" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *english = cvn_chart_unit_format (rows[i].unit, rows[i].value, CVN_LANGUAGE_EN);
      g_autofree char *dutch = cvn_chart_unit_format (rows[i].unit, rows[i].value, CVN_LANGUAGE_NL);
      g_autofree char *short_english = cvn_chart_unit_format_short (rows[i].unit, rows[i].value, CVN_LANGUAGE_EN);
      g_autofree char *plain = make_plain (dutch);

      g_assert_cmpstr (english, ==, rows[i].english);
      g_assert_cmpstr (plain, ==, rows[i].dutch);
      g_assert_cmpstr (short_english, ==, rows[i].short_english);
    }
}

static void
test_ticks_are_short (void)
{
  g_autofree char *whole = cvn_chart_unit_format_tick (CVN_UNIT_PERMILLE, 250, 50, CVN_LANGUAGE_EN);
  g_autofree char *tenths = cvn_chart_unit_format_tick (CVN_UNIT_PERMILLE, 25, 5, CVN_LANGUAGE_EN);
  g_autofree char *cents = cvn_chart_unit_format_tick (CVN_UNIT_CENTS_PER_HEAD, 150, 50, CVN_LANGUAGE_EN);
  g_autofree char *euros = cvn_chart_unit_format_tick (CVN_UNIT_CENTS_PER_HEAD, 200, 100, CVN_LANGUAGE_EN);

  g_assert_cmpstr (whole, ==, "25%");
  g_assert_cmpstr (tenths, ==, "2.5%");
  g_assert_cmpstr (cents, ==, "€1.50");
  g_assert_cmpstr (euros, ==, "€2");
}

static void
check_summary (CvnChart   *chart,
               CvnLanguage language,
               const char *expected)
{
  g_autofree char *summary = cvn_chart_dup_summary (chart, language);
  g_autofree char *plain = make_plain (summary);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_summary (void)
{
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_BARS, CVN_UNIT_EURO);
  g_autoptr (CvnChart) shares = make_chart (CVN_CHART_ROWS, CVN_UNIT_PERMILLE);

  cvn_chart_add_series (chart, "Budget", CVN_SERIES_TARGET, budget, G_N_ELEMENTS (budget));
  cvn_chart_add_series (chart, "2018", CVN_SERIES_COMPARISON, NULL, 0);
  check_summary (chart, CVN_LANGUAGE_EN,
                 "Fee revenue per month, 2019: €7,980 in all; highest July 2019 with €4,140, "
                 "lowest December 2019 with €1,590. Budget: €9,333.32 in all. 2018: no figures yet.");
  check_summary (chart, CVN_LANGUAGE_NL,
                 "Fee revenue per month, 2019: € 7.980 in totaal; hoogste July 2019 met € 4.140, "
                 "laagste December 2019 met € 1.590. Budget: € 9.333,32 in totaal. 2018: nog geen cijfers.");
  check_summary (shares, CVN_LANGUAGE_EN,
                 "Fee revenue per month, 2019: highest July 2019 with 41,400.0%, lowest December 2019 with 15,900.0%.");
}

static void
test_summary_of_ladder (void)
{
  static const gint64 target[] = { 500000, 500000, 500000 };
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_LADDER, CVN_UNIT_EURO);
  g_autoptr (CvnChart) other = make_chart (CVN_CHART_LADDER, CVN_UNIT_EURO);
  g_autofree char *total = NULL;
  g_autofree char *point = NULL;

  cvn_chart_add_series (chart, "Target", CVN_SERIES_TARGET, target, 1);
  check_summary (chart, CVN_LANGUAGE_EN,
                 "Fee revenue per month, 2019: January 2019 €2,250, July 2019 €4,140, December 2019 €1,590, "
                 "later no figure. Target: €5,000.");
  cvn_chart_add_series (other, "Target", CVN_SERIES_TARGET, target, G_N_ELEMENTS (target));
  check_summary (other, CVN_LANGUAGE_EN,
                 "Fee revenue per month, 2019: January 2019 €2,250, July 2019 €4,140, December 2019 €1,590, "
                 "later no figure. Target: €5,000.");
  total = cvn_chart_dup_total (chart, 0, CVN_LANGUAGE_EN);
  g_assert_null (total);
  point = cvn_chart_dup_point (chart, 1, 2, CVN_LANGUAGE_EN);
  g_assert_cmpstr (point, ==, "December 2019, Target: €5,000");
}

static void
test_summary_of_stack (void)
{
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_STACKED, CVN_UNIT_COUNT);

  cvn_chart_add_series (chart, "Researchers", CVN_SERIES_PRIMARY, budget, 2);
  check_summary (chart, CVN_LANGUAGE_EN,
                 "Fee revenue per month, 2019: 1,264,666 in all. 2019: 798,000 in all. Researchers: 466,666 in all.");
}

static void
test_summary_of_equals (void)
{
  static const gint64 same[] = { 0, 0, 0, 0 };
  static const struct
  {
    CvnChartUnit unit;
    const char  *summary;
  } rows[] = {
    { CVN_UNIT_EURO, "Fees: €0 in all." },
    { CVN_UNIT_PERMILLE, "Fees: 0.0%." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, rows[i].unit, "Fees");

      for (guint c = 0; c < G_N_ELEMENTS (same); c++)
        cvn_chart_add_category (chart, "month", NULL);
      cvn_chart_add_series (chart, "2021", CVN_SERIES_PRIMARY, same, G_N_ELEMENTS (same));
      check_summary (chart, CVN_LANGUAGE_EN, rows[i].summary);
    }
}

/* The words follow the language of the program, which is asked for through the environment. */
static void
test_dutch_words (void)
{
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_BARS, CVN_UNIT_EURO);
  g_autofree char *none = NULL;

  g_setenv ("LANGUAGE", "nl", TRUE);
  setlocale (LC_ALL, "");
  cvn_chart_add_series (chart, "2018", CVN_SERIES_COMPARISON, NULL, 0);
  check_summary (chart, CVN_LANGUAGE_NL,
                 "Fee revenue per month, 2019: € 7.980 in totaal; hoogste July 2019 met € 4.140, "
                 "laagste December 2019 met € 1.590. 2018: nog geen cijfers.");
  none = cvn_chart_dup_point (chart, 0, 3, CVN_LANGUAGE_NL);
  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "");
  g_assert_cmpstr (none, ==, "later: geen cijfer");
}

static void
test_point (void)
{
  g_autoptr (CvnChart) chart = make_chart (CVN_CHART_BARS, CVN_UNIT_EURO);
  g_autofree char *alone = cvn_chart_dup_point (chart, 0, 1, CVN_LANGUAGE_EN);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *none = NULL;

  cvn_chart_add_series (chart, "budget", CVN_SERIES_TARGET, budget, 3);
  first = cvn_chart_dup_point (chart, 0, 1, CVN_LANGUAGE_EN);
  second = cvn_chart_dup_point (chart, 1, 1, CVN_LANGUAGE_EN);
  none = cvn_chart_dup_point (chart, 0, 3, CVN_LANGUAGE_EN);
  g_assert_cmpstr (alone, ==, "July 2019: €4,140");
  g_assert_cmpstr (first, ==, "July 2019: €4,140 (budget €2,333.33)");
  g_assert_cmpstr (second, ==, "July 2019, budget: €2,333.33");
  g_assert_cmpstr (none, ==, "later: no figure");
}

static void
test_sums_do_not_overflow (void)
{
  static const gint64 huge[] = { G_MAXINT64 - 1, G_MAXINT64 - 2 };
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_STACKED, CVN_UNIT_COUNT, "Too much");
  g_autofree char *total = NULL;
  g_autofree char *summary = NULL;
  gint64           lowest;
  gint64           highest;

  cvn_chart_add_category (chart, "a", NULL);
  cvn_chart_add_category (chart, "b", NULL);
  cvn_chart_add_series (chart, "x", CVN_SERIES_PRIMARY, huge, G_N_ELEMENTS (huge));
  cvn_chart_add_series (chart, "y", CVN_SERIES_PRIMARY, huge, G_N_ELEMENTS (huge));
  cvn_chart_get_range (chart, &lowest, &highest);
  g_assert_cmpint (highest, ==, G_MAXINT64);
  total = cvn_chart_dup_total (chart, 0, CVN_LANGUAGE_EN);
  g_assert_null (total);
  summary = cvn_chart_dup_summary (chart, CVN_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (summary, "Too much: highest a with"));
}

/* What is in the bank at the end of each month is not added up, and nothing is said of a sum. */
static void
test_levels (void)
{
  static const gint64 balances[] = { 100, 200 };
  g_autoptr (CvnChart) chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, "Cash");
  g_autofree char *sum = NULL;
  g_autofree char *total = NULL;
  g_autofree char *summary = NULL;

  cvn_chart_add_category (chart, "a", NULL);
  cvn_chart_add_category (chart, "b", NULL);
  cvn_chart_add_series (chart, "x", CVN_SERIES_PRIMARY, balances, G_N_ELEMENTS (balances));
  sum = cvn_chart_dup_total (chart, 0, CVN_LANGUAGE_EN);
  g_assert_nonnull (sum);
  cvn_chart_set_levels (chart);
  total = cvn_chart_dup_total (chart, 0, CVN_LANGUAGE_EN);
  g_assert_null (total);
  summary = cvn_chart_dup_summary (chart, CVN_LANGUAGE_EN);
  g_assert_null (strstr (summary, "total"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("CVN_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/chart/holds-what-it-is-given", test_holds_what_it_is_given);
  g_test_add_func ("/render/chart/is-never-changed-when-shared", test_is_never_changed_when_shared);
  g_test_add_func ("/render/chart/range", test_range);
  g_test_add_func ("/render/chart/empty", test_empty);
  g_test_add_func ("/render/chart-unit/formats", test_unit_formats);
  g_test_add_func ("/render/chart-unit/ticks-are-short", test_ticks_are_short);
  g_test_add_func ("/render/chart-summary/sentences", test_summary);
  g_test_add_func ("/render/chart-summary/equals", test_summary_of_equals);
  g_test_add_func ("/render/chart-summary/ladder", test_summary_of_ladder);
  g_test_add_func ("/render/chart-summary/stack", test_summary_of_stack);
  g_test_add_func ("/render/chart-summary/dutch-words", test_dutch_words);
  g_test_add_func ("/render/chart-summary/point", test_point);
  g_test_add_func ("/render/chart-summary/sums-do-not-overflow", test_sums_do_not_overflow);
  g_test_add_func ("/render/chart-summary/levels", test_levels);
  return g_test_run ();
}
