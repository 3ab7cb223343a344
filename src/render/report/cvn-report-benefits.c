/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-benefits"

#include "cvn-programme-words.h"
#include "cvn-reports.h"

/* What a part of the letter lists: the last two columns are a day and a text. */
typedef struct
{
  CvnBenefitState  state;
  CvnProgrammeWord heading;
  CvnProgrammeWord day;
} Part;

static const char *
get_day (const CvnBenefitLine *line)
{
  switch (line->state)
    {
    case CVN_BENEFIT_DELIVERED:
      return line->delivered_on;
    case CVN_BENEFIT_PLANNED:
      return line->planned_on;
    case CVN_BENEFIT_PROMISED:
    case CVN_BENEFIT_OVERDUE:
    default:
      return line->due;
    }
}

static void
add_part (CvnReport              *report,
          const CvnBenefitsSheet *sheet,
          const Part             *part)
{
  CvnLanguage      language = sheet->language;
  CvnProgrammeWord last = part->state == CVN_BENEFIT_DELIVERED ? CVN_PROGRAMME_PROOF : CVN_PROGRAMME_CHANNEL;
  CvnReportTable  *table;

  if (cvn_benefits_sheet_count (sheet, part->state) == 0)
    return;
  table = cvn_report_table_new ();
  cvn_report_add_heading (report, cvn_programme_word (part->heading, language));
  cvn_report_table_add_column (table, cvn_programme_word (CVN_PROGRAMME_BENEFIT, language), CVN_ALIGN_START);
  cvn_report_table_add_column (table, cvn_programme_word (part->day, language), CVN_ALIGN_TIGHT);
  cvn_report_table_add_column (table, cvn_programme_word (last, language), CVN_ALIGN_START);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const CvnBenefitLine *line = g_ptr_array_index (sheet->lines, i);

      if (line->state != part->state)
        continue;
      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_add_cell (table, line->title);
      cvn_report_table_take_cell (table, cvn_report_date (get_day (line), language));
      cvn_report_table_add_cell (table, part->state == CVN_BENEFIT_DELIVERED && line->proof != NULL ? line->proof : line->channel);
    }
  cvn_report_take_table (report, table);
}

static void
add_facts (CvnReport              *report,
           const CvnBenefitsSheet *sheet)
{
  CvnLanguage       language = sheet->language;
  g_autofree char  *date = cvn_report_date (sheet->today, language);
  g_autofree char  *delivered = cvn_report_number (cvn_benefits_sheet_count (sheet, CVN_BENEFIT_DELIVERED), language);
  g_autofree char  *promised = cvn_report_number (sheet->lines->len, language);
  g_autofree char  *count = cvn_report_fill_in (cvn_programme_word (CVN_PROGRAMME_BENEFITS_COUNT, language), delivered, promised, (char *) NULL);
  const char *const facts[] = {
    cvn_programme_word (CVN_PROGRAMME_DATE, language), date,
    cvn_programme_word (CVN_PROGRAMME_PACKAGE, language), sheet->packages,
    cvn_programme_word (CVN_PROGRAMME_DELIVERED, language), sheet->lines->len > 0 ? count : NULL,
    NULL
  };

  cvn_report_add_facts (report, 3, facts);
}

static void
add_intro (CvnReport              *report,
           const CvnBenefitsSheet *sheet)
{
  CvnLanguage      language = sheet->language;
  g_autofree char *date = cvn_report_date (sheet->today, language);
  g_autofree char *year = g_strdup_printf ("%d", sheet->year);
  g_autofree char *intro = cvn_report_fill_in (cvn_programme_word (CVN_PROGRAMME_BENEFITS_INTRO, language), sheet->sender.name != NULL ? sheet->sender.name : "", year, date, (char *) NULL);

  cvn_report_add_paragraph (report, intro);
  if (sheet->lines->len == 0)
    cvn_report_add_paragraph (report, cvn_programme_word (CVN_PROGRAMME_BENEFITS_NONE, language));
}

/** cvn_report_new_benefits: (transfer full): the letter that tells a partner what it was promised and got, in its language. */
CvnReport *
cvn_report_new_benefits (const CvnBenefitsSheet *sheet)
{
  static const Part parts[] = {
    { CVN_BENEFIT_DELIVERED, CVN_PROGRAMME_DELIVERED, CVN_PROGRAMME_DELIVERED_ON },
    { CVN_BENEFIT_PLANNED, CVN_PROGRAMME_PLANNED, CVN_PROGRAMME_PLANNED_ON },
    { CVN_BENEFIT_PROMISED, CVN_PROGRAMME_PROMISED, CVN_PROGRAMME_DUE },
    { CVN_BENEFIT_OVERDUE, CVN_PROGRAMME_OVERDUE, CVN_PROGRAMME_DUE },
  };
  g_autofree char *year = g_strdup_printf ("%d", sheet->year);
  g_autofree char *title = cvn_report_fill_in (cvn_programme_word (CVN_PROGRAMME_BENEFITS_TITLE, sheet->language), year, (char *) NULL);
  CvnReport       *report = cvn_report_new (title, sheet->language);

  cvn_report_set_author (report, sheet->sender.name);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, sheet->sender.name);
  cvn_report_add_letter_head (report, &sheet->sender, &sheet->customer);
  cvn_report_add_title (report, title, NULL);
  add_facts (report, sheet);
  add_intro (report, sheet);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (report, sheet, &parts[i]);
  cvn_report_add_space (report, 10);
  cvn_report_add_paragraph (report, cvn_programme_word (CVN_PROGRAMME_BENEFITS_CLOSE, sheet->language));
  return report;
}
