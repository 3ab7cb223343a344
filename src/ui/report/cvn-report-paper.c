/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-paper"

#include "cvn-report-paper.h"

#include <glib/gi18n-lib.h>

struct _CvnReportPaper
{
  GtkWidget parent_instance;

  CvnReport *report;
  guint      page;
  double     zoom; /* pixels to a point */
};

G_DEFINE_FINAL_TYPE (CvnReportPaper, cvn_report_paper, GTK_TYPE_WIDGET)

static void
cvn_report_paper_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  CvnReportPaper *self = CVN_REPORT_PAPER (widget);
  double          width;
  double          height;

  cvn_report_get_page_size (self->report, &width, &height);
  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->zoom);
}

static void
cvn_report_paper_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CvnReportPaper *self = CVN_REPORT_PAPER (widget);
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));

  /* Paper is white in the dark style too: it is what will be printed. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->zoom, self->zoom);
  cvn_report_paint_page (self->report, self->page, cr);
  cairo_destroy (cr);
}

static void
cvn_report_paper_finalize (GObject *object)
{
  g_clear_pointer (&CVN_REPORT_PAPER (object)->report, cvn_report_unref);
  G_OBJECT_CLASS (cvn_report_paper_parent_class)->finalize (object);
}

static void
cvn_report_paper_class_init (CvnReportPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cvn_report_paper_finalize;
  widget_class->measure = cvn_report_paper_measure;
  widget_class->snapshot = cvn_report_paper_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cvn_report_paper_init (CvnReportPaper *self)
{
  self->zoom = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-paper");
}

/** cvn_report_paper_new: the page @page of @report, from 0. */
GtkWidget *
cvn_report_paper_new (CvnReport *report,
                      guint      page)
{
  CvnReportPaper *self = g_object_new (CVN_TYPE_REPORT_PAPER, NULL);
  /* Translators: a page on the screen, for those who do not see it */
  g_autofree char *label = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, cvn_report_get_n_pages (report));
  g_autofree char *text = cvn_report_dup_page_text (report, page);

  self->report = cvn_report_ref (report);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

/** cvn_report_paper_set_zoom: how many pixels a point is. */
void
cvn_report_paper_set_zoom (CvnReportPaper *self,
                           double          zoom)
{
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
