/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-lock"

#include "cvn-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>

/**
 * cvn_lock_take:
 * @path: a centre's file
 * @taken: (out) (optional): whether another process has it
 *
 * Takes the right to write to the file, held through a file beside it. It is the lock that counts, not that the file is
 * there: the system gives it back when its holder ends in whatever way, so nobody is asked about stale ones.
 *
 * Returns: the lock, to be given back with cvn_lock_release(); -1 when another process has it or nothing can be written here
 */
int
cvn_lock_take (const char *path,
               gboolean   *taken)
{
  g_autofree char *name = g_strconcat (path, "-lock", NULL);
  int              fd = open (name, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (taken != NULL)
    *taken = FALSE;
  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (taken != NULL)
    *taken = errno == EWOULDBLOCK;
  g_close (fd, NULL);
  return -1;
}

/** cvn_lock_release: gives the right to write back; -1 is ignored. The file stays: removing it could take away another's lock. */
void
cvn_lock_release (int lock)
{
  if (lock >= 0)
    g_close (lock, NULL);
}
