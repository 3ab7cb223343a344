/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "main"

#include "cvn-command-line.h"

int
main (int    argc,
      char **argv)
{
  return cvn_command_line_run (argc, argv);
}
