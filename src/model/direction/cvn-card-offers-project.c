/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-offers-project"

#include "cvn-card-offers-private.h"

#include "cvn-indicator-rule.h"
#include "cvn-money.h"
#include "cvn-rows.h"

/* What the data has ready of a project: who contributes what, what is measured, what was heard. */

static gboolean
is_of_centre (CvnReader  *reader,
              const char *project,
              gboolean   *is,
              GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("centre"));
  g_autoptr (GPtrArray) centres = cvn_rows_list (reader, query, error);
  const char *own = centres != NULL && centres->len > 0 ? cvn_record_get_text (centres->pdata[0], "project") : NULL;

  *is = own == NULL || g_str_equal (own, project);
  return centres != NULL;
}

/**
 * cvn_card_offers_belong:
 *
 * Whether something of @project is of the card: of a programme each thing belongs to a project or to a part of it; what
 * belongs to none is that of the centre itself.
 *
 * Returns: FALSE on error
 */
gboolean
cvn_card_offers_belong (const CvnCardMaking *making,
                        const char          *project,
                        gboolean            *does,
                        GError             **error)
{
  const char *wanted = cvn_record_get_text (making->card, "project");
  g_autoptr (CvnRecord) record = NULL;

  *does = wanted == NULL || g_strcmp0 (project, wanted) == 0;
  if (*does)
    return TRUE;
  if (project == NULL)
    return is_of_centre (making->reader, wanted, does, error);
  record = cvn_rows_get (making->reader, "project", project, error);
  *does = record != NULL && g_strcmp0 (cvn_record_get_text (record, "part_of"), wanted) == 0;
  return record != NULL;
}

static void
finish (const CvnCardMaking *making,
        const char          *question,
        const char          *title_nl,
        const char          *title_en,
        GString             *nl,
        GString             *en,
        GString             *snapshot)
{
  if (nl->len > 0)
    {
      cvn_card_offers_add (making, question, title_nl, title_en, nl, en, snapshot);
      return;
    }
  g_string_free (nl, TRUE);
  g_string_free (en, TRUE);
  if (snapshot != NULL)
    g_string_free (snapshot, TRUE);
}

static void
append_point (GString    *text,
              const char *name,
              const char *value)
{
  g_string_append_printf (text, "%s- %s: %s", text->len > 0 ? "\n" : "", name, value);
}

static char *
dup_promise (CvnRecord  *commitment,
             CvnLanguage language)
{
  gint64 hours = cvn_record_get_integer (commitment, "hours");

  if (cvn_record_get_integer (commitment, "amount") != 0 || hours == 0)
    return cvn_money_format_euro (cvn_record_get_integer (commitment, "amount"), language);
  return g_strdup_printf (language == CVN_LANGUAGE_NL ? "%lld uren" : "%lld hours", (long long) hours);
}

static gboolean
append_commitment (const CvnCardMaking *making,
                   CvnRecord           *commitment,
                   GString             *nl,
                   GString             *en,
                   GString             *snapshot,
                   GError             **error)
{
  g_autoptr (CvnRecord) agreement = cvn_rows_get (making->reader, "agreement", cvn_record_get_text (commitment, "agreement"), error);
  g_autoptr (CvnRecord) party = agreement != NULL ? cvn_rows_get (making->reader, "organisation", cvn_record_get_text (commitment, "organisation"), error) : NULL;
  g_autofree char *dutch = dup_promise (commitment, CVN_LANGUAGE_NL);
  g_autofree char *english = dup_promise (commitment, CVN_LANGUAGE_EN);
  gboolean         does = FALSE;

  if (party == NULL || !cvn_card_offers_belong (making, cvn_record_get_text (agreement, "project"), &does, error))
    return FALSE;
  if (!does)
    return TRUE;
  append_point (nl, cvn_card_offers_pick (party, "name_nl", "name_en"), dutch);
  append_point (en, cvn_card_offers_pick (party, "name_en", "name_nl"), english);
  g_string_append_printf (snapshot, "%scommitted %s = %s (%s)", snapshot->len > 0 ? "\n" : "", cvn_card_offers_pick (party, "name_en", "name_nl"), english, making->today);
  return TRUE;
}

