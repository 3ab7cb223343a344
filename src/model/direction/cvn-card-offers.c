/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-offers"

#include "cvn-card-offers-private.h"

#include "cvn-card-lines.h"
#include "cvn-direction-rule.h"
#include "cvn-half-year.h"
#include "cvn-money.h"
#include "cvn-rows.h"

/** cvn_card_offer_free: frees an offer. */
void
cvn_card_offer_free (CvnCardOffer *self)
{
  g_free (self->question);
  g_free (self->title_nl);
  g_free (self->title_en);
  g_free (self->text_nl);
  g_free (self->text_en);
  g_free (self->snapshot);
  g_free (self);
}

/** cvn_card_offers_add: an offer for a question; it takes the texts over. */
void
cvn_card_offers_add (const CvnCardMaking *making,
                     const char          *question,
                     const char          *title_nl,
                     const char          *title_en,
                     GString             *text_nl,
                     GString             *text_en,
                     GString             *snapshot)
{
  CvnCardOffer *offer = g_new0 (CvnCardOffer, 1);

  offer->question = g_strdup (question);
  offer->title_nl = g_strdup (title_nl);
  offer->title_en = g_strdup (title_en);
  offer->text_nl = g_string_free (text_nl, FALSE);
  offer->text_en = g_string_free (text_en, FALSE);
  offer->snapshot = snapshot != NULL ? g_string_free (snapshot, FALSE) : NULL;
  g_ptr_array_add (making->offers, offer);
}

/** cvn_card_offers_pick: the words of one field, or of its twin in the other language. */
const char *
cvn_card_offers_pick (CvnRecord  *record,
                      const char *own,
                      const char *twin)
{
  return cvn_record_has (record, own) ? cvn_record_get_text (record, own) : cvn_record_get_text (record, twin);
}

static char *
format_day (const char *iso,
            CvnLanguage language)
{
  CvnDate          date;
  g_autofree char *day = g_strndup (iso, 10);

  return cvn_date_parse_iso (day, &date, NULL) ? cvn_date_format (&date, language) : g_strdup (day);
}

/** cvn_card_offers_append_dated: adds a line: "- Tango workshop (12 October 2018)"; without a day only the words. */
void
cvn_card_offers_append_dated (GString    *text,
                              const char *title,
                              const char *iso,
                              CvnLanguage language)
{
  g_autofree char *day = iso != NULL ? format_day (iso, language) : NULL;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, day != NULL ? "- %s (%s)" : "- %s", title, day);
}

static GPtrArray *
list_between (const CvnCardMaking *making,
              const char          *kind,
              const char          *field,
              const char          *last,
              GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));

  cvn_query_add_text (query, field, CVN_MATCH_AT_LEAST, making->first_day);
  cvn_query_add_text (query, field, CVN_MATCH_AT_MOST, last);
  cvn_query_set_sort (query, field, FALSE);
  return cvn_rows_list (making->reader, query, error);
}

/* Templates are no events, and what others organise is not the centre's. */
static gboolean
is_held (CvnRecord *event)
{
  return g_strcmp0 (cvn_record_get_text (event, "status"), "held") == 0 && g_strcmp0 (cvn_record_get_text (event, "mode"), "announced") != 0 &&
         cvn_record_get_integer (event, "template") == 0;
}

/* As the figures of the card count them: by the lists of the events where they have them. */
static gboolean
count_visitors (const CvnCardMaking *making,
                gint64              *visitors,
                GError             **error)
{
  const char        *half_year = cvn_record_get_text (making->card, "half_year");
  CvnFigureArguments arguments = { (int) g_ascii_strtoll (half_year, NULL, 10), making->today, half_year };
  g_autoptr (CvnTable) figures = cvn_reader_figure (making->reader, "card-figures", &arguments, error);

  *visitors = 0;
  for (guint row = 0; figures != NULL && row < cvn_table_get_n_rows (figures); row++)
    if (g_strcmp0 (cvn_table_get_text (figures, row, "part"), "attendance") == 0)
      *visitors = cvn_table_get_integer (figures, row, "amount");
  return figures != NULL;
}

