/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-new-centre-dialog"

#include "cvn-new-centre-dialog.h"

#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnNewCentreDialog
{
  AdwWindow            parent_instance;
  GtkEditable         *name;
  GtkEditable         *entry;
  AdwPreferencesGroup *municipalities;
  GtkWidget           *create;
  GPtrArray           *rows; /* of the municipalities; owned by the group */
};

G_DEFINE_FINAL_TYPE (CvnNewCentreDialog, cvn_new_centre_dialog, ADW_TYPE_WINDOW)

static guint create_signal;

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
update (CvnNewCentreDialog *self)
{
  g_autofree char *name = dup_text (self->name);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", *name != '\0');
}

static void
remove_cb (GtkWidget          *button,
           CvnNewCentreDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (self->municipalities, row);
}

static gboolean
has_municipality (CvnNewCentreDialog *self,
                  const char         *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (g_ptr_array_index (self->rows, i)), name) == 0)
      return TRUE;
  return FALSE;
}

static void
add_municipality (CvnNewCentreDialog *self)
{
  g_autofree char *name = dup_text (self->entry);
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), name);
  GtkWidget       *row;
  GtkWidget       *button;

  if (*name == '\0' || has_municipality (self, name))
    return;
  row = adw_action_row_new ();
  button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  cvn_tooltip_set (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->municipalities, row);
  gtk_editable_set_text (self->entry, "");
}

static void
create_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnNewCentreDialog *self = CVN_NEW_CENTRE_DIALOG (widget);
  g_autofree char    *name = dup_text (self->name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) municipalities = NULL;

  /* What is typed and not yet added was meant. */
  add_municipality (self);
  for (guint i = 0; i < self->rows->len; i++)
    g_strv_builder_add (builder, adw_preferences_row_get_title (g_ptr_array_index (self->rows, i)));
  municipalities = g_strv_builder_end (builder);
  g_signal_emit (self, create_signal, 0, name, municipalities);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cvn_new_centre_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CVN_TYPE_NEW_CENTRE_DIALOG);
  G_OBJECT_CLASS (cvn_new_centre_dialog_parent_class)->dispose (object);
}

static void
cvn_new_centre_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_NEW_CENTRE_DIALOG (object)->rows);
  G_OBJECT_CLASS (cvn_new_centre_dialog_parent_class)->finalize (object);
}

static void
cvn_new_centre_dialog_class_init (CvnNewCentreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_new_centre_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_new_centre_dialog_finalize;
  create_signal = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRV);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/shell/cvn-new-centre-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnNewCentreDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CvnNewCentreDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, CvnNewCentreDialog, municipalities);
  gtk_widget_class_bind_template_child (widget_class, CvnNewCentreDialog, create);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cvn_new_centre_dialog_init (CvnNewCentreDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (add_municipality), self, G_CONNECT_SWAPPED);
  update (self);
}

/** cvn_new_centre_dialog_new: the questions, to be presented; it belongs to GTK. */
CvnNewCentreDialog *
cvn_new_centre_dialog_new (GtkWindow *parent)
{
  return g_object_new (CVN_TYPE_NEW_CENTRE_DIALOG, "transient-for", parent, NULL);
}