static gboolean
offer_contributions (const CvnCardMaking *making,
                     GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("commitment"));
  g_autoptr (GPtrArray) rows = NULL;
  GString *nl;
  GString *en;
  GString *snapshot;
  gboolean done = TRUE;

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, g_ascii_strtoll (making->first_day, NULL, 10));
  cvn_query_set_sort (query, "amount", TRUE);
  rows = cvn_rows_list (making->reader, query, error);
  if (rows == NULL)
    return FALSE;
  nl = g_string_new (NULL);
  en = g_string_new (NULL);
  snapshot = g_string_new (NULL);
  for (guint i = 0; done && i < rows->len; i++)
    done = append_commitment (making, rows->pdata[i], nl, en, snapshot, error);
  finish (making, "contributions", "Toezeggingen van het jaar", "Commitments of the year", nl, en, snapshot);
  return done;
}

/* As numbers are written in @language; what is no number, as its source writes it. */
static char *
dup_number (const char *text,
            gboolean    circa,
            const char *unit,
            CvnLanguage language)
{
  CvnIndicatorNumber number;
  g_autofree char   *digits = NULL;

  if (!cvn_indicator_parse (text, circa, &number))
    return unit != NULL ? g_strdup_printf ("%s %s", text, unit) : g_strdup (text);
  circa = number.circa;
  number.circa = FALSE;
  digits = cvn_indicator_format (&number, unit, language);
  return g_strconcat (!circa ? "" : language == CVN_LANGUAGE_NL ? "circa "
                                                                : "about ",
                      digits, NULL);
}

static void
append_value (GString    *list,
              CvnRecord  *value,
              const char *year,
              const char *unit,
              CvnLanguage language)
{
  const char      *area = cvn_record_get_text (value, "area");
  g_autofree char *number = dup_number (cvn_record_get_text (value, "value"), cvn_record_get_integer (value, "circa") != 0, unit, language);

  g_string_append_printf (list, "%s%s %s", list->len > 0 ? "; " : "", area != NULL ? area : year, number);
}

/* "Leiden 71 %" for each place where it is measured, of the year. */
static gboolean
append_values (const CvnCardMaking *making,
               CvnRecord           *indicator,
               GString             *nl,
               GString             *en,
               GString             *snapshot,
               GError             **error)
{
  g_autoptr (GPtrArray) values = cvn_rows_find (making->reader, "indicator_value", "definition", cvn_record_get_id (indicator), error);
  g_autoptr (GString) list = g_string_new (NULL); /* as sources write them */
  g_autoptr (GString) list_nl = g_string_new (NULL);
  g_autoptr (GString) list_en = g_string_new (NULL);
  g_autofree char *year = g_strndup (making->first_day, 4);
  const char      *unit = cvn_record_get_text (indicator, "unit");
  const char      *target = cvn_record_get_text (indicator, "target");

  for (guint i = 0; values != NULL && i < values->len; i++)
    if (g_strcmp0 (cvn_record_get_text (values->pdata[i], "period"), year) == 0)
      {
        const char *area = cvn_record_get_text (values->pdata[i], "area");

        g_string_append_printf (list, "%s%s %s %s", list->len > 0 ? "; " : "", area != NULL ? area : year,
                                cvn_record_get_text (values->pdata[i], "value"), unit != NULL ? unit : "");
        append_value (list_nl, values->pdata[i], year, unit, CVN_LANGUAGE_NL);
        append_value (list_en, values->pdata[i], year, unit, CVN_LANGUAGE_EN);
      }
  if (values == NULL || list->len == 0)
    return values != NULL;
  if (target != NULL)
    {
      g_autofree char *target_nl = dup_number (target, FALSE, NULL, CVN_LANGUAGE_NL);
      g_autofree char *target_en = dup_number (target, FALSE, NULL, CVN_LANGUAGE_EN);

      g_string_append_printf (list_nl, " (doel %s)", target_nl);
      g_string_append_printf (list_en, " (target %s)", target_en);
    }
  append_point (nl, cvn_card_offers_pick (indicator, "name_nl", "name_en"), list_nl->str);
  append_point (en, cvn_card_offers_pick (indicator, "name_en", "name_nl"), list_en->str);
  g_string_append_printf (snapshot, "%s%s %s = %s (%s)", snapshot->len > 0 ? "\n" : "", cvn_card_offers_pick (indicator, "name_en", "name_nl"), year, list->str, making->today);
  return TRUE;
}

