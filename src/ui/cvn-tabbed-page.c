/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-tabbed-page"

#include "cvn-tabbed-page.h"

#include "cvn-guard.h"
#include "cvn-register-page.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwViewStack *stack;
  GtkBox       *bar;
  GtkDropDown  *picker;
  CvnPage      *registers; /* made when they are first needed, NULL before */
  const char   *came_from; /* tab to go back to from a form, or NULL */
} CvnTabbedPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CvnTabbedPage, cvn_tabbed_page, CVN_TYPE_PAGE)

static const CvnTab registers_tab = { CVN_TABBED_PAGE_REGISTERS, N_("Registers"), "cvn-registers-symbolic", NULL };

static CvnTabbedPagePrivate *
get_private (CvnTabbedPage *self)
{
  return cvn_tabbed_page_get_instance_private (self);
}

static guint
count_tabs (CvnTabbedPage *self)
{
  return CVN_TABBED_PAGE_GET_CLASS (self)->n_tabs + 1;
}

static const CvnTab *
get_nth (CvnTabbedPage *self,
         guint          i)
{
  CvnTabbedPageClass *klass = CVN_TABBED_PAGE_GET_CLASS (self);

  return i < klass->n_tabs ? &klass->tabs[i] : &registers_tab;
}

static guint
get_shown (CvnTabbedPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (get_private (self)->stack);

  for (guint i = 0; i < count_tabs (self); i++)
    if (g_strcmp0 (get_nth (self, i)->name, name) == 0)
      return i;
  return 0;
}

static gboolean
is_on_registers (CvnTabbedPage *self)
{
  return get_nth (self, get_shown (self)) == &registers_tab;
}

static gboolean
shows_detail (CvnTabbedPage *self)
{
  CvnTabbedPageClass *klass = CVN_TABBED_PAGE_GET_CLASS (self);

  return klass->shows_detail != NULL && klass->shows_detail (self);
}

/* Where what is in a tab goes. */
static AdwBin *
get_bin (CvnTabbedPage *self,
         guint          i)
{
  return ADW_BIN (adw_view_stack_get_child_by_name (get_private (self)->stack, get_nth (self, i)->name));
}

