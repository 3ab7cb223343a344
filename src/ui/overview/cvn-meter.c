/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-meter"

#include "cvn-meter.h"

#include "cvn-widget-style.h"

#define HEIGHT 4

struct _CvnMeter
{
  GtkWidget parent_instance;

  double share; /* of the width, 0 to 1 */
};

G_DEFINE_FINAL_TYPE (CvnMeter, cvn_meter, GTK_TYPE_WIDGET)

static GdkRGBA
get_rgba (CvnColor color,
          double   alpha)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue, (float) (color.alpha * alpha) };
}

static void
append_bar (GtkSnapshot   *snapshot,
            double         width,
            double         height,
            const GdkRGBA *color)
{
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), (float) height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
cvn_meter_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  CvnMeter     *self = CVN_METER (widget);
  CvnChartStyle style;
  double        width = gtk_widget_get_width (widget);
  GdkRGBA       color;

  cvn_widget_style_read (widget, &style);
  color = get_rgba (style.text, 0.12);
  append_bar (snapshot, width, HEIGHT, &color);
  if (self->share <= 0)
    return;
  color = get_rgba (style.accent, 1);
  append_bar (snapshot, MAX (HEIGHT, width * self->share), HEIGHT, &color);
}

static void
cvn_meter_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 24;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
cvn_meter_class_init (CvnMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = cvn_meter_snapshot;
  widget_class->measure = cvn_meter_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cvn_meter_init (CvnMeter *self)
{
}

/** cvn_meter_new: (transfer floating): an empty bar. */
GtkWidget *
cvn_meter_new (void)
{
  return g_object_new (CVN_TYPE_METER, NULL);
}

/** cvn_meter_set_share: fills the bar as far as @part of @whole goes; never beyond its end. */
void
cvn_meter_set_share (CvnMeter *self,
                     gint64    part,
                     gint64    whole)
{
  double share = whole > 0 ? CLAMP ((double) part / (double) whole, 0, 1) : 0;

  if (share == self->share)
    return;
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
