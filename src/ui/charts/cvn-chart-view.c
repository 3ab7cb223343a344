/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-view"

#include "cvn-chart-view.h"

#include "cvn-centre.h"
#include "cvn-chart-painter.h"
#include "cvn-chart-summary.h"
#include "cvn-widget-style.h"

#include <adwaita.h>

/* Narrow enough for a window of 360 pixels, with large text too. */
#define MINIMUM_WIDTH 200
#define NATURAL_WIDTH 480

/* Farther than any chart has categories. */
#define TO_THE_END G_MAXINT16

/**
 * CvnChartView:
 *
 * Draws a chart. The pointer and the arrow keys move along its figures; the figure at hand is shown as a tooltip, is
 * the widget's accessible description, and is its "point-text" for a line of text beside it.
 */
struct _CvnChartView
{
  GtkWidget parent_instance;

  CvnChart    *chart;
  char        *point_text;
  CvnChartSpot pointed; /* under the pointer */
  CvnChartSpot focused; /* where the keyboard is; kept while the focus is elsewhere */
};

G_DEFINE_FINAL_TYPE (CvnChartView, cvn_chart_view, GTK_TYPE_WIDGET)

typedef enum {
  PROP_CHART = 1,
  PROP_POINT_TEXT,
} CvnChartViewProperty;

static GParamSpec *properties[PROP_POINT_TEXT + 1];

static CvnChartSpot
get_spot (CvnChartView *self)
{
  if (self->pointed.category >= 0)
    return self->pointed;
  return gtk_widget_has_focus (GTK_WIDGET (self)) ? self->focused : CVN_CHART_NOWHERE;
}

static char *
dup_text (CvnChartView *self,
          CvnChartSpot  spot)
{
  if (self->chart == NULL || spot.category < 0 || spot.series < 0)
    return NULL;
  return cvn_chart_dup_point (self->chart, (guint) spot.series, (guint) spot.category, cvn_interface_language ());
}

static void
update_spot (CvnChartView *self)
{
  g_autofree char *text = dup_text (self, get_spot (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (g_strcmp0 (text, self->point_text) == 0)
    return;
  g_free (self->point_text);
  self->point_text = g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->point_text != NULL ? self->point_text : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POINT_TEXT]);
}

static gboolean
is_same (CvnChartSpot a,
         CvnChartSpot b)
{
  return a.category == b.category && a.series == b.series;
}

static void
point_at (CvnChartView *self,
          CvnChartSpot  spot)
{
  if (is_same (self->pointed, spot))
    return;
  self->pointed = spot;
  update_spot (self);
}

static CvnChartSpot
hit (CvnChartView *self,
     double        x,
     double        y)
{
  CvnChartStyle style;

  if (self->chart == NULL)
    return CVN_CHART_NOWHERE;
  cvn_widget_style_read (GTK_WIDGET (self), &style);
  return cvn_chart_hit (self->chart, &style, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), x, y);
}

static void
pointer_moved_cb (CvnChartView *self,
                  double        x,
                  double        y)
{
  point_at (self, hit (self, x, y));
}

static void
pointer_left_cb (CvnChartView *self)
{
  point_at (self, CVN_CHART_NOWHERE);
}

/* The first visit starts at the first figure. */
static void
focus_changed_cb (CvnChartView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)) && self->focused.category < 0 &&
      self->chart != NULL && !cvn_chart_is_empty (self->chart))
    self->focused = (CvnChartSpot){ 0, 0 };
  update_spot (self);
}

static void
pressed_cb (CvnChartView *self,
            int           n_press,
            double        x,
            double        y)
{
  CvnChartSpot spot = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (spot.category >= 0 && spot.series >= 0)
    self->focused = spot;
  update_spot (self);
}

static int
step (int   at,
      int   by,
      guint n)
{
  return CLAMP (at + by, 0, (int) n - 1);
}

