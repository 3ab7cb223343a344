/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-calendar-view"

#include "cvn-calendar-view.h"

#include "cvn-calendar-add.h"
#include "cvn-calendar-filter.h"
#include "cvn-event-list.h"
#include "cvn-month-view.h"
#include "cvn-month.h"
#include "cvn-move-hint.h"
#include "cvn-tab-stop.h"
#include "cvn-tooltip.h"
#include "cvn-week-view.h"

#include <glib/gi18n-lib.h>

struct _CvnCalendarView
{
  AdwBin parent_instance;

  CvnEventCalendar *calendar;
  CvnCalendarMode   mode;
  CvnDate           day;
  GtkLabel         *title;
  GtkStack         *stack;
  GtkToggleButton  *modes[CVN_CALENDAR_N_MODES];
  GtkWidget        *month;
  GtkWidget        *below; /* the events of the day chosen in a narrow month */
  GtkWidget        *week;
  GtkWidget        *list;
  GtkStack         *list_stack;
  GtkLabel         *hint;
  guint             narrowing;
  char             *wanted; /* id of the event that is to have the focus when it is on the day below */
  CvnDate           wanted_day;
};

static const struct
{
  const char *name;
  const char *title;
} mode_infos[CVN_CALENDAR_N_MODES] = {
  [CVN_CALENDAR_MONTH] = { "month", N_("Month") },
  [CVN_CALENDAR_WEEK] = { "week", N_("Week") },
  [CVN_CALENDAR_LIST] = { "list", N_("List") },
};

static guint turned_signal;

G_DEFINE_FINAL_TYPE (CvnCalendarView, cvn_calendar_view, ADW_TYPE_BIN)

static char *
dup_week_title (CvnDate day)
{
  int year;
  int week = cvn_date_iso_week (&day, &year);

  return g_strdup_printf (_("Week %1$d, %2$d"), week, year);
}

static void
update_title (CvnCalendarView *self)
{
  g_autofree char *title = NULL;

  switch (self->mode)
    {
    case CVN_CALENDAR_MONTH:
      title = cvn_month_format ((gint64) self->day.year * 12 + self->day.month - 1, cvn_interface_language ());
      break;
    case CVN_CALENDAR_WEEK:
      title = dup_week_title (self->day);
      break;
    case CVN_CALENDAR_LIST:
    case CVN_CALENDAR_N_MODES:
    default:
      title = g_strdup_printf ("%d", self->day.year);
    }
  gtk_label_set_text (self->title, title);
}

static void
get_period (CvnCalendarView *self,
            CvnDate         *from,
            CvnDate         *to)
{
  switch (self->mode)
    {
    case CVN_CALENDAR_MONTH:
    case CVN_CALENDAR_WEEK:
      /* The weeks of a month are read with it: turning from one to the other shows at once. */
      cvn_month_view_get_period (self->day, from, to);
      break;
    case CVN_CALENDAR_LIST:
    case CVN_CALENDAR_N_MODES:
    default:
      *from = (CvnDate){ self->day.year, 1, 1 };
      *to = (CvnDate){ self->day.year, 12, 31 };
    }
}

static void
fill_below (CvnCalendarView *self)
{
  gboolean   narrow = cvn_month_view_is_narrow (CVN_MONTH_VIEW (self->month));
  GtkWidget *child;

  gtk_widget_set_visible (self->below, narrow);
  while ((child = gtk_widget_get_first_child (self->below)) != NULL)
    gtk_box_remove (GTK_BOX (self->below), child);
  if (narrow)
    gtk_box_append (GTK_BOX (self->below), cvn_agenda_day_new (self->calendar, &self->day, TRUE));
}

static gboolean
narrowed_idle_cb (gpointer data)
{
  CvnCalendarView *self = data;

  self->narrowing = 0;
  fill_below (self);
  return G_SOURCE_REMOVE;
}

/* Sizes are being given out: what is below may only come and go after that. */
static void
narrowed_cb (CvnCalendarView *self)
{
  if (self->narrowing == 0)
    self->narrowing = g_idle_add (narrowed_idle_cb, self);
}

