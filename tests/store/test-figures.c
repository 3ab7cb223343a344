/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figures"

#include "sample.h"

#include "cvn-db.h"

#include <string.h>

/* Every figure is held against sums over the sample's files, in their own (Dutch) words. */

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

static CvnTable *
get (Fixture    *fixture,
     const char *name,
     int         year)
{
  return sample_figure (fixture->store, name, year, "2020-12-31", NULL, FALSE);
}

static guint
find_part (CvnTable   *table,
           const char *part)
{
  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "part"), part) == 0)
      return i;
  g_error ("no part %s", part);
  return 0;
}

static gint64
get_part (CvnTable   *table,
          const char *part,
          const char *column)
{
  return cvn_table_get_integer (table, find_part (table, part), column);
}

static gboolean
is (GHashTable *row,
    const char *heading,
    const char *text)
{
  return g_str_equal (sample_get (row, heading), text);
}

static gboolean
is_in_year (GHashTable *row,
            const char *heading,
            int         year)
{
  return g_ascii_strtoll (sample_get (row, heading), NULL, 10) == year;
}

/* Sum of @amount over the rows of a file of which @heading begins with @year and @other is @text (NULL: any). */
static gint64
sum_file (const char *stem,
          const char *heading,
          int         year,
          const char *other,
          const char *text,
          const char *amount)
{
  g_autoptr (GPtrArray) rows = sample_read_csv (stem);
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);

      if (is_in_year (row, heading, year) && (other == NULL || is (row, other, text)))
        sum += amount != NULL ? sample_get_integer (row, amount) : 1;
    }
  return sum;
}

/* What was paid of the commitments of @year, of one organisation or (NULL) of all. */
static gint64
sum_received (int         year,
              const char *organisation)
{
  g_autoptr (GPtrArray) commitments = sample_read_csv ("toezeggingen");
  g_autoptr (GPtrArray) instalments = sample_read_csv ("termijnen");
  gint64 sum = 0;

  for (guint i = 0; i < instalments->len; i++)
    {
      GHashTable *instalment = g_ptr_array_index (instalments, i);

      for (guint j = 0; j < commitments->len; j++)
        {
          GHashTable *commitment = g_ptr_array_index (commitments, j);

          if (is (commitment, "toezegging_id", sample_get (instalment, "toezegging_id")) && is_in_year (commitment, "jaar", year) &&
              (organisation == NULL || is (commitment, "org_id", organisation)) && !is (instalment, "betaald_op", ""))
            sum += sample_get_integer (instalment, "bedrag_cent");
        }
    }
  return sum;
}

static void
test_contributions (Fixture      *fixture,
                    gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnTable) committed = get (fixture, "contributions-committed", years[i]);
      g_autoptr (CvnTable) received = get (fixture, "contributions-received", years[i]);

      g_assert_cmpint (cvn_table_get_integer (committed, 0, "amount"), ==, sum_file ("toezeggingen", "jaar", years[i], NULL, NULL, "bedrag_cent"));
      g_assert_cmpint (cvn_table_get_integer (received, 0, "amount"), ==, sum_received (years[i], NULL));
      g_assert_cmpint (cvn_table_get_integer (committed, 0, "amount"), >, 0);
    }
}

static void
test_fee_revenue (Fixture      *fixture,
                  gconstpointer data)
{
  static const gint64 known[] = { 594000, 3181500, 2535000 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnTable) revenue = get (fixture, "fee-revenue", years[i]);
      g_autoptr (CvnTable) budget = get (fixture, "fee-revenue-budget", years[i]);

      g_assert_cmpint (cvn_table_get_integer (revenue, 0, "amount"), ==, known[i]);
      g_assert_cmpint (cvn_table_get_integer (revenue, 0, "amount"), ==, sum_file ("inschrijvingen", "maand", years[i], NULL, NULL, "opbrengst_cent"));
      g_assert_cmpint (cvn_table_get_integer (budget, 0, "amount"), ==, sum_file ("begroting", "jaar", years[i], "regel", "B03", "gewijzigde_begroting_cent"));
    }
}

