/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-event-rules"

#include "cvn-clash.h"
#include "cvn-error.h"
#include "cvn-event-rule.h"
#include "cvn-holiday.h"
#include "cvn-zone-time.h"

/* Easter Sundays as almanacs print them. */
static void
test_easter (void)
{
  static const CvnDate easters[] = {
    { 1954, 4, 18 },
    { 1981, 4, 19 },
    { 2000, 4, 23 },
    { 2008, 3, 23 },
    { 2011, 4, 24 },
    { 2016, 3, 27 },
    { 2018, 4, 1 },
    { 2019, 4, 21 },
    { 2020, 4, 12 },
    { 2021, 4, 4 },
    { 2024, 3, 31 },
    { 2025, 4, 20 },
    { 2026, 4, 5 },
    { 2038, 4, 25 },
    { 2049, 4, 18 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (easters); i++)
    {
      CvnDate easter = cvn_holiday_easter (easters[i].year);

      g_assert_cmpint (cvn_date_compare (&easter, &easters[i]), ==, 0);
    }
}

static void
test_holidays (void)
{
  static const struct
  {
    CvnDate     day;
    const char *name;
  } cases[] = {
    { { 2019, 1, 1 }, "New Year’s Day" },
    { { 2019, 4, 19 }, "Good Friday" },
    { { 2019, 4, 21 }, "Easter Sunday" },
    { { 2019, 4, 22 }, "Easter Monday" },
    { { 2019, 4, 27 }, "King’s Day" },
    { { 2019, 5, 5 }, "Liberation Day" },
    { { 2019, 5, 30 }, "Ascension Day" },
    { { 2019, 6, 9 }, "Whit Sunday" },
    { { 2019, 6, 10 }, "Whit Monday" },
    { { 2019, 12, 25 }, "Christmas Day" },
    { { 2019, 12, 26 }, "Second Day of Christmas" },
    /* 27 April was a Sunday in 2014 and is one in 2025; 30 April was one in 2006. */
    { { 2014, 4, 26 }, "King’s Day" },
    { { 2014, 4, 27 }, NULL },
    { { 2025, 4, 26 }, "King’s Day" },
    { { 2013, 4, 30 }, "Queen’s Day" },
    { { 2006, 4, 29 }, "Queen’s Day" },
    { { 2006, 4, 30 }, NULL },
    { { 2019, 10, 3 }, NULL },
    { { 2019, 12, 24 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (cvn_holiday_find (&cases[i].day), ==, cases[i].name);
}

/* A year has eleven holidays, of which some may fall together, as Ascension Day and Liberation Day did in 2016. */
static void
test_holidays_of_a_year (void)
{
  for (int year = 1950; year <= 2100; year++)
    {
      guint n = 0;

      for (CvnDate day = { (gint16) year, 1, 1 }; day.year == year; day = cvn_date_add_days (day, 1))
        n += cvn_holiday_find (&day) != NULL;
      g_assert_cmpuint (n, <=, 11);
      g_assert_cmpuint (n, >=, 9);
    }
}

static void
test_zone (void)
{
  static const struct
  {
    const char *time;
    const char *zone;
    int         error; /* -1: none */
  } cases[] = {
    { "2019-03-31T01:59", "Europe/Amsterdam", -1 },
    { "2019-03-31T02:00", "Europe/Amsterdam", CVN_ERROR_INVALID },
    { "2019-03-31T02:30", NULL, CVN_ERROR_INVALID },
    { "2019-03-31T02:30", "UTC", -1 },
    { "2019-03-31T03:00", "Europe/Amsterdam", -1 },
    { "2019-03-31", "Europe/Amsterdam", -1 },
    { "2019-10-27T02:30", "Europe/Amsterdam", -1 },
    { "2020-03-29T02:15", "Europe/Amsterdam", CVN_ERROR_INVALID },
    { "2020-03-08T02:15", "America/New_York", CVN_ERROR_INVALID },
    { "2020-03-08T02:15", "", -1 },
    { "2020-03-08T02:15", "Europe/Leiden", CVN_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_zone_time_check (cases[i].time, cases[i].zone, &error), ==, cases[i].error < 0);
      if (cases[i].error >= 0)
        g_assert_error (error, CVN_ERROR, cases[i].error);
    }
}

static void
test_minutes (void)
{
  static const struct
  {
    const char *starts;
    const char *ends;
    gint64      minutes;
    gboolean    changes;
  } cases[] = {
    { "2019-10-26T22:00", "2019-10-27T04:00", 7 * 60, TRUE }, /* ev-26 */
    { "2019-03-30T22:00", "2019-03-31T04:00", 5 * 60, TRUE },
    { "2018-09-28T09:00", "2018-09-29T18:00", 33 * 60, FALSE }, /* ev-08 */
    { "2018-02-08T19:30", "2018-02-08T21:30", 120, FALSE },
    { "2019-10-27", "2019-10-28", 25 * 60, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minutes = 0;

      g_assert_true (cvn_zone_time_minutes (cases[i].starts, cases[i].ends, "Europe/Amsterdam", &minutes));
      g_assert_cmpint (minutes, ==, cases[i].minutes);
      g_assert_cmpint (cvn_zone_time_changes (cases[i].starts, cases[i].ends, NULL), ==, cases[i].changes);
    }
}

static void
test_last_day (void)
{
  static const struct
  {
    const char *starts;
    const char *ends;
    const char *last;
  } cases[] = {
    { "2018-04-27", "2018-04-28", "2018-04-27" },
    { "2018-04-27", NULL, "2018-04-27" },
    { "2018-09-28T09:00", "2018-09-29T18:00", "2018-09-29" },
    { "2019-05-18T20:00", "2019-05-19T00:00", "2019-05-18" },
    { "2019-05-18T20:00", "2019-05-19T02:00", "2019-05-19" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnDate          last;
      g_autofree char *text = NULL;

      g_assert_true (cvn_zone_time_last_day (cases[i].starts, cases[i].ends, &last));
      text = cvn_date_to_iso (&last);
      g_assert_cmpstr (text, ==, cases[i].last);
    }
}

/* The clock shows the same after a move over the end of summer time, and a move there and back changes nothing. */
static void
test_shift (void)
{
  g_autofree char *later = cvn_zone_time_shift ("2019-10-26T09:00", 2);
  g_autofree char *day = cvn_zone_time_shift ("2020-02-28", 1);

  g_assert_cmpstr (later, ==, "2019-10-28T09:00");
  g_assert_cmpstr (day, ==, "2020-02-29");
  for (int i = 0; i < 1000; i++)
    {
      int              days = g_test_rand_int_range (-4000, 4000);
      g_autofree char *there = cvn_zone_time_shift ("2020-02-29T20:15", days);
      g_autofree char *back = cvn_zone_time_shift (there, -days);

      g_assert_cmpstr (back, ==, "2020-02-29T20:15");
    }
}

static void
test_figures (void)
{
  static const struct
  {
    gint64 signed_up, attended;
    int    no_show;
  } shows[] = { { 48, 41, 146 }, { 60, 60, 0 }, { 3, 2, 333 }, { 3, 1, 667 }, { 0, 0, CVN_EVENT_NO_FIGURE }, { 10, 12, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    g_assert_cmpint (cvn_event_no_show (shows[i].signed_up, shows[i].attended), ==, shows[i].no_show);
  g_assert_cmpint (cvn_event_per_head (38000, 41), ==, 927);
  g_assert_cmpint (cvn_event_per_head (100, 8), ==, 13);
  g_assert_cmpint (cvn_event_per_head (38000, 0), ==, CVN_EVENT_NO_FIGURE);
  g_assert_cmpint (cvn_event_cover (999, 1000), ==, 999);
  g_assert_cmpint (cvn_event_cover (99999, 100000), ==, 999);
  g_assert_cmpint (cvn_event_cover (2000, 1000), ==, 1000);
  g_assert_cmpint (cvn_event_cover (5, 0), ==, CVN_EVENT_NO_FIGURE);
}

static void
test_due (void)
{
  CvnDate          due;
  g_autofree char *text = NULL;
  g_autofree char *shifted = NULL;

  g_assert_true (cvn_event_due ("2020-03-12T18:00", 21, &due));
  text = cvn_date_to_iso (&due);
  g_assert_cmpstr (text, ==, "2020-02-20");
  g_assert_true (cvn_event_is_late ("2020-02-20", NULL, "2020-02-21"));
  g_assert_false (cvn_event_is_late ("2020-02-20", NULL, "2020-02-20"));
  g_assert_false (cvn_event_is_late ("2020-02-20", "2020-02-19", "2020-03-01"));
  g_assert_true (cvn_event_is_late ("2020-02-20", "2020-02-22", "2020-03-01"));
  shifted = cvn_event_shift_day ("2019-03-01", "2019-03-14T18:00", "2020-03-12T18:00");
  g_assert_cmpstr (shifted, ==, "2020-02-28");
  g_assert_null (cvn_event_shift_day (NULL, "2019-03-14T18:00", "2020-03-12T18:00"));
}

#define EVENT(id, starts, ends, mode, audience, place)          \
  {                                                             \
    id, starts, ends, NULL, mode, "planned", audience, place, 0 \
  }

static void
test_clashes (void)
{
  static const CvnClashEvent others[] = {
    EVENT ("a", "2019-05-16T20:00", "2019-05-16T22:30", "joint", "internationals", "Leiden"),
    EVENT ("b", "2019-05-18T20:00", "2019-05-19T02:00", "announced", "internationals", "Leiden"),
    EVENT ("c", "2019-05-16T22:00", "2019-05-16T23:00", "own", "organisations", "leiden"),
    EVENT ("d", "2019-05-13T09:00", "2019-05-13T10:00", "own", "both", "Katwijk"),
    EVENT ("e", "2019-05-20T09:00", "2019-05-20T10:00", "own", "internationals", "Leiden"),
  };
  static const CvnClashEvent holiday = EVENT ("f", "2019-05-30T09:00", "2019-05-31T10:00", "own", "organisations", "Leiden");
  static const CvnClashEvent clean = EVENT (NULL, "2019-07-02T09:00", "2019-07-02T10:00", "own", "internationals", "Leiden");
  g_autoptr (GArray) found = cvn_clash_find (&others[0], others, G_N_ELEMENTS (others));
  g_autoptr (GArray) holidays = cvn_clash_find (&holiday, others, G_N_ELEMENTS (others));
  g_autoptr (GArray) nothing = cvn_clash_find (&clean, others, G_N_ELEMENTS (others));
  g_autoptr (GArray) announced = cvn_clash_find (&others[1], others, G_N_ELEMENTS (others));

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, CvnClash, 0).reason, ==, CVN_CLASH_VENUE);
  g_assert_cmpuint (g_array_index (found, CvnClash, 0).other, ==, 2);
  g_assert_cmpint (g_array_index (found, CvnClash, 1).reason, ==, CVN_CLASH_AUDIENCE);
  g_assert_cmpuint (g_array_index (found, CvnClash, 1).other, ==, 3);
  g_assert_cmpuint (holidays->len, ==, 1);
  g_assert_cmpstr (g_array_index (holidays, CvnClash, 0).holiday, ==, "Ascension Day");
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (announced->len, ==, 0);
}

/* One event ends as the other begins: nobody is in the way. */
static void
test_neighbours (void)
{
  static const CvnClashEvent events[] = {
    EVENT ("a", "2019-05-16T20:00", "2019-05-16T22:00", "own", "internationals", "Leiden"),
    EVENT ("b", "2019-05-16T22:00", "2019-05-16T23:00", "own", "organisations", "Leiden"),
  };
  g_autoptr (GArray) found = cvn_clash_find (&events[0], events, G_N_ELEMENTS (events));

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/holiday/easter", test_easter);
  g_test_add_func ("/core/holiday/days", test_holidays);
  g_test_add_func ("/core/holiday/of-a-year", test_holidays_of_a_year);
  g_test_add_func ("/core/zone-time/refuses-what-the-clock-skips", test_zone);
  g_test_add_func ("/core/zone-time/hours-over-the-change", test_minutes);
  g_test_add_func ("/core/zone-time/last-day", test_last_day);
  g_test_add_func ("/core/zone-time/shift", test_shift);
  g_test_add_func ("/core/event-rule/figures", test_figures);
  g_test_add_func ("/core/event-rule/due", test_due);
  g_test_add_func ("/core/clash/names-reasons", test_clashes);
  g_test_add_func ("/core/clash/neighbours", test_neighbours);
  return g_test_run ();
}