static void
turn (CvnCalendarView *self)
{
  CvnDate from;
  CvnDate to;

  get_period (self, &from, &to);
  cvn_event_calendar_set_period (self->calendar, from, to);
  if (self->mode == CVN_CALENDAR_MONTH)
    cvn_month_view_set_month (CVN_MONTH_VIEW (self->month), self->day);
  else if (self->mode == CVN_CALENDAR_WEEK)
    cvn_week_view_set_week (CVN_WEEK_VIEW (self->week), self->day);
  update_title (self);
  fill_below (self);
  g_signal_emit (self, turned_signal, 0);
}

/** cvn_calendar_view_get_day: the day that it was turned to, or that somebody went to in its month. */
CvnDate
cvn_calendar_view_get_day (CvnCalendarView *self)
{
  CvnDate day = cvn_month_view_get_day (CVN_MONTH_VIEW (self->month));

  return self->mode == CVN_CALENDAR_MONTH && day.year != 0 ? day : self->day;
}

/** cvn_calendar_view_show_day: turns to the month, week or year of @day. */
void
cvn_calendar_view_show_day (CvnCalendarView *self,
                            CvnDate          day)
{
  CvnDate before = cvn_calendar_view_get_day (self);

  if (day.year == 0 || cvn_date_compare (&before, &day) == 0)
    return;
  self->day = day;
  turn (self);
}

/** cvn_calendar_view_set_mode: shows another view of the same day. */
void
cvn_calendar_view_set_mode (CvnCalendarView *self,
                            CvnCalendarMode  mode)
{
  if (self->mode == mode)
    return;
  self->day = cvn_calendar_view_get_day (self);
  self->mode = mode;
  gtk_stack_set_visible_child_name (self->stack, mode_infos[mode].name);
  gtk_toggle_button_set_active (self->modes[mode], TRUE);
  turn (self);
}

/** cvn_calendar_view_get_mode: which view is shown. */
CvnCalendarMode
cvn_calendar_view_get_mode (CvnCalendarView *self)
{
  return self->mode;
}

/** cvn_calendar_view_get_calendar: what is shown, owned by the view. */
CvnEventCalendar *
cvn_calendar_view_get_calendar (CvnCalendarView *self)
{
  return self->calendar;
}

/** cvn_calendar_view_find_event: (nullable): what shows an event in the month or week. */
GtkWidget *
cvn_calendar_view_find_event (CvnCalendarView *self,
                              const char      *id)
{
  if (self->mode == CVN_CALENDAR_MONTH)
    return cvn_month_view_find_event (CVN_MONTH_VIEW (self->month), id);
  return self->mode == CVN_CALENDAR_WEEK ? cvn_week_view_find_event (CVN_WEEK_VIEW (self->week), id) : NULL;
}

static void
focus_wanted (CvnCalendarView *self)
{
  CvnEventItem *item = self->wanted != NULL ? cvn_event_calendar_find (self->calendar, self->wanted) : NULL;
  GtkWidget    *widget;
  CvnDate       day;

  if (item == NULL)
    return;
  day = cvn_event_item_get_first (item);
  if (cvn_date_compare (&day, &self->wanted_day) != 0)
    return;
  if (self->mode == CVN_CALENDAR_LIST)
    cvn_event_list_focus (self->list, self->calendar, self->wanted);
  widget = cvn_calendar_view_find_event (self, self->wanted);
  if (widget == NULL && self->mode == CVN_CALENDAR_MONTH)
    widget = cvn_month_view_find_day (CVN_MONTH_VIEW (self->month), &day);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  g_clear_pointer (&self->wanted, g_free);
}

/** cvn_calendar_view_focus_event: turns to @day; the event with this id has the focus as soon as it begins on that day. */
void
cvn_calendar_view_focus_event (CvnCalendarView *self,
                               const char      *id,
                               CvnDate          day)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  self->wanted_day = day;
  cvn_calendar_view_show_day (self, day);
  focus_wanted (self);
}

static void
update_hint (CvnCalendarView *self)
{
  guint            n = cvn_event_calendar_get_n_hidden (self->calendar);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->hint), n > 0);
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u event is hidden by the filters", "%u events are hidden by the filters", n), n);
  gtk_label_set_text (self->hint, text);
}

static void
changed_cb (CvnCalendarView *self)
{
  gtk_stack_set_visible_child_name (self->list_stack, g_list_model_get_n_items (G_LIST_MODEL (self->calendar)) > 0 ? "events" : "empty");
  update_hint (self);
  fill_below (self);
  focus_wanted (self);
}

