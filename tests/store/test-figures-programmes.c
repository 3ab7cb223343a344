/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figures-programmes"

#include "sample.h"

#include "cvn-record.h"
#include "cvn-writer.h"

#include <string.h>

/* The figures of bookings, worked out a second time: from the files of the sample centre, and from bookings made at random. */

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static const int years[] = { 2019, 2020 };

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

static gint64
get_cell (CvnTable   *table,
          const char *key,
          const char *value,
          const char *column)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, key), value) == 0)
      return cvn_table_get_integer (table, row, column);
  return 0;
}

static gboolean
is_of_year (GHashTable *row,
            int         year)
{
  return g_ascii_strtoll (sample_get (row, "datum"), NULL, 10) == year;
}

static gboolean
is_sold (GHashTable *row)
{
  return g_strv_contains ((const char *const[]){ "geboekt", "uitgevoerd", NULL }, sample_get (row, "status"));
}

/* Revenue by programme: what the rows of the file come to, those that were cancelled left out. */
static void
test_revenue (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) programmes = sample_read_csv ("programmas");
  g_autoptr (GPtrArray) bookings = sample_read_csv ("programmaboekingen");

  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    {
      g_autoptr (CvnTable) table = get (fixture, "booking-margins", years[y]);
      gint64 all = 0;

      for (guint p = 0; p < programmes->len; p++)
        {
          const char *code = sample_get (programmes->pdata[p], "programma_id");
          gint64      amount = 0, number = 0;

          for (guint b = 0; b < bookings->len; b++)
            if (is_of_year (bookings->pdata[b], years[y]) && is_sold (bookings->pdata[b]) && g_str_equal (sample_get (bookings->pdata[b], "programma_id"), code))
              {
                amount += sample_get_integer (bookings->pdata[b], "bedrag_excl_cent");
                number++;
              }
          g_assert_cmpint (get_cell (table, "label", sample_get (programmes->pdata[p], "naam_nl"), "amount"), ==, amount);
          g_assert_cmpint (get_cell (table, "label", sample_get (programmes->pdata[p], "naam_nl"), "number"), ==, number);
          all += amount;
        }
      g_assert_cmpint (all, >, 0);
      g_assert_cmpint (cvn_table_sum (table, "amount"), ==, all);
    }
}

static gboolean
is_paid (GPtrArray  *invoices,
         const char *number)
{
  for (guint i = 0; i < invoices->len; i++)
    if (g_str_equal (sample_get (invoices->pdata[i], "factuurnummer"), number))
      return g_str_equal (sample_get (invoices->pdata[i], "status"), "betaald");
  return FALSE;
}

static const char *
find_stage (GHashTable *row,
            GPtrArray  *invoices)
{
  const char *number = sample_get (row, "factuurnummer");

  if (g_str_equal (sample_get (row, "status"), "geannuleerd"))
    return "cancelled";
  if (g_str_equal (sample_get (row, "status"), "geboekt"))
    return "booked";
  if (number == NULL || *number == '\0')
    return "delivered";
  return is_paid (invoices, number) ? "paid" : "invoiced";
}

/* Each of the thirty bookings of the sample stands in the state that its file and its invoice say. */
static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) bookings = sample_read_csv ("programmaboekingen");
  g_autoptr (GPtrArray) invoices = sample_read_csv ("facturen");

  g_assert_cmpuint (bookings->len, ==, 30);
  for (guint b = 0; b < bookings->len; b++)
    {
      g_autofree char *id = sample_find (fixture->store, "booking", sample_get (bookings->pdata[b], "boeking_id"));
      g_autoptr (CvnTable) table = sample_figure (fixture->store, "booking-detail", 2020, "2020-12-31", id, FALSE);

      g_assert_cmpuint (cvn_table_get_n_rows (table), ==, 1);
      g_assert_cmpstr (cvn_table_get_text (table, 0, "stage"), ==, find_stage (bookings->pdata[b], invoices));
    }
}

#define N_MADE 200

typedef struct
{
  int    month;
  int    provider;
  int    programme;
  int    requested;
  int    lead; /* days; -1: not confirmed */
  gint64 net;
  gint64 cost;
} Random;

typedef struct
{
  Random bookings[N_MADE];
  gint64 capacity[2];
} Made;

static char *
format_day (int day_of_year)
{
  GDate            date;
  g_autofree char *text = g_new0 (char, 11);

  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2030);
  g_date_add_days (&date, (guint) day_of_year);
  g_date_strftime (text, 11, "%Y-%m-%d", &date);
  return g_steal_pointer (&text);
}

static gboolean
put_booking (CvnWriter    *writer,
             const Random *made,
             guint         i,
             GError      **error)
{
  g_autoptr (CvnRecord) booking = cvn_record_new (cvn_kind_find ("booking"));
  g_autofree char *id = g_strdup_printf ("made-%03u", i);
  g_autofree char *date = g_strdup_printf ("2030-%02d-15", made->month);
  g_autofree char *programme = g_strdup_printf ("made-p%d", made->programme);
  g_autofree char *requested = format_day (made->requested);
  g_autofree char *confirmed = made->lead >= 0 ? format_day (made->requested + made->lead) : NULL;

  cvn_record_set_id (booking, id);
  cvn_record_set_text (booking, "organisation", "organisation-0001");
  cvn_record_set_text (booking, "programme", programme);
  cvn_record_set_text (booking, "provider", made->provider == 0 ? "organisation-0002" : "organisation-0003");
  cvn_record_set_text (booking, "date", date);
  cvn_record_set_text (booking, "status", made->lead >= 0 ? "booked" : "requested");
  cvn_record_set_text (booking, "requested_on", requested);
  cvn_record_set_text (booking, "confirmed_on", confirmed);
  cvn_record_set_text (booking, "quoted_on", confirmed != NULL ? requested : NULL);
  cvn_record_set_integer (booking, "net", made->net);
  cvn_record_set_integer (booking, "cost", made->cost);
  return cvn_writer_put (writer, booking, error);
}