static CvnPage *
need_registers (CvnTabbedPage *self)
{
  static const char *const watched[] = { "notify::title", "notify::can-go-back", "notify::can-export", "notify::can-add" };
  CvnTabbedPagePrivate    *priv = get_private (self);

  if (priv->registers != NULL)
    return priv->registers;
  priv->registers = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", cvn_page_get_centre (CVN_PAGE (self)),
                                  "area", CVN_TABBED_PAGE_GET_CLASS (self)->area, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (priv->registers, watched[i], G_CALLBACK (cvn_tabbed_page_update), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (get_bin (self, CVN_TABBED_PAGE_GET_CLASS (self)->n_tabs), GTK_WIDGET (priv->registers));
  return priv->registers;
}

/**
 * cvn_tabbed_page_need_tab:
 * @i: its place among the tabs
 *
 * For the page itself: makes the tab if it was not there yet, without showing it. A tab is made when it is first looked at: a
 * page does not wait for those that nobody opens.
 */
void
cvn_tabbed_page_need_tab (CvnTabbedPage *self,
                          guint          i)
{
  AdwBin *bin = get_bin (self, i);

  if (get_nth (self, i) == &registers_tab)
    need_registers (self);
  else if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (bin, CVN_TABBED_PAGE_GET_CLASS (self)->make_tab (self, i));
}

/** cvn_tabbed_page_update: for the page itself: tells the window anew what can be done now, as a detail came or went. */
void
cvn_tabbed_page_update (CvnTabbedPage *self)
{
  CvnTabbedPagePrivate *priv = get_private (self);
  CvnPage              *page = CVN_PAGE (self);
  gboolean              detail = shows_detail (self);
  gboolean              lists = !detail && is_on_registers (self) && priv->registers != NULL;
  gboolean              can_go_back = FALSE;
  gboolean              can_export = FALSE;
  gboolean              can_add = get_nth (self, get_shown (self))->adds != NULL || detail;

  if (lists)
    g_object_get (priv->registers, "can-go-back", &can_go_back, "can-export", &can_export, "can-add", &can_add, NULL);
  cvn_page_set_can_go_back (page, detail || can_go_back || (lists && priv->came_from != NULL));
  cvn_page_set_can_add (page, can_add);
  cvn_page_set_can_export (page, can_export);
  cvn_page_set_title (page, lists ? cvn_page_get_title (priv->registers) : NULL);
}

static void
picked_cb (CvnTabbedPage *self)
{
  guint selected = gtk_drop_down_get_selected (get_private (self)->picker);

  if (selected < count_tabs (self))
    adw_view_stack_set_visible_child_name (get_private (self)->stack, get_nth (self, selected)->name);
}

static void
tab_changed_cb (CvnTabbedPage *self)
{
  CvnTabbedPagePrivate *priv = get_private (self);

  cvn_tabbed_page_need_tab (self, get_shown (self));
  if (is_on_registers (self))
    cvn_page_activate (priv->registers);
  else
    priv->came_from = NULL;
  gtk_drop_down_set_selected (priv->picker, get_shown (self));
  cvn_tabbed_page_update (self);
}

static void
uncover_tabs (CvnTabbedPage *self)
{
  CvnTabbedPageClass *klass = CVN_TABBED_PAGE_GET_CLASS (self);

  if (klass->detail_covers_tabs && shows_detail (self))
    klass->close_detail (self);
}

/* Shows the lists, and remembers where from. */
static void
show_registers (CvnTabbedPage *self)
{
  CvnTabbedPagePrivate *priv = get_private (self);
  const char           *tab = cvn_tabbed_page_get_tab (self);

  uncover_tabs (self);
  if (is_on_registers (self))
    return;
  adw_view_stack_set_visible_child_name (priv->stack, CVN_TABBED_PAGE_REGISTERS);
  priv->came_from = tab;
  cvn_tabbed_page_update (self);
}

/**
 * cvn_tabbed_page_open_form:
 *
 * For the page itself: shows the form of a record in the registers, also of a kind that the page shows in another way.
 *
 * Returns: FALSE if the kind is of another area
 */
gboolean
cvn_tabbed_page_open_form (CvnTabbedPage *self,
                           const char    *kind,
                           const char    *id)
{
  if (!cvn_page_open_record (need_registers (self), kind, id))
    return FALSE;
  show_registers (self);
  return TRUE;
}

/** cvn_tabbed_page_add: shows the form of a new record of @kind; one of another area is added on that area's page. */
void
cvn_tabbed_page_add (CvnTabbedPage *self,
                     const char    *kind)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));

  if (cvn_page_open_list (CVN_PAGE (self), query, NULL))
    cvn_page_add (need_registers (self));
  else
    {
      cvn_window_open_list (GTK_WIDGET (self), query, NULL);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.add", NULL);
    }
}

static gboolean
cvn_tabbed_page_open_record (CvnPage    *page,
                             const char *kind,
                             const char *id)
{
  return cvn_tabbed_page_open_form (CVN_TABBED_PAGE (page), kind, id);
}

static gboolean
cvn_tabbed_page_open_list (CvnPage        *page,
                           const CvnQuery *query,
                           const char     *title)
{
  CvnTabbedPage *self = CVN_TABBED_PAGE (page);

  if (!cvn_page_open_list (need_registers (self), query, title))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static gboolean
cvn_tabbed_page_add_record (CvnPage    *page,
                            CvnRecord  *values,
                            GHashTable *names)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_get_kind (values));

  return cvn_page_open_list (page, query, NULL) && cvn_page_add_record (need_registers (CVN_TABBED_PAGE (page)), values, names);
}

