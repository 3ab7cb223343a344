/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figures-budget"

#include "sample.h"

#include "cvn-record.h"
#include "cvn-writer.h"

#include <string.h>

/* The figures of the budget, worked out again: from the sample centre's files, and from records made for one test. */
typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static const int years[] = { 2018, 2019, 2020 };

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = sample_open (&fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_clear_object (&fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

static guint
find_row (CvnTable   *table,
          const char *column,
          const char *text)
{
  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, column), text) == 0)
      return i;
  g_error ("no %s", text);
  return 0;
}

static gint64
get_line (CvnTable   *table,
          const char *line,
          const char *column)
{
  return cvn_table_get_integer (table, find_row (table, "id", line), column);
}

static gint64
sum_months (Fixture    *fixture,
            const char *line,
            const char *column,
            int         year,
            const char *today)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, "budget-months", year, today, NULL, FALSE);
  gint64 sum = 0;

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "line"), line) == 0)
      sum += cvn_table_get_integer (table, i, column);
  return sum;
}

/* Budget, amended budget, actual and forecast of each line and year are those of the file; so is the result. */
static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *column;
    const char *heading;
  } pairs[] = {
    { "adopted", "begroting_cent" },
    { "budget", "gewijzigde_begroting_cent" },
    { "actual", "realisatie_cent" },
    { "forecast", "prognose_cent" },
    { "weighted", "prognose_cent" },
  };
  static const gint64 results[] = { 1581300, 1208100, 24200 };
  g_autoptr (GPtrArray) rows = sample_read_csv ("begroting");
  guint n_compared = 0;

  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    {
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "budget-lines", years[y], "2020-12-31", NULL, FALSE);
      gint64 result = 0;

      for (guint i = 0; i < rows->len; i++)
        {
          GHashTable *row = g_ptr_array_index (rows, i);
          guint       place;

          if (sample_get_integer (row, "jaar") != years[y])
            continue;
          place = find_row (table, "line", sample_get (row, "regel"));
          result += (g_str_equal (sample_get (row, "soort"), "baten") ? 1 : -1) * cvn_table_get_integer (table, place, "forecast");
          for (guint p = 0; p < G_N_ELEMENTS (pairs); p++, n_compared++)
            g_assert_cmpint (cvn_table_get_integer (table, place, pairs[p].column), ==, sample_get_integer (row, pairs[p].heading));
        }
      g_assert_cmpint (result, ==, results[y]);
    }
  g_assert_cmpuint (n_compared, ==, 48 * G_N_ELEMENTS (pairs));
}

/* The months and what is known of the whole year only make the line. */
static void
test_months (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const columns[] = { "budget", "actual", "committed", "forecast" };
  static const char *const todays[] = { "2020-12-31", "2020-05-15", "2020-01-01", "2019-06-30" };

  for (guint t = 0; t < G_N_ELEMENTS (todays); t++)
    {
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "budget-lines", 2020, todays[t], NULL, FALSE);

      for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
        for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
          g_assert_cmpint (sum_months (fixture, cvn_table_get_text (table, i, "id"), columns[c], 2020, todays[t]), ==, cvn_table_get_integer (table, i, columns[c]));
    }
}

static gint64
sum_part (CvnTable   *rows,
          const char *part)
{
  gint64 sum = 0;

  for (guint r = 0; r < cvn_table_get_n_rows (rows); r++)
    if (g_strcmp0 (cvn_table_get_text (rows, r, "part"), part) == 0)
      sum += cvn_table_get_integer (rows, r, "amount");
  return sum;
}

/* The rows behind each cell of a year add up to it. */
static void
assert_cells (Fixture    *fixture,
              int         year,
              const char *today)
{
  static const char *const figures[] = { "budget-current", "budget-actual", "budget-committed", "budget-forecast", "budget-weighted", "budget-difference" };
  static const char *const columns[] = { "budget", "actual", "committed", "forecast", "weighted", NULL };
  g_autoptr (CvnTable) lines = sample_figure (fixture->store, "budget-lines", year, today, NULL, FALSE);

  g_assert_cmpuint (cvn_table_get_n_rows (lines), >, 0);
  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      g_autoptr (CvnTable) rows = sample_figure (fixture->store, figures[f], year, today, NULL, TRUE);

      for (guint i = 0; i < cvn_table_get_n_rows (lines); i++)
        g_assert_cmpint (sum_part (rows, cvn_table_get_text (lines, i, "id")), ==,
                         columns[f] != NULL ? cvn_table_get_integer (lines, i, columns[f])
                                            : cvn_table_get_integer (lines, i, "forecast") - cvn_table_get_integer (lines, i, "budget"));
    }
}

