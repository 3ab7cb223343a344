/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-agreement"

#include "cvn-cockpit-party.h"
#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-report-data-private.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The year, and after a space which agreement: without it the one that comes first. */
static gboolean
read_question (const CvnGathering *self,
               const char         *record,
               CvnAgreementSheet  *sheet,
               CvnTable           *agreements,
               guint              *row,
               GError            **error)
{
  const char      *space = strchr (record, ' ');
  g_autofree char *id = NULL;

  sheet->year = (int) g_ascii_strtoll (record, NULL, 10);
  *row = 0;
  if (space != NULL)
    {
      id = cvn_reader_resolve (self->reader, &cvn_kind_agreement, space + 1, error);
      if (id == NULL)
        return FALSE;
      while (*row < cvn_table_get_n_rows (agreements) && !g_str_equal (cvn_table_get_text (agreements, *row, "id"), id))
        (*row)++;
    }
  if (*row < cvn_table_get_n_rows (agreements))
    return TRUE;
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("There is no agreement yet."));
  return FALSE;
}

static CvnDate
get_date (CvnTable   *table,
          guint       row,
          const char *column)
{
  const char *iso = cvn_table_get_text (table, row, column);
  CvnDate     date = { 0 };

  if (iso != NULL && !cvn_date_parse_iso (iso, &date, NULL))
    date = (CvnDate){ 0 };
  return date;
}

static void
fill_agreement (const CvnGathering *self,
                CvnAgreementSheet  *sheet,
                CvnTable           *agreements,
                guint               row)
{
  CvnPeriod later = { get_date (agreements, row, "date"), get_date (agreements, row, "end_date") };
  CvnPeriod earlier = { get_date (agreements, row, "predecessor_start"), get_date (agreements, row, "predecessor_end") };

  sheet->title = g_strdup (cvn_table_get_text (agreements, row, self->language == CVN_LANGUAGE_EN ? "label_en" : "label"));
  sheet->kind = g_strdup (cvn_table_get_text (agreements, row, "sort"));
  sheet->start = g_strdup (cvn_table_get_text (agreements, row, "date"));
  sheet->end = g_strdup (cvn_table_get_text (agreements, row, "end_date"));
  sheet->notice = g_strdup (cvn_table_get_text (agreements, row, "notice_date"));
  sheet->follows_other = cvn_table_get_text (agreements, row, "predecessor") != NULL;
  if (sheet->follows_other)
    sheet->succession = cvn_ladder_compare_periods (&later, &earlier, &sheet->days);
}

static void
fill_party (CvnAgreementSheet *sheet,
            CvnCockpitParty   *found)
{
  CvnAgreementParty *party = cvn_agreement_sheet_add_party (sheet, cvn_cockpit_party_get_id (found), cvn_cockpit_party_get_name (found));
  const CvnDate     *date = cvn_cockpit_party_get_state_date (found);
  const CvnDate     *expected = cvn_cockpit_party_get_expected (found);

  party->required = cvn_cockpit_party_is_required (found);
  party->state = cvn_cockpit_party_get_state (found);
  party->date = date->year != 0 ? cvn_date_to_iso (date) : NULL;
  party->expected = expected->year != 0 ? cvn_date_to_iso (expected) : NULL;
  party->document = g_strdup (cvn_cockpit_party_get_document (found));
  party->lacks_document = cvn_cockpit_party_lacks_document (found);
  party->amount = cvn_cockpit_party_get_amount (found);
  party->hours = cvn_cockpit_party_get_hours (found);
  party->invoiced = cvn_cockpit_party_get_invoiced (found);
  party->paid = cvn_cockpit_party_get_paid (found);
  party->overdue = cvn_cockpit_party_get_overdue (found);
}

/* Of which kind it is, how far it is, and which one it is. */
static gboolean
passes (GPtrArray       *conditions,
        CvnTable        *parties,
        guint            row,
        CvnCockpitParty *party)
{
  return cvn_report_conditions_allow (conditions, "kind", cvn_table_get_text (parties, row, "sort")) &&
         cvn_report_conditions_allow (conditions, "status", cvn_ladder_get_code (cvn_cockpit_party_get_state (party))) &&
         cvn_report_conditions_allow (conditions, "partner", cvn_cockpit_party_get_id (party));
}

static gboolean
fill_parties (const CvnGathering *self,
              CvnAgreementSheet  *sheet,
              GPtrArray          *conditions,
              const char         *id,
              GError            **error)
{
  CvnFigureArguments arguments = { sheet->year, self->today, id };
  g_autoptr (CvnTable) parties = cvn_reader_figure (self->reader, "agreement-parties", &arguments, error);
  g_autoptr (CvnTable) decisions = parties != NULL ? cvn_reader_figure (self->reader, "agreement-decisions", &arguments, error) : NULL;
  CvnDate today;

  if (decisions == NULL || !cvn_rows_parse_day (self->today, "date", &today, error))
    return FALSE;
  for (guint row = 0; row < cvn_table_get_n_rows (parties); row++)
    {
      g_autoptr (CvnCockpitParty) party = cvn_cockpit_party_new (parties, row, decisions, &today, self->language);

      if (passes (conditions, parties, row, party))
        fill_party (sheet, party);
    }
  return TRUE;
}

/** cvn_gather_agreement: (transfer full): the parties of an agreement against the ladder, the same as the cockpit shows. */
CvnAgreementSheet *
cvn_gather_agreement (const CvnGathering *self,
                      GError            **error)
{
  CvnFigureArguments arguments = { 0, self->today, NULL };
  g_autoptr (CvnAgreementSheet) sheet = cvn_agreement_sheet_new ();
  g_autoptr (CvnRecord) centre = cvn_gathering_get_centre (self, error);
  g_autoptr (CvnTable) agreements = centre != NULL ? cvn_reader_figure (self->reader, "agreements", &arguments, error) : NULL;
  g_autoptr (GPtrArray) conditions = NULL;
  g_autofree char *record = NULL;
  guint            row;

  if (agreements == NULL || (conditions = cvn_gathering_read_conditions (self, CVN_REPORT_CONVENANT, &record, error)) == NULL ||
      !read_question (self, record, sheet, agreements, &row, error))
    return NULL;
  sheet->filter = cvn_report_conditions_dup_sentence (conditions, self->language);
  sheet->centre = cvn_gathering_dup_centre_name (self, centre);
  sheet->today = g_strdup (self->today);
  fill_agreement (self, sheet, agreements, row);
  return fill_parties (self, sheet, conditions, cvn_table_get_text (agreements, row, "id"), error) ? g_steal_pointer (&sheet) : NULL;
}
