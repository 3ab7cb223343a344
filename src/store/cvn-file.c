/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-file"

#include "cvn-file.h"

#include "cvn-db.h"
#include "cvn-error.h"
#include "cvn-migrations.h"
#include "cvn-ulid.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The header of a SQLite file, and of its first page: https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.6. */
#define HEADER_SIZE       108
#define AT_PAGE_SIZE      16
#define AT_WRITE_VERSION  18
#define AT_CHANGE_COUNTER 24
#define AT_PAGE_COUNT     28
#define AT_USER_VERSION   60
#define AT_APPLICATION_ID 68
#define AT_VALID_FOR      92
#define AT_PAGE_KIND      100

/* Of pages with the rows of a table. */
#define INNER_PAGE 0x05
#define LEAF_PAGE  0x0d

static gboolean
fail_from_errno (const char *path,
                 GError    **error)
{
  int code = errno;

  if (code == ENOENT)
    g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
  else
    g_set_error (error, CVN_ERROR, code == ENOSPC ? CVN_ERROR_NO_SPACE : CVN_ERROR_IO,
                 _("The file “%s” could not be used: %s."), path, g_strerror (code));
  return FALSE;
}

static gboolean
read_header (const char *path,
             guint8     *header,
             gint64     *size,
             GError    **error)
{
  int         fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  gssize      n;

  if (fd < 0)
    return fail_from_errno (path, error);
  n = pread (fd, header, HEADER_SIZE, 0);
  if (n < 0 || fstat (fd, &info) != 0)
    {
      fail_from_errno (path, error);
      g_close (fd, NULL);
      return FALSE;
    }
  g_close (fd, NULL);
  *size = info.st_size;
  if (n == HEADER_SIZE && memcmp (header, "SQLite format 3", 16) == 0)
    return TRUE;
  if (n > 0 && n < HEADER_SIZE && memcmp (header, "SQLite format 3", MIN (n, 16)) == 0)
    g_set_error (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The file “%s” is damaged: its end is missing."), path);
  else
    g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_A_CENTRE, _("The file “%s” is not a centre of this program."), path);
  return FALSE;
}

/* The first page begins, after the header, the tree with the list of tables. */
static gboolean
check_first_page (const char   *path,
                  const guint8 *header,
                  GError      **error)
{
  guint8 kind = header[AT_PAGE_KIND];

  if (kind == INNER_PAGE || kind == LEAF_PAGE || cvn_file_has_log (path))
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The file “%s” is damaged: its list of tables cannot be read."), path);
  return FALSE;
}

static guint32
read_number (const guint8 *header,
             int           at)
{
  guint32 number;

  memcpy (&number, header + at, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* A process that ended while it moved pages from its log into the file leaves a file that is shorter than its first page
 * says; the log has the rest, and opening the file brings it in. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat      info;

  return stat (log, &info) == 0 && info.st_size > 0;
}

static gboolean
check_size (const char   *path,
            const guint8 *header,
            gint64        size,
            GError      **error)
{
  gint64 page_size = header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];
  gint64 n_pages = read_number (header, AT_PAGE_COUNT);

  if (page_size == 1)
    page_size = 65536;
  if (read_number (header, AT_CHANGE_COUNTER) != read_number (header, AT_VALID_FOR) || n_pages * page_size <= size || has_log (path))
    return TRUE;
  g_set_error (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The file “%s” is damaged: its end is missing."), path);
  return FALSE;
}

/** cvn_file_has_log: whether changes wait in a log beside @path. */
gboolean
cvn_file_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf         info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/* Looks at the list of tables without touching the file or anything beside it. */
static gboolean
check_tables (const char *path,
              GError    **error)
{
  g_autoptr (CvnDb) db = NULL;
  gint64 n_tables = 0;

  /* With a log the file alone is an unfinished picture. */
  if (cvn_file_has_log (path))
    return TRUE;
  db = cvn_db_open (path, CVN_DB_IMMUTABLE, error);
  return db != NULL && cvn_db_get_integer (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error);
}

/**
 * cvn_file_check_header:
 * @path: a file
 * @version: (out): the version of its tables
 *
 * As cvn_file_check(), but for its list of tables, which takes as long to read as all else that opening does: for who reads it
 * in the next moment anyway.
 *
 * Returns: FALSE with the errors of cvn_file_check()
 */
gboolean
cvn_file_check_header (const char *path,
                       int        *version,
                       GError    **error)
{
  guint8 header[HEADER_SIZE];
  gint64 size;

  if (!read_header (path, header, &size, error))
    return FALSE;
  if (read_number (header, AT_APPLICATION_ID) != CVN_DB_APPLICATION_ID)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_A_CENTRE, _("The file “%s” belongs to another program."), path);
      return FALSE;
    }
  *version = (int) read_number (header, AT_USER_VERSION);
  return cvn_migrations_check (path, *version, error) && check_size (path, header, size, error) &&
         check_first_page (path, header, error);
}