static gboolean
put_made (CvnWriter    *writer,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  const Made *made = data;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CvnRecord) programme = cvn_record_new (cvn_kind_find ("programme"));
      g_autoptr (CvnRecord) capacity = cvn_record_new (cvn_kind_find ("provider_capacity"));
      g_autofree char *id = g_strdup_printf ("made-p%u", i);

      cvn_record_set_id (programme, id);
      cvn_record_set_text (programme, "name_nl", id);
      cvn_record_set_integer (programme, "price", 100);
      cvn_record_set_text (capacity, "provider", i == 0 ? "organisation-0002" : "organisation-0003");
      cvn_record_set_text (capacity, "valid_from", "2030-01-01");
      cvn_record_set_integer (capacity, "per_month", made->capacity[i]);
      if (!cvn_writer_put (writer, programme, error) || !cvn_writer_put (writer, capacity, error))
        return FALSE;
    }
  for (guint i = 0; i < N_MADE; i++)
    if (!put_booking (writer, &made->bookings[i], i, error))
      return FALSE;
  return TRUE;
}

static void
make_up (Made   *made,
         guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 2; i++)
    made->capacity[i] = g_rand_int_range (random, 2, 8);
  for (guint i = 0; i < N_MADE; i++)
    made->bookings[i] = (Random){ .month = g_rand_int_range (random, 1, 13), .provider = g_rand_int_range (random, 0, 2), .programme = g_rand_int_range (random, 0, 2), .requested = g_rand_int_range (random, 0, 200), .lead = g_rand_int_range (random, -20, 60), .net = g_rand_int_range (random, 1, 1000000), .cost = g_rand_int_range (random, 1, 500000) };
}

static void
check_programme (const Made *made,
                 CvnTable   *table,
                 int         programme)
{
  g_autofree char *name = g_strdup_printf ("made-p%d", programme);
  gint64           revenue = 0, cost = 0, days = 0, n = 0;

  for (guint i = 0; i < N_MADE; i++)
    if (made->bookings[i].programme == programme && made->bookings[i].lead >= 0)
      {
        revenue += made->bookings[i].net;
        cost += made->bookings[i].cost;
        days += made->bookings[i].lead;
        n++;
      }
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (get_cell (table, "label", name, "amount"), ==, revenue);
  g_assert_cmpint (get_cell (table, "label", name, "margin"), ==, revenue - cost);
  /* The mean to the nearest day, halves up. */
  g_assert_cmpint (get_cell (table, "label", name, "lead_days"), ==, (2 * days + n) / (2 * n));
}

static void
check_capacity (const Made *made,
                CvnTable   *table,
                int         provider,
                int         month)
{
  const char      *id = provider == 0 ? "organisation-0002" : "organisation-0003";
  g_autofree char *text = g_strdup_printf ("2030-%02d", month);
  gint64           expected = 0, number = 0, over = 0;

  for (guint i = 0; i < N_MADE; i++)
    expected += made->bookings[i].provider == provider && made->bookings[i].month == month && made->bookings[i].lead >= 0;
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_str_equal (cvn_table_get_text (table, row, "provider"), id) && g_str_equal (cvn_table_get_text (table, row, "month"), text))
      {
        g_assert_cmpint (cvn_table_get_integer (table, row, "number"), ==, expected);
        number++;
        over += cvn_table_get_integer (table, row, "over");
      }
  g_assert_cmpint (number, ==, expected);
  g_assert_cmpint (over, ==, MAX (0, expected - made->capacity[provider]));
}

/* What a provider cannot deliver in its month stands under what needs attention, booking by booking. */
static void
check_attention (CvnTable *months,
                 CvnTable *attention)
{
  gint64 n = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (attention); row++)
    if (g_str_equal (cvn_table_get_text (attention, row, "what"), "provider_over"))
      {
        g_assert_cmpint (get_cell (months, "id", cvn_table_get_text (attention, row, "id"), "over"), ==, 1);
        n++;
      }
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (n, ==, cvn_table_sum (months, "over"));
}

/* The list of the board has the margin of each booking: its price less what the provider asks. */
static void
check_board (const Made *made,
             CvnTable   *board)
{
  for (guint i = 0; i < N_MADE; i++)
    {
      g_autofree char *id = g_strdup_printf ("made-%03u", i);

      g_assert_cmpint (get_cell (board, "id", id, "margin"), ==, made->bookings[i].net - made->bookings[i].cost);
    }
}

/* Revenue, margin, lead time and what a provider can deliver in a month, against the same sums in plain C. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  Made made;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnTable) margins = NULL;
  g_autoptr (CvnTable) months = NULL;
  g_autoptr (CvnTable) attention = NULL;
  g_autoptr (CvnTable) board = NULL;

  make_up (&made, 48);
  cvn_store_write (fixture->store, CVN_ACTION_ADD, NULL, NULL, put_made, &made, &error);
  g_assert_no_error (error);
  margins = get (fixture, "booking-margins", 2030);
  months = get (fixture, "provider-months", 2030);
  for (int i = 0; i < 2; i++)
    {
      check_programme (&made, margins, i);
      for (int month = 1; month <= 12; month++)
        check_capacity (&made, months, i, month);
    }
  attention = get (fixture, "attention", 2030);
  check_attention (months, attention);
  board = get (fixture, "booking-board", 2030);
  check_board (&made, board);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/figures-programmes/revenue", Fixture, NULL, set_up, test_revenue, tear_down);
  g_test_add ("/store/figures-programmes/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/store/figures-programmes/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
