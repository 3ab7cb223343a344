/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-month-view"

#include "cvn-month-view.h"

#include "cvn-calendar-text.h"
#include "cvn-day-cell.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

#define N_WEEKS 6
#define N_DAYS  7

struct _CvnMonthView
{
  AdwBin parent_instance;

  CvnEventCalendar *calendar;
  CvnDate           month; /* its first day */
  CvnDate           day;   /* where somebody is in it */
  AdwSqueezer      *squeezer;
  GtkWidget        *grids[2]; /* wide, narrow */
  GtkWidget        *cells[2][N_WEEKS * N_DAYS];
  GtkLabel         *weeks[N_WEEKS];
  CvnDate           focused; /* to have the focus when its month is there; year 0 for none */
};

static guint narrowed_signal;

G_DEFINE_FINAL_TYPE (CvnMonthView, cvn_month_view, ADW_TYPE_BIN)

/** cvn_month_view_get_period: the days that the month of @day shows: six weeks from a Monday on. */
void
cvn_month_view_get_period (CvnDate  day,
                           CvnDate *from,
                           CvnDate *to)
{
  CvnDate first = { day.year, day.month, 1 };

  *from = cvn_date_add_days (first, -cvn_calendar_get_weekday (&first));
  *to = cvn_date_add_days (*from, N_WEEKS * N_DAYS - 1);
}

/** cvn_month_view_is_narrow: whether days have dots. */
gboolean
cvn_month_view_is_narrow (CvnMonthView *self)
{
  return adw_squeezer_get_visible_child (self->squeezer) == self->grids[1];
}

static void
fill (CvnMonthView *self)
{
  guint   narrow = cvn_month_view_is_narrow (self) ? 1 : 0;
  CvnDate today = cvn_event_calendar_get_today (self->calendar);
  CvnDate day;
  CvnDate last;

  if (self->month.year == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  cvn_month_view_get_period (self->month, &day, &last);
  for (guint i = 0; i < N_WEEKS * N_DAYS; i++, day = cvn_date_add_days (day, 1))
    {
      g_autoptr (GPtrArray) items = cvn_event_calendar_list_day (self->calendar, &day);

      cvn_day_cell_set (CVN_DAY_CELL (self->cells[narrow][i]), &day, self->month.month, cvn_date_compare (&day, &today) == 0, items);
      if (i % N_DAYS == 0)
        {
          int              year;
          g_autofree char *week = g_strdup_printf ("%d", cvn_date_iso_week (&day, &year));

          gtk_label_set_text (self->weeks[i / N_DAYS], week);
        }
    }
  if (self->focused.year != 0)
    {
      GtkWidget *cell = cvn_month_view_find_day (self, &self->focused);

      self->focused = (CvnDate){ 0 };
      if (cell != NULL)
        gtk_widget_grab_focus (cell);
    }
}

static void
cvn_month_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cvn_month_view_parent_class)->map (widget);
  fill (CVN_MONTH_VIEW (widget));
}

/* Lines above and before each day. As borders of the cells they would take longer to draw than all the rest of a month. */
static void
cvn_month_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  static const GdkRGBA across = { 0.5f, 0.5f, 0.5f, 0.32f };
  static const GdkRGBA down = { 0.5f, 0.5f, 0.5f, 0.17f };
  CvnMonthView        *self = CVN_MONTH_VIEW (widget);
  guint                narrow = cvn_month_view_is_narrow (self) ? 1 : 0;

  GTK_WIDGET_CLASS (cvn_month_view_parent_class)->snapshot (widget, snapshot);
  for (guint i = 0; i < N_WEEKS * N_DAYS; i++)
    {
      graphene_rect_t cell;

      if (!gtk_widget_compute_bounds (self->cells[narrow][i], widget, &cell))
        continue;
      gtk_snapshot_append_color (snapshot, &across, &GRAPHENE_RECT_INIT (cell.origin.x, cell.origin.y, cell.size.width, 1));
      gtk_snapshot_append_color (snapshot, &down, &GRAPHENE_RECT_INIT (cell.origin.x, cell.origin.y, 1, cell.size.height));
    }
}

static void
squeezed_cb (CvnMonthView *self)
{
  fill (self);
  g_signal_emit (self, narrowed_signal, 0);
}

static CvnDayCell *
find_focused_cell (CvnMonthView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, CVN_TYPE_DAY_CELL) : NULL;

  return cell != NULL ? CVN_DAY_CELL (cell) : NULL;
}

/* Days of another month are reached by turning to it. */
static void
go_to (CvnMonthView *self,
       CvnDate       day)
{
  GtkWidget       *cell = day.month == self->month.month ? cvn_month_view_find_day (self, &day) : NULL;
  g_autofree char *iso = NULL;

  if (day.year == 0)
    return;
  if (cell != NULL)
    {
      gtk_widget_grab_focus (cell);
      return;
    }
  self->focused = day;
  iso = cvn_date_to_iso (&day);
  gtk_widget_activate_action (GTK_WIDGET (self), "events.show-month", "s", iso);
}