static gboolean
offer_events (const CvnCardMaking *making,
              GError             **error)
{
  g_autofree char *last = g_strconcat (making->last_day, "~", NULL);
  g_autoptr (GPtrArray) events = list_between (making, "event", "starts", last, error);
  GString *nl;
  GString *en;
  guint    n = 0;
  gint64   visitors;

  if (events == NULL || !count_visitors (making, &visitors, error))
    return FALSE;
  nl = g_string_new (NULL);
  en = g_string_new (NULL);
  for (guint i = 0; i < events->len; i++)
    {
      CvnRecord *event = events->pdata[i];

      if (!is_held (event))
        continue;
      n++;
      cvn_card_offers_append_dated (nl, cvn_card_offers_pick (event, "title_nl", "title_en"), cvn_record_get_text (event, "starts"), CVN_LANGUAGE_NL);
      cvn_card_offers_append_dated (en, cvn_card_offers_pick (event, "title_en", "title_nl"), cvn_record_get_text (event, "starts"), CVN_LANGUAGE_EN);
    }
  if (n > 0)
    {
      g_autofree char *head_nl = g_strdup_printf ("Evenementen gehouden: %u, met %lld bezoekers.\n", n, (long long) visitors);
      g_autofree char *head_en = g_strdup_printf ("Events held: %u, with %lld visitors.\n", n, (long long) visitors);
      GString         *snapshot = g_string_new (NULL);

      g_string_prepend (nl, head_nl);
      g_string_prepend (en, head_en);
      g_string_append_printf (snapshot, "events_held %s = %u (%s)\nattendance %s = %lld (%s)", cvn_record_get_text (making->card, "half_year"), n, making->today,
                              cvn_record_get_text (making->card, "half_year"), (long long) visitors, making->today);
      cvn_card_offers_add (making, "look_back", "Evenementen", "Events held", nl, en, snapshot);
      return TRUE;
    }
  g_string_free (nl, TRUE);
  g_string_free (en, TRUE);
  return TRUE;
}

/** cvn_card_offers_count: (transfer full): how many rows an offer used: "milestones_achieved 2018-H2 = 3 (2020-12-31)". */
GString *
cvn_card_offers_count (const CvnCardMaking *making,
                       const char          *what,
                       guint                n)
{
  GString *snapshot = g_string_new (NULL);

  g_string_append_printf (snapshot, "%s %s = %u (%s)", what, cvn_record_get_text (making->card, "half_year"), n, making->today);
  return snapshot;
}

static gboolean
offer_milestones (const CvnCardMaking *making,
                  GError             **error)
{
  g_autoptr (GPtrArray) rows = list_between (making, "milestone", "done_on", making->last_day, error);
  const char *project = cvn_record_get_text (making->card, "project");
  GString    *nl;
  GString    *en;
  guint       n = 0;

  if (rows == NULL)
    return FALSE;
  nl = g_string_new ("Behaalde mijlpalen:");
  en = g_string_new ("Milestones achieved:");
  for (guint i = 0; i < rows->len; i++)
    {
      const char *own = cvn_record_get_text (rows->pdata[i], "project");

      if (g_strcmp0 (cvn_record_get_text (rows->pdata[i], "status"), "achieved") != 0 || (project != NULL && own != NULL && !g_str_equal (own, project)))
        continue;
      n++;
      cvn_card_offers_append_dated (nl, cvn_card_offers_pick (rows->pdata[i], "title_nl", "title_en"), cvn_record_get_text (rows->pdata[i], "done_on"), CVN_LANGUAGE_NL);
      cvn_card_offers_append_dated (en, cvn_card_offers_pick (rows->pdata[i], "title_en", "title_nl"), cvn_record_get_text (rows->pdata[i], "done_on"), CVN_LANGUAGE_EN);
    }
  if (n > 0)
    {
      cvn_card_offers_add (making, "look_back", "Behaalde mijlpalen", "Milestones achieved", nl, en, cvn_card_offers_count (making, "milestones_achieved", n));
      return TRUE;
    }
  g_string_free (nl, TRUE);
  g_string_free (en, TRUE);
  return TRUE;
}

