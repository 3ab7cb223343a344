/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-report-filters"

#include "cvn-money.h"
#include "report-support.h"

#include <string.h>

/* Filtered reports of the sample centre: their totals are those of the rows that are left. Those of events: test-report-files.c. */

static gint64
sum_of (const char *file,
        const char *amount,
        const char *first,
        const char *first_value,
        const char *second,
        const char *second_value)
{
  g_autoptr (GPtrArray) rows = sample_read_csv (file);
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (sample_get (rows->pdata[i], first), first_value) && g_str_equal (sample_get (rows->pdata[i], second), second_value))
      sum += sample_get_integer (rows->pdata[i], amount);
  return sum;
}

/* Only the lines of one kind: their total, and no result. */
static void
test_budget_filter (ReportFixture *f,
                    gconstpointer  data)
{
  g_autoptr (CvnReport) costs = report_make (f, CVN_REPORT_BUDGET, "2019 kind=cost", CVN_LANGUAGE_NL);
  g_autofree char *text = report_dup_text (costs);
  g_autofree char *total = cvn_money_format_euro (sum_of ("begroting", "gewijzigde_begroting_cent", "jaar", "2019", "soort", "lasten"), CVN_LANGUAGE_NL);

  g_assert_nonnull (strstr (text, "Alleen: Lasten"));
  g_assert_nonnull (strstr (text, total));
  g_assert_null (strstr (text, "Resultaat"));
  g_assert_null (strstr (text, "Baten"));
  report_assert_dutch (text);
}

/* Only some of the parties: the totals are theirs, and nothing is said of the others. */
static void
test_convenant_filter (ReportFixture *f,
                       gconstpointer  data)
{
  g_autofree char *agreement = sample_find (f->store, "agreement", "conv-2019");
  g_autoptr (CvnTable) parties = sample_figure (f->store, "agreement-parties", 2020, REPORT_TODAY, agreement, FALSE);
  g_autoptr (CvnReport) municipalities = report_make (f, CVN_REPORT_CONVENANT, "2020 kind=municipality", CVN_LANGUAGE_NL);
  g_autoptr (CvnReport) one = report_make (f, CVN_REPORT_CONVENANT, "2020 partner=gem-katwijk conv-2019", CVN_LANGUAGE_EN);
  g_autoptr (CvnReport) none = report_make (f, CVN_REPORT_CONVENANT, "2020 status=declined", CVN_LANGUAGE_EN);
  g_autofree char *of_municipalities = report_dup_text (municipalities);
  g_autofree char *of_one = report_dup_text (one);
  g_autofree char *of_none = report_dup_text (none);
  g_autofree char *total = NULL;
  gint64           sum = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (parties); row++)
    if (g_strcmp0 (cvn_table_get_text (parties, row, "sort"), "municipality") == 0)
      sum += cvn_table_get_integer (parties, row, "amount");
  total = cvn_money_format_euro (sum, CVN_LANGUAGE_NL);
  g_assert_cmpint (sum, >, 0);
  g_assert_nonnull (strstr (of_municipalities, total));
  g_assert_nonnull (strstr (of_municipalities, "Alleen: Gemeente"));
  g_assert_null (strstr (of_municipalities, "LUMC"));
  g_assert_null (strstr (of_municipalities, "Compleet"));
  g_assert_nonnull (strstr (of_one, "Municipality of Katwijk"));
  g_assert_null (strstr (of_one, "Leiderdorp"));
  g_assert_null (strstr (of_none, "Katwijk"));
}

/* Only the services of an axis, or those that somebody pays for. */
static void
test_roadmap_filter (ReportFixture *f,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = sample_read_csv ("routekaart");
  g_autoptr (GPtrArray) paid = sample_read_csv ("dienstfinanciers");
  g_autoptr (CvnReport) talent = report_make (f, CVN_REPORT_ROADMAP, "2020 axis=talent", CVN_LANGUAGE_NL);
  g_autoptr (CvnReport) leiden = report_make (f, CVN_REPORT_ROADMAP, "2020 partner=gem-leiden", CVN_LANGUAGE_NL);
  g_autofree char *of_talent = report_dup_text (talent);
  g_autofree char *of_leiden = report_dup_text (leiden);
  guint            n_paid = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *name = sample_get (rows->pdata[i], "naam_nl");
      gboolean    pays = FALSE;

      for (guint j = 0; j < paid->len; j++)
        pays = pays || (g_str_equal (sample_get (paid->pdata[j], "dienst_id"), sample_get (rows->pdata[i], "dienst_id")) && g_str_equal (sample_get (paid->pdata[j], "org_id"), "gem-leiden"));
      n_paid += pays;
      g_assert_true ((strstr (of_talent, name) != NULL) == g_str_equal (sample_get (rows->pdata[i], "visie_as"), "talent"));
      g_assert_true ((strstr (of_leiden, name) != NULL) == pays);
    }
  g_assert_cmpuint (n_paid, >, 0);
  g_assert_cmpuint (n_paid, <, rows->len);
}

