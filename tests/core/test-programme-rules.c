/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-programme-rules"

#include "cvn-benefit-rule.h"
#include "cvn-booking-rule.h"
#include "cvn-error.h"

#include <string.h>

/* R requested, Q quoted, C confirmed, D delivered, I invoiced, P paid, X cancelled: a row for each state, what may follow it. */
static void
test_moves (void)
{
  static const char        letters[] = "RQCDIPX";
  static const char *const moves[CVN_BOOKING_N_STATES] = { "QX", "RCX", "QDX", "CI", "P", "", "R" };

  for (guint from = 0; from < CVN_BOOKING_N_STATES; from++)
    for (guint to = 0; to < CVN_BOOKING_N_STATES; to++)
      {
        gboolean allowed = strchr (moves[from], letters[to]) != NULL;
        g_autoptr (GError) error = NULL;

        g_assert_cmpint (cvn_booking_can_move ((CvnBookingState) from, (CvnBookingState) to), ==, allowed);
        g_assert_cmpint (cvn_booking_check_move ((CvnBookingState) from, (CvnBookingState) to, &error), ==, allowed);
        if (!allowed)
          {
            g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
            g_assert_cmpstr (cvn_error_get_field (error), ==, "status");
          }
      }
}

static void
test_refusal_names_moves (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cvn_booking_check_move (CVN_BOOKING_REQUESTED, CVN_BOOKING_DELIVERED, &error));
  g_assert_cmpstr (error->message, ==, "A booking cannot go from “Requested” to “Delivered”. Allowed are: “Quoted”, “Cancelled”.");
}

static void
test_codes (void)
{
  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    {
      CvnBookingState state;

      g_assert_true (cvn_booking_state_from_code (cvn_booking_state_get_code ((CvnBookingState) i), &state));
      g_assert_cmpint (state, ==, i);
      g_assert_cmpstr (cvn_booking_state_get_label (state), !=, NULL);
    }
  g_assert_cmpint (cvn_booking_get_neighbour (CVN_BOOKING_REQUESTED, -1), ==, CVN_BOOKING_REQUESTED);
  g_assert_cmpint (cvn_booking_get_neighbour (CVN_BOOKING_REQUESTED, 1), ==, CVN_BOOKING_QUOTED);
  g_assert_cmpint (cvn_booking_get_neighbour (CVN_BOOKING_CANCELLED, 1), ==, CVN_BOOKING_CANCELLED);
}

/* A skip in a form: only bookings that were written down when they were requested know the days of their states. */
static void
test_dated (void)
{
  static const struct
  {
    const char *status;
    const char *days; /* of requested, quoted, confirmed, delivered */
    const char *field;
  } cases[] = {
    { "delivered", "", NULL },
    { "requested", "R", NULL },
    { "quoted", "R", "quoted_on" },
    { "quoted", "RQ", NULL },
    { "booked", "RC", "quoted_on" },
    { "booked", "RQ", "confirmed_on" },
    { "delivered", "RQCD", NULL },
    { "delivered", "RQC", "delivered_on" },
    { "delivered", "CD", NULL },
    { "cancelled", "R", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnRecord) booking = cvn_record_new (cvn_kind_find ("booking"));
      g_autoptr (GError) error = NULL;

      cvn_record_set_text (booking, "status", cases[i].status);
      for (guint s = 0; s < 4; s++)
        if (strchr (cases[i].days, "RQCD"[s]) != NULL)
          cvn_record_set_text (booking, cvn_booking_state_get_date_field ((CvnBookingState) s), "2020-03-02");
      g_assert_cmpint (cvn_booking_check_dated (booking, &error), ==, cases[i].field == NULL);
      if (cases[i].field != NULL)
        g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
    }
}