static void
cvn_tabbed_page_real_add (CvnPage *page)
{
  CvnTabbedPage *self = CVN_TABBED_PAGE (page);
  const char    *kind = get_nth (self, get_shown (self))->adds;

  if (kind != NULL)
    cvn_tabbed_page_add (self, kind);
  else if (is_on_registers (self))
    cvn_page_add (need_registers (self));
}

static void
cvn_tabbed_page_export (CvnPage *page)
{
  CvnTabbedPage *self = CVN_TABBED_PAGE (page);

  if (is_on_registers (self))
    cvn_page_export (need_registers (self));
}

static void
cvn_tabbed_page_go_back (CvnPage *page)
{
  CvnTabbedPage        *self = CVN_TABBED_PAGE (page);
  CvnTabbedPagePrivate *priv = get_private (self);
  const char           *tab = priv->came_from;

  if (shows_detail (self))
    {
      CVN_TABBED_PAGE_GET_CLASS (self)->close_detail (self);
      return;
    }
  if (is_on_registers (self))
    cvn_page_go_back (need_registers (self));
  if (tab != NULL)
    adw_view_stack_set_visible_child_name (priv->stack, tab);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *kind;
  const char *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  cvn_tabbed_page_open_form (CVN_TABBED_PAGE (widget), kind, id);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  cvn_tabbed_page_add (CVN_TABBED_PAGE (widget), g_variant_get_string (parameter, NULL));
}

/* A tab without a search of its own is searched in the list of what it shows. */
static gboolean
find_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  CvnTabbedPage *self = CVN_TABBED_PAGE (widget);
  const CvnTab  *tab = get_nth (self, get_shown (self));
  g_autoptr (CvnQuery) query = NULL;

  if (!gtk_widget_get_mapped (widget) || tab->searches || shows_detail (self))
    return FALSE;
  if (tab->adds != NULL)
    {
      query = cvn_query_new (cvn_kind_find (tab->adds));
      cvn_page_open_list (CVN_PAGE (self), query, NULL);
    }
  else
    show_registers (self);
  cvn_register_page_focus_search (CVN_REGISTER_PAGE (get_private (self)->registers));
  return TRUE;
}

/* Also from what is beside the page: the sidebar. */
static void
add_find_key (CvnTabbedPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut        *find = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>f"), gtk_callback_action_new (find_cb, NULL, NULL));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), find);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* What a page does that has nothing to load but what its tabs load; a subclass that has chains up first. */
static void
cvn_tabbed_page_activate (CvnPage *page)
{
  CvnTabbedPage *self = CVN_TABBED_PAGE (page);

  cvn_tabbed_page_need_tab (self, get_shown (self));
}

static void
add_tab (CvnTabbedPage *self,
         guint          i)
{
  const CvnTab     *tab = get_nth (self, i);
  AdwViewStackPage *place = adw_view_stack_add_titled (get_private (self)->stack, adw_bin_new (), tab->name, _(tab->title));

  adw_view_stack_page_set_icon_name (place, tab->icon);
}

/* Words that are cut off tell less than a list to pick from: with its words whole, a switcher without room for them makes way. */
static void
keep_words_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    keep_words_whole (child);
}

static GtkWidget *
make_switcher (CvnTabbedPage        *self,
               AdwViewSwitcherPolicy policy)
{
  GtkWidget *switcher = adw_view_switcher_new ();

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), get_private (self)->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), policy);
  keep_words_whole (switcher);
  return switcher;
}

static GtkWidget *
make_picker (CvnTabbedPage *self)
{
  CvnTabbedPagePrivate *priv = get_private (self);
  GtkStringList        *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < count_tabs (self); i++)
    gtk_string_list_append (names, _(get_nth (self, i)->title));
  priv->picker = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_widget_set_valign (GTK_WIDGET (priv->picker), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->picker), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Part of the Page"), -1);
  g_signal_connect_object (priv->picker, "notify::selected", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (priv->picker);
}

