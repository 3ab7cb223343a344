/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-dialogs"

#include "cvn-dialogs.h"

#include <glib/gi18n-lib.h>

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser,
             CvnFiles        files)
{
  if (files == CVN_FILES_CENTRE)
    add_filter (chooser, _("Centres"), "*.convenant");
  else if (files == CVN_FILES_CSV)
    add_filter (chooser, _("Tables (CSV)"), "*.csv");
  if (files != CVN_FILES_FOLDER)
    add_filter (chooser, _("All Files"), "*");
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                gpointer         data)
{
  g_autoptr (GTask) task = data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
  g_object_unref (dialog);
}

static void
show_chooser (GtkWindow           *parent,
              const char          *title,
              GtkFileChooserAction action,
              const char          *accept,
              CvnFiles             files,
              const char          *name,
              GTask               *task)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser), files);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (file_chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/** cvn_dialogs_open_async: asks for a file, or a folder, that is there. */
void
cvn_dialogs_open_async (GtkWindow          *parent,
                        const char         *title,
                        CvnFiles            files,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, cvn_dialogs_open_async);
  show_chooser (parent, title, files == CVN_FILES_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                files == CVN_FILES_FOLDER ? _("_Select") : _("_Open"), files, NULL, task);
}

/** cvn_dialogs_save_async: asks for a file to write to; @name is proposed. */
void
cvn_dialogs_save_async (GtkWindow          *parent,
                        const char         *title,
                        CvnFiles            files,
                        const char         *name,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, cvn_dialogs_save_async);
  show_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), files, name, task);
}

/** cvn_dialogs_file_finish: the file, transfer full; NULL with %G_IO_ERROR_CANCELLED when none was chosen. */
GFile *
cvn_dialogs_file_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  g_autoptr (GTask) task = data;

  g_task_return_boolean (task, g_str_equal (response, "accept"));
}

/** cvn_dialogs_ask_async: a question before something that cannot be undone; @accept is a verb. */
void
cvn_dialogs_ask_async (GtkWindow          *parent,
                       const char         *heading,
                       const char         *body,
                       const char         *accept,
                       gboolean            destructive,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GtkWidget        *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GTask            *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, cvn_dialogs_ask_async);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** cvn_dialogs_ask_finish: whether the answer was yes. */
gboolean
cvn_dialogs_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/** cvn_dialogs_tell: says what went wrong when a toast is too little: what happened, what was kept, what to do. */
void
cvn_dialogs_tell (GtkWindow  *parent,
                  const char *heading,
                  const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/** cvn_dialogs_show_about: what the program is and whose. */
void
cvn_dialogs_show_about (GtkWindow  *parent,
                        const char *version)
{
  static const char *const developers[] = { "The Convenant contributors", NULL };

  adw_show_about_window (parent,
                         "application-name", "Convenant",
                         "application-icon", "org.convenant.Convenant",
                         "version", version,
                         "developer-name", "The Convenant contributors",
                         "developers", developers,
                         "comments", _("For the centre that several public and private partners pay for together: who promised what, what it costs, what it brings in, and what happens."),
                         "website", "https://convenant.org/",
                         "copyright", "© 2026 The Convenant contributors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name, and your address if you like */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
