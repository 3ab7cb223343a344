/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-note-row"

#include "cvn-note-row.h"

#include "cvn-field-row.h"

struct _CvnNoteRow
{
  AdwPreferencesRow parent_instance;

  CvnDraft  *draft;
  guint      field;
  GtkLabel  *label;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CvnNoteRow, cvn_note_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_typed (CvnNoteRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter    start;
  GtkTextIter    end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_value (CvnNoteRow *self)
{
  g_autofree char *text = cvn_draft_dup_text (self->draft, self->field);
  g_autofree char *typed = dup_typed (self);

  if (!g_str_equal (text, typed))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
  cvn_field_row_mark (GTK_WIDGET (self), self->draft, self->field);
}

static void
field_changed_cb (CvnNoteRow *self,
                  guint       field)
{
  if (field == self->field)
    show_value (self);
}

static void
left_cb (CvnNoteRow *self)
{
  g_autofree char *text = cvn_draft_dup_text (self->draft, self->field);
  g_autofree char *typed = dup_typed (self);

  if (g_str_equal (text, typed))
    return;
  cvn_draft_set_text (self->draft, self->field, typed);
  cvn_draft_save (self->draft);
}

static gboolean
cvn_note_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CVN_NOTE_ROW (widget)->view);
}

static void
cvn_note_row_dispose (GObject *object)
{
  g_clear_object (&CVN_NOTE_ROW (object)->draft);
  G_OBJECT_CLASS (cvn_note_row_parent_class)->dispose (object);
}

static void
cvn_note_row_class_init (CvnNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_note_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cvn_note_row_grab_focus;
}

static void
cvn_note_row_init (CvnNoteRow *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-note-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
}

/** cvn_note_row_new: a row to write @field of @draft in. */
GtkWidget *
cvn_note_row_new (CvnDraft *draft,
                  guint     field)
{
  CvnNoteRow *self = g_object_new (CVN_TYPE_NOTE_ROW, NULL);

  self->draft = g_object_ref (draft);
  self->field = field;
  cvn_field_row_describe (GTK_WIDGET (self), draft, field);
  g_object_bind_property (self, "title", self->label, "label", G_BINDING_SYNC_CREATE);
  show_value (self);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
