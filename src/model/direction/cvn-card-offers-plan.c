/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-offers-plan"

#include "cvn-card-offers-private.h"

#include "cvn-direction-rule.h"
#include "cvn-half-year.h"
#include "cvn-rows.h"

#include <string.h>

/* What the data has ready of the plan of a project: what follows, what it is for, and who carry it. */

typedef struct
{
  GString *nl;
  GString *en;
  GString *snapshot;
} Words;

static void
begin (Words *words)
{
  words->nl = g_string_new (NULL);
  words->en = g_string_new (NULL);
  words->snapshot = g_string_new (NULL);
}

/* An offer, when there is anything to say. */
static void
finish (const CvnCardMaking *making,
        Words               *words,
        const char          *question,
        const char          *title_nl,
        const char          *title_en)
{
  if (words->nl->len > 0)
    {
      cvn_card_offers_add (making, question, title_nl, title_en, words->nl, words->en, words->snapshot);
      return;
    }
  g_string_free (words->nl, TRUE);
  g_string_free (words->en, TRUE);
  g_string_free (words->snapshot, TRUE);
}

static void
append_line (GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

/* A card looks ahead at the half-year after its own. */
static char *
dup_next_half_year (const CvnCardMaking *making)
{
  int half_year = 0;

  if (!cvn_half_year_parse (cvn_record_get_text (making->card, "half_year"), &half_year, NULL))
    return NULL;
  return cvn_half_year_to_code (half_year + 1);
}

static void
append_step (const Words *words,
             CvnRecord   *step)
{
  const char *owner = cvn_record_get_text (step, "owner_role");

  append_line (words->nl);
  append_line (words->en);
  g_string_append_printf (words->nl, owner != NULL ? "- %s (%s)" : "- %s", cvn_card_offers_pick (step, "description_nl", "description_en"), owner);
  g_string_append_printf (words->en, owner != NULL ? "- %s (%s)" : "- %s", cvn_card_offers_pick (step, "description_en", "description_nl"), owner);
}

static gboolean
offer_steps (const CvnCardMaking *making,
             GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("step"));
  g_autoptr (GPtrArray) rows = cvn_rows_list (making->reader, query, error);
  g_autofree char *until = dup_next_half_year (making);
  Words            words;
  gboolean         done = TRUE;
  guint            n = 0;

  if (rows == NULL)
    return FALSE;
  begin (&words);
  for (guint i = 0; done && i < rows->len; i++)
    {
      gboolean does = FALSE;

      done = cvn_card_offers_belong (making, cvn_record_get_text (rows->pdata[i], "project"), &does, error);
      if (!does || !cvn_step_is_carried (cvn_record_get_text (rows->pdata[i], "status"), cvn_record_get_text (rows->pdata[i], "half_year"), until))
        continue;
      append_step (&words, rows->pdata[i]);
      n++;
    }
  g_string_append_printf (words.snapshot, "steps_open %s = %u (%s)", until, n, making->today);
  finish (making, &words, "steps", "Open stappen", "Open steps");
  return done;
}

/* As seen from the last day of the card: what was not achieved by then, and should be before the end of the next half-year. */
static gboolean
lies_ahead (const CvnCardMaking *making,
            CvnRecord           *milestone,
            const char          *until)
{
  const char *half_year = cvn_record_get_text (milestone, "half_year");
  const char *done_on = cvn_record_get_text (milestone, "done_on");

  if (done_on != NULL && strcmp (done_on, making->last_day) > 0)
    return half_year != NULL && strcmp (half_year, until) <= 0;
  return cvn_milestone_is_carried (cvn_record_get_text (milestone, "status"), half_year, until);
}