/* The rows behind each month of a year add up to it. */
static void
assert_month_cells (Fixture    *fixture,
                    int         year,
                    const char *today)
{
  static const char *const figures[] = { "budget-month-actual", "budget-month-forecast" };
  static const char *const columns[] = { "actual", "forecast" };
  g_autoptr (CvnTable) months = sample_figure (fixture->store, "budget-months", year, today, NULL, FALSE);

  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      g_autoptr (CvnTable) rows = sample_figure (fixture->store, figures[f], year, today, NULL, TRUE);

      for (guint i = 0; i < cvn_table_get_n_rows (months); i++)
        {
          g_autofree char *part = g_strdup_printf ("%s %d", cvn_table_get_text (months, i, "line"), (int) cvn_table_get_integer (months, i, "month"));

          if (cvn_table_get_integer (months, i, "month") > 0)
            g_assert_cmpint (sum_part (rows, part), ==, cvn_table_get_integer (months, i, columns[f]));
        }
    }
}

/* Of all years of the sample, whatever day it is. */
static void
test_cells (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const todays[] = { "2020-12-31", "2020-05-15", "2019-02-28", "2018-07-01" };

  for (guint t = 0; t < G_N_ELEMENTS (todays); t++)
    for (guint y = 0; y < G_N_ELEMENTS (years); y++)
      {
        assert_cells (fixture, years[y], todays[t]);
        assert_month_cells (fixture, years[y], todays[t]);
      }
}

static gint64
get_month (Fixture    *fixture,
           const char *line,
           gint64      month)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, "budget-months", 2025, "2025-05-15", NULL, FALSE);

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "line"), line) == 0 && cvn_table_get_integer (table, i, "month") == month)
      return cvn_table_get_integer (table, i, "budget");
  return -1;
}

#define KATWIJK     "organisation=organisation-0002"
#define LEIDEN      "organisation=organisation-0001"
#define LEIDEN_ASKS "provider=organisation-0001"
#define AMOUNTS(x)  "budget=" x, "description_nl=R"

