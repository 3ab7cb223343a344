/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-calendar"

#include "cvn-code-name.h"
#include "cvn-event-chip.h"
#include "cvn-event-operations.h"
#include "cvn-event-row.h"
#include "events-support.h"
#include "store-support.h"
#include "watchdog.h"

#include <string.h>

/* Month, week and list: what each shows of long events and of clashes, and that each moves events. */

static CvnEventCalendar *
get_events (CvnEventsFixture *f)
{
  return cvn_calendar_view_get_calendar (cvn_events_fixture_get_calendar (f));
}

/* It is made when an event is first opened. */
static CvnEventView *
get_view (CvnEventsFixture *f)
{
  return cvn_events_page_get_event (CVN_EVENTS_PAGE (f->page));
}

typedef struct
{
  CvnEventsFixture *f;
  const char       *starts;
} Beginning;

static CvnEventItem *
find_item (const Beginning *beginning)
{
  CvnEventCalendar *calendar = get_events (beginning->f);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (calendar)); i++)
    if (strcmp (cvn_event_item_get_starts (cvn_event_calendar_get (calendar, i)), beginning->starts) == 0)
      return cvn_event_calendar_get (calendar, i);
  return NULL;
}

static gboolean
is_found (gpointer data)
{
  return find_item (data) != NULL;
}

/* The chips on the screen of an event; each says in full when it is. */
static guint
count_chips (GtkWidget  *root,
             const char *id,
             const char *words)
{
  guint n = 0;

  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return 0;
  if (CVN_IS_EVENT_CHIP (root) && strcmp (cvn_event_item_get_id (cvn_event_chip_get_item (CVN_EVENT_CHIP (root))), id) == 0)
    {
      const char      *sentence = cvn_event_item_get_sentence (cvn_event_chip_get_item (CVN_EVENT_CHIP (root)));
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);

      g_assert_null (wrong);
      g_assert_nonnull (strstr (sentence, words));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_chips (child, id, words);
  return n;
}

/* (nullable): the first label on the screen with these words in it. */
static GtkWidget *
find_words (GtkWidget  *root,
            const char *words)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_words (child, words);
  return found;
}

typedef struct
{
  GtkWidget  *root;
  const char *words;
} Words;

static gboolean
are_said (gpointer data)
{
  Words *words = data;

  return find_words (words->root, words->words) != NULL;
}

/* Of the sample: the night in which the clock goes back lasts seven hours, and a congress lasts two days, wherever they are shown. */
static void
test_long (CvnEventsFixture *f,
           gconstpointer     data)
{
  static const struct
  {
    const char *starts;
    CvnDate     day;
    const char *when;
    const char *duration;
  } cases[] = {
    { "2019-10-26T22:00", { 2019, 10, 26 }, "Sat 26 October 2019, 22:00 – Sun 27 October 2019, 04:00 (7 hours, the clock changes)", "7 hours" },
    { "2018-09-28T09:00", { 2018, 9, 28 }, "Fri 28 September 2018, 09:00 – Sat 29 September 2018, 18:00", "2 days" },
  };
  CvnCalendarView *calendar = cvn_events_fixture_get_calendar (f);
  CvnEventView    *view;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Beginning        beginning = { f, cases[i].starts };
      Words            words = { GTK_WIDGET (calendar), cases[i].when };
      g_autofree char *id = NULL;

      cvn_calendar_view_set_mode (calendar, CVN_CALENDAR_MONTH);
      cvn_calendar_view_show_day (calendar, cases[i].day);
      cvn_ui_assert_eventually (is_found, &beginning);
      cvn_ui_settle (f->sample.window);
      id = g_strdup (cvn_event_item_get_id (find_item (&beginning)));
      g_assert_cmpuint (count_chips (GTK_WIDGET (calendar), id, cases[i].when), ==, 2);
      cvn_calendar_view_set_mode (calendar, CVN_CALENDAR_WEEK);
      cvn_ui_settle (f->sample.window);
      g_assert_cmpuint (count_chips (GTK_WIDGET (calendar), id, cases[i].when), ==, 2);
      cvn_calendar_view_set_mode (calendar, CVN_CALENDAR_LIST);
      cvn_calendar_view_focus_event (calendar, id, cases[i].day);
      cvn_ui_assert_eventually (are_said, &words);
      g_assert_true (cvn_page_open_record (f->page, "event", id));
      cvn_ui_assert_eventually (cvn_events_is_loaded, f);
      view = get_view (f);
      words.root = GTK_WIDGET (view);
      cvn_ui_assert_eventually (are_said, &words);
      cvn_event_view_show_part (view, "closing");
      words.words = cases[i].duration;
      words.root = cvn_event_view_get_part (view, "closing");
      cvn_ui_assert_eventually (are_said, &words);
      cvn_page_go_back (f->page);
    }
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

