/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-paper"

#include "cvn-card-paper.h"

/* A4, in points: what a card is printed on. */
#define PAGE_WIDTH  595
#define PAGE_HEIGHT 842

/* What it asks for, pixels to a point: it takes what it gets. */
#define ZOOM 1.6

struct _CvnCardPaper
{
  GtkWidget parent_instance;

  cairo_surface_t *picture; /* NULL while the paper is white */
  int              pixels;  /* of its width; 0 before it has a place */
};

typedef enum {
  SIGNAL_RESIZED,
  N_SIGNALS,
} CvnCardPaperSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnCardPaper, cvn_card_paper, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
cvn_card_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cvn_card_paper_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = (int) (PAGE_WIDTH * ZOOM);
  else
    *natural = for_size >= 0 ? (for_size * PAGE_HEIGHT + PAGE_WIDTH - 1) / PAGE_WIDTH : (int) (PAGE_HEIGHT * ZOOM);
}

static void
update_pixels (CvnCardPaper *self)
{
  int pixels = gtk_widget_get_width (GTK_WIDGET (self)) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (pixels == self->pixels)
    return;
  self->pixels = pixels;
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
}

static void
cvn_card_paper_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  update_pixels (CVN_CARD_PAPER (widget));
}

/* A picture of another width is soon followed by one of this width: until then it need not be made small with care. */
static void
cvn_card_paper_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CvnCardPaper   *self = CVN_CARD_PAPER (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  double          zoom;
  cairo_t        *cr;

  /* Paper is white in the dark style too: it is what will be printed. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &area);
  if (self->picture == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  zoom = (double) gtk_widget_get_width (widget) / cairo_image_surface_get_width (self->picture);
  cairo_scale (cr, zoom, zoom);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
cvn_card_paper_finalize (GObject *object)
{
  g_clear_pointer (&CVN_CARD_PAPER (object)->picture, cairo_surface_destroy);
  G_OBJECT_CLASS (cvn_card_paper_parent_class)->finalize (object);
}

static void
cvn_card_paper_class_init (CvnCardPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cvn_card_paper_finalize;
  widget_class->get_request_mode = cvn_card_paper_get_request_mode;
  widget_class->measure = cvn_card_paper_measure;
  widget_class->size_allocate = cvn_card_paper_size_allocate;
  widget_class->snapshot = cvn_card_paper_snapshot;
  signals[SIGNAL_RESIZED] = g_signal_new ("resized", CVN_TYPE_CARD_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cvn_card_paper_init (CvnCardPaper *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-paper");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_pixels), NULL);
}

/** cvn_card_paper_new: a white page, as wide as it may be. It emits "resized" when its width is another than before. */
GtkWidget *
cvn_card_paper_new (void)
{
  return g_object_new (CVN_TYPE_CARD_PAPER, NULL);
}

/** cvn_card_paper_set_picture: shows @picture, an image, as it is: nobody paints on it any more. */
void
cvn_card_paper_set_picture (CvnCardPaper    *self,
                            cairo_surface_t *picture)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture = cairo_surface_reference (picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** cvn_card_paper_get_pixels: how many pixels of the screen it is wide; 0 before it has a place. */
int
cvn_card_paper_get_pixels (CvnCardPaper *self)
{
  return self->pixels;
}