static gboolean
offer_milestones (const CvnCardMaking *making,
                  GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("milestone"));
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *until = dup_next_half_year (making);
  Words            words;
  gboolean         done = TRUE;
  guint            n = 0;

  cvn_query_set_sort (query, "planned", FALSE);
  rows = cvn_rows_list (making->reader, query, error);
  if (rows == NULL)
    return FALSE;
  begin (&words);
  for (guint i = 0; done && i < rows->len; i++)
    {
      CvnRecord  *milestone = rows->pdata[i];
      const char *planned = cvn_record_get_text (milestone, "planned");
      gboolean    does = FALSE;

      done = cvn_card_offers_belong (making, cvn_record_get_text (milestone, "project"), &does, error);
      if (!does || !lies_ahead (making, milestone, until))
        continue;
      cvn_card_offers_append_dated (words.nl, cvn_card_offers_pick (milestone, "title_nl", "title_en"), planned, CVN_LANGUAGE_NL);
      cvn_card_offers_append_dated (words.en, cvn_card_offers_pick (milestone, "title_en", "title_nl"), planned, CVN_LANGUAGE_EN);
      append_line (words.snapshot);
      g_string_append_printf (words.snapshot, "milestone %s = %s (%s)", cvn_card_offers_pick (milestone, "title_en", "title_nl"), planned != NULL ? planned : "-", making->today);
      n++;
    }
  append_line (words.snapshot);
  g_string_append_printf (words.snapshot, "milestones_open %s = %u (%s)", until, n, making->today);
  finish (making, &words, "milestones", "Mijlpalen die volgen", "Milestones ahead");
  return done;
}

static void
append_period (const Words *words,
               CvnRecord   *project)
{
  const char *start = cvn_record_get_text (project, "start_date");
  const char *end = cvn_record_get_text (project, "end_date");
  CvnDate     date = { 0 };

  if (start != NULL && cvn_date_parse_iso (start, &date, NULL))
    {
      g_autofree char *nl = cvn_date_format (&date, CVN_LANGUAGE_NL);
      g_autofree char *en = cvn_date_format (&date, CVN_LANGUAGE_EN);

      g_string_append_printf (words->nl, "\n- Vanaf: %s", nl);
      g_string_append_printf (words->en, "\n- From: %s", en);
    }
  if (end != NULL && cvn_date_parse_iso (end, &date, NULL))
    {
      g_autofree char *nl = cvn_date_format (&date, CVN_LANGUAGE_NL);
      g_autofree char *en = cvn_date_format (&date, CVN_LANGUAGE_EN);

      g_string_append_printf (words->nl, "\n- Tot en met: %s", nl);
      g_string_append_printf (words->en, "\n- Until: %s", en);
    }
}

static gboolean
append_whole (const CvnCardMaking *making,
              const Words         *words,
              CvnRecord           *project,
              GError             **error)
{
  g_autoptr (CvnRecord) whole = NULL;

  if (!cvn_record_has (project, "part_of"))
    return TRUE;
  whole = cvn_rows_get (making->reader, "project", cvn_record_get_text (project, "part_of"), error);
  if (whole == NULL)
    return FALSE;
  g_string_append_printf (words->nl, "\n- Onderdeel van: %s", cvn_card_offers_pick (whole, "name_nl", "name_en"));
  g_string_append_printf (words->en, "\n- Part of: %s", cvn_card_offers_pick (whole, "name_en", "name_nl"));
  return TRUE;
}

/* What was agreed of the costs, in the one language that the register keeps it in. */
static void
offer_cost_structure (const CvnCardMaking *making,
                      CvnRecord           *project)
{
  const char *structure = cvn_record_get_text (project, "cost_structure");
  const char *allocation = cvn_record_get_text (project, "allocation");
  Words       words;

  begin (&words);
  if (structure != NULL)
    {
      g_string_append (words.nl, structure);
      g_string_append (words.en, structure);
    }
  if (allocation != NULL)
    {
      append_line (words.nl);
      append_line (words.en);
      g_string_append_printf (words.nl, "Verdeelsleutel: %s", allocation);
      g_string_append_printf (words.en, "Divided by: %s", allocation);
    }
  g_string_append_printf (words.snapshot, "cost_structure (%s)", making->today);
  finish (making, &words, "costs", "Afspraak over de kosten", "What was agreed of the costs");
}

