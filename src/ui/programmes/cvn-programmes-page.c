/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-programmes-page"

#include "cvn-programmes-page.h"

#include "cvn-catalogue-view.h"
#include "cvn-packages-view.h"
#include "cvn-register-page.h"

#include <glib/gi18n-lib.h>

struct _CvnProgrammesPage
{
  CvnPage parent_instance;

  AdwViewStack *stack;
  CvnBoardView *board;
  CvnPage      *registers;
  const char   *came_from; /* tab to go back to from a form, or NULL */
};

G_DEFINE_FINAL_TYPE (CvnProgrammesPage, cvn_programmes_page, CVN_TYPE_PAGE)

#define REGISTERS "registers"

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *adds; /* the kind of record that Add makes there */
} tabs[] = {
  { "board", N_("Bookings"), "view-grid-symbolic", "booking" },
  { "catalogue", N_("Catalogue"), "cvn-programmes-symbolic", "programme" },
  { "packages", N_("Partner Programme"), "emblem-favorite-symbolic", "partner_package" },
  { REGISTERS, N_("Registers"), "cvn-registers-symbolic", NULL },
};

static const char *
get_tab (CvnProgrammesPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      return tabs[i].name;
  return tabs[0].name;
}

static gboolean
is_on_registers (CvnProgrammesPage *self)
{
  return g_str_equal (get_tab (self), REGISTERS);
}

static void
update (CvnProgrammesPage *self)
{
  CvnPage *page = CVN_PAGE (self);
  gboolean on_registers = is_on_registers (self);
  gboolean can_go_back = FALSE;
  gboolean can_export = FALSE;

  g_object_get (self->registers, "can-go-back", &can_go_back, "can-export", &can_export, NULL);
  cvn_page_set_can_go_back (page, on_registers && (can_go_back || self->came_from != NULL));
  cvn_page_set_can_add (page, TRUE);
  cvn_page_set_can_export (page, on_registers && can_export);
  cvn_page_set_title (page, on_registers ? cvn_page_get_title (self->registers) : NULL);
}

static void
tab_changed_cb (CvnProgrammesPage *self)
{
  if (is_on_registers (self))
    cvn_page_activate (self->registers);
  else
    self->came_from = NULL;
  update (self);
}

/* Shows the lists, and remembers where from. */
static void
show_registers (CvnProgrammesPage *self)
{
  const char *tab = get_tab (self);

  if (g_str_equal (tab, REGISTERS))
    return;
  adw_view_stack_set_visible_child_name (self->stack, REGISTERS);
  self->came_from = tab;
  update (self);
}

static void
add_record (CvnProgrammesPage *self,
            const char        *kind)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));

  show_registers (self);
  if (cvn_page_open_list (self->registers, query, NULL))
    cvn_page_add (self->registers);
}

static gboolean
open_form (CvnProgrammesPage *self,
           const char        *kind,
           const char        *id)
{
  if (!cvn_page_open_record (self->registers, kind, id))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static gboolean
cvn_programmes_page_open_record (CvnPage    *page,
                                 const char *kind,
                                 const char *id)
{
  return open_form (CVN_PROGRAMMES_PAGE (page), kind, id);
}

static gboolean
cvn_programmes_page_open_list (CvnPage        *page,
                               const CvnQuery *query,
                               const char     *title)
{
  CvnProgrammesPage *self = CVN_PROGRAMMES_PAGE (page);

  if (!cvn_page_open_list (self->registers, query, title))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static void
cvn_programmes_page_add (CvnPage *page)
{
  CvnProgrammesPage *self = CVN_PROGRAMMES_PAGE (page);
  const char        *tab = get_tab (self);

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
cvn_programmes_page_export (CvnPage *page)
{
  cvn_page_export (CVN_PROGRAMMES_PAGE (page)->registers);
}

static void
cvn_programmes_page_go_back (CvnPage *page)
{
  CvnProgrammesPage *self = CVN_PROGRAMMES_PAGE (page);
  const char        *tab = self->came_from;

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
  open_form (CVN_PROGRAMMES_PAGE (widget), kind, id);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  add_record (CVN_PROGRAMMES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
loaded_cb (CvnProgrammesPage *self)
{
  cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_programmes_page_activate (CvnPage *page)
{
  CvnProgrammesPage *self = CVN_PROGRAMMES_PAGE (page);

  if (is_on_registers (self))
    cvn_page_activate (self->registers);
}

static void
add_tab (CvnProgrammesPage *self,
         guint              i,
         GtkWidget         *child)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->stack, child, tabs[i].name, _(tabs[i].title));

  adw_view_stack_page_set_icon_name (page, tabs[i].icon);
}

static GtkWidget *
make_switcher (CvnProgrammesPage    *self,
               AdwViewSwitcherPolicy policy)
{
  GtkWidget *switcher = adw_view_switcher_new ();

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), policy);
  return switcher;
}

/* Icons beside words where there is room, else above them. */
static GtkWidget *
make_tabs (CvnProgrammesPage *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_WIDE));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_NARROW));
  gtk_widget_set_halign (squeezer, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (squeezer, "cvn-tabs");
  return squeezer;
}

static void
add_registers (CvnProgrammesPage *self,
               CvnCentre         *centre)
{
  static const char *const watched[] = { "notify::title", "notify::can-go-back", "notify::can-export" };

  self->registers = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", centre, "area", CVN_AREA_PROGRAMMES, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->registers, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_tab (self, 3, GTK_WIDGET (self->registers));
}

static void
cvn_programmes_page_constructed (GObject *object)
{
  CvnProgrammesPage *self = CVN_PROGRAMMES_PAGE (object);
  CvnCentre         *centre;
  GtkWidget         *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (cvn_programmes_page_parent_class)->constructed (object);
  centre = cvn_page_get_centre (CVN_PAGE (self));
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->board = CVN_BOARD_VIEW (cvn_board_view_new (centre));
  add_tab (self, 0, GTK_WIDGET (self->board));
  add_tab (self, 1, cvn_catalogue_view_new (centre));
  add_tab (self, 2, cvn_packages_view_new (centre));
  add_registers (self, centre);
  gtk_box_append (GTK_BOX (box), make_tabs (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (tab_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
cvn_programmes_page_class_init (CvnProgrammesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CvnPageClass   *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_programmes_page_constructed;
  page_class->activate = cvn_programmes_page_activate;
  page_class->add = cvn_programmes_page_add;
  page_class->export = cvn_programmes_page_export;
  page_class->go_back = cvn_programmes_page_go_back;
  page_class->open_record = cvn_programmes_page_open_record;
  page_class->open_list = cvn_programmes_page_open_list;
  gtk_widget_class_install_action (widget_class, "programmes.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "programmes.add", "s", add_cb);
}

static void
cvn_programmes_page_init (CvnProgrammesPage *self)
{
}

/** cvn_programmes_page_show_tab: shows the tab called @name: board, catalogue, packages or registers. */
void
cvn_programmes_page_show_tab (CvnProgrammesPage *self,
                              const char        *name)
{
  adw_view_stack_set_visible_child_name (self->stack, name);
}

/** cvn_programmes_page_get_board: the board, owned by the page. */
CvnBoardView *
cvn_programmes_page_get_board (CvnProgrammesPage *self)
{
  return self->board;
}
