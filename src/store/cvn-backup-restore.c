/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-backup-restore"

#include "cvn-backup-private.h"
#include "cvn-error.h"
#include "cvn-file.h"
#include "cvn-lock.h"
#include "cvn-marker.h"
#include "cvn-ulid.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail_with_errno (const char *path,
                 GError    **error)
{
  g_set_error (error, CVN_ERROR, errno == ENOSPC ? CVN_ERROR_NO_SPACE : CVN_ERROR_IO,
               _("The file “%s” could not be put back: %s."), path, g_strerror (errno));
  return FALSE;
}

/* To others it is a new file: it must not take back what they have seen since. */
static gboolean
give_new_id (const char *path,
             GError    **error)
{
  g_autoptr (CvnDb) db = cvn_db_open (path, CVN_DB_WRITE, error);
  g_autofree char *id = cvn_ulid_new ();

  return db != NULL && cvn_db_run_script (db, "PRAGMA journal_mode = WAL", error) &&
         cvn_db_execute (db, error, "UPDATE meta SET value = ?1 WHERE name = 'file_id'", "s", id) &&
         cvn_db_checkpoint (db, TRUE, error);
}

static gboolean
copy_backup (const char *backup,
             const char *unfinished,
             GError    **error)
{
  g_autoptr (CvnDb) source = NULL;
  int version;

  if (!cvn_file_check (backup, &version, error))
    return FALSE;
  source = cvn_db_open (backup, CVN_DB_IMMUTABLE, error);
  return source != NULL && cvn_backup_copy (source, unfinished, error) && give_new_id (unfinished, error);
}

static gboolean
move_beside (const char *path,
             const char *aside,
             const char *suffix,
             GError    **error)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (aside, suffix, NULL);

  if (g_rename (from, to) == 0 || errno == ENOENT)
    return TRUE;
  return fail_with_errno (from, error);
}

/* The log goes along with the file that it belongs to: left behind, it would be played into the other one. */
static gboolean
put_aside (const char *path,
           const char *aside,
           GError    **error)
{
  g_autoptr (CvnDb) db = NULL;
  int version;

  if (cvn_file_check (path, &version, NULL))
    db = cvn_db_open (path, CVN_DB_WRITE, NULL);
  if (db != NULL)
    cvn_db_checkpoint (db, TRUE, NULL);
  g_clear_pointer (&db, cvn_db_free);
  if (!move_beside (path, aside, "-wal", error) || !move_beside (path, aside, "-shm", error))
    return FALSE;
  return link (path, aside) == 0 || errno == ENOENT || fail_with_errno (aside, error);
}

static char *
make_aside_name (const char *path,
                 const char *stamp)
{
  char *name = g_strdup_printf ("%s-%s.aside", path, stamp);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%s-%d.aside", path, stamp, i);
    }
  return name;
}

static char *
restore_locked (const char *path,
                const char *backup,
                const char *stamp,
                GError    **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  g_autofree char *aside = make_aside_name (path, stamp);

  if (!copy_backup (backup, unfinished, error) || !put_aside (path, aside, error))
    {
      g_unlink (unfinished);
      return NULL;
    }
  cvn_marker_remove (path);
  if (g_rename (unfinished, path) != 0)
    {
      fail_with_errno (path, error);
      return NULL;
    }
  return cvn_file_sync_folder (path, error) ? g_steal_pointer (&aside) : NULL;
}

/**
 * cvn_backup_restore:
 * @path: a centre's file, closed; it may be damaged or gone
 * @backup: what to put in its place
 * @stamp: this moment, 20180630T120000Z
 *
 * Puts a backup back. The present file is kept beside it under another name, and the restored one gets an id of its own.
 *
 * Returns: (transfer full) (nullable): where the present file is now; %CVN_ERROR_BUSY while it is open somewhere
 */
char *
cvn_backup_restore (const char *path,
                    const char *backup,
                    const char *stamp,
                    GError    **error)
{
  int   lock = cvn_lock_take (path, NULL);
  char *aside;

  if (lock < 0)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_BUSY, _("The file “%s” is open somewhere: close it first."), path);
      return NULL;
    }
  aside = restore_locked (path, backup, stamp, error);
  cvn_lock_release (lock);
  return aside;
}
