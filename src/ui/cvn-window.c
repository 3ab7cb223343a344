/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-window"

#include "cvn-window.h"

#include "cvn-centre-access.h"
#include "cvn-empty-view.h"
#include "cvn-error-view.h"
#include "cvn-first-frame.h"
#include "cvn-page-registry.h"
#include "cvn-search-popover.h"
#include "cvn-style.h"
#include "cvn-tooltip.h"
#include "cvn-window-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CvnWindow, cvn_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum {
  PROP_CENTRE = 1,
} CvnWindowProperty;

static GParamSpec *properties[PROP_CENTRE + 1];

static void
folded_cb (CvnWindow *self)
{
  int      width;
  int      height;
  gboolean folded = cvn_shell_is_folded (self->shell);

  /* A window that opens narrow has to be so before it is laid out, or its buttons would make it wider. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && width < 700)
    folded = TRUE;
  gtk_widget_set_visible (self->undo, !folded);
  gtk_widget_set_visible (self->redo, !folded);
  cvn_year_switch_set_compact (self->year_switch, folded);
  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self->page_title), "cvn-compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->page_title), "cvn-compact");
  cvn_window_update_back (self);
}

/* Menus are made when they are opened first: a start must not pay for them. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  CvnWindow *self = data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/convenant/Convenant/ui/shell/cvn-main-menu.ui");
  GMenu *steps = G_MENU (gtk_builder_get_object (builder, "steps"));

  /* A narrow window has no room for these buttons. */
  if (cvn_shell_is_folded (self->shell))
    {
      g_menu_append (steps, _("_Undo"), "win.undo");
      g_menu_append (steps, _("_Redo"), "win.redo");
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, "menu"))));
}

