/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-figures-events"

#include "sample.h"

#include "cvn-zone-time.h"

#include <string.h>

/* The events of the sample centre, held against its file as this test reads it. */

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
  g_object_unref (fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

static gpointer
read_calendar (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return cvn_reader_figure (reader, "calendar-events", data, error);
}

static CvnTable *
get_days (Fixture    *fixture,
          const char *from,
          const char *to)
{
  CvnFigureArguments arguments = { .from = from, .to = to };
  g_autoptr (GError) error = NULL;
  CvnTable *table = cvn_store_read (fixture->store, read_calendar, &arguments, &error);

  g_assert_no_error (error);
  return table;
}

/* The event called @code in the calendar, or -1. */
static int
find (CvnTable   *table,
      const char *code)
{
  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "code"), code) == 0)
      return (int) i;
  return -1;
}

static const char *
get_state (const char *nl)
{
  return strcmp (nl, "gehouden") == 0 ? "held" : strcmp (nl, "geannuleerd") == 0 ? "cancelled"
                                                                                 : "planned";
}

/* Each event is in the calendar of its first day and of no day before, in its state. */
static void
test_days (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) rows = sample_read_csv ("evenementen");
  g_autoptr (CvnTable) all = get_days (fixture, "2018-01-01", "2021-01-01");

  g_assert_cmpuint (rows->len, ==, 41);
  g_assert_cmpuint (cvn_table_get_n_rows (all), ==, 41);
  for (guint i = 0; i < rows->len; i++)
    {
      const char      *code = sample_get (rows->pdata[i], "evenement_id");
      g_autofree char *day = g_strndup (sample_get (rows->pdata[i], "begin"), 10);
      g_autofree char *before = cvn_zone_time_shift (day, -1);
      g_autofree char *after = cvn_zone_time_shift (day, 1);
      g_autoptr (CvnTable) then = get_days (fixture, day, after);
      g_autoptr (CvnTable) earlier = get_days (fixture, before, day);
      int row = find (then, code);

      g_assert_cmpint (row, >=, 0);
      g_assert_cmpint (find (earlier, code), <, 0);
      g_assert_cmpstr (cvn_table_get_text (then, (guint) row, "starts"), ==, sample_get (rows->pdata[i], "begin"));
      g_assert_cmpstr (cvn_table_get_text (then, (guint) row, "ends"), ==, sample_get (rows->pdata[i], "eind"));
      g_assert_cmpstr (cvn_table_get_text (then, (guint) row, "status"), ==, get_state (sample_get (rows->pdata[i], "status")));
    }
}

static gboolean
is_on (Fixture    *fixture,
       const char *code,
       const char *day)
{
  g_autofree char *after = cvn_zone_time_shift (day, 1);
  g_autoptr (CvnTable) table = get_days (fixture, day, after);

  return find (table, code) >= 0;
}

static void
test_spans (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (is_on (fixture, "ev-08", "2018-09-28"));
  g_assert_true (is_on (fixture, "ev-08", "2018-09-29"));
  g_assert_false (is_on (fixture, "ev-08", "2018-09-30"));
  g_assert_true (is_on (fixture, "ev-04", "2018-04-27"));
  g_assert_false (is_on (fixture, "ev-04", "2018-04-28"));
  g_assert_true (is_on (fixture, "ev-26", "2019-10-26"));
  g_assert_true (is_on (fixture, "ev-26", "2019-10-27"));
  g_assert_false (is_on (fixture, "ev-26", "2019-10-28"));
}

