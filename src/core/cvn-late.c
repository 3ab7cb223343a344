/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-late"

#include "cvn-late.h"

#include "cvn-error.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A library that few need is opened when it is needed: linking to it, and to the dozen that it brings along, takes a
 * twentieth of the start.
 */

static gboolean
bind_all (const CvnLateLibrary *library)
{
  gpointer handle = dlopen (library->file, RTLD_LAZY | RTLD_LOCAL);

  for (guint i = 0; handle != NULL && i < library->n_functions; i++)
    {
      gpointer address = dlsym (handle, library->functions[i].name);

      if (address == NULL)
        return FALSE;
      memcpy ((guint8 *) library->table + library->functions[i].offset, &address, sizeof address);
    }
  return handle != NULL;
}

/**
 * cvn_late_bind:
 * @library: one that lives as long as the program
 *
 * Opens a library, if it is not open yet, and leaves it open until the program ends; any thread.
 *
 * Returns: whether its table is whole; FALSE with %CVN_ERROR_NOT_FOUND when the library or a function is not there
 */
gboolean
cvn_late_bind (CvnLateLibrary *library,
               GError        **error)
{
  static GMutex mutex;
  gboolean      is_bound;

  g_mutex_lock (&mutex);
  if (!library->is_bound)
    library->is_bound = bind_all (library);
  is_bound = library->is_bound;
  g_mutex_unlock (&mutex);
  if (!is_bound)
    {
      g_debug ("%s", dlerror ());
      /* Translators: %s is the name of a file with a part of the system that is missing */
      g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("The library “%s”, which is needed here, is missing or too old."), library->file);
    }
  return is_bound;
}