/* In a week, keys and a drop move an event, and each move is one step back. */
static void
test_week (CvnEventsFixture *f,
           gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  g_autofree char *text = g_strdup_printf ("2020-12-17 %s", id);
  g_auto (GValue) value = G_VALUE_INIT;
  CvnCalendarView *calendar = cvn_events_fixture_get_calendar (f);
  CvnExpectedDay   expected = { f, id, { 2020, 12, 17 } };
  GtkWidget       *column;
  gboolean         taken = FALSE;

  cvn_calendar_view_show_day (calendar, expected.day);
  cvn_calendar_view_set_mode (calendar, CVN_CALENDAR_WEEK);
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_settle (f->sample.window);
  gtk_widget_grab_focus (cvn_calendar_view_find_event (calendar, id));
  cvn_ui_key ("ctrl+Left");
  expected.day.day = 16;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  cvn_ui_key ("ctrl+Down");
  expected.day.day = 23;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  cvn_events_fixture_undo (f);
  cvn_events_fixture_undo (f);
  expected.day.day = 17;
  cvn_calendar_view_show_day (calendar, expected.day);
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_settle (f->sample.window);
  column = gtk_widget_get_next_sibling (gtk_widget_get_ancestor (cvn_calendar_view_find_event (calendar, id), g_type_from_name ("CvnDayColumn")));
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_signal_emit_by_name (find_drop_target (column), "drop", &value, 4.0, 4.0, &taken);
  g_assert_true (taken);
  expected.day.day = 18;
  cvn_ui_assert_eventually (cvn_events_has_focus, &expected);
  cvn_events_fixture_undo (f);
  expected.day.day = 17;
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
}

/* The events of the whole year have come, and not only those of the month that was shown before. */
static gboolean
is_year_there (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_events (data))) > 8;
}

static GtkListView *
find_list (GtkWidget *widget)
{
  GtkListView *found = GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget) ? GTK_LIST_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* The event is on its day in the list, and it is the one that keys are for. */
static gboolean
is_selected_on_day (gpointer data)
{
  CvnExpectedDay *expected = data;
  GtkListView    *list = find_list (GTK_WIDGET (cvn_events_fixture_get_calendar (expected->f)));
  CvnEventItem   *item = list != NULL ? gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list))) : NULL;

  return cvn_events_is_on_day (data) && item != NULL && g_str_equal (cvn_event_item_get_id (item), expected->id);
}

static gboolean
has_keyboard (GtkWidget *list)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  return focus != NULL && gtk_widget_is_ancestor (focus, list);
}

/* A list has no days to drop on: there the keys move an event. */
static void
test_list (CvnEventsFixture *f,
           gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  CvnCalendarView *calendar = cvn_events_fixture_get_calendar (f);
  CvnExpectedDay   expected = { f, id, { 2020, 12, 17 } };

  cvn_calendar_view_set_mode (calendar, CVN_CALENDAR_LIST);
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_assert_eventually (is_year_there, f);
  cvn_ui_settle (f->sample.window);
  cvn_calendar_view_focus_event (calendar, id, expected.day);
  cvn_ui_assert_eventually (is_selected_on_day, &expected);
  cvn_ui_key ("ctrl+Right");
  expected.day.day = 18;
  /* As soon as it has moved, the next key is for it again. */
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  g_assert_true (is_selected_on_day (&expected));
  g_assert_true (has_keyboard (GTK_WIDGET (find_list (GTK_WIDGET (calendar)))));
  cvn_ui_key ("ctrl+Up");
  expected.day.day = 11;
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  /* Nor is a key lost that comes while a move is being written. */
  cvn_ui_key ("ctrl+Left");
  cvn_ui_key ("ctrl+Left");
  cvn_ui_key ("ctrl+Left");
  expected.day.day = 8;
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  for (guint i = 0; i < 3; i++)
    cvn_events_fixture_undo (f);
  cvn_events_fixture_undo (f);
  cvn_events_fixture_undo (f);
  expected.day.day = 17;
  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
}