/* Of the file: people at events that were held and that are the centre's own or shared, by year. */
static void
test_attendance (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) rows = sample_read_csv ("evenementen");

  for (int year = 2018; year <= 2020; year++)
    {
      g_autofree char *prefix = g_strdup_printf ("%d-", year);
      g_autoptr (CvnTable) attendance = sample_figure (fixture->store, "events-attendance", year, "2020-12-31", NULL, FALSE);
      g_autoptr (CvnTable) held = sample_figure (fixture->store, "events-held", year, "2020-12-31", NULL, FALSE);
      g_autoptr (CvnTable) money = sample_figure (fixture->store, "events-money", year, "2020-12-31", NULL, FALSE);
      gint64 attended = 0;
      gint64 events = 0;
      gint64 cost = 0;

      for (guint i = 0; i < rows->len; i++)
        if (g_str_has_prefix (sample_get (rows->pdata[i], "begin"), prefix))
          {
            gboolean counts = strcmp (sample_get (rows->pdata[i], "status"), "gehouden") == 0 &&
                              strcmp (sample_get (rows->pdata[i], "organisatievorm"), "alleen gecommuniceerd") != 0;

            attended += counts ? sample_get_integer (rows->pdata[i], "aanwezig") : 0;
            events += counts;
            cost += sample_get_integer (rows->pdata[i], "kosten_cent");
          }
      g_assert_cmpint (cvn_table_sum (attendance, "amount"), ==, attended);
      g_assert_cmpint (cvn_table_sum (attendance, "events"), ==, events);
      g_assert_cmpstr (cvn_table_get_text (held, 0, "part"), ==, "held");
      g_assert_cmpint (cvn_table_get_integer (held, 0, "amount"), ==, events);
      g_assert_cmpint (cvn_table_get_integer (held, 0, "attended"), ==, attended);
      g_assert_cmpint (cvn_table_get_integer (money, 0, "amount"), ==, cost);
    }
}

static void
put (Fixture           *fixture,
     const char        *kind,
     const char *const *values)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find (kind));

  cvn_record_set_id (record, values[0]);
  for (guint i = 1; values[i] != NULL; i += 2)
    if (cvn_field_is_integer (&cvn_kind_find (kind)->fields[cvn_kind_find_field (cvn_kind_find (kind), values[i])]))
      cvn_record_set_integer (record, values[i], g_ascii_strtoll (values[i + 1], NULL, 10));
    else
      cvn_record_set_text (record, values[i], values[i + 1]);
  cvn_test_put (fixture->store, record);
}

static gint64
get_amount (Fixture    *fixture,
            const char *figure,
            const char *line)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, figure, 2025, "2025-05-15", NULL, FALSE);
  gint64 sum = 0;

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (strcmp (cvn_table_get_text (table, i, "part"), line) == 0)
      sum += cvn_table_get_integer (table, i, "amount");
  return sum;
}

/* Feature 38: what an event cost and brought in is on one line of the budget once: the one that it names, or that of all events. */
static void
test_budget (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const figures[] = { "budget-actual", "budget-committed" };

  put (fixture, "budget_line", (const char *[]){ "all", "year", "2025", "line", "K1", "kind", "cost", "budget", "1", "description_nl", "E", "ledger", "events", NULL });
  put (fixture, "budget_line", (const char *[]){ "gala", "year", "2025", "line", "K2", "kind", "cost", "budget", "1", "description_nl", "G", NULL });
  put (fixture, "budget_line", (const char *[]){ "in", "year", "2025", "line", "B1", "kind", "income", "budget", "1", "description_nl", "I", "ledger", "events", NULL });
  put (fixture, "event", (const char *[]){ "plain", "title_nl", "P", "starts", "2025-02-01T10:00", "status", "held", "mode", "own", "cost", "10001", "income", "500", NULL });
  put (fixture, "event", (const char *[]){ "lines", "title_nl", "L", "starts", "2025-03-01T10:00", "status", "held", "mode", "joint", "cost", "99999", NULL });
  put (fixture, "event_cost", (const char *[]){ "c1", "event", "lines", "text", "Zaal", "kind", "cost", "budget", "1", "amount", "20000", NULL });
  put (fixture, "event_cost", (const char *[]){ "c2", "event", "lines", "text", "Drank", "kind", "cost", "amount", "3050", NULL });
  put (fixture, "event_cost", (const char *[]){ "c3", "event", "lines", "text", "Entree", "kind", "income", "amount", "700", NULL });
  put (fixture, "event", (const char *[]){ "named", "title_nl", "N", "starts", "2025-04-01T10:00", "status", "held", "mode", "own", "cost", "400", "income", "40", "budget_code", "K2", NULL });
  put (fixture, "event", (const char *[]){ "lost", "title_nl", "V", "starts", "2025-04-02T10:00", "status", "held", "mode", "own", "cost", "6", "budget_code", "K9", NULL });
  put (fixture, "event", (const char *[]){ "later", "title_nl", "S", "starts", "2025-09-01T10:00", "status", "planned", "mode", "own", "cost", "800", "budget_code", "K2", NULL });
  put (fixture, "event_partner", (const char *[]){ "s1", "event", "later", "organisation", "organisation-0001", "role", "sponsor", "pledged", "10000", "invoiced", "4000", "paid", "1000", NULL });
  g_assert_cmpint (get_amount (fixture, "budget-actual", "all"), ==, 10001 + 23050 + 6);
  g_assert_cmpint (get_amount (fixture, "budget-actual", "gala"), ==, 400);
  g_assert_cmpint (get_amount (fixture, "budget-committed", "gala"), ==, 800);
  g_assert_cmpint (get_amount (fixture, "budget-committed", "all"), ==, 0);
  g_assert_cmpint (get_amount (fixture, "budget-actual", "in"), ==, 500 + 700 + 40 + 4000);
  g_assert_cmpint (get_amount (fixture, "budget-committed", "in"), ==, 6000);
  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      g_autoptr (CvnTable) rows = sample_figure (fixture->store, figures[f], 2025, "2025-05-15", NULL, TRUE);
      g_autoptr (CvnTable) sums = sample_figure (fixture->store, figures[f], 2025, "2025-05-15", NULL, FALSE);

      g_assert_cmpint (cvn_table_sum (rows, "amount"), ==, cvn_table_sum (sums, "amount"));
    }
}

