/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-application-files"

#include "cvn-application-private.h"
#include "cvn-backup.h"
#include "cvn-backups-dialog.h"
#include "cvn-dialogs.h"
#include "cvn-import-dialog.h"
#include "cvn-new-centre-dialog.h"
#include "cvn-places.h"
#include "cvn-share-assistant.h"

#include <glib/gi18n-lib.h>

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (CvnApplication) self = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->window != NULL)
    cvn_application_open (self, path);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  CvnApplication *self = data;

  cvn_dialogs_open_async (GTK_WINDOW (self->window), _("Open a Centre"), CVN_FILES_CENTRE, file_chosen_cb, g_object_ref (self));
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  cvn_application_open_sample (data, CVN_SAMPLE_CENTRE);
}

static void
open_programme_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  cvn_application_open_sample (data, CVN_SAMPLE_PROGRAMME);
}

static void
create_cb (CvnApplication    *self,
           const char        *name,
           const char *const *municipalities)
{
  cvn_application_create (self, name, municipalities);
}

static void
new_centre_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  CvnApplication     *self = data;
  CvnNewCentreDialog *dialog = cvn_new_centre_dialog_new (GTK_WINDOW (self->window));

  g_signal_connect_object (dialog, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
joined_cb (CvnApplication *self,
           const char     *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  g_settings_set_string (self->settings, "last-file", path);
}

static void
join_centre_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  CvnApplication *self = data;
  /* Translators: the name of the file that a centre of others is fetched into */
  g_autofree char   *path = cvn_places_dup_own_file (_("Shared Centre"));
  CvnShareAssistant *assistant = cvn_share_assistant_new_to_join (GTK_WINDOW (self->window), self->centre, path);

  g_signal_connect_object (assistant, "joined", G_CALLBACK (joined_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
}

static void
source_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (CvnApplication) self = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);

  if (file != NULL && self->window != NULL && cvn_centre_is_open (self->centre))
    cvn_import_dialog_present (GTK_WIDGET (self->window), self->centre, NULL, file);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  CvnApplication *self = data;

  cvn_dialogs_open_async (GTK_WINDOW (self->window), _("Import a File"), CVN_FILES_CSV, source_chosen_cb, g_object_ref (self));
}

static void
import_folder_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  CvnApplication *self = data;

  cvn_dialogs_open_async (GTK_WINDOW (self->window), _("Import a Folder"), CVN_FILES_FOLDER, source_chosen_cb, g_object_ref (self));
}

static void
list_backups (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *backups = cvn_backup_list (data, &error);

  if (backups == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
}

typedef struct
{
  char *path;
  char *backup;
} Restoration;

static void
free_restoration (Restoration *restoration)
{
  g_free (restoration->path);
  g_free (restoration->backup);
  g_free (restoration);
}

static void
restore (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  const Restoration *restoration = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  GError          *error = NULL;
  char            *kept = cvn_backup_restore (restoration->path, restoration->backup, stamp, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, kept, g_free);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  CvnApplication  *self = CVN_APPLICATION (source);
  g_autofree char *path = g_strdup (self->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->window == NULL)
    return;
  if (error != NULL)
    cvn_dialogs_tell (GTK_WINDOW (self->window), _("The Backup Was Not Restored"), error->message);
  else
    cvn_window_show_toast (GTK_WIDGET (self->window), _("The backup was restored"), FALSE);
  cvn_application_open (self, path);
}

static void
backup_chosen_cb (CvnApplication *self,
                  const char     *backup)
{
  Restoration *restoration = g_new0 (Restoration, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, restored_cb, NULL);

  restoration->path = g_strdup (self->path);
  restoration->backup = g_strdup (backup);
  g_task_set_source_tag (task, backup_chosen_cb);
  g_task_set_task_data (task, restoration, (GDestroyNotify) free_restoration);
  cvn_centre_close (self->centre);
  g_task_run_in_thread (task, restore);
}

static void
backups_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  CvnApplication *self = CVN_APPLICATION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), &error);
  CvnBackupsDialog *dialog;

  if (self->window == NULL)
    return;
  if (backups == NULL)
    {
      cvn_window_show_toast (GTK_WIDGET (self->window), error->message, FALSE);
      return;
    }
  dialog = cvn_backups_dialog_new (GTK_WINDOW (self->window));
  for (guint i = 0; i < backups->len; i++)
    {
      const CvnBackup *backup = g_ptr_array_index (backups, i);

      cvn_backups_dialog_add (dialog, backup->path, backup->at, backup->size);
    }
  g_signal_connect_object (dialog, "restore", G_CALLBACK (backup_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
backups_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  CvnApplication *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, backups_listed_cb, NULL);

  if (self->path == NULL)
    return;
  g_task_set_source_tag (task, backups_cb);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, list_backups);
}

static void
enable (CvnApplication *self,
        const char     *action,
        gboolean        enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), action)), enabled);
}

static void
update_cb (CvnApplication *self)
{
  static const char *const names[] = { "import", "import-folder" };
  gboolean                 writable = cvn_centre_is_open (self->centre) && !cvn_centre_is_read_only (self->centre);

  if (self->window == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    enable (self, names[i], writable);
  /* Also offered where a file is too damaged to be opened. */
  enable (self, "restore-backup", writable || !cvn_centre_is_open (self->centre));
}

/** cvn_application_add_file_actions: gives the window what it can do with files. */
void
cvn_application_add_file_actions (CvnApplication *self)
{
  static const GActionEntry entries[] = {
    { "open", open_cb },
    { "open-sample", open_sample_cb },
    { "open-sample-programme", open_programme_cb },
    { "new-centre", new_centre_cb },
    { "join-centre", join_centre_cb },
    { "import", import_cb },
    { "import-folder", import_folder_cb },
    { "restore-backup", backups_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->centre, "notify::read-only", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
