/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-preview"

#include "cvn-card-preview.h"

#include "cvn-card-paper.h"
#include "cvn-reports.h"
#include "cvn-tall.h"

#include <glib/gi18n-lib.h>

/* Pixels to a point: letters that are painted smaller stand too far apart or too close, so a smaller page is made of a larger one. */
#define LEAST_ZOOM 1.6

#define MOST_PAGES 2
/* More than this is no card: it is shown without the rest. */
#define SHOWN_PAGES 6

/* What is to be painted. Counted, as the thread that paints holds it too. */
typedef struct
{
  CvnCardSheet *sheet;
  CvnLanguage   language;
  int           pixels; /* how wide; set before it is painted */
  gboolean      shown;
} Order;

typedef struct
{
  GPtrArray *pages; /* of cairo_surface_t */
  GPtrArray *texts;
  guint      n_pages;
} Painted;

struct _CvnCardPreview
{
  AdwBin parent_instance;

  GtkWidget    *papers;
  GtkLabel     *count;
  Order        *order; /* the last one; NULL before there is one */
  gboolean      due;   /* it has not been painted, or not as wide as the papers are */
  guint         n_pages;
  guint         n_painted;
  gboolean      painting;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CvnCardPreview, cvn_card_preview, ADW_TYPE_BIN)

static void start (CvnCardPreview *self);

static void
free_order (gpointer data)
{
  Order *order = data;

  cvn_card_sheet_free (order->sheet);
}

static void
unref_order (gpointer order)
{
  g_atomic_rc_box_release_full (order, free_order);
}

static void
free_painted (gpointer data)
{
  Painted *painted = data;

  g_ptr_array_unref (painted->pages);
  g_ptr_array_unref (painted->texts);
  g_free (painted);
}

/* Makes what was painted on @surface, which it takes, so many pixels wide: every one of them is looked at. */
static cairo_surface_t *
shrink (cairo_surface_t *surface,
        int              pixels)
{
  double           zoom = (double) pixels / cairo_image_surface_get_width (surface);
  cairo_surface_t *small;
  cairo_t         *cr;

  if (pixels >= cairo_image_surface_get_width (surface))
    return surface;
  small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, pixels, (int) (cairo_image_surface_get_height (surface) * zoom));
  cr = cairo_create (small);
  cairo_scale (cr, zoom, zoom);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);
  cairo_surface_destroy (surface);
  return small;
}

static cairo_surface_t *
paint_page (CvnReport *report,
            guint      page,
            int        pixels)
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           width;
  double           height;
  double           zoom;

  cvn_report_get_page_size (report, &width, &height);
  zoom = MAX (LEAST_ZOOM, pixels / width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * zoom), (int) (height * zoom));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  cvn_report_paint_page (report, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return shrink (surface, pixels);
}

static void
paint (GTask        *task,
       gpointer      source,
       gpointer      data,
       GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr (CvnReport) report = cvn_report_new_card (order->sheet, order->language);
  Painted *painted = g_new0 (Painted, 1);

  painted->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  painted->texts = g_ptr_array_new_with_free_func (g_free);
  painted->n_pages = cvn_report_get_n_pages (report);
  for (guint page = 0; page < MIN (painted->n_pages, SHOWN_PAGES); page++)
    {
      g_ptr_array_add (painted->pages, paint_page (report, page, order->pixels));
      g_ptr_array_add (painted->texts, cvn_report_dup_page_text (report, page));
    }
  g_task_return_pointer (task, painted, free_painted);
}

/* Its place is kept all the time by a sheet of paper, white until something is painted. */
static GtkWidget *
add_paper (CvnCardPreview *self)
{
  GtkWidget *paper = cvn_card_paper_new ();

  gtk_box_append (GTK_BOX (self->papers), paper);
  return paper;
}

static void
set_page (CvnCardPreview *self,
          guint           page,
          const Painted  *painted)
{
  GtkWidget       *paper = gtk_widget_get_first_child (self->papers);
  g_autofree char *label = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, painted->n_pages);

  for (guint i = 0; i < page && paper != NULL; i++)
    paper = gtk_widget_get_next_sibling (paper);
  if (paper == NULL)
    paper = add_paper (self);
  cvn_card_paper_set_picture (CVN_CARD_PAPER (paper), painted->pages->pdata[page]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paper), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, painted->texts->pdata[page], -1);
}

