/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-focus"

#include "cvn-focus.h"

#include "cvn-first-frame.h"

/** cvn_focus_get_inside: (transfer none) (nullable): what has the keyboard, if that is @widget or inside it. */
GtkWidget *
cvn_focus_get_inside (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)) ? focus : NULL;
}

/** cvn_focus_find_list: (transfer none) (nullable): the first list of rows that @widget is, or has in it. */
GtkWidget *
cvn_focus_find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_BASE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = cvn_focus_find_list (child);
  return found;
}

static void
scroll_to_selected (GtkWidget *list)
{
  guint position = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))));

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* The list alone would give it to the row that had it last. */
static void
grab_selected (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0 && gtk_widget_grab_focus (row))
      return;
  gtk_widget_grab_focus (list);
}

/* Who went elsewhere in the meantime stays there. */
static void
laid_out_cb (GtkWidget *list)
{
  GtkWidget *focus = cvn_focus_get_inside (list);

  if (focus == NULL)
    return;
  scroll_to_selected (list);
  if (focus == list)
    grab_selected (list);
}

/**
 * cvn_focus_row:
 * @list: with a single selection
 * @position: of a row that there is
 *
 * Selects a row, scrolls to it and gives it the keyboard. A row that was made or changed while nobody saw the list has no height
 * yet, and one that was out of sight takes no keyboard: with GTK 4.18 the one would end up below the edge, with 4.8 the other would
 * have no focus. So both are done once more when the list has been laid out.
 */
void
cvn_focus_row (GtkListView *list,
               guint        position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)), position);
  scroll_to_selected (GTK_WIDGET (list));
  grab_selected (GTK_WIDGET (list));
  cvn_first_frame_wait (GTK_WIDGET (list), laid_out_cb);
}
