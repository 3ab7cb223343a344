/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-command-line"

#include "cvn-command-line.h"

#include "cvn-application.h"
#include "cvn-command.h"
#include "cvn-locale.h"

#include <glib/gi18n.h>
#include <malloc.h>

#define HEAP_STEP    (2 * 1024 * 1024)
#define WINDOW_HEAPS 4

/* The language has to be known before the first word is said, and so before the options are read. */
static char *
find_language (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--language="))
        return g_strdup (argv[i] + strlen ("--language="));
      if (g_str_equal (argv[i], "--language") && i + 1 < argc)
        return g_strdup (argv[i + 1]);
    }
  return NULL;
}

static GOptionContext *
make_context (CvnCommand *command)
{
  const GOptionEntry entries[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &command->file, N_("The centre to work on; otherwise the last one"), N_("FILE") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &command->import, N_("Import a CSV file or a folder of them"), N_("PATH") },
    { "export", 0, 0, G_OPTION_ARG_STRING, &command->export, N_("Export all records of a kind to a CSV file"), N_("KIND") },
    { "figures", 0, 0, G_OPTION_ARG_INT, &command->figures, N_("Print the figures of a year"), N_("YEAR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &command->json, N_("Print figures as JSON, amounts in cents"), NULL },
    { "check", 0, 0, G_OPTION_ARG_NONE, &command->check, N_("Look for damage in the file"), NULL },
    { "rebuild-search", 0, 0, G_OPTION_ARG_NONE, &command->rebuild_search, N_("Make the words that search goes by anew, when the check says that they are damaged"), NULL },
    { "restore", 0, 0, G_OPTION_ARG_FILENAME, &command->restore, N_("Put a backup in the place of the file, which is kept beside it"), N_("BACKUP") },
    { "report", 0, 0, G_OPTION_ARG_STRING, &command->report, N_("Make a PDF of a report: proof-sheet, invoice, reminder, partner, project-card, roadmap, key-figures, events, budget or convenant"), N_("NAME") },
    { "record", 0, 0, G_OPTION_ARG_STRING, &command->record, N_("What the report is about: an id, a number or a code"), N_("RECORD") },
    { "half-year", 0, 0, G_OPTION_ARG_STRING, &command->half_year, N_("Half-year of the report, such as 2018-H2"), N_("HALF-YEAR") },
    { "sync", 0, 0, G_OPTION_ARG_NONE, &command->sync, N_("Exchange with the server that the centre is shared through"), NULL },
    { "once", 0, 0, G_OPTION_ARG_NONE, &command->once, N_("Exchange once, also over a network that charges for it, instead of until it is ended"), NULL },
    { "server", 0, 0, G_OPTION_ARG_STRING, &command->server, N_("Share through this CouchDB server from now on"), N_("ADDRESS") },
    { "database", 0, 0, G_OPTION_ARG_STRING, &command->database, N_("The database on that server"), N_("NAME") },
    { "account", 0, 0, G_OPTION_ARG_STRING, &command->account, N_("Your name on that server"), N_("NAME") },
    { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &command->password_stdin, N_("Read the password from standard input instead of the keyring"), NULL },
    { "screenshot", 0, 0, G_OPTION_ARG_STRING, &command->screenshot, N_("Draw a page of the window; needs a display"), N_("PAGE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &command->size, N_("Size of the picture, such as 1200x800"), N_("SIZE") },
    { "year", 0, 0, G_OPTION_ARG_INT, &command->year, N_("Year in the picture or of the report"), N_("YEAR") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &command->dark, N_("Draw in the dark style"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &command->output, N_("Where the export, the report or the picture goes"), N_("FILE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &command->language, N_("Language to speak: en or nl"), N_("CODE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &command->version, N_("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &command->files, NULL, N_("[FILE]") },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, N_("Keep the partners of a centre on board. Without options the window opens."));
  g_option_context_set_description (context, N_("Exit status:\n"
                                                 "  0  done\n"
                                                 "  1  the command line cannot be understood\n"
                                                 "  2  what was to be imported was refused; nothing of it was taken in\n"
                                                 "  3  the centre cannot be opened or read\n"
                                                 "  4  the check found damage\n"
                                                 "  5  the output cannot be written\n"
                                                 "  6  the server cannot be reached now\n"
                                                 "  7  the exchange is refused until somebody does something\n"));
  return context;
}

/* At most one thing can be done at a time. */
static guint
count_tasks (const CvnCommand *command)
{
  return (command->import != NULL) + (command->export != NULL) + (command->figures != 0) + (command->check != FALSE) + (command->rebuild_search != FALSE) +
         (command->restore != NULL) + (command->report != NULL) + (command->screenshot != NULL) + (command->version != FALSE) + (command->sync != FALSE);
}

static gboolean
check_command (const CvnCommand *command)
{
  if (count_tasks (command) > 1)
    cvn_command_complain (_("Only one of --import, --export, --figures, --check, --rebuild-search, --restore, --report, --sync, --screenshot and --version can be given."));
  else if (command->figures < 0 || command->figures > 9999 || command->year < 0 || command->year > 9999)
    cvn_command_complain (_("A year has four digits, for example 2019."));
  else if (command->json && command->figures == 0)
    cvn_command_complain (_("--json belongs with --figures."));
  else if (!command->sync && (command->once || command->server != NULL || command->database != NULL || command->account != NULL || command->password_stdin))
    cvn_command_complain (_("--once, --server, --database, --account and --password-stdin belong with --sync."));
  else if ((command->export != NULL || command->report != NULL || command->screenshot != NULL) != (command->output != NULL))
    cvn_command_complain (_("--export, --report and --screenshot need --output, and nothing else does."));
  else if (command->files != NULL && (count_tasks (command) > 0 || command->file != NULL))
    cvn_command_complain (_("“%s” was not expected here; the centre is named with --file."), command->files[0]);
  else
    return cvn_command_check_report (command);
  return FALSE;
}

/* A heap grows in large steps: a twentieth of a start or of an import would go to asking the kernel for one page more. Only
 * the first heap does so. Without a window one thread does all the work, and so all threads share that one; the threads of
 * a window work side by side, and would wait for each other. With a heap for each of them, half a megabyte more is taken. */
static void
set_up_memory (gboolean has_window)
{
  mallopt (M_TOP_PAD, HEAP_STEP);
  mallopt (M_ARENA_MAX, has_window ? WINDOW_HEAPS : 1);
}

static int
show_window (const CvnCommand *command,
             char             *program)
{
  const char      *named = command->file != NULL ? command->file : command->files != NULL ? command->files[0]
                                                                                          : NULL;
  g_autofree char *path = named != NULL ? g_canonicalize_filename (named, NULL) : NULL;
  char            *arguments[] = { program, path, NULL };
  g_autoptr (CvnApplication) application = NULL;

  application = cvn_application_new (path, g_getenv ("CVN_NON_UNIQUE") != NULL ? G_APPLICATION_NON_UNIQUE : 0);
  return g_application_run (G_APPLICATION (application), path != NULL ? 2 : 1, arguments);
}

static int
perform (const CvnCommand *command,
         char             *program)
{
  set_up_memory (count_tasks (command) == 0);
  if (command->version)
    {
      g_print ("convenant %s\n", CVN_VERSION);
      return CVN_EXIT_DONE;
    }
  if (command->import != NULL)
    return (int) cvn_command_import (command);
  if (command->export != NULL)
    return (int) cvn_command_export (command);
  if (command->figures != 0)
    return (int) cvn_command_figures (command);
  if (command->check)
    return (int) cvn_command_check (command);
  if (command->rebuild_search)
    return (int) cvn_command_rebuild_search (command);
  if (command->restore != NULL)
    return (int) cvn_command_restore (command);
  if (command->report != NULL)
    return (int) cvn_command_report (command);
  if (command->sync)
    return (int) cvn_command_sync (command);
  if (command->screenshot != NULL)
    return (int) cvn_command_screenshot (command);
  return show_window (command, program);
}

/** cvn_command_line_run: the whole program; what it returns is its exit status, a #CvnExit. */
int
cvn_command_line_run (int    argc,
                      char **argv)
{
  g_autofree char *language = find_language (argc, argv);
  g_auto (CvnCommand) command = { 0 };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;

  cvn_locale_set_up (language);
  context = make_context (&command);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      cvn_command_complain ("%s", error->message);
      return CVN_EXIT_USAGE;
    }
  return check_command (&command) ? perform (&command, argv[0]) : CVN_EXIT_USAGE;
}
