/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-budget"

#include "cvn-budget-operations.h"
#include "cvn-error.h"
#include "cvn-explanation.h"
#include "cvn-scenario-board.h"
#include "cvn-store.h"
#include "sample.h"

#include <string.h>

/* What is done to the budget of the sample centre: each one step that can be undone. */

#define TODAY "2020-12-31"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

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
  g_assert_finalize_object (fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  return cvn_test_integer (fixture->folder.path, sql);
}

/* All that is written about the budget but scenarios, as one number. */
static gint64
dump (Fixture *fixture)
{
  return ask (fixture, "SELECT coalesce(sum(hash % 1000003), 0) FROM (SELECT hash FROM budget_line UNION ALL SELECT hash FROM budget_plan UNION ALL "
                       "SELECT hash FROM budget_entry UNION ALL SELECT hash FROM budget_version UNION ALL SELECT hash FROM budget_amount UNION ALL "
                       "SELECT hash FROM commitment UNION ALL SELECT hash FROM fee UNION ALL SELECT hash FROM allocation_line)");
}

static char *
run (Fixture      *fixture,
     CvnOperation *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, fixture->store, &error);
  g_assert_no_error (error);
  return g_strdup (cvn_operation_get_id (owned));
}

static void
refuse (Fixture      *fixture,
        CvnOperation *operation,
        const char   *field)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_operation_run (owned, fixture->store, &error), ==, 0);
  g_assert_nonnull (error);
  g_test_message ("%s: %s", field, error->message);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
}

static char *
find_line (Fixture    *fixture,
           int         year,
           const char *code)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, "budget-lines", year, TODAY, NULL, FALSE);

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "line"), code) == 0)
      return g_strdup (cvn_table_get_text (table, i, "id"));
  g_error ("no line %s", code);
  return NULL;
}

static void
test_plan (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *fees = find_line (fixture, 2020, "B03");
  g_autofree char *line = find_line (fixture, 2020, "K02");
  gint64           months[CVN_BUDGET_N_MONTHS] = { 100, 200 };
  g_autofree char *unused[4] = { NULL };

  refuse (fixture, cvn_set_plan_new (line, 301, "hand", months), "total");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM budget_plan"), ==, 0);
  unused[0] = run (fixture, cvn_set_plan_new (line, 300, "hand", months));
  g_assert_cmpint (ask (fixture, "SELECT amended FROM budget_line WHERE year = 2020 AND line = 'K02'"), ==, 300);
  g_assert_cmpint (ask (fixture, "SELECT budget FROM budget_line WHERE year = 2020 AND line = 'K02'"), ==, 2700000);
  unused[1] = run (fixture, cvn_set_plan_new (line, 1205, "equal", NULL));
  g_assert_cmpint (ask (fixture, "SELECT month_5 * 1000 + month_6 FROM budget_plan"), ==, 101 * 1000 + 100);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM budget_plan"), ==, 1);
  /* As the months of 2019, in which fees came in for each month; costs are known for the whole year only. */
  unused[2] = run (fixture, cvn_set_plan_new (fees, 3181500, "pattern", NULL));
  g_assert_cmpint (ask (fixture, "SELECT p.month_1 - (SELECT sum(paid_count) * 4500 FROM registration_count WHERE month = 2019 * 12) FROM budget_plan AS p "
                                 "JOIN budget_line AS b ON b.id = p.budget_line WHERE b.line = 'B03'"),
                   ==, 0);
  {
    g_autoptr (CvnOperation) pattern = cvn_set_plan_new (line, 10, "pattern", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (cvn_operation_run (pattern, fixture->store, &error), ==, 0);
    g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  }
  g_free (unused[1]);
  g_free (unused[2]);
}

static CvnRecord *
make_version (int         year,
              const char *reason)
{
  CvnRecord *version = cvn_record_new (cvn_kind_find ("budget_version"));

  cvn_record_set_integer (version, "year", year);
  cvn_record_set_text (version, "decision_date", "2020-06-01");
  cvn_record_set_text (version, "reason", reason);
  return version;
}

/* 2020 was amended once, in the lines only: that is kept as amendment 1, and the new one is 2. */
static void
test_amend (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *line = find_line (fixture, 2020, "K05");
  CvnBudgetAmount  amount = { line, 2100300 };
  g_autoptr (CvnRecord) silent = make_version (2020, NULL);
  g_autoptr (CvnRecord) other = make_version (1999, "X");
  g_autoptr (CvnRecord) version = make_version (2020, "Meer communicatie");
  g_autoptr (CvnTable) table = NULL;
  gint64 sums[3] = { 0 };

  refuse (fixture, cvn_amend_budget_new (silent, NULL, 0), "reason");
  refuse (fixture, cvn_amend_budget_new (other, NULL, 0), "year");
  g_free (run (fixture, cvn_amend_budget_new (version, &amount, 1)));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM budget_version WHERE year = 2020"), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT number FROM budget_version WHERE reason IS NOT NULL"), ==, 2);
  table = sample_figure (fixture->store, "budget-versions", 2020, TODAY, NULL, FALSE);
  g_assert_cmpuint (cvn_table_get_n_rows (table), ==, 3 * 16);
  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "sort"), "cost") == 0)
      sums[cvn_table_get_integer (table, i, "number")] += cvn_table_get_integer (table, i, "said");
  g_assert_cmpint (sums[0], ==, 28450000);
  g_assert_cmpint (sums[1], ==, 26520000);
  g_assert_cmpint (sums[2], ==, sums[1] + 300300);
}

