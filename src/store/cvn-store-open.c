/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-store-open"

#include "cvn-backup.h"
#include "cvn-clock.h"
#include "cvn-error.h"
#include "cvn-file.h"
#include "cvn-lock.h"
#include "cvn-migrations.h"
#include "cvn-store-private.h"
#include "cvn-store-workers.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  char         *path;
  CvnStoreFlags flags;
  char         *actor;
  GMainContext *context;
} Opening;

static gboolean
make_if_wanted (const char   *path,
                CvnStoreFlags flags,
                GError      **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) || (flags & CVN_STORE_CREATE) == 0 || (flags & CVN_STORE_READ_ONLY) != 0)
    return TRUE;
  return cvn_file_create (path, error);
}

static gboolean
bring_up_to_date (CvnDb      *db,
                  const char *path,
                  int         version,
                  GError    **error)
{
  if (version > 0 && version < cvn_migrations_get_latest ())
    {
      g_autofree char *stamp = cvn_clock_dup_stamp ();
      g_autofree char *backup = cvn_backup_make (path, stamp, error);

      if (backup == NULL)
        return FALSE;
    }
  return cvn_migrations_run (db, cvn_migrations_get_latest (), error);
}

/* SQLite reads the list of tables anew for each connection, which takes time: the first reader takes this one over. */
static gboolean
load (CvnStore   *self,
      const char *path,
      CvnDbMode   mode,
      GError    **error)
{
  g_autoptr (CvnDb) db = cvn_db_open (path, mode, error);

  if (db == NULL || !cvn_store_load_state (self, db, error))
    return FALSE;
  cvn_db_hand_over (db);
  self->read_path = g_strdup (path);
  self->read_mode = mode;
  self->readers = cvn_store_start_readers (path, mode, g_steal_pointer (&db));
  return TRUE;
}

/* Makes an older file, or one that never kept a log, as all others are. */
static gboolean
prepare_for_writing (CvnStore *self,
                     int       version,
                     GError  **error)
{
  g_autoptr (CvnDb) db = NULL;

  if (version == cvn_migrations_get_latest () && cvn_file_keeps_log (self->path))
    return TRUE;
  db = cvn_db_open (self->path, CVN_DB_WRITE, error);
  return db != NULL && bring_up_to_date (db, self->path, version, error) && cvn_db_run_script (db, "PRAGMA journal_mode = WAL", error);
}

static gboolean
open_for_writing (CvnStore *self,
                  int       version,
                  GError  **error)
{
  if (!prepare_for_writing (self, version, error) || !load (self, self->path, CVN_DB_READ, error))
    return FALSE;
  self->writer = cvn_store_start_writer (self->path);
  return TRUE;
}

/* SQLite reads a file that keeps a log only where it can write beside it, or when it is told that nobody changes the file. */
static gboolean
read_on_protected_medium (CvnStore *self,
                          GError  **error)
{
  g_autofree char *copy = NULL;

  if (!cvn_file_has_log (self->path))
    return load (self, self->path, CVN_DB_IMMUTABLE, error);
  copy = cvn_file_copy_aside (self->path, &self->copy_folder, error);
  return copy != NULL && load (self, copy, CVN_DB_READ, error);
}

static gboolean
open_for_reading (CvnStore *self,
                  int       version,
                  GError  **error)
{
  g_autoptr (GError) read_error = NULL;

  self->read_only = TRUE;
  if (version < cvn_migrations_get_latest ())
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_READ_ONLY,
                   _("The file “%s” is of an older version of this program and must be brought up to date first, but it cannot be written to."),
                   self->path);
      return FALSE;
    }
  if (load (self, self->path, CVN_DB_READ, &read_error))
    return TRUE;
  if (g_error_matches (read_error, CVN_ERROR, CVN_ERROR_IO) || g_error_matches (read_error, CVN_ERROR, CVN_ERROR_READ_ONLY))
    return read_on_protected_medium (self, error);
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}

