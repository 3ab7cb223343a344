/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-locale"

#include "cvn-locale.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <libintl.h>
#include <locale.h>
#include <unistd.h>

/* In the locale C gettext translates nothing, whatever LANGUAGE says; since glibc 2.41 that holds for C.UTF-8, too. */
static gboolean
is_mute (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C.");
}

/* Any other locale will do for messages: which language they are in is for LANGUAGE to say. */
static gboolean
use_any_locale (void)
{
  static const char *const names[] = { "nl_NL.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "nl_BE.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (setlocale (LC_MESSAGES, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A small system, such as a container, has no other locale. Then C.UTF-8 is read once more under another name. */
static void
use_renamed_locale (void)
{
  static const char *const homes[] = { "/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8" };
  g_autofree char         *folder = g_dir_make_tmp ("convenant-XXXXXX", NULL);
  g_autofree char         *name = folder != NULL ? g_build_filename (folder, "en_US.UTF-8", NULL) : NULL;
  g_autofree char         *before = g_strdup (g_getenv ("LOCPATH"));

  if (folder == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    if (g_file_test (homes[i], G_FILE_TEST_IS_DIR) && symlink (homes[i], name) == 0)
      break;
  g_setenv ("LOCPATH", folder, TRUE);
  setlocale (LC_MESSAGES, "en_US.UTF-8");
  if (before != NULL)
    g_setenv ("LOCPATH", before, TRUE);
  else
    g_unsetenv ("LOCPATH");
  g_unlink (name);
  g_rmdir (folder);
}

/**
 * cvn_locale_set_up:
 * @language: (nullable): the language to speak, such as "nl"; NULL for the person's own
 *
 * Finds the catalogue, in $CVN_LOCALEDIR when the program is not installed. Called once, first thing.
 */
void
cvn_locale_set_up (const char *language)
{
  const char *folder = g_getenv ("CVN_LOCALEDIR");

  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  if (language != NULL && g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (language != NULL && is_mute (setlocale (LC_MESSAGES, NULL)) && !use_any_locale ())
    use_renamed_locale ();
  /* GTK would set it again when it starts. */
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : CVN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
