/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-preview"

#include "cvn-card-preview.h"

#include "cvn-card-picture.h"
#include "cvn-reports.h"

#include <glib/gi18n-lib.h>

/* Pixels to a point: sharp on a screen of 96 dots to an inch, and still when the pane is wide. */
#define ZOOM       1.6
#define MOST_PAGES 2
/* More than this is no card: it is shown without the rest. */
#define SHOWN_PAGES 6

typedef struct
{
  CvnCardSheet *sheet;
  CvnLanguage   language;
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
  Order        *next; /* what waits while something else is painted */
  guint         n_pages;
  guint         n_painted;
  gboolean      painting;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CvnCardPreview, cvn_card_preview, ADW_TYPE_BIN)

static void start (CvnCardPreview *self, Order *order);

static void
free_order (gpointer data)
{
  Order *order = data;

  cvn_card_sheet_free (order->sheet);
  g_free (order);
}

static void
free_painted (gpointer data)
{
  Painted *painted = data;

  g_ptr_array_unref (painted->pages);
  g_ptr_array_unref (painted->texts);
  g_free (painted);
}

static cairo_surface_t *
paint_page (CvnReport *report,
            guint      page)
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           width;
  double           height;

  cvn_report_get_page_size (report, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * ZOOM), (int) (height * ZOOM));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, ZOOM, ZOOM);
  cvn_report_paint_page (report, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
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
      g_ptr_array_add (painted->pages, paint_page (report, page));
      g_ptr_array_add (painted->texts, cvn_report_dup_page_text (report, page));
    }
  g_task_return_pointer (task, painted, free_painted);
}

static void
set_page (CvnCardPreview *self,
          guint           page,
          const Painted  *painted)
{
  GtkWidget *picture = gtk_widget_get_first_child (self->papers);
  g_autoptr (GdkPaintable) paintable = cvn_card_picture_new (painted->pages->pdata[page]);
  g_autofree char *label = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, painted->n_pages);

  for (guint i = 0; i < page && picture != NULL; i++)
    picture = gtk_widget_get_next_sibling (picture);
  if (picture == NULL)
    {
      picture = gtk_picture_new ();
      gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
      gtk_widget_add_css_class (picture, "cvn-paper");
      gtk_widget_set_hexpand (picture, TRUE);
      gtk_box_append (GTK_BOX (self->papers), picture);
    }
  gtk_picture_set_paintable (GTK_PICTURE (picture), paintable);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, painted->texts->pdata[page], -1);
}

static void
drop_pages (CvnCardPreview *self,
            guint           n)
{
  GtkWidget *picture = gtk_widget_get_first_child (self->papers);

  for (guint i = 0; picture != NULL; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (picture);

      if (i >= n)
        gtk_box_remove (GTK_BOX (self->papers), picture);
      picture = next;
    }
}

static void
show_painted (CvnCardPreview *self,
              const Painted  *painted)
{
  g_autofree char *count = painted->n_pages > MOST_PAGES ? g_strdup_printf (_("%u pages: a card has at most two"), painted->n_pages)
                                                         : g_strdup_printf (ngettext ("%u page", "%u pages", painted->n_pages), painted->n_pages);

  self->n_pages = painted->n_pages;
  self->n_painted++;
  for (guint page = 0; page < painted->pages->len; page++)
    set_page (self, page, painted);
  drop_pages (self, painted->pages->len);
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
  Painted        *painted = g_task_propagate_pointer (G_TASK (result), NULL);

  self->painting = FALSE;
  if (painted == NULL || self->papers == NULL)
    {
      g_clear_pointer (&painted, free_painted);
      return;
    }
  show_painted (self, painted);
  free_painted (painted);
  if (self->next != NULL)
    start (self, g_steal_pointer (&self->next));
}

static void
start (CvnCardPreview *self,
       Order          *order)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, painted_cb, NULL);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, order, free_order);
  self->painting = TRUE;
  g_task_run_in_thread (task, paint);
}

static void
cvn_card_preview_dispose (GObject *object)
{
  CvnCardPreview *self = CVN_CARD_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->next, free_order);
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
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
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
  Order *order = g_new0 (Order, 1);

  order->sheet = cvn_card_sheet_copy (sheet);
  order->language = language;
  g_clear_pointer (&self->next, free_order);
  if (self->painting)
    self->next = order;
  else
    start (self, order);
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
