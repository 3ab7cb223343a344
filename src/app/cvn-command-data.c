/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-command-data"

#include "cvn-backup.h"
#include "cvn-centre.h"
#include "cvn-command.h"
#include "cvn-csv-problem.h"
#include "cvn-export-job.h"
#include "cvn-import-job.h"
#include "cvn-integrity.h"
#include "cvn-store.h"

#include <glib/gi18n.h>

/* Opens the centre of the command; says what is wrong and returns NULL if it cannot be. */
static CvnStore *
open_store (const CvnCommand *command,
            CvnStoreFlags     flags)
{
  g_autofree char *path = cvn_command_dup_file (command);
  g_autoptr (GError) error = NULL;
  CvnStore *store;

  if (path == NULL)
    {
      cvn_command_complain (_("There is no centre yet. Name its file with --file."));
      return NULL;
    }
  store = cvn_store_open (path, flags, g_get_user_name (), &error);
  if (store == NULL)
    cvn_command_complain_of_file (path, error);
  return store;
}

static void
complain_of_problems (CvnImportReport *report)
{
  for (guint i = 0; report != NULL && i < report->files->len; i++)
    {
      const CvnImportedFile *file = g_ptr_array_index (report->files, i);

      for (guint j = 0; j < file->problems->len; j++)
        {
          g_autofree char *problem = cvn_csv_problem_dup_text (g_ptr_array_index (file->problems, j));

          cvn_command_complain ("%s: %s", file->name, problem);
        }
    }
}

/* As open_store(), and says so and returns NULL when it cannot be written to. */
static CvnStore *
open_writable_store (const CvnCommand *command,
                     CvnStoreFlags     flags)
{
  CvnStore *store = open_store (command, flags);

  if (store == NULL || !cvn_store_is_read_only (store))
    return store;
  cvn_command_complain ("%s", cvn_store_is_taken (store) ? _("The centre is open in another window.") : _("The file of the centre cannot be written to."));
  cvn_store_close (store);
  g_object_unref (store);
  return NULL;
}

/** cvn_command_import: --import; the centre's file is made if it is named and not there. */
CvnExit
cvn_command_import (const CvnCommand *command)
{
  g_autoptr (GFile) source = g_file_new_for_commandline_arg (command->import);
  g_autoptr (CvnImportJob) job = cvn_import_job_new (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = NULL;
  CvnImportReport *report;
  gboolean         done;

  if (!g_file_query_exists (source, NULL))
    {
      cvn_command_complain (_("%s: there is no such file or folder."), command->import);
      return CVN_EXIT_REFUSED;
    }
  store = open_writable_store (command, CVN_STORE_CREATE);
  if (store == NULL)
    return CVN_EXIT_FILE;
  done = cvn_import_job_run (job, store, &error);
  report = cvn_import_job_get_report (job);
  cvn_store_close (store);
  if (!done)
    {
      complain_of_problems (report);
      cvn_command_complain ("%s: %s", command->import, error->message);
      return CVN_EXIT_REFUSED;
    }
  g_print (_("%u added, %u changed, %u as they were\n"), report->n_added, report->n_changed, report->n_unchanged);
  return CVN_EXIT_DONE;
}

static const CvnKind *
find_kind (const char *name)
{
  const CvnKind *kind = cvn_kind_find (name);

  return kind != NULL ? kind : cvn_kind_find_file (name);
}

/** cvn_command_export: --export: all records of one kind, as CSV in the language that is spoken. */
CvnExit
cvn_command_export (const CvnCommand *command)
{
  const CvnKind *kind = find_kind (command->export);
  g_autoptr (CvnQuery) query = NULL;
  g_autoptr (CvnExportJob) job = NULL;
  g_autoptr (CvnStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (kind == NULL)
    {
      cvn_command_complain (_("There are no records called “%s”."), command->export);
      return CVN_EXIT_USAGE;
    }
  store = open_store (command, CVN_STORE_READ_ONLY);
  if (store == NULL)
    return CVN_EXIT_FILE;
  query = cvn_query_new (kind);
  job = cvn_export_job_new (query, command->output, cvn_csv_dialect_get_standard (cvn_interface_language ()));
  cvn_export_job_set_replace (job, TRUE);
  done = cvn_export_job_run (job, store, &error);
  cvn_store_close (store);
  if (done)
    return CVN_EXIT_DONE;
  cvn_command_complain ("%s: %s", command->output, error->message);
  return CVN_EXIT_OUTPUT;
}

static gpointer
check (CvnReader    *reader,
       gpointer      data,
       GCancellable *cancellable,
       GError      **error)
{
  return cvn_integrity_check (reader, NULL, NULL, cancellable, error);
}

static void
print_fault (const CvnFault *fault)
{
  if (fault->kind != NULL && fault->id != NULL)
    g_print ("%s %s: ", fault->kind->name, fault->id);
  else if (fault->kind != NULL)
    g_print ("%s: ", fault->kind->name);
  g_print ("%s\n", fault->message);
  if (fault->proposal != NULL)
    g_print ("    %s\n", fault->proposal);
}

/** cvn_command_check: --check: names each fault on standard output, or says that there is none. */
CvnExit
cvn_command_check (const CvnCommand *command)
{
  g_autoptr (CvnStore) store = open_store (command, CVN_STORE_READ_ONLY);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return CVN_EXIT_FILE;
  faults = cvn_store_read (store, check, NULL, &error);
  cvn_store_close (store);
  if (faults == NULL)
    {
      cvn_command_complain ("%s", error->message);
      return CVN_EXIT_FILE;
    }
  for (guint i = 0; i < faults->len; i++)
    print_fault (g_ptr_array_index (faults, i));
  if (faults->len == 0)
    g_print ("%s\n", _("Nothing is wrong."));
  return faults->len == 0 ? CVN_EXIT_DONE : CVN_EXIT_FAULTS;
}

/** cvn_command_rebuild_search: --rebuild-search: what the search box looks in is made anew. */
CvnExit
cvn_command_rebuild_search (const CvnCommand *command)
{
  g_autoptr (CvnStore) store = open_writable_store (command, 0);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return CVN_EXIT_FILE;
  cvn_store_write (store, CVN_ACTION_EDIT, NULL, NULL, cvn_integrity_rebuild_search, NULL, &error);
  cvn_store_close (store);
  if (error != NULL)
    {
      cvn_command_complain ("%s", error->message);
      return CVN_EXIT_FILE;
    }
  g_print ("%s\n", _("Search knows every record again."));
  return CVN_EXIT_DONE;
}

/** cvn_command_restore: --restore: says where the file that was in its place is kept. */
CvnExit
cvn_command_restore (const CvnCommand *command)
{
  g_autofree char *path = cvn_command_dup_file (command);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      cvn_command_complain (_("There is no centre yet. Name its file with --file."));
      return CVN_EXIT_FILE;
    }
  kept = cvn_backup_restore (path, command->restore, stamp, &error);
  if (error != NULL)
    {
      cvn_command_complain ("%s", error->message);
      return CVN_EXIT_FILE;
    }
  if (kept != NULL)
    g_print (_("The file as it was is now %s\n"), kept);
  return CVN_EXIT_DONE;
}