/* While an event is held over a day, what speaks against that day is said; nothing is written. */
static void
test_hover (CvnEventsFixture *f,
            gconstpointer     data)
{
  static const struct
  {
    int         days;
    const char *words;
  } cases[] = {
    { 8, "25 December 2020 is a public holiday: Christmas Day." },
    { -7, "For the same people in the same week: “Online year-end meeting for partners”" },
    { 101, "On this day the clock goes forward and skips 02:30." },
  };
  CvnStore        *store = cvn_centre_get_store (f->sample.centre);
  g_autofree char *id = cvn_events_fixture_make_event (f);
  g_autofree char *night = cvn_events_fixture_run (f, cvn_event_copy_new (id, "2020-12-17T02:30", FALSE));
  CvnCalendarView *calendar = cvn_events_fixture_get_calendar (f);
  CvnExpectedDay   expected = { f, night, { 2020, 12, 17 } };
  g_autoptr (CvnRecord) before = cvn_test_get (store, "event", night);
  g_autoptr (CvnRecord) after = NULL;
  GtkWidget *chip;

  cvn_ui_assert_eventually (cvn_events_is_on_day, &expected);
  cvn_ui_settle (f->sample.window);
  chip = cvn_calendar_view_find_event (calendar, night);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) clashes = cvn_event_calendar_find_clashes (get_events (f), night, cases[i].days);

      for (guint k = 0; clashes[k] != NULL; k++)
        g_test_message ("%d: %s", cases[i].days, clashes[k]);
      gtk_widget_activate_action (chip, "events.hover", "(si)", night, cases[i].days);
      g_assert_nonnull (find_words (GTK_WIDGET (calendar), cases[i].words));
    }
  cvn_register_fixture_picture (&f->sample, "events-hover");
  gtk_widget_activate_action (chip, "events.hover", "(si)", night, 11);
  g_assert_nonnull (find_words (GTK_WIDGET (calendar), "Mon 28 December 2020"));
  g_assert_null (find_words (GTK_WIDGET (calendar), "public holiday"));
  gtk_widget_activate_action (chip, "events.hover", "(si)", "", 0);
  g_assert_null (find_words (GTK_WIDGET (calendar), "Mon 28 December 2020"));
  after = cvn_test_get (store, "event", night);
  g_assert_true (cvn_record_equal (before, after));
}

static void
edit (CvnEventsFixture *f,
      const char       *id,
      const char       *field,
      const char       *text)
{
  CvnStore *store = cvn_centre_get_store (f->sample.centre);
  g_autoptr (CvnRecord) before = cvn_test_get (store, "event", id);
  g_autoptr (CvnRecord) after = cvn_record_copy (before);
  g_autoptr (CvnChangeSet) change = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("event"), NULL);

  cvn_record_set_text (after, field, text);
  cvn_change_set_edit (change, before, after);
  g_assert_cmpint (cvn_store_apply (store, change, NULL), >, 0);
}

typedef struct
{
  CvnEventsFixture *f;
  const char       *id;
  const char       *stage;
} Stage;

static gboolean
has_stage (gpointer data)
{
  Stage        *stage = data;
  CvnEventItem *item = cvn_event_calendar_find (get_events (stage->f), stage->id);

  return item != NULL && g_strcmp0 (cvn_event_item_get_stage (item), stage->stage) == 0;
}