static void
make_search_cb (GtkMenuButton *button,
                gpointer       data)
{
  CvnWindow *self = data;

  gtk_menu_button_set_popover (button, cvn_search_popover_new (self->centre));
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static void
name_changed_cb (CvnWindow *self)
{
  g_autofree char *name = NULL;

  g_object_get (self->centre, "name", &name, NULL);
  cvn_text_set_text (self->centre_title, name != NULL ? name : "Convenant");
  gtk_window_set_title (GTK_WINDOW (self), name != NULL ? name : "Convenant");
}

static void
counted_cb (CvnWindow *self)
{
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (pages[i].area >= 0)
      cvn_sidebar_set_badge (self->sidebar, pages[i].name, cvn_centre_get_n_open (self->centre, (CvnArea) pages[i].area));
}

/* Shows @view in the place of the pages. */
static void
show_view (CvnWindow  *self,
           GtkWidget  *view,
           const char *name)
{
  cvn_style_load_rest ();
  if (gtk_widget_get_parent (view) == NULL)
    gtk_stack_add_named (self->pages, view, name);
  cvn_window_show_child (self, view);
  self->page = NULL;
  cvn_text_set_text (self->page_title, "");
  cvn_sidebar_select (self->sidebar, NULL);
  cvn_window_update_back (self);
  cvn_window_update_actions (self);
}

/* A file was opened or closed. */
static void
open_changed_cb (CvnWindow *self)
{
  if (cvn_centre_is_open (self->centre) && self->page == NULL)
    {
      g_autofree char *page = g_settings_get_string (self->settings, "last-page");

      cvn_window_show_page (self, page);
      /* Otherwise the first button of the header bar would have the keyboard, which is Undo. */
      cvn_sidebar_focus (self->sidebar);
    }
  else if (!cvn_centre_is_open (self->centre))
    {
      self->page = NULL;
      cvn_sidebar_select (self->sidebar, NULL);
    }
  cvn_window_update_actions (self);
}

/* Who only reads along is told why, as long as it is so. */
static void
read_only_cb (CvnWindow *self)
{
  gtk_widget_set_visible (self->reader, cvn_centre_is_reader (self->centre));
  cvn_window_update_actions (self);
}

static gboolean
refocus_cb (gpointer data)
{
  CvnWindow *self = data;

  self->focus_id = 0;
  if (self->page != NULL && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* What had the keyboard may be gone, such as the last row of a list: then it stays on the page, where its keys are known. */
static void
focus_changed_cb (CvnWindow *self)
{
  if (self->page != NULL && self->focus_id == 0 && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    self->focus_id = g_idle_add (refocus_cb, self);
}

static void
restore_geometry (CvnWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (!g_settings_get_boolean (self->settings, "sidebar-visible"))
    cvn_shell_show_sidebar (self->shell, FALSE);
}

static void
keep_geometry (CvnWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!cvn_shell_is_folded (self->shell))
    g_settings_set_boolean (self->settings, "sidebar-visible", cvn_shell_is_sidebar_shown (self->shell));
}

static gboolean
cvn_window_close_request (GtkWindow *window)
{
  keep_geometry (CVN_WINDOW (window));
  return GTK_WINDOW_CLASS (cvn_window_parent_class)->close_request (window);
}

static void
cvn_window_constructed (GObject *object)
{
  CvnWindow *self = CVN_WINDOW (object);

  G_OBJECT_CLASS (cvn_window_parent_class)->constructed (object);
  g_assert (self->centre != NULL);
  cvn_window_add_actions (self);
  cvn_status_line_set_centre (self->status, self->centre);
  cvn_year_switch_set_centre (self->year_switch, self->centre);
  g_signal_connect_object (self->shell, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->centre, "notify::name", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->centre, "notify::open", G_CALLBACK (open_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->centre, "notify::undo-label", G_CALLBACK (cvn_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->centre, "notify::redo-label", G_CALLBACK (cvn_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->centre, "notify::read-only", G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->centre, "matters-counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  restore_geometry (self);
  folded_cb (self);
  name_changed_cb (self);
  open_changed_cb (self);
}

static void
cvn_window_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (id == PROP_CENTRE)
    g_value_set_object (value, CVN_WINDOW (object)->centre);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cvn_window_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (id == PROP_CENTRE)
    CVN_WINDOW (object)->centre = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cvn_window_dispose (GObject *object)
{
  CvnWindow *self = CVN_WINDOW (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  self->page = NULL;
  g_clear_handle_id (&self->focus_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_WINDOW);
  G_OBJECT_CLASS (cvn_window_parent_class)->dispose (object);
}

static void
cvn_window_finalize (GObject *object)
{
  CvnWindow *self = CVN_WINDOW (object);

  g_clear_object (&self->centre);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cvn_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, centre_title);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, year_switch);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, status);
  gtk_widget_class_bind_template_child (widget_class, CvnWindow, reader);
}

static void
cvn_window_class_init (CvnWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cvn_window_constructed;
  object_class->get_property = cvn_window_get_property;
  object_class->set_property = cvn_window_set_property;
  object_class->dispose = cvn_window_dispose;
  object_class->finalize = cvn_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cvn_window_close_request;
  properties[PROP_CENTRE] = g_param_spec_object ("centre", NULL, NULL, CVN_TYPE_CENTRE,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (CVN_TYPE_SHELL);
  g_type_ensure (CVN_TYPE_SIDEBAR);
  g_type_ensure (CVN_TYPE_STATUS_LINE);
  g_type_ensure (CVN_TYPE_TEXT);
  g_type_ensure (CVN_TYPE_YEAR_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/cvn-window.ui");
  bind_children (widget_class);
}

/* X11 shows it in lists of windows, where there is no desktop file. It is SVG, which is read slowly. */
static void
first_frame_cb (GtkWidget *widget)
{
  gtk_window_set_icon_name (GTK_WINDOW (widget), "org.convenant.Convenant");
  cvn_centre_count_matters (CVN_WINDOW (widget)->centre);
  cvn_style_load_rest ();
}

static void
cvn_window_init (CvnWindow *self)
{
  self->settings = g_settings_new ("org.convenant.Convenant");
  gtk_widget_init_template (GTK_WIDGET (self));
  cvn_first_frame_wait (GTK_WIDGET (self), first_frame_cb);
  cvn_tooltip_set (self->menu, _("Main Menu"));
  cvn_tooltip_set (self->search, _("Search (Ctrl+F)"));
  gtk_menu_button_set_create_popup_func (self->menu, make_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->search, make_search_cb, self, NULL);
}

/** cvn_window_new: a window on @centre, which may still have to be opened; shown with gtk_window_present(). */
CvnWindow *
cvn_window_new (GtkApplication *application,
                CvnCentre      *centre)
{
  return g_object_new (CVN_TYPE_WINDOW, "application", application, "centre", centre, NULL);
}

/** cvn_window_get_centre: the centre that the window shows, owned by it. */
CvnCentre *
cvn_window_get_centre (CvnWindow *self)
{
  return self->centre;
}

/** cvn_window_show_start: shows the two ways to begin, while no centre is open. */
void
cvn_window_show_start (CvnWindow *self)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->pages, "start");

  show_view (self, view != NULL ? view : cvn_empty_view_new (), "start");
}

/** cvn_window_show_error: says why @path could not be opened, while no centre is open. */
void
cvn_window_show_error (CvnWindow    *self,
                       const char   *path,
                       const GError *error)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->pages, "error");

  if (view == NULL)
    view = cvn_error_view_new ();
  cvn_error_view_set_error (CVN_ERROR_VIEW (view), path, error);
  show_view (self, view, "error");
}