/* The project as its register has it, which keeps the theme in one language. */
static gboolean
offer_assignment (const CvnCardMaking *making,
                  GError             **error)
{
  const char *id = cvn_record_get_text (making->card, "project");
  g_autoptr (CvnRecord) project = NULL;
  Words    words;
  gboolean done;

  if (id == NULL)
    return TRUE;
  project = cvn_rows_get (making->reader, "project", id, error);
  if (project == NULL)
    return FALSE;
  begin (&words);
  g_string_append (words.nl, cvn_card_offers_pick (project, "name_nl", "name_en"));
  g_string_append (words.en, cvn_card_offers_pick (project, "name_en", "name_nl"));
  if (cvn_record_has (project, "theme"))
    {
      g_string_append_printf (words.nl, "\n- Thema: %s", cvn_record_get_text (project, "theme"));
      g_string_append_printf (words.en, "\n- Theme: %s", cvn_record_get_text (project, "theme"));
    }
  done = append_whole (making, &words, project, error);
  append_period (&words, project);
  g_string_append_printf (words.snapshot, "project %s (%s)", cvn_card_offers_pick (project, "name_en", "name_nl"), making->today);
  finish (making, &words, "assignment", "Het project", "The project");
  offer_cost_structure (making, project);
  return done;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
append_names (GString    *text,
              const char *word,
              GHashTable *names)
{
  guint                n;
  g_autofree gpointer *list = g_hash_table_get_keys_as_array (names, &n);

  qsort (list, n, sizeof (gpointer), compare_names);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? word : ", ", (const char *) list[i]);
}

/* Who contributes in the year of the card. */
static gboolean
offer_parties (const CvnCardMaking *making,
               GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("commitment"));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) nl = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) en = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words words;

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, g_ascii_strtoll (making->first_day, NULL, 10));
  rows = cvn_rows_list (making->reader, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (CvnRecord) agreement = cvn_rows_get (making->reader, "agreement", cvn_record_get_text (rows->pdata[i], "agreement"), error);
      g_autoptr (CvnRecord) party = agreement != NULL ? cvn_rows_get (making->reader, "organisation", cvn_record_get_text (rows->pdata[i], "organisation"), error) : NULL;
      gboolean does = FALSE;

      if (party == NULL || !cvn_card_offers_belong (making, cvn_record_get_text (agreement, "project"), &does, error))
        return FALSE;
      if (!does)
        continue;
      g_hash_table_add (nl, g_strdup (cvn_card_offers_pick (party, "name_nl", "name_en")));
      g_hash_table_add (en, g_strdup (cvn_card_offers_pick (party, "name_en", "name_nl")));
    }
  if (rows == NULL || g_hash_table_size (nl) == 0)
    return rows != NULL;
  begin (&words);
  append_names (words.nl, "Partijen: ", nl);
  append_names (words.en, "Parties: ", en);
  g_string_append_printf (words.snapshot, "parties %.4s = %u (%s)", making->first_day, g_hash_table_size (en), making->today);
  finish (making, &words, "structure", "Partijen van het jaar", "Parties of the year");
  return TRUE;
}

static gboolean
collect_owners (const CvnCardMaking *making,
                const char          *kind,
                GHashTable          *owners,
                GError             **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));
  g_autoptr (GPtrArray) rows = cvn_rows_list (making->reader, query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const char *owner = cvn_record_get_text (rows->pdata[i], "owner_role");
      gboolean    does = FALSE;

      if (!cvn_card_offers_belong (making, cvn_record_get_text (rows->pdata[i], "project"), &does, error))
        return FALSE;
      if (does && owner != NULL)
        g_hash_table_add (owners, g_strdup (owner));
    }
  return rows != NULL;
}

/* Who carry the steps and watch the risks. */
static gboolean
offer_owners (const CvnCardMaking *making,
              GError             **error)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words words;

  if (!collect_owners (making, "step", owners, error) || !collect_owners (making, "risk", owners, error))
    return FALSE;
  if (g_hash_table_size (owners) == 0)
    return TRUE;
  begin (&words);
  append_names (words.nl, "Uitvoering: ", owners);
  append_names (words.en, "Carried out by: ", owners);
  g_string_append_printf (words.snapshot, "owners = %u (%s)", g_hash_table_size (owners), making->today);
  finish (making, &words, "structure", "Eigenaren van stappen en risico’s", "Owners of steps and risks");
  return TRUE;
}

/** cvn_card_offers_add_plan: what follows, what the project is, and who carry it; FALSE on error. */
gboolean
cvn_card_offers_add_plan (const CvnCardMaking *making,
                          GError             **error)
{
  return offer_steps (making, error) && offer_milestones (making, error) && offer_assignment (making, error) &&
         offer_parties (making, error) && offer_owners (making, error);
}
