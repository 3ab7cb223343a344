/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-programmes-page"

#include "cvn-programmes-page.h"
#include "register-support.h"
#include "watchdog.h"

/* The programmes page over the sample centre: its 30 bookings on the board, and moves by keyboard. */

typedef struct
{
  CvnRegisterFixture sample;
  CvnPage           *page;
} Fixture;

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  cvn_register_fixture_open (&f->sample);
  cvn_centre_set_today (f->sample.centre, "2020-11-20");
  cvn_centre_set_year (f->sample.centre, 2020);
  f->page = g_object_new (CVN_TYPE_PROGRAMMES_PAGE, "centre", f->sample.centre, "area", CVN_AREA_PROGRAMMES, NULL);
  cvn_register_fixture_show (&f->sample, GTK_WIDGET (f->page), 1100, 720);
  cvn_page_activate (f->page);
  cvn_ui_assert_eventually (is_ready, f->page);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer weak = f->page;

  g_object_add_weak_pointer (G_OBJECT (f->page), &weak);
  cvn_register_fixture_close (&f->sample);
  g_assert_null (weak);
}

static guint
count (Fixture        *f,
       CvnBookingState state)
{
  return cvn_board_column_get_n_cards (cvn_board_view_get_column (cvn_programmes_page_get_board (CVN_PROGRAMMES_PAGE (f->page)), state));
}

/* By hand from the file: of 2020, 17 delivered with an invoice, two cancelled and one confirmed; ten of 2019 had an invoice. */
static void
test_states (Fixture      *f,
             gconstpointer data)
{
  g_assert_cmpuint (count (f, CVN_BOOKING_REQUESTED), ==, 0);
  g_assert_cmpuint (count (f, CVN_BOOKING_CONFIRMED), ==, 1);
  g_assert_cmpuint (count (f, CVN_BOOKING_DELIVERED), ==, 0);
  g_assert_cmpuint (count (f, CVN_BOOKING_CANCELLED), ==, 2);
  g_assert_cmpuint (count (f, CVN_BOOKING_INVOICED) + count (f, CVN_BOOKING_PAID), >=, 17);
}

static gboolean
is_quoted (gpointer data)
{
  return count (data, CVN_BOOKING_QUOTED) == 1 && count (data, CVN_BOOKING_CONFIRMED) == 0;
}

static gboolean
is_confirmed (gpointer data)
{
  return count (data, CVN_BOOKING_QUOTED) == 0 && count (data, CVN_BOOKING_CONFIRMED) == 1;
}

static gboolean
is_delivered (gpointer data)
{
  return count (data, CVN_BOOKING_DELIVERED) == 1 && count (data, CVN_BOOKING_CONFIRMED) == 0;
}

/* The card that is moved keeps the focus, so that the next key moves it on. */
static void
test_keys (Fixture      *f,
           gconstpointer data)
{
  CvnBoardView *board = cvn_programmes_page_get_board (CVN_PROGRAMMES_PAGE (f->page));

  cvn_board_column_enter (cvn_board_view_get_column (board, CVN_BOOKING_CONFIRMED));
  cvn_ui_key ("ctrl+Left");
  cvn_ui_assert_eventually (is_quoted, f);
  cvn_ui_key ("ctrl+Right");
  cvn_ui_assert_eventually (is_confirmed, f);
  cvn_ui_key ("ctrl+Right");
  cvn_ui_assert_eventually (is_delivered, f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/programmes-page/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/ui/programmes-page/keys", Fixture, NULL, set_up, test_keys, tear_down);
  return cvn_watchdog_run_tests ();
}
