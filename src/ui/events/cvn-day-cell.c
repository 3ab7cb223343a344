/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-day-cell"

#include "cvn-day-cell.h"

#include "cvn-event-chip.h"
#include "cvn-holiday.h"

#include <glib/gi18n-lib.h>

/* A fourth event and those after it are counted in one line. */
#define N_CHIPS 3

/* What a chip has above and below its text: margin, border and padding. */
#define CHIP_FRAME 6

struct _CvnDayCell
{
  GtkWidget parent_instance;

  gboolean   narrow;
  CvnDate    day;
  GtkWidget *head;
  GtkLabel  *number;
  GtkWidget *holiday; /* an inscription */
  GtkWidget *chips[N_CHIPS];
  GtkWidget *more; /* how many more, or the dots */
};

G_DEFINE_FINAL_TYPE (CvnDayCell, cvn_day_cell, GTK_TYPE_WIDGET)

static CvnDate
find_day (GtkWidget *widget)
{
  return CVN_DAY_CELL (widget)->day;
}

static void
show_day (CvnDayCell *self)
{
  g_autofree char *day = cvn_date_to_iso (&self->day);

  gtk_widget_activate_action (GTK_WIDGET (self), "events.show-day", "s", day);
}

static void
pressed_cb (CvnDayCell *self,
            int         n_press)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && !self->narrow)
    show_day (self);
}

static gboolean
key_cb (CvnDayCell     *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !gtk_widget_is_focus (GTK_WIDGET (self)) ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space))
    return FALSE;
  if (self->narrow || !cvn_day_cell_step (self, 1))
    show_day (self);
  return TRUE;
}

static void
focused_cb (CvnDayCell *self)
{
  g_autofree char *day = cvn_date_to_iso (&self->day);

  gtk_widget_activate_action (GTK_WIDGET (self), self->narrow ? "events.show-day" : "events.choose-day", "s", day);
}

/* All days are alike, whatever is on them: what does not fit is cut off. */
static void
cvn_day_cell_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  CvnDayCell *self = CVN_DAY_CELL (widget);
  int         unused;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, &unused, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->narrow ? 36 : 70;
  else
    *minimum = *natural = self->narrow ? 38 : 66;
}

/* What is left below the events of a day; a title that is too long for its line may have some of it. */
static int
find_room (CvnDayCell *self,
           int         width,
           int         height)
{
  int room = height;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int natural;

        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
        room -= natural;
      }
  return room;
}

/* Whole lines only, taken from @room. */
static int
take_lines (CvnEventChip *chip,
            int           width,
            int           natural,
            int          *room)
{
  int line = natural - CHIP_FRAME;
  int n = MIN (cvn_event_chip_count_lines (chip, width) - 1, line > 0 ? *room / line : 0);

  if (n <= 0)
    return 0;
  *room -= n * line;
  return n * line;
}

static void
cvn_day_cell_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  CvnDayCell *self = CVN_DAY_CELL (widget);
  int         room = self->narrow ? 0 : find_room (self, width, height);
  int         y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        GtkAllocation area = { 0, y, width, 0 };
        int           minimum_width;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
        area.width = MAX (width, minimum_width);
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, area.width, NULL, &area.height, NULL, NULL);
        if (CVN_IS_EVENT_CHIP (child))
          area.height += take_lines (CVN_EVENT_CHIP (child), width, area.height, &room);
        gtk_widget_size_allocate (child, &area, -1);
        y += area.height;
      }
}

static gboolean
head_tooltip_cb (CvnDayCell *self,
                 int         x,
                 int         y,
                 gboolean    by_keyboard,
                 GtkTooltip *tooltip)
{
  const char *holiday = self->day.year != 0 ? cvn_holiday_find (&self->day) : NULL;

  if (holiday != NULL)
    gtk_tooltip_set_text (tooltip, _(holiday));
  return holiday != NULL;
}

static void
cvn_day_cell_dispose (GObject *object)
{
  CvnDayCell *self = CVN_DAY_CELL (object);
  GtkWidget  *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cvn_day_cell_parent_class)->dispose (object);
}