static void
turn_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnCalendarView *self = CVN_CALENDAR_VIEW (widget);
  int              by = g_variant_get_int32 (parameter);

  if (self->mode == CVN_CALENDAR_WEEK)
    cvn_calendar_view_show_day (self, cvn_date_add_days (self->day, 7 * by));
  else
    cvn_calendar_view_show_day (self, cvn_date_add_months (self->day, (self->mode == CVN_CALENDAR_LIST ? 12 : 1) * by));
}

static void
today_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnCalendarView *self = CVN_CALENDAR_VIEW (widget);

  cvn_calendar_view_show_day (self, cvn_event_calendar_get_today (self->calendar));
}

static void
mode_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  for (CvnCalendarMode mode = 0; mode < CVN_CALENDAR_N_MODES; mode++)
    if (g_str_equal (mode_infos[mode].name, g_variant_get_string (parameter, NULL)))
      cvn_calendar_view_set_mode (CVN_CALENDAR_VIEW (widget), mode);
}

static void
clear_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  cvn_event_calendar_clear_filters (CVN_CALENDAR_VIEW (widget)->calendar);
}

/* A day of a month: of a narrow one its events are shown below, of a wide one its week. */
static void
show_day_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnCalendarView *self = CVN_CALENDAR_VIEW (widget);
  CvnDate          day;

  if (!cvn_date_parse_iso (g_variant_get_string (parameter, NULL), &day, NULL))
    return;
  if (!cvn_month_view_is_narrow (CVN_MONTH_VIEW (self->month)))
    {
      cvn_calendar_view_show_day (self, day);
      cvn_calendar_view_set_mode (self, CVN_CALENDAR_WEEK);
    }
  else if (day.month == self->day.month && day.year == self->day.year)
    {
      self->day = day;
      fill_below (self);
    }
  else
    cvn_calendar_view_show_day (self, day);
}

static void
show_month_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CvnDate day;

  if (cvn_date_parse_iso (g_variant_get_string (parameter, NULL), &day, NULL))
    cvn_calendar_view_show_day (CVN_CALENDAR_VIEW (widget), day);
}

static void
cvn_calendar_view_dispose (GObject *object)
{
  CvnCalendarView *self = CVN_CALENDAR_VIEW (object);

  g_clear_handle_id (&self->narrowing, g_source_remove);
  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (cvn_calendar_view_parent_class)->dispose (object);
}

static void
cvn_calendar_view_finalize (GObject *object)
{
  g_free (CVN_CALENDAR_VIEW (object)->wanted);
  G_OBJECT_CLASS (cvn_calendar_view_parent_class)->finalize (object);
}

static void
cvn_calendar_view_class_init (CvnCalendarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_calendar_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_calendar_view_finalize;
  turned_signal = g_signal_new ("turned", CVN_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "calendar.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.mode", "s", mode_cb);
  gtk_widget_class_install_action (widget_class, "calendar.clear-filters", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "events.show-day", "s", show_day_cb);
  gtk_widget_class_install_action (widget_class, "events.show-month", "s", show_month_cb);
}

static GtkWidget *
make_turn_button (const char *icon,
                  const char *name,
                  int         by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.turn");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", by);
  cvn_tooltip_set (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_turning (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *today = gtk_button_new_with_label (_("Today"));

  gtk_widget_add_css_class (box, "linked");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "calendar.today");
  gtk_box_append (GTK_BOX (box), make_turn_button ("go-previous-symbolic", _("Earlier"), -1));
  gtk_box_append (GTK_BOX (box), today);
  gtk_box_append (GTK_BOX (box), make_turn_button ("go-next-symbolic", _("Later"), 1));
  return box;
}

static void
mode_toggled_cb (CvnCalendarView *self)
{
  for (CvnCalendarMode mode = 0; mode < CVN_CALENDAR_N_MODES; mode++)
    if (gtk_toggle_button_get_active (self->modes[mode]))
      cvn_calendar_view_set_mode (self, mode);
}

