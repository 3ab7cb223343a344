/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-backup"

#include "cvn-backup.h"

#include "cvn-backup-private.h"
#include "cvn-error.h"
#include "cvn-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* 20180630T120000Z, then the extension. */
#define STAMP_LENGTH 16
#define EXTENSION    ".convenant"

/** cvn_backup_free: frees @backup. */
void
cvn_backup_free (CvnBackup *backup)
{
  g_free (backup->path);
  g_free (backup->at);
  g_free (backup);
}

static gboolean
is_backup (const char *name)
{
  return g_str_has_suffix (name, EXTENSION) && strlen (name) >= STAMP_LENGTH + strlen (EXTENSION) && name[8] == 'T' &&
         strspn (name, "0123456789") == 8;
}

static CvnBackup *
describe (const char *folder,
          const char *name)
{
  CvnBackup *backup = g_new0 (CvnBackup, 1);
  GStatBuf   info = { 0 };

  backup->path = g_build_filename (folder, name, NULL);
  backup->at = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", name, name + 4, name + 6, name + 9, name + 11, name + 13);
  if (g_stat (backup->path, &info) == 0)
    backup->size = info.st_size;
  return backup;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const CvnBackup *first = *(const CvnBackup *const *) a;
  const CvnBackup *second = *(const CvnBackup *const *) b;

  return strcmp (second->path, first->path);
}

/**
 * cvn_backup_list:
 * @path: a centre's file, which need not be there any more
 *
 * Returns: (transfer full) (element-type CvnBackup): the backups of the file, newest first; empty when there are none
 */
GPtrArray *
cvn_backup_list (const char *path,
                 GError    **error)
{
  g_autofree char *folder = cvn_file_dup_backup_folder (path);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_backup_free);
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &open_error);
  const char *name;

  if (directory == NULL)
    {
      if (g_error_matches (open_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&backups);
      g_propagate_error (error, g_steal_pointer (&open_error));
      return NULL;
    }
  while ((name = g_dir_read_name (directory)) != NULL)
    if (is_backup (name))
      g_ptr_array_add (backups, describe (folder, name));
  g_ptr_array_sort (backups, compare_newest_first);
  return g_steal_pointer (&backups);
}

static gboolean
fail_with_errno (const char *path,
                 GError    **error)
{
  int code = errno;

  g_set_error (error, CVN_ERROR, code == ENOSPC ? CVN_ERROR_NO_SPACE : CVN_ERROR_IO,
               _("The backup “%s” could not be written: %s."), path, g_strerror (code));
  return FALSE;
}

/* Empty and its owner's alone: SQLite keeps the mode of a file that is there. */
static gboolean
make_empty (const char *path,
            GError    **error)
{
  int fd;

  g_unlink (path);
  fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return fail_with_errno (path, error);
  g_close (fd, NULL);
  return TRUE;
}

static gboolean
sync_file (const char *path,
           GError    **error)
{
  int      fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    fail_with_errno (path, error);
  if (fd >= 0)
    g_close (fd, NULL);
  return done;
}

static char *
quick_check (CvnDb   *db,
             GError **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, "PRAGMA quick_check (1)", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !cvn_statement_step (statement, &has_row, error))
    return NULL;
  return g_strdup (has_row ? cvn_statement_get_text (statement, 0) : "");
}

static gboolean
count_rows (CvnDb   *db,
            gint64  *n_rows,
            GError **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  g_autoptr (GString) sql = g_string_new ("SELECT (SELECT count(*) FROM journal)");

  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (sql, " + (SELECT count(*) FROM \"%s\")", kinds[i]->name);
  return cvn_db_get_integer (db, sql->str, n_rows, error);
}

/* The tables of an older version are counted by nobody: the check of the pages must do. */
static gboolean
compare_rows (CvnDb      *source,
              CvnDb      *copy,
              const char *path,
              GError    **error)
{
  gint64 last[2] = { 0, 0 };
  gint64 n_rows[2] = { 0, 0 };

  if (!count_rows (source, &n_rows[0], NULL))
    return TRUE;
  if (!cvn_db_get_integer (source, "SELECT max (no) FROM journal", &last[0], error) ||
      !cvn_db_get_integer (copy, "SELECT max (no) FROM journal", &last[1], error) || !count_rows (copy, &n_rows[1], error))
    return FALSE;
  if (last[0] != last[1] || n_rows[0] == n_rows[1])
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The backup “%s” does not hold what the file holds."), path);
  return FALSE;
}

/**
 * cvn_backup_copy:
 * @source: a connection outside a transaction
 * @path: where to; what is there is replaced
 *
 * Writes a compact copy of the file as it is at this moment, checks it and has the disk keep it.
 */
gboolean
cvn_backup_copy (CvnDb      *source,
                 const char *path,
                 GError    **error)
{
  g_autoptr (CvnDb) copy = NULL;
  g_autofree char *verdict = NULL;

  if (!make_empty (path, error) || !cvn_db_execute (source, error, "VACUUM INTO ?1", "s", path))
    return FALSE;
  copy = cvn_db_open (path, CVN_DB_IMMUTABLE, error);
  if (copy == NULL)
    return FALSE;
  verdict = quick_check (copy, error);
  if (verdict == NULL)
    return FALSE;
  if (!g_str_equal (verdict, "ok"))
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The copy “%s” is damaged: %s."), path, verdict);
      return FALSE;
    }
  return compare_rows (source, copy, path, error) && sync_file (path, error);
}

/* Two backups in one second both stay. */
static char *
make_name (const char *folder,
           const char *stamp)
{
  char *name = g_strconcat (folder, G_DIR_SEPARATOR_S, stamp, EXTENSION, NULL);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s/%s-%d%s", folder, stamp, i, EXTENSION);
    }
  return name;
}

/**
 * cvn_backup_make:
 * @path: a centre's file, open or not
 * @stamp: this moment, 20180630T120000Z
 *
 * Makes a checked copy in FILE-backups/. It waits for the disk and may run on any thread.
 *
 * Returns: (transfer full) (nullable): the path of the copy; on failure nothing is left and the older copies are untouched
 */
char *
cvn_backup_make (const char *path,
                 const char *stamp,
                 GError    **error)
{
  g_autofree char *folder = cvn_file_dup_backup_folder (path);
  g_autofree char *unfinished = g_build_filename (folder, "unfinished", NULL);
  g_autofree char *name = NULL;
  g_autoptr (CvnDb) source = NULL;

  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      fail_with_errno (folder, error);
      return NULL;
    }
  name = make_name (folder, stamp);
  source = cvn_db_open (path, CVN_DB_READ, error);
  if (source == NULL || !cvn_backup_copy (source, unfinished, error))
    {
      g_unlink (unfinished);
      return NULL;
    }
  if (g_rename (unfinished, name) != 0)
    {
      fail_with_errno (name, error);
      g_unlink (unfinished);
      return NULL;
    }
  return cvn_file_sync_folder (name, error) ? g_steal_pointer (&name) : NULL;
}
