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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/figures-events/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/store/figures-events/spans", Fixture, NULL, set_up, test_spans, tear_down);
  g_test_add ("/store/figures-events/attendance", Fixture, NULL, set_up, test_attendance, tear_down);
  return g_test_run ();
}
