/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "fault-vfs"

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/*
 * A layer under SQLite that lets the n-th operation that changes something go wrong. For a power cut it remembers, for every
 * file, what each write since the last sync overwrote, and puts a random part of that back: disks write sectors of 512 bytes,
 * in any order, until they have said that all is there.
 */

#define SECTOR 512

/* What a write or truncation did away with. */
typedef struct
{
  gint64  offset;
  gint64  length;   /* of what was written; 0 for a truncation */
  guint8 *old;      /* what was there */
  gint64  n_old;    /* how much of it, up to the end of the file */
  gint64  old_size; /* of the file */
} Loss;

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
  GPtrArray    *losses; /* of Loss, since the last sync, oldest first */
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs  fault_vfs;
static FaultKind    fault_kind;
static guint        fault_at;
static guint        n_operations;
static GRand       *chance;
static GPtrArray   *open_files; /* of FaultFile */
static GMutex       mutex;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *) (gpointer) file)->real;
}

static void
free_loss (gpointer data)
{
  Loss *loss = data;

  g_free (loss->old);
  g_free (loss);
}

static void
note_loss (FaultFile *file,
           gint64     offset,
           gint64     length,
           gboolean   truncates)
{
  Loss         *loss = g_new0 (Loss, 1);
  sqlite3_int64 size = 0;

  file->real->pMethods->xFileSize (file->real, &size);
  loss->old_size = size;
  loss->offset = offset;
  loss->length = truncates ? 0 : length;
  loss->n_old = CLAMP (loss->old_size - offset, 0, truncates ? G_MAXINT : length);
  loss->old = g_malloc (MAX (loss->n_old, 1));
  if (loss->n_old > 0)
    file->real->pMethods->xRead (file->real, loss->old, (int) loss->n_old, offset);
  g_ptr_array_add (file->losses, loss);
}

static void
put_back (FaultFile  *file,
          const Loss *loss,
          gint64      from,
          gint64      length)
{
  file->real->pMethods->xWrite (file->real, loss->old + from, (int) length, loss->offset + from);
}

static void
undo_in_part (FaultFile  *file,
              const Loss *loss)
{
  int luck = g_rand_int_range (chance, 0, 3);

  if (luck == 0)
    return;
  if (luck == 1)
    {
      if (loss->n_old > 0)
        put_back (file, loss, 0, loss->n_old);
      if (loss->old_size < loss->offset + loss->length)
        file->real->pMethods->xTruncate (file->real, MAX (loss->old_size, loss->offset));
      return;
    }
  for (gint64 at = 0; at < loss->n_old; at += SECTOR)
    if (g_rand_boolean (chance))
      put_back (file, loss, at, MIN (SECTOR, loss->n_old - at));
}

static void
cut_power (void)
{
  for (guint i = 0; i < open_files->len; i++)
    {
      FaultFile *file = open_files->pdata[i];

      for (guint j = file->losses->len; j > 0; j--)
        undo_in_part (file, file->losses->pdata[j - 1]);
    }
  _exit (9);
}

/* Whether this operation, which the caller has not done yet or (before a power cut) has just done, goes wrong. */
static gboolean
goes_wrong (void)
{
  gboolean wrong;

  g_mutex_lock (&mutex);
  wrong = ++n_operations == fault_at && fault_kind != FAULT_NONE;
  if (wrong && fault_kind == FAULT_POWER)
    cut_power ();
  g_mutex_unlock (&mutex);
  return wrong;
}

static int
fault_close (sqlite3_file *base)
{
  FaultFile *file = (FaultFile *) (gpointer) base;
  int        rc;

  g_mutex_lock (&mutex);
  g_ptr_array_remove (open_files, file);
  g_mutex_unlock (&mutex);
  rc = file->real->pMethods->xClose (file->real);
  g_ptr_array_unref (file->losses);
  g_free (file->real);
  return rc;
}

static int
fault_read (sqlite3_file *base,
            void         *data,
            int           length,
            sqlite3_int64 offset)
{
  return real_of (base)->pMethods->xRead (real_of (base), data, length, offset);
}

static int
fault_write (sqlite3_file *base,
             const void   *data,
             int           length,
             sqlite3_int64 offset)
{
  FaultFile *file = (FaultFile *) (gpointer) base;
  int        rc;

  if (fault_kind == FAULT_POWER)
    {
      note_loss (file, offset, length, FALSE);
      rc = file->real->pMethods->xWrite (file->real, data, length, offset);
      goes_wrong ();
      return rc;
    }
  if (!goes_wrong ())
    return file->real->pMethods->xWrite (file->real, data, length, offset);
  if (fault_kind == FAULT_IO)
    return SQLITE_IOERR_WRITE;
  file->real->pMethods->xWrite (file->real, data, length / 2, offset);
  return SQLITE_FULL;
}

