/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-programmes-page"

#include "cvn-programmes-page.h"

#include "cvn-catalogue-view.h"
#include "cvn-packages-view.h"

#include <glib/gi18n-lib.h>

struct _CvnProgrammesPage
{
  CvnTabbedPage parent_instance;

  CvnBoardView *board;
};

G_DEFINE_FINAL_TYPE (CvnProgrammesPage, cvn_programmes_page, CVN_TYPE_TABBED_PAGE)

enum {
  BOARD,
  CATALOGUE,
  PACKAGES,
};

static const CvnTab tabs[] = {
  [BOARD] = { "board", N_("Bookings"), "view-grid-symbolic", "booking", TRUE },
  [CATALOGUE] = { "catalogue", N_("Catalogue"), "cvn-programmes-symbolic", "programme" },
  [PACKAGES] = { "packages", N_("Partner Programme"), "starred-symbolic", "partner_package" },
};

static void
loaded_cb (CvnProgrammesPage *self)
{
  cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

/* The page is there when its board is; opened for another tab, it does not wait for that. */
static void
cvn_programmes_page_activate (CvnPage *page)
{
  CVN_PAGE_CLASS (cvn_programmes_page_parent_class)->activate (page);
  if (CVN_PROGRAMMES_PAGE (page)->board == NULL)
    cvn_page_set_ready (page, TRUE);
}

static GtkWidget *
cvn_programmes_page_make_tab (CvnTabbedPage *page,
                              guint          tab)
{
  CvnProgrammesPage *self = CVN_PROGRAMMES_PAGE (page);
  CvnCentre         *centre = cvn_page_get_centre (CVN_PAGE (page));

  switch (tab)
    {
    case BOARD:
      self->board = CVN_BOARD_VIEW (cvn_board_view_new (centre));
      g_signal_connect_object (self->board, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
      return GTK_WIDGET (self->board);
    case CATALOGUE:
      return cvn_catalogue_view_new (centre);
    default:
      return cvn_packages_view_new (centre);
    }
}

static void
cvn_programmes_page_class_init (CvnProgrammesPageClass *klass)
{
  CvnTabbedPageClass *tabbed_class = CVN_TABBED_PAGE_CLASS (klass);

  CVN_PAGE_CLASS (klass)->activate = cvn_programmes_page_activate;
  tabbed_class->tabs = tabs;
  tabbed_class->n_tabs = G_N_ELEMENTS (tabs);
  tabbed_class->area = CVN_AREA_PROGRAMMES;
  tabbed_class->make_tab = cvn_programmes_page_make_tab;
  cvn_tabbed_page_class_install_actions (tabbed_class, "programmes");
}

static void
cvn_programmes_page_init (CvnProgrammesPage *self)
{
}

/** cvn_programmes_page_get_board: the board, owned by the page; NULL before that tab was shown. */
CvnBoardView *
cvn_programmes_page_get_board (CvnProgrammesPage *self)
{
  return self->board;
}