/* A file of this version that keeps a log is only read at first, and what is wrong with its list of tables comes out then.
 * Before anything is done to another one, it is looked at whole. */
static gboolean
check (const char *path,
       int        *version,
       GError    **error)
{
  if (!cvn_file_check_header (path, version, error))
    return FALSE;
  return (*version == cvn_migrations_get_latest () && cvn_file_keeps_log (path)) || cvn_file_check (path, version, error);
}

static CvnStore *
open_store (const char   *path,
            CvnStoreFlags flags,
            const char   *actor,
            GMainContext *context,
            GError      **error)
{
  g_autoptr (CvnStore) self = g_object_new (CVN_TYPE_STORE, NULL);
  int      version = 0;
  gboolean opened;

  self->path = g_canonicalize_filename (path, NULL);
  self->actor = g_strdup (actor != NULL ? actor : "");
  self->context = g_main_context_ref (context);
  if (!make_if_wanted (self->path, flags, error) || !check (self->path, &version, error))
    return NULL;
  if ((flags & CVN_STORE_READ_ONLY) == 0 && cvn_file_is_writable (self->path))
    self->lock = cvn_lock_take (self->path, &self->taken);
  opened = self->lock >= 0 ? open_for_writing (self, version, error) : open_for_reading (self, version, error);
  if (!opened)
    return NULL;
  self->told_can_undo = cvn_store_get_undo (self, NULL, NULL, NULL);
  self->told_can_redo = cvn_store_get_redo (self, NULL, NULL, NULL);
  return g_steal_pointer (&self);
}

/**
 * cvn_store_open:
 * @path: a centre's file
 * @actor: who the changes are by, as the journal shows it
 *
 * Opens a centre, waiting for the disk: for the command line and tests. A file that is not a centre, is damaged or was
 * written by a newer version is left untouched, to the byte. When another process writes to the file, the store is read-only.
 *
 * Returns: (transfer full) (nullable): the store, to be closed with cvn_store_close(); NULL with %CVN_ERROR_NOT_FOUND,
 *   %CVN_ERROR_NOT_A_CENTRE, %CVN_ERROR_NEWER_FILE, %CVN_ERROR_DAMAGED, %CVN_ERROR_READ_ONLY, %CVN_ERROR_NO_SPACE or %CVN_ERROR_IO
 */
CvnStore *
cvn_store_open (const char   *path,
                CvnStoreFlags flags,
                const char   *actor,
                GError      **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (path != NULL, NULL);
  return open_store (path, flags, actor, context, error);
}

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->actor);
  g_main_context_unref (opening->context);
  g_free (opening);
}

static gpointer
run_opening (gpointer data)
{
  g_autoptr (GTask) task = data;
  Opening  *opening = g_task_get_task_data (task);
  GError   *error = NULL;
  CvnStore *store = open_store (opening->path, opening->flags, opening->actor, opening->context, &error);

  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, g_object_unref);
  return NULL;
}

/** cvn_store_open_async: as cvn_store_open(), on a thread; the signals come in the caller's main context. */
void
cvn_store_open_async (const char         *path,
                      CvnStoreFlags       flags,
                      const char         *actor,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (path != NULL);

  *opening = (Opening){ g_strdup (path), flags, g_strdup (actor), g_main_context_ref_thread_default () };
  g_task_set_source_tag (task, cvn_store_open_async);
  g_task_set_task_data (task, opening, free_opening);
  /* A thread of its own, not one of GTask's: GTK reads the icon theme on one of those, and when it is awake already it
   * begins before libadwaita has added its folder, and has to do it all again. */
  g_thread_unref (g_thread_new ("opener", run_opening, g_steal_pointer (&task)));
}

/** cvn_store_open_finish: (transfer full) (nullable): the store; errors as cvn_store_open(). */
CvnStore *
cvn_store_open_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
