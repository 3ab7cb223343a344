/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-command"

#include "cvn-command.h"

#include "cvn-backup.h"
#include "cvn-places.h"

#include <glib/gi18n.h>

/** cvn_command_clear: frees what is in @command. */
void
cvn_command_clear (CvnCommand *command)
{
  g_free (command->file);
  g_free (command->import);
  g_free (command->export);
  g_free (command->output);
  g_free (command->screenshot);
  g_free (command->size);
  g_free (command->language);
  g_free (command->restore);
  g_free (command->report);
  g_free (command->record);
  g_free (command->half_year);
  g_free (command->server);
  g_free (command->database);
  g_free (command->account);
  g_strfreev (command->files);
}

/** cvn_command_dup_file: the centre that the command is about: the one named, else the one that opens by itself; NULL when there is none. */
char *
cvn_command_dup_file (const CvnCommand *command)
{
  g_autoptr (GSettings) settings = NULL;

  if (command->file != NULL)
    return g_strdup (command->file);
  settings = g_settings_new ("org.convenant.Convenant");
  return cvn_places_dup_default_file (settings);
}

/** cvn_command_complain: tells the person on standard error what is wrong. */
void
cvn_command_complain (const char *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list          values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  g_printerr ("convenant: %s\n", text);
}

/** cvn_command_complain_of_file: tells the person why the centre at @path cannot be used, and which backups there are of it. */
void
cvn_command_complain_of_file (const char   *path,
                              const GError *error)
{
  g_autoptr (GPtrArray) backups = cvn_backup_list (path, NULL);

  cvn_command_complain ("%s: %s", path, error->message);
  if (backups == NULL || backups->len == 0)
    return;
  cvn_command_complain (_("There are backups of it, newest first; --restore puts one back:"));
  for (guint i = 0; i < backups->len; i++)
    {
      const CvnBackup *backup = g_ptr_array_index (backups, i);

      g_printerr ("%s\n", backup->path);
    }
}