static gboolean
append_decision (const CvnCardMaking *making,
                 CvnRecord           *decision,
                 GString             *nl,
                 GString             *en,
                 GError             **error)
{
  g_autoptr (CvnRecord) organisation = cvn_rows_get (making->reader, "organisation", cvn_record_get_text (decision, "organisation"), error);
  g_autoptr (CvnRecord) agreement = organisation != NULL ? cvn_rows_get (making->reader, "agreement", cvn_record_get_text (decision, "agreement"), error) : NULL;
  const CvnKind   *kind = cvn_record_get_kind (decision);
  const CvnChoice *status;
  g_auto (GStrv) words = NULL;
  g_autofree char *title_nl = NULL;
  g_autofree char *title_en = NULL;
  g_autofree char *plain = NULL;

  if (agreement == NULL)
    return FALSE;
  status = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, "status")], cvn_record_get_text (decision, "status"));
  if (status == NULL)
    return TRUE;
  words = g_strsplit (status->nl, "|", 2);
  plain = g_ascii_strdown (status->label, -1);
  title_nl = g_strdup_printf ("%s: %s, %s", cvn_card_offers_pick (organisation, "name_nl", "name_en"), words[0], cvn_card_offers_pick (agreement, "title_nl", "title_en"));
  title_en = g_strdup_printf ("%s: %s, %s", cvn_card_offers_pick (organisation, "name_en", "name_nl"), plain, cvn_card_offers_pick (agreement, "title_en", "title_nl"));
  cvn_card_offers_append_dated (nl, title_nl, cvn_record_get_text (decision, "date"), CVN_LANGUAGE_NL);
  cvn_card_offers_append_dated (en, title_en, cvn_record_get_text (decision, "date"), CVN_LANGUAGE_EN);
  return TRUE;
}

static gboolean
offer_decisions (const CvnCardMaking *making,
                 GError             **error)
{
  g_autoptr (GPtrArray) rows = list_between (making, "agreement_decision", "date", making->last_day, error);
  GString *nl;
  GString *en;
  gboolean done = TRUE;

  if (rows == NULL || rows->len == 0)
    return rows != NULL;
  nl = g_string_new ("Besluiten van partners:");
  en = g_string_new ("Decisions of partners:");
  for (guint i = 0; done && i < rows->len; i++)
    done = append_decision (making, rows->pdata[i], nl, en, error);
  cvn_card_offers_add (making, "costs", "Besluiten", "Decisions", nl, en, cvn_card_offers_count (making, "decisions", rows->len));
  return done;
}

static void
append_figure (GString    *text,
               CvnRecord  *line,
               const char *title,
               CvnLanguage language)
{
  gint64           amount = cvn_record_get_integer (line, "amount");
  g_autofree char *value = g_strcmp0 (cvn_record_get_text (line, "unit"), "euro") == 0 ? cvn_money_format_euro (amount, language)
                                                                                       : g_strdup_printf ("%lld", (long long) amount);

  g_string_append_printf (text, "%s- %s: %s", text->len > 0 ? "\n" : "", title, value);
}

static gboolean
is_of_budget (CvnRecord *line)
{
  return g_str_has_suffix (cvn_record_get_text (line, "figure"), "_income") || g_str_has_suffix (cvn_record_get_text (line, "figure"), "_cost");
}

static gboolean
is_reach (CvnRecord *line)
{
  static const char *const reached[] = { "registrations", "events_held", "attendance", NULL };

  return g_strv_contains (reached, cvn_record_get_text (line, "figure"));
}

/* How many people were reached says something of the impact. */
static void
offer_reach (const CvnCardMaking *making,
             GPtrArray           *lines)
{
  GString *nl = g_string_new (NULL);
  GString *en = g_string_new (NULL);
  GString *snapshot = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    if (is_reach (lines->pdata[i]))
      {
        append_figure (nl, lines->pdata[i], cvn_record_get_text (lines->pdata[i], "text_nl"), CVN_LANGUAGE_NL);
        append_figure (en, lines->pdata[i], cvn_record_get_text (lines->pdata[i], "text_en"), CVN_LANGUAGE_EN);
        g_string_append_printf (snapshot, "%s%s %s = %lld (%s)", snapshot->len > 0 ? "\n" : "", cvn_record_get_text (lines->pdata[i], "figure"),
                                cvn_record_get_text (making->card, "half_year"), (long long) cvn_record_get_integer (lines->pdata[i], "amount"), making->today);
      }
  if (nl->len > 0)
    {
      cvn_card_offers_add (making, "impact", "Bereik", "Reach", nl, en, snapshot);
      return;
    }
  g_string_free (nl, TRUE);
  g_string_free (en, TRUE);
  g_string_free (snapshot, TRUE);
}

