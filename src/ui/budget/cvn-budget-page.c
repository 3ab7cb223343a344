/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-page"

#include "cvn-budget-page.h"

#include "cvn-budget-cash-view.h"
#include "cvn-budget-forecast-view.h"
#include "cvn-budget-view.h"
#include "cvn-budget-years-view.h"
#include "cvn-register-page.h"
#include "cvn-scenarios-view.h"

#include <glib/gi18n-lib.h>

struct _CvnBudgetPage
{
  CvnPage parent_instance;

  AdwViewStack     *stack;
  GtkDropDown      *picker;
  CvnBudgetView    *budget;
  CvnScenariosView *scenarios;
  CvnPage          *registers;
  const char       *came_from; /* tab to go back to from a form, or NULL */
};

G_DEFINE_FINAL_TYPE (CvnBudgetPage, cvn_budget_page, CVN_TYPE_PAGE)

#define REGISTERS "registers"

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *adds; /* the kind of record that Add makes there */
} tabs[] = {
  { "budget", N_("Budget"), "cvn-budget-symbolic", "budget_line" },
  { "forecast", N_("Forecast"), "cvn-overview-symbolic", "budget_line" },
  { "cash", N_("Cash"), "cvn-fees-symbolic", "budget_entry" },
  { "years", N_("Years"), "x-office-calendar-symbolic", "budget_line" },
  { "scenarios", N_("Scenarios"), "media-playlist-shuffle-symbolic", "scenario" },
  { REGISTERS, N_("Registers"), "cvn-registers-symbolic", NULL },
};

static const char *
get_tab (CvnBudgetPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      return tabs[i].name;
  return tabs[0].name;
}

static gboolean
is_on_registers (CvnBudgetPage *self)
{
  return g_str_equal (get_tab (self), REGISTERS);
}

/* Whether a line, a scenario or a party has slid in. */
static gboolean
shows_detail (CvnBudgetPage *self)
{
  return (g_str_equal (get_tab (self), "budget") && cvn_budget_view_shows_line (self->budget)) ||
         (g_str_equal (get_tab (self), "scenarios") && cvn_scenarios_view_shows_detail (self->scenarios));
}

static void
update (CvnBudgetPage *self)
{
  CvnPage *page = CVN_PAGE (self);
  gboolean on_registers = is_on_registers (self);
  gboolean can_go_back = FALSE;
  gboolean can_export = FALSE;

  g_object_get (self->registers, "can-go-back", &can_go_back, "can-export", &can_export, NULL);
  cvn_page_set_can_go_back (page, on_registers ? can_go_back || self->came_from != NULL : shows_detail (self));
  cvn_page_set_can_add (page, TRUE);
  cvn_page_set_can_export (page, on_registers && can_export);
  cvn_page_set_title (page, on_registers ? cvn_page_get_title (self->registers) : NULL);
}

static void
picked_cb (CvnBudgetPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->picker);

  if (selected < G_N_ELEMENTS (tabs))
    adw_view_stack_set_visible_child_name (self->stack, tabs[selected].name);
}

static void
mark_tab (CvnBudgetPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (tabs[i].name == get_tab (self))
      gtk_drop_down_set_selected (self->picker, i);
}

static void
tab_changed_cb (CvnBudgetPage *self)
{
  if (is_on_registers (self))
    cvn_page_activate (self->registers);
  else
    self->came_from = NULL;
  mark_tab (self);
  update (self);
}

/* Shows the lists, and remembers where from. */
static void
show_registers (CvnBudgetPage *self)
{
  const char *tab = get_tab (self);

  if (g_str_equal (tab, REGISTERS))
    return;
  adw_view_stack_set_visible_child_name (self->stack, REGISTERS);
  self->came_from = tab;
  update (self);
}

static void
add_record (CvnBudgetPage *self,
            const char    *kind)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));

  show_registers (self);
  if (cvn_page_open_list (self->registers, query, NULL))
    cvn_page_add (self->registers);
}

static gboolean
cvn_budget_page_open_record (CvnPage    *page,
                             const char *kind,
                             const char *id)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);

  if (!cvn_page_open_record (self->registers, kind, id))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static gboolean
cvn_budget_page_open_list (CvnPage        *page,
                           const CvnQuery *query,
                           const char     *title)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);

  if (!cvn_page_open_list (self->registers, query, title))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static void
cvn_budget_page_add (CvnPage *page)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);
  const char    *tab = get_tab (self);

  if (is_on_registers (self))
    cvn_page_add (self->registers);
  else
    for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
      if (g_str_equal (tabs[i].name, tab))
        {
          add_record (self, tabs[i].adds);
          return;
        }
}

