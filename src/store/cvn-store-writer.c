/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-store-writer"

#include "cvn-store-writer.h"

#include "cvn-backup.h"
#include "cvn-clock.h"
#include "cvn-content.h"
#include "cvn-error.h"
#include "cvn-search-index.h"
#include "cvn-store-workers.h"

/* What the one thread that writes does between the jobs. */

#define MAX_BATCHES_AT_END 20

static gpointer
start (gpointer data)
{
  return data;
}

static void
checkpoint (CvnWriterContext *self,
            gboolean          truncate)
{
  g_autoptr (GError) error = NULL;

  /* The log stays whole and is moved the next time: worth a line for who looks for it, not for the user. */
  if (self->db != NULL && self->is_dirty && !cvn_db_checkpoint (self->db, truncate, &error))
    g_debug ("checkpoint: %s", error->message);
  else
    self->is_dirty = FALSE;
}

/* Returns: FALSE when there is nothing more to do, or it cannot be done now. */
static gboolean
catch_up (CvnWriterContext *self)
{
  g_autoptr (GError) error = NULL;
  gboolean behind = FALSE;

  if (self->db == NULL || (cvn_search_index_is_behind (self->db, &behind, &error) && !behind))
    return FALSE;
  self->is_dirty = TRUE;
  if (error == NULL && cvn_search_index_catch_up (self->db, &error))
    return TRUE;
  g_debug ("search index: %s", error->message);
  return FALSE;
}

/* Words of many new records are taken in batch by batch; a person's change goes first. */
static void
rest (gpointer   data,
      CvnWorker *worker)
{
  while (cvn_worker_is_idle (worker) && catch_up (data))
    continue;
}

/* Files that nothing names any more go before anything is done: what is attached later may still wait for its record. */
static gboolean
open_db (CvnWriterContext *self,
         GError          **error)
{
  g_autoptr (GError) failure = NULL;

  if (self->db == NULL)
    self->db = cvn_db_open (self->path, CVN_DB_WRITE, error);
  if (self->db == NULL || self->is_thinned)
    return self->db != NULL;
  self->is_thinned = TRUE;
  if (!cvn_content_thin (self->db, &failure))
    g_debug ("files: %s", failure->message);
  return TRUE;
}

/* The connection, and what an earlier run of the program left to be done, do not get in the way of the first window. */
static void
open_quietly (CvnWriterContext *self)
{
  g_autoptr (GError) error = NULL;

  if (!open_db (self, &error))
    g_debug ("writer: %s", error->message);
}

static void
idle (gpointer   data,
      CvnWorker *worker)
{
  open_quietly (data);
  rest (data, worker);
  checkpoint (data, FALSE);
}

static void
end (gpointer data)
{
  CvnWriterContext *self = data;

  open_quietly (self);
  /* What an import of usual size left is finished; the rest of a huge one waits for the next time. */
  for (int i = 0; i < MAX_BATCHES_AT_END && catch_up (self); i++)
    continue;
  checkpoint (self, TRUE);
  g_clear_pointer (&self->db, cvn_db_free);
}

static void
free_context (gpointer data)
{
  CvnWriterContext *self = data;

  g_clear_pointer (&self->db, cvn_db_free);
  g_free (self->path);
  g_free (self->backup_day);
  g_free (self);
}

static const CvnWorkerInterface writer_interface = { start, rest, idle, end };

/** cvn_store_start_writer: starts the thread that writes to the file @path. */
CvnWorker *
cvn_store_start_writer (const char *path)
{
  CvnWriterContext *self = g_new0 (CvnWriterContext, 1);

  self->path = g_strdup (path);
  self->is_dirty = TRUE;
  return cvn_worker_new ("writer", 1, &writer_interface, self, free_context);
}

static gboolean
has_backup_of (const char *path,
               const char *today)
{
  g_autoptr (GPtrArray) backups = cvn_backup_list (path, NULL);

  return backups != NULL && backups->len > 0 && g_str_has_prefix (((CvnBackup *) backups->pdata[0])->at, today);
}

/* A file without any change needs no copy. */
static gboolean
make_daily_backup (CvnWriterContext *self,
                   const char       *today,
                   GError          **error)
{
  gint64           last_no = 0;
  g_autofree char *stamp = NULL;
  g_autofree char *backup = NULL;

  if (!cvn_db_get_integer (self->db, "SELECT ifnull (max (no), 0) FROM journal", &last_no, error))
    return FALSE;
  if (last_no == 0 || has_backup_of (self->path, today))
    return TRUE;
  stamp = cvn_clock_dup_stamp ();
  backup = cvn_backup_make (self->path, stamp, error);
  return backup != NULL && cvn_backup_thin (self->path, today, error);
}

/**
 * cvn_writer_context_prepare:
 *
 * Before each job: the connection is there, and the first change of a day finds a copy of the file as it was. A backup that
 * cannot be made is no reason to refuse a change: it is tried again at the next one.
 */
gboolean
cvn_writer_context_prepare (CvnWriterContext *self,
                            GError          **error)
{
  g_autofree char *today = cvn_clock_dup_today ();
  g_autoptr (GError) backup_error = NULL;

  if (!open_db (self, error))
    return FALSE;
  self->is_dirty = TRUE;
  if (g_strcmp0 (self->backup_day, today) == 0)
    return TRUE;
  if (!make_daily_backup (self, today, &backup_error))
    {
      g_debug ("backup: %s", backup_error->message);
      return TRUE;
    }
  g_free (self->backup_day);
  self->backup_day = g_steal_pointer (&today);
  return TRUE;
}

/** cvn_writer_context_note_error: after a failure of the disk the connection may not be trusted with what it remembers: it is opened anew. */
void
cvn_writer_context_note_error (CvnWriterContext *self,
                               const GError     *error)
{
  if (g_error_matches (error, CVN_ERROR, CVN_ERROR_IO))
    g_clear_pointer (&self->db, cvn_db_free);
}
