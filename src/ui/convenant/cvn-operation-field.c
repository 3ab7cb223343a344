/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-operation-field"

#include "cvn-operation-field.h"

/** cvn_operation_field_new: adds @row to @group under @title. */
CvnOperationField *
cvn_operation_field_new (AdwPreferencesGroup *group,
                         GtkWidget           *row,
                         const char          *title)
{
  CvnOperationField *self = g_new0 (CvnOperationField, 1);

  self->row = row;
  self->error = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  /* A row that takes no focus would be a wall for Shift+Tab: GtkListBox does not look behind it. */
  self->error_row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "selectable", FALSE, "child", self->error, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_add_css_class (self->error_row, "cvn-error-row");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, self->error_row);
  return self;
}

/** cvn_operation_field_get_row: (transfer none): the row. */
GtkWidget *
cvn_operation_field_get_row (CvnOperationField *self)
{
  return self->row;
}

/** cvn_operation_field_set_error: says what is expected in the row; NULL when nothing is wrong. */
void
cvn_operation_field_set_error (CvnOperationField *self,
                               const char        *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (self->error_row, message != NULL);
  if (message == NULL)
    {
      gtk_widget_remove_css_class (self->row, "error");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }
  gtk_widget_add_css_class (self->row, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
}
