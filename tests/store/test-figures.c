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

/* Every row is a record that can be opened, with a text to show. */
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
        }
    }
  g_assert_null (cvn_figure_find ("no-such-figure"));
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
typedef struct
{
  const char *kind;
  const char *id;
  const char *fields[12];
} Made;

static gboolean
put_made (CvnWriter    *writer,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  for (const Made *made = data; made->kind != NULL; made++)
    {
      const CvnKind *kind = cvn_kind_find (made->kind);
      g_autoptr (CvnRecord) record = cvn_record_new (kind);

      cvn_record_set_id (record, made->id);
      for (guint i = 0; made->fields[i] != NULL; i++)
        {
          g_auto (GStrv) parts = g_strsplit (made->fields[i], "=", 2);

          if (cvn_field_is_integer (&kind->fields[cvn_kind_find_field (kind, parts[0])]))
            cvn_record_set_integer (record, parts[0], g_ascii_strtoll (parts[1], NULL, 10));
          else
            cvn_record_set_text (record, parts[0], parts[1]);
        }
      if (!cvn_writer_put (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
make (Fixture    *fixture,
      const Made *made)
{
  g_autoptr (GError) error = NULL;

  cvn_store_write (fixture->store, CVN_ACTION_ADD, NULL, NULL, put_made, (gpointer) (guintptr) made, &error);
  g_assert_no_error (error);
}

/* "what id date" of each row, in order. */
static char *
dup_rows (Fixture    *fixture,
          const char *name,
          int         year,
          const char *today)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, name, year, today, NULL, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    {
      const char *id = cvn_table_get_text (table, i, "id");
      const char *date = cvn_table_get_text (table, i, "date");

      g_string_append_printf (text, "%s %s %s\n", cvn_table_get_text (table, i, "what"), id != NULL ? id : "-", date != NULL ? date : "-");
    }
  return g_string_free (text, FALSE);
}

#define KATWIJK "organisation=organisation-0002"

static const Made dated[] = {
  { "agreement", "a1", { "kind=covenant", "title_nl=A", "start_date=2030-01-01", "end_date=2031-07-31", "notice_date=2031-07-01", "status=active" } },
  { "agreement", "a2", { "kind=covenant", "title_nl=A", "start_date=2030-01-01", "end_date=2031-07-10", "status=ended" } },
  { "commitment", "c1", { "agreement=a1", KATWIJK, "year=2031", "start_date=2031-01-01", "end_date=2031-12-31", "amount=300" } },
  { "invoice", "v1", { "number=X1", KATWIJK, "date=2031-06-01", "due_date=2031-07-05", "net=100", "total=100", "status=sent" } },
  { "invoice", "v2", { "number=X2", KATWIJK, "date=2031-06-01", "due_date=2031-07-05", "net=100", "total=100", "status=paid", "paid_on=2031-06-20" } },
  { "invoice", "v3", { "number=X3", KATWIJK, "date=2031-06-01", "due_date=2031-07-06", "net=100", "total=100", "status=draft" } },
  { "instalment", "i1", { "commitment=c1", KATWIJK, "due_date=2031-07-05", "amount=100", "invoice=v1" } },
  { "instalment", "i2", { "commitment=c1", KATWIJK, "due_date=2031-07-06", "amount=100", "invoice=v3" } },
  { "instalment", "i3", { "commitment=c1", KATWIJK, "due_date=2031-08-01", "amount=100" } },
  { "event", "e1", { "starts=2031-07-31T20:00", "title_nl=E", "status=planned", "mode=own" } },
  { "event", "e2", { "starts=2031-07-02T20:00", "title_nl=E", "status=cancelled", "mode=own" } },
  { "event", "e3", { "starts=2031-08-01T00:00", "title_nl=E", "status=planned", "mode=own" } },
  { "milestone", "m1", { "planned=2031-07-01", "title_nl=M", "status=open" } },
  { "milestone", "m2", { "planned=2031-07-02", "title_nl=M", "status=achieved" } },
  { "milestone", "m3", { "planned=2031-06-30", "title_nl=M", "status=open" } },
  { "interaction", "n1", { "date=2031-05-01", KATWIJK, "subject=S", "follow_up=2031-07-15" } },
  { "interaction", "n2", { "date=2031-05-01", KATWIJK, "subject=S", "follow_up=2031-07-15", "done=1" } },
  { "contact", "p1", { KATWIJK, "role=R", "delete_after=2031-07-20" } },
  { NULL },
};

static void
test_deadlines (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *rows = NULL;

  make (fixture, dated);
  rows = dup_rows (fixture, "deadlines", 2031, "2031-07-01");
  g_assert_cmpstr (rows, ==,
                   "agreement_notice a1 2031-07-01\n"
                   "milestone_due m1 2031-07-01\n"
                   "invoice_due v1 2031-07-05\n"
                   "instalment_due i2 2031-07-06\n"
                   "follow_up n1 2031-07-15\n"
                   "contact_delete p1 2031-07-20\n"
                   "agreement_ends a1 2031-07-31\n"
                   "event_starts e1 2031-07-31\n");
}

static const Made pressing[] = {
  { "agreement", "old", { "kind=covenant", "title_nl=Oud", "start_date=2029-01-01", "end_date=2030-12-31", "status=ended" } },
  { "agreement", "new", { "kind=covenant", "title_nl=Nieuw", "start_date=2031-01-01", "end_date=2032-12-31", "status=active", "extends=old", "requires_all=1" } },
  { "agreement_decision", "d1", { "agreement=old", "organisation=organisation-0001", "status=signed", "date=2028-12-01" } },
  { "agreement_decision", "d2", { "agreement=old", "organisation=organisation-0002", "status=signed", "date=2028-12-01" } },
  { "agreement_decision", "d3", { "agreement=new", "organisation=organisation-0001", "status=signed", "date=2031-03-01" } },
  { "agreement_decision", "d4", { "agreement=new", "organisation=organisation-0003", "status=reconsidering", "date=2031-02-01" } },
  { "agreement_decision", "d5", { "agreement=new", "organisation=organisation-0004", "status=declined", "date=2031-02-01" } },
  { "commitment", "c1", { "agreement=new", "organisation=organisation-0005", "year=2031", "start_date=2031-01-01", "end_date=2031-12-31", "amount=100" } },
  { "instalment", "i1", { "commitment=c1", "organisation=organisation-0005", "due_date=2031-03-31", "amount=100" } },
  { "invoice", "v1", { "number=X1", "organisation=organisation-0005", "date=2031-01-01", "due_date=2031-03-30", "net=100", "total=100", "status=partly_paid" } },
  { "invoice", "v2", { "number=X2", "organisation=organisation-0005", "date=2031-01-01", "due_date=2031-04-01", "net=100", "total=100", "status=sent" } },
  { "budget_line", "b1", { "year=2031", "line=K1", "kind=cost", "description_nl=K", "budget=100", "amended=200", "forecast=201" } },
  { "budget_line", "b2", { "year=2031", "line=K2", "kind=cost", "description_nl=K", "budget=100", "amended=200", "actual=200" } },
  { "budget_line", "b3", { "year=2031", "line=B1", "kind=income", "description_nl=B", "budget=100", "actual=900" } },
  { "registration_count", "r1", { "month=24372", "municipality=organisation-0001", "target_group=student", "count=1" } },
  { "registration_count", "r3", { "month=24374", "municipality=organisation-0001", "target_group=student", "count=0" } },
  { "risk", "k1", { "title_nl=R", "status=open", "likelihood=3", "impact=4" } },
  { "risk", "k2", { "title_nl=R", "status=open", "measure_en=Do it" } },
  { "risk", "k3", { "title_nl=R", "status=closed" } },
  { "event", "e1", { "starts=2031-02-01T20:00", "title_nl=E", "status=held", "mode=joint" } },
  { "event", "e2", { "starts=2031-02-02T20:00", "title_nl=E", "status=held", "mode=announced" } },
  { "event", "e3", { "starts=2031-02-03T20:00", "title_nl=E", "status=held", "mode=own", "attended=0" } },
  { NULL },
};

static void
test_attention (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *rows = NULL;

  make (fixture, pressing);
  /* Month 24372 is January 2031; nothing was counted in February, and April has not ended. */
  rows = dup_rows (fixture, "attention", 2031, "2031-04-01");
  g_assert_cmpstr (rows, ==,
                   "unsigned organisation-0002 -\n"
                   "unsigned organisation-0005 -\n"
                   "unsigned organisation-0003 2031-02-01\n"
                   "invoice_overdue invoice-0084 2020-03-04\n"
                   "invoice_overdue v1 2031-03-30\n"
                   "instalment_overdue i1 2031-03-31\n"
                   "over_budget b1 2031\n"
                   "month_without_figures - 2031-02\n"
                   "risk_without_measure k1 -\n"
                   "attendance_missing e1 2031-02-01\n");
}

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

/* However many counts there are: figures read the summary, rows find theirs by month. */
static void
assert_plan (CvnDb      *db,
             const char *name,
             const char *suffix)
{
  g_autofree char *path = g_strconcat ("/org/convenant/Convenant/figures/", name, suffix, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *explain = sql != NULL ? g_strconcat ("EXPLAIN QUERY PLAN ", g_bytes_get_data (sql, NULL), NULL) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStatement) statement = NULL;
  gboolean has_row;

  if (sql == NULL)
    return;
  statement = cvn_db_prepare (db, explain, &error);
  g_assert_no_error (error);
  while (cvn_statement_step (statement, &has_row, &error) && has_row)
    {
      const char *step = cvn_statement_get_text (statement, 3);

      g_test_message ("%s%s: %s", name, suffix, step);
      g_assert_false (g_str_has_prefix (step, "SCAN registration"));
      g_assert_cmpstr (step, !=, "SCAN r");
    }
  g_assert_no_error (error);
}

static void
test_plans (void)
{
  CvnTestFolder        folder = { NULL, NULL };
  guint                n_figures;
  const CvnFigureInfo *figures = cvn_figure_list (&n_figures);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = NULL;

  cvn_test_folder_make (&folder);
  cvn_test_folder_make_centre (&folder);
  db = cvn_db_open (folder.path, CVN_DB_READ, &error);
  g_assert_no_error (error);
  for (guint f = 0; f < n_figures; f++)
    {
      assert_plan (db, figures[f].name, ".sql");
      assert_plan (db, figures[f].name, ".rows.sql");
    }
  g_clear_pointer (&db, cvn_db_free);
  cvn_test_folder_remove (&folder);
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
  ADD ("deadlines", test_deadlines);
  ADD ("attention", test_attention);
  ADD ("rows-add-up", test_rows_add_up);
  ADD ("rows-are-records", test_rows_are_records);
  ADD ("years", test_years);
  ADD ("partner", test_partner);
  g_test_add_func ("/store/figures/empty-centre", test_empty_centre);
  g_test_add_func ("/store/figures/plans", test_plans);
  return g_test_run ();
}
