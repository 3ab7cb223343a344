/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-schedule"

#include "cvn-schedule.h"

#include "cvn-error.h"
#include "cvn-settlement.h"

#define CASES 10000

static char *
describe (const GArray *made)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < made->len; i++)
    {
      const CvnInstalment *one = &g_array_index (made, CvnInstalment, i);
      g_autofree char     *due = cvn_date_to_iso (&one->due);

      g_assert_cmpuint (one->number, ==, i + 1);
      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? ", " : "", due, one->amount);
    }
  return g_string_free (text, FALSE);
}

static void
test_makes (void)
{
  static const CvnDate given[] = { { 2018, 3, 1 }, { 2018, 9, 15 } };
  static const struct
  {
    CvnSchedulePlan plan;
    gint64          total;
    const char     *expected;
  } cases[] = {
    { { CVN_SCHEDULE_PARTS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 2, 31 }, 2842413, "2018-01-31 1421207, 2018-07-31 1421206" },
    { { CVN_SCHEDULE_PARTS, { { 2019, 6, 1 }, { 2019, 12, 31 } }, 2, 31 }, 3171577, "2019-06-30 1585789, 2019-10-31 1585788" },
    { { CVN_SCHEDULE_PARTS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 3, 15 }, 10001, "2018-01-15 3334, 2018-05-15 3334, 2018-09-15 3333" },
    { { CVN_SCHEDULE_PARTS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 4, 0 }, 2, "2018-01-01 1, 2018-04-01 1" },
    { { CVN_SCHEDULE_PARTS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 4, 0 }, 0, "" },
    { { CVN_SCHEDULE_QUARTERS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 0, 31 }, 100, "2018-01-31 25, 2018-04-30 25, 2018-07-31 25, 2018-10-31 25" },
    { { CVN_SCHEDULE_HALF_YEARS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 0, 1 }, 100, "2018-01-01 50, 2018-07-01 50" },
    { { CVN_SCHEDULE_MONTHS, { { 2018, 1, 15 }, { 2018, 3, 10 } }, 0, 10 }, 100, "2018-01-15 34, 2018-02-10 33, 2018-03-10 33" },
    { { CVN_SCHEDULE_MONTHS, { { 2020, 1, 31 }, { 2020, 3, 30 } }, 0, 0 }, 99, "2020-01-31 33, 2020-02-29 33, 2020-03-30 33" },
    { { CVN_SCHEDULE_DATES, .dates = given, .n_dates = 2 }, 101, "2018-03-01 51, 2018-09-15 50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) made = cvn_schedule_make (&cases[i].plan, cases[i].total, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = describe (made);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_refuses (void)
{
  static const CvnDate backwards[] = { { 2018, 9, 15 }, { 2018, 3, 1 } };
  static const CvnDate vague[] = { { 2018, 9, 0 } };
  static const struct
  {
    CvnSchedulePlan plan;
    gint64          total;
    const char     *field;
  } cases[] = {
    { { CVN_SCHEDULE_PARTS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 0, 1 }, 1, "parts" },
    { { CVN_SCHEDULE_PARTS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 13, 1 }, 1, "parts" },
    { { CVN_SCHEDULE_PARTS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, G_MAXUINT, 1 }, 1, "parts" },
    { { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2118, 12, 31 } }, 0, 1 }, 1, "parts" },
    { { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 0, 32 }, 1, "due_day" },
    { { CVN_SCHEDULE_MONTHS, { { 2018, 1, 0 }, { 2018, 12, 31 } }, 0, 1 }, 1, "start_date" },
    { { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 0 } }, 0, 1 }, 1, "end_date" },
    { { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2017, 12, 31 } }, 0, 1 }, 1, "end_date" },
    { { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 12, 31 } }, 0, 1 }, -1, "amount" },
    { { CVN_SCHEDULE_DATES }, 1, "due_date" },
    { { CVN_SCHEDULE_DATES, .dates = backwards, .n_dates = 2 }, 1, "due_date" },
    { { CVN_SCHEDULE_DATES, .dates = vague, .n_dates = 1 }, 1, "due_date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cvn_schedule_make (&cases[i].plan, cases[i].total, &error));
      g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

typedef struct
{
  CvnInstalment   now[5];
  guint           n;
  CvnSchedulePlan plan;
  gint64          total;
  const char     *expected; /* NULL: refused at the amount */
} ReplanCase;

#define QUARTERS(from_month, from_day) \
  {                                    \
    CVN_SCHEDULE_MONTHS,               \
    {                                  \
      { 2018, from_month, from_day },  \
      {                                \
        2018, from_month + 3, 28       \
      }                                \
    }                                  \
  }

static const CvnDate one_date[] = { { 2018, 12, 1 } };

static const ReplanCase replans[] = {
  /* Nothing changes. */
  { { { "a", 1, { 2018, 1, 1 }, 50 }, { "b", 2, { 2018, 2, 1 }, 50 } }, 2, { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 2, 28 } } }, 100, "kept a, kept b" },
  /* The amount changes after two of four are paid. */
  { { { "a", 1, { 2018, 1, 1 }, 25, CVN_INSTALMENT_PAID }, { "b", 2, { 2018, 2, 1 }, 25, CVN_INSTALMENT_INVOICED }, { "c", 3, { 2018, 3, 1 }, 25 }, { "d", 4, { 2018, 4, 1 }, 25 } }, 4, QUARTERS (1, 1), 121, "kept a, kept b, changed c 3 2018-03-01 36, changed d 4 2018-04-01 35" },
  /* The start moves from 4 April to 1 May. */
  { { { "a", 1, { 2018, 4, 4 }, 25, CVN_INSTALMENT_PAID }, { "b", 2, { 2018, 5, 4 }, 25 }, { "c", 3, { 2018, 6, 4 }, 25 }, { "d", 4, { 2018, 7, 4 }, 25 } }, 4, QUARTERS (5, 1), 100, "kept a, changed b 2 2018-06-01 25, changed c 3 2018-07-01 25, changed d 4 2018-08-01 25" },
  { { { "a", 1, { 2018, 4, 4 }, 50 }, { "b", 2, { 2018, 5, 4 }, 50 } }, 2, { CVN_SCHEDULE_MONTHS, { { 2018, 5, 1 }, { 2018, 6, 30 } } }, 100, "changed a 1 2018-05-01 50, changed b 2 2018-06-01 50" },
  /* A cancelled one stays, and the rest is for the others. */
  { { { "a", 1, { 2018, 1, 1 }, 50, CVN_INSTALMENT_CANCELLED }, { "b", 2, { 2018, 2, 1 }, 50 } }, 2, { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 2, 28 } } }, 80, "kept a, changed b 2 2018-02-01 80" },
  /* A cancelled commitment stays cancelled when it is edited. */
  { { { "a", 1, { 2018, 1, 1 }, 50, CVN_INSTALMENT_CANCELLED }, { "b", 2, { 2018, 2, 1 }, 50, CVN_INSTALMENT_CANCELLED } }, 2, QUARTERS (1, 1), 500, "kept a, kept b" },
  /* More and fewer instalments. */
  { { { "a", 1, { 2018, 1, 1 }, 100 } }, 1, { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 3, 28 } } }, 100, "changed a 1 2018-01-01 34, added 2 2018-02-01 33, added 3 2018-03-01 33" },
  { { { "a", 1, { 2018, 1, 1 }, 50 }, { "b", 2, { 2018, 2, 1 }, 50 } }, 2, { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 1, 31 } } }, 100, "changed a 1 2018-01-01 100, removed b" },
  /* All is invoiced: nothing is left, or it comes on the last date. */
  { { { "a", 1, { 2018, 1, 1 }, 60, CVN_INSTALMENT_INVOICED }, { "b", 2, { 2018, 2, 1 }, 40 } }, 2, { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 2, 28 } } }, 60, "kept a, removed b" },
  { { { "a", 1, { 2018, 1, 1 }, 60, CVN_INSTALMENT_PAID } }, 1, { CVN_SCHEDULE_DATES, .dates = one_date, .n_dates = 1 }, 61, "kept a, added 2 2018-12-01 1" },
  { { { "a", 1, { 2018, 1, 1 }, 60, CVN_INSTALMENT_WRITTEN_OFF } }, 1, { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 2, 28 } } }, 100, "kept a, added 2 2018-02-01 40" },
  { { { "a", 1, { 2018, 1, 1 }, 60, CVN_INSTALMENT_PAID } }, 1, { CVN_SCHEDULE_MONTHS, { { 2018, 1, 1 }, { 2018, 2, 28 } } }, 59, NULL },
};

