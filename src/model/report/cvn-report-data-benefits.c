/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-benefits"

#include "cvn-report-data-private.h"

#include "cvn-error.h"
#include "cvn-report-words.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "bd-01 2020" → the partner, and 2020 */
static char *
split_year (const char *text,
            int        *year)
{
  const char *space = strrchr (text, ' ');
  guint64     number;

  *year = 0;
  if (space == NULL || !g_ascii_string_to_unsigned (space + 1, 10, 1900, 2200, &number, NULL))
    return g_strdup (text);
  *year = (int) number;
  return g_strndup (text, (gsize) (space - text));
}

static int
find_last_year (GPtrArray *packages)
{
  int last = 0;

  for (guint i = 0; i < packages->len; i++)
    last = MAX (last, (int) cvn_record_get_integer (packages->pdata[i], "year"));
  return last;
}

/* The packages of the partner in the year that is asked for, or in the last one. */
static GPtrArray *
list_of_partner (const CvnGathering *self,
                 const char         *partner,
                 int                 year,
                 GError            **error)
{
  g_autofree char *id = cvn_reader_resolve (self->reader, cvn_kind_find ("organisation"), partner, error);
  g_autoptr (GPtrArray) packages = id != NULL ? cvn_rows_find (self->reader, "partner_package", "organisation", id, error) : NULL;

  if (packages == NULL)
    return NULL;
  if (year == 0)
    year = find_last_year (packages);
  for (guint i = packages->len; i > 0; i--)
    if (cvn_record_get_integer (packages->pdata[i - 1], "year") != year)
      g_ptr_array_remove_index (packages, i - 1);
  if (packages->len > 0)
    return g_steal_pointer (&packages);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("This organisation has no partner package in that year."));
  return NULL;
}

static GPtrArray *
find_packages (const CvnGathering *self,
               GError            **error)
{
  const CvnKind   *kind = cvn_kind_find ("partner_package");
  int              year;
  g_autofree char *partner = split_year (self->record, &year);
  g_autofree char *id = year == 0 ? cvn_reader_resolve (self->reader, kind, self->record, NULL) : NULL;
  g_autoptr (GPtrArray) packages = NULL;
  CvnRecord *package;

  if (id == NULL)
    return list_of_partner (self, partner, year, error);
  package = cvn_reader_get (self->reader, kind, id, error);
  if (package == NULL)
    return NULL;
  packages = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (packages, package);
  return g_steal_pointer (&packages);
}

/* “Title, 12 March 2020”, of the event itself or of a publication about it. */
static char *
dup_event (const CvnGathering *self,
           const char         *id,
           CvnLanguage         language,
           GError            **error)
{
  g_autoptr (CvnRecord) event = cvn_rows_get (self->reader, "event", id, error);
  g_autofree char *title = event != NULL ? cvn_gathering_dup_both (event, "title", language) : NULL;
  g_autofree char *day = event != NULL ? g_strndup (cvn_record_get_text (event, "starts"), 10) : NULL;
  g_autofree char *date = day != NULL ? cvn_report_date (day, language) : NULL;

  return date != NULL ? g_strdup_printf ("%s, %s", title, date) : NULL;
}

static char *
dup_channel (const CvnGathering *self,
             CvnRecord          *record,
             CvnLanguage         language,
             GError            **error)
{
  const char *id = cvn_record_get_text (record, "channel");
  g_autoptr (CvnRecord) channel = id != NULL ? cvn_rows_get (self->reader, "channel", id, error) : NULL;

  return channel != NULL ? cvn_gathering_dup_both (channel, "name", language) : NULL;
}

static char *
dup_publication (const CvnGathering *self,
                 const char         *id,
                 CvnLanguage         language,
                 GError            **error)
{
  g_autoptr (CvnRecord) publication = cvn_rows_get (self->reader, "event_publication", id, error);
  g_autofree char *channel = publication != NULL ? dup_channel (self, publication, language, error) : NULL;
  g_autofree char *event = channel != NULL ? dup_event (self, cvn_record_get_text (publication, "event"), language, error) : NULL;

  return event != NULL ? g_strdup_printf ("%s: %s", channel, event) : NULL;
}

/* “Newsletter: Partner of the month, 1 May 2020” */
static char *
dup_news (const CvnGathering *self,
          const char         *id,
          CvnLanguage         language,
          GError            **error)
{
  g_autoptr (CvnRecord) news = cvn_rows_get (self->reader, "news_item", id, error);
  g_autofree char *channel = news != NULL ? dup_channel (self, news, language, error) : NULL;
  g_autofree char *title = channel != NULL ? cvn_gathering_dup_both (news, "title", language) : NULL;
  g_autofree char *date = title != NULL ? cvn_report_date (cvn_record_get_text (news, "date"), language) : NULL;

  return date != NULL ? g_strdup_printf ("%s: %s, %s", channel, title, date) : NULL;
}