/* What stands on the budget page goes with the costs, the counts with what happened. */
static gboolean
offer_figures (const CvnCardMaking *making,
               GError             **error)
{
  g_autoptr (GPtrArray) lines = cvn_card_lines_figures (making->reader, making->card, making->today, error);

  if (lines != NULL)
    offer_reach (making, lines);
  for (guint budget = 0; lines != NULL && budget < 2; budget++)
    {
      GString *nl = g_string_new (NULL);
      GString *en = g_string_new (NULL);
      GString *snapshot = g_string_new (NULL);

      for (guint i = 0; i < lines->len; i++)
        {
          CvnRecord       *line = lines->pdata[i];
          g_autofree char *plain = cvn_money_format_plain (cvn_record_get_integer (line, "amount"), '.');
          gboolean         euro = g_strcmp0 (cvn_record_get_text (line, "unit"), "euro") == 0;

          if (is_of_budget (line) != (budget == 1))
            continue;
          append_figure (nl, line, cvn_record_get_text (line, "text_nl"), CVN_LANGUAGE_NL);
          append_figure (en, line, cvn_record_get_text (line, "text_en"), CVN_LANGUAGE_EN);
          if (euro)
            g_string_append_printf (snapshot, "%s%s %s = EUR %s (%s)", snapshot->len > 0 ? "\n" : "", cvn_record_get_text (line, "figure"), cvn_record_get_text (making->card, "half_year"), plain, making->today);
          else
            g_string_append_printf (snapshot, "%s%s %s = %lld (%s)", snapshot->len > 0 ? "\n" : "", cvn_record_get_text (line, "figure"), cvn_record_get_text (making->card, "half_year"), (long long) cvn_record_get_integer (line, "amount"), making->today);
        }
      cvn_card_offers_add (making, budget == 1 ? "costs" : "look_back", budget == 1 ? "Begroting" : "Cijfers", budget == 1 ? "Budget" : "Figures", nl, en, snapshot);
    }
  return lines != NULL;
}

static void
append_risk (GString    *text,
             const char *title,
             const char *measure,
             const char *word)
{
  g_string_append_printf (text, measure != NULL ? "%s- %s. %s: %s" : "%s- %s", text->len > 0 ? "\n" : "", title, word, measure);
}

static gboolean
offer_risks (const CvnCardMaking *making,
             GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("risk"));
  g_autoptr (GPtrArray) rows = NULL;
  const char *project = cvn_record_get_text (making->card, "project");
  GString    *nl;
  GString    *en;
  guint       n = 0;

  if (project != NULL)
    cvn_query_add_text (query, "project", CVN_MATCH_EQUAL, project);
  rows = cvn_rows_list (making->reader, query, error);
  if (rows == NULL)
    return FALSE;
  nl = g_string_new (NULL);
  en = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    if (cvn_risk_is_live (cvn_record_get_text (rows->pdata[i], "status")))
      {
        append_risk (nl, cvn_card_offers_pick (rows->pdata[i], "title_nl", "title_en"), cvn_card_offers_pick (rows->pdata[i], "measure_nl", "measure_en"), "Maatregel");
        append_risk (en, cvn_card_offers_pick (rows->pdata[i], "title_en", "title_nl"), cvn_card_offers_pick (rows->pdata[i], "measure_en", "measure_nl"), "Measure");
        n++;
      }
  if (nl->len > 0)
    {
      cvn_card_offers_add (making, "risks", "Open risico’s", "Open risks", nl, en, cvn_card_offers_count (making, "risks_live", n));
      return TRUE;
    }
  g_string_free (nl, TRUE);
  g_string_free (en, TRUE);
  return TRUE;
}

/** cvn_card_offers_read: (transfer full) (element-type CvnCardOffer): what the data of the half-year has ready for @card; NULL on error. */
GPtrArray *
cvn_card_offers_read (CvnReader  *reader,
                      CvnRecord  *card,
                      const char *today,
                      GError    **error)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_card_offer_free);
  CvnCardMaking    making = { reader, card, today, NULL, NULL, offers };
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  CvnPeriod        period;
  int              half_year;

  if (!cvn_half_year_parse (cvn_record_get_text (card, "half_year"), &half_year, error))
    return NULL;
  period = cvn_half_year_get_period (half_year);
  first_day = cvn_date_to_iso (&period.from);
  last_day = cvn_date_to_iso (&period.to);
  making.first_day = first_day;
  making.last_day = last_day;
  return offer_events (&making, error) && offer_milestones (&making, error) && offer_decisions (&making, error) &&
             offer_figures (&making, error) && offer_risks (&making, error) && cvn_card_offers_add_project (&making, error) && cvn_card_offers_add_plan (&making, error)
           ? g_steal_pointer (&offers)
           : NULL;
}
