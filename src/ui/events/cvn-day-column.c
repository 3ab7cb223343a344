/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-day-column"

#include "cvn-day-column.h"

#include "cvn-event-chip.h"

#define DAY_HEIGHT (24 * CVN_DAY_COLUMN_HOUR)

/* An event of half an hour can still be read. */
#define MIN_HEIGHT 22

/* Where an event is: minutes of the day, and its place among those that overlap it. */
typedef struct
{
  GtkWidget *chip;
  int        from;
  int        to;
  int        lane;
  int        n_lanes;
} Place;

struct _CvnDayColumn
{
  GtkWidget parent_instance;

  CvnDate day;
  GArray *places; /* of Place, in the order of time */
};

G_DEFINE_FINAL_TYPE (CvnDayColumn, cvn_day_column, GTK_TYPE_WIDGET)

static CvnDate
find_day (GtkWidget *widget)
{
  return CVN_DAY_COLUMN (widget)->day;
}

static void
cvn_day_column_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  CvnDayColumn *self = CVN_DAY_COLUMN (widget);
  int           unused;

  for (guint i = 0; i < self->places->len; i++)
    gtk_widget_measure (g_array_index (self->places, Place, i).chip, orientation, -1, &unused, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? DAY_HEIGHT : 60;
}

static void
cvn_day_column_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CvnDayColumn *self = CVN_DAY_COLUMN (widget);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place  *place = &g_array_index (self->places, Place, i);
      int           lane = MAX (1, (width - 2) / place->n_lanes);
      GtkAllocation area = { 1 + place->lane * lane, place->from * DAY_HEIGHT / 1440, MAX (1, lane - 1),
                             MAX (MIN_HEIGHT, (place->to - place->from) * DAY_HEIGHT / 1440 - 1) };
      int           minimum;

      gtk_widget_measure (place->chip, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      area.width = MAX (area.width, minimum);
      gtk_widget_measure (place->chip, GTK_ORIENTATION_VERTICAL, area.width, &minimum, NULL, NULL, NULL);
      area.height = MAX (area.height, minimum);
      area.y = MAX (0, MIN (area.y, DAY_HEIGHT - area.height));
      gtk_widget_size_allocate (place->chip, &area, -1);
    }
}

/* A line for each hour, in the colour of the text. */
static void
cvn_day_column_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  int     width = gtk_widget_get_width (widget);
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 0.22f };

  for (int hour = 0; hour < 24; hour++)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, (float) (hour * CVN_DAY_COLUMN_HOUR), (float) width, 1));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, 1, DAY_HEIGHT));
  GTK_WIDGET_CLASS (cvn_day_column_parent_class)->snapshot (widget, snapshot);
}

static void
clear (CvnDayColumn *self)
{
  for (guint i = 0; i < self->places->len; i++)
    gtk_widget_unparent (g_array_index (self->places, Place, i).chip);
  g_array_set_size (self->places, 0);
}

static void
cvn_day_column_dispose (GObject *object)
{
  clear (CVN_DAY_COLUMN (object));
  G_OBJECT_CLASS (cvn_day_column_parent_class)->dispose (object);
}

static void
cvn_day_column_finalize (GObject *object)
{
  g_array_unref (CVN_DAY_COLUMN (object)->places);
  G_OBJECT_CLASS (cvn_day_column_parent_class)->finalize (object);
}

static void
cvn_day_column_class_init (CvnDayColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_day_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_day_column_finalize;
  widget_class->measure = cvn_day_column_measure;
  widget_class->size_allocate = cvn_day_column_size_allocate;
  widget_class->snapshot = cvn_day_column_snapshot;
  gtk_widget_class_set_css_name (widget_class, "daycolumn");
}

static void
cvn_day_column_init (CvnDayColumn *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  cvn_event_chip_add_drop (GTK_WIDGET (self), find_day);
}

/** cvn_day_column_new: of no day yet. */
GtkWidget *
cvn_day_column_new (void)
{
  return g_object_new (CVN_TYPE_DAY_COLUMN, NULL);
}

/* Events that overlap each other, one after another, share the width: each takes the first lane that is free. */
static void
set_lanes (CvnDayColumn *self)
{
  guint begin = 0;

  while (begin < self->places->len)
    {
      guint end = begin;
      int   until = 0;
      int   n_lanes = 0;

      while (end < self->places->len && (end == begin || g_array_index (self->places, Place, end).from < until))
        {
          Place   *place = &g_array_index (self->places, Place, end);
          gboolean taken = TRUE;

          for (place->lane = 0; taken; place->lane += taken)
            {
              taken = FALSE;
              for (guint i = begin; i < end && !taken; i++)
                taken = g_array_index (self->places, Place, i).lane == place->lane && g_array_index (self->places, Place, i).to > place->from;
            }
          n_lanes = MAX (n_lanes, place->lane + 1);
          until = MAX (until, place->to);
          end++;
        }
      for (guint i = begin; i < end; i++)
        g_array_index (self->places, Place, i).n_lanes = n_lanes;
      begin = end;
    }
}

/** cvn_day_column_set: (element-type CvnEventItem): shows the hours of a day; events of the whole day are left out. */
void
cvn_day_column_set (CvnDayColumn  *self,
                    const CvnDate *day,
                    gboolean       is_today,
                    GPtrArray     *items)
{
  clear (self);
  self->day = *day;
  for (guint i = 0; i < items->len; i++)
    {
      Place place = { 0 };

      if (!cvn_event_item_get_minutes (items->pdata[i], day, &place.from, &place.to))
        continue;
      place.chip = cvn_event_chip_new (TRUE);
      gtk_widget_add_css_class (place.chip, "block");
      cvn_event_chip_set (CVN_EVENT_CHIP (place.chip), items->pdata[i], day);
      gtk_widget_set_parent (place.chip, GTK_WIDGET (self));
      g_array_append_val (self->places, place);
    }
  set_lanes (self);
  if (is_today)
    gtk_widget_add_css_class (GTK_WIDGET (self), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "today");
}

/** cvn_day_column_get_day: the day that is shown. */
CvnDate
cvn_day_column_get_day (CvnDayColumn *self)
{
  return self->day;
}

/** cvn_day_column_find: (nullable): the chip of an event. */
GtkWidget *
cvn_day_column_find (CvnDayColumn *self,
                     const char   *id)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      GtkWidget *chip = g_array_index (self->places, Place, i).chip;

      if (g_strcmp0 (cvn_event_item_get_id (cvn_event_chip_get_item (CVN_EVENT_CHIP (chip))), id) == 0)
        return chip;
    }
  return NULL;
}
