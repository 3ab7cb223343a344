/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-db"

#include "cvn-db.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* How long a statement waits for another process. */
#define BUSY_TIMEOUT_MS 5000
/* Virtual machine steps between two looks at the cancellable: about a millisecond. */
#define STEPS_BETWEEN_LOOKS 20000
#define MAX_LENGTH          (64 * 1024 * 1024)
#define MAX_SQL_LENGTH      (1024 * 1024)
/* Bytes of pages that a reader may keep between two questions. */
#define MUCH_CACHE (1024 * 1024)
/* So many bytes at both ends of a statement are looked at to find it again. */
#define HASHED ((gsize) 40)

struct _CvnDb
{
  char         *path;
  sqlite3      *handle;
  GHashTable   *statements; /* SQL to CvnStatement */
  GThread      *thread;     /* the one that uses it; NULL until the first use */
  GCancellable *cancellable;
};

static CvnError
get_error_code (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CVN_ERROR_BUSY;
    case SQLITE_FULL:
      return CVN_ERROR_NO_SPACE;
    case SQLITE_READONLY:
      return CVN_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return CVN_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return CVN_ERROR_NOT_A_CENTRE;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return CVN_ERROR_IO;
    case SQLITE_CONSTRAINT:
      if (rc == SQLITE_CONSTRAINT_UNIQUE || rc == SQLITE_CONSTRAINT_PRIMARYKEY || rc == SQLITE_CONSTRAINT_ROWID)
        return CVN_ERROR_NOT_UNIQUE;
      return rc == SQLITE_CONSTRAINT_FOREIGNKEY ? CVN_ERROR_UNKNOWN_REFERENCE : CVN_ERROR_INVALID;
    default:
      return CVN_ERROR_FAILED;
    }
}

static const char *
get_format (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _("Another program is using the file “%s” (%s).");
    case SQLITE_FULL:
      return _("There is no room left on the disk for the file “%s” (%s).");
    case SQLITE_READONLY:
      return _("The file “%s” cannot be written to (%s).");
    case SQLITE_CORRUPT:
      return _("The file “%s” is damaged (%s).");
    case SQLITE_NOTADB:
      return _("The file “%s” is not a centre of this program (%s).");
    case SQLITE_CANTOPEN:
      return _("The file “%s” cannot be opened (%s).");
    case SQLITE_IOERR:
      return _("The file “%s” could not be read or written (%s).");
    default:
      return _("The file “%s” could not be used as asked (%s).");
    }
}

/**
 * cvn_db_set_error:
 * @rc: what SQLite answered
 *
 * The one place where SQLite's answers become errors: the code says what happened, the message names the file.
 * A statement ended by its cancellable is %G_IO_ERROR_CANCELLED.
 */
void
cvn_db_set_error (CvnDb   *self,
                  int      rc,
                  GError **error)
{
  int extended = self->handle != NULL && (sqlite3_extended_errcode (self->handle) & 0xff) == (rc & 0xff)
                   ? sqlite3_extended_errcode (self->handle)
                   : rc;

  if (rc == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, CVN_ERROR, get_error_code (extended), get_format (rc), self->path,
               self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (rc));
#pragma GCC diagnostic pop
}

/** cvn_db_get_message: SQLite's own words about the last failure, for those who look for a column's name in it. */
const char *
cvn_db_get_message (CvnDb *self)
{
  return sqlite3_errmsg (self->handle);
}

/** cvn_db_check_thread: a connection belongs to the thread that first uses it, until it is handed over. */
void
cvn_db_check_thread (CvnDb *self)
{
  if (self->thread == NULL)
    self->thread = g_thread_self ();
  g_assert (self->thread == g_thread_self ());
}

/** cvn_db_hand_over: the next thread that uses the connection owns it. */
void
cvn_db_hand_over (CvnDb *self)
{
  self->thread = NULL;
}

/* Nobody asks SQLite how much memory it has; counting that takes a lock at every piece of memory, for all threads together. */
static gpointer
configure (gpointer unused)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