/* Along the axis with the arrows that point along it, and to the other series with the other two. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *parameters,
         gpointer   data)
{
  CvnChartView *self = CVN_CHART_VIEW (widget);
  gboolean      lying;
  int           right;
  int           down;

  if (self->chart == NULL || cvn_chart_is_empty (self->chart))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (parameters, "(ii)", &right, &down);
  lying = cvn_chart_get_kind (self->chart) == CVN_CHART_LADDER || cvn_chart_get_kind (self->chart) == CVN_CHART_ROWS;
  if (ABS (right) == TO_THE_END && lying)
    {
      down = right;
      right = 0;
    }
  self->pointed = CVN_CHART_NOWHERE;
  self->focused.category = step (self->focused.category, lying ? down : right, cvn_chart_get_n_categories (self->chart));
  self->focused.series = step (self->focused.series, lying ? right : down, cvn_chart_get_n_series (self->chart));
  update_spot (self);
  return GDK_EVENT_STOP;
}

static void
cvn_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CvnChartView *self = CVN_CHART_VIEW (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);
  CvnChartStyle style;
  cairo_t      *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  cvn_widget_style_read (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cvn_chart_paint (cr, self->chart, &style, width, height, get_spot (self));
  cairo_destroy (cr);
}

static void
cvn_chart_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  CvnChartView *self = CVN_CHART_VIEW (widget);
  CvnChartStyle style;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  cvn_widget_style_read (widget, &style);
  *natural = self->chart != NULL ? (int) cvn_chart_get_natural_height (self->chart, &style) : 0;
  *minimum = *natural * 4 / 5;
}

static gboolean
cvn_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  CvnChartView    *self = CVN_CHART_VIEW (widget);
  CvnChartSpot     spot = keyboard ? self->focused : hit (self, x, y);
  g_autofree char *text = dup_text (self, spot);
  CvnChartStyle    style;
  CvnBox           box;
  GdkRectangle     area;

  if (text == NULL)
    return FALSE;
  cvn_widget_style_read (widget, &style);
  if (cvn_chart_get_spot (self->chart, &style, gtk_widget_get_width (widget), gtk_widget_get_height (widget), spot, &box))
    {
      area = (GdkRectangle){ (int) box.x, (int) box.y, (int) box.width + 1, (int) box.height + 1 };
      gtk_tooltip_set_tip_area (tooltip, &area);
    }
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
cvn_chart_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CvnChartView *self = CVN_CHART_VIEW (object);

  switch ((CvnChartViewProperty) property_id)
    {
    case PROP_CHART:
      g_value_set_boxed (value, self->chart);
      break;
    case PROP_POINT_TEXT:
      g_value_set_string (value, self->point_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cvn_chart_view_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CvnChartView *self = CVN_CHART_VIEW (object);

  switch ((CvnChartViewProperty) property_id)
    {
    case PROP_CHART:
      cvn_chart_view_set_chart (self, g_value_get_boxed (value));
      break;
    case PROP_POINT_TEXT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cvn_chart_view_finalize (GObject *object)
{
  CvnChartView *self = CVN_CHART_VIEW (object);

  g_clear_pointer (&self->chart, cvn_chart_unref);
  g_clear_pointer (&self->point_text, g_free);
  G_OBJECT_CLASS (cvn_chart_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad_key;
    int   right;
    int   down;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, -TO_THE_END, 0 },
    { GDK_KEY_End, GDK_KEY_KP_End, TO_THE_END, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, move_cb, "(ii)", keys[i].right, keys[i].down);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, 0, move_cb, "(ii)", keys[i].right, keys[i].down);
    }
}

static void
cvn_chart_view_class_init (CvnChartViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cvn_chart_view_get_property;
  object_class->set_property = cvn_chart_view_set_property;
  object_class->finalize = cvn_chart_view_finalize;
  widget_class->snapshot = cvn_chart_view_snapshot;
  widget_class->measure = cvn_chart_view_measure;
  widget_class->query_tooltip = cvn_chart_view_query_tooltip;

  properties[PROP_CHART] = g_param_spec_boxed ("chart", NULL, NULL, CVN_TYPE_CHART,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_POINT_TEXT] = g_param_spec_string ("point-text", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
add_controllers (CvnChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (pointer_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (pointer_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
cvn_chart_view_init (CvnChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->pointed = CVN_CHART_NOWHERE;
  self->focused = CVN_CHART_NOWHERE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  /* Named colours are no part of the widget's own style: GTK does not see that they change. */
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/** cvn_chart_view_new: a view without a chart. */
GtkWidget *
cvn_chart_view_new (void)
{
  return g_object_new (CVN_TYPE_CHART_VIEW, NULL);
}

/** cvn_chart_view_get_chart: (transfer none) (nullable): the chart. */
CvnChart *
cvn_chart_view_get_chart (CvnChartView *self)
{
  g_return_val_if_fail (CVN_IS_CHART_VIEW (self), NULL);
  return self->chart;
}

static void
keep_focus_inside (CvnChartView *self)
{
  if (self->chart == NULL || self->focused.category < 0)
    return;
  if (self->focused.category >= (int) cvn_chart_get_n_categories (self->chart) ||
      self->focused.series >= (int) cvn_chart_get_n_series (self->chart))
    self->focused = CVN_CHART_NOWHERE;
}

/**
 * cvn_chart_view_set_chart:
 * @self: the view
 * @chart: (nullable): what to show
 *
 * The place of the keyboard is kept as far as the new chart has it.
 */
void
cvn_chart_view_set_chart (CvnChartView *self,
                          CvnChart     *chart)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (CVN_IS_CHART_VIEW (self));
  if (self->chart == chart)
    return;

  g_clear_pointer (&self->chart, cvn_chart_unref);
  self->chart = chart != NULL ? cvn_chart_ref (chart) : NULL;
  self->pointed = CVN_CHART_NOWHERE;
  keep_focus_inside (self);
  if (chart != NULL)
    summary = cvn_chart_dup_summary (chart, cvn_interface_language ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary != NULL ? summary : "", -1);
  focus_changed_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/** cvn_chart_view_get_point_text: (nullable): the figure under the pointer or the keyboard, as a text. */
const char *
cvn_chart_view_get_point_text (CvnChartView *self)
{
  g_return_val_if_fail (CVN_IS_CHART_VIEW (self), NULL);
  return self->point_text;
}