static int
fault_truncate (sqlite3_file *base,
                sqlite3_int64 size)
{
  FaultFile *file = (FaultFile *) (gpointer) base;

  if (fault_kind == FAULT_POWER)
    note_loss (file, size, 0, TRUE);
  if (goes_wrong () && fault_kind == FAULT_IO)
    return SQLITE_IOERR_TRUNCATE;
  return file->real->pMethods->xTruncate (file->real, size);
}

static int
fault_sync (sqlite3_file *base,
            int           flags)
{
  FaultFile *file = (FaultFile *) (gpointer) base;

  if (goes_wrong () && fault_kind == FAULT_IO)
    return SQLITE_IOERR_FSYNC;
  g_ptr_array_set_size (file->losses, 0);
  return file->real->pMethods->xSync (file->real, flags);
}

static int
fault_file_size (sqlite3_file  *base,
                 sqlite3_int64 *size)
{
  return real_of (base)->pMethods->xFileSize (real_of (base), size);
}

static int
fault_lock (sqlite3_file *base,
            int           level)
{
  return real_of (base)->pMethods->xLock (real_of (base), level);
}

static int
fault_unlock (sqlite3_file *base,
              int           level)
{
  return real_of (base)->pMethods->xUnlock (real_of (base), level);
}

static int
fault_check_lock (sqlite3_file *base,
                  int          *locked)
{
  return real_of (base)->pMethods->xCheckReservedLock (real_of (base), locked);
}

static int
fault_control (sqlite3_file *base,
               int           operation,
               void         *argument)
{
  return real_of (base)->pMethods->xFileControl (real_of (base), operation, argument);
}

static int
fault_sector_size (sqlite3_file *base)
{
  return real_of (base)->pMethods->xSectorSize (real_of (base));
}

static int
fault_characteristics (sqlite3_file *base)
{
  return real_of (base)->pMethods->xDeviceCharacteristics (real_of (base));
}

static int
fault_shm_map (sqlite3_file   *base,
               int             region,
               int             size,
               int             extend,
               void volatile **memory)
{
  return real_of (base)->pMethods->xShmMap (real_of (base), region, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *base,
                int           offset,
                int           n,
                int           flags)
{
  return real_of (base)->pMethods->xShmLock (real_of (base), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *base)
{
  real_of (base)->pMethods->xShmBarrier (real_of (base));
}

static int
fault_shm_unmap (sqlite3_file *base,
                 int delete)
{
  return real_of (base)->pMethods->xShmUnmap (real_of (base), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *name,
            sqlite3_file *base,
            int           flags,
            int          *out_flags)
{
  FaultFile *file = (FaultFile *) (gpointer) base;
  int        rc;

  memset (file, 0, sizeof *file);
  file->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  rc = real_vfs->xOpen (real_vfs, name, file->real, flags, out_flags);
  if (rc != SQLITE_OK)
    {
      g_free (file->real);
      return rc;
    }
  file->losses = g_ptr_array_new_with_free_func (free_loss);
  file->base.pMethods = &methods;
  g_mutex_lock (&mutex);
  g_ptr_array_add (open_files, file);
  g_mutex_unlock (&mutex);
  return SQLITE_OK;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *name,
              int          sync_folder)
{
  if (goes_wrong () && fault_kind == FAULT_IO)
    return SQLITE_IOERR_DELETE;
  return real_vfs->xDelete (real_vfs, name, sync_folder);
}

/** fault_vfs_register: from now on operation number @at (from 1) of this process goes wrong; before the first connection. */
void
fault_vfs_register (FaultKind kind,
                    guint     at,
                    guint32   seed)
{
  sqlite3_initialize ();
  real_vfs = sqlite3_vfs_find (NULL);
  fault_kind = kind;
  fault_at = at;
  chance = g_rand_new_with_seed (seed);
  open_files = g_ptr_array_new ();
  fault_vfs = *real_vfs;
  fault_vfs.szOsFile = sizeof (FaultFile);
  fault_vfs.zName = "fault";
  fault_vfs.pNext = NULL;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  sqlite3_vfs_register (&fault_vfs, 1);
}

/** fault_vfs_get_n_operations: how many operations that could go wrong there were. */
guint
fault_vfs_get_n_operations (void)
{
  return n_operations;
}