/**
 * cvn_file_check:
 * @path: a file
 * @version: (out): the version of its tables
 *
 * Whether @path is a centre that this program may open. Reads, and changes nothing.
 *
 * Returns: FALSE with %CVN_ERROR_NOT_FOUND, %CVN_ERROR_NOT_A_CENTRE, %CVN_ERROR_NEWER_FILE, %CVN_ERROR_DAMAGED or %CVN_ERROR_IO
 */
gboolean
cvn_file_check (const char *path,
                int        *version,
                GError    **error)
{
  return cvn_file_check_header (path, version, error) && check_tables (path, error);
}

/** cvn_file_keeps_log: whether changes of the centre @path go to a log beside it, as they do once the file was written to. */
gboolean
cvn_file_keeps_log (const char *path)
{
  guint8 header[HEADER_SIZE];
  gint64 size;

  return read_header (path, header, &size, NULL) && header[AT_WRITE_VERSION] == 2;
}

/** cvn_file_sync_folder: makes the names in the folder of @path last a power cut. */
gboolean
cvn_file_sync_folder (const char *path,
                      GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean         done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    fail_from_errno (folder, error);
  if (fd >= 0)
    g_close (fd, NULL);
  return done;
}

/** cvn_file_is_writable: whether this person may write to @path, on a medium that can be written to. */
gboolean
cvn_file_is_writable (const char *path)
{
  return g_access (path, W_OK) == 0;
}

/** cvn_file_dup_backup_folder: (transfer full): the folder of the backups of the file @path. */
char *
cvn_file_dup_backup_folder (const char *path)
{
  return g_strconcat (path, "-backups", NULL);
}

static gboolean
fill_new_file (const char *path,
               GError    **error)
{
  g_autoptr (CvnDb) db = cvn_db_open (path, CVN_DB_WRITE, error);
  g_autofree char *script = NULL;
  g_autofree char *id = cvn_ulid_new ();

  if (db == NULL)
    return FALSE;
  script = g_strdup_printf ("PRAGMA page_size = 4096; PRAGMA application_id = %d; PRAGMA journal_mode = WAL;", CVN_DB_APPLICATION_ID);
  return cvn_db_run_script (db, script, error) &&
         cvn_migrations_run (db, cvn_migrations_get_latest (), error) &&
         cvn_db_execute (db, error, "INSERT INTO meta (name, value) VALUES ('file_id', ?1), ('search_no', 0)", "s", id) &&
         cvn_db_checkpoint (db, TRUE, error);
}

static gboolean
make_empty (const char *path,
            GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_from_errno (folder, error);
  fd = open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return fail_from_errno (path, error);
  g_close (fd, NULL);
  return TRUE;
}

/**
 * cvn_file_create:
 * @path: where there is no file yet
 *
 * Makes an empty centre: under another name first, so that a power cut leaves a whole file or none.
 * The file is its owner's alone (0600), and so is its folder when that is made (0700).
 */
gboolean
cvn_file_create (const char *path,
                 GError    **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  gboolean         made;

  g_unlink (unfinished);
  if (!make_empty (unfinished, error))
    return FALSE;
  made = fill_new_file (unfinished, error);
  if (made && g_rename (unfinished, path) != 0)
    made = fail_from_errno (path, error);
  if (!made)
    {
      g_unlink (unfinished);
      return FALSE;
    }
  return cvn_file_sync_folder (path, error);
}

#define COPY "centre.convenant"

/* Not to be called while somebody writes to the file: there is nobody on a medium that cannot be written to. */
static gboolean
copy_with_log (const char *path,
               const char *target,
               GError    **error)
{
  static const char *const suffixes[] = { "", "-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from_name = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to_name = g_strconcat (target, suffixes[i], NULL);
      g_autoptr (GFile) from = g_file_new_for_path (from_name);
      g_autoptr (GFile) to = g_file_new_for_path (to_name);

      if (g_file_test (from_name, G_FILE_TEST_EXISTS) && !g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cvn_file_copy_aside:
 * @path: a centre with a log, on a medium that cannot be written to
 * @folder: (out) (transfer full): for cvn_file_remove_copy()
 *
 * SQLite cannot read a log without writing beside it, and without its log the file is an unfinished picture.
 *
 * Returns: (transfer full) (nullable): a copy that can be read with its log
 */
char *
cvn_file_copy_aside (const char *path,
                     char      **folder,
                     GError    **error)
{
  g_autofree char *made = g_dir_make_tmp ("convenant-XXXXXX", error);
  g_autofree char *target = NULL;

  if (made == NULL)
    return NULL;
  target = g_build_filename (made, COPY, NULL);
  if (!copy_with_log (path, target, error))
    {
      cvn_file_remove_copy (made);
      return NULL;
    }
  *folder = g_steal_pointer (&made);
  return g_steal_pointer (&target);
}

/** cvn_file_remove_copy: removes what cvn_file_copy_aside() made. */
void
cvn_file_remove_copy (const char *folder)
{
  static const char *const names[] = { COPY, COPY "-wal", COPY "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename (folder, names[i], NULL);

      g_unlink (name);
    }
  g_rmdir (folder);
}