static CvnRecord *
make_entry (const char *line,
            const char *date,
            gint64      amount)
{
  CvnRecord *entry = cvn_record_new (cvn_kind_find ("budget_entry"));

  cvn_record_set_text (entry, "budget_line", line);
  cvn_record_set_text (entry, "date", date);
  cvn_record_set_text (entry, "description", "E");
  cvn_record_set_text (entry, "status", "actual");
  cvn_record_set_integer (entry, "amount", amount);
  return entry;
}

static void
test_entry (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *stops = find_line (fixture, 2020, "K01");
  g_autofree char *warns = find_line (fixture, 2020, "K05");
  g_autoptr (CvnRecord) over = make_entry (stops, "2020-03-01", 1);
  g_autoptr (CvnRecord) back = make_entry (stops, "2020-03-01", -1000000);
  g_autoptr (CvnRecord) late = make_entry (warns, "2021-01-01", 1);
  g_autoptr (CvnRecord) warned = make_entry (warns, "2020-03-01", 1);
  g_autofree char *ids[3] = { NULL };

  refuse (fixture, cvn_enter_cost_new (over), "amount");
  refuse (fixture, cvn_enter_cost_new (late), "date");
  ids[0] = run (fixture, cvn_enter_cost_new (warned));
  ids[1] = run (fixture, cvn_enter_cost_new (back));
  ids[2] = run (fixture, cvn_enter_cost_new (over));
  g_assert_cmpint (ask (fixture, "SELECT sum(amount) FROM budget_entry"), ==, 2 - 1000000);
  g_free (ids[1]);
  g_free (ids[2]);
}

/* Twice makes no doubles. */
static void
test_roll_forward (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *line = find_line (fixture, 2020, "K02");
  g_autofree char *unused = run (fixture, cvn_set_plan_new (line, 1205, "equal", NULL));
  gint64           before;

  refuse (fixture, cvn_roll_forward_new (1999), "year");
  g_free (run (fixture, cvn_roll_forward_new (2020)));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM budget_line WHERE year = 2021"), ==, 16);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM budget_line AS a JOIN budget_line AS b ON b.line = a.line AND b.year = 2021 AND b.kind = a.kind "
                                 "AND b.budget = coalesce(a.amended, a.budget) AND b.amended IS NULL AND b.actual IS NULL AND b.forecast IS NULL "
                                 "AND b.ledger IS a.ledger AND b.over_budget IS a.over_budget WHERE a.year = 2020"),
                   ==, 16);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM budget_plan AS p JOIN budget_line AS b ON b.id = p.budget_line WHERE b.year = 2021"), ==, 1);
  before = dump (fixture);
  g_free (run (fixture, cvn_roll_forward_new (2020)));
  g_assert_cmpint (dump (fixture), ==, before);
}