/* A year of its own, 2025, looked at in the middle of May. */
static const SampleRecord made[] = {
  { "budget_line", "own", { "year=2025", "line=B1", "kind=income", AMOUNTS ("3000"), "ledger=contributions", "forecast_method=committed" } },
  { "budget_line", "twice", { "year=2025", "line=B2", "kind=income", AMOUNTS ("3000"), "ledger=contributions", "forecast_method=committed" } },
  { "budget_line", "sold", { "year=2025", "line=B3", "kind=income", AMOUNTS ("1000"), "ledger=bookings", "forecast_method=committed" } },
  { "budget_line", "fee", { "year=2025", "line=B4", "kind=income", AMOUNTS ("1205"), "ledger=fees", "forecast_method=season" } },
  { "budget_line", "fee30", { "year=2024", "line=B4", "kind=income", AMOUNTS ("1"), "ledger=fees" } },
  { "budget_line", "plan", { "year=2025", "line=K1", "kind=cost", AMOUNTS ("1205"), "forecast_method=plan" } },
  { "budget_line", "hand", { "year=2025", "line=K2", "kind=cost", AMOUNTS ("1200") } },
  { "budget_line", "told", { "year=2025", "line=K3", "kind=cost", AMOUNTS ("500"), "forecast=777" } },
  { "budget_line", "lump", { "year=2025", "line=K4", "kind=cost", AMOUNTS ("500"), "actual=300" } },
  { "budget_line", "asked", { "year=2025", "line=K6", "kind=cost", AMOUNTS ("900"), "ledger=bookings", "forecast_method=committed" } },
  { "budget_line", "again", { "year=2025", "line=K7", "kind=cost", AMOUNTS ("900"), "ledger=bookings", "forecast_method=committed" } },
  { "budget_line", "idle", { "year=2025", "line=K5", "kind=cost", AMOUNTS ("600"), "forecast_method=season" } },
  { "budget_plan", "p1", { "budget_line=plan", "split=hand", "total=1199", "month_1=1199", "month_2=0", "month_3=0", "month_4=0", "month_5=0", "month_6=0", "month_7=0", "month_8=0", "month_9=0", "month_10=0", "month_11=0", "month_12=0" } },
  { "budget_plan", "p2", { "budget_line=hand", "split=hand", "total=1200", "month_1=0", "month_2=0", "month_3=0", "month_4=0", "month_5=0", "month_6=0", "month_7=0", "month_8=0", "month_9=0", "month_10=0", "month_11=0", "month_12=1200" } },
  { "budget_entry", "e1", { "budget_line=plan", "date=2025-02-03", "description=E", "amount=500", "status=actual" } },
  { "budget_entry", "e2", { "budget_line=plan", "date=2025-05-03", "description=E", "amount=150", "status=actual" } },
  { "budget_entry", "e3", { "budget_line=plan", "date=2025-08-03", "description=E", "amount=40", "status=actual" } },
  { "budget_entry", "e4", { "budget_line=plan", "date=2025-09-03", "description=E", "amount=999", "status=committed" } },
  { "budget_entry", "e5", { "budget_line=plan", "date=2024-12-31", "description=late", "amount=7", "status=actual" } },
  { "agreement", "a", { "kind=covenant", "title_nl=A", "start_date=2025-01-01", "end_date=2027-12-31", "status=active" } },
  { "agreement_decision", "d1", { "agreement=a", LEIDEN, "status=pledged", "date=2025-01-01" } },
  { "agreement_decision", "d2", { "agreement=a", LEIDEN, "status=approved", "date=2025-06-01" } },
  { "agreement_decision", "d3", { "agreement=a", KATWIJK, "status=signed", "date=2025-01-01" } },
  { "commitment", "c1", { "agreement=a", LEIDEN, "year=2025", "start_date=2025-01-01", "end_date=2025-12-31", "amount=1001" } },
  { "commitment", "c2", { "agreement=a", KATWIJK, "year=2025", "start_date=2025-01-01", "end_date=2025-12-31", "amount=2000" } },
  { "invoice", "v1", { "number=Y1", LEIDEN, "date=2025-01-01", "due_date=2025-01-31", "net=500", "total=500", "status=sent" } },
  { "instalment", "i1", { "commitment=c1", LEIDEN, "due_date=2025-01-31", "amount=500", "invoice=v1" } },
  { "instalment", "i2", { "commitment=c1", LEIDEN, "due_date=2025-07-31", "amount=301" } },
  { "instalment", "i3", { "commitment=c2", KATWIJK, "due_date=2026-01-31", "amount=2000", "paid_on=2025-03-01" } },
  { "programme", "g", { "name_nl=G", "price=100" } },
  { "booking", "b1", { KATWIJK, "programme=g", "date=2025-03-01", "net=100", "status=delivered", LEIDEN_ASKS, "cost=60" } },
  { "booking", "b2", { KATWIJK, "programme=g", "date=2025-10-01", "net=70", "status=booked", LEIDEN_ASKS, "cost=41" } },
  { "booking", "b3", { KATWIJK, "programme=g", "date=2025-11-01", "net=5000", "status=cancelled", "cost=3000" } },
  { "booking", "b5", { KATWIJK, "programme=g", "date=2025-11-02", "net=600", "status=quoted", "cost=300" } },
  { "booking", "b4", { KATWIJK, "programme=g", "date=2024-12-31", "net=9000", "status=delivered", "cost=4000" } },
  { "registration_count", "r1", { "month=24299", "municipality=organisation-0001", "target_group=student", "count=50", "paid_count=40" } },
  { "registration_count", "r2", { "month=24293", "municipality=organisation-0001", "target_group=student", "count=50", "paid_count=30" } },
  { "registration_count", "r3", { "month=24301", "municipality=organisation-0001", "target_group=student", "count=50", "paid_count=20" } },
  { NULL },
};

/* By hand, in cents; the open months are May to December. */
static void
test_forecast (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *line;
    gint64      actual;
    gint64      committed;
    gint64      forecast;
  } expected[] = {
    { "own", 500 + 2000, 301 + 200, 3001 },
    { "twice", 0, 0, 0 },
    { "sold", 100, 70, 170 },
    /* At the fee of 2020, which is still valid: February; of last year June and December */
    { "fee", 100000, 0, 100000 + 150000 + 200000 },
    /* January to April 507; May has 150, more than 100; then 7 months of 100, whatever is booked in August already */
    { "plan", 500 + 150 + 40 + 7, 999, 507 + 150 + 700 },
    { "hand", 0, 0, 1200 },
    { "told", 0, 0, 777 },
    { "lump", 300, 0, 500 },
    { "idle", 0, 0, 600 },
    { "asked", 60, 41, 101 },
    { "again", 0, 0, 0 },
  };
  g_autoptr (CvnTable) table = NULL;

  sample_make (fixture->store, made);
  table = sample_figure (fixture->store, "budget-lines", 2025, "2025-05-15", NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].line);
      g_assert_cmpint (get_line (table, expected[i].line, "actual"), ==, expected[i].actual);
      g_assert_cmpint (get_line (table, expected[i].line, "committed"), ==, expected[i].committed);
      g_assert_cmpint (get_line (table, expected[i].line, "forecast"), ==, expected[i].forecast);
      g_assert_cmpint (sum_months (fixture, expected[i].line, "forecast", 2025, "2025-05-15"), ==, expected[i].forecast);
    }
  /* A division that makes the amount is used, one that does not any more is not. */
  g_assert_cmpint (get_month (fixture, "hand", 12), ==, 1200);
  g_assert_cmpint (get_month (fixture, "plan", 1), ==, 101);
}

