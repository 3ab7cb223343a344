/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-picture"

#include "cvn-card-picture.h"

#include <gtk/gtk.h>

struct _CvnCardPicture
{
  GObject parent_instance;

  cairo_surface_t *surface;
};

static void paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnCardPicture, cvn_card_picture, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
cvn_card_picture_snapshot (GdkPaintable *paintable,
                           GdkSnapshot  *snapshot,
                           double        width,
                           double        height)
{
  CvnCardPicture *self = CVN_CARD_PICTURE (paintable);
  cairo_t        *cr = gtk_snapshot_append_cairo (GTK_SNAPSHOT (snapshot), &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_scale (cr, width / cairo_image_surface_get_width (self->surface), height / cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static GdkPaintableFlags
cvn_card_picture_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static int
cvn_card_picture_get_intrinsic_width (GdkPaintable *paintable)
{
  return cairo_image_surface_get_width (CVN_CARD_PICTURE (paintable)->surface);
}

static int
cvn_card_picture_get_intrinsic_height (GdkPaintable *paintable)
{
  return cairo_image_surface_get_height (CVN_CARD_PICTURE (paintable)->surface);
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = cvn_card_picture_snapshot;
  iface->get_flags = cvn_card_picture_get_flags;
  iface->get_intrinsic_width = cvn_card_picture_get_intrinsic_width;
  iface->get_intrinsic_height = cvn_card_picture_get_intrinsic_height;
}

static void
cvn_card_picture_finalize (GObject *object)
{
  g_clear_pointer (&CVN_CARD_PICTURE (object)->surface, cairo_surface_destroy);
  G_OBJECT_CLASS (cvn_card_picture_parent_class)->finalize (object);
}

static void
cvn_card_picture_class_init (CvnCardPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_card_picture_finalize;
}

static void
cvn_card_picture_init (CvnCardPicture *self)
{
}

/** cvn_card_picture_new: (transfer full): @surface, an image, as it is: nobody paints on it any more. */
GdkPaintable *
cvn_card_picture_new (cairo_surface_t *surface)
{
  CvnCardPicture *self = g_object_new (CVN_TYPE_CARD_PICTURE, NULL);

  self->surface = cairo_surface_reference (surface);
  return GDK_PAINTABLE (self);
}
