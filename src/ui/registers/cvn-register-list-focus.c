/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-list-focus"

#include "cvn-focus.h"
#include "cvn-register-list-private.h"

/** cvn_register_list_has_focus: whether a row of the view that is seen has the keyboard, or that view itself. */
gboolean
cvn_register_list_has_focus (CvnRegisterList *self)
{
  return cvn_focus_get_inside (cvn_register_list_get_view (self)) != NULL;
}

/* The row that has the keyboard is the one that keys are for, also when the one that was selected has gone. */
static void
select_focused (CvnRegisterList *self)
{
  GtkWidget *view = cvn_register_list_get_view (self);
  guint      position = GTK_INVALID_LIST_POSITION;

  if (!cvn_register_list_has_focus (self) || gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return;
  for (GtkWidget *at = cvn_focus_get_inside (view); at != NULL && position == GTK_INVALID_LIST_POSITION; at = gtk_widget_get_first_child (at))
    position = self->narrow ? cvn_register_rows_find_position (self->rows, at) : cvn_register_table_find_position (self->table, at);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
give_focus (CvnRegisterList *self)
{
  if (!(self->narrow ? cvn_register_rows_focus (self->rows) : cvn_register_table_focus (self->table)))
    return;
  self->wants_focus = FALSE;
  select_focused (self);
}

static gboolean
focus_cb (gpointer data)
{
  CvnRegisterList *self = data;

  self->focus_id = 0;
  /* Whoever went elsewhere in the meantime stays there. */
  if (self->wants_focus && cvn_focus_get_inside (GTK_WIDGET (self->search)) != NULL)
    give_focus (self);
  self->wants_focus = FALSE;
  select_focused (self);
  return G_SOURCE_REMOVE;
}

static void
rows_came_cb (CvnRegisterList *self)
{
  if (self->focus_id == 0 && (self->wants_focus || cvn_register_list_has_focus (self)))
    self->focus_id = g_idle_add (focus_cb, self);
}

/* The row that was selected may be gone: another one has the keyboard then. One that is still there was let go on purpose. */
static void
selected_cb (CvnRegisterList *self)
{
  CvnRow *row = cvn_register_list_get_selected (self);
  guint   position;

  if (row != NULL)
    self->picked = cvn_row_get_seq (row);
  else if (self->focus_id == 0 && cvn_register_list_has_focus (self) && !cvn_record_list_find_seq (self->records, self->picked, &position))
    self->focus_id = g_idle_add (focus_cb, self);
}

/** cvn_register_list_focus_rows: puts the focus on the rows, to walk through them with the arrow keys. */
void
cvn_register_list_focus_rows (CvnRegisterList *self)
{
  self->wants_focus = TRUE;
  give_focus (self);
  /* Where there are no rows yet, nor may ever be, the keyboard waits in the search entry. */
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/** cvn_register_list_keep_focus: for the list itself, once it has its rows: from now on the keyboard does not get lost with a row. */
void
cvn_register_list_keep_focus (CvnRegisterList *self)
{
  g_signal_connect_object (self->wide_rows, "items-changed", G_CALLBACK (rows_came_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrow_rows, "items-changed", G_CALLBACK (rows_came_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}