static void
test_fee_revenue_by_month (Fixture      *fixture,
                           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnTable) months = get (fixture, "fee-revenue-by-month", years[i]);
      g_autoptr (CvnTable) budget = get (fixture, "fee-revenue-budget", years[i]);
      g_autoptr (CvnTable) before = get (fixture, "fee-revenue", years[i] - 1);

      g_assert_cmpuint (cvn_table_get_n_rows (months), ==, 12);
      g_assert_cmpint (cvn_table_sum (months, "budget"), ==, cvn_table_get_integer (budget, 0, "amount"));
      g_assert_cmpint (cvn_table_sum (months, "last_year"), ==, cvn_table_get_integer (before, 0, "amount"));
      for (guint m = 0; m < 12; m++)
        {
          g_autofree char *month = g_strdup_printf ("%d-%02u", years[i], m + 1);

          g_assert_cmpstr (cvn_table_get_text (months, m, "part"), ==, month);
          g_assert_cmpint (cvn_table_get_integer (months, m, "amount"), ==, sum_file ("inschrijvingen", "maand", years[i], "maand", month, "opbrengst_cent"));
          g_assert_cmpint (cvn_table_get_integer (months, 0, "budget") - cvn_table_get_integer (months, m, "budget"), <=, 1);
        }
    }
}

static void
test_bookings (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const states[][2] = {
    { "requested", "aangevraagd" },
    { "booked", "geboekt" },
    { "delivered", "uitgevoerd" },
    { "cancelled", "geannuleerd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnTable) bookings = get (fixture, "bookings-by-state", years[i]);

      for (guint s = 0; s < G_N_ELEMENTS (states); s++)
        {
          g_assert_cmpint (get_part (bookings, states[s][0], "amount"), ==,
                           sum_file ("programmaboekingen", "datum", years[i], "status", states[s][1], "bedrag_excl_cent"));
          g_assert_cmpint (get_part (bookings, states[s][0], "number"), ==,
                           sum_file ("programmaboekingen", "datum", years[i], "status", states[s][1], NULL));
        }
    }
}

static void
test_events (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const states[][2] = { { "held", "gehouden" }, { "planned", "gepland" }, { "cancelled", "geannuleerd" } };
  g_autoptr (GPtrArray) rows = sample_read_csv ("evenementen");

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    for (guint s = 0; s < G_N_ELEMENTS (states); s++)
      {
        g_autoptr (CvnTable) events = get (fixture, "events-held", years[i]);
        gint64 number = 0;
        gint64 attended = 0;

        for (guint r = 0; r < rows->len; r++)
          {
            GHashTable *row = g_ptr_array_index (rows, r);

            if (!is_in_year (row, "begin", years[i]) || !is (row, "status", states[s][1]) || is (row, "organisatievorm", "alleen gecommuniceerd"))
              continue;
            number++;
            attended += sample_get_integer (row, "aanwezig");
          }
        g_assert_cmpint (get_part (events, states[s][0], "amount"), ==, number);
        g_assert_cmpint (get_part (events, states[s][0], "attended"), ==, attended);
      }
}

static void
test_result (Fixture      *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnTable) result = get (fixture, "result-expected", years[i]);

      g_assert_cmpint (get_part (result, "income", "amount"), ==, sum_file ("begroting", "jaar", years[i], "soort", "baten", "prognose_cent"));
      g_assert_cmpint (get_part (result, "cost", "amount"), ==, -sum_file ("begroting", "jaar", years[i], "soort", "lasten", "prognose_cent"));
    }
}

/* The state of a party on a day: the last row of the file, which is in order of date. */
static const char *
find_state (GPtrArray  *decisions,
            GHashTable *commitment,
            const char *today)
{
  const char *state = "";

  for (guint i = 0; i < decisions->len; i++)
    {
      GHashTable *row = g_ptr_array_index (decisions, i);

      if (is (row, "overeenkomst_id", sample_get (commitment, "overeenkomst_id")) && is (row, "org_id", sample_get (commitment, "org_id")) &&
          strcmp (sample_get (row, "besluitdatum"), today) <= 0)
        state = sample_get (row, "status");
    }
  return state;
}

