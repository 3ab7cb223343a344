/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fees-page"

#include "cvn-fees-page.h"

#include "cvn-chart-card.h"
#include "cvn-columns-layout.h"
#include "cvn-fee-charts.h"
#include "cvn-fee-tariffs.h"
#include "cvn-overview-charts.h"
#include "cvn-register-page.h"

#include <glib/gi18n-lib.h>

#define CARD_WIDTH 400

typedef enum {
  CARD_REVENUE,
  CARD_PER_THOUSAND,
  CARD_SHARES,
  N_CARDS,
} CardId;

struct _CvnFeesPage
{
  CvnPage parent_instance;

  AdwViewStack *stack;
  CvnFeeSheet  *sheet;
  GtkWidget    *pane;
  GtkWidget    *cards[N_CARDS];
  GtkWidget    *formula;
  CvnPage      *registers; /* the lists of the area, made when they are first shown */
};

G_DEFINE_FINAL_TYPE (CvnFeesPage, cvn_fees_page, CVN_TYPE_PAGE)

static gboolean
shows_registers (CvnFeesPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "registers") == 0;
}

/* What the window offers for the lists it offers only while they are shown. */
static void
update_page (CvnFeesPage *self)
{
  gboolean lists = shows_registers (self);
  gboolean can_add = FALSE;
  gboolean can_export = FALSE;
  gboolean can_go_back = FALSE;

  if (self->registers != NULL)
    g_object_get (self->registers, "can-add", &can_add, "can-export", &can_export, "can-go-back", &can_go_back, NULL);
  cvn_page_set_can_add (CVN_PAGE (self), lists && can_add);
  cvn_page_set_can_export (CVN_PAGE (self), lists && can_export);
  cvn_page_set_can_go_back (CVN_PAGE (self), lists && can_go_back);
  cvn_page_set_title (CVN_PAGE (self), lists && self->registers != NULL ? cvn_page_get_title (self->registers) : NULL);
}

static void
need_registers (CvnFeesPage *self)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, "registers"));

  if (self->registers == NULL)
    {
      self->registers = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", cvn_page_get_centre (CVN_PAGE (self)),
                                      "area", cvn_page_get_area (CVN_PAGE (self)), NULL);
      g_signal_connect_object (self->registers, "notify", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (bin, GTK_WIDGET (self->registers));
    }
}

static void
shown_cb (CvnFeesPage *self)
{
  if (shows_registers (self))
    {
      need_registers (self);
      cvn_page_activate (self->registers);
    }
  update_page (self);
}

static void
set_chart (CvnFeesPage *self,
           CardId       card,
           CvnChart    *chart)
{
  cvn_chart_card_set_chart (CVN_CHART_CARD (self->cards[card]), chart);
  cvn_chart_unref (chart);
}

static void
changed_cb (CvnFeesPage *self)
{
  g_autofree char *formula = cvn_fee_chart_explain (self->sheet);

  set_chart (self, CARD_REVENUE, cvn_fee_chart_revenue (self->sheet));
  set_chart (self, CARD_PER_THOUSAND, cvn_fee_chart_per_thousand (self->sheet));
  set_chart (self, CARD_SHARES, cvn_overview_chart_registrations (cvn_fee_sheet_get_figures (self->sheet)));
  gtk_label_set_text (GTK_LABEL (self->formula), formula);
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
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("fee"));

  cvn_page_open_list (CVN_PAGE (self), query, NULL);
  cvn_page_add (self->registers);
}

static void
cvn_fees_page_activate (CvnPage *page)
{
  CvnFeesPage *self = CVN_FEES_PAGE (page);
  GtkWidget   *tariffs;

  self->sheet = cvn_fee_sheet_new (cvn_page_get_centre (page));
  self->pane = cvn_fee_sheet_pane_new (self->sheet);
  adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->stack, "grid")), self->pane);
  tariffs = cvn_fee_tariffs_new (self->sheet);
  g_signal_connect_object (tariffs, "open", G_CALLBACK (open_fee_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tariffs, "add", G_CALLBACK (add_fee_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->stack, "tariffs")), tariffs);
  g_signal_connect_object (self->sheet, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_fees_page_add (CvnPage *page)
{
  CvnFeesPage *self = CVN_FEES_PAGE (page);

  if (shows_registers (self))
    cvn_page_add (self->registers);
}

static void
cvn_fees_page_export (CvnPage *page)
{
  CvnFeesPage *self = CVN_FEES_PAGE (page);

  if (shows_registers (self))
    cvn_page_export (self->registers);
}

static void
cvn_fees_page_go_back (CvnPage *page)
{
  CvnFeesPage *self = CVN_FEES_PAGE (page);

  if (shows_registers (self))
    cvn_page_go_back (self->registers);
}

static gboolean
cvn_fees_page_open_record (CvnPage    *page,
                           const char *kind,
                           const char *id)
{
  CvnFeesPage *self = CVN_FEES_PAGE (page);

  need_registers (self);
  if (!cvn_page_open_record (self->registers, kind, id))
    return FALSE;
  cvn_fees_page_show (self, "registers");
  return TRUE;
}

static gboolean
cvn_fees_page_open_list (CvnPage        *page,
                         const CvnQuery *query,
                         const char     *title)
{
  CvnFeesPage *self = CVN_FEES_PAGE (page);

  need_registers (self);
  if (!cvn_page_open_list (self->registers, query, title))
    return FALSE;
  cvn_fees_page_show (self, "registers");
  return TRUE;
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
  CvnPageClass *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_fees_page_dispose;
  page_class->activate = cvn_fees_page_activate;
  page_class->add = cvn_fees_page_add;
  page_class->export = cvn_fees_page_export;
  page_class->go_back = cvn_fees_page_go_back;
  page_class->open_record = cvn_fees_page_open_record;
  page_class->open_list = cvn_fees_page_open_list;
}

static void
add_tab (CvnFeesPage *self,
         GtkWidget   *child,
         const char  *name,
         const char  *title,
         const char  *icon)
{
  adw_view_stack_add_titled (self->stack, child, name, title);
  adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->stack, child), icon);
}

static void
cvn_fees_page_init (CvnFeesPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = adw_view_switcher_new ();

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  add_tab (self, adw_bin_new (), "grid", _("Registrations"), "view-grid-symbolic");
  add_tab (self, make_revenue (self), "revenue", _("Revenue"), "cvn-overview-symbolic");
  add_tab (self, adw_bin_new (), "tariffs", _("Fees"), "cvn-fees-symbolic");
  add_tab (self, adw_bin_new (), "registers", _("Registers"), "cvn-registers-symbolic");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_box_append (GTK_BOX (content), switcher);
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), content);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_fees_page_show: shows "grid", "revenue", "tariffs" or "registers". */
void
cvn_fees_page_show (CvnFeesPage *self,
                    const char  *tab)
{
  adw_view_stack_set_visible_child_name (self->stack, tab);
}

/** cvn_fees_page_get_pane: the pane with the grid, owned by the page; NULL before the page is activated. */
CvnFeeSheetPane *
cvn_fees_page_get_pane (CvnFeesPage *self)
{
  return self->pane != NULL ? CVN_FEE_SHEET_PANE (self->pane) : NULL;
}
