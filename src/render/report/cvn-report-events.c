/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-events"

#include "cvn-date.h"
#include "cvn-half-year.h"
#include "cvn-record.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"
#include "cvn-zone-time.h"

static const char *
get_title (CvnRecord  *event,
           CvnLanguage language)
{
  const char *nl = cvn_record_get_text (event, "title_nl");
  const char *en = cvn_record_get_text (event, "title_en");
  const char *own = language == CVN_LANGUAGE_NL ? nl : en;

  return own != NULL ? own : nl != NULL ? nl
                                        : en;
}

static char *
dup_period (const CvnFiguresSheet *sheet,
            CvnLanguage            language)
{
  int     half_year;
  CvnDate date = { 0 };

  if (cvn_half_year_parse (sheet->period, &half_year, NULL))
    return cvn_half_year_format (half_year, language);
  return cvn_date_parse_iso (sheet->period, &date, NULL) && date.month != 0 ? cvn_date_format (&date, language) : g_strdup (sheet->period);
}

static void
add_count (CvnReportTable *table,
           CvnRecord      *event,
           const char     *field,
           CvnLanguage     language)
{
  cvn_report_table_take_cell (table, cvn_record_has (event, field) ? cvn_report_number (cvn_record_get_integer (event, field), language) : NULL);
}

static gboolean
is (CvnRecord  *event,
    const char *field,
    const char *code)
{
  return g_strcmp0 (cvn_record_get_text (event, field), code) == 0;
}

/* The day, or the first and the last one of several. */
static char *
dup_days (CvnRecord  *event,
          CvnLanguage language)
{
  const char      *starts = cvn_record_get_text (event, "starts");
  g_autofree char *day = g_strndup (starts, 10);
  g_autofree char *first_text = cvn_report_date (day, language);
  g_autofree char *last_text = NULL;
  CvnDate          first;
  CvnDate          last;

  if (!cvn_date_parse_iso (day, &first, NULL) || !cvn_zone_time_last_day (starts, cvn_record_get_text (event, "ends"), &last) ||
      cvn_date_compare (&first, &last) >= 0)
    return g_steal_pointer (&first_text);
  last_text = cvn_date_format (&last, language);
  if (first.year == last.year && first.month == last.month)
    return g_strdup_printf ("%d – %s", first.day, last_text);
  return g_strdup_printf ("%s – %s", first_text, last_text);
}

static void
add_row (CvnReportTable *table,
         CvnRecord      *event,
         CvnLanguage     language)
{
  cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
  cvn_report_table_take_cell (table, dup_days (event, language));
  cvn_report_table_add_cell (table, get_title (event, language));
  cvn_report_table_take_cell (table, cvn_report_choice ("event", "mode", cvn_record_get_text (event, "mode"), language));
  cvn_report_table_take_cell (table, cvn_report_choice ("event", "status", cvn_record_get_text (event, "status"), language));
  add_count (table, event, "signed_up", language);
  add_count (table, event, "attended", language);
  /* What others organise costs the centre nothing, which is another thing than zero euros. */
  if (is (event, "mode", "announced"))
    cvn_report_table_add_cell (table, NULL);
  else
    cvn_report_table_add_euro (table, cvn_record_get_integer (event, "cost"), language);
}

static gint64
sum_cost (GPtrArray *events)
{
  gint64 all = 0;

  for (guint i = 0; i < events->len; i++)
    all += cvn_record_get_integer (events->pdata[i], "cost");
  return all;
}

/* Nobody came to what was cancelled, and who came to what others organise is not the centre's to count. */
static gboolean
counts_people (CvnRecord *event)
{
  return !is (event, "status", "cancelled") && !is (event, "mode", "announced");
}

static gint64
sum_people (GPtrArray  *events,
            const char *field)
{
  gint64 all = 0;

  for (guint i = 0; i < events->len; i++)
    if (counts_people (events->pdata[i]))
      all += cvn_record_get_integer (events->pdata[i], field);
  return all;
}

/* Whoever adds the column up by hand comes to more than its total. */
static gboolean
leaves_people_out (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    if (!counts_people (events->pdata[i]) && (cvn_record_get_integer (events->pdata[i], "signed_up") > 0 || cvn_record_get_integer (events->pdata[i], "attended") > 0))
      return TRUE;
  return FALSE;
}

static CvnReportTable *
make_table (GPtrArray  *events,
            CvnLanguage language)
{
  gboolean        nl = language == CVN_LANGUAGE_NL;
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_DATE, language), CVN_ALIGN_TIGHT);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_EVENT, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, nl ? "Organisatie" : "Organised", CVN_ALIGN_START);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_STATUS, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, nl ? "Aangemeld" : "Signed up", CVN_ALIGN_END);
  cvn_report_table_add_column (table, cvn_report_word (CVN_WORD_ATTENDED, language), CVN_ALIGN_END);
  cvn_report_table_add_column (table, nl ? "Kosten" : "Cost", CVN_ALIGN_END);
  for (guint i = 0; i < events->len; i++)
    add_row (table, events->pdata[i], language);
  cvn_report_table_begin_row (table, CVN_ROW_TOTAL);
  cvn_report_table_add_cell (table, NULL);
  cvn_report_table_add_cell (table, cvn_report_word (CVN_WORD_TOTAL, language));
  cvn_report_table_add_cell (table, NULL);
  cvn_report_table_add_cell (table, NULL);
  cvn_report_table_take_cell (table, cvn_report_number (sum_people (events, "signed_up"), language));
  cvn_report_table_take_cell (table, cvn_report_number (sum_people (events, "attended"), language));
  cvn_report_table_add_euro (table, sum_cost (events), language);
  return table;
}

/** cvn_report_new_events: (transfer full): the events of a period by time, with their totals: those of what the filter leaves. */
CvnReport *
cvn_report_new_events (const CvnFiguresSheet *sheet,
                       CvnLanguage            language)
{
  g_autofree char *period = dup_period (sheet, language);
  g_autofree char *title = g_strdup_printf ("%s, %s", cvn_report_word (CVN_WORD_EVENTS, language), period);
  g_autofree char *day = cvn_report_date (sheet->today, language);
  g_autofree char *made = cvn_report_sentence (CVN_WORD_MADE_ON, language, sheet->centre, day, NULL);
  CvnReport       *report = cvn_report_new (title, language);

  cvn_report_set_author (report, sheet->centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, made);
  cvn_report_add_title (report, title, made);
  if (sheet->filter != NULL)
    cvn_report_add_paragraph (report, sheet->filter);
  if (sheet->events->len == 0)
    cvn_report_add_paragraph (report, cvn_report_word (CVN_WORD_NOTHING, language));
  else
    cvn_report_take_table (report, make_table (sheet->events, language));
  if (leaves_people_out (sheet->events))
    cvn_report_add_paragraph (report, language == CVN_LANGUAGE_NL
                                        ? "Wie zich aanmeldde voor wat is geannuleerd of alleen aangekondigd, telt niet mee in de totalen."
                                        : "Who signed up for what was cancelled or only announced is not in the totals.");
  return report;
}
