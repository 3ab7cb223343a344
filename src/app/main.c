/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "main"

#include "cvn-application.h"
#include "cvn-locale.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (CvnApplication) application = NULL;

  cvn_locale_set_up (NULL);
  application = cvn_application_new (NULL, 0);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
