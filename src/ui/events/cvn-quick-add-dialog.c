/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-quick-add-dialog"

#include "cvn-quick-add-dialog.h"

#include "cvn-quick-line.h"

#include <glib/gi18n-lib.h>

struct _CvnQuickAddDialog
{
  AdwWindow parent_instance;

  CvnQuickLine *line;
  GtkWidget    *entry;
  GtkLabel     *summary;
  GtkWidget    *add;
  CvnRecord    *record; /* what was understood, or NULL */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CvnQuickAddDialog, cvn_quick_add_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (CvnQuickAddDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;

  g_clear_object (&self->record);
  if (*text != '\0' && cvn_quick_line_is_ready (self->line))
    self->record = cvn_quick_line_read (self->line, text, &summary, &error);
  gtk_label_set_text (self->summary, summary != NULL ? summary : error != NULL ? error->message
                                                                               : _("For example: booking ASML 3 introduction day 12 May"));
  gtk_widget_set_sensitive (self->add, self->record != NULL);
}

static void
add_name (CvnQuickAddDialog *self,
          GHashTable        *names,
          const char        *field)
{
  const char *id = cvn_kind_find_field (cvn_record_get_kind (self->record), field) >= 0 ? cvn_record_get_text (self->record, field) : NULL;
  const char *name = cvn_quick_line_get_name (self->line, id);

  if (name != NULL)
    g_hash_table_insert (names, g_strdup (id), g_strdup (name));
}

static void
add_cb (CvnQuickAddDialog *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (self->record == NULL)
    return;
  add_name (self, names, "organisation");
  add_name (self, names, "programme");
  g_signal_emit (self, chosen_signal, 0, self->record, names);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cvn_quick_add_dialog_dispose (GObject *object)
{
  CvnQuickAddDialog *self = CVN_QUICK_ADD_DIALOG (object);

  g_clear_object (&self->record);
  g_clear_object (&self->line);
  G_OBJECT_CLASS (cvn_quick_add_dialog_parent_class)->dispose (object);
}

static void
cvn_quick_add_dialog_class_init (CvnQuickAddDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_quick_add_dialog_dispose;
  chosen_signal = g_signal_new ("chosen", CVN_TYPE_QUICK_ADD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, CVN_TYPE_RECORD, G_TYPE_HASH_TABLE);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cvn_quick_add_dialog_init (CvnQuickAddDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *header = adw_header_bar_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Quick Add"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 460, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, -1);
  gtk_widget_add_css_class (header, "flat");
  self->entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("event, booking or task …"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("An event, a booking or a task in one line"), -1);
  self->summary = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  self->add = gtk_button_new_with_mnemonic (_("_Fill In the Form"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "cvn-quick-add");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), box);
  adw_window_set_content (ADW_WINDOW (self), content);
}

/** cvn_quick_add_dialog_new: a line for the records of @centre, above @parent. */
GtkWidget *
cvn_quick_add_dialog_new (GtkWindow *parent,
                          CvnCentre *centre)
{
  CvnQuickAddDialog *self = g_object_new (CVN_TYPE_QUICK_ADD_DIALOG, "transient-for", parent, NULL);

  self->line = cvn_quick_line_new (centre);
  g_signal_connect_object (self->line, "ready", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
