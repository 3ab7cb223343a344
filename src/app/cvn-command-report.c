/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-command-report"

#include "cvn-centre.h"
#include "cvn-command.h"
#include "cvn-half-year.h"
#include "cvn-report-data.h"
#include "cvn-report-make.h"
#include "cvn-store.h"

#include <glib/gi18n.h>

/* A file that ends in .csv gets the figures instead of the pages, one that ends in .xml the e-invoice. */
static CvnExit
write_report (const CvnCommand    *command,
              const CvnReportData *data)
{
  g_autoptr (CvnReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *xml = NULL;
  gboolean         written;

  if (g_str_has_suffix (command->output, ".csv"))
    {
      csv = cvn_report_data_dup_csv (data);
      if (csv == NULL)
        {
          cvn_command_complain (_("Only the proof sheet, the budget and the parties of an agreement can be written as CSV."));
          return CVN_EXIT_USAGE;
        }
      written = g_file_set_contents (command->output, csv, -1, &error);
    }
  else if (g_str_has_suffix (command->output, ".xml"))
    {
      xml = cvn_report_data_dup_xml (data, &error);
      written = xml != NULL && g_file_set_contents (command->output, xml, -1, &error);
    }
  else
    {
      report = cvn_report_make (data);
      written = cvn_report_write_pdf (report, command->output, &error);
    }
  if (written)
    return CVN_EXIT_DONE;
  cvn_command_complain ("%s", error->message);
  return CVN_EXIT_OUTPUT;
}

static CvnExit
read_and_write (const CvnCommand *command,
                CvnReportName     name,
                const char       *record,
                const char       *path)
{
  CvnLanguage language = g_strcmp0 (command->language, "nl") == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
  g_autoptr (CvnCentre) clock = cvn_centre_new ();
  g_autoptr (CvnReportData) data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = cvn_store_open (path, CVN_STORE_READ_ONLY, g_get_user_name (), &error);

  if (store != NULL)
    data = cvn_report_data_read (store, name, record, language, cvn_centre_get_today (clock), &error);
  if (store != NULL)
    cvn_store_close (store);
  if (data != NULL)
    return write_report (command, data);
  cvn_command_complain ("%s: %s", path, error->message);
  return CVN_EXIT_FILE;
}

/* How a report is told what it is about. */
static const char *
get_subject (const CvnCommand *command,
             CvnReportName     name,
             const char       *year)
{
  switch (name)
    {
    case CVN_REPORT_PROOF_SHEET:
    case CVN_REPORT_KEY_FIGURES:
    case CVN_REPORT_BUDGET:
    case CVN_REPORT_CONVENANT:
      return command->year != 0 ? year : NULL;
    case CVN_REPORT_ROADMAP:
      return command->year != 0        ? year
             : command->record != NULL ? command->record
                                       : "";
    case CVN_REPORT_PROJECT_CARD:
      if (command->half_year != NULL)
        return command->record != NULL ? year : command->half_year;
      return command->record;
    case CVN_REPORT_EVENTS:
      if (command->record != NULL)
        return command->half_year != NULL || command->year != 0 ? year : command->record;
      return command->half_year != NULL ? command->half_year : command->year != 0 ? year
                                                                                  : NULL;
    case CVN_REPORT_INVOICE:
    case CVN_REPORT_REMINDER:
    case CVN_REPORT_PARTNER:
    case CVN_REPORT_QUOTE:
    case CVN_REPORT_BENEFITS:
    case CVN_N_REPORTS:
    default:
      return command->record;
    }
}

/** cvn_command_check_report: says what is missing; FALSE when a report cannot be made of the command line. */
gboolean
cvn_command_check_report (const CvnCommand *command)
{
  CvnReportName name;
  int           half_year;

  if (command->report == NULL && command->record == NULL && command->half_year == NULL)
    return TRUE;
  if (command->report == NULL)
    cvn_command_complain (_("--record and --half-year belong with --report."));
  else if (command->half_year != NULL && !cvn_half_year_parse (command->half_year, &half_year, NULL))
    cvn_command_complain (_("A half-year is written as 2018-H1 or 2018-H2."));
  else if (!cvn_report_name_from_text (command->report, &name))
    cvn_command_complain (_("There is no report “%s”; there are proof-sheet, invoice, reminder, partner, project-card, roadmap, key-figures, events, budget, convenant, quote and benefits."), command->report);
  else if (get_subject (command, name, "0") == NULL)
    cvn_command_complain (_("The proof sheet, the budget, the key figures and the convenant need --year, the project card needs --half-year, the events need one of them, other reports need --record."));
  else
    return TRUE;
  return FALSE;
}

/* A partner with the year in which it was promised something. */
static CvnExit
write_benefits_of_year (const CvnCommand *command,
                        const char       *path)
{
  g_autofree char *record = g_strdup_printf ("%s %d", command->record, command->year);

  return read_and_write (command, CVN_REPORT_BENEFITS, record, path);
}

/** cvn_command_report: --report: pages as a PDF, in the language of --language. */
CvnExit
cvn_command_report (const CvnCommand *command)
{
  g_autofree char *path = cvn_command_dup_file (command);
  g_autofree char *year = NULL;
  CvnReportName    name = CVN_REPORT_PROOF_SHEET;

  if (path == NULL)
    {
      cvn_command_complain (_("There is no centre yet. Name its file with --file."));
      return CVN_EXIT_FILE;
    }
  cvn_report_name_from_text (command->report, &name);
  if (name == CVN_REPORT_BENEFITS && command->year != 0)
    return write_benefits_of_year (command, path);
  if (command->half_year != NULL && command->record != NULL)
    year = g_strdup_printf ("%s %s", command->half_year, command->record);
  else if (command->year != 0 && command->record != NULL)
    year = g_strdup_printf ("%d %s", command->year, command->record);
  else
    year = g_strdup_printf ("%d", command->year);
  return read_and_write (command, name, get_subject (command, name, year), path);
}