static char *
describe_rows (const GArray *rows)
{
  static const char *const words[] = { "kept", "changed", "added", "removed" };
  GString                 *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const CvnScheduleRow *row = &g_array_index (rows, CvnScheduleRow, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", words[row->change]);
      if (row->before.id != NULL)
        g_string_append_printf (text, " %s", row->before.id);
      if (row->change == CVN_SCHEDULE_KEPT)
        g_assert_cmpmem (&row->before, sizeof row->before, &row->after, sizeof row->after);
      if (row->change == CVN_SCHEDULE_CHANGED)
        g_assert_cmpstr (row->before.id, ==, row->after.id);
      if (row->change == CVN_SCHEDULE_CHANGED || row->change == CVN_SCHEDULE_ADDED)
        {
          g_autofree char *due = cvn_date_to_iso (&row->after.due);

          g_string_append_printf (text, " %u %s %" G_GINT64_FORMAT, row->after.number, due, row->after.amount);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_replans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (replans); i++)
    {
      const ReplanCase *one = &replans[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) rows = cvn_schedule_replan (one->now, one->n, &one->plan, one->total, &error);
      g_autofree char *text = NULL;

      g_test_message ("case %u", i);
      if (one->expected == NULL)
        {
          g_assert_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
          g_assert_cmpstr (cvn_error_get_field (error), ==, "amount");
          continue;
        }
      g_assert_no_error (error);
      text = describe_rows (rows);
      g_assert_cmpstr (text, ==, one->expected);
    }
}

/* A pledge that does not divide, and one payment that covers three of its instalments. */
static void
test_one_payment_for_three (void)
{
  const CvnSchedulePlan plan = QUARTERS (1, 1);
  g_autoptr (GArray) made = cvn_schedule_make (&plan, 10001, NULL);
  g_autoptr (GArray) rows = NULL;
  g_autofree char *text = NULL;
  gint64           open[4];
  gint64           parts[4];

  for (guint i = 0; i < 4; i++)
    open[i] = g_array_index (made, CvnInstalment, i).amount;
  g_assert_cmpint (cvn_settlement_spread (2501 + 2500 + 2500, open, 4, parts), ==, 0);
  for (guint i = 0; i < 4; i++)
    if (parts[i] == open[i])
      g_array_index (made, CvnInstalment, i).state = CVN_INSTALMENT_PAID;
  rows = cvn_schedule_replan ((const CvnInstalment *) made->data, 4, &plan, 12000, NULL);
  text = describe_rows (rows);
  g_assert_cmpstr (text, ==, "kept, kept, kept, changed 4 2018-04-01 4499");
}

static void
test_states (void)
{
  static const struct
  {
    const char        *status;
    gboolean           is_invoiced;
    gboolean           is_paid;
    CvnInstalmentState state;
  } cases[] = {
    { NULL, FALSE, FALSE, CVN_INSTALMENT_PLANNED },
    { "draft", FALSE, FALSE, CVN_INSTALMENT_PLANNED },
    { NULL, TRUE, FALSE, CVN_INSTALMENT_INVOICED },
    { "draft", TRUE, FALSE, CVN_INSTALMENT_INVOICED },
    { "sent", FALSE, FALSE, CVN_INSTALMENT_INVOICED },
    { "partly_paid", TRUE, FALSE, CVN_INSTALMENT_INVOICED },
    { "overdue", TRUE, FALSE, CVN_INSTALMENT_INVOICED },
    { "sent", TRUE, TRUE, CVN_INSTALMENT_PAID },
    { "paid", FALSE, FALSE, CVN_INSTALMENT_PAID },
    { "credited", TRUE, TRUE, CVN_INSTALMENT_CANCELLED },
    { "written_off", TRUE, FALSE, CVN_INSTALMENT_WRITTEN_OFF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cvn_instalment_state_from_code (cases[i].status, cases[i].is_invoiced, cases[i].is_paid), ==, cases[i].state);
}

static char **
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* The instalments of the sample: two a year, and one for the five months before the convenant changed. */
static void
test_sample (void)
{
  g_auto (GStrv) commitments = read_sample ("toezeggingen.csv");
  g_auto (GStrv) lines = read_sample ("termijnen.csv");
  guint at = 1;

  for (guint i = 1; commitments[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (commitments[i], ",", -1);
      CvnSchedulePlan plan = { CVN_SCHEDULE_PARTS, .due_day = 31 };
      g_autoptr (GArray) made = NULL;

      g_assert_true (cvn_date_parse_iso (cells[4], &plan.period.from, NULL));
      g_assert_true (cvn_date_parse_iso (cells[5], &plan.period.to, NULL));
      plan.n_parts = plan.period.to.month == 5 ? 1 : 2;
      made = cvn_schedule_make (&plan, g_ascii_strtoll (cells[7], NULL, 10), NULL);
      for (guint j = 0; j < made->len; j++, at++)
        {
          const CvnInstalment *one = &g_array_index (made, CvnInstalment, j);
          g_auto (GStrv) stored = g_strsplit (lines[at], ",", -1);
          g_autofree char *due = cvn_date_to_iso (&one->due);

          g_assert_cmpstr (stored[1], ==, cells[0]);
          g_assert_cmpuint (one->number, ==, (guint) g_ascii_strtoll (stored[3], NULL, 10));
          g_assert_cmpstr (due, ==, stored[4]);
          g_assert_cmpint (one->amount, ==, g_ascii_strtoll (stored[5], NULL, 10));
        }
    }
  g_assert_null (lines[at]);
}

static void
make_random_plan (CvnSchedulePlan *plan)
{
  CvnDate from = { 2018, (guint8) g_test_rand_int_range (1, 13), (guint8) g_test_rand_int_range (1, 29) };
  int     n_months;

  *plan = (CvnSchedulePlan){ .pattern = (CvnSchedulePattern) g_test_rand_int_range (CVN_SCHEDULE_PARTS, CVN_SCHEDULE_DATES),
                             .due_day = (guint) g_test_rand_int_range (0, 32) };
  plan->period = (CvnPeriod){ from, cvn_date_add_days (from, g_test_rand_int_range (0, 1000)) };
  n_months = (plan->period.to.year - from.year) * 12 + plan->period.to.month - from.month + 1;
  plan->n_parts = (guint) g_test_rand_int_range (1, n_months + 1);
}

/* Whatever is planned again, what is fixed stays, the sum is exact, and every new date is within the period. */
static void
test_random (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      CvnSchedulePlan plan;
      gint64          total = g_test_rand_int_range (1, 100000000);
      g_autoptr (GArray) made = NULL;
      g_autoptr (GArray) rows = NULL;
      gint64   fixed = 0;
      gint64   sum = 0;
      gboolean all_cancelled = TRUE;

      make_random_plan (&plan);
      made = cvn_schedule_make (&plan, total, NULL);
      for (guint j = 0; j < made->len; j++)
        {
          CvnInstalment *one = &g_array_index (made, CvnInstalment, j);

          sum += one->amount;
          g_assert_true (cvn_period_contains (&plan.period, &one->due));
          g_assert_true (j == 0 || cvn_date_compare (&one[-1].due, &one->due) < 0);
          one->state = (CvnInstalmentState) g_test_rand_int_range (CVN_INSTALMENT_PLANNED, CVN_INSTALMENT_CANCELLED + 1);
          all_cancelled = all_cancelled && one->state == CVN_INSTALMENT_CANCELLED;
          if (one->state != CVN_INSTALMENT_PLANNED && one->state != CVN_INSTALMENT_CANCELLED)
            fixed += one->amount;
        }
      g_assert_cmpint (sum, ==, total);
      make_random_plan (&plan);
      total = fixed + g_test_rand_int_range (0, 1000);
      rows = cvn_schedule_replan ((const CvnInstalment *) made->data, made->len, &plan, total, NULL);
      sum = 0;
      for (guint j = 0; j < rows->len; j++)
        {
          const CvnScheduleRow *row = &g_array_index (rows, CvnScheduleRow, j);

          if (j < made->len)
            g_assert_cmpmem (&row->before, sizeof row->before, &g_array_index (made, CvnInstalment, j), sizeof row->before);
          if (row->before.state != CVN_INSTALMENT_PLANNED)
            g_assert_cmpint (row->change, ==, CVN_SCHEDULE_KEPT);
          else if (row->change != CVN_SCHEDULE_REMOVED)
            {
              g_assert_cmpint (row->after.amount, >, 0);
              g_assert_true (cvn_period_contains (&plan.period, &row->after.due));
            }
          if (row->after.state != CVN_INSTALMENT_CANCELLED)
            sum += row->after.amount;
        }
      g_assert_cmpint (sum, ==, all_cancelled ? fixed : total);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/schedule/makes", test_makes);
  g_test_add_func ("/core/schedule/refuses", test_refuses);
  g_test_add_func ("/core/schedule/replans", test_replans);
  g_test_add_func ("/core/schedule/one-payment-for-three", test_one_payment_for_three);
  g_test_add_func ("/core/schedule/states", test_states);
  g_test_add_func ("/core/schedule/sample", test_sample);
  g_test_add_func ("/core/schedule/random", test_random);

  return g_test_run ();
}
