/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-tall"

#include "cvn-tall.h"

struct _CvnTall
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (CvnTall, cvn_tall, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
cvn_tall_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cvn_tall_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  CvnTall *self = CVN_TALL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size >= 0)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = 0;
}

static void
cvn_tall_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  gtk_widget_allocate (CVN_TALL (widget)->child, width, height, baseline, NULL);
}

static void
cvn_tall_dispose (GObject *object)
{
  g_clear_pointer (&CVN_TALL (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (cvn_tall_parent_class)->dispose (object);
}

static void
cvn_tall_class_init (CvnTallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_tall_dispose;
  widget_class->get_request_mode = cvn_tall_get_request_mode;
  widget_class->measure = cvn_tall_measure;
  widget_class->size_allocate = cvn_tall_size_allocate;
}

static void
cvn_tall_init (CvnTall *self)
{
}

/** cvn_tall_new: (transfer floating): @child as it is, to be put into a scrolled window that only scrolls up and down. */
GtkWidget *
cvn_tall_new (GtkWidget *child)
{
  CvnTall *self = g_object_new (CVN_TYPE_TALL, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