static void
test_thermometer (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const days[] = { "2016-01-01", "2018-06-30", "2018-12-31", "2019-01-15", "2019-05-27", "2019-05-28", "2020-12-31" };
  g_autoptr (GPtrArray) decisions = sample_read_csv ("overeenkomst_partijen");
  g_autoptr (GPtrArray) commitments = sample_read_csv ("toezeggingen");

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    for (guint d = 0; d < G_N_ELEMENTS (days); d++)
      {
        g_autoptr (CvnTable) table = sample_figure (fixture->store, "commitment-thermometer", years[i], days[d], NULL, FALSE);
        gint64 pledged = 0;
        gint64 decided = 0;
        gint64 is_signed = 0;

        for (guint c = 0; c < commitments->len; c++)
          {
            GHashTable *commitment = g_ptr_array_index (commitments, c);
            const char *state = find_state (decisions, commitment, days[d]);
            gint64      amount = is_in_year (commitment, "jaar", years[i]) ? sample_get_integer (commitment, "bedrag_cent") : 0;

            is_signed += g_str_equal (state, "getekend") ? amount : 0;
            decided += g_str_equal (state, "getekend") || g_str_equal (state, "positief besloten") ? amount : 0;
            pledged += *state != '\0' ? amount : 0;
          }
        g_assert_cmpint (get_part (table, "pledged", "amount"), ==, pledged);
        g_assert_cmpint (get_part (table, "decided", "amount"), ==, decided);
        g_assert_cmpint (get_part (table, "signed", "amount"), ==, is_signed);
        g_assert_cmpint (get_part (table, "paid", "amount"), ==, sum_received (years[i], NULL));
        g_assert_cmpint (get_part (table, "invoiced", "amount"), ==, sum_file ("toezeggingen", "jaar", years[i], NULL, NULL, "bedrag_cent"));
        g_assert_cmpint (get_part (table, "target", "amount"), ==,
                         sum_file ("begroting", "jaar", years[i], "regel", "B01", "gewijzigde_begroting_cent") +
                           sum_file ("begroting", "jaar", years[i], "regel", "B02", "gewijzigde_begroting_cent"));
      }
}

static void
test_municipalities (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) organisations = sample_read_csv ("organisaties");

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnTable) table = get (fixture, "contributions-by-municipality", years[i]);
      g_autofree char *first_day = g_strdup_printf ("%d-01-01", years[i]);
      guint            n = 0;

      for (guint o = 0; o < organisations->len; o++)
        {
          GHashTable      *organisation = g_ptr_array_index (organisations, o);
          const char      *code = sample_get (organisation, "org_id");
          g_autofree char *id = sample_find (fixture->store, "organisation", code);
          gint64           due = sum_file ("toezeggingen", "jaar", years[i], "org_id", code, "bedrag_cent");
          gint64           people;

          if (!is (organisation, "soort", "gemeente") || due == 0)
            continue;
          n++;
          people = 0;
          {
            g_autoptr (GPtrArray) population = sample_read_csv ("bevolking");

            for (guint p = 0; p < population->len; p++)
              if (is (g_ptr_array_index (population, p), "gemeentecode", sample_get (organisation, "gemeentecode")) &&
                  is (g_ptr_array_index (population, p), "peildatum", first_day))
                people = sample_get_integer (g_ptr_array_index (population, p), "inwoners");
          }
          g_assert_cmpint (get_part (table, id, "amount"), ==, due);
          g_assert_cmpint (get_part (table, id, "received"), ==, sum_received (years[i], code));
          g_assert_cmpint (get_part (table, id, "inhabitants"), ==, people);
          /* Cents per inhabitant, half a cent up: 2 x is the nearest even to 2 due / people. */
          g_assert_cmpint (ABS (2 * get_part (table, id, "per_inhabitant") * people - 2 * due), <=, people);
        }
      g_assert_cmpuint (cvn_table_get_n_rows (table), ==, n);
      g_assert_cmpuint (n, ==, 6);
    }
}

static void
test_registrations (Fixture      *fixture,
                    gconstpointer data)
{
  static const gint64 known[] = { 624, 792, 560 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (CvnTable) total = get (fixture, "registrations", years[i]);
      g_autoptr (CvnTable) table = get (fixture, "registrations-by-municipality", years[i]);
      g_autofree char *leiden = sample_find (fixture->store, "organisation", "GM0546");
      gint64           share = 0;
      gint64           expected = sum_file ("inschrijvingen", "maand", years[i], "gemeentecode", "GM0546", "aantal");

      g_assert_cmpint (cvn_table_get_integer (total, 0, "amount"), ==, known[i]);
      g_assert_cmpint (sum_file ("inschrijvingen", "maand", years[i], NULL, NULL, "aantal"), ==, known[i]);
      g_assert_cmpint (cvn_table_sum (table, "amount"), ==, known[i]);
      share = get_part (table, leiden, "share");
      g_assert_cmpint (get_part (table, leiden, "amount"), ==, expected);
      g_assert_cmpint (ABS (2 * share * known[i] - 2000 * expected), <=, known[i]);
      g_assert_cmpint (ABS (cvn_table_sum (table, "population_share") - 1000), <=, 3);
    }
}

