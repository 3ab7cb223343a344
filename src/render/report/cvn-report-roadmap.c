/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-roadmap"

#include "cvn-money.h"
#include "cvn-report-board.h"
#include "cvn-report-private.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

typedef struct
{
  const CvnRoadmapSheet *sheet;
  CvnLanguage            language;
} Making;

static const char *
say (const Making *making,
     const char   *en,
     const char   *nl)
{
  return making->language == CVN_LANGUAGE_NL ? nl : en;
}

static const char *
get_name (const Making *making,
          CvnRecord    *record)
{
  const char *nl = cvn_record_get_text (record, "name_nl");
  const char *en = cvn_record_get_text (record, "name_en");
  const char *own = making->language == CVN_LANGUAGE_NL ? nl : en;

  return own != NULL ? own : nl != NULL ? nl
                                        : en;
}

/* "planned · from 2021 · € 12,000 a year" */
static char *
dup_detail (const Making     *making,
            const CvnService *service)
{
  CvnRecord       *item = service->item;
  g_autofree char *maturity = cvn_report_choice ("roadmap_item", "maturity", cvn_record_get_text (item, "maturity"), making->language);
  g_autofree char *cost = cvn_money_format_euro_short (cvn_record_get_integer (item, "cost_estimate"), making->language);
  GString         *detail = g_string_new (maturity);

  if (cvn_record_has (item, "start_year"))
    g_string_append_printf (detail, "%s%s %lld", detail->len > 0 ? " · " : "", say (making, "from", "vanaf"), (long long) cvn_record_get_integer (item, "start_year"));
  if (cvn_record_has (item, "cost_estimate"))
    g_string_append_printf (detail, "%s%s %s", detail->len > 0 ? " · " : "", cost, say (making, "a year", "per jaar"));
  return g_string_free (detail, FALSE);
}

static char *
dup_missing (const Making               *making,
             const CvnSufficiencyResult *result)
{
  g_autofree char *euros = cvn_money_format_euro_short (result->missing, making->language);
  g_autofree char *hours = cvn_report_number (result->missing_hours, making->language);

  if (result->missing == 0)
    return g_strdup_printf ("%s %s %s", say (making, "Short:", "Tekort:"), hours, say (making, "hours", "uren"));
  if (result->missing_hours == 0)
    return g_strdup_printf ("%s %s", say (making, "Short:", "Tekort:"), euros);
  return g_strdup_printf ("%s %s, %s %s", say (making, "Short:", "Tekort:"), euros, hours, say (making, "hours", "uren"));
}

/* What the rule says, what a person says, and whether somebody who pays reconsiders. */
static char *
dup_word (const Making     *making,
          const CvnService *service)
{
  g_autofree char *judgement = cvn_report_choice ("roadmap_item", "budget", cvn_record_get_text (service->item, "budget"), making->language);
  GString         *word = g_string_new (NULL);
  g_autofree char *missing = NULL;

  switch (service->sufficiency.sufficiency)
    {
    case CVN_SUFFICIENCY_SHORT:
      missing = dup_missing (making, &service->sufficiency);
      g_string_append (word, missing);
      break;
    case CVN_SUFFICIENCY_TIGHT:
      g_string_append (word, say (making, "Tight", "Krap"));
      break;
    case CVN_SUFFICIENCY_ENOUGH:
      g_string_append (word, say (making, "Enough", "Voldoende"));
      break;
    case CVN_SUFFICIENCY_UNKNOWN:
    default:
      g_string_append (word, say (making, "No estimate", "Geen raming"));
      break;
    }
  if (judgement != NULL && *judgement != '\0')
    g_string_append_printf (word, " · %s %s", say (making, "judged:", "oordeel:"), judgement);
  if (service->uncertain)
    g_string_append_printf (word, " · %s", say (making, "funding uncertain", "financiering onzeker"));
  return g_string_free (word, FALSE);
}

static CvnReportTone
get_tone (const CvnService *service)
{
  static const CvnReportTone tones[] = { CVN_TONE_PLAIN, CVN_TONE_BAD, CVN_TONE_WARNING, CVN_TONE_GOOD };

  return service->uncertain ? CVN_TONE_BAD : tones[service->sufficiency.sufficiency];
}

static gboolean
add_row (const Making      *making,
         CvnReportBoard    *board,
         const CvnCodeName *axis)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < making->sheet->services->len; i++)
    {
      const CvnService *service = making->sheet->services->pdata[i];
      g_autofree char  *detail = NULL;
      g_autofree char  *word = NULL;

      if (g_strcmp0 (service->axis, axis->code) != 0)
        continue;
      if (!begun)
        cvn_report_board_begin_row (board, cvn_code_name_get (axis, making->language));
      begun = TRUE;
      detail = dup_detail (making, service);
      word = dup_word (making, service);
      cvn_report_board_add_card (board, service->timing, get_tone (service), get_name (making, service->item), detail, word);
    }
  return begun;
}

/**
 * cvn_report_new_roadmap:
 * @sheet: the services
 * @language: of the report
 *
 * Returns: (transfer full): the board of axes by timing, on A3
 */
CvnReport *
cvn_report_new_roadmap (const CvnRoadmapSheet *sheet,
                        CvnLanguage            language)
{
  Making           making = { sheet, language };
  const char      *title = say (&making, "Roadmap", "Routekaart");
  const char      *centre = language == CVN_LANGUAGE_NL ? sheet->centre_nl : sheet->centre_en;
  CvnReport       *report = cvn_report_new (title, language);
  CvnReportBoard  *board;
  g_autofree char *day = cvn_report_date (sheet->today, language);
  g_autofree char *made = cvn_report_sentence (CVN_WORD_MADE_ON, language, centre, day, NULL);
  gboolean         any = FALSE;

  cvn_report_set_sheet (report, CVN_SHEET_A3);
  board = cvn_report_board_new (cvn_report_get_content_height (report));
  cvn_report_set_author (report, centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, made);
  cvn_report_add_title (report, title, made);
  if (sheet->filter != NULL)
    cvn_report_add_paragraph (report, sheet->filter);
  cvn_report_board_add_column (board, say (&making, "Now", "Nu"));
  cvn_report_board_add_column (board, say (&making, "Next", "Straks"));
  cvn_report_board_add_column (board, say (&making, "Later", "Later"));
  for (guint i = 0; i < sheet->axes->len; i++)
    any = add_row (&making, board, sheet->axes->pdata[i]) || any;
  cvn_report_add_block (report, board);
  if (!any && sheet->filter != NULL)
    cvn_report_add_paragraph (report, cvn_report_word (CVN_WORD_NOTHING, language));
  else if (!any)
    cvn_report_add_paragraph (report, say (&making, "There are no services on the roadmap yet.", "Er staan nog geen diensten op de routekaart."));
  return report;
}
