/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-events-page"

#include "cvn-event-chip.h"
#include "cvn-event-operations.h"
#include "cvn-signups-view.h"
#include "events-support.h"
#include "watchdog.h"

#include <string.h>

/* The page of events over the sample centre, in a window: moving by keyboard, attendance, publications, and back again. */

static void
test_move (CvnEventsFixture *f,
           gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  CvnExpectedDay   expected = { f, id, { 2020, 12, 17 } };

  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_settle (f->sample.window);
  gtk_widget_grab_focus (cvn_calendar_view_find_event (cvn_events_fixture_get_calendar (f), id));
  cvn_ui_key ("ctrl+Right");
  expected.day.day = 18;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  cvn_ui_key ("ctrl+Down");
  expected.day.day = 25;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  cvn_ui_key ("ctrl+Up");
  expected.day.day = 18;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  cvn_events_fixture_undo (f);
  cvn_events_fixture_undo (f);
  cvn_events_fixture_undo (f);
  expected.day.day = 17;
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

/* What the chip hands to a drag, dropped on another day, moves the event as the keys do: the same step with the same words. */
static void
test_drop (CvnEventsFixture *f,
           gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  g_autofree char *text = g_strdup_printf ("2020-12-17 %s", id);
  g_autofree char *dragged = NULL;
  g_autofree char *keyed = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  CvnExpectedDay    expected = { f, id, { 2020, 12, 17 } };
  CvnEventCalendar *calendar = cvn_calendar_view_get_calendar (cvn_events_fixture_get_calendar (f));
  GtkWidget        *cell;
  gboolean          taken = FALSE;

  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_settle (f->sample.window);
  for (cell = cvn_calendar_view_find_event (cvn_events_fixture_get_calendar (f), id); g_strcmp0 (gtk_widget_get_css_name (cell), "daycell") != 0;)
    cell = gtk_widget_get_parent (cell);
  for (guint i = 0; i < 6; i++) /* five days, and the number of the next week between them */
    cell = gtk_widget_get_next_sibling (cell);
  g_assert_cmpstr (gtk_widget_get_css_name (cell), ==, "daycell");
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_signal_emit_by_name (find_drop_target (cell), "drop", &value, 4.0, 4.0, &taken);
  g_assert_true (taken);
  expected.day.day = 22;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  g_object_get (f->sample.centre, "undo-label", &dragged, NULL);
  cvn_events_fixture_undo (f);
  expected.day.day = 17;
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "events.move", "(si)", id, 5);
  expected.day.day = 22;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  g_object_get (f->sample.centre, "undo-label", &keyed, NULL);
  g_assert_cmpstr (dragged, ==, keyed);
  g_assert_nonnull (cvn_event_calendar_find (calendar, id));
}

/* Month, week and list are of one calendar; each shows the event. */
static void
test_views (CvnEventsFixture *f,
            gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  CvnExpectedDay   expected = { f, id, { 2020, 12, 17 } };

  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_settle (f->sample.window);
  g_assert_nonnull (cvn_calendar_view_find_event (cvn_events_fixture_get_calendar (f), id));
  cvn_calendar_view_show_day (cvn_events_fixture_get_calendar (f), expected.day);
  cvn_calendar_view_set_mode (cvn_events_fixture_get_calendar (f), CVN_CALENDAR_WEEK);
  cvn_ui_settle (f->sample.window);
  g_assert_nonnull (cvn_calendar_view_find_event (cvn_events_fixture_get_calendar (f), id));
  cvn_register_fixture_picture (&f->sample, "events-week");
  cvn_calendar_view_set_mode (cvn_events_fixture_get_calendar (f), CVN_CALENDAR_LIST);
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_settle (f->sample.window);
  cvn_register_fixture_picture (&f->sample, "events-list");
}

typedef struct
{
  CvnEventsFixture *f;
  const char       *column;
  gint64            value;
} Total;

static gboolean
has_total (gpointer data)
{
  Total *total = data;
  gint64 value;

  return cvn_events_is_loaded (total->f) && cvn_event_sheet_get_total (cvn_events_fixture_get_sheet (total->f), total->column, &value) && value == total->value;
}

