/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-direction-rules"

#include "cvn-card-question.h"
#include "cvn-card-seal.h"
#include "cvn-direction-rule.h"
#include "cvn-error.h"
#include "cvn-indicator-rule.h"
#include "cvn-sufficiency.h"

#include <string.h>

static void
test_sufficiency (void)
{
  static const struct
  {
    CvnServiceMeans means;
    CvnSufficiency  sufficiency;
    gint64          missing;
    gint64          missing_hours;
  } cases[] = {
    { { -1, -1, -1, -1 }, CVN_SUFFICIENCY_UNKNOWN, 0, 0 },
    { { -1, 500, -1, 20 }, CVN_SUFFICIENCY_UNKNOWN, 0, 0 },
    { { 0, -1, -1, -1 }, CVN_SUFFICIENCY_ENOUGH, 0, 0 },
    { { 100000, -1, -1, -1 }, CVN_SUFFICIENCY_SHORT, 100000, 0 },
    { { 100000, 99999, -1, -1 }, CVN_SUFFICIENCY_SHORT, 1, 0 },
    { { 100000, 100000, -1, -1 }, CVN_SUFFICIENCY_TIGHT, 0, 0 },
    { { 100000, 104999, -1, -1 }, CVN_SUFFICIENCY_TIGHT, 0, 0 },
    { { 100000, 105000, -1, -1 }, CVN_SUFFICIENCY_ENOUGH, 0, 0 },
    { { 100000, 200000, 100, 99 }, CVN_SUFFICIENCY_SHORT, 0, 1 },
    { { 100000, 200000, 100, 104 }, CVN_SUFFICIENCY_TIGHT, 0, 0 },
    { { 100000, 200000, 100, 105 }, CVN_SUFFICIENCY_ENOUGH, 0, 0 },
    { { -1, -1, 40, -1 }, CVN_SUFFICIENCY_SHORT, 0, 40 },
    { { 100, 50, 40, 10 }, CVN_SUFFICIENCY_SHORT, 50, 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnSufficiencyResult result = cvn_sufficiency_check (&cases[i].means);

      g_test_message ("case %u", i);
      g_assert_cmpint (result.sufficiency, ==, cases[i].sufficiency);
      g_assert_cmpint (result.missing, ==, cases[i].missing);
      g_assert_cmpint (result.missing_hours, ==, cases[i].missing_hours);
    }
  g_assert_cmpstr (cvn_sufficiency_get_code (CVN_SUFFICIENCY_SHORT), ==, "short");
}

static void
test_timing (void)
{
  static const struct
  {
    const char *timing;
    gint64      start;
    const char *maturity;
    CvnTiming   want;
  } cases[] = {
    { NULL, 0, "developed", CVN_TIMING_NOW },
    { NULL, 0, "starting", CVN_TIMING_NOW },
    { NULL, 2020, "planned", CVN_TIMING_NOW },
    { NULL, 2018, "planned", CVN_TIMING_NOW },
    { NULL, 2021, "planned", CVN_TIMING_NEXT },
    { NULL, 2022, "planned", CVN_TIMING_LATER },
    { NULL, 0, "planned", CVN_TIMING_LATER },
    { NULL, 0, NULL, CVN_TIMING_LATER },
    { "later", 2018, "developed", CVN_TIMING_LATER },
    { "now", 2022, "planned", CVN_TIMING_NOW },
    { "someday", 2022, "planned", CVN_TIMING_LATER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cvn_timing_find (cases[i].timing, cases[i].start, cases[i].maturity, 2020), ==, cases[i].want);
  g_assert_cmpstr (cvn_timing_get_code (CVN_TIMING_NEXT), ==, "next");
}

static void
test_slip (void)
{
  static const struct
  {
    const char *first;
    const char *planned;
    const char *done;
    const char *status;
    gboolean    known;
    int         days;
  } cases[] = {
    { NULL, NULL, NULL, "open", FALSE, 0 },
    { NULL, "2020-12-31", NULL, "open", TRUE, 0 },
    { NULL, "2020-06-01", NULL, "open", TRUE, 30 },
    { "2020-05-01", "2020-06-01", NULL, "waiting", TRUE, 61 },
    { "2020-05-01", "2020-08-01", NULL, "delayed", TRUE, 92 },
    { "2020-05-01", NULL, NULL, "open", TRUE, 61 },
    { NULL, "2020-06-01", "2020-06-01", "achieved", TRUE, 0 },
    { NULL, "2020-06-01", "2020-05-30", "achieved", TRUE, -2 },
    { "2020-01-01", "2020-06-01", "2020-05-30", "achieved", TRUE, 150 },
    { NULL, "2020-06-01", NULL, "achieved", FALSE, 0 },
    { "2020-01-01", "2020-06-01", NULL, "dropped", FALSE, 0 },
    { NULL, "2020-06", NULL, "open", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days = 0;

      g_test_message ("case %u", i);
      g_assert_cmpint (cvn_slip_find (cases[i].first, cases[i].planned, cases[i].done, cases[i].status, "2020-07-01", &days), ==, cases[i].known);
      g_assert_cmpint (days, ==, cases[i].days);
    }
}

static void
test_risks (void)
{
  guint n[3] = { 0 };

  for (int likelihood = 1; likelihood <= 5; likelihood++)
    for (int impact = 1; impact <= 5; impact++)
      n[cvn_risk_level (likelihood, impact)]++;
  g_assert_cmpuint (n[CVN_RISK_LOW], ==, 10);
  g_assert_cmpuint (n[CVN_RISK_MEDIUM], ==, 9);
  g_assert_cmpuint (n[CVN_RISK_HIGH], ==, 6);
  g_assert_cmpint (cvn_risk_level (3, 5), ==, CVN_RISK_HIGH);
  g_assert_cmpint (cvn_risk_level (2, 3), ==, CVN_RISK_MEDIUM);
  g_assert_cmpint (cvn_risk_level (1, 5), ==, CVN_RISK_LOW);
  g_assert_cmpint (cvn_risk_trend (0, 9), ==, CVN_TREND_NEW);
  g_assert_cmpint (cvn_risk_trend (9, 12), ==, CVN_TREND_UP);
  g_assert_cmpint (cvn_risk_trend (9, 9), ==, CVN_TREND_SAME);
  g_assert_cmpint (cvn_risk_trend (12, 9), ==, CVN_TREND_DOWN);
  g_assert_true (cvn_risk_is_live ("controlled"));
  g_assert_false (cvn_risk_is_live ("none"));
  g_assert_false (cvn_risk_is_live (NULL));
}

static void
test_carry_over (void)
{
  static const struct
  {
    const char *status;
    const char *half_year;
    gboolean    step;
    gboolean    milestone;
  } cases[] = {
    { "running", "2019-H1", TRUE, TRUE },
    { "running", "2018-H2", TRUE, TRUE },
    { "running", "2019-H2", FALSE, FALSE },
    { "running", NULL, TRUE, TRUE },
    { "idea", "2019-H1", TRUE, FALSE },
    { "waiting", "2019-H1", FALSE, TRUE },
    { "done", "2019-H1", FALSE, FALSE },
    { "achieved", "2019-H1", FALSE, FALSE },
    { "dropped", "2019-H1", FALSE, FALSE },
    { NULL, "2019-H1", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (cvn_step_is_carried (cases[i].status, cases[i].half_year, "2019-H1"), ==, cases[i].step);
      g_assert_cmpint (cvn_milestone_is_carried (cases[i].status, cases[i].half_year, "2019-H1"), ==, cases[i].milestone);
    }
}

static void
test_indicator_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean    circa;
    const char *nl;
    const char *en;
    const char *unit;
  } cases[] = {
    { "2612", FALSE, "2.612", "2,612" },
    { "5000", TRUE, "circa 5.000\u00a0personen", "circa 5,000\u00a0personen", "personen" },
    { "1950", FALSE, "1.950\u00a0personen", "1,950\u00a0personen", "personen" },
    { "1950", FALSE, "1950", "1950" },
    { "999", FALSE, "999", "999" },
    { "41.5", FALSE, "41,5", "41.5" },
    { "41,5 %", FALSE, "41,5", "41.5" },
    { "41,50", FALSE, "41,50", "41.50" },
    { "1,000 to 1,500", FALSE, "1.000 tot 1.500", "1,000 to 1,500" },
    { "1.000 tot 1.500", TRUE, "circa 1.000 tot 1.500", "circa 1,000 to 1,500" },
    { "circa 36000", FALSE, "circa 36.000", "circa 36,000" },
    { "± 3600", FALSE, "circa 3.600", "circa 3,600" },
    { "7.5-8", FALSE, "7,5 tot 8,0", "7.5 to 8.0" },
    { "-3", FALSE, "−3", "−3" },
    { "0.05", FALSE, "0,05", "0.05" },
    { "many", FALSE, NULL, NULL },
    { "", FALSE, NULL, NULL },
    { "12 apples", FALSE, NULL, NULL },
    { "9 to 3", FALSE, NULL, NULL },
    { "1234567890123456", FALSE, NULL, NULL },
    { NULL, FALSE, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnIndicatorNumber number;
      gboolean           parsed = cvn_indicator_parse (cases[i].text, cases[i].circa, &number);
      g_autofree char   *nl = parsed ? cvn_indicator_format (&number, cases[i].unit, CVN_LANGUAGE_NL) : NULL;
      g_autofree char   *en = parsed ? cvn_indicator_format (&number, cases[i].unit, CVN_LANGUAGE_EN) : NULL;

      g_assert_cmpstr (nl, ==, cases[i].nl);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_indicator_sources (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    differs;
    gboolean    reaches;
  } cases[] = {
    { "90", "90.0", FALSE, TRUE },
    { "89.9", "90", TRUE, FALSE },
    { "circa 3600", "3500", FALSE, TRUE },
    { "circa 3600", "3000", TRUE, TRUE },
    { "1000 to 1500", "1200", FALSE, FALSE },
    { "1000 to 1500", "1501", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnIndicatorNumber a;
      CvnIndicatorNumber b;

      g_assert_true (cvn_indicator_parse (cases[i].a, FALSE, &a));
      g_assert_true (cvn_indicator_parse (cases[i].b, FALSE, &b));
      g_assert_cmpint (cvn_indicator_differs (&a, &b), ==, cases[i].differs);
      g_assert_cmpint (cvn_indicator_differs (&b, &a), ==, cases[i].differs);
      g_assert_cmpint (cvn_indicator_reaches (&a, &b), ==, cases[i].reaches);
    }
}

static void
test_questions (void)
{
  guint                  n;
  const CvnCardQuestion *questions = cvn_card_question_list (&n);
  const CvnKind         *kind = cvn_kind_find ("card_section");
  const CvnField        *field = &kind->fields[cvn_kind_find_field (kind, "question")];

  g_assert_cmpuint (n, ==, 10);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (field->choices[i].code, ==, questions[i].code);
      g_assert_cmpstr (questions[i].nl, !=, questions[i].en);
    }
  g_assert_null (field->choices[n].code);
  g_assert_null (cvn_card_question_text ("weather", CVN_LANGUAGE_EN));
}

static CvnRecord *
make_section (int         position,
              const char *text)
{
  CvnRecord *section = cvn_record_new (cvn_kind_find ("card_section"));

  cvn_record_set_integer (section, "position", position);
  cvn_record_set_text (section, "text_nl", text);
  return section;
}

static void
test_seal (void)
{
  g_autoptr (CvnRecord) card = cvn_record_new (cvn_kind_find ("project_card"));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) turned = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *seal = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;

  cvn_record_set_text (card, "half_year", "2019-H1");
  g_ptr_array_add (parts, make_section (1, "a\ntext_en:1=b"));
  g_ptr_array_add (parts, make_section (2, "c"));
  g_ptr_array_add (turned, make_section (2, "c"));
  g_ptr_array_add (turned, make_section (1, "a\ntext_en:1=b"));
  seal = cvn_card_seal (card, parts);
  g_assert_cmpuint (strlen (seal), ==, 64);
  /* Neither the order of the rows nor what is no word of the card makes a difference. */
  cvn_record_set_text (card, "seal", seal);
  cvn_record_set_integer (card, "frozen", 1);
  again = cvn_card_seal (card, turned);
  g_assert_cmpstr (again, ==, seal);
  cvn_record_set_text (turned->pdata[0], "text_nl", "d");
  other = cvn_card_seal (card, turned);
  g_assert_cmpstr (other, !=, seal);
}

static void
test_frozen_card_stays (void)
{
  const CvnKind *kind = cvn_kind_find ("project_card");
  g_autoptr (CvnRecord) card = cvn_record_new (kind);
  g_autoptr (CvnRecord) changed = NULL;
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (card, "half_year", "2019-H1");
  cvn_record_set_integer (card, "edition", 8);
  g_assert_true (kind->may_change (card, NULL, NULL));
  cvn_record_set_integer (card, "frozen", 1);
  changed = cvn_record_copy (card);
  g_assert_false (kind->may_change (card, changed, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "frozen");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/direction/sufficiency", test_sufficiency);
  g_test_add_func ("/core/direction/timing", test_timing);
  g_test_add_func ("/core/direction/slip", test_slip);
  g_test_add_func ("/core/direction/risks", test_risks);
  g_test_add_func ("/core/direction/carry-over", test_carry_over);
  g_test_add_func ("/core/direction/indicator-numbers", test_indicator_numbers);
  g_test_add_func ("/core/direction/indicator-sources", test_indicator_sources);
  g_test_add_func ("/core/direction/questions", test_questions);
  g_test_add_func ("/core/direction/seal", test_seal);
  g_test_add_func ("/core/direction/frozen-card-stays", test_frozen_card_stays);
  return g_test_run ();
}
