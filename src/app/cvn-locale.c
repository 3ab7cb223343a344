/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-locale"

#include "cvn-locale.h"

#include <libintl.h>
#include <locale.h>

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
  /* In the locale C gettext translates nothing, whatever LANGUAGE says. */
  if (language != NULL && g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : CVN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