/* For all figures: the rows add up to the figure, part by part. */
static void
test_rows_add_up (Fixture      *fixture,
                  gconstpointer data)
{
  guint                n_figures;
  const CvnFigureInfo *figures = cvn_figure_list (&n_figures);
  g_autofree char     *katwijk = sample_find (fixture->store, "organisation", "gem-katwijk");

  for (guint f = 0; f < n_figures; f++)
    for (guint i = 0; i < G_N_ELEMENTS (years); i++)
      {
        g_autoptr (CvnTable) figure = sample_figure (fixture->store, figures[f].name, years[i], "2020-12-31", katwijk, FALSE);
        g_autoptr (CvnTable) rows = sample_figure (fixture->store, figures[f].name, years[i], "2020-12-31", katwijk, TRUE);
        gboolean parts = cvn_table_find_column (figure, "part") >= 0;

        g_test_message ("%s %d", figures[f].name, years[i]);
        if (cvn_table_find_column (figure, "amount") < 0)
          continue;
        g_assert_cmpint (cvn_table_sum (rows, "amount"), ==, cvn_table_sum (figure, "amount"));
        for (guint p = 0; parts && p < cvn_table_get_n_rows (figure); p++)
          {
            gint64 sum = 0;

            for (guint r = 0; r < cvn_table_get_n_rows (rows); r++)
              if (g_strcmp0 (cvn_table_get_text (rows, r, "part"), cvn_table_get_text (figure, p, "part")) == 0)
                sum += cvn_table_get_integer (rows, r, "amount");
            g_assert_cmpint (sum, ==, cvn_table_get_integer (figure, p, "amount"));
          }
      }
}

/* What these call a record has no language: a number, a code, or words that somebody entered once. */
static gboolean
is_named_by_data (const char *figure)
{
  static const char *const names[] = {
    "attention", "booking-sessions", "budget-entries", "fees-grid", "open-invoices", "open-tasks", "partner-invoices", "partner-packages", NULL
  };

  return g_strv_contains (names, figure);
}

/* Every row is a record that can be opened, with a text to show in either language. */
static void
test_rows_are_records (Fixture      *fixture,
                       gconstpointer data)
{
  guint                n_figures;
  const CvnFigureInfo *figures = cvn_figure_list (&n_figures);
  g_autofree char     *katwijk = sample_find (fixture->store, "organisation", "gem-katwijk");

  for (guint f = 0; f < n_figures; f++)
    {
      g_autoptr (CvnTable) rows = sample_figure (fixture->store, figures[f].name, 2019, "2019-12-31", katwijk, TRUE);

      g_assert_cmpstr (figures[f].rule, !=, "");
      g_assert_true (cvn_figure_find (figures[f].name) == &figures[f]);
      /* Some only tell what there is, such as the years. */
      if (cvn_table_find_column (rows, "amount") < 0)
        continue;
      for (guint r = 0; r < cvn_table_get_n_rows (rows); r++)
        {
          g_assert_nonnull (cvn_kind_find (cvn_table_get_text (rows, r, "kind")));
          g_assert_nonnull (cvn_table_get_text (rows, r, "id"));
          g_assert_nonnull (cvn_table_get_text (rows, r, "label"));
          if (!is_named_by_data (figures[f].name))
            g_assert_nonnull (cvn_table_get_text (rows, r, "label_en"));
        }
    }
  g_assert_null (cvn_figure_find ("no-such-figure"));
}

/* The rows of the budget name records of many kinds. */
static void
test_budget_rows_in_english (Fixture      *fixture,
                             gconstpointer data)
{
  static const char *const names[] = { "budget-actual", "budget-forecast", "budget-weighted", "budget-cash" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CvnTable) rows = sample_figure (fixture->store, names[i], 2019, "2019-06-30", NULL, TRUE);
      guint n_municipalities = 0;

      for (guint r = 0; r < cvn_table_get_n_rows (rows); r++)
        if (g_str_has_prefix (cvn_table_get_text (rows, r, "label"), "Gemeente ") &&
            g_str_equal (cvn_table_get_text (rows, r, "kind"), "instalment"))
          {
            g_assert_true (g_str_has_prefix (cvn_table_get_text (rows, r, "label_en"), "Municipality of "));
            n_municipalities++;
          }
      g_assert_cmpuint (n_municipalities, >, 0);
    }
}

