/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-soup"

#include "cvn-soup.h"

#include "cvn-late.h"

#define ENTRY(name) CVN_LATE_FUNCTION (CvnSoup, name),

static const CvnLateFunction functions[] = { CVN_SOUP_FUNCTIONS (ENTRY) };

/** cvn_soup_get: (nullable): libsoup, which is opened for the first exchange; any thread. NULL with %CVN_ERROR_NOT_FOUND. */
const CvnSoup *
cvn_soup_get (GError **error)
{
  static CvnSoup        soup;
  static CvnLateLibrary library = { "libsoup-3.0.so.0", functions, G_N_ELEMENTS (functions), &soup, FALSE };

  return cvn_late_bind (&library, error) ? &soup : NULL;
}
