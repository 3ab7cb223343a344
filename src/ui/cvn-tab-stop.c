/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-tab-stop"

#include "cvn-tab-stop.h"

#include "cvn-focus.h"

/**
 * CvnTabStop:
 *
 * A GtkListView takes Tab for itself: it goes from row to row, and who has a hundred thousand of them never gets out. (GTK 4.12
 * has a property for that.) And it lets the focus in only by its first row, not when that is a heading that cannot be chosen.
 */
struct _CvnTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CvnTabStop, cvn_tab_stop, ADW_TYPE_BIN)

static gboolean
is_tab (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkWidget *focus = cvn_focus_get_inside (widget);

  return focus != NULL && focus != widget;
}

static gboolean
focus_selected (GtkWidget       *list,
                GtkDirectionType direction)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0 && gtk_widget_child_focus (row, direction))
      return TRUE;
  return FALSE;
}

static gboolean
focus_first (GtkWidget       *list,
             GtkDirectionType direction)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_child_focus (row, direction))
      return TRUE;
  return FALSE;
}

static gboolean
enter (GtkWidget       *list,
       GtkDirectionType direction)
{
  if (focus_selected (list, direction) || (gtk_widget_child_focus (list, direction) && has_focus_inside (list)))
    return TRUE;
  return focus_first (list, direction);
}

static gboolean
cvn_tab_stop_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  GtkWidget *list = cvn_focus_find_list (widget);

  if (list == NULL || !is_tab (direction))
    return GTK_WIDGET_CLASS (cvn_tab_stop_parent_class)->focus (widget, direction);
  return !has_focus_inside (widget) && enter (list, direction);
}

static void
cvn_tab_stop_class_init (CvnTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = cvn_tab_stop_focus;
}

static void
cvn_tab_stop_init (CvnTabStop *self)
{
}

/** cvn_tab_stop_new: @child is, or has in it, a list view. */
GtkWidget *
cvn_tab_stop_new (GtkWidget *child)
{
  return g_object_new (CVN_TYPE_TAB_STOP, "child", child, "vexpand", TRUE, NULL);
}

/** cvn_tab_stop_enter: gives a row the focus, unless one has it; says whether there is one. */
gboolean
cvn_tab_stop_enter (CvnTabStop *self)
{
  GtkWidget *list = cvn_focus_find_list (GTK_WIDGET (self));

  return list != NULL && (has_focus_inside (list) || enter (list, GTK_DIR_TAB_FORWARD));
}

/** cvn_tab_stop_focus_selected: gives the row that is selected the focus; says whether there is one. */
gboolean
cvn_tab_stop_focus_selected (CvnTabStop *self)
{
  GtkWidget *list = cvn_focus_find_list (GTK_WIDGET (self));

  return list != NULL && focus_selected (list, GTK_DIR_TAB_FORWARD);
}
