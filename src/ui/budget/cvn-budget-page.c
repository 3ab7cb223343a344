/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-page"

#include "cvn-budget-page.h"

#include "cvn-budget-cash-view.h"
#include "cvn-budget-forecast-view.h"
#include "cvn-budget-view.h"
#include "cvn-budget-years-view.h"
#include "cvn-scenarios-view.h"

#include <glib/gi18n-lib.h>

struct _CvnBudgetPage
{
  CvnTabbedPage parent_instance;

  CvnBudgetView    *budget;
  CvnScenariosView *scenarios;
};

G_DEFINE_FINAL_TYPE (CvnBudgetPage, cvn_budget_page, CVN_TYPE_TABBED_PAGE)

enum {
  BUDGET,
  FORECAST,
  CASH,
  YEARS,
  SCENARIOS,
};

static const CvnTab tabs[] = {
  [BUDGET] = { "budget", N_("Budget"), "cvn-budget-symbolic", "budget_line" },
  [FORECAST] = { "forecast", N_("Forecast"), "cvn-overview-symbolic", "budget_line" },
  [CASH] = { "cash", N_("Cash"), "cvn-fees-symbolic", "budget_entry" },
  [YEARS] = { "years", N_("Years"), "x-office-calendar-symbolic", "budget_line" },
  [SCENARIOS] = { "scenarios", N_("Scenarios"), "media-playlist-shuffle-symbolic", "scenario" },
};

static gboolean
is_on (CvnBudgetPage *self,
       guint          tab)
{
  return g_str_equal (cvn_tabbed_page_get_tab (CVN_TABBED_PAGE (self)), tabs[tab].name);
}

/* Whether a line, a scenario or a party has slid in. */
static gboolean
cvn_budget_page_shows_detail (CvnTabbedPage *page)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);

  return (is_on (self, BUDGET) && self->budget != NULL && cvn_budget_view_shows_line (self->budget)) ||
         (is_on (self, SCENARIOS) && self->scenarios != NULL && cvn_scenarios_view_shows_detail (self->scenarios));
}

static void
cvn_budget_page_close_detail (CvnTabbedPage *page)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);

  if (is_on (self, BUDGET))
    cvn_budget_view_show_line (self->budget, NULL);
  else
    cvn_scenarios_view_show_all (self->scenarios);
}

static void
show_line_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (widget);

  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (self), tabs[BUDGET].name);
  cvn_budget_view_show_line (self->budget, g_variant_get_string (parameter, NULL));
}

/* Opened for another tab, the page does not wait for the lines. */
static void
loaded_cb (CvnBudgetPage *self)
{
  if (self->budget == NULL || cvn_budget_view_is_loaded (self->budget))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_budget_page_activate (CvnPage *page)
{
  CVN_PAGE_CLASS (cvn_budget_page_parent_class)->activate (page);
  loaded_cb (CVN_BUDGET_PAGE (page));
}

static GtkWidget *
cvn_budget_page_make_tab (CvnTabbedPage *page,
                          guint          tab)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);
  CvnCentre     *centre = cvn_page_get_centre (CVN_PAGE (page));

  switch (tab)
    {
    case BUDGET:
      self->budget = CVN_BUDGET_VIEW (cvn_budget_view_new (centre));
      g_signal_connect_object (self->budget, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->budget, "shown-changed", G_CALLBACK (cvn_tabbed_page_update), self, G_CONNECT_SWAPPED);
      return GTK_WIDGET (self->budget);
    case FORECAST:
      return cvn_budget_forecast_view_new (centre);
    case CASH:
      return cvn_budget_cash_view_new (centre);
    case YEARS:
      return cvn_budget_years_view_new (centre);
    default:
      self->scenarios = CVN_SCENARIOS_VIEW (cvn_scenarios_view_new (centre));
      g_signal_connect_object (self->scenarios, "shown-changed", G_CALLBACK (cvn_tabbed_page_update), self, G_CONNECT_SWAPPED);
      return GTK_WIDGET (self->scenarios);
    }
}

static void
cvn_budget_page_class_init (CvnBudgetPageClass *klass)
{
  CvnTabbedPageClass *tabbed_class = CVN_TABBED_PAGE_CLASS (klass);

  CVN_PAGE_CLASS (klass)->activate = cvn_budget_page_activate;
  tabbed_class->tabs = tabs;
  tabbed_class->n_tabs = G_N_ELEMENTS (tabs);
  tabbed_class->area = CVN_AREA_BUDGET;
  tabbed_class->make_tab = cvn_budget_page_make_tab;
  tabbed_class->shows_detail = cvn_budget_page_shows_detail;
  tabbed_class->close_detail = cvn_budget_page_close_detail;
  cvn_tabbed_page_class_install_actions (tabbed_class, "budget");
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "budget.show-line", "s", show_line_cb);
}

static void
cvn_budget_page_init (CvnBudgetPage *self)
{
}
