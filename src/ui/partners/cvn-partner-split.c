/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-split"

#include "cvn-partner-split.h"

#include <adwaita.h>

#define LIST_WIDTH 300
/* From here on both have room. */
#define WIDE     660
#define SLIDE_MS 200

struct _CvnPartnerSplit
{
  GtkWidget parent_instance;

  GtkWidget    *list;
  GtkWidget    *separator;
  GtkWidget    *detail;
  AdwAnimation *slide;
  double        progress; /* 0: the list, 1: the details */
  gboolean      folded;
  gboolean      show_detail;
};

typedef enum {
  PROP_LIST = 1,
  PROP_DETAIL,
  PROP_FOLDED,
  PROP_SHOW_DETAIL,
} CvnPartnerSplitProperty;

static GParamSpec *properties[PROP_SHOW_DETAIL + 1];

G_DEFINE_FINAL_TYPE (CvnPartnerSplit, cvn_partner_split, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
cvn_partner_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* It asks for no more than the wider of the two: it folds when there is no more. */
static void
cvn_partner_split_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  CvnPartnerSplit *self = CVN_PARTNER_SPLIT (widget);
  int              list_minimum = 0, list_natural = 0, detail_minimum = 0, detail_natural = 0;

  if (self->list != NULL)
    gtk_widget_measure (self->list, orientation, -1, &list_minimum, &list_natural, NULL, NULL);
  if (self->detail != NULL)
    gtk_widget_measure (self->detail, orientation, -1, &detail_minimum, &detail_natural, NULL, NULL);
  gtk_widget_measure (self->separator, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = MAX (list_minimum, detail_minimum);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (LIST_WIDTH + detail_natural, *minimum) : MAX (list_natural, detail_natural);
}

static void
place (GtkWidget *child,
       int        x,
       int        width,
       int        height,
       gboolean   seen)
{
  GtkAllocation allocation = { x, 0, width, height };

  gtk_widget_set_child_visible (child, seen);
  if (seen)
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
set_folded (CvnPartnerSplit *self,
            gboolean         folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
cvn_partner_split_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  CvnPartnerSplit *self = CVN_PARTNER_SPLIT (widget);
  gboolean         rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int              line;
  int              offset;

  set_folded (self, width < WIDE);
  if (!self->folded)
    {
      gtk_widget_measure (self->separator, GTK_ORIENTATION_HORIZONTAL, -1, &line, NULL, NULL, NULL);
      place (self->list, rtl ? width - LIST_WIDTH : 0, LIST_WIDTH, height, TRUE);
      place (self->separator, rtl ? width - LIST_WIDTH - line : LIST_WIDTH, line, height, TRUE);
      place (self->detail, rtl ? 0 : LIST_WIDTH + line, width - LIST_WIDTH - line, height, TRUE);
      return;
    }
  offset = (int) ((1.0 - self->progress) * width);
  place (self->separator, 0, 1, height, FALSE);
  /* What goes away goes first: the row that comes under the pointer then is another one, and has to be laid out. */
  if (self->progress > 0.0)
    place (self->list, 0, width, height, self->progress < 1.0);
  place (self->detail, rtl ? -offset : offset, width, height, self->progress > 0.0);
  if (self->progress <= 0.0)
    place (self->list, 0, width, height, TRUE);
}

static void
cvn_partner_split_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  CvnPartnerSplit *self = CVN_PARTNER_SPLIT (widget);

  gtk_widget_snapshot_child (widget, self->list, snapshot);
  gtk_widget_snapshot_child (widget, self->separator, snapshot);
  gtk_widget_snapshot_child (widget, self->detail, snapshot);
}

static void
slide_cb (double   value,
          gpointer data)
{
  CvnPartnerSplit *self = data;

  self->progress = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_child (CvnPartnerSplit *self,
           GtkWidget      **place_of,
           GtkWidget       *child)
{
  g_assert (*place_of == NULL);
  *place_of = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
cvn_partner_split_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CvnPartnerSplit *self = CVN_PARTNER_SPLIT (object);

  switch ((CvnPartnerSplitProperty) id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SHOW_DETAIL:
      g_value_set_boolean (value, self->show_detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_partner_split_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CvnPartnerSplit *self = CVN_PARTNER_SPLIT (object);

  switch ((CvnPartnerSplitProperty) id)
    {
    case PROP_LIST:
      set_child (self, &self->list, g_value_get_object (value));
      break;
    case PROP_DETAIL:
      set_child (self, &self->detail, g_value_get_object (value));
      break;
    case PROP_SHOW_DETAIL:
      cvn_partner_split_set_show_detail (self, g_value_get_boolean (value));
      break;
    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_partner_split_dispose (GObject *object)
{
  CvnPartnerSplit *self = CVN_PARTNER_SPLIT (object);
  GtkWidget       *child;

  if (self->slide != NULL)
    adw_animation_skip (self->slide);
  g_clear_object (&self->slide);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cvn_partner_split_parent_class)->dispose (object);
}

static void
cvn_partner_split_class_init (CvnPartnerSplitClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cvn_partner_split_get_property;
  object_class->set_property = cvn_partner_split_set_property;
  object_class->dispose = cvn_partner_split_dispose;
  widget_class->get_request_mode = cvn_partner_split_get_request_mode;
  widget_class->measure = cvn_partner_split_measure;
  widget_class->size_allocate = cvn_partner_split_size_allocate;
  widget_class->snapshot = cvn_partner_split_snapshot;
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_DETAIL] = g_param_spec_boolean ("show-detail", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_partner_split_init (CvnPartnerSplit *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->slide = adw_timed_animation_new (widget, 0.0, 1.0, SLIDE_MS, adw_callback_animation_target_new (slide_cb, self, NULL));
}

/** cvn_partner_split_is_folded: whether there is room for one of the two only. */
gboolean
cvn_partner_split_is_folded (CvnPartnerSplit *self)
{
  return self->folded;
}

/** cvn_partner_split_get_show_detail: whether the details are seen rather than the list, when folded. */
gboolean
cvn_partner_split_get_show_detail (CvnPartnerSplit *self)
{
  return self->show_detail;
}

/** cvn_partner_split_set_show_detail: when folded, slides to the details or back to the list. */
void
cvn_partner_split_set_show_detail (CvnPartnerSplit *self,
                                   gboolean         show_detail)
{
  if (self->show_detail == !!show_detail)
    return;
  self->show_detail = !!show_detail;
  gtk_widget_set_child_visible (show_detail ? self->detail : self->list, TRUE); /* so that it can take the focus at once */
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->slide), self->progress);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->slide), show_detail ? 1.0 : 0.0);
  adw_animation_play (self->slide);
  if (!self->folded || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_animation_skip (self->slide);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DETAIL]);
}