/* Of the sample: ev-26 takes seven hours through the night in which the clock goes back, wherever its time is told. */
static void
test_night (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CvnTable) table = get_days (fixture, "2019-10-26", "2019-10-28");
  guint  row = (guint) find (table, "ev-26");
  gint64 minutes;

  g_assert_true (cvn_zone_time_minutes (cvn_table_get_text (table, row, "starts"), cvn_table_get_text (table, row, "ends"), cvn_table_get_text (table, row, "time_zone"), &minutes));
  g_assert_cmpint (minutes, ==, 7 * 60);
}

/* The two cancelled events have nobody in any figure of attendance; what is only announced costs nothing and has no heads of ours. */
static void
test_left_out (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const figures[] = { "events-attendance", "events-held" };
  guint                    n_cancelled = 0;
  guint                    n_announced = 0;

  for (int year = 2018; year <= 2020; year++)
    {
      g_autofree char *from = g_strdup_printf ("%d-01-01", year);
      g_autofree char *to = g_strdup_printf ("%d-01-01", year + 1);
      g_autoptr (CvnTable) events = get_days (fixture, from, to);
      g_autoptr (CvnTable) money = sample_figure (fixture->store, "events-money", year, "2020-12-31", NULL, TRUE);

      for (guint i = 0; i < cvn_table_get_n_rows (events); i++)
        {
          const char *id = cvn_table_get_text (events, i, "id");
          gboolean    cancelled = strcmp (cvn_table_get_text (events, i, "status"), "cancelled") == 0;
          gboolean    announced = strcmp (cvn_table_get_text (events, i, "mode"), "announced") == 0;

          n_cancelled += cancelled;
          n_announced += announced;
          for (guint f = 0; (cancelled || announced) && f < G_N_ELEMENTS (figures); f++)
            {
              g_autoptr (CvnTable) rows = sample_figure (fixture->store, figures[f], year, "2020-12-31", NULL, TRUE);

              for (guint r = 0; r < cvn_table_get_n_rows (rows); r++)
                if (strcmp (cvn_table_get_text (rows, r, "id"), id) == 0)
                  g_assert_true (cancelled && f == 1 && cvn_table_get_integer (rows, r, "attended") == 0);
            }
          for (guint r = 0; announced && r < cvn_table_get_n_rows (money); r++)
            g_assert_cmpstr (cvn_table_get_text (money, r, "id"), !=, id);
        }
    }
  g_assert_cmpuint (n_cancelled, ==, 2);
  g_assert_cmpuint (n_announced, ==, 3);
}

