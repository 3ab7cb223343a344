/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roadmap-page"

#include "cvn-roadmap-page.h"

#include "cvn-direction-list.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnRoadmapPage
{
  CvnTabbedPage parent_instance;

  CvnRoadmapBook *book;
  GtkWidget      *board;
  GtkWidget      *matrix;
};

G_DEFINE_FINAL_TYPE (CvnRoadmapPage, cvn_roadmap_page, CVN_TYPE_TABBED_PAGE)

enum {
  BOARD,
  MILESTONES,
  RISKS,
  INDICATORS,
  STEPS,
  SURROUNDINGS,
};

static const CvnTab tabs[] = {
  [BOARD] = { "board", N_("Services"), "view-grid-symbolic", "roadmap_item" },
  [MILESTONES] = { "milestones", N_("Milestones"), "checkbox-checked-symbolic", "milestone" },
  [RISKS] = { "risks", N_("Risks"), "dialog-warning-symbolic", "risk" },
  [INDICATORS] = { "indicators", N_("Indicators"), "power-profile-performance-symbolic", "indicator_value" },
  [STEPS] = { "steps", N_("Steps"), "go-next-symbolic", "step" },
  [SURROUNDINGS] = { "surroundings", N_("Surroundings"), "network-workgroup-symbolic", "signal" },
};

static void
loaded_cb (CvnRoadmapPage *self)
{
  if (cvn_roadmap_book_is_loaded (self->book))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

/* What all tabs show. */
static CvnRoadmapBook *
need_book (CvnRoadmapPage *self)
{
  if (self->book == NULL)
    {
      self->book = cvn_roadmap_book_new (cvn_page_get_centre (CVN_PAGE (self)));
      g_signal_connect_object (self->book, "changed", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
    }
  return self->book;
}

static void
cvn_roadmap_page_activate (CvnPage *page)
{
  need_book (CVN_ROADMAP_PAGE (page));
  CVN_PAGE_CLASS (cvn_roadmap_page_parent_class)->activate (page);
  loaded_cb (CVN_ROADMAP_PAGE (page));
}

static GtkWidget *
make_print (void)
{
  GtkWidget *print = gtk_button_new_from_icon_name ("document-print-symbolic");

  cvn_tooltip_set (print, _("Print the Roadmap on A3"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (print), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Print the Roadmap on A3"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "win.open-report");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (print), "(ss)", "roadmap", "");
  gtk_widget_set_valign (print, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (print, "flat");
  gtk_widget_set_margin_end (print, 12);
  return print;
}

static GtkWidget *
cvn_roadmap_page_make_tab (CvnTabbedPage *page,
                           guint          tab)
{
  CvnRoadmapPage *self = CVN_ROADMAP_PAGE (page);
  CvnRoadmapBook *book = need_book (self);

  switch (tab)
    {
    case BOARD:
      self->board = cvn_roadmap_board_new (book);
      return self->board;
    case MILESTONES:
      return cvn_direction_list_new (book, CVN_DIRECTION_MILESTONES);
    case RISKS:
      self->matrix = cvn_risk_matrix_new (book);
      return self->matrix;
    case INDICATORS:
      return cvn_direction_list_new (book, CVN_DIRECTION_INDICATORS);
    case SURROUNDINGS:
      return cvn_direction_list_new (book, CVN_DIRECTION_SURROUNDINGS);
    default:
      return cvn_direction_list_new (book, CVN_DIRECTION_STEPS);
    }
}

static void
cvn_roadmap_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (cvn_roadmap_page_parent_class)->constructed (object);
  cvn_tabbed_page_append_to_bar (CVN_TABBED_PAGE (object), make_print ());
}

static void
cvn_roadmap_page_dispose (GObject *object)
{
  g_clear_object (&CVN_ROADMAP_PAGE (object)->book);
  G_OBJECT_CLASS (cvn_roadmap_page_parent_class)->dispose (object);
}

static void
cvn_roadmap_page_class_init (CvnRoadmapPageClass *klass)
{
  CvnTabbedPageClass *tabbed_class = CVN_TABBED_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_roadmap_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = cvn_roadmap_page_dispose;
  CVN_PAGE_CLASS (klass)->activate = cvn_roadmap_page_activate;
  tabbed_class->tabs = tabs;
  tabbed_class->n_tabs = G_N_ELEMENTS (tabs);
  tabbed_class->area = CVN_AREA_ROADMAP;
  tabbed_class->make_tab = cvn_roadmap_page_make_tab;
  cvn_tabbed_page_class_install_actions (tabbed_class, "roadmap");
}

static void
cvn_roadmap_page_init (CvnRoadmapPage *self)
{
}

/** cvn_roadmap_page_get_book: (transfer none): what the page shows; NULL before it is activated. */
CvnRoadmapBook *
cvn_roadmap_page_get_book (CvnRoadmapPage *self)
{
  return self->book;
}

/** cvn_roadmap_page_get_board: (transfer none): the services; NULL before that tab was shown. */
CvnRoadmapBoard *
cvn_roadmap_page_get_board (CvnRoadmapPage *self)
{
  return self->board != NULL ? CVN_ROADMAP_BOARD (self->board) : NULL;
}

/** cvn_roadmap_page_get_matrix: (transfer none): the risks; NULL before that tab was shown. */
CvnRiskMatrix *
cvn_roadmap_page_get_matrix (CvnRoadmapPage *self)
{
  return self->matrix != NULL ? CVN_RISK_MATRIX (self->matrix) : NULL;
}
