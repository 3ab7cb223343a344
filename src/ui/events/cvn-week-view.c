/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-week-view"

#include "cvn-week-view.h"

#include "cvn-calendar-text.h"
#include "cvn-day-column.h"
#include "cvn-event-chip.h"
#include "cvn-holiday.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

#define N_DAYS     7
#define WIDE_WIDTH 600

/* The first hour that is seen. */
#define FIRST_HOUR 8

struct _CvnWeekView
{
  AdwBin parent_instance;

  CvnEventCalendar  *calendar;
  CvnDate            monday; /* year 0: no week yet */
  AdwSqueezer       *squeezer;
  GtkWidget         *wide;
  GtkScrolledWindow *hours;
  GtkLabel          *heads[N_DAYS];
  GtkWidget         *whole[N_DAYS]; /* boxes with the events of whole days */
  GtkWidget         *columns[N_DAYS];
  GtkWidget         *agenda;   /* the days below each other */
  CvnDate            scrolled; /* the week that was scrolled to its beginning */
  guint              scrolling;
};

G_DEFINE_FINAL_TYPE (CvnWeekView, cvn_week_view, ADW_TYPE_BIN)

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_chip (GtkWidget     *box,
          CvnEventItem  *item,
          const CvnDate *day)
{
  GtkWidget *chip = cvn_event_chip_new (FALSE);

  cvn_event_chip_set (CVN_EVENT_CHIP (chip), item, day);
  gtk_box_append (GTK_BOX (box), chip);
}

static GtkWidget *
make_agenda_row (CvnEventItem  *item,
                 const CvnDate *day)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *when = cvn_event_item_dup_when (item);
  const char      *where = cvn_event_item_get_location (item);
  g_autofree char *line = where != NULL ? g_strdup_printf ("%s · %s", when, where) : g_strdup (when);
  GtkWidget       *detail = g_object_new (GTK_TYPE_LABEL, "label", line, "xalign", 0.0, "wrap", TRUE, NULL);

  add_chip (box, item, day);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_margin_start (detail, 9);
  gtk_box_append (GTK_BOX (box), detail);
  return box;
}

/** cvn_agenda_day_new: (nullable): the events of a day below its name; NULL for a day without events unless @always. */
GtkWidget *
cvn_agenda_day_new (CvnEventCalendar *calendar,
                    const CvnDate    *day,
                    gboolean          always)
{
  g_autoptr (GPtrArray) items = cvn_event_calendar_list_day (calendar, day);
  const char      *holiday = cvn_holiday_find (day);
  g_autofree char *date = cvn_calendar_dup_day_title (day);
  g_autofree char *title = holiday != NULL ? g_strdup_printf ("%s · %s", date, _(holiday)) : g_strdup (date);
  GtkWidget       *box;
  GtkWidget       *heading;

  if (items->len == 0 && holiday == NULL && !always)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < items->len; i++)
    gtk_box_append (GTK_BOX (box), make_agenda_row (items->pdata[i], day));
  if (items->len == 0)
    {
      GtkWidget *nothing = g_object_new (GTK_TYPE_LABEL, "label", _("No events"), "xalign", 0.0, NULL);

      gtk_widget_add_css_class (nothing, "dim-label");
      gtk_box_append (GTK_BOX (box), nothing);
    }
  return box;
}

static void
fill_agenda (CvnWeekView *self)
{
  clear_box (self->agenda);
  for (int i = 0; i < N_DAYS; i++)
    {
      CvnDate    day = cvn_date_add_days (self->monday, i);
      GtkWidget *part = cvn_agenda_day_new (self->calendar, &day, FALSE);

      if (part != NULL)
        gtk_box_append (GTK_BOX (self->agenda), part);
    }
  if (gtk_widget_get_first_child (self->agenda) == NULL)
    {
      GtkWidget *nothing = gtk_label_new (_("No events this week"));

      gtk_widget_add_css_class (nothing, "dim-label");
      gtk_box_append (GTK_BOX (self->agenda), nothing);
    }
}

