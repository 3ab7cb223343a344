/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-convenant-page"

#include "cvn-convenant-page.h"

#include "cvn-contributions-view.h"
#include "cvn-guard.h"
#include "cvn-invoicing-view.h"
#include "cvn-parties-view.h"
#include "cvn-renewal-view.h"

#include <glib/gi18n-lib.h>

struct _CvnConvenantPage
{
  CvnTabbedPage parent_instance;

  CvnPartiesView   *parties;
  CvnInvoicingView *invoicing;
  CvnRenewalView   *renewal;
};

G_DEFINE_FINAL_TYPE (CvnConvenantPage, cvn_convenant_page, CVN_TYPE_TABBED_PAGE)

enum {
  PARTIES,
  CONTRIBUTIONS,
  INVOICING,
  RENEWAL,
};

static const CvnTab tabs[] = {
  [PARTIES] = { "parties", N_("Parties"), "cvn-partners-symbolic", "agreement" }, /* once there is one, a party */
  [CONTRIBUTIONS] = { "contributions", N_("Contributions"), "cvn-budget-symbolic", "commitment" },
  [INVOICING] = { "instalments", N_("Invoicing"), "x-office-calendar-symbolic", "instalment" },
  [RENEWAL] = { "renewal", N_("Renewal"), "view-refresh-symbolic", "agreement" },
};

static void
show_tab (CvnConvenantPage *self,
          guint             tab)
{
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (self), tabs[tab].name);
}

static void
show_invoice (CvnConvenantPage *self,
              const char       *id,
              gboolean          credit)
{
  show_tab (self, INVOICING);
  cvn_invoicing_view_show_invoice (self->invoicing, id, credit);
}

/* An invoice is more than its fields: what came in, and what can be done with it. */
static gboolean
cvn_convenant_page_open_record (CvnPage    *page,
                                const char *kind,
                                const char *id)
{
  CvnConvenantPage *self = CVN_CONVENANT_PAGE (page);

  if (!g_str_equal (kind, "invoice"))
    return cvn_tabbed_page_open_form (CVN_TABBED_PAGE (self), kind, id);
  show_invoice (self, id, FALSE);
  return TRUE;
}

static void
cvn_convenant_page_add (CvnPage *page)
{
  CvnConvenantPage *self = CVN_CONVENANT_PAGE (page);
  gboolean          on_parties = g_str_equal (cvn_tabbed_page_get_tab (CVN_TABBED_PAGE (self)), tabs[PARTIES].name);

  if (!on_parties || !cvn_parties_view_invite (self->parties))
    CVN_PAGE_CLASS (cvn_convenant_page_parent_class)->add (page);
}

static void
credit_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  show_invoice (CVN_CONVENANT_PAGE (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
renew_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnConvenantPage *self = CVN_CONVENANT_PAGE (widget);

  show_tab (self, RENEWAL);
  cvn_renewal_view_set_agreement (self->renewal, g_variant_get_string (parameter, NULL));
}

static void
show_agreement_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  CvnConvenantPage *self = CVN_CONVENANT_PAGE (widget);

  show_tab (self, PARTIES);
  cvn_cockpit_set_agreement (cvn_parties_view_get_cockpit (self->parties), g_variant_get_string (parameter, NULL));
}

/* Opened for another tab, the page does not wait for the parties. */
static void
loaded_cb (CvnConvenantPage *self)
{
  if (self->parties == NULL || cvn_cockpit_is_loaded (cvn_parties_view_get_cockpit (self->parties)))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_convenant_page_activate (CvnPage *page)
{
  CVN_PAGE_CLASS (cvn_convenant_page_parent_class)->activate (page);
  loaded_cb (CVN_CONVENANT_PAGE (page));
}

static void
cvn_convenant_page_constructed (GObject *object)
{
  static const char *const changing[] = { "convenant.credit", "convenant.renew", NULL };

  G_OBJECT_CLASS (cvn_convenant_page_parent_class)->constructed (object);
  cvn_guard_actions (GTK_WIDGET (object), cvn_page_get_centre (CVN_PAGE (object)), changing);
}

static GtkWidget *
cvn_convenant_page_make_tab (CvnTabbedPage *page,
                             guint          tab)
{
  CvnConvenantPage *self = CVN_CONVENANT_PAGE (page);
  CvnCentre        *centre = cvn_page_get_centre (CVN_PAGE (page));

  switch (tab)
    {
    case PARTIES:
      self->parties = CVN_PARTIES_VIEW (cvn_parties_view_new (centre));
      g_signal_connect_object (cvn_parties_view_get_cockpit (self->parties), "changed", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
      return GTK_WIDGET (self->parties);
    case CONTRIBUTIONS:
      return cvn_contributions_view_new (centre);
    case INVOICING:
      self->invoicing = CVN_INVOICING_VIEW (cvn_invoicing_view_new (centre));
      return GTK_WIDGET (self->invoicing);
    default:
      self->renewal = CVN_RENEWAL_VIEW (cvn_renewal_view_new (centre));
      return GTK_WIDGET (self->renewal);
    }
}

static void
cvn_convenant_page_class_init (CvnConvenantPageClass *klass)
{
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  CvnPageClass       *page_class = CVN_PAGE_CLASS (klass);
  CvnTabbedPageClass *tabbed_class = CVN_TABBED_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_convenant_page_constructed;
  page_class->activate = cvn_convenant_page_activate;
  page_class->add = cvn_convenant_page_add;
  page_class->open_record = cvn_convenant_page_open_record;
  tabbed_class->tabs = tabs;
  tabbed_class->n_tabs = G_N_ELEMENTS (tabs);
  tabbed_class->area = CVN_AREA_CONVENANT;
  tabbed_class->make_tab = cvn_convenant_page_make_tab;
  cvn_tabbed_page_class_install_actions (tabbed_class, "convenant");
  gtk_widget_class_install_action (widget_class, "convenant.credit", "s", credit_cb);
  gtk_widget_class_install_action (widget_class, "convenant.renew", "s", renew_cb);
  gtk_widget_class_install_action (widget_class, "convenant.show-agreement", "s", show_agreement_cb);
}

static void
cvn_convenant_page_init (CvnConvenantPage *self)
{
}