static gboolean
offer_indicators (const CvnCardMaking *making,
                  GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("indicator"));
  g_autoptr (GPtrArray) rows = cvn_rows_list (making->reader, query, error);
  GString *nl;
  GString *en;
  GString *snapshot;
  gboolean done = TRUE;

  if (rows == NULL)
    return FALSE;
  nl = g_string_new (NULL);
  en = g_string_new (NULL);
  snapshot = g_string_new (NULL);
  for (guint i = 0; done && i < rows->len; i++)
    {
      gboolean does = FALSE;

      done = cvn_card_offers_belong (making, cvn_record_get_text (rows->pdata[i], "project"), &does, error) &&
             (!does || append_values (making, rows->pdata[i], nl, en, snapshot, error));
    }
  finish (making, "impact", "Gemeten waarden", "Measured values", nl, en, snapshot);
  return done;
}

static gboolean
offer_signals (const CvnCardMaking *making,
               GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("signal"));
  g_autoptr (GPtrArray) rows = NULL;
  GString *nl;
  GString *en;
  GString *snapshot = NULL;

  cvn_query_add_text (query, "date", CVN_MATCH_AT_LEAST, making->first_day);
  cvn_query_add_text (query, "date", CVN_MATCH_AT_MOST, making->last_day);
  rows = cvn_rows_list (making->reader, query, error);
  if (rows == NULL)
    return FALSE;
  nl = g_string_new (NULL);
  en = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *dutch = cvn_card_offers_pick (rows->pdata[i], "subject_nl", "subject_en");
      const char *english = cvn_card_offers_pick (rows->pdata[i], "subject_en", "subject_nl");

      g_string_append_printf (nl, "%s- %s", nl->len > 0 ? "\n" : "", dutch);
      g_string_append_printf (en, "%s- %s", en->len > 0 ? "\n" : "", english);
    }
  if (nl->len > 0)
    snapshot = cvn_card_offers_count (making, "signals", rows->len);
  finish (making, "urgency", "Signalen", "Signals", nl, en, snapshot);
  return TRUE;
}

static void
append_known (GString    *text,
              CvnRecord  *value,
              const char *name,
              CvnLanguage language)
{
  g_autofree char *number = dup_number (cvn_record_get_text (value, "value"), cvn_record_get_integer (value, "circa") != 0, cvn_record_get_text (value, "unit"), language);
  const char      *area = cvn_record_get_text (value, "area");
  const char      *period = cvn_record_get_text (value, "period");

  g_string_append_printf (text, "%s- %s: %s", text->len > 0 ? "\n" : "", name, number);
  if (period != NULL || area != NULL)
    g_string_append_printf (text, " (%s%s%s)", period != NULL ? period : "", period != NULL && area != NULL ? ", " : "", area != NULL ? area : "");
}

/* What sources say of the surroundings, which no indicator of the centre measures: why it is needed. */
static gboolean
offer_known (const CvnCardMaking *making,
             GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("indicator_value"));
  g_autoptr (GPtrArray) rows = cvn_rows_list (making->reader, query, error);
  gboolean does = FALSE;
  GString *nl;
  GString *en;
  GString *snapshot;

  if (rows == NULL || !cvn_card_offers_belong (making, NULL, &does, error))
    return FALSE;
  nl = g_string_new (NULL);
  en = g_string_new (NULL);
  snapshot = g_string_new (NULL);
  for (guint i = 0; does && i < rows->len; i++)
    if (!cvn_record_has (rows->pdata[i], "definition"))
      {
        append_known (nl, rows->pdata[i], cvn_card_offers_pick (rows->pdata[i], "indicator_nl", "indicator_en"), CVN_LANGUAGE_NL);
        append_known (en, rows->pdata[i], cvn_card_offers_pick (rows->pdata[i], "indicator_en", "indicator_nl"), CVN_LANGUAGE_EN);
        g_string_append_printf (snapshot, "%s%s = %s (%s)", snapshot->len > 0 ? "\n" : "", cvn_card_offers_pick (rows->pdata[i], "indicator_en", "indicator_nl"),
                                cvn_record_get_text (rows->pdata[i], "value"), making->today);
      }
  finish (making, "urgency", "Cijfers van de omgeving", "Figures of the surroundings", nl, en, snapshot);
  return TRUE;
}

/** cvn_card_offers_add_project: what belongs to the project of the card; FALSE on error. */
gboolean
cvn_card_offers_add_project (const CvnCardMaking *making,
                             GError             **error)
{
  return offer_contributions (making, error) && offer_indicators (making, error) && offer_signals (making, error) && offer_known (making, error);
}