static void
test_empty_centre (void)
{
  CvnTestFolder        folder = { NULL, NULL };
  guint                n_figures;
  const CvnFigureInfo *figures = cvn_figure_list (&n_figures);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = NULL;

  cvn_test_folder_make (&folder);
  store = cvn_store_open (folder.path, CVN_STORE_CREATE, "Test", &error);
  g_assert_no_error (error);
  for (guint f = 0; f < n_figures; f++)
    {
      g_autoptr (CvnTable) figure = sample_figure (store, figures[f].name, 2026, "2026-11-22", "nobody", FALSE);
      g_autoptr (CvnTable) rows = sample_figure (store, figures[f].name, 2026, "2026-11-22", "nobody", TRUE);

      if (cvn_table_find_column (figure, "amount") >= 0)
        g_assert_cmpint (cvn_table_sum (figure, "amount"), ==, 0);
      g_assert_cmpuint (cvn_table_get_n_rows (rows), <=, 12);
    }
  cvn_store_close (store);
  cvn_test_folder_remove (&folder);
}

/* Records made for one test, "field=value" each; numbers and references as they are stored. */
static void
test_years (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CvnTable) table = get (fixture, "years", 2019);

  g_assert_cmpint (cvn_table_get_integer (table, 0, "first"), ==, 2018);
  g_assert_cmpint (cvn_table_get_integer (table, 0, "last"), ==, 2020);
}

static void
test_partner (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *katwijk = sample_find (fixture->store, "organisation", "gem-katwijk");
  g_autofree char *bank = sample_find (fixture->store, "organisation", "dv-02");
  g_autoptr (CvnTable) contributions = sample_figure (fixture->store, "partner-contributions", 2019, "2020-12-31", katwijk, FALSE);
  g_autoptr (CvnTable) agreements = sample_figure (fixture->store, "partner-agreements", 2019, "2018-12-31", katwijk, FALSE);
  g_autoptr (CvnTable) decisions = sample_figure (fixture->store, "partner-decisions", 2019, "2018-12-31", katwijk, FALSE);
  g_autoptr (CvnTable) events = sample_figure (fixture->store, "partner-events", 2019, "2020-12-31", bank, FALSE);
  g_autoptr (CvnTable) invoices = sample_figure (fixture->store, "partner-invoices", 2019, "2020-12-31", katwijk, FALSE);
  g_autoptr (CvnTable) packages = sample_figure (fixture->store, "partner-packages", 2019, "2020-12-31", bank, FALSE);
  g_autoptr (GPtrArray) rows = sample_read_csv ("evenementen");
  guint n_events = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) partners = g_strsplit (sample_get (g_ptr_array_index (rows, i), "partners"), ";", -1);

      n_events += g_strv_contains ((const char *const *) partners, "dv-02");
    }
  g_assert_cmpuint (cvn_table_get_n_rows (contributions), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (cvn_table_get_integer (contributions, i, "amount"), ==, sum_file ("toezeggingen", "jaar", years[i], "org_id", "gem-katwijk", "bedrag_cent"));
      g_assert_cmpint (cvn_table_get_integer (contributions, i, "received"), ==, sum_received (years[i], "gem-katwijk"));
    }
  g_assert_cmpuint (cvn_table_get_n_rows (agreements), ==, 2);
  g_assert_cmpstr (cvn_table_get_text (agreements, 0, "status"), ==, "approved");
  g_assert_cmpuint (cvn_table_get_n_rows (decisions), ==, 4);
  g_assert_cmpuint (cvn_table_get_n_rows (events), ==, n_events);
  g_assert_cmpuint (n_events, >, 0);
  g_assert_cmpuint (cvn_table_get_n_rows (invoices), ==, 7);
  g_assert_cmpuint (cvn_table_get_n_rows (packages), ==, 3);
}
#define ADD(name, func) g_test_add ("/store/figures/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("contributions", test_contributions);
  ADD ("fee-revenue", test_fee_revenue);
  ADD ("fee-revenue-by-month", test_fee_revenue_by_month);
  ADD ("bookings-by-state", test_bookings);
  ADD ("events-held", test_events);
  ADD ("result-expected", test_result);
  ADD ("commitment-thermometer", test_thermometer);
  ADD ("contributions-by-municipality", test_municipalities);
  ADD ("registrations", test_registrations);
  ADD ("rows-add-up", test_rows_add_up);
  ADD ("rows-are-records", test_rows_are_records);
  ADD ("budget-rows-in-english", test_budget_rows_in_english);
  ADD ("years", test_years);
  ADD ("partner", test_partner);
  g_test_add_func ("/store/figures/empty-centre", test_empty_centre);
  return g_test_run ();
}