static void
sign_up (CvnEventsFixture *f,
         const char       *id,
         gint64            people)
{
  g_autoptr (CvnRecord) signup = cvn_record_new (cvn_kind_find ("event_signup"));
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (signup, "event", id);
  cvn_record_set_text (signup, "label", "Gezin");
  cvn_record_set_integer (signup, "party", people);
  operation = cvn_event_sign_up_new (signup, "2020-12-01");
  cvn_operation_run (operation, cvn_centre_get_store (f->sample.centre), &error);
  g_assert_no_error (error);
}

/* Feature 41: one key for each party, and a digit for a part of one; undone, nothing of it is left. */
static void
test_attendance (CvnEventsFixture *f,
                 gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  Total            total = { f, "signed_up", 6 };
  CvnSignupsView  *signups;

  for (gint64 people = 1; people <= 3; people++)
    sign_up (f, id, people);
  g_assert_true (cvn_page_open_record (f->page, "event", id));
  signups = CVN_SIGNUPS_VIEW (cvn_event_view_get_part (cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page)), "signups"));
  cvn_event_view_show_part (cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page)), "signups");
  cvn_ui_assert_eventually (has_total, &total);
  cvn_ui_settle (f->sample.window);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (cvn_signups_view_get_list (signups)), 0)));
  cvn_ui_key ("Return");
  total = (Total){ f, "attended", 1 };
  cvn_ui_assert_eventually (has_total, &total);
  cvn_ui_key ("space");
  total.value = 3;
  cvn_ui_assert_eventually (has_total, &total);
  cvn_ui_key ("Down");
  cvn_ui_key ("2");
  total.value = 5;
  cvn_ui_assert_eventually (has_total, &total);
  cvn_register_fixture_picture (&f->sample, "events-attendance");
  cvn_events_fixture_undo (f);
  total.value = 3;
  cvn_ui_assert_eventually (has_total, &total);
  cvn_page_go_back (f->page);
}

typedef struct
{
  CvnEventsFixture *f;
  GtkWidget        *entry;
  const char       *text;
} Said;

static gboolean
says (gpointer data)
{
  Said *said = data;

  return cvn_events_is_loaded (said->f) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (said->entry)), said->text);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* The after-event sheet counts along while sign-ups are ticked, until somebody types another number. */
static void
test_closing_counts (CvnEventsFixture *f,
                     gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  Total            total = { f, "signed_up", 3 };
  CvnEventView    *view;
  g_autofree char *signup = NULL;
  Said             said = { f, NULL, "" };

  g_assert_true (cvn_page_open_record (f->page, "event", id));
  view = cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page));
  said.entry = find_type (cvn_event_view_get_part (view, "closing"), ADW_TYPE_ENTRY_ROW);
  cvn_ui_assert_eventually (says, &said);
  sign_up (f, id, 3);
  cvn_ui_assert_eventually (has_total, &total);
  signup = g_strdup (cvn_record_get_id (cvn_event_sheet_get_parts (cvn_events_fixture_get_sheet (f), "event_signup")->pdata[0]));
  g_free (cvn_events_fixture_run (f, cvn_event_attend_new (signup, 2)));
  said.text = "2";
  cvn_ui_assert_eventually (says, &said);
  gtk_editable_set_text (GTK_EDITABLE (said.entry), "1");
  g_free (cvn_events_fixture_run (f, cvn_event_attend_new (signup, 3)));
  total = (Total){ f, "attended", 3 };
  cvn_ui_assert_eventually (has_total, &total);
  said.text = "1";
  g_assert_true (says (&said));
}

static gboolean
is_scrolled_to_end (gpointer data)
{
  GtkAdjustment *adjustment = data;
  double         last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return last > 1 && gtk_adjustment_get_value (adjustment) >= last - 1;
}