/* Stages are records of several schemes: an event can be in one that only the scheme of six has, and in one that both have. */
static void
test_stages (CvnEventsFixture *f,
             gconstpointer     data)
{
  static const char *const expected[] = { "talent", "orientation", "coming", "settling", "living", "leaving" };
  const CvnKind           *event = cvn_kind_find ("event");
  g_autoptr (GPtrArray) names = cvn_centre_list_names (f->sample.centre, &event->fields[cvn_kind_find_field (event, "life_stage")]);
  g_autofree char *id = cvn_events_fixture_make_event (f);
  Stage            stage = { f, id, "Orientation" };
  Words            words = { NULL, "Orientation" };

  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < names->len; i++)
    g_assert_cmpstr (((CvnCodeName *) names->pdata[i])->code, ==, expected[i]);
  edit (f, id, "life_stage", "orientation");
  cvn_ui_assert_eventually (has_stage, &stage);
  cvn_event_calendar_set_filter (get_events (f), "life_stage", "orientation");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_events (f))), ==, 1);
  g_assert_cmpuint (cvn_event_calendar_get_n_hidden (get_events (f)), >, 0);
  g_assert_nonnull (find_words (GTK_WIDGET (cvn_events_fixture_get_calendar (f)), "hidden by the filters"));
  g_assert_true (cvn_page_open_record (f->page, "event", id));
  words.root = GTK_WIDGET (get_view (f));
  cvn_ui_assert_eventually (are_said, &words);
  edit (f, id, "life_stage", "coming");
  words.words = "Coming in";
  cvn_ui_assert_eventually (are_said, &words);
  cvn_page_go_back (f->page);
  gtk_widget_activate_action (GTK_WIDGET (cvn_events_fixture_get_calendar (f)), "calendar.clear-filters", NULL);
  g_assert_cmpuint (cvn_event_calendar_get_n_hidden (get_events (f)), ==, 0);
}

/* From any month and view, one key comes back to today. */
static void
test_today (CvnEventsFixture *f,
            gconstpointer     data)
{
  CvnCalendarView *calendar = cvn_events_fixture_get_calendar (f);

  for (CvnCalendarMode mode = 0; mode < CVN_CALENDAR_N_MODES; mode++)
    {
      CvnDate there = { 2019, 3, 14 };
      CvnDate today = cvn_event_calendar_get_today (get_events (f));
      CvnDate day;

      cvn_calendar_view_set_mode (calendar, mode);
      cvn_calendar_view_show_day (calendar, there);
      cvn_ui_key ("alt+Home");
      cvn_ui_settle (f->sample.window);
      day = cvn_calendar_view_get_day (calendar);
      g_assert_cmpint (cvn_date_compare (&day, &today), ==, 0);
    }
}

/* The row that has the focus is there, and in sight: it is the last of the list, for which it has to scroll. */
static gboolean
is_row_in_sight (gpointer data)
{
  GtkWidget      *focus = gtk_window_get_focus (GTK_WINDOW (((CvnEventsFixture *) data)->sample.window));
  GtkWidget      *view = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) : NULL;
  GtkAdjustment  *scroll = view != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)) : NULL;
  graphene_rect_t bounds;

  return view != NULL && focus != view && gtk_adjustment_get_value (scroll) > 0 && gtk_widget_compute_bounds (focus, view, &bounds) &&
         bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (view);
}

typedef struct
{
  CvnEventsFixture *f;
  const char       *id;
  const char       *title;
} Title;

static gboolean
has_title (gpointer data)
{
  Title        *title = data;
  CvnEventItem *item = cvn_event_calendar_find (get_events (title->f), title->id);

  return item != NULL && strcmp (cvn_event_item_get_title (item), title->title) == 0;
}

/* (nullable): the row of the list that has these words in it. */
static GtkWidget *
find_row (CvnEventsFixture *f,
          const char       *words)
{
  GtkWidget *label = cvn_ui_find_text (GTK_WIDGET (cvn_events_fixture_get_calendar (f)), GTK_TYPE_LABEL, words);

  return label != NULL ? gtk_widget_get_ancestor (label, CVN_TYPE_EVENT_ROW) : NULL;
}

/* Who comes back from an event to the list is at its row, however far down that is. An event that was edited while its view covered
 * the list has changed its own row there: the other rows, what is chosen and what was scrolled to are as they were. */
