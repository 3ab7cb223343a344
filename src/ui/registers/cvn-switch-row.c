/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-switch-row"

#include "cvn-switch-row.h"

#include "cvn-field-row.h"
#include "cvn-record.h"

struct _CvnSwitchRow
{
  AdwActionRow parent_instance;

  CvnDraft  *draft;
  guint      field;
  GtkSwitch *toggle;
};

G_DEFINE_FINAL_TYPE (CvnSwitchRow, cvn_switch_row, ADW_TYPE_ACTION_ROW)

static gboolean
is_on (CvnSwitchRow *self)
{
  return cvn_record_get_value (cvn_draft_get_record (self->draft), self->field)->integer == 1;
}

static void
show_value (CvnSwitchRow *self)
{
  gtk_switch_set_active (self->toggle, is_on (self));
  cvn_field_row_mark (GTK_WIDGET (self), self->draft, self->field);
}

static void
field_changed_cb (CvnSwitchRow *self,
                  guint         field)
{
  if (field == self->field)
    show_value (self);
}

static void
toggled_cb (CvnSwitchRow *self)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  if (gtk_switch_get_active (self->toggle) == is_on (self))
    return;
  cvn_value_set_integer (&value, gtk_switch_get_active (self->toggle) ? 1 : 0);
  cvn_draft_set_value (self->draft, self->field, &value);
  cvn_draft_save (self->draft);
}

static void
cvn_switch_row_dispose (GObject *object)
{
  g_clear_object (&CVN_SWITCH_ROW (object)->draft);
  G_OBJECT_CLASS (cvn_switch_row_parent_class)->dispose (object);
}

static void
cvn_switch_row_class_init (CvnSwitchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_switch_row_dispose;
}

static void
cvn_switch_row_init (CvnSwitchRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
}

/** cvn_switch_row_new: a row to turn @field of @draft on and off in. */
GtkWidget *
cvn_switch_row_new (CvnDraft *draft,
                    guint     field)
{
  CvnSwitchRow *self = g_object_new (CVN_TYPE_SWITCH_ROW, NULL);

  self->draft = g_object_ref (draft);
  self->field = field;
  cvn_field_row_describe (GTK_WIDGET (self), draft, field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  show_value (self);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