static void
test_quote (void)
{
  static const struct
  {
    CvnBookingState state;
    const char     *valid_until;
    gboolean        expired;
  } cases[] = {
    { CVN_BOOKING_QUOTED, NULL, FALSE },
    { CVN_BOOKING_QUOTED, "2020-03-02", FALSE },
    { CVN_BOOKING_QUOTED, "2020-03-01", TRUE },
    { CVN_BOOKING_QUOTED, "2020-03-03", FALSE },
    { CVN_BOOKING_CONFIRMED, "2020-03-01", FALSE },
    { CVN_BOOKING_REQUESTED, "2020-03-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_booking_has_expired (cases[i].state, cases[i].valid_until, "2020-03-02"), ==, cases[i].expired);
      if (cases[i].state != CVN_BOOKING_QUOTED)
        continue;
      g_assert_cmpint (cvn_booking_check_quote (cases[i].valid_until, "2020-03-02", &error), ==, !cases[i].expired);
      if (cases[i].expired)
        g_assert_cmpstr (cvn_error_get_field (error), ==, "valid_until");
    }
}

/* A pack of ten hours, three sessions of two hours: four hours are left. */
static void
test_sessions (void)
{
  static const struct
  {
    gint64   booked, delivered, minutes;
    gboolean fits;
  } cases[] = {
    { 600, 360, 240, TRUE },
    { 600, 360, 241, FALSE },
    { 600, 600, 1, FALSE },
    { 600, 700, 1, FALSE },
    { 0, 700, 120, TRUE },
    { 600, 0, 0, FALSE },
    { 0, 0, -5, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (cvn_booking_check_session (cases[i].booked, cases[i].delivered, cases[i].minutes, &error), ==, cases[i].fits);
      if (!cases[i].fits)
        g_assert_cmpstr (cvn_error_get_field (error), ==, "minutes");
      if (i == 1)
        g_assert_cmpstr (error->message, ==, "Only 240 minutes of what was booked are left.");
    }
}

static void
test_lead (void)
{
  static const struct
  {
    const char *from, *to;
    int         days; /* -1: none */
  } cases[] = {
    { "2020-02-28", "2020-03-01", 2 },
    { "2020-03-01", "2020-03-01", 0 },
    { NULL, "2020-03-01", -1 },
    { "2020-03", "2020-03-01", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days = -1;

      g_assert_cmpint (cvn_booking_lead_days (cases[i].from, cases[i].to, &days), ==, cases[i].days >= 0);
      g_assert_cmpint (days, ==, cases[i].days);
    }
}

/* A group costs what it costs; heads and hours are counted, and without their number there is no amount. */
static void
test_amount (void)
{
  static const struct
  {
    const char *unit;
    gint64      cents, participants, minutes, amount; /* -1: none */
  } cases[] = {
    { "group", 145000, 17, 240, 145000 },
    { NULL, 145000, 0, 0, 145000 },
    { "employee", 6500, 9, 0, 58500 }, /* bk-17 of the sample */
    { "participant", 6500, 15, 0, 97500 },
    { "employee", 6500, 0, 600, -1 },
    { "hour", 9000, 8, 600, 90000 },
    { "hour", 100, 0, 1, 2 },
    { "hour", 29, 0, 1, 0 },
    { "hour", 9000, 8, 0, -1 },
    { "employee", G_MAXINT64 / 2, 3, 0, -1 },
    { "group", -1, 1, 1, -1 },
    { "employee", 0, 5, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 amount = -1;

      g_test_message ("%u", i);
      g_assert_cmpint (cvn_programme_amount (cases[i].unit, cases[i].cents, cases[i].participants, cases[i].minutes, &amount), ==, cases[i].amount >= 0);
      if (cases[i].amount >= 0)
        g_assert_cmpint (amount, ==, cases[i].amount);
    }
}

static void
test_price (void)
{
  static const CvnProgrammePrice prices[] = {
    { "2019-01-01", "2019-12-31", 145000, 90000 },
    { "2020-02-01", NULL, 150000, 95000 },
  };
  static const struct
  {
    const char *day;
    gint64      price; /* 0: none */
  } cases[] = { { "2018-12-31", 0 }, { "2019-01-01", 145000 }, { "2019-12-31", 145000 }, { "2020-01-15", 0 }, { "2024-06-01", 150000 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CvnProgrammePrice *price = cvn_programme_price_find (prices, G_N_ELEMENTS (prices), cases[i].day);

      g_assert_cmpint (price != NULL ? price->price : 0, ==, cases[i].price);
    }
}

static void
test_benefit_state (void)
{
  static const struct
  {
    const char *due, *planned, *delivered;
    const char *state;
  } cases[] = {
    { "2020-06-30", NULL, NULL, "promised" },
    { "2020-06-30", "2020-05-01", NULL, "planned" },
    { "2020-03-01", "2020-05-01", NULL, "overdue" },
    { "2020-03-01", NULL, NULL, "overdue" },
    { "2020-03-02", NULL, NULL, "promised" },
    { "2020-03-01", NULL, "2020-03-02", "delivered" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (cvn_benefit_state_get_code (cvn_benefit_get_state (cases[i].due, cases[i].planned, cases[i].delivered, "2020-03-02")), ==, cases[i].state);
}

static void
test_benefit_due (void)
{
  static const struct
  {
    guint   times, month, nth;
    CvnDate due;
  } cases[] = {
    { 1, 0, 0, { 2020, 12, 31 } },
    { 0, 6, 0, { 2020, 6, 30 } },
    { 4, 0, 0, { 2020, 3, 31 } },
    { 4, 0, 3, { 2020, 12, 31 } },
    { 12, 0, 1, { 2020, 2, 29 } },
    { 3, 2, 0, { 2020, 1, 31 } },
    { 3, 2, 2, { 2020, 2, 29 } },
    { 24, 12, 0, { 2020, 1, 31 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnDate due = cvn_benefit_due (2020, cases[i].times, cases[i].month, cases[i].nth);

      g_assert_cmpint (cvn_date_compare (&due, &cases[i].due), ==, 0);
    }
}

/* However often and until when: in the year, in order, the last one in its month. */
static void
test_benefit_due_any (void)
{
  for (guint n = 0; n < 10000; n++)
    {
      guint   times = (guint) g_test_rand_int_range (1, 367);
      guint   month = (guint) g_test_rand_int_range (1, 13);
      guint   nth = (guint) g_test_rand_int_range (0, (gint32) times);
      CvnDate due = cvn_benefit_due (2021, times, month, nth);
      CvnDate last = cvn_benefit_due (2021, times, month, times - 1);

      g_assert_true (cvn_date_is_valid (&due));
      g_assert_cmpint (last.month, ==, month);
      g_assert_cmpint (cvn_date_compare (&due, &last), <=, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/booking/moves", test_moves);
  g_test_add_func ("/core/booking/refusal-names-moves", test_refusal_names_moves);
  g_test_add_func ("/core/booking/codes", test_codes);
  g_test_add_func ("/core/booking/form-refuses-skip", test_dated);
  g_test_add_func ("/core/booking/quote-expires", test_quote);
  g_test_add_func ("/core/booking/sessions", test_sessions);
  g_test_add_func ("/core/booking/lead-days", test_lead);
  g_test_add_func ("/core/programme-price/of-day", test_price);
  g_test_add_func ("/core/programme-price/amount", test_amount);
  g_test_add_func ("/core/benefit/state", test_benefit_state);
  g_test_add_func ("/core/benefit/due", test_benefit_due);
  g_test_add_func ("/core/benefit/due-any", test_benefit_due_any);
  return g_test_run ();
}
