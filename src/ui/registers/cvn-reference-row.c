/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reference-row"

#include "cvn-reference-row.h"

#include "cvn-field-row.h"
#include "cvn-record.h"
#include "cvn-reference-popover.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnReferenceRow
{
  AdwEntryRow parent_instance;

  CvnDraft            *draft;
  guint                field;
  CvnReferencePopover *popover;
  GtkWidget           *go;
  gboolean             setting;
};

G_DEFINE_FINAL_TYPE (CvnReferenceRow, cvn_reference_row, ADW_TYPE_ENTRY_ROW)

static const CvnValue *
get_value (CvnReferenceRow *self)
{
  return cvn_record_get_value (cvn_draft_get_record (self->draft), self->field);
}

static void
show_value (CvnReferenceRow *self)
{
  g_autofree char *text = cvn_draft_dup_text (self->draft, self->field);

  self->setting = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->setting = FALSE;
  gtk_widget_set_visible (self->go, !cvn_value_is_none (get_value (self)));
  cvn_field_row_mark (GTK_WIDGET (self), self->draft, self->field);
}

static void
field_changed_cb (CvnReferenceRow *self,
                  guint            field)
{
  if (field == self->field)
    show_value (self);
}

static void
typed_cb (CvnReferenceRow *self)
{
  if (!self->setting && gtk_widget_get_mapped (GTK_WIDGET (self)))
    cvn_reference_popover_find (self->popover, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
chosen_cb (CvnReferenceRow *self,
           CvnRecordLink   *link)
{
  cvn_draft_set_reference (self->draft, self->field, cvn_record_link_get_id (link), cvn_record_link_get_title (link));
  cvn_draft_save (self->draft);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

static void
commit (CvnReferenceRow *self)
{
  g_autofree char *before = cvn_draft_dup_text (self->draft, self->field);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (g_str_equal (before, text))
    return;
  cvn_draft_set_text (self->draft, self->field, text);
  cvn_draft_save (self->draft);
}

static void
entered_cb (CvnReferenceRow *self)
{
  if (!cvn_reference_popover_choose (self->popover))
    commit (self);
}

static gboolean
key_cb (CvnReferenceRow *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  switch (key)
    {
    case GDK_KEY_Down:
      if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)) && (modifiers & GDK_ALT_MASK) != 0)
        {
          cvn_reference_popover_find (self->popover, "");
          return GDK_EVENT_STOP;
        }
      return cvn_reference_popover_move (self->popover, 1);
    case GDK_KEY_Up:
      return cvn_reference_popover_move (self->popover, -1);
    case GDK_KEY_Escape:
      if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      show_value (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
go_cb (CvnReferenceRow *self)
{
  const CvnValue *value = get_value (self);

  if (!cvn_value_is_none (value))
    cvn_window_open_record (GTK_WIDGET (self), cvn_draft_get_kind (self->draft)->fields[self->field].refers_to, value->text);
}

static void
cvn_reference_row_dispose (GObject *object)
{
  CvnReferenceRow *self = CVN_REFERENCE_ROW (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (cvn_reference_row_parent_class)->dispose (object);
}

static void
cvn_reference_row_class_init (CvnReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_reference_row_dispose;
}

static void
cvn_reference_row_init (CvnReferenceRow *self)
{
  self->go = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_set_valign (self->go, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->go, "flat");
  cvn_tooltip_set (self->go, _("Open This Record"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open This Record"), -1);
  g_signal_connect_object (self->go, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->go);
}

/** cvn_reference_row_new: a row to choose in what @field of @draft refers to. */
GtkWidget *
cvn_reference_row_new (CvnCentre *centre,
                       CvnDraft  *draft,
                       guint      field)
{
  CvnReferenceRow    *self = g_object_new (CVN_TYPE_REFERENCE_ROW, NULL);
  const CvnField     *description = &cvn_draft_get_kind (draft)->fields[field];
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->draft = g_object_ref (draft);
  self->field = field;
  self->popover = cvn_reference_popover_new (centre, cvn_kind_find (description->refers_to), GTK_WIDGET (self));
  cvn_field_row_describe (GTK_WIDGET (self), draft, field);
  show_value (self);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (entered_cb), NULL);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  return GTK_WIDGET (self);
}