/* A filter that nothing passes leaves a page that says so. */
static void
test_nothing_left (ReportFixture *f,
                   gconstpointer  data)
{
  static const struct
  {
    CvnReportName name;
    const char   *record;
  } rows[] = {
    { CVN_REPORT_ROADMAP, "2020 axis=talent timing=later" },
    { CVN_REPORT_EVENTS, "2019 status=draft" },
    { CVN_REPORT_CONVENANT, "2020 status=declined" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CvnReport) report = report_make (f, rows[i].name, rows[i].record, CVN_LANGUAGE_NL);
      g_autofree char *text = report_dup_text (report);

      g_assert_cmpuint (cvn_report_get_n_pages (report), ==, 1);
      g_assert_nonnull (strstr (text, "Alleen: "));
      g_assert_nonnull (strstr (text, "Geen."));
    }
}

/* The figures of one municipality: what it promised, and who registered there. */
static void
test_key_figures_filter (ReportFixture *f,
                         gconstpointer  data)
{
  g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_KEY_FIGURES, "2019 municipality=gem-katwijk", CVN_LANGUAGE_NL);
  g_autofree char *text = report_dup_text (report);
  g_autofree char *committed = cvn_money_format_euro (sum_of ("toezeggingen", "bedrag_cent", "jaar", "2019", "org_id", "gem-katwijk"), CVN_LANGUAGE_NL);

  g_assert_nonnull (strstr (text, "Alleen: Gemeente Katwijk"));
  g_assert_nonnull (strstr (text, committed));
  g_assert_null (strstr (text, "Leiderdorp"));
  g_assert_null (strstr (text, "Resultaat"));
}

/* The events that somebody had a part in. */
static void
test_events_of_partner (ReportFixture *f,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = sample_read_csv ("evenementen");
  g_autoptr (CvnReport) report = report_make (f, CVN_REPORT_EVENTS, "2019 status=held partner=dv-02", CVN_LANGUAGE_NL);
  g_autofree char *text = report_dup_text (report);
  guint            n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) codes = g_strsplit (sample_get (rows->pdata[i], "partners"), ";", -1);
      gboolean is = g_str_has_prefix (sample_get (rows->pdata[i], "begin"), "2019") && g_strv_contains ((const char *const *) codes, "dv-02") &&
                    g_str_equal (sample_get (rows->pdata[i], "status"), "gehouden");

      n += is;
      if (is)
        g_assert_nonnull (strstr (text, sample_get (rows->pdata[i], "titel_nl")));
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_nonnull (strstr (text, "Alleen: Gehouden, Demo Belastingadvies B.V."));
}

/* What is not understood is refused with a sentence that says what would be. */
static void
test_wrong_filter (ReportFixture *f,
                   gconstpointer  data)
{
  static const struct
  {
    CvnReportName name;
    const char   *record;
    const char   *said;
  } rows[] = {
    { CVN_REPORT_BUDGET, "2019 axis=talent", "kind=" },
    { CVN_REPORT_BUDGET, "2019 kind=neither", "kind=" },
    { CVN_REPORT_ROADMAP, "2019 axis=nowhere", "axis=, timing=, maturity=, partner=" },
    { CVN_REPORT_CONVENANT, "2020 partner=nobody", "nobody" },
    { CVN_REPORT_KEY_FIGURES, "2019 municipality=", "municipality=" },
    { CVN_REPORT_PROJECT_CARD, "2018-H2 project=nothing", "nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cvn_report_data_read (f->store, rows[i].name, rows[i].record, CVN_LANGUAGE_NL, REPORT_TODAY, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].said));
    }
}

int
main (int    argc,
      char **argv)
{
  static const ReportTest tests[] = {
    { "budget-of-one-kind", test_budget_filter },
    { "convenant-of-some-parties", test_convenant_filter },
    { "roadmap-of-some-services", test_roadmap_filter },
    { "key-figures-of-one-municipality", test_key_figures_filter },
    { "events-of-one-partner", test_events_of_partner },
    { "nothing-left-is-said", test_nothing_left },
    { "wrong-filter-is-explained", test_wrong_filter },
  };

  g_test_init (&argc, &argv, NULL);
  report_add_tests ("report-filters", tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
