/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sidebar"

#include "cvn-sidebar.h"

#include "cvn-focus.h"
#include "cvn-page-registry.h"
#include "cvn-text.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnSidebar
{
  AdwBin      parent_instance;
  GtkListBox *list;
  GPtrArray  *badges; /* GtkLabel or NULL for each page; made when there is something to count */
  int         shown;  /* place of the page on the screen; -1 for none */
};

G_DEFINE_FINAL_TYPE (CvnSidebar, cvn_sidebar, ADW_TYPE_BIN)

static GtkWidget *
make_row (const CvnPageInfo *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = cvn_text_new_line (_(page->title));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(page->title), -1);
  return row;
}

static void
mark_shown (CvnSidebar *self)
{
  gtk_list_box_select_row (self->list, self->shown < 0 ? NULL : gtk_list_box_get_row_at_index (self->list, self->shown));
}

/* Tab comes to the row of the page on the screen and goes on from there; the arrow keys lead to the others. */
static gboolean
cvn_sidebar_focus_in (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  CvnSidebar *self = CVN_SIDEBAR (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (cvn_sidebar_parent_class)->focus (widget, direction);
  if (cvn_focus_get_inside (GTK_WIDGET (self->list)) != NULL)
    return FALSE;
  mark_shown (self);
  return self->shown >= 0 ? gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, self->shown)))
                          : GTK_WIDGET_CLASS (cvn_sidebar_parent_class)->focus (widget, direction);
}

static void
cvn_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_SIDEBAR (object)->badges);
  G_OBJECT_CLASS (cvn_sidebar_parent_class)->finalize (object);
}

static void
cvn_sidebar_class_init (CvnSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_sidebar_finalize;
  GTK_WIDGET_CLASS (klass)->focus = cvn_sidebar_focus_in;
}

static void
cvn_sidebar_init (CvnSidebar *self)
{
  guint               n_pages;
  const CvnPageInfo  *pages = cvn_page_registry_list (&n_pages);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->shown = -1;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->list, make_row (&pages[i]));
  self->badges = g_ptr_array_new ();
  g_ptr_array_set_size (self->badges, (int) n_pages);
  /* Who looked at other rows and went on without opening one is still on the page that is shown. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (mark_shown), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static int
find_page (const char *name)
{
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return (int) i;
  return -1;
}

/** cvn_sidebar_focus: gives the keyboard to the row of the page that is shown. */
void
cvn_sidebar_focus (CvnSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/** cvn_sidebar_select: marks the row of @page, or of none if there is no such page; the keyboard, if it is in the list, goes along. */
void
cvn_sidebar_select (CvnSidebar *self,
                    const char *page)
{
  self->shown = find_page (page);
  mark_shown (self);
  if (cvn_focus_get_inside (GTK_WIDGET (self->list)) != NULL)
    cvn_sidebar_focus (self);
}

/** cvn_sidebar_set_badge: shows how many matters are open on @page; 0 shows nothing. */
void
cvn_sidebar_set_badge (CvnSidebar *self,
                       const char *page,
                       guint       n_open)
{
  int              place = find_page (page);
  GtkListBoxRow   *row;
  GtkWidget       *badge;
  g_autofree char *text = g_strdup_printf ("%u", n_open);
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u matter is open", "%u matters are open", n_open), n_open);

  g_return_if_fail (place >= 0);
  badge = g_ptr_array_index (self->badges, place);
  if (badge == NULL && n_open == 0)
    return;
  if (badge == NULL)
    {
      row = gtk_list_box_get_row_at_index (self->list, place);
      badge = gtk_label_new (NULL);
      gtk_widget_add_css_class (badge, "cvn-badge");
      gtk_widget_add_css_class (badge, "numeric");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (row)), badge);
      self->badges->pdata[place] = badge;
    }
  gtk_label_set_label (GTK_LABEL (badge), text);
  cvn_tooltip_set (badge, tooltip);
  gtk_widget_set_visible (badge, n_open > 0);
}
