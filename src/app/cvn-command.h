/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program exits with. Documented in --help and in the help pages. */
typedef enum {
  CVN_EXIT_DONE = 0,
  CVN_EXIT_USAGE = 1,   /* the command line cannot be understood */
  CVN_EXIT_REFUSED = 2, /* a file to import was refused; nothing of it was taken in */
  CVN_EXIT_FILE = 3,    /* the centre's file cannot be opened or read */
  CVN_EXIT_FAULTS = 4,  /* --check found something */
  CVN_EXIT_OUTPUT = 5,  /* the output cannot be written */
  CVN_EXIT_OFFLINE = 6, /* the server cannot be reached, or is busy: later */
  CVN_EXIT_SYNC = 7,    /* the exchange is refused: somebody has to do something */
} CvnExit;

/* What the command line asks for. */
typedef struct
{
  char *file;
  char *import;
  char *half_year; /* that a report is about, such as 2018-H2 */
  char *export;
  char    *output;
  char    *screenshot;
  char    *size;
  char    *language;
  char    *restore;
  char    *report;
  char    *record;  /* that the report is about: an id, a number or a code */
  int      figures; /* a year, 0 for none */
  int      year;    /* in focus in a picture, or of a report; 0 for the usual one */
  char    *server;  /* to share through, with what follows */
  char    *database;
  char    *account;
  gboolean password_stdin;
  gboolean sync;
  gboolean once;
  gboolean json;
  gboolean check;
  gboolean rebuild_search;
  gboolean dark;
  gboolean version;
  char   **files; /* to open in the window */
} CvnCommand;

void  cvn_command_clear (CvnCommand *command);
char *cvn_command_dup_file (const CvnCommand *command);
void  cvn_command_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

gboolean cvn_command_check_report (const CvnCommand *command);
void     cvn_command_complain_of_file (const char *path, const GError *error);

CvnExit cvn_command_import (const CvnCommand *command);
CvnExit cvn_command_export (const CvnCommand *command);
CvnExit cvn_command_figures (const CvnCommand *command);
CvnExit cvn_command_check (const CvnCommand *command);
CvnExit cvn_command_rebuild_search (const CvnCommand *command);
CvnExit cvn_command_restore (const CvnCommand *command);
CvnExit cvn_command_report (const CvnCommand *command);
CvnExit cvn_command_sync (const CvnCommand *command);
CvnExit cvn_command_screenshot (const CvnCommand *command);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnCommand, cvn_command_clear)

G_END_DECLS