static gboolean
open_handle (CvnDb    *self,
             CvnDbMode mode,
             GError  **error)
{
  g_autofree char *file_uri = g_filename_to_uri (self->path, NULL, error);
  g_autofree char *uri = NULL;
  int              flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int              rc;
  static GOnce     once = G_ONCE_INIT;

  g_once (&once, configure, NULL);
  if (file_uri == NULL)
    return FALSE;
  uri = g_strconcat (file_uri, mode == CVN_DB_IMMUTABLE ? "?immutable=1" : "", NULL);
  if (mode == CVN_DB_READ || mode == CVN_DB_IMMUTABLE)
    flags |= SQLITE_OPEN_READONLY;
  else
    flags |= SQLITE_OPEN_READWRITE | (mode == CVN_DB_CREATE ? SQLITE_OPEN_CREATE : 0);
  rc = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (rc != SQLITE_OK)
    {
      cvn_db_set_error (self, rc, error);
      return FALSE;
    }
  return TRUE;
}

/* A file may come from anywhere: it cannot make the connection run its own code or wear it out. */
static void
guard (CvnDb *self)
{
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  sqlite3_limit (self->handle, SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_LENGTH);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO needs one */
}

static gboolean
set_up (CvnDb    *self,
        CvnDbMode mode,
        GError  **error)
{
  static const char *const both = "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;";
  gboolean                 writes = mode == CVN_DB_WRITE || mode == CVN_DB_CREATE;
  gint64                   foreign_keys = 0;

  if (!cvn_db_run_script (self, both, error) ||
      (writes && !cvn_db_run_script (self, "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;", error)) ||
      !cvn_db_get_integer (self, "PRAGMA foreign_keys", &foreign_keys, error))
    return FALSE;
  g_assert (foreign_keys == 1);
  return TRUE;
}

static guint64
mix_bytes (guint64     hash,
           const char *bytes,
           gsize       left)
{
  while (left > 0)
    {
      guint64 word = 0;
      gsize   n = MIN (left, sizeof word);

      memcpy (&word, bytes, n);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
      bytes += n;
      left -= n;
    }
  return hash;
}

/* As good as g_str_hash() for texts as these, in a fraction of the time: a batch asks for thousands of statements. What a long
 * one begins and ends with tells it from nearly all others. */
static guint
hash_sql (gconstpointer data)
{
  const char *sql = data;
  gsize       length = strlen (sql);
  guint64     hash = mix_bytes (length, sql, MIN (length, HASHED));

  return (guint) (length > HASHED ? mix_bytes (hash, sql + length - HASHED, HASHED) : hash);
}

/**
 * cvn_db_open:
 * @path: a file
 *
 * Opens a connection with foreign keys, full synchronisation and SQLite's guards against hostile files. It does not look at
 * what the file is: cvn_file_check() does, before anything is written.
 *
 * Returns: (transfer full) (nullable): the connection; NULL with %CVN_ERROR_IO, %CVN_ERROR_BUSY, %CVN_ERROR_NOT_A_CENTRE
 */
