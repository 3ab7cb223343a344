/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-field-row"

#include "cvn-field-row.h"

#include "cvn-choice-row.h"
#include "cvn-entry-row.h"
#include "cvn-file-row.h"
#include "cvn-note-row.h"
#include "cvn-reference-row.h"
#include "cvn-switch-row.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/** cvn_field_row_new: a row to edit @field of @draft in. */
GtkWidget *
cvn_field_row_new (CvnCentre *centre,
                   CvnDraft  *draft,
                   guint      field)
{
  switch (cvn_draft_get_kind (draft)->fields[field].type)
    {
    case CVN_FIELD_NOTE:
      return cvn_note_row_new (draft, field);
    case CVN_FIELD_BOOLEAN:
      return cvn_switch_row_new (draft, field);
    case CVN_FIELD_CHOICE:
      return cvn_choice_row_new (centre, draft, field);
    case CVN_FIELD_REFERENCE:
      return cvn_reference_row_new (centre, draft, field);
    case CVN_FIELD_TEXT:
      if (cvn_draft_get_kind (draft)->fields[field].format == CVN_FORMAT_FILE)
        return cvn_file_row_new (centre, draft, field);
      return cvn_entry_row_new (draft, field);
    case CVN_FIELD_MONEY:
    case CVN_FIELD_INTEGER:
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
    case CVN_FIELD_MONTH:
    case CVN_FIELD_LOCAL_TIME:
      return cvn_entry_row_new (draft, field);
    default:
      g_assert_not_reached ();
    }
}

/** cvn_field_row_set_editable: whether what stands in @row can be changed. */
void
cvn_field_row_set_editable (GtkWidget *row,
                            gboolean   editable)
{
  if (CVN_IS_FILE_ROW (row))
    cvn_file_row_set_editable (CVN_FILE_ROW (row), editable);
  else
    gtk_widget_set_sensitive (row, editable);
}

/** cvn_field_row_is_required: whether @field must be filled in. */
gboolean
cvn_field_row_is_required (CvnDraft *draft,
                           guint     field)
{
  return (cvn_draft_get_kind (draft)->fields[field].flags & CVN_FIELD_REQUIRED) != 0;
}

/** cvn_field_row_describe: gives @row the name of @field, and what to fill in as a tooltip. */
void
cvn_field_row_describe (GtkWidget *row,
                        CvnDraft  *draft,
                        guint      field)
{
  const CvnField  *description = &cvn_draft_get_kind (draft)->fields[field];
  const char      *label = _(description->label);
  g_autofree char *title = NULL;

  /* Translators: the name of a field that must be filled in */
  title = cvn_field_row_is_required (draft, field) ? g_strdup_printf (_("%s (required)"), label) : g_strdup (label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cvn_draft_is_new (draft) ? title : label);
  if (description->hint != NULL)
    cvn_tooltip_set (row, _(description->hint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/** cvn_field_row_mark: marks @row when what stands in it is wrong. */
void
cvn_field_row_mark (GtkWidget *row,
                    CvnDraft  *draft,
                    guint      field)
{
  const char *error = cvn_draft_get_error (draft, field);

  if (error == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* The sentence below a row that says what is expected there. */
typedef struct
{
  GtkWidget *row;
  GtkLabel  *label;
  guint      field;
} ErrorRow;

static void
show_error (CvnDraft *draft,
            ErrorRow *error_row)
{
  const char *error = cvn_draft_get_error (draft, error_row->field);

  gtk_label_set_label (error_row->label, error != NULL ? error : "");
  gtk_widget_set_visible (error_row->row, error != NULL);
}

static void
error_changed_cb (CvnDraft *draft,
                  guint     field,
                  ErrorRow *error_row)
{
  if (field == error_row->field)
    show_error (draft, error_row);
}

static void
free_error_row (gpointer  data,
                GClosure *closure)
{
  g_free (data);
}

/** cvn_field_row_new_error: a row for below that of @field, seen only while what stands there is wrong. */
GtkWidget *
cvn_field_row_new_error (CvnDraft *draft,
                         guint     field)
{
  GtkWidget *label = gtk_label_new (NULL);
  /* A row that takes no focus would be a wall for Shift+Tab: GtkListBox does not look behind it. */
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "selectable", FALSE, "child", label, NULL);
  ErrorRow  *error_row = g_new0 (ErrorRow, 1);
  GClosure  *closure;

  error_row->row = row;
  error_row->label = GTK_LABEL (label);
  error_row->field = field;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (row, "cvn-error-row");
  closure = g_cclosure_new (G_CALLBACK (error_changed_cb), error_row, free_error_row);
  g_object_watch_closure (G_OBJECT (row), closure);
  g_signal_connect_closure (draft, "field-changed", closure, FALSE);
  show_error (draft, error_row);
  return row;
}
