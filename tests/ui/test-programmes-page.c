/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-programmes-page"

#include "cvn-history-list.h"
#include "cvn-programmes-page.h"
#include "register-support.h"
#include "watchdog.h"

/* The programmes page over the sample centre: its 30 bookings as a board and as a list, and moves by keyboard, pointer and menu. */

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

static CvnBoardView *
get_board (Fixture *f)
{
  return cvn_programmes_page_get_board (CVN_PROGRAMMES_PAGE (f->page));
}

static gboolean
is_loaded (gpointer list)
{
  return !cvn_history_list_is_loading (list);
}

/* What was done last to a booking, in words. */
static char *
dup_last_move (Fixture    *f,
               const char *id)
{
  g_autoptr (CvnHistoryList) list = cvn_history_list_new (f->sample.centre);
  g_autoptr (CvnHistoryItem) item = NULL;
  GString *text;

  cvn_history_list_load (list, cvn_kind_find ("booking"), id);
  cvn_ui_assert_eventually (is_loaded, list);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  text = g_string_new (cvn_history_item_get_action (item));
  for (guint i = 0; i < cvn_history_item_get_n_lines (item); i++)
    {
      const CvnHistoryLine *line = cvn_history_item_get_line (item, i);

      g_string_append_printf (text, "|%s: %s > %s", line->label, line->before, line->after);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
find_card (Fixture        *f,
           CvnBookingState state)
{
  GtkWidget *box = GTK_WIDGET (cvn_board_view_get_column (get_board (f), state));

  return cvn_ui_find_text (box, GTK_TYPE_LABEL, "Demo Biotech Alpha B.V.");
}

static gboolean
has_card (gpointer data)
{
  return find_card (data, CVN_BOOKING_CONFIRMED) != NULL;
}

static gboolean
says_why (gpointer data)
{
  Fixture *f = data;

  return cvn_ui_find_text (GTK_WIDGET (f->page), GTK_TYPE_LABEL, "A booking cannot go from “Confirmed” to “Invoiced”. Allowed are: “Quoted”, “Delivered”, “Cancelled”.") != NULL;
}

static gboolean
can_undo (gpointer data)
{
  gboolean can;

  g_object_get (((Fixture *) data)->sample.centre, "can-undo", &can, NULL);
  return can;
}

/* A card that is dragged goes one state on, as one that is moved by a key does, with the same entry; over more it is refused with a sentence. */
static void
test_drag (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *by_drag = NULL;
  g_autofree char *by_key = NULL;

  cvn_ui_assert_eventually (has_card, f);
  cvn_board_column_enter (cvn_board_view_get_column (get_board (f), CVN_BOOKING_CONFIRMED));
  id = g_strdup (cvn_board_card_get_id (cvn_board_column_get_chosen (cvn_board_view_get_column (get_board (f), CVN_BOOKING_CONFIRMED))));
  cvn_ui_drag (find_card (f, CVN_BOOKING_CONFIRMED), GTK_WIDGET (cvn_board_view_get_column (get_board (f), CVN_BOOKING_INVOICED)));
  cvn_ui_assert_eventually (says_why, f);
  g_assert_cmpuint (count (f, CVN_BOOKING_CONFIRMED), ==, 1);
  cvn_ui_drag (find_card (f, CVN_BOOKING_CONFIRMED), GTK_WIDGET (cvn_board_view_get_column (get_board (f), CVN_BOOKING_DELIVERED)));
  cvn_ui_assert_eventually (is_delivered, f);
  by_drag = dup_last_move (f, id);
  cvn_ui_assert_eventually (can_undo, f);
  cvn_centre_undo_async (f->sample.centre, NULL, NULL, NULL);
  cvn_ui_assert_eventually (is_confirmed, f);
  g_assert_true (cvn_board_view_choose (get_board (f), id));
  cvn_ui_key ("ctrl+Right");
  cvn_ui_assert_eventually (is_delivered, f);
  by_key = dup_last_move (f, id);
  g_assert_cmpstr (by_key, ==, by_drag);
}

static guint
count_rows (Fixture *f)
{
  return cvn_booking_list_get_n_rows (cvn_board_view_get_list (get_board (f)));
}

static gboolean
is_searched (gpointer data)
{
  return count (data, CVN_BOOKING_PAID) == 2 && count (data, CVN_BOOKING_CONFIRMED) == 0;
}

/* The list has what the board has: 20 bookings of 2020, two of them packs for the contract researchers; what is chosen, searched for and moved in the one is so in the other. */
static void
test_list (Fixture      *f,
           gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    n += count (f, (CvnBookingState) i);
  g_assert_cmpuint (n, ==, 20);
  cvn_board_column_enter (cvn_board_view_get_column (get_board (f), CVN_BOOKING_CONFIRMED));
  cvn_board_view_show_list (get_board (f), TRUE);
  g_assert_cmpuint (count_rows (f), ==, n);
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (cvn_board_view_get_list (get_board (f))), GTK_TYPE_LABEL, "Invoiced 16 Nov 2020 · Paid 30 Nov 2020"));
  cvn_ui_settle (f->sample.window);
  cvn_ui_key ("ctrl+Left");
  cvn_board_view_show_list (get_board (f), FALSE);
  cvn_ui_assert_eventually (is_quoted, f);
  cvn_board_view_show_list (get_board (f), TRUE);
  cvn_ui_settle (f->sample.window);
  gtk_widget_activate_action (GTK_WIDGET (get_board (f)), "board.to", "s", "booked");
  cvn_board_view_show_list (get_board (f), FALSE);
  cvn_ui_assert_eventually (is_confirmed, f);
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_type ("pack contract");
  cvn_ui_assert_eventually (is_searched, f);
  cvn_board_view_show_list (get_board (f), TRUE);
  g_assert_cmpuint (count_rows (f), ==, 2);
}

static gboolean
is_searching (gpointer data)
{
  Fixture   *f = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->sample.window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* From a card, from the tabs above the board and from nowhere at all, one key goes to the words. */
static void
test_find (Fixture      *f,
           gconstpointer data)
{
  GtkWidget *tabs = find_type (GTK_WIDGET (f->page), ADW_TYPE_VIEW_SWITCHER);

  cvn_board_column_enter (cvn_board_view_get_column (get_board (f), CVN_BOOKING_CONFIRMED));
  g_assert_false (is_searching (f));
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_assert_eventually (is_searching, f);
  g_assert_true (gtk_widget_child_focus (tabs, GTK_DIR_TAB_FORWARD));
  g_assert_false (is_searching (f));
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_assert_eventually (is_searching, f);
  gtk_window_set_focus (GTK_WINDOW (f->sample.window), NULL);
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_assert_eventually (is_searching, f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/programmes-page/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/ui/programmes-page/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/programmes-page/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/ui/programmes-page/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/ui/programmes-page/find", Fixture, NULL, set_up, test_find, tear_down);
  return cvn_watchdog_run_tests ();
}