static void
fill_day (CvnWeekView *self,
          int          i)
{
  CvnDate          day = cvn_date_add_days (self->monday, i);
  CvnDate          today = cvn_event_calendar_get_today (self->calendar);
  gboolean         is_today = cvn_date_compare (&day, &today) == 0;
  const char      *holiday = cvn_holiday_find (&day);
  g_autofree char *head = g_strdup_printf ("%s %d", cvn_calendar_get_day_name (i), day.day);
  g_autoptr (GPtrArray) items = cvn_event_calendar_list_day (self->calendar, &day);

  gtk_label_set_text (self->heads[i], head);
  cvn_tooltip_set (self->heads[i], holiday != NULL ? _(holiday) : NULL);
  if (is_today)
    gtk_widget_add_css_class (GTK_WIDGET (self->heads[i]), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->heads[i]), "today");
  clear_box (self->whole[i]);
  if (holiday != NULL)
    {
      GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", _(holiday), "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      gtk_widget_add_css_class (name, "cvn-day-holiday");
      gtk_box_append (GTK_BOX (self->whole[i]), name);
    }
  for (guint n = 0; n < items->len; n++)
    {
      int from, to;

      if (!cvn_event_item_get_minutes (items->pdata[n], &day, &from, &to))
        add_chip (self->whole[i], items->pdata[n], &day);
    }
  cvn_day_column_set (CVN_DAY_COLUMN (self->columns[i]), &day, is_today, items);
}

/* The earliest minute of a day at which an event of the week begins; that of the first hour when none does. */
static int
find_earliest (CvnWeekView *self)
{
  int earliest = G_MAXINT;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->calendar)); i++)
    {
      CvnEventItem *item = cvn_event_calendar_get (self->calendar, i);
      CvnDate       day = cvn_event_item_get_first (item);
      int           n = cvn_date_days_between (self->monday, day);
      int           from, to;

      if (n >= 0 && n < N_DAYS && cvn_event_item_get_minutes (item, &day, &from, &to))
        earliest = MIN (earliest, from);
    }
  return earliest < G_MAXINT ? earliest : FIRST_HOUR * 60;
}

/* The day begins where people begin, or where it must for the first event of the week to be seen. */
static gboolean
scroll_idle_cb (gpointer data)
{
  CvnWeekView   *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->hours);
  int            hour = find_earliest (self) / 60;
  double         seen = gtk_adjustment_get_page_size (adjustment) / CVN_DAY_COLUMN_HOUR;

  self->scrolling = 0;
  if (hour > FIRST_HOUR && hour + 2 <= FIRST_HOUR + (int) seen)
    hour = FIRST_HOUR;
  else if (hour > FIRST_HOUR)
    hour--;
  gtk_adjustment_set_value (adjustment, hour * CVN_DAY_COLUMN_HOUR - 8);
  return G_SOURCE_REMOVE;
}

/* Once for each week, when its events are there and sizes have been given out. */
static void
scroll (CvnWeekView *self)
{
  if (self->scrolling != 0 || !cvn_event_calendar_is_loaded (self->calendar) || cvn_date_compare (&self->scrolled, &self->monday) == 0 ||
      gtk_adjustment_get_upper (gtk_scrolled_window_get_vadjustment (self->hours)) < 24 * CVN_DAY_COLUMN_HOUR)
    return;
  self->scrolled = self->monday;
  self->scrolling = g_idle_add (scroll_idle_cb, self);
}

/* Filled when it is looked at: turning a month does not fill a week that nobody sees. */
static void
fill (CvnWeekView *self)
{
  if (self->monday.year == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (adw_squeezer_get_visible_child (self->squeezer) != self->wide)
    {
      fill_agenda (self);
      return;
    }
  for (int i = 0; i < N_DAYS; i++)
    fill_day (self, i);
  scroll (self);
}

static void
cvn_week_view_dispose (GObject *object)
{
  CvnWeekView *self = CVN_WEEK_VIEW (object);

  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (cvn_week_view_parent_class)->dispose (object);
}

static void
cvn_week_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cvn_week_view_parent_class)->map (widget);
  fill (CVN_WEEK_VIEW (widget));
}

