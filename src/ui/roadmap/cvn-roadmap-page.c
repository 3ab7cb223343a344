/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roadmap-page"

#include "cvn-roadmap-page.h"

#include "cvn-direction-list.h"
#include "cvn-register-page.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnRoadmapPage
{
  CvnPage parent_instance;

  CvnRoadmapBook *book;
  AdwViewStack   *stack;
  GtkWidget      *board;
  GtkWidget      *matrix;
  CvnPage        *registers;
  const char     *came_from; /* tab to go back to from a form, or NULL */
};

G_DEFINE_FINAL_TYPE (CvnRoadmapPage, cvn_roadmap_page, CVN_TYPE_PAGE)

#define REGISTERS "registers"

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *adds; /* the kind of record that Add makes there */
} tabs[] = {
  { "board", N_("Services"), "view-grid-symbolic", "roadmap_item" },
  { "milestones", N_("Milestones"), "emblem-default-symbolic", "milestone" },
  { "risks", N_("Risks"), "dialog-warning-symbolic", "risk" },
  { "indicators", N_("Indicators"), "power-profile-performance-symbolic", "indicator_value" },
  { "steps", N_("Steps"), "go-next-symbolic", "step" },
  { REGISTERS, N_("Registers"), "cvn-registers-symbolic", NULL },
};

static guint
get_tab (CvnRoadmapPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      return i;
  return 0;
}

static gboolean
is_on_registers (CvnRoadmapPage *self)
{
  return tabs[get_tab (self)].adds == NULL;
}

static void
update (CvnRoadmapPage *self)
{
  CvnPage *page = CVN_PAGE (self);
  gboolean lists = is_on_registers (self);
  gboolean can_go_back = FALSE;
  gboolean can_export = FALSE;

  g_object_get (self->registers, "can-go-back", &can_go_back, "can-export", &can_export, NULL);
  cvn_page_set_can_go_back (page, lists && (can_go_back || self->came_from != NULL));
  cvn_page_set_can_add (page, TRUE);
  cvn_page_set_can_export (page, lists && can_export);
  cvn_page_set_title (page, lists ? cvn_page_get_title (self->registers) : NULL);
}

static void
tab_changed_cb (CvnRoadmapPage *self)
{
  if (is_on_registers (self))
    cvn_page_activate (self->registers);
  else
    self->came_from = NULL;
  update (self);
}

static void
show_registers (CvnRoadmapPage *self)
{
  const char *tab = tabs[get_tab (self)].name;

  if (is_on_registers (self))
    return;
  adw_view_stack_set_visible_child_name (self->stack, REGISTERS);
  self->came_from = tab;
  update (self);
}

static gboolean
cvn_roadmap_page_open_record (CvnPage    *page,
                              const char *kind,
                              const char *id)
{
  CvnRoadmapPage *self = CVN_ROADMAP_PAGE (page);

  if (!cvn_page_open_record (self->registers, kind, id))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static gboolean
cvn_roadmap_page_open_list (CvnPage        *page,
                            const CvnQuery *query,
                            const char     *title)
{
  CvnRoadmapPage *self = CVN_ROADMAP_PAGE (page);

  if (!cvn_page_open_list (self->registers, query, title))
    return FALSE;
  show_registers (self);
  return TRUE;
}

/* A kind of another area is added on the page of that area. */
static void
add_record (CvnRoadmapPage *self,
            const char     *kind)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));

  if (cvn_roadmap_page_open_list (CVN_PAGE (self), query, NULL))
    cvn_page_add (self->registers);
  else
    {
      cvn_window_open_list (GTK_WIDGET (self), query, NULL);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.add", NULL);
    }
}

static void
cvn_roadmap_page_add (CvnPage *page)
{
  CvnRoadmapPage *self = CVN_ROADMAP_PAGE (page);
  const char     *kind = tabs[get_tab (self)].adds;

  if (kind == NULL)
    cvn_page_add (self->registers);
  else
    add_record (self, kind);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  add_record (CVN_ROADMAP_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
cvn_roadmap_page_export (CvnPage *page)
{
  cvn_page_export (CVN_ROADMAP_PAGE (page)->registers);
}

static void
cvn_roadmap_page_go_back (CvnPage *page)
{
  CvnRoadmapPage *self = CVN_ROADMAP_PAGE (page);
  const char     *tab = self->came_from;

  cvn_page_go_back (self->registers);
  if (tab != NULL)
    adw_view_stack_set_visible_child_name (self->stack, tab);
}

static void
loaded_cb (CvnRoadmapPage *self)
{
  if (cvn_roadmap_book_is_loaded (self->book))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_roadmap_page_activate (CvnPage *page)
{
  loaded_cb (CVN_ROADMAP_PAGE (page));
}

static GtkWidget *
make_switcher (CvnRoadmapPage       *self,
               AdwViewSwitcherPolicy policy)
{
  GtkWidget *switcher = adw_view_switcher_new ();

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), policy);
  return switcher;
}

/* Words beside icons where there is room, below them where there is less, and rolling where there is hardly any. */
static GtkWidget *
make_tabs (CvnRoadmapPage *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *rolling = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (rolling), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (rolling), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_NARROW));
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (rolling), TRUE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_WIDE));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), rolling);
  gtk_widget_set_hexpand (squeezer, TRUE);
  gtk_widget_set_halign (squeezer, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (squeezer, "cvn-tabs");
  return squeezer;
}

