/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-marker"

#include "cvn-marker.h"

#include "cvn-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Number and hash of the last change that was acknowledged, in a file of its own. SQLite takes a file whose log is cut off or
 * gone for a whole one; only somebody else who remembers can tell that changes are missing. No fsync: the file may lag behind
 * after a power cut, and a marker that is older than the journal says nothing.
 */

#define HASH_LENGTH 16
#define LENGTH      (20 + 1 + HASH_LENGTH + 1)

static char *
make_name (const char *path)
{
  g_autofree char *folder = cvn_file_dup_backup_folder (path);

  return g_build_filename (folder, "last-commit", NULL);
}

/** cvn_marker_write: notes that change @no, whose journal hash is @hash, was acknowledged. Failing is no error: the file itself is safe. */
void
cvn_marker_write (const char *path,
                  gint64      no,
                  const char *hash)
{
  g_autofree char *folder = cvn_file_dup_backup_folder (path);
  g_autofree char *name = make_name (path);
  char             line[LENGTH + 1];
  int              fd;

  g_mkdir (folder, 0700);
  fd = open (name, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return;
  g_snprintf (line, sizeof line, "%020" G_GINT64_FORMAT " %.*s\n", no, HASH_LENGTH, hash);
  if (pwrite (fd, line, LENGTH, 0) != LENGTH)
    g_debug ("%s could not be written", name);
  g_close (fd, NULL);
}

/**
 * cvn_marker_read:
 * @no: (out): the last acknowledged change
 * @hash: (out) (transfer full): the first 16 digits of its journal hash
 *
 * Returns: FALSE when there is no marker that can be read
 */
gboolean
cvn_marker_read (const char *path,
                 gint64     *no,
                 char      **hash)
{
  g_autofree char *name = make_name (path);
  g_autofree char *line = NULL;
  gsize            length = 0;

  if (!g_file_get_contents (name, &line, &length, NULL) || length != LENGTH || line[20] != ' ')
    return FALSE;
  *no = g_ascii_strtoll (line, NULL, 10);
  *hash = g_strndup (line + 21, HASH_LENGTH);
  return TRUE;
}

/** cvn_marker_remove: forgets the marker, when an older file is put back on purpose. */
void
cvn_marker_remove (const char *path)
{
  g_autofree char *name = make_name (path);

  g_unlink (name);
}