/* At 360 pixels the words of six parts scroll: that of the part that is shown is in sight. */
static void
test_narrow_parts (CvnEventsFixture *f,
                   gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  CvnEventView    *view;
  GtkWidget       *tabs;

  g_assert_true (cvn_page_open_record (f->page, "event", id));
  cvn_ui_assert_eventually (cvn_events_is_loaded, f);
  view = cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page));
  tabs = gtk_widget_get_ancestor (find_type (GTK_WIDGET (view), ADW_TYPE_VIEW_SWITCHER), GTK_TYPE_SCROLLED_WINDOW);
  cvn_event_view_show_part (view, "closing");
  cvn_ui_assert_eventually (is_scrolled_to_end, gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (tabs)));
}

/* Back from the form of a new sponsor is back to the event and its costs, and from there to the calendar. */
static void
test_back_to_event (CvnEventsFixture *f,
                    gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  CvnEventView    *view;

  g_assert_true (cvn_page_open_record (f->page, "event", id));
  cvn_ui_assert_eventually (cvn_events_is_loaded, f);
  view = cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page));
  cvn_event_view_show_part (view, "costs");
  gtk_widget_activate_action (GTK_WIDGET (f->page), "events.add-part", "(ss)", "event_partner", id);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  cvn_page_go_back (f->page);
  g_assert_true (gtk_widget_get_mapped (cvn_event_view_get_part (view, "costs")));
  cvn_page_go_back (f->page);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (cvn_events_fixture_get_calendar (f))));
}

static gboolean
is_new_event (gpointer data)
{
  CvnEventsFixture *f = data;

  return cvn_events_is_loaded (f) && g_strcmp0 (cvn_record_get_text (cvn_event_sheet_get_record (cvn_events_fixture_get_sheet (f)), "starts"), "2020-12-21T15:00") == 0;
}

/* An event made of a template opens on the day that the calendar shows; a template itself is on no day. */
static void
test_template (CvnEventsFixture *f,
               gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  CvnExpectedDay   expected = { f, id, { 2020, 12, 17 } };
  g_autoptr (CvnOperation) operation = cvn_event_copy_new (id, "2020-12-17T15:00", TRUE);
  g_autoptr (GError) error = NULL;
  CvnEventCalendar *calendar = cvn_calendar_view_get_calendar (cvn_events_fixture_get_calendar (f));
  guint             n;

  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  n = g_list_model_get_n_items (G_LIST_MODEL (calendar));
  cvn_operation_run (operation, cvn_centre_get_store (f->sample.centre), &error);
  g_assert_no_error (error);
  cvn_calendar_view_show_day (cvn_events_fixture_get_calendar (f), (CvnDate){ 2020, 12, 21 });
  gtk_widget_activate_action (GTK_WIDGET (f->page), "events.from-template", "(ss)", cvn_operation_get_id (operation), "2020-12-17T15:00");
  cvn_ui_assert_eventually (is_new_event, f);
  cvn_page_go_back (f->page);
  expected = (CvnExpectedDay){ f, cvn_event_sheet_get_id (cvn_events_fixture_get_sheet (f)), { 2020, 12, 21 } };
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (calendar)), ==, n + 1);
}

/* A part is made when it is looked at, of what is there by then; what lies below another part costs no style. */
static void
test_makes_parts (CvnEventsFixture *f,
                  gconstpointer     data)
{
  static const char *const names[] = { "signups", "publications", "tasks", "costs", "closing" };
  g_autofree char         *id = cvn_events_fixture_make_event (f);
  CvnEventView            *view;
  GtkWidget               *before;

  g_assert_true (cvn_page_open_record (f->page, "event", id));
  cvn_ui_assert_eventually (cvn_events_is_loaded, f);
  cvn_ui_settle (f->sample.window);
  view = cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page));
  g_assert_null (find_type (GTK_WIDGET (view), CVN_TYPE_SIGNUPS_VIEW));
  before = cvn_event_view_get_part (view, "details");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *part = cvn_event_view_get_part (view, names[i]);

      g_assert_false (gtk_widget_get_visible (part));
      cvn_event_view_show_part (view, names[i]);
      cvn_ui_settle (f->sample.window);
      g_assert_true (gtk_widget_get_mapped (part));
      g_assert_false (gtk_widget_get_visible (before));
      g_assert_true (cvn_event_view_get_part (view, names[i]) == part);
      before = part;
    }
  g_assert_cmpstr (cvn_signups_view_get_message (CVN_SIGNUPS_VIEW (cvn_event_view_get_part (view, "signups"))), !=, "");
}

