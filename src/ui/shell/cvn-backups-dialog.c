/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-backups-dialog"

#include "cvn-backups-dialog.h"

#include <glib/gi18n-lib.h>

struct _CvnBackupsDialog
{
  AdwWindow            parent_instance;
  GtkStack            *stack;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (CvnBackupsDialog, cvn_backups_dialog, ADW_TYPE_WINDOW)

static guint restore_signal;

static void
restore_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_signal_emit (widget, restore_signal, 0, g_variant_get_bytestring (parameter));
  gtk_window_close (GTK_WINDOW (widget));
}

static void
cvn_backups_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CVN_TYPE_BACKUPS_DIALOG);
  G_OBJECT_CLASS (cvn_backups_dialog_parent_class)->dispose (object);
}

static void
cvn_backups_dialog_class_init (CvnBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_backups_dialog_dispose;
  restore_signal = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/shell/cvn-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnBackupsDialog, group);
  gtk_widget_class_install_action (widget_class, "backup.restore", "ay", restore_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cvn_backups_dialog_init (CvnBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** cvn_backups_dialog_new: a list without backups yet, to be presented; it belongs to GTK. */
CvnBackupsDialog *
cvn_backups_dialog_new (GtkWindow *parent)
{
  return g_object_new (CVN_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);
}

/** cvn_backups_dialog_add: adds the backup @path, made at the moment @at (UTC, ISO), of @size bytes. */
void
cvn_backups_dialog_add (CvnBackupsDialog *self,
                        const char       *path,
                        const char       *at,
                        gint64            size)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *title = local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup (at);
  g_autofree char *bytes = g_format_size ((guint64) size);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("_Restore"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), bytes);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backup.restore");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_bytestring (path));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
  gtk_stack_set_visible_child_name (self->stack, "list");
}