static GtkWidget *
make_modes (CvnCalendarView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (CvnCalendarMode mode = 0; mode < CVN_CALENDAR_N_MODES; mode++)
    {
      self->modes[mode] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_(mode_infos[mode].title)));
      if (mode > 0)
        gtk_toggle_button_set_group (self->modes[mode], self->modes[0]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->modes[mode]));
    }
  gtk_toggle_button_set_active (self->modes[CVN_CALENDAR_MONTH], TRUE);
  for (CvnCalendarMode mode = 0; mode < CVN_CALENDAR_N_MODES; mode++)
    g_signal_connect_object (self->modes[mode], "toggled", G_CALLBACK (mode_toggled_cb), self, G_CONNECT_SWAPPED);
  return box;
}

/* In a narrow window the buttons stand below the name of the month. */
static GtkWidget *
make_bar (CvnCalendarView *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 9, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-3");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), make_turning ());
  gtk_box_append (GTK_BOX (buttons), make_modes (self));
  gtk_box_append (GTK_BOX (buttons), g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (buttons), cvn_calendar_filter_new (self->calendar));
  gtk_box_append (GTK_BOX (buttons), cvn_calendar_add_new (cvn_event_calendar_get_centre (self->calendar)));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), line);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), buttons);
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_widget_add_css_class (flow, "cvn-calendar-bar");
  return flow;
}

static GtkWidget *
make_month (CvnCalendarView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->month = cvn_month_view_new (self->calendar);
  g_signal_connect_object (self->month, "narrowed", G_CALLBACK (narrowed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->month, TRUE);
  self->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->below, "cvn-agenda");
  gtk_widget_set_visible (self->below, FALSE);
  gtk_box_append (GTK_BOX (box), self->month);
  gtk_box_append (GTK_BOX (box), self->below);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Event"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "cvn-events-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Events This Year"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Add one here, choose another year above, or show those that filters hide."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
make_list (CvnCalendarView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = cvn_event_list_new (self->calendar);
  self->list_stack = GTK_STACK (gtk_stack_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_stack_add_named (self->list_stack, cvn_tab_stop_new (scrolled), "events");
  gtk_stack_add_named (self->list_stack, make_empty (), "empty");
  return GTK_WIDGET (self->list_stack);
}

/* They work wherever the focus is, as long as the calendar is on the screen. */
static void
add_keys (CvnCalendarView *self)
{
  static const struct
  {
    const char *keys;
    const char *action;
    const char *target; /* GVariant text, or NULL */
  } shortcuts[] = {
    { "<Alt>Home", "calendar.today", NULL },
    { "<Alt>Page_Up", "calendar.turn", "-1" },
    { "<Alt>Page_Down", "calendar.turn", "1" },
    { "<Alt>m", "calendar.mode", "'month'" },
    { "<Alt>w", "calendar.mode", "'week'" },
    { "<Alt>l", "calendar.mode", "'list'" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys), gtk_named_action_new (shortcuts[i].action));

      if (shortcuts[i].target != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (shortcuts[i].target));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
cvn_calendar_view_init (CvnCalendarView *self)
{
  add_keys (self);
}

/* The year in focus is that of the calendar too. */
static void
year_changed_cb (CvnCalendarView *self)
{
  CvnDate day = self->day;

  day.year = (gint16) cvn_centre_get_year (cvn_event_calendar_get_centre (self->calendar));
  if (!cvn_date_is_valid (&day))
    day.day = 28;
  cvn_calendar_view_show_day (self, day);
}

/** cvn_calendar_view_new: the month of today, in the year in focus of @centre. */
GtkWidget *
cvn_calendar_view_new (CvnCentre *centre)
{
  CvnCalendarView *self = g_object_new (CVN_TYPE_CALENDAR_VIEW, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->calendar = cvn_event_calendar_new (centre);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  self->hint = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_stack_add_named (self->stack, make_month (self), mode_infos[CVN_CALENDAR_MONTH].name);
  self->week = cvn_week_view_new (self->calendar);
  gtk_stack_add_named (self->stack, self->week, mode_infos[CVN_CALENDAR_WEEK].name);
  gtk_stack_add_named (self->stack, make_list (self), mode_infos[CVN_CALENDAR_LIST].name);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), cvn_move_hint_new (self->calendar, GTK_WIDGET (self->stack)));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->calendar, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::year", G_CALLBACK (year_changed_cb), self, G_CONNECT_SWAPPED);
  self->day = cvn_event_calendar_get_today (self->calendar);
  year_changed_cb (self);
  if (cvn_centre_get_year (centre) == self->day.year)
    turn (self);
  return GTK_WIDGET (self);
}
