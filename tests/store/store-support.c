/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "store-support"

#include "store-support.h"

#include "cvn-file.h"

#include <glib/gstdio.h>

/** cvn_test_folder_make: makes the folder; there is no centre in it yet. */
void
cvn_test_folder_make (CvnTestFolder *self)
{
  self->folder = g_dir_make_tmp ("cvn-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "centre.convenant", NULL);
}

/** cvn_test_folder_make_centre: puts an empty centre in it, without anything beside it. */
void
cvn_test_folder_make_centre (CvnTestFolder *self)
{
  g_autoptr (GError) error = NULL;

  cvn_file_create (self->path, &error);
  g_assert_no_error (error);
}

/** cvn_test_delete_tree: removes @path and all that is in it. */
void
cvn_test_delete_tree (const char *path)
{
  g_autoptr (GDir) directory = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      cvn_test_delete_tree (child);
    }
  g_remove (path);
}

/** cvn_test_folder_remove: removes the folder with all that is in it. */
void
cvn_test_folder_remove (CvnTestFolder *self)
{
  cvn_test_delete_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}