static GtkWidget *
make_bar (CvnRoadmapPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *print = gtk_button_new_from_icon_name ("document-print-symbolic");

  gtk_widget_set_tooltip_text (print, _("Print the Roadmap on A3"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (print), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Print the Roadmap on A3"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "win.open-report");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (print), "(ss)", "roadmap", "");
  gtk_widget_set_valign (print, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (print, "flat");
  gtk_widget_set_margin_end (print, 12);
  gtk_box_append (GTK_BOX (bar), make_tabs (self));
  gtk_box_append (GTK_BOX (bar), print);
  return bar;
}

static void
add_tab (CvnRoadmapPage *self,
         guint           i,
         GtkWidget      *child)
{
  adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (self->stack, child, tabs[i].name, _(tabs[i].title)), tabs[i].icon);
}

static void
add_registers (CvnRoadmapPage *self)
{
  static const char *const watched[] = { "notify::title", "notify::can-go-back", "notify::can-export" };

  self->registers = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", cvn_page_get_centre (CVN_PAGE (self)), "area", CVN_AREA_ROADMAP, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->registers, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_tab (self, 5, GTK_WIDGET (self->registers));
}

static void
cvn_roadmap_page_constructed (GObject *object)
{
  CvnRoadmapPage *self = CVN_ROADMAP_PAGE (object);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (cvn_roadmap_page_parent_class)->constructed (object);
  self->book = cvn_roadmap_book_new (cvn_page_get_centre (CVN_PAGE (self)));
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->board = cvn_roadmap_board_new (self->book);
  self->matrix = cvn_risk_matrix_new (self->book);
  add_tab (self, 0, self->board);
  add_tab (self, 1, cvn_direction_list_new (self->book, CVN_DIRECTION_MILESTONES));
  add_tab (self, 2, self->matrix);
  add_tab (self, 3, cvn_direction_list_new (self->book, CVN_DIRECTION_INDICATORS));
  add_tab (self, 4, cvn_direction_list_new (self->book, CVN_DIRECTION_STEPS));
  add_registers (self);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (tab_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  update (self);
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
  CvnPageClass *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_roadmap_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = cvn_roadmap_page_dispose;
  page_class->activate = cvn_roadmap_page_activate;
  page_class->add = cvn_roadmap_page_add;
  page_class->export = cvn_roadmap_page_export;
  page_class->go_back = cvn_roadmap_page_go_back;
  page_class->open_record = cvn_roadmap_page_open_record;
  page_class->open_list = cvn_roadmap_page_open_list;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "roadmap.add", "s", add_cb);
}

static void
cvn_roadmap_page_init (CvnRoadmapPage *self)
{
}

/** cvn_roadmap_page_get_book: (transfer none): what the page shows. */
CvnRoadmapBook *
cvn_roadmap_page_get_book (CvnRoadmapPage *self)
{
  return self->book;
}

/** cvn_roadmap_page_get_board: (transfer none): the services. */
CvnRoadmapBoard *
cvn_roadmap_page_get_board (CvnRoadmapPage *self)
{
  return CVN_ROADMAP_BOARD (self->board);
}

/** cvn_roadmap_page_get_matrix: (transfer none): the risks. */
CvnRiskMatrix *
cvn_roadmap_page_get_matrix (CvnRoadmapPage *self)
{
  return CVN_RISK_MATRIX (self->matrix);
}

/** cvn_roadmap_page_show_tab: shows the tab called @name: board, milestones, risks, indicators, steps or registers. */
void
cvn_roadmap_page_show_tab (CvnRoadmapPage *self,
                           const char     *name)
{
  adw_view_stack_set_visible_child_name (self->stack, name);
}