static void
cvn_day_cell_class_init (CvnDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_day_cell_dispose;
  widget_class->measure = cvn_day_cell_measure;
  widget_class->size_allocate = cvn_day_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
cvn_day_cell_init (CvnDayCell *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  cvn_event_chip_add_drop (GTK_WIDGET (self), find_day);
}

/** cvn_day_cell_new: a day that is not known yet; @narrow for one with dots. */
GtkWidget *
cvn_day_cell_new (gboolean narrow)
{
  CvnDayCell *self = g_object_new (CVN_TYPE_DAY_CELL, NULL);

  self->narrow = narrow;
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->number = g_object_new (GTK_TYPE_LABEL, "halign", narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_START, "hexpand", narrow, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "cvn-day-number");
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->number));
  gtk_widget_set_has_tooltip (self->head, TRUE);
  g_signal_connect_object (self->head, "query-tooltip", G_CALLBACK (head_tooltip_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  if (!narrow)
    {
      self->holiday = g_object_new (GTK_TYPE_INSCRIPTION, "hexpand", TRUE, "min-chars", 0, "nat-chars", 4,
                                    "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);
      gtk_widget_add_css_class (self->holiday, "cvn-day-holiday");
      gtk_box_append (GTK_BOX (self->head), self->holiday);
    }
  for (guint i = 0; i < N_CHIPS && !narrow; i++)
    {
      self->chips[i] = cvn_event_chip_new (FALSE);
      gtk_widget_set_visible (self->chips[i], FALSE);
      gtk_widget_set_parent (self->chips[i], GTK_WIDGET (self));
    }
  self->more = g_object_new (GTK_TYPE_LABEL, "xalign", narrow ? 0.5 : 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->more, narrow ? "cvn-day-dots" : "cvn-day-more");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
set_class (CvnDayCell *self,
           const char *css_class,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
set_more (CvnDayCell *self,
          guint       n_items,
          guint       n_shown)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->more, n_items > n_shown);
  if (n_items <= n_shown)
    return;
  if (self->narrow)
    text = g_strdup (n_items == 1 ? "•" : n_items == 2 ? "••"
                                                       : "•••");
  else
    text = g_strdup_printf (ngettext ("%u more", "%u more", n_items - n_shown), n_items - n_shown);
  gtk_label_set_text (GTK_LABEL (self->more), text);
}

static void
describe (CvnDayCell *self,
          guint       n_items,
          const char *holiday)
{
  g_autofree char *date = cvn_date_format (&self->day, cvn_interface_language ());
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_items), n_items);
  g_autofree char *name = holiday != NULL ? g_strdup_printf ("%s, %s, %s", date, _(holiday), events) : g_strdup_printf ("%s, %s", date, events);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * cvn_day_cell_set:
 * @month: the month that is shown; days of another are dim
 * @items: (element-type CvnEventItem): the events of the day
 *
 * Shows a day.
 */
void
cvn_day_cell_set (CvnDayCell    *self,
                  const CvnDate *day,
                  int            month,
                  gboolean       is_today,
                  GPtrArray     *items)
{
  g_autofree char *number = g_strdup_printf ("%d", day->day);
  const char      *holiday = cvn_holiday_find (day);
  guint            n_shown = self->narrow ? 0 : items->len > N_CHIPS ? N_CHIPS - 1
                                                                     : items->len;

  self->day = *day;
  gtk_label_set_text (self->number, number);
  if (self->holiday != NULL)
    gtk_inscription_set_text (GTK_INSCRIPTION (self->holiday), holiday != NULL ? _(holiday) : "");
  for (guint i = 0; i < N_CHIPS && !self->narrow; i++)
    cvn_event_chip_set (CVN_EVENT_CHIP (self->chips[i]), i < n_shown ? items->pdata[i] : NULL, day);
  set_more (self, items->len, n_shown);
  set_class (self, "other-month", day->month != month);
  set_class (self, "today", is_today);
  set_class (self, "free", holiday != NULL);
  describe (self, items->len, holiday);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** cvn_day_cell_get_day: the day that is shown. */
CvnDate
cvn_day_cell_get_day (CvnDayCell *self)
{
  return self->day;
}

/** cvn_day_cell_find: (nullable): the chip of an event. */
GtkWidget *
cvn_day_cell_find (CvnDayCell *self,
                   const char *id)
{
  for (guint i = 0; i < N_CHIPS && !self->narrow; i++)
    if (gtk_widget_get_visible (self->chips[i]) && g_strcmp0 (cvn_event_item_get_id (cvn_event_chip_get_item (CVN_EVENT_CHIP (self->chips[i]))), id) == 0)
      return self->chips[i];
  return NULL;
}

/** cvn_day_cell_step: moves the focus from the day to its first chip and on, or back; FALSE at the end. */
gboolean
cvn_day_cell_step (CvnDayCell *self,
                   int         by)
{
  int place = -1;

  for (int i = 0; i < N_CHIPS && !self->narrow; i++)
    if (gtk_widget_is_focus (self->chips[i]))
      place = i;
  place += by;
  if (self->narrow || place < -1 || place >= N_CHIPS || (place >= 0 && !gtk_widget_get_visible (self->chips[place])))
    return FALSE;
  gtk_widget_grab_focus (place < 0 ? GTK_WIDGET (self) : self->chips[place]);
  return TRUE;
}