static void
append (GString    *proof,
        const char *text)
{
  if (text != NULL)
    g_string_append_printf (proof, "%s%s", proof->len > 0 ? "\n" : "", text);
}

static char *
dup_proof (const CvnGathering *self,
           CvnRecord          *exposure,
           CvnLanguage         language,
           GError            **error)
{
  const char      *publication = cvn_record_get_text (exposure, "publication");
  const char      *event = cvn_record_get_text (exposure, "event");
  const char      *news = cvn_record_get_text (exposure, "news_item");
  g_autofree char *shown = news != NULL          ? dup_news (self, news, language, error)
                           : publication != NULL ? dup_publication (self, publication, language, error)
                           : event != NULL       ? dup_event (self, event, language, error)
                                                 : NULL;
  GString         *proof = g_string_new (NULL);

  append (proof, cvn_record_get_text (exposure, "item"));
  append (proof, shown);
  append (proof, cvn_record_get_text (exposure, "link"));
  return g_string_free (proof, FALSE);
}

static gboolean
add_line (const CvnGathering *self,
          CvnBenefitsSheet   *sheet,
          CvnRecord          *exposure,
          GError            **error)
{
  g_autoptr (GError) failure = NULL;
  const char     *due = cvn_record_get_text (exposure, "due");
  const char     *planned_on = cvn_record_get_text (exposure, "planned_on");
  const char     *delivered_on = cvn_record_get_text (exposure, "delivered_on");
  CvnBenefitLine *line = cvn_benefits_sheet_add_line (sheet, cvn_benefit_get_state (due, planned_on, delivered_on, self->today));

  line->title = cvn_gathering_dup_both (exposure, "title", sheet->language);
  line->due = g_strdup (due);
  line->planned_on = g_strdup (planned_on);
  line->delivered_on = g_strdup (delivered_on);
  line->channel = dup_channel (self, exposure, sheet->language, &failure);
  if (failure == NULL)
    line->proof = dup_proof (self, exposure, sheet->language, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What was promised in words, before it was written down one by one: due by the end of the year. */
static void
add_words (const CvnGathering *self,
           CvnBenefitsSheet   *sheet,
           CvnRecord          *package)
{
  const char *words = cvn_record_get_text (package, "exposure");
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", ";", -1);
  g_autofree char *due = g_strdup_printf ("%04d-12-31", (int) cvn_record_get_integer (package, "year"));

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      {
        CvnBenefitLine *line = cvn_benefits_sheet_add_line (sheet, cvn_benefit_get_state (due, NULL, NULL, self->today));

        line->title = g_strdup (parts[i]);
        line->due = g_strdup (due);
      }
}

static gboolean
add_packages (const CvnGathering *self,
              CvnBenefitsSheet   *sheet,
              GPtrArray          *packages,
              GError            **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < packages->len; i++)
    {
      g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("exposure"));
      g_autoptr (GPtrArray) exposures = NULL;

      cvn_query_add_text (query, "package", CVN_MATCH_EQUAL, cvn_record_get_id (packages->pdata[i]));
      cvn_query_set_sort (query, "due", FALSE);
      exposures = cvn_gathering_list (self, query, error);
      if (exposures == NULL)
        return FALSE;
      if (exposures->len == 0)
        add_words (self, sheet, packages->pdata[i]);
      for (guint k = 0; k < exposures->len; k++)
        if (!add_line (self, sheet, exposures->pdata[k], error))
          return FALSE;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", cvn_record_get_text (packages->pdata[i], "package"));
    }
  sheet->packages = g_string_free (g_steal_pointer (&names), FALSE);
  return TRUE;
}

/** cvn_gather_benefits: (transfer full): what the partner that the record names was promised for a year, and got. */
CvnBenefitsSheet *
cvn_gather_benefits (const CvnGathering *self,
                     GError            **error)
{
  g_autoptr (GPtrArray) packages = find_packages (self, error);
  g_autoptr (CvnRecord) customer = packages != NULL ? cvn_rows_get (self->reader, "organisation", cvn_record_get_text (packages->pdata[0], "organisation"), error) : NULL;
  g_autoptr (CvnBenefitsSheet) sheet = cvn_benefits_sheet_new ();

  if (customer == NULL)
    return NULL;
  sheet->language = self->language;
  sheet->language_known = cvn_gathering_find_language (customer, &sheet->language);
  sheet->today = g_strdup (self->today);
  sheet->year = (int) cvn_record_get_integer (packages->pdata[0], "year");
  cvn_gathering_fill_customer (&sheet->customer, customer, sheet->language);
  if (!cvn_gathering_fill_sender (self, &sheet->sender, sheet->language, error) || !add_packages (self, sheet, packages, error))
    return NULL;
  return g_steal_pointer (&sheet);
}