static void
drop_pages (CvnCardPreview *self,
            guint           n)
{
  GtkWidget *paper = gtk_widget_get_first_child (self->papers);

  for (guint i = 0; paper != NULL; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (paper);

      if (i >= n)
        gtk_box_remove (GTK_BOX (self->papers), paper);
      paper = next;
    }
}

static void
show_painted (CvnCardPreview *self,
              const Painted  *painted)
{
  g_autofree char *count = painted->n_pages > MOST_PAGES ? g_strdup_printf (_("%u pages: a card has at most two"), painted->n_pages)
                                                         : g_strdup_printf (ngettext ("%u page", "%u pages", painted->n_pages), painted->n_pages);

  self->n_pages = painted->n_pages;
  for (guint page = 0; page < painted->pages->len; page++)
    set_page (self, page, painted);
  drop_pages (self, MAX (painted->pages->len, 1));
  gtk_label_set_label (self->count, count);
  if (painted->n_pages > MOST_PAGES)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "warning");
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  CvnCardPreview *self = CVN_CARD_PREVIEW (source);
  Order          *order = g_task_get_task_data (G_TASK (result));
  Painted        *painted = g_task_propagate_pointer (G_TASK (result), NULL);

  self->painting = FALSE;
  if (painted == NULL || self->papers == NULL)
    {
      g_clear_pointer (&painted, free_painted);
      return;
    }
  if (!order->shown)
    self->n_painted++;
  order->shown = TRUE;
  show_painted (self, painted);
  free_painted (painted);
  start (self);
}

static int
get_pixels (CvnCardPreview *self)
{
  return cvn_card_paper_get_pixels (CVN_CARD_PAPER (gtk_widget_get_first_child (self->papers)));
}

/* Paints what is due, as soon as nothing else is being painted and it is known how wide. */
static void
start (CvnCardPreview *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->order == NULL || !self->due || self->painting || get_pixels (self) == 0)
    return;
  self->due = FALSE;
  self->painting = TRUE;
  self->order->pixels = get_pixels (self);
  task = g_task_new (self, self->cancellable, painted_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->order), unref_order);
  g_task_run_in_thread (task, paint);
}

/* While a window is drawn wider, one width after another is painted, as fast as that goes. */
static void
resized_cb (CvnCardPreview *self)
{
  if (self->order != NULL && self->order->pixels != get_pixels (self))
    self->due = TRUE;
  start (self);
}

static void
cvn_card_preview_dispose (GObject *object)
{
  CvnCardPreview *self = CVN_CARD_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->order, unref_order);
  self->papers = NULL;
  G_OBJECT_CLASS (cvn_card_preview_parent_class)->dispose (object);
}

static void
cvn_card_preview_class_init (CvnCardPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_card_preview_dispose;
}

static void
cvn_card_preview_init (CvnCardPreview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->cancellable = g_cancellable_new ();
  self->papers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.5, "wrap", TRUE, "css-classes", (const char *[]){ "cvn-caption", NULL }, NULL));
  gtk_widget_add_css_class (content, "cvn-card-preview");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (content), self->papers);
  g_signal_connect_object (add_paper (self), "resized", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cvn_tall_new (content));
  /* A page is as high as its width asks for, not as it could be at least. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))), GTK_SCROLL_NATURAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview of the card"), -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/** cvn_card_preview_new: a preview of nothing. */
GtkWidget *
cvn_card_preview_new (void)
{
  return g_object_new (CVN_TYPE_CARD_PREVIEW, NULL);
}

/** cvn_card_preview_show: paints @sheet, which is copied; of several orders while one is painted only the last one is carried out. Main thread. */
void
cvn_card_preview_show (CvnCardPreview     *self,
                       const CvnCardSheet *sheet,
                       CvnLanguage         language)
{
  g_clear_pointer (&self->order, unref_order);
  self->order = g_atomic_rc_box_new0 (Order);
  self->order->sheet = cvn_card_sheet_copy (sheet);
  self->order->language = language;
  self->due = TRUE;
  start (self);
}

/** cvn_card_preview_get_n_pages: how many pages the card has; 0 before it has been painted. */
guint
cvn_card_preview_get_n_pages (CvnCardPreview *self)
{
  return self->n_pages;
}

/** cvn_card_preview_get_n_painted: how often it has been painted. */
guint
cvn_card_preview_get_n_painted (CvnCardPreview *self)
{
  return self->n_painted;
}