CvnDb *
cvn_db_open (const char *path,
             CvnDbMode   mode,
             GError    **error)
{
  g_autoptr (CvnDb) self = g_new0 (CvnDb, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, g_free, (GDestroyNotify) cvn_statement_destroy);
  if (!open_handle (self, mode, error))
    return NULL;
  guard (self);
  if (!set_up (self, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** cvn_db_free: closes the connection; all statements must have been given back. */
void
cvn_db_free (CvnDb *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  g_clear_object (&self->cancellable);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_debug ("%s: a statement is still open", self->path);
  g_free (self->path);
  g_free (self);
}

/** cvn_db_get_path: the file's absolute path. */
const char *
cvn_db_get_path (CvnDb *self)
{
  return self->path;
}

static CvnStatement *
compile (CvnDb      *self,
         const char *sql,
         GError    **error)
{
  sqlite3_stmt *stmt = NULL;
  int           rc = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);

  if (rc != SQLITE_OK)
    {
      cvn_db_set_error (self, rc, error);
      return NULL;
    }
  return cvn_statement_new (self, stmt);
}

/**
 * cvn_db_prepare:
 * @sql: one statement with parameters ?1, ?2 …
 *
 * Compiled statements are kept: asking for the same SQL again costs a look in a table.
 *
 * Returns: (transfer full) (nullable): the statement, to be given back with cvn_statement_free()
 */
CvnStatement *
cvn_db_prepare (CvnDb      *self,
                const char *sql,
                GError    **error)
{
  CvnStatement *statement = g_hash_table_lookup (self->statements, sql);

  cvn_db_check_thread (self);
  if (statement != NULL)
    return cvn_statement_borrow (statement) ? statement : compile (self, sql, error);
  statement = compile (self, sql, error);
  if (statement == NULL)
    return NULL;
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  cvn_statement_borrow (statement);
  return statement;
}

/** cvn_db_execute: runs one statement that gives no rows; @types and what follows as in cvn_statement_bind(). */
gboolean
cvn_db_execute (CvnDb      *self,
                GError    **error,
                const char *sql,
                const char *types,
                ...)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  cvn_statement_bind_va (statement, FALSE, types, values);
  va_end (values);
  return cvn_statement_run (statement, error);
}

/** cvn_db_get_integer: the first column of the first row of @sql, which has no parameters; 0 without a row. */
gboolean
cvn_db_get_integer (CvnDb      *self,
                    const char *sql,
                    gint64     *integer,
                    GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !cvn_statement_step (statement, &has_row, error))
    return FALSE;
  *integer = has_row ? cvn_statement_get_integer (statement, 0) : 0;
  return TRUE;
}

/** cvn_db_run_script: runs several statements of our own, without parameters, whose rows nobody wants. */
gboolean
cvn_db_run_script (CvnDb      *self,
                   const char *script,
                   GError    **error)
{
  int rc;

  cvn_db_check_thread (self);
  rc = sqlite3_exec (self->handle, script, NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    cvn_db_set_error (self, rc, error);
  return rc == SQLITE_OK;
}

static int
look_at_cancellable (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/** cvn_db_set_cancellable: long statements end with %G_IO_ERROR_CANCELLED once @cancellable (may be NULL) is cancelled. */
void
cvn_db_set_cancellable (CvnDb        *self,
                        GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? STEPS_BETWEEN_LOOKS : 0, look_at_cancellable, cancellable);
}

/** cvn_db_get_last_rowid: the rowid that the last insert was given. */
gint64
cvn_db_get_last_rowid (CvnDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/** cvn_db_get_n_changed: how many rows the last insert, update or delete touched. */
int
cvn_db_get_n_changed (CvnDb *self)
{
  return sqlite3_changes (self->handle);
}

/** cvn_db_is_in_transaction: whether a BEGIN waits for its end. */
gboolean
cvn_db_is_in_transaction (CvnDb *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

/**
 * cvn_db_trim:
 *
 * Gives back what the connection remembers of the file, if that is much: after a list of 100,000 records it is what stays
 * of the whole table, and what was freed on the way stays with the thread unless it is asked for.
 */
void
cvn_db_trim (CvnDb *self)
{
  int used = 0;
  int most = 0;

  cvn_db_check_thread (self);
  if (sqlite3_db_status (self->handle, SQLITE_DBSTATUS_CACHE_USED, &used, &most, 0) != SQLITE_OK || used < MUCH_CACHE)
    return;
  sqlite3_db_release_memory (self->handle);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

/**
 * cvn_db_checkpoint:
 * @truncate: also empty the log, waiting for readers
 *
 * Moves what is in the log into the file. Automatic checkpoints swallow their errors, this one tells.
 */
gboolean
cvn_db_checkpoint (CvnDb   *self,
                   gboolean truncate,
                   GError **error)
{
  int rc;

  cvn_db_check_thread (self);
  rc = sqlite3_wal_checkpoint_v2 (self->handle, NULL, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  if (rc != SQLITE_OK)
    cvn_db_set_error (self, rc, error);
  return rc == SQLITE_OK;
}