static void
test_back_to_list (CvnEventsFixture *f,
                   gconstpointer     data)
{
  CvnCalendarView  *calendar = cvn_events_fixture_get_calendar (f);
  CvnEventCalendar *events = get_events (f);
  guint             n;
  g_autofree char  *id = NULL;
  g_autofree char  *other = NULL;
  Title             title = { f, NULL, "Another title" };
  GtkListView      *list;
  gpointer          kept;
  double            scrolled;

  cvn_calendar_view_set_mode (calendar, CVN_CALENDAR_LIST);
  cvn_ui_settle (f->sample.window);
  n = g_list_model_get_n_items (G_LIST_MODEL (events));
  g_assert_cmpuint (n, >, 4);
  title.id = id = g_strdup (cvn_event_item_get_id (cvn_event_calendar_get (events, n - 1)));
  other = g_strdup (cvn_event_item_get_title (cvn_event_calendar_get (events, n - 4)));
  cvn_calendar_view_focus_event (calendar, id, cvn_event_item_get_first (cvn_event_calendar_get (events, n - 1)));
  cvn_ui_assert_eventually (is_row_in_sight, f);
  kept = find_row (f, other);
  g_assert_nonnull (kept);
  list = GTK_LIST_VIEW (gtk_widget_get_ancestor (kept, GTK_TYPE_LIST_VIEW));
  scrolled = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
  g_object_add_weak_pointer (kept, &kept);
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (cvn_events_is_loaded, f);
  cvn_ui_settle (f->sample.window);
  g_assert_false (is_row_in_sight (f));
  edit (f, id, "title_en", title.title);
  cvn_ui_assert_eventually (has_title, &title);
  g_assert_nonnull (kept);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list))), ==, n - 1);
  cvn_page_go_back (f->page);
  cvn_ui_assert_eventually (is_row_in_sight, f);
  g_assert_true (kept != NULL && find_row (f, other) == kept);
  g_assert_nonnull (find_row (f, title.title));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))), scrolled, 1);
  g_clear_weak_pointer (&kept);
}

/* The button below @root with this icon that opens something. */
static GtkWidget *
find_menu (GtkWidget  *root,
           const char *icon)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (root) && g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (root)), icon) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_menu (child, icon);
  return found;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* The filters are made when they are asked for. Who closes the window while they are open leaves nothing behind: the fixture
 * proves that the window is gone. */
static void
test_open_filter (CvnEventsFixture *f,
                  gconstpointer     data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_menu (GTK_WIDGET (cvn_events_fixture_get_calendar (f)), "cvn-filter-symbolic"));
  GtkWidget     *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));

  g_assert_null (cvn_ui_find_text (popover, GTK_TYPE_LABEL, "Life stage"));
  gtk_menu_button_popup (button);
  cvn_ui_assert_eventually (is_mapped, popover);
  cvn_ui_settle (f->sample.window);
  g_assert_nonnull (cvn_ui_find_text (popover, GTK_TYPE_LABEL, "Life stage"));
}

typedef struct
{
  CvnEventsFixture *f;
  const char       *label;
} Template;

/* The first entry below "From a Template" is called so. */
static gboolean
is_template_called (gpointer data)
{
  Template *template = data;
  GtkMenuButton *button = GTK_MENU_BUTTON (find_menu (GTK_WIDGET (cvn_events_fixture_get_calendar (template->f)), "list-add-symbolic"));
  g_autoptr (GMenuModel) entries = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (button), 1, G_MENU_LINK_SECTION);
  g_autofree char *label = NULL;

  if (g_menu_model_get_n_items (entries) > 0)
    g_menu_model_get_item_attribute (entries, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return g_strcmp0 (label, template->label) == 0;
}

/* In the menu an underscore in the title of a template stays one, and makes no mnemonic of what comes after it. */
static void
test_template_label (CvnEventsFixture *f,
                     gconstpointer     data)
{
  g_autofree char *id = cvn_events_fixture_make_event (f);
  g_autofree char *made = cvn_events_fixture_run (f, cvn_event_copy_new (id, "2020-12-17T15:00", TRUE));
  Template template = { f, "Inloop__avond__" };

  edit (f, made, "title_en", "Inloop_avond_");
  cvn_ui_assert_eventually (is_template_called, &template);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (CvnEventsFixture *, gconstpointer);
  } tests[] = {
    { "long-events", test_long },
    { "week", test_week },
    { "list", test_list },
    { "hover", test_hover },
    { "stages", test_stages },
    { "today", test_today },
    { "open-filter", test_open_filter },
    { "back-to-list", test_back_to_list },
    { "template-label", test_template_label },
  };

  cvn_ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/calendar/", tests[i].name, NULL);

      g_test_add (path, CvnEventsFixture, NULL, cvn_events_fixture_open, tests[i].func, cvn_events_fixture_close);
    }
  return cvn_watchdog_run_tests ();
}
