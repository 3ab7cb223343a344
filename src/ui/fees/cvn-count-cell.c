/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-count-cell"

#include "cvn-count-cell.h"

struct _CvnCountCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *entry; /* while it is edited */
  guint      row;
  guint      column;
};

G_DEFINE_FINAL_TYPE (CvnCountCell, cvn_count_cell, GTK_TYPE_WIDGET)

/* A number does not wrap; a column is as wide as its longest. */
#define N_CHARS 4

static void
cvn_count_cell_dispose (GObject *object)
{
  CvnCountCell *self = CVN_COUNT_CELL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (cvn_count_cell_parent_class)->dispose (object);
}

static void
cvn_count_cell_class_init (CvnCountCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_count_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
cvn_count_cell_init (CvnCountCell *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "width-chars", N_CHARS, NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
}

/** cvn_count_cell_new: (transfer floating): an empty cell at this place of its grid. */
GtkWidget *
cvn_count_cell_new (guint row,
                    guint column)
{
  CvnCountCell *self = g_object_new (CVN_TYPE_COUNT_CELL, NULL);

  self->row = row;
  self->column = column;
  return GTK_WIDGET (self);
}

/** cvn_count_cell_get_row: the row that it is in. */
guint
cvn_count_cell_get_row (CvnCountCell *self)
{
  return self->row;
}

/** cvn_count_cell_get_column: the column that it is in. */
guint
cvn_count_cell_get_column (CvnCountCell *self)
{
  return self->column;
}

/** cvn_count_cell_set: shows @text, and tells those who cannot see the grid that it is @name. */
void
cvn_count_cell_set (CvnCountCell *self,
                    const char   *text,
                    const char   *name)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/** cvn_count_cell_get_text: what it shows, owned by it; not what is being typed. */
const char *
cvn_count_cell_get_text (CvnCountCell *self)
{
  return gtk_label_get_text (GTK_LABEL (self->label));
}

/** cvn_count_cell_set_selected: whether it is one of those that are copied. */
void
cvn_count_cell_set_selected (CvnCountCell *self,
                             gboolean      selected)
{
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/** cvn_count_cell_begin: edits @text; NULL: what is there. */
void
cvn_count_cell_begin (CvnCountCell *self,
                      const char   *text)
{
  if (self->entry != NULL)
    return;
  self->entry = gtk_text_new ();
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), N_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), N_CHARS);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : cvn_count_cell_get_text (self));
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/** cvn_count_cell_end: back to what is there, with the focus on the cell if it was in the entry. */
void
cvn_count_cell_end (CvnCountCell *self)
{
  gboolean had_focus;

  if (self->entry == NULL)
    return;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  gtk_widget_set_visible (self->label, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  cvn_count_cell_set_wrong (self, FALSE);
}

/** cvn_count_cell_is_editing: whether somebody types in it. */
gboolean
cvn_count_cell_is_editing (CvnCountCell *self)
{
  return self->entry != NULL;
}

/** cvn_count_cell_get_typed: what was typed so far, owned by the cell; NULL when it is not edited. */
const char *
cvn_count_cell_get_typed (CvnCountCell *self)
{
  return self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : NULL;
}

/** cvn_count_cell_set_wrong: marks what was typed as not to be taken. */
void
cvn_count_cell_set_wrong (CvnCountCell *self,
                          gboolean      wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