/* Words beside icons where there is room, below them where there is less, and a list to pick from where there is hardly any. */
static GtkWidget *
make_bar (CvnTabbedPage *self)
{
  CvnTabbedPagePrivate *priv = get_private (self);
  GtkWidget            *squeezer = adw_squeezer_new ();

  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_WIDE));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_NARROW));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_picker (self));
  gtk_widget_set_hexpand (squeezer, TRUE);
  gtk_widget_set_halign (squeezer, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (squeezer, "cvn-tabs");
  priv->bar = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (priv->bar, squeezer);
  return GTK_WIDGET (priv->bar);
}

static void
cvn_tabbed_page_constructed (GObject *object)
{
  CvnTabbedPage        *self = CVN_TABBED_PAGE (object);
  CvnTabbedPagePrivate *priv = get_private (self);
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (cvn_tabbed_page_parent_class)->constructed (object);
  priv->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  /* Otherwise all tabs that were ever shown are laid out again and again. */
  adw_view_stack_set_hhomogeneous (priv->stack, FALSE);
  adw_view_stack_set_vhomogeneous (priv->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (priv->stack), TRUE);
  for (guint i = 0; i < count_tabs (self); i++)
    add_tab (self, i);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (priv->stack, "notify::visible-child", G_CALLBACK (tab_changed_cb), self, G_CONNECT_SWAPPED);
  cvn_guard_actions (GTK_WIDGET (self), cvn_page_get_centre (CVN_PAGE (self)), CVN_TABBED_PAGE_GET_CLASS (self)->add_actions);
  cvn_tabbed_page_update (self);
}

static void
cvn_tabbed_page_class_init (CvnTabbedPageClass *klass)
{
  CvnPageClass *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_tabbed_page_constructed;
  page_class->activate = cvn_tabbed_page_activate;
  page_class->add = cvn_tabbed_page_real_add;
  page_class->add_record = cvn_tabbed_page_add_record;
  page_class->export = cvn_tabbed_page_export;
  page_class->go_back = cvn_tabbed_page_go_back;
  page_class->open_record = cvn_tabbed_page_open_record;
  page_class->open_list = cvn_tabbed_page_open_list;
}

static void
cvn_tabbed_page_init (CvnTabbedPage *self)
{
  add_find_key (self);
}

/** cvn_tabbed_page_class_install_actions: PREFIX.open (kind, id) shows a form, and PREFIX.add (kind) the form of a new record. */
void
cvn_tabbed_page_class_install_actions (CvnTabbedPageClass *klass,
                                       const char         *prefix)
{
  g_autofree char *open = g_strconcat (prefix, ".open", NULL);
  g_autofree char *add = g_strconcat (prefix, ".add", NULL);

  klass->add_actions[0] = g_intern_string (add);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), g_intern_string (open), "(ss)", open_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), klass->add_actions[0], "s", add_cb);
}

/** cvn_tabbed_page_get_tab: the name of the tab that is shown. */
const char *
cvn_tabbed_page_get_tab (CvnTabbedPage *self)
{
  return get_nth (self, get_shown (self))->name;
}

/** cvn_tabbed_page_show_tab: shows the tab called @name, which is made if it was not there, also before the page is activated. */
void
cvn_tabbed_page_show_tab (CvnTabbedPage *self,
                          const char    *name)
{
  uncover_tabs (self);
  adw_view_stack_set_visible_child_name (get_private (self)->stack, name);
  cvn_tabbed_page_need_tab (self, get_shown (self));
}

/** cvn_tabbed_page_append_to_bar: for the page itself: puts @widget after the tabs. */
void
cvn_tabbed_page_append_to_bar (CvnTabbedPage *self,
                               GtkWidget     *widget)
{
  gtk_box_append (get_private (self)->bar, widget);
}