typedef struct
{
  CvnEventsFixture *f;
  const char       *order;
} Order;

static gboolean
has_order (gpointer data)
{
  Order     *order = data;
  GPtrArray *tasks = cvn_events_is_loaded (order->f) ? cvn_event_sheet_get_parts (cvn_events_fixture_get_sheet (order->f), "task") : NULL;
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    g_string_append (titles, cvn_record_get_text (tasks->pdata[i], "title"));
  return strcmp (titles->str, order->order) == 0;
}

/* Tasks are put in another order by keyboard, and the one that was moved keeps the focus. */
static void
test_tasks (CvnEventsFixture *f,
            gconstpointer     data)
{
  static const char *const titles[] = { "A", "B", "C" };
  g_autofree char         *id = cvn_events_fixture_make_event (f);
  Order                    order = { f, "ABC" };
  CvnEventView            *view;
  GtkWidget               *label;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CvnRecord) task = cvn_record_new (cvn_kind_find ("task"));

      cvn_record_set_text (task, "title", titles[i]);
      cvn_record_set_text (task, "event", id);
      g_free (cvn_events_fixture_run (f, cvn_task_add_new (task)));
    }
  g_assert_true (cvn_page_open_record (f->page, "event", id));
  view = cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page));
  cvn_event_view_show_part (view, "tasks");
  cvn_ui_assert_eventually (has_order, &order);
  cvn_ui_settle (f->sample.window);
  label = cvn_ui_find_text (cvn_event_view_get_part (view, "tasks"), GTK_TYPE_LABEL, "A");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  cvn_ui_key ("ctrl+Down");
  order.order = "BAC";
  cvn_ui_assert_eventually (has_order, &order);
  cvn_ui_settle (f->sample.window);
  cvn_ui_key ("ctrl+Down");
  order.order = "BCA";
  cvn_ui_assert_eventually (has_order, &order);
  cvn_events_fixture_undo (f);
  cvn_events_fixture_undo (f);
  order.order = "ABC";
  cvn_ui_assert_eventually (has_order, &order);
}

/* The form of a new event opens in a window of 360 pixels, border and all: nothing in or behind it makes the window wider. The list
 * that it covers makes no rows before it is seen. */
static void
test_narrow (CvnEventsFixture *f,
             gconstpointer     data)
{
  int least;

  cvn_page_add (f->page);
  cvn_ui_settle (f->sample.window);
  gtk_widget_measure (GTK_WIDGET (f->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 352);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (find_type (GTK_WIDGET (f->page), GTK_TYPE_COLUMN_VIEW))))), ==, 0);
  cvn_register_fixture_picture (&f->sample, "events-narrow-form");
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/events-page/move", CvnEventsFixture, NULL, cvn_events_fixture_open, test_move, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/drop", CvnEventsFixture, NULL, cvn_events_fixture_open, test_drop, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/views", CvnEventsFixture, NULL, cvn_events_fixture_open, test_views, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/attendance", CvnEventsFixture, NULL, cvn_events_fixture_open, test_attendance, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/closing-counts", CvnEventsFixture, NULL, cvn_events_fixture_open, test_closing_counts, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/back-to-event", CvnEventsFixture, NULL, cvn_events_fixture_open, test_back_to_event, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/narrow-parts", CvnEventsFixture, GINT_TO_POINTER (360), cvn_events_fixture_open, test_narrow_parts, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/template", CvnEventsFixture, NULL, cvn_events_fixture_open, test_template, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/makes-parts", CvnEventsFixture, NULL, cvn_events_fixture_open, test_makes_parts, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/tasks", CvnEventsFixture, NULL, cvn_events_fixture_open, test_tasks, cvn_events_fixture_close);
  g_test_add ("/ui/events-page/narrow-form", CvnEventsFixture, GINT_TO_POINTER (360), cvn_events_fixture_open, test_narrow, cvn_events_fixture_close);
  return cvn_watchdog_run_tests ();
}