/* What the ledgers hold beside the records above: events with lines and without, on the line of all events and on one of their own. */
static const SampleRecord ledgers[] = {
  { "budget_line", "fest", { "year=2025", "line=K8", "kind=cost", AMOUNTS ("900"), "ledger=events" } },
  { "budget_line", "guests", { "year=2025", "line=B5", "kind=income", AMOUNTS ("900"), "ledger=events" } },
  { "budget_line", "packs", { "year=2025", "line=B6", "kind=income", AMOUNTS ("900"), "ledger=packages" } },
  { "budget_line", "fest26", { "year=2026", "line=K8", "kind=cost", AMOUNTS ("900"), "ledger=events" } },
  { "budget_line", "sold26", { "year=2026", "line=B3", "kind=income", AMOUNTS ("900"), "ledger=bookings" } },
  { "budget_line", "asked26", { "year=2026", "line=K6", "kind=cost", AMOUNTS ("900"), "ledger=bookings" } },
  { "event", "v1e", { "title_nl=A", "starts=2025-04-01T18:00", "status=held", "cost=999", "income=5" } },
  { "event_cost", "x1", { "event=v1e", "text=Zaal", "kind=cost", "amount=30" } },
  { "event_cost", "x2", { "event=v1e", "text=Eten", "kind=cost", "amount=12", "budget=50" } },
  { "event_cost", "x3", { "event=v1e", "text=Later", "kind=cost", "budget=50" } },
  { "event", "v2e", { "title_nl=B", "starts=2025-09-01T18:00", "status=planned", "cost=17", "budget_code=K2" } },
  { "event", "v3e", { "title_nl=C", "starts=2026-01-01T18:00", "status=planned", "cost=8" } },
  { "event", "v4e", { "title_nl=D", "starts=2025-09-01T18:00", "status=draft", "cost=1000" } },
  { "event_partner", "s1", { "event=v1e", KATWIJK, "role=sponsor", "pledged=50", "invoiced=20" } },
  { "partner_package", "k1", { KATWIJK, "year=2025", "package=basis", "price=250" } },
  { "booking", "b6", { KATWIJK, "programme=g", "date=2026-02-01", "net=11", "status=booked", "cost=6" } },
  { NULL },
};

/* Adds up per record and side of the budget, and notes on which line of which year it stands. */
static void
collect (Fixture    *fixture,
         const char *figure,
         int         year,
         GHashTable *sums,
         GHashTable *places)
{
  g_autoptr (CvnTable) lines = sample_figure (fixture->store, "budget-lines", year, "2025-05-15", NULL, FALSE);
  g_autoptr (CvnTable) rows = sample_figure (fixture->store, figure, year, "2025-05-15", NULL, TRUE);

  for (guint i = 0; i < cvn_table_get_n_rows (rows); i++)
    {
      const char *part = cvn_table_get_text (rows, i, "part");
      const char *sort = cvn_table_get_text (lines, find_row (lines, "id", part), "sort");
      char       *key = g_strconcat (sort, " ", cvn_table_get_text (rows, i, "id"), NULL);
      const char *place = g_hash_table_lookup (places, key);
      gint64      sum = GPOINTER_TO_INT (g_hash_table_lookup (sums, key)) + cvn_table_get_integer (rows, i, "amount");

      if (place != NULL)
        g_assert_cmpstr (place, ==, part);
      g_hash_table_insert (places, g_strdup (key), g_strdup (part));
      g_hash_table_insert (sums, key, GINT_TO_POINTER ((int) sum));
    }
}