static void
put_signup (Fixture    *fixture,
            const char *event,
            const char *status,
            const char *role,
            gint64      party,
            gint64      attended)
{
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));

  cvn_record_set_text (signup, "event", event);
  cvn_record_set_text (signup, "label", status);
  cvn_record_set_text (signup, "status", status);
  cvn_record_set_text (signup, "role", role);
  cvn_record_set_integer (signup, "party", party);
  if (strcmp (status, "offered") == 0)
    cvn_record_set_text (signup, "offer_until", "2021-01-31");
  if (attended > 0)
    cvn_record_set_integer (signup, "attended", attended);
  cvn_test_put (fixture->store, signup);
}

/* The row of @event, or the only one, says nine. */
static void
assert_nine (CvnTable   *table,
             const char *event)
{
  gboolean found = FALSE;

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    {
      if (event != NULL && g_strcmp0 (cvn_table_get_text (table, i, "id"), event) != 0)
        continue;
      g_assert_cmpint (cvn_table_get_integer (table, i, "signed_up"), ==, 9);
      found = TRUE;
    }
  g_assert_true (found);
}

/* Who signed up and takes a seat is one number wherever it stands: who cancelled, waits, was offered seats or let them go is in none. */
static void
test_signed_up (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const others[] = { "waiting", "offered", "lapsed", "cancelled" };
  g_autoptr (CvnRecord) event = cvn_record_new (cvn_kind_find ("event"));
  g_autoptr (CvnTable) days = NULL;
  g_autoptr (CvnTable) attendance = NULL;
  g_autoptr (CvnTable) held = NULL;
  g_autoptr (CvnTable) total = NULL;
  g_autoptr (CvnTable) sums = NULL;
  const char *id;

  cvn_record_set_text (event, "title_nl", "Lijstavond");
  cvn_record_set_text (event, "starts", "2020-12-30T19:30");
  cvn_record_set_text (event, "mode", "own");
  cvn_record_set_text (event, "status", "held");
  cvn_test_put (fixture->store, event);
  id = cvn_record_get_id (event);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put_signup (fixture, id, others[i], NULL, 100, 0);
  total = sample_figure (fixture->store, "event-total", 2020, "2020-12-31", id, FALSE);
  g_assert_cmpint (cvn_table_get_integer (total, 0, "signed_up"), ==, 0);
  g_clear_pointer (&total, cvn_table_unref);
  put_signup (fixture, id, "signed_up", NULL, 4, 3);
  put_signup (fixture, id, "signed_up", "participant", 5, 5);
  put_signup (fixture, id, "signed_up", "speaker", 50, 50);
  total = sample_figure (fixture->store, "event-total", 2020, "2020-12-31", id, FALSE);
  days = get_days (fixture, "2020-12-30", "2020-12-31");
  attendance = sample_figure (fixture->store, "events-attendance", 2020, "2020-12-31", NULL, TRUE);
  held = sample_figure (fixture->store, "events-held", 2020, "2020-12-31", NULL, TRUE);
  assert_nine (total, NULL);
  assert_nine (days, id);
  assert_nine (attendance, id);
  assert_nine (held, id);
  g_assert_cmpint (cvn_table_get_integer (total, 0, "attended"), ==, 8);
  sums = sample_figure (fixture->store, "events-held", 2020, "2020-12-31", NULL, FALSE);
  g_assert_cmpint (cvn_table_sum (sums, "signed_up"), ==, cvn_table_sum (held, "signed_up"));
  g_assert_cmpint (cvn_table_sum (sums, "attended"), ==, cvn_table_sum (held, "attended"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/figures-events/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/store/figures-events/spans", Fixture, NULL, set_up, test_spans, tear_down);
  g_test_add ("/store/figures-events/attendance", Fixture, NULL, set_up, test_attendance, tear_down);
  g_test_add ("/store/figures-events/budget", Fixture, NULL, set_up, test_budget, tear_down);
  g_test_add ("/store/figures-events/night", Fixture, NULL, set_up, test_night, tear_down);
  g_test_add ("/store/figures-events/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  g_test_add ("/store/figures-events/signed-up", Fixture, NULL, set_up, test_signed_up, tear_down);
  return g_test_run ();
}