static gboolean
key_cb (CvnMonthView   *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  CvnDayCell *cell = find_focused_cell (self);
  gboolean    reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean    on_chip;
  CvnDate     day;

  if (cell == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  day = cvn_day_cell_get_day (cell);
  on_chip = !gtk_widget_is_focus (GTK_WIDGET (cell));
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      go_to (self, cvn_date_add_days (day, (keyval == GDK_KEY_Right) != reversed ? 1 : -1));
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (!on_chip || !cvn_day_cell_step (cell, keyval == GDK_KEY_Down ? 1 : -1))
        go_to (self, cvn_date_add_days (day, keyval == GDK_KEY_Down ? N_DAYS : -N_DAYS));
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      go_to (self, cvn_date_add_months (day, keyval == GDK_KEY_Page_Down ? 1 : -1));
      return TRUE;
    case GDK_KEY_Escape:
      if (on_chip)
        gtk_widget_grab_focus (GTK_WIDGET (cell));
      return on_chip;
    default:
      return FALSE;
    }
}

static void
choose_day_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CvnMonthView *self = CVN_MONTH_VIEW (widget);
  CvnDate       day;

  if (cvn_date_parse_iso (g_variant_get_string (parameter, NULL), &day, NULL) && day.month == self->month.month && day.year == self->month.year)
    self->day = day;
}

/* Tab does not go through six weeks: it comes to the day where one was, and leaves from any. */
static gboolean
cvn_month_view_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  CvnMonthView *self = CVN_MONTH_VIEW (widget);
  GtkWidget    *cell;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (cvn_month_view_parent_class)->focus (widget, direction);
  if (find_focused_cell (self) != NULL)
    return FALSE;
  cell = cvn_month_view_find_day (self, &self->day);
  return cell != NULL && gtk_widget_grab_focus (cell);
}

static void
cvn_month_view_dispose (GObject *object)
{
  CvnMonthView *self = CVN_MONTH_VIEW (object);

  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (cvn_month_view_parent_class)->dispose (object);
}

static void
cvn_month_view_class_init (CvnMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_month_view_dispose;
  widget_class->focus = cvn_month_view_focus;
  widget_class->map = cvn_month_view_map;
  widget_class->snapshot = cvn_month_view_snapshot;
  gtk_widget_class_install_action (widget_class, "events.choose-day", "s", choose_day_cb);
  narrowed_signal = g_signal_new ("narrowed", CVN_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_grid (CvnMonthView *self,
           gboolean      narrow)
{
  GtkWidget *grid = gtk_grid_new ();
  int        first = narrow ? 0 : 1;

  for (int day = 0; day < N_DAYS; day++)
    gtk_grid_attach (GTK_GRID (grid), make_label (cvn_calendar_get_day_name (day), "cvn-day-heading"), day + first, 0, 1, 1);
  for (int week = 0; week < N_WEEKS; week++)
    {
      if (!narrow)
        {
          self->weeks[week] = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "yalign", 0.0, "width-chars", 3, NULL));
          gtk_widget_add_css_class (GTK_WIDGET (self->weeks[week]), "cvn-week-number");
          cvn_tooltip_set (self->weeks[week], _("Week"));
          gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->weeks[week]), 0, week + 1, 1, 1);
        }
      for (int day = 0; day < N_DAYS; day++)
        {
          GtkWidget *cell = cvn_day_cell_new (narrow);

          gtk_widget_set_hexpand (cell, TRUE);
          gtk_widget_set_vexpand (cell, !narrow);
          self->cells[narrow][week * N_DAYS + day] = cell;
          gtk_grid_attach (GTK_GRID (grid), cell, day + first, week + 1, 1, 1);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Month"), -1);
  gtk_widget_add_css_class (grid, "cvn-month");
  return grid;
}

static void
cvn_month_view_init (CvnMonthView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->squeezer = ADW_SQUEEZER (adw_squeezer_new ());
  adw_squeezer_set_homogeneous (self->squeezer, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (self->grids); i++)
    {
      self->grids[i] = make_grid (self, i == 1);
      adw_squeezer_add (self->squeezer, self->grids[i]);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->squeezer));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/** cvn_month_view_new: the month of no day yet. */
GtkWidget *
cvn_month_view_new (CvnEventCalendar *calendar)
{
  CvnMonthView *self = g_object_new (CVN_TYPE_MONTH_VIEW, NULL);

  self->calendar = g_object_ref (calendar);
  g_signal_connect_object (calendar, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_month_view_set_month: shows the month of @day; its events come with the calendar. */
void
cvn_month_view_set_month (CvnMonthView *self,
                          CvnDate       day)
{
  self->month = (CvnDate){ day.year, day.month, 1 };
  self->day = day;
  fill (self);
}

/** cvn_month_view_get_day: the day of the month that somebody went to last; year 0 before a month is shown. */
CvnDate
cvn_month_view_get_day (CvnMonthView *self)
{
  return self->day;
}

/** cvn_month_view_find_event: (nullable): the first chip of an event. */
GtkWidget *
cvn_month_view_find_event (CvnMonthView *self,
                           const char   *id)
{
  guint narrow = cvn_month_view_is_narrow (self) ? 1 : 0;

  for (guint i = 0; i < N_WEEKS * N_DAYS; i++)
    {
      GtkWidget *chip = cvn_day_cell_find (CVN_DAY_CELL (self->cells[narrow][i]), id);

      if (chip != NULL)
        return chip;
    }
  return NULL;
}

/** cvn_month_view_find_day: (nullable): the cell of a day. */
GtkWidget *
cvn_month_view_find_day (CvnMonthView  *self,
                         const CvnDate *day)
{
  guint narrow = cvn_month_view_is_narrow (self) ? 1 : 0;

  for (guint i = 0; i < N_WEEKS * N_DAYS; i++)
    {
      CvnDate shown = cvn_day_cell_get_day (CVN_DAY_CELL (self->cells[narrow][i]));

      if (cvn_date_compare (&shown, day) == 0)
        return self->cells[narrow][i];
    }
  return NULL;
}