/* Each amount of a ledger is on one line of one year, as actual or as committed, and all of it. */
static void
test_once (Fixture      *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *line;
    gint64      amount;
  } expected[] = {
    { "income i1", "own", 500 },
    { "income i2", "own", 301 },
    { "income c1", "own", 200 },
    { "income i3", "own", 2000 },
    { "income b1", "sold", 100 },
    { "cost b1", "asked", 60 },
    { "income b2", "sold", 70 },
    { "cost b2", "asked", 41 },
    { "income b6", "sold26", 11 },
    { "cost b6", "asked26", 6 },
    { "income v1e", "guests", 5 },
    { "cost v1e", "fest", 42 },
    { "cost v2e", "hand", 17 },
    { "cost v3e", "fest26", 8 },
    { "income s1", "guests", 50 },
    { "income k1", "packs", 250 },
    { "cost e2", "plan", 150 },
  };
  static const char *const absent[] = { "cost b3", "income b3", "cost b5", "income b5", "cost v4e", "cost x1", "cost c2", NULL };
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  sample_make (fixture->store, made);
  sample_make (fixture->store, ledgers);
  for (int year = 2024; year <= 2026; year++)
    {
      collect (fixture, "budget-actual", year, sums, places);
      collect (fixture, "budget-committed", year, sums, places);
      assert_cells (fixture, year, "2025-05-15");
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].key);
      g_assert_cmpstr (g_hash_table_lookup (places, expected[i].key), ==, expected[i].line);
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (sums, expected[i].key)), ==, expected[i].amount);
    }
  for (guint i = 0; absent[i] != NULL; i++)
    g_assert_false (g_hash_table_contains (places, absent[i]));
}

/* The room on a line is what its row of the budget says. */
static void
test_room (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnTable) lines = NULL;
  g_autoptr (CvnTable) room = NULL;

  sample_make (fixture->store, made);
  sample_make (fixture->store, ledgers);
  lines = sample_figure (fixture->store, "budget-lines", 2025, "2025-05-15", NULL, FALSE);
  room = sample_figure (fixture->store, "budget-room", 2025, "2025-05-15", "v1e", FALSE);
  g_assert_cmpuint (cvn_table_get_n_rows (room), >, 5);
  for (guint i = 0; i < cvn_table_get_n_rows (room); i++)
    {
      const char *id = cvn_table_get_text (room, i, "id");

      g_assert_cmpint (cvn_table_get_integer (room, i, "amount"), ==, get_line (lines, id, "budget"));
      g_assert_cmpint (cvn_table_get_integer (room, i, "used"), ==, get_line (lines, id, "actual") + get_line (lines, id, "committed"));
      g_assert_cmpint (cvn_table_get_integer (room, i, "own"), ==, g_str_equal (id, "fest") ? 42 : 0);
    }
}

static const SampleRecord weights[] = {
  { "forecast_weight", "w1", { "status=pledged", "per_mille=250" } },
  { NULL },
};

/* Of 501 cents that are pledged and not invoiced, 301 and 200 are weighted each; a weight changes only what is in its state. */
static void
test_weights (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CvnTable) before = NULL;
  g_autoptr (CvnTable) after = NULL;
  g_autoptr (CvnTable) later = NULL;

  sample_make (fixture->store, made);
  before = sample_figure (fixture->store, "budget-lines", 2025, "2025-05-15", NULL, FALSE);
  g_assert_cmpint (get_line (before, "own", "weighted"), ==, 3001 - 60 - 40);
  sample_make (fixture->store, weights);
  after = sample_figure (fixture->store, "budget-lines", 2025, "2025-05-15", NULL, FALSE);
  g_assert_cmpint (get_line (after, "own", "forecast"), ==, 3001);
  g_assert_cmpint (get_line (after, "own", "weighted"), ==, 3001 - 226 - 150);
  later = sample_figure (fixture->store, "budget-lines", 2025, "2025-06-01", NULL, FALSE);
  g_assert_cmpint (get_line (later, "own", "weighted"), ==, 3001 - 15 - 10);
  for (guint i = 0; i < cvn_table_get_n_rows (after); i++)
    if (g_strcmp0 (cvn_table_get_text (after, i, "id"), "own") != 0)
      g_assert_cmpint (cvn_table_get_integer (after, i, "weighted"), ==, cvn_table_get_integer (before, i, "weighted"));
}

