/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-places"

#include "cvn-places.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define ENDING ".convenant"

/* Where a person's own centres are unless the person puts them elsewhere. */
static char *
dup_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "convenant", NULL);
}

/* The first of the person's own centres by name, or NULL. */
static char *
find_own_file (void)
{
  g_autofree char *folder = dup_own_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *first = NULL;
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING) && (first == NULL || strcmp (name, first) < 0))
      {
        g_free (first);
        first = g_strdup (name);
      }
  return first != NULL ? g_build_filename (folder, first, NULL) : NULL;
}

/** cvn_places_dup_default_file: the centre that opens by itself: the last one, else one of the person's own; NULL when there is none. */
char *
cvn_places_dup_default_file (GSettings *settings)
{
  g_autofree char *last = g_settings_get_string (settings, "last-file");

  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&last);
  return find_own_file ();
}

/** cvn_places_dup_own_file: a path for a new centre called @name, where no file is yet; its folder is made. */
char *
cvn_places_dup_own_file (const char *name)
{
  g_autofree char *folder = dup_own_folder ();
  g_autofree char *stem = g_strdelimit (g_strdup (name), "/\\:", '-');
  g_autofree char *path = NULL;

  if (*stem == '.')
    *stem = '-';
  g_mkdir_with_parents (folder, 0700);
  for (guint i = 1; path == NULL || g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *base = i == 1 ? g_strconcat (stem, ENDING, NULL) : g_strdup_printf ("%s %u" ENDING, stem, i);

      g_free (path);
      path = g_build_filename (folder, base, NULL);
    }
  return g_steal_pointer (&path);
}

/** cvn_places_dup_sample_file: where a sample is kept once it was asked for; its folder is made. */
char *
cvn_places_dup_sample_file (CvnSample which)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "convenant", NULL);

  g_mkdir_with_parents (folder, 0700);
  /* Translators: the names of the files that the samples are in */
  return g_strconcat (folder, "/", which == CVN_SAMPLE_CENTRE ? _("Sample Centre") : _("Sample Programme"), ENDING, NULL);
}

/** cvn_places_get_sample_source: the folder of files that a sample is imported from, transfer full. */
GFile *
cvn_places_get_sample_source (CvnSample which)
{
  const char      *folder = g_getenv ("CVN_DATADIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : CVN_PKGDATADIR, which == CVN_SAMPLE_CENTRE ? "sample-centre" : "sample-programme", NULL);

  return g_file_new_for_path (path);
}