static char *
put (Fixture   *fixture,
     CvnRecord *record)
{
  cvn_test_put (fixture->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static char *
add_scenario (Fixture *fixture,
              int      year)
{
  g_autoptr (CvnRecord) scenario = cvn_record_new (cvn_kind_find ("scenario"));

  cvn_record_set_integer (scenario, "year", year);
  cvn_record_set_text (scenario, "name_nl", "Minder");
  return put (fixture, scenario);
}

static void
add_change (Fixture    *fixture,
            const char *scenario,
            const char *what,
            const char *line,
            const char *party,
            gint64      amount)
{
  g_autoptr (CvnRecord) change = cvn_record_new (cvn_kind_find ("scenario_change"));

  cvn_record_set_text (change, "scenario", scenario);
  cvn_record_set_text (change, "change", what);
  cvn_record_set_text (change, "budget_line", line);
  cvn_record_set_text (change, "organisation", party);
  cvn_record_set_integer (change, "amount", amount);
  g_free (put (fixture, change));
}

/* A scenario leaves the base as it is; promoting it is one step, and one step back. */
static void
test_promote (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *line = find_line (fixture, 2020, "K05");
  g_autofree char *old_line = find_line (fixture, 2019, "K05");
  g_autofree char *katwijk = sample_find (fixture->store, "organisation", "gem-katwijk");
  gint64           before = dump (fixture);
  gint64           n_steps;
  g_autofree char *scenario = add_scenario (fixture, 2020);
  g_autoptr (CvnRecord) version = make_version (2020, "Zonder Katwijk");
  g_autoptr (GError) error = NULL;
  g_autofree char *bad = add_scenario (fixture, 2020);

  refuse (fixture, cvn_promote_scenario_new (scenario, version, TODAY), "scenario");
  add_change (fixture, scenario, "amount", line, NULL, 1500000);
  add_change (fixture, scenario, "leave", NULL, katwijk, 0);
  add_change (fixture, bad, "amount", old_line, NULL, 1);
  refuse (fixture, cvn_promote_scenario_new (bad, version, TODAY), "scenario");
  g_assert_cmpint (dump (fixture), ==, before);
  n_steps = ask (fixture, "SELECT max(no) FROM journal");
  g_free (run (fixture, cvn_promote_scenario_new (scenario, version, TODAY)));
  g_assert_cmpint (ask (fixture, "SELECT max(no) FROM journal"), ==, n_steps + 1);
  g_assert_cmpint (ask (fixture, "SELECT amended FROM budget_line WHERE year = 2020 AND line = 'K05'"), ==, 1500000);
  g_assert_cmpint (ask (fixture, "SELECT amended FROM budget_line WHERE year = 2020 AND line = 'B01'"), ==, 12480000 - 2962479);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM scenario WHERE promoted IS NOT NULL"), ==, 1);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (dump (fixture), ==, before);
}

static void
test_delete_scenario (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *scenario = add_scenario (fixture, 2020);

  add_change (fixture, scenario, "fee", NULL, NULL, 100);
  g_free (run (fixture, cvn_delete_scenario_new (scenario)));
  g_assert_cmpint (ask (fixture, "SELECT (SELECT count(*) FROM scenario) + (SELECT count(*) FROM scenario_change)"), ==, 0);
}

/* A line that a scenario changes stays, with the scenario; who uses it is said. Without the scenario it goes, and comes back by undo. */
static void
test_delete_line (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (CvnRecord) line = cvn_record_new (cvn_kind_find ("budget_line"));
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_kind_find ("budget_line"), "K95");
  g_autoptr (GError) error = NULL;
  g_autofree char *scenario = add_scenario (fixture, 2020);
  g_autofree char *id = NULL;
  gint64           before;

  cvn_record_set_integer (line, "year", 2020);
  cvn_record_set_text (line, "line", "K95");
  cvn_record_set_text (line, "kind", "cost");
  cvn_record_set_text (line, "description_nl", "Stoelen");
  cvn_record_set_integer (line, "budget", 100000);
  id = put (fixture, line);
  add_change (fixture, scenario, "amount", id, NULL, 50000);
  before = dump (fixture);
  cvn_change_set_delete (changes, line);
  g_assert_cmpint (cvn_store_apply (fixture->store, changes, &error), <=, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_IN_USE);
  g_assert_cmpstr (error->message, ==, "This record cannot be deleted: 1 record in the register “Changes of Scenarios” refers to it.");
  g_clear_error (&error);
  g_assert_cmpint (dump (fixture), ==, before);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM scenario_change WHERE amount = 50000"), ==, 1);
  g_free (run (fixture, cvn_delete_scenario_new (scenario)));
  g_assert_cmpint (cvn_store_apply (fixture->store, changes, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (dump (fixture), !=, before);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (dump (fixture), ==, before);
}

static void
test_weight (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *first = run (fixture, cvn_set_weight_new ("pledged", 700));
  g_autofree char *second = run (fixture, cvn_set_weight_new ("pledged", 600));

  g_assert_cmpint (ask (fixture, "SELECT sum(per_mille) FROM forecast_weight"), ==, 600);
  refuse (fixture, cvn_set_weight_new ("pledged", 1001), "per_mille");
}

typedef struct
{
  Fixture          *fixture;
  CvnCentre        *centre;
  CvnScenarioBoard *board;
} Window;

static void
open_window (Fixture *fixture,
             Window  *window)
{
  window->centre = cvn_centre_new ();
  cvn_centre_take_store (window->centre, g_object_ref (fixture->store));
  while (!g_str_equal (cvn_centre_get_today (window->centre), TODAY))
    g_main_context_iteration (NULL, TRUE);
  cvn_centre_set_year (window->centre, 2020);
  window->board = cvn_scenario_board_new (window->centre);
  while (!cvn_scenario_board_is_loaded (window->board))
    g_main_context_iteration (NULL, TRUE);
}

static void
close_window (Window *window)
{
  g_clear_object (&window->board);
  cvn_centre_close (window->centre);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_clear_object (&window->centre);
}

/* Each of the ten: what it paid is lost, the others take it over to the cent, and nothing is written; all together in less than a second. */
static void
test_leaving (Fixture      *fixture,
              gconstpointer data)
{
  gint64 before = dump (fixture);
  Window window;
  gint64 start;
  guint  n_parties;

  open_window (fixture, &window);
  g_assert_cmpint (cvn_scenario_board_get_forecast (window.board), ==, 24200);
  n_parties = cvn_scenario_board_get_base (window.board)->base.n_parties;
  g_assert_cmpuint (n_parties, ==, 10);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < n_parties; i++)
    {
      const CvnScenarioParty *party = &cvn_scenario_board_get_base (window.board)->base.parties[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnPartyLeaving) leaving = cvn_scenario_board_leave (window.board, party->party.id, &error);
      gint64 taken = 0;

      g_assert_no_error (error);
      g_assert_cmpint (leaving->lost, ==, party->party.amount);
      g_assert_cmpint (leaving->uncovered, ==, 0);
      g_assert_cmpint (leaving->result_after, ==, 24200 - party->party.amount);
      g_assert_cmpint (leaving->result_split, ==, 24200);
      for (guint s = 0; s < leaving->shares->len; s++)
        {
          CvnLeavingShare *share = &g_array_index (leaving->shares, CvnLeavingShare, s);

          g_assert_cmpint (share->after, >, share->before);
          taken += share->after - share->before;
        }
      g_assert_cmpint (taken, ==, leaving->lost);
    }
  g_test_message ("%u runs took %lld µs", n_parties, (long long) (g_get_monotonic_time () - start));
  g_assert_cmpint (dump (fixture), ==, before);
  close_window (&window);
}

/* Scenarios beside the budget; one of a line that is not of the year says so and keeps what went before. */
static void
test_board (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char       *line = find_line (fixture, 2020, "K05");
  g_autofree char       *old_line = find_line (fixture, 2019, "K05");
  g_autofree char       *scenario = add_scenario (fixture, 2020);
  g_autofree char       *elsewhere = add_scenario (fixture, 2019);
  const CvnScenarioItem *item;
  gint64                 income;
  gint64                 cost;
  Window                 window;

  add_change (fixture, scenario, "amount", line, NULL, 1500000);
  add_change (fixture, scenario, "amount", old_line, NULL, 1);
  open_window (fixture, &window);
  g_assert_cmpuint (cvn_scenario_board_get_n (window.board), ==, 1);
  item = cvn_scenario_board_find (window.board, scenario);
  g_assert_nonnull (item);
  g_assert_null (cvn_scenario_board_find (window.board, elsewhere));
  g_assert_cmpstr (cvn_scenario_item_get_name (item), ==, "Minder");
  g_assert_nonnull (item->problem);
  cvn_scenario_board_sum_base (window.board, &income, &cost);
  g_assert_cmpint (income, ==, 26710000);
  g_assert_cmpint (item->income, ==, income);
  g_assert_cmpint (item->cost, ==, cost - 300000);
  close_window (&window);
}

#define ADD(name, func) g_test_add ("/model/budget/" name, Fixture, NULL, set_up, func, tear_down)

static void
wait_for_rows (CvnExplanation *explanation)
{
  while (!cvn_explanation_is_loaded (explanation))
    g_main_context_iteration (NULL, TRUE);
}

/* The cells of the sums: the rows of all lines, costs against income, of whatever year. */
static void
test_sums_have_rows (Fixture      *fixture,
                     gconstpointer data)
{
  static const gint64      results[] = { 1581300, 1208100, 24200 };
  static const char *const figures[] = { "budget-current", "budget-actual", "budget-committed", "budget-forecast" };
  static const char *const columns[] = { "budget", "actual", "committed", "forecast" };
  Window                   window;

  open_window (fixture, &window);
  for (int year = 2018; year <= 2020; year++)
    for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
      {
        g_autoptr (CvnTable) lines = sample_figure (fixture->store, "budget-lines", year, TODAY, NULL, FALSE);
        g_autoptr (CvnExplanation) explanation = NULL;
        g_autoptr (GString) parts = g_string_new (NULL);
        gint64 want = 0;
        gint64 sum = 0;

        for (guint row = 0; row < cvn_table_get_n_rows (lines); row++)
          {
            gboolean is_cost = g_strcmp0 (cvn_table_get_text (lines, row, "sort"), "cost") == 0;

            g_string_append_printf (parts, "%s%s%s", row > 0 ? "|" : "", is_cost ? "-" : "", cvn_table_get_text (lines, row, "id"));
            want += (is_cost ? -1 : 1) * cvn_table_get_integer (lines, row, columns[f]);
          }
        explanation = cvn_explanation_new (window.centre, figures[f], parts->str, NULL);
        cvn_explanation_set_year (explanation, year);
        wait_for_rows (explanation);
        for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (explanation)); i++)
          {
            g_autoptr (CvnLeaf) leaf = g_list_model_get_item (G_LIST_MODEL (explanation), i);

            sum += cvn_leaf_get_amount (leaf);
          }
        g_assert_cmpint (cvn_explanation_get_year (explanation), ==, year);
        g_assert_cmpint (cvn_explanation_get_total (explanation), ==, want);
        g_assert_cmpint (sum, ==, want);
        if (g_str_equal (columns[f], "actual"))
          g_assert_cmpint (want, ==, results[year - 2018]);
      }
  close_window (&window);
}