static void
cvn_budget_page_export (CvnPage *page)
{
  cvn_page_export (CVN_BUDGET_PAGE (page)->registers);
}

static void
cvn_budget_page_go_back (CvnPage *page)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);
  const char    *tab = self->came_from;

  if (shows_detail (self))
    {
      if (g_str_equal (get_tab (self), "budget"))
        cvn_budget_view_show_line (self->budget, NULL);
      else
        cvn_scenarios_view_show_all (self->scenarios);
      return;
    }
  cvn_page_go_back (self->registers);
  if (tab != NULL)
    adw_view_stack_set_visible_child_name (self->stack, tab);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *kind;
  const char *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  cvn_budget_page_open_record (CVN_PAGE (widget), kind, id);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  add_record (CVN_BUDGET_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
show_line_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->stack, "budget");
  cvn_budget_view_show_line (self->budget, g_variant_get_string (parameter, NULL));
}

static void
loaded_cb (CvnBudgetPage *self)
{
  if (cvn_budget_view_is_loaded (self->budget))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_budget_page_activate (CvnPage *page)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (page);

  loaded_cb (self);
}

static void
add_tab (CvnBudgetPage *self,
         guint          i,
         GtkWidget     *child)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->stack, child, tabs[i].name, _(tabs[i].title));

  adw_view_stack_page_set_icon_name (page, tabs[i].icon);
}

/* A row of tabs where there is room, else a list to pick from. */
static GtkWidget *
make_tabs (CvnBudgetPage *self)
{
  GtkWidget     *squeezer = adw_squeezer_new ();
  GtkWidget     *switcher = adw_view_switcher_new ();
  GtkStringList *names = gtk_string_list_new (NULL);

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), ADW_VIEW_SWITCHER_POLICY_WIDE);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    gtk_string_list_append (names, _(tabs[i].title));
  self->picker = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->picker), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picker), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Part of the Budget"), -1);
  g_signal_connect_object (self->picker, "notify::selected", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), switcher);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), GTK_WIDGET (self->picker));
  gtk_widget_set_halign (squeezer, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (squeezer, "cvn-tabs");
  return squeezer;
}

static void
add_registers (CvnBudgetPage *self,
               CvnCentre     *centre)
{
  static const char *const watched[] = { "notify::title", "notify::can-go-back", "notify::can-export" };

  self->registers = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", centre, "area", CVN_AREA_BUDGET, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->registers, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_tab (self, G_N_ELEMENTS (tabs) - 1, GTK_WIDGET (self->registers));
}

static void
cvn_budget_page_constructed (GObject *object)
{
  CvnBudgetPage *self = CVN_BUDGET_PAGE (object);
  CvnCentre     *centre;
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (cvn_budget_page_parent_class)->constructed (object);
  centre = cvn_page_get_centre (CVN_PAGE (self));
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->budget = CVN_BUDGET_VIEW (cvn_budget_view_new (centre));
  add_tab (self, 0, GTK_WIDGET (self->budget));
  add_tab (self, 1, cvn_budget_forecast_view_new (centre));
  add_tab (self, 2, cvn_budget_cash_view_new (centre));
  add_tab (self, 3, cvn_budget_years_view_new (centre));
  self->scenarios = CVN_SCENARIOS_VIEW (cvn_scenarios_view_new (centre));
  add_tab (self, 4, GTK_WIDGET (self->scenarios));
  add_registers (self, centre);
  gtk_box_append (GTK_BOX (box), make_tabs (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (tab_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->budget, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scenarios, "shown-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->budget, "shown-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
cvn_budget_page_class_init (CvnBudgetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CvnPageClass   *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_budget_page_constructed;
  page_class->activate = cvn_budget_page_activate;
  page_class->add = cvn_budget_page_add;
  page_class->export = cvn_budget_page_export;
  page_class->go_back = cvn_budget_page_go_back;
  page_class->open_record = cvn_budget_page_open_record;
  page_class->open_list = cvn_budget_page_open_list;
  gtk_widget_class_install_action (widget_class, "budget.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "budget.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "budget.show-line", "s", show_line_cb);
}

static void
cvn_budget_page_init (CvnBudgetPage *self)
{
}

/** cvn_budget_page_show_tab: shows the tab called @name: budget, forecast, cash, years, scenarios or registers. */
void
cvn_budget_page_show_tab (CvnBudgetPage *self,
                          const char    *name)
{
  adw_view_stack_set_visible_child_name (self->stack, name);
}
