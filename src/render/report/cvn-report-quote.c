/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-quote"

#include "cvn-programme-words.h"
#include "cvn-reports.h"

#include <string.h>

/* "10", "1.5" */
static char *
dup_hours (gint64      minutes,
           CvnLanguage language)
{
  gint64           tenths = (minutes * 10 + 30) / 60;
  g_autofree char *whole = NULL;

  if (minutes <= 0)
    return NULL;
  whole = cvn_report_number (tenths / 10, language);
  if (tenths % 10 == 0)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s%c%d", whole, language == CVN_LANGUAGE_NL ? ',' : '.', (int) (tenths % 10));
}

static void
add_facts (CvnReport             *report,
           const CvnInvoiceSheet *sheet)
{
  CvnLanguage       language = sheet->language;
  g_autofree char  *date = cvn_report_date (sheet->date, language);
  g_autofree char  *until = cvn_report_date (sheet->valid_until, language);
  g_autofree char  *planned = sheet->planned_for != NULL ? cvn_report_date (sheet->planned_for, language) : NULL;
  g_autofree char  *participants = sheet->participants > 0 ? cvn_report_number (sheet->participants, language) : NULL;
  g_autofree char  *hours = dup_hours (sheet->minutes, language);
  const char *const facts[] = {
    cvn_programme_word (CVN_PROGRAMME_QUOTE_NUMBER, language), sheet->number,
    cvn_programme_word (CVN_PROGRAMME_DATE, language), date,
    cvn_programme_word (CVN_PROGRAMME_VALID_UNTIL, language), until,
    cvn_programme_word (CVN_PROGRAMME_ATTENTION, language), sheet->attention,
    cvn_programme_word (CVN_PROGRAMME_PLANNED_FOR, language), planned,
    cvn_programme_word (CVN_PROGRAMME_PARTICIPANTS, language), participants,
    cvn_programme_word (CVN_PROGRAMME_HOURS, language), hours,
    NULL
  };

  cvn_report_add_facts (report, 3, facts);
}

static gboolean
has_expired (const CvnInvoiceSheet *sheet)
{
  return sheet->today != NULL && strcmp (sheet->valid_until, sheet->today) < 0;
}

static void
add_terms (CvnReport             *report,
           const CvnInvoiceSheet *sheet)
{
  CvnProgrammeWord word = sheet->number != NULL ? CVN_PROGRAMME_TERMS_NUMBER : CVN_PROGRAMME_TERMS;
  g_autofree char *until = cvn_report_date (sheet->valid_until, sheet->language);
  g_autofree char *terms = cvn_report_fill_in (cvn_programme_word (word, sheet->language), until, sheet->number, (char *) NULL);

  cvn_report_add_space (report, 10);
  cvn_report_add_paragraph (report, terms);
}

/* Above all else: nobody is to accept what does not hold any more. */
static void
add_expired (CvnReport             *report,
             const CvnInvoiceSheet *sheet)
{
  g_autofree char *until = cvn_report_date (sheet->valid_until, sheet->language);
  g_autofree char *expired = cvn_report_fill_in (cvn_programme_word (CVN_PROGRAMME_EXPIRED, sheet->language), until, (char *) NULL);

  cvn_report_add_strong (report, expired);
}

/**
 * cvn_report_new_quote:
 * @sheet: a quote that has been worked out, with the day until which it is valid
 *
 * Returns: (transfer full): the letter, in the language of the customer; it says so when the quote has expired
 */
CvnReport *
cvn_report_new_quote (const CvnInvoiceSheet *sheet)
{
  const char      *word = cvn_programme_word (sheet->is_draft ? CVN_PROGRAMME_QUOTE_DRAFT : CVN_PROGRAMME_QUOTE, sheet->language);
  g_autofree char *title = sheet->number != NULL ? g_strdup_printf ("%s %s", word, sheet->number) : g_strdup (word);
  CvnReport       *report = cvn_report_new (title, sheet->language);

  cvn_report_set_author (report, sheet->sender.name);
  cvn_report_set_date (report, sheet->date);
  cvn_report_set_footer (report, sheet->sender.name);
  cvn_report_add_letter_head (report, &sheet->sender, &sheet->customer);
  cvn_report_add_title (report, title, NULL);
  add_facts (report, sheet);
  if (has_expired (sheet))
    add_expired (report, sheet);
  else
    cvn_report_add_paragraph (report, cvn_programme_word (CVN_PROGRAMME_OFFER, sheet->language));
  cvn_report_add_invoice_lines (report, sheet);
  cvn_report_add_space (report, 10);
  cvn_report_add_invoice_vat (report, sheet, CVN_WORD_TOTAL);
  if (sheet->note != NULL)
    {
      cvn_report_add_space (report, 10);
      cvn_report_add_paragraph (report, sheet->note);
    }
  if (!has_expired (sheet))
    add_terms (report, sheet);
  return report;
}