/* What cannot be done can be taken out of a scenario; what is left is worked out. */
static void
test_misfits (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *line = find_line (fixture, 2020, "K05");
  g_autofree char *old_line = find_line (fixture, 2019, "K05");
  g_autofree char *scenario = add_scenario (fixture, 2020);
  g_autoptr (GPtrArray) misfits = NULL;
  const CvnScenarioItem *item;
  Window                 window;

  add_change (fixture, scenario, "amount", old_line, NULL, 1);
  add_change (fixture, scenario, "amount", line, NULL, 1500000);
  open_window (fixture, &window);
  item = cvn_scenario_board_find (window.board, scenario);
  misfits = cvn_scenario_base_list_misfits (cvn_scenario_board_get_base (window.board), item->changes);
  g_assert_cmpuint (misfits->len, ==, 1);
  g_assert_cmpstr (cvn_record_get_text (misfits->pdata[0], "budget_line"), ==, old_line);
  close_window (&window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("plan", test_plan);
  ADD ("amend", test_amend);
  ADD ("entry", test_entry);
  ADD ("roll-forward", test_roll_forward);
  ADD ("promote", test_promote);
  ADD ("delete-scenario", test_delete_scenario);
  ADD ("delete-line", test_delete_line);
  ADD ("weight", test_weight);
  ADD ("leaving", test_leaving);
  ADD ("board", test_board);
  ADD ("sums-have-rows", test_sums_have_rows);
  ADD ("misfits", test_misfits);
  return g_test_run ();
}
