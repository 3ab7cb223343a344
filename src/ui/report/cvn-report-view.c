/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-view"

#include "cvn-report-view.h"

#include "cvn-report-paper.h"

struct _CvnReportView
{
  AdwBin parent_instance;

  CvnReport *report;
  GtkWidget *scroller;
  GtkWidget *papers;
  int        zoom; /* a place in zooms */
};

typedef enum {
  PAGE_CHANGED,
  N_SIGNALS,
} CvnReportViewSignal;

static guint signals[N_SIGNALS];

/* Pixels to a point; 1.333 is the size of paper on a screen of 96 dots to an inch. */
static const double zooms[] = { 0.5, 0.67, 0.8, 1, 1.333, 1.667, 2, 2.667 };

#define NORMAL 3
#define SPACE  18
#define NARROW 600

G_DEFINE_FINAL_TYPE (CvnReportView, cvn_report_view, ADW_TYPE_BIN)

static void
scrolled_cb (CvnReportView *self)
{
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

static void
cvn_report_view_dispose (GObject *object)
{
  g_clear_pointer (&CVN_REPORT_VIEW (object)->report, cvn_report_unref);
  G_OBJECT_CLASS (cvn_report_view_parent_class)->dispose (object);
}

static void
cvn_report_view_class_init (CvnReportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_report_view_dispose;
  signals[PAGE_CHANGED] = g_signal_new ("page-changed", CVN_TYPE_REPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_report_view_init (CvnReportView *self)
{
  self->zoom = NORMAL;
  self->papers = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  gtk_widget_set_margin_top (self->papers, SPACE);
  gtk_widget_set_margin_bottom (self->papers, SPACE);
  gtk_widget_set_margin_start (self->papers, SPACE);
  gtk_widget_set_margin_end (self->papers, SPACE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->papers);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_focusable (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_report_view_new: a view without pages. */
GtkWidget *
cvn_report_view_new (void)
{
  return g_object_new (CVN_TYPE_REPORT_VIEW, NULL);
}

static void
apply_zoom (CvnReportView *self)
{
  for (GtkWidget *paper = gtk_widget_get_first_child (self->papers); paper != NULL; paper = gtk_widget_get_next_sibling (paper))
    cvn_report_paper_set_zoom (CVN_REPORT_PAPER (paper), zooms[self->zoom]);
}

/* In a narrow window the first look is at a whole page, not at a corner of it. */
static void
fit (CvnReportView *self)
{
  int    room = gtk_widget_get_width (GTK_WIDGET (self));
  double width;
  double height;

  if (room >= NARROW)
    return;
  cvn_report_get_page_size (self->report, &width, &height);
  self->zoom = NORMAL;
  while (self->zoom > 0 && width * zooms[self->zoom] + 2 * SPACE > room)
    self->zoom--;
}

/* A report that is there before the window has its size is fitted once it has. */
static gboolean
fit_later_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  CvnReportView *self = CVN_REPORT_VIEW (widget);

  if (gtk_widget_get_width (widget) <= 0)
    return G_SOURCE_CONTINUE;
  fit (self);
  apply_zoom (self);
  return G_SOURCE_REMOVE;
}

/** cvn_report_view_set_report: shows other pages, from the first. */
void
cvn_report_view_set_report (CvnReportView *self,
                            CvnReport     *report)
{
  GtkWidget *paper;
  gboolean   is_first = self->report == NULL;

  g_clear_pointer (&self->report, cvn_report_unref);
  self->report = cvn_report_ref (report);
  if (is_first && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    fit (self);
  else if (is_first)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_later_cb, NULL, NULL);
  while ((paper = gtk_widget_get_first_child (self->papers)) != NULL)
    gtk_box_remove (GTK_BOX (self->papers), paper);
  for (guint page = 0; page < cvn_report_get_n_pages (report); page++)
    gtk_box_append (GTK_BOX (self->papers), cvn_report_paper_new (report, page));
  apply_zoom (self);
  gtk_widget_grab_focus (self->scroller);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

/** cvn_report_view_zoom: so many steps larger, or smaller below zero; 0 is the normal size. */
void
cvn_report_view_zoom (CvnReportView *self,
                      int            steps)
{
  self->zoom = steps == 0 ? NORMAL : CLAMP (self->zoom + steps, 0, (int) G_N_ELEMENTS (zooms) - 1);
  apply_zoom (self);
}

/** cvn_report_view_get_page: the page in the middle of the view, from 0. */
guint
cvn_report_view_get_page (CvnReportView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double         middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  double         width;
  double         height;

  if (self->report == NULL)
    return 0;
  cvn_report_get_page_size (self->report, &width, &height);
  return MIN ((guint) (middle / (height * zooms[self->zoom] + SPACE)), cvn_report_get_n_pages (self->report) - 1);
}
