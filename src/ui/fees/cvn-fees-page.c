/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fees-page"

#include "cvn-fees-page.h"

#include "cvn-chart-card.h"
#include "cvn-columns-layout.h"
#include "cvn-fee-charts.h"
#include "cvn-fee-tariffs.h"
#include "cvn-overview-charts.h"

#include <glib/gi18n-lib.h>

#define CARD_WIDTH 400

typedef enum {
  CARD_REVENUE,
  CARD_PER_THOUSAND,
  CARD_SHARES,
  N_CARDS,
} CardId;

enum {
  GRID,
  REVENUE,
  TARIFFS,
};

static const CvnTab tabs[] = {
  [GRID] = { "grid", N_("Registrations"), "view-grid-symbolic", NULL },
  [REVENUE] = { "revenue", N_("Revenue"), "cvn-overview-symbolic", NULL },
  [TARIFFS] = { "tariffs", N_("Fees"), "cvn-fees-symbolic", "fee" },
};

struct _CvnFeesPage
{
  CvnTabbedPage parent_instance;

  CvnFeeSheet *sheet; /* what all tabs show; NULL before the first of them is made */
  GtkWidget   *pane;
  GtkWidget   *cards[N_CARDS];
  GtkWidget   *formula;
};

G_DEFINE_FINAL_TYPE (CvnFeesPage, cvn_fees_page, CVN_TYPE_TABBED_PAGE)

static void
set_chart (CvnFeesPage *self,
           CardId       card,
           CvnChart    *chart)
{
  cvn_chart_card_set_chart (CVN_CHART_CARD (self->cards[card]), chart);
  cvn_chart_unref (chart);
}

static void
fill_revenue (CvnFeesPage *self)
{
  g_autofree char *formula = cvn_fee_chart_explain (self->sheet);

  set_chart (self, CARD_REVENUE, cvn_fee_chart_revenue (self->sheet));
  set_chart (self, CARD_PER_THOUSAND, cvn_fee_chart_per_thousand (self->sheet));
  set_chart (self, CARD_SHARES, cvn_overview_chart_registrations (cvn_fee_sheet_get_figures (self->sheet)));
  gtk_label_set_text (GTK_LABEL (self->formula), formula);
}

static void
changed_cb (CvnFeesPage *self)
{
  if (self->formula != NULL)
    fill_revenue (self);
  cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static GtkWidget *
make_formula_button (CvnFeesPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->formula = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 45, "margin-start", 6, "margin-end", 6,
                                "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), self->formula);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("How the Estimate Is Made"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_card (const char *caption,
           const char *figure)
{
  GtkWidget *card = cvn_chart_card_new ();

  cvn_chart_card_set_caption (CVN_CHART_CARD (card), caption);
  cvn_chart_card_set_action (CVN_CHART_CARD (card), "win.open-figure", figure);
  return card;
}

static GtkWidget *
make_revenue (CvnFeesPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->cards[CARD_REVENUE] = make_card (_("Paid registrations times the fee of the month; months without figures are estimated"), "fee-revenue-by-month");
  gtk_widget_set_size_request (self->cards[CARD_REVENUE], -1, 320);
  gtk_box_append (GTK_BOX (content), self->cards[CARD_REVENUE]);
  gtk_box_append (GTK_BOX (content), make_formula_button (self));
  self->cards[CARD_PER_THOUSAND] = make_card (_("Registrations of the year, by the inhabitants on 1 January"), "registrations-by-municipality");
  self->cards[CARD_SHARES] = make_card (_("Where people register more or less than its size suggests"), "registrations-by-municipality");
  gtk_widget_set_layout_manager (cards, cvn_columns_layout_new (CARD_WIDTH, 2, 18));
  gtk_widget_set_parent (self->cards[CARD_PER_THOUSAND], cards);
  gtk_widget_set_parent (self->cards[CARD_SHARES], cards);
  gtk_box_append (GTK_BOX (content), cards);
  gtk_widget_add_css_class (content, "cvn-fees");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  return scrolled;
}

static void
open_fee_cb (CvnFeesPage *self,
             const char  *id)
{
  cvn_page_open_record (CVN_PAGE (self), "fee", id);
}

static void
add_fee_cb (CvnFeesPage *self)
{
  cvn_tabbed_page_add (CVN_TABBED_PAGE (self), "fee");
}

static GtkWidget *
make_tariffs (CvnFeesPage *self)
{
  GtkWidget *tariffs = cvn_fee_tariffs_new (self->sheet);

  g_signal_connect_object (tariffs, "open", G_CALLBACK (open_fee_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tariffs, "add", G_CALLBACK (add_fee_cb), self, G_CONNECT_SWAPPED);
  return tariffs;
}

/* The page is ready when what its tabs show has been read, and they have it. */
static void
need_sheet (CvnFeesPage *self)
{
  if (self->sheet != NULL)
    return;
  self->sheet = cvn_fee_sheet_new (cvn_page_get_centre (CVN_PAGE (self)));
  g_signal_connect_object (self->sheet, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
cvn_fees_page_activate (CvnPage *page)
{
  need_sheet (CVN_FEES_PAGE (page));
  CVN_PAGE_CLASS (cvn_fees_page_parent_class)->activate (page);
}

static GtkWidget *
cvn_fees_page_make_tab (CvnTabbedPage *page,
                        guint          tab)
{
  CvnFeesPage *self = CVN_FEES_PAGE (page);
  GtkWidget   *revenue;

  need_sheet (self);
  switch (tab)
    {
    case GRID:
      self->pane = cvn_fee_sheet_pane_new (self->sheet);
      return self->pane;
    case REVENUE:
      revenue = make_revenue (self);
      if (cvn_fee_sheet_is_loaded (self->sheet))
        fill_revenue (self);
      return revenue;
    default:
      return make_tariffs (self);
    }
}

static void
cvn_fees_page_dispose (GObject *object)
{
  CvnFeesPage *self = CVN_FEES_PAGE (object);

  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (cvn_fees_page_parent_class)->dispose (object);
}

static void
cvn_fees_page_class_init (CvnFeesPageClass *klass)
{
  CvnTabbedPageClass *tabbed_class = CVN_TABBED_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_fees_page_dispose;
  CVN_PAGE_CLASS (klass)->activate = cvn_fees_page_activate;
  tabbed_class->tabs = tabs;
  tabbed_class->n_tabs = G_N_ELEMENTS (tabs);
  tabbed_class->area = CVN_AREA_FEES;
  tabbed_class->make_tab = cvn_fees_page_make_tab;
}

static void
cvn_fees_page_init (CvnFeesPage *self)
{
}

/** cvn_fees_page_get_pane: the pane with the grid, owned by the page; NULL before that tab was shown. */
CvnFeeSheetPane *
cvn_fees_page_get_pane (CvnFeesPage *self)
{
  return self->pane != NULL ? CVN_FEE_SHEET_PANE (self->pane) : NULL;
}