static void
cvn_week_view_class_init (CvnWeekViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = cvn_week_view_map;
  G_OBJECT_CLASS (klass)->dispose = cvn_week_view_dispose;
}

static GtkWidget *
make_clock (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *text = g_strdup_printf ("%02d:00", hour);
      GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "yalign", 0.0, "height-request", CVN_DAY_COLUMN_HOUR, NULL);

      gtk_widget_add_css_class (label, "cvn-week-number");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_size_request (box, 44, -1);
  return box;
}

/* A row with a place for the hours and seven of the same width. */
static GtkWidget *
make_row (GtkWidget  *first,
          GtkWidget **days)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *seven = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (row), first);
  gtk_box_set_homogeneous (GTK_BOX (seven), TRUE);
  gtk_widget_set_hexpand (seven, TRUE);
  for (int i = 0; i < N_DAYS; i++)
    gtk_box_append (GTK_BOX (seven), days[i]);
  gtk_box_append (GTK_BOX (row), seven);
  return row;
}

static GtkWidget *
make_corner (void)
{
  GtkWidget *corner = gtk_label_new (NULL);

  gtk_widget_set_size_request (corner, 44, -1);
  return corner;
}

static GtkWidget *
make_wide (CvnWeekView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heads[N_DAYS];

  for (int i = 0; i < N_DAYS; i++)
    {
      heads[i] = gtk_label_new (NULL);
      gtk_widget_add_css_class (heads[i], "cvn-day-heading");
      self->heads[i] = GTK_LABEL (heads[i]);
      self->whole[i] = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 1, NULL);
      self->columns[i] = cvn_day_column_new ();
    }
  gtk_box_append (GTK_BOX (box), make_row (make_corner (), heads));
  gtk_box_append (GTK_BOX (box), make_row (make_corner (), self->whole));
  self->hours = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->hours, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->hours, make_row (make_clock (), self->columns));
  gtk_widget_set_vexpand (GTK_WIDGET (self->hours), TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->hours), "changed", G_CALLBACK (scroll), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hours));
  gtk_widget_set_size_request (box, WIDE_WIDTH, -1);
  gtk_widget_add_css_class (box, "cvn-week");
  return box;
}

static void
cvn_week_view_init (CvnWeekView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->squeezer = ADW_SQUEEZER (adw_squeezer_new ());
  adw_squeezer_set_homogeneous (self->squeezer, FALSE);
  self->wide = make_wide (self);
  adw_squeezer_add (self->squeezer, self->wide);
  self->agenda = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_add_css_class (self->agenda, "cvn-agenda");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->agenda);
  adw_squeezer_add (self->squeezer, scrolled);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->squeezer));
}

/** cvn_week_view_new: the week of no day yet. */
GtkWidget *
cvn_week_view_new (CvnEventCalendar *calendar)
{
  CvnWeekView *self = g_object_new (CVN_TYPE_WEEK_VIEW, NULL);

  self->calendar = g_object_ref (calendar);
  g_signal_connect_object (calendar, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->squeezer, "notify::visible-child", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_week_view_set_week: shows the week of @day; its events come with the calendar. */
void
cvn_week_view_set_week (CvnWeekView *self,
                        CvnDate      day)
{
  self->monday = cvn_date_add_days (day, -cvn_calendar_get_weekday (&day));
  fill (self);
}

static GtkWidget *
find_in (GtkWidget  *root,
         const char *id)
{
  if (CVN_IS_EVENT_CHIP (root))
    return g_strcmp0 (cvn_event_item_get_id (cvn_event_chip_get_item (CVN_EVENT_CHIP (root))), id) == 0 ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/** cvn_week_view_find_event: (nullable): the first chip of an event. */
GtkWidget *
cvn_week_view_find_event (CvnWeekView *self,
                          const char  *id)
{
  return find_in (adw_squeezer_get_visible_child (self->squeezer), id);
}