/* Four years side by side; what another year had is nowhere else. */
static void
test_years (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CvnTable) table = NULL;
  gint64 actual[4] = { 0 };

  sample_make (fixture->store, made);
  table = sample_figure (fixture->store, "budget-years", 2026, "2027-12-31", NULL, FALSE);
  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    {
      gint64 year = cvn_table_get_integer (table, i, "year");

      g_assert_cmpint (year, >=, 2024);
      g_assert_cmpint (year, <=, 2027);
      if (g_strcmp0 (cvn_table_get_text (table, i, "sort"), "income") == 0)
        actual[year - 2024] += cvn_table_get_integer (table, i, "actual");
    }
  g_assert_cmpint (actual[0], ==, 350000);
  g_assert_cmpint (actual[1], ==, 2500 + 100 + 100000);
  g_assert_cmpint (actual[2] + actual[3], ==, 0);
}

static gint64
get_part (CvnTable   *table,
          const char *part)
{
  return cvn_table_get_integer (table, find_row (table, "part", part), "amount");
}

/* A year with all statements ends with what the bank says; open instalments stand in the month in which they are due. */
static void
test_cash (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnTable) open = NULL;
  g_autoptr (CvnTable) rows = NULL;
  g_autoptr (GPtrArray) balances = sample_read_csv ("banksaldi");

  for (guint i = 0; i < balances->len; i++)
    {
      GHashTable *row = g_ptr_array_index (balances, i);
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "budget-cash", (int) sample_get_integer (row, "jaar"), "2020-12-31", NULL, FALSE);

      g_assert_cmpint (get_part (table, "opening"), ==, sample_get_integer (row, "beginsaldo_cent"));
      g_assert_cmpint (cvn_table_sum (table, "amount"), ==, sample_get_integer (row, "eindsaldo_cent"));
    }
  sample_make (fixture->store, made);
  open = sample_figure (fixture->store, "budget-cash", 2025, "2025-05-15", NULL, FALSE);
  rows = sample_figure (fixture->store, "budget-cash", 2025, "2025-05-15", NULL, TRUE);
  /* 500 is due since January, 301 in July; June of last year brought 1,500 euros in fees */
  g_assert_cmpint (get_part (open, "2025-05-in"), >=, 500);
  g_assert_cmpint (get_part (open, "2025-06-in"), ==, 150000);
  g_assert_cmpint (get_part (open, "2025-07-in"), ==, 301);
  g_assert_cmpint (get_part (open, "2025-10-in"), ==, 70);
  g_assert_cmpint (get_part (open, "2025-02-out"), ==, -500);
  g_assert_cmpint (cvn_table_sum (rows, "amount"), ==, cvn_table_sum (open, "amount"));
}

static const SampleRecord old_lines[] = {
  { "budget_line", "o1", { "year=2035", "line=B01", "kind=income", AMOUNTS ("100") } },
  { "budget_line", "o2", { "year=2035", "line=B02", "kind=income", AMOUNTS ("20") } },
  { "budget_line", "o3", { "year=2035", "line=B03", "kind=income", AMOUNTS ("3"), "actual=2" } },
  { "budget_line", "n1", { "year=2036", "line=B01", "kind=income", AMOUNTS ("100"), "ledger=manual" } },
  { "budget_line", "n2", { "year=2036", "line=X", "kind=income", AMOUNTS ("5"), "ledger=contributions" } },
  { "budget_line", "n3", { "year=2036", "line=Y", "kind=income", AMOUNTS ("6"), "ledger=fees" } },
  { NULL },
};

/* Lines say where their amounts come from; those that were brought in before go by their numbers. */
static void
test_targets (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    int    year;
    gint64 target;
    gint64 fees;
  } expected[] = { { 2035, 120, 3 }, { 2036, 5, 6 } };

  sample_make (fixture->store, old_lines);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (CvnTable) thermometer = sample_figure (fixture->store, "commitment-thermometer", expected[i].year, "2035-12-31", NULL, FALSE);
      g_autoptr (CvnTable) fees = sample_figure (fixture->store, "fee-revenue-budget", expected[i].year, "2035-12-31", NULL, FALSE);

      g_assert_cmpint (get_part (thermometer, "target"), ==, expected[i].target);
      g_assert_cmpint (cvn_table_sum (fees, "amount"), ==, expected[i].fees);
    }
}

#define ADD(name, func) g_test_add ("/store/figures-budget/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sample", test_sample);
  ADD ("months", test_months);
  ADD ("cells", test_cells);
  ADD ("forecast", test_forecast);
  ADD ("once", test_once);
  ADD ("room", test_room);
  ADD ("weights", test_weights);
  ADD ("years", test_years);
  ADD ("cash", test_cash);
  ADD ("targets", test_targets);
  return g_test_run ();
}
