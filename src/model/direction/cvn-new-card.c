/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-new-card"

#include "cvn-direction-operations.h"

#include "cvn-card-lines.h"
#include "cvn-card-question.h"
#include "cvn-error.h"
#include "cvn-half-year.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char      *id;      /* of the new card, or of the one that is added to */
  char      *project; /* may be NULL */
  char      *half_year;
  char      *copies; /* card of which it is a new edition, or NULL */
  char      *today;
  GPtrArray *typed; /* sections of that card with words that have not been stored, or NULL */
} NewCard;

static void
free_data (gpointer data)
{
  NewCard *self = data;

  g_free (self->id);
  g_free (self->project);
  g_free (self->half_year);
  g_free (self->copies);
  g_free (self->today);
  g_clear_pointer (&self->typed, g_ptr_array_unref);
  g_free (self);
}

/* The cards of the project, the last one first: by half-year, then by edition. */
static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  CvnRecord *first = *(CvnRecord *const *) a, *second = *(CvnRecord *const *) b;
  int        by_half_year = g_strcmp0 (cvn_record_get_text (second, "half_year"), cvn_record_get_text (first, "half_year"));
  gint64     edition = cvn_record_get_integer (first, "edition"), other = cvn_record_get_integer (second, "edition");

  return by_half_year != 0 ? by_half_year : (edition < other) - (edition > other);
}

static GPtrArray *
list_cards (CvnReader  *reader,
            const char *project,
            GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("project_card"));
  GPtrArray *cards;

  if (project != NULL)
    cvn_query_add_text (query, "project", CVN_MATCH_EQUAL, project);
  cards = cvn_rows_list (reader, query, error);
  if (cards != NULL)
    g_ptr_array_sort (cards, compare_cards);
  return cards;
}

/* Editions count on over all half-years. */
static gint64
get_next_edition (GPtrArray *cards)
{
  gint64 highest = 0;

  for (guint i = 0; i < cards->len; i++)
    highest = MAX (highest, cvn_record_get_integer (cards->pdata[i], "edition"));
  return highest + 1;
}

/* Words that were typed stand in the place of those that are stored. */
static void
take_typed (CvnRecord *section,
            GPtrArray *typed)
{
  static const char *const words[] = { "text_nl", "text_en", "snapshot" };

  for (guint i = 0; typed != NULL && i < typed->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (words) && g_strcmp0 (cvn_record_get_id (section), cvn_record_get_id (typed->pdata[i])) == 0; j++)
      cvn_record_set_text (section, words[j], cvn_record_get_text (typed->pdata[i], words[j]));
}

static gboolean
copy_parts (CvnWriter  *writer,
            const char *kind,
            const char *from,
            const char *to,
            GPtrArray  *typed,
            GError    **error)
{
  g_autoptr (GPtrArray) parts = cvn_rows_find (cvn_writer_get_reader (writer), kind, "card", from, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      g_autoptr (CvnRecord) copy = cvn_record_copy (parts->pdata[i]);

      take_typed (copy, typed);
      cvn_record_set_id (copy, NULL);
      cvn_record_set_text (copy, "card", to);
      if (!cvn_writer_put (writer, copy, error))
        return FALSE;
    }
  return parts != NULL;
}

static CvnRecord *
find_answer (GPtrArray  *sections,
             const char *question)
{
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    if (g_strcmp0 (cvn_record_get_text (sections->pdata[i], "question"), question) == 0)
      return sections->pdata[i];
  return NULL;
}

/* The standard questions; urgency, assignment and structure hardly change and are taken over with their answers. */
static gboolean
add_sections (CvnWriter  *writer,
              const char *card,
              CvnRecord  *last,
              GError    **error)
{
  guint                  n;
  const CvnCardQuestion *questions = cvn_card_question_list (&n);
  g_autoptr (GPtrArray) before = NULL;

  if (last != NULL)
    {
      before = cvn_rows_find (cvn_writer_get_reader (writer), "card_section", "card", cvn_record_get_id (last), error);
      if (before == NULL)
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      CvnRecord *answer = questions[i].stays ? find_answer (before, questions[i].code) : NULL;
      g_autoptr (CvnRecord) section = answer != NULL ? cvn_record_copy (answer) : cvn_record_new (cvn_kind_find ("card_section"));

      cvn_record_set_id (section, NULL);
      cvn_record_set_text (section, "card", card);
      cvn_record_set_text (section, "question", questions[i].code);
      cvn_record_set_integer (section, "position", i + 1);
      if (!cvn_writer_put (writer, section, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_lines (CvnWriter  *writer,
           GPtrArray  *lines,
           const char *card,
           GError    **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      cvn_record_set_text (lines->pdata[i], "card", card);
      if (!cvn_writer_put (writer, lines->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static CvnRecord *
make_card (const NewCard *self,
           CvnRecord     *last,
           gint64         edition)
{
  CvnRecord *card = last != NULL ? cvn_record_copy (last) : cvn_record_new (cvn_kind_find ("project_card"));

  for (guint i = 0; i < 7; i++)
    {
      static const char *const others[] = { "signed_on", "signed_by", "frozen", "seal", "note", "source", "changed_at" };

      cvn_record_unset (card, others[i]);
    }
  cvn_record_set_id (card, self->id);
  cvn_record_set_text (card, "project", self->project);
  cvn_record_set_text (card, "half_year", self->half_year);
  cvn_record_set_integer (card, "edition", edition);
  cvn_record_set_text (card, "created_on", self->today);
  return card;
}

static gboolean
name_card (CvnReader *reader,
           CvnRecord *card,
           GError   **error)
{
  const char *id = cvn_record_get_text (card, "project");
  g_autoptr (CvnRecord) project = NULL;
  g_autofree char *nl = NULL;
  g_autofree char *en = NULL;

  if (cvn_record_has (card, "title_nl") || cvn_record_has (card, "title_en"))
    return TRUE;
  project = id != NULL ? cvn_rows_get (reader, "project", id, error) : NULL;
  if (id != NULL && project == NULL)
    return FALSE;
  nl = project != NULL && cvn_record_has (project, "name_nl") ? g_strconcat ("Projectkaart ", cvn_record_get_text (project, "name_nl"), NULL) : g_strdup ("Projectkaart");
  en = project != NULL && cvn_record_has (project, "name_en") ? g_strconcat ("Project card ", cvn_record_get_text (project, "name_en"), NULL) : g_strdup ("Project card");
  cvn_record_set_text (card, "title_nl", nl);
  cvn_record_set_text (card, "title_en", en);
  return TRUE;
}

static gboolean
refuse_second (GPtrArray  *cards,
               const char *half_year,
               GError    **error)
{
  for (guint i = 0; i < cards->len; i++)
    if (g_strcmp0 (cvn_record_get_text (cards->pdata[i], "half_year"), half_year) == 0)
      {
        g_set_error (error, CVN_ERROR, CVN_ERROR_NOT_UNIQUE, _("There is a card of %s already: write on that one, or make a new edition of it."), half_year);
        cvn_error_set_field (error, "half_year");
        return FALSE;
      }
  return TRUE;
}

/* The last card before this half-year. */
static CvnRecord *
find_last (GPtrArray  *cards,
           const char *half_year)
{
  for (guint i = 0; i < cards->len; i++)
    if (g_strcmp0 (cvn_record_get_text (cards->pdata[i], "half_year"), half_year) < 0)
      return cards->pdata[i];
  return NULL;
}

static gboolean
write_card (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const NewCard *self = data;
  CvnReader     *reader = cvn_writer_get_reader (writer);
  g_autoptr (GPtrArray) cards = list_cards (reader, self->project, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (CvnRecord) card = NULL;
  CvnRecord *last;
  int        half_year;

  if (cards == NULL || !cvn_half_year_parse (self->half_year, &half_year, error) || !refuse_second (cards, self->half_year, error))
    return FALSE;
  last = find_last (cards, self->half_year);
  card = make_card (self, last, get_next_edition (cards));
  cvn_record_set_text (card, "follows", last != NULL ? cvn_record_get_id (last) : NULL);
  cvn_record_unset (card, "no_risks");
  lines = cvn_card_lines_carry (reader, card, self->today, error);
  return lines != NULL && name_card (reader, card, error) && cvn_writer_put (writer, card, error) &&
         add_sections (writer, self->id, last, error) &&
         (last == NULL || copy_parts (writer, "card_role", cvn_record_get_id (last), self->id, NULL, error)) &&
         put_lines (writer, lines, self->id, error);
}

/**
 * cvn_new_card_new:
 * @project: (nullable): id of the project that it is about
 * @half_year: such as "2019-H1"
 * @today: ISO day
 *
 * Makes the card of a half-year with the standard questions, what stays from the last card, and a line for each open step,
 * milestone that has not been achieved and live risk. Refused at "half_year" when there is one already.
 *
 * Returns: (transfer full): the operation; its id is that of the card
 */
CvnOperation *
cvn_new_card_new (const char *project,
                  const char *half_year,
                  const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "project_card", write_card, NULL, free_data };
  NewCard                       *self = g_new0 (NewCard, 1);

  self->id = cvn_ulid_new ();
  self->project = g_strdup (project);
  self->half_year = g_strdup (half_year);
  self->today = g_strdup (today);
  return cvn_operation_new (&klass, self, self->id);
}

static gboolean
write_edition (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  static const char *const kinds[] = { "card_section", "card_role", "card_quote", "card_line" };
  const NewCard           *self = data;
  CvnReader               *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) card = cvn_rows_get (reader, "project_card", self->copies, error);
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (CvnRecord) copy = NULL;
  NewCard named;

  if (card == NULL)
    return FALSE;
  named = *self;
  named.project = (char *) cvn_record_get_text (card, "project");
  named.half_year = (char *) cvn_record_get_text (card, "half_year");
  cards = list_cards (reader, named.project, error);
  if (cards == NULL)
    return FALSE;
  copy = make_card (&named, card, get_next_edition (cards));
  if (!cvn_writer_put (writer, copy, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!copy_parts (writer, kinds[i], self->copies, self->id, self->typed, error))
      return FALSE;
  return TRUE;
}

/**
 * cvn_new_edition_new:
 * @card: id of a card, signed off or not
 * @typed: (nullable) (element-type CvnRecord): sections of it with words that have not been stored
 * @today: ISO day
 *
 * Makes the next edition of a card, with all its words: what is signed off is corrected so. What was typed since goes there.
 *
 * Returns: (transfer full): the operation; its id is that of the new card
 */
CvnOperation *
cvn_new_edition_new (const char *card,
                     GPtrArray  *typed,
                     const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "project_card", write_edition, NULL, free_data };
  NewCard                       *self = g_new0 (NewCard, 1);

  self->id = cvn_ulid_new ();
  self->copies = g_strdup (card);
  self->today = g_strdup (today);
  self->typed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; typed != NULL && i < typed->len; i++)
    g_ptr_array_add (self->typed, cvn_record_copy (typed->pdata[i]));
  return cvn_operation_new (&klass, self, self->id);
}

static gboolean
is_there (GPtrArray *lines,
          CvnRecord *line)
{
  const char *kind = cvn_record_get_text (line, "kind");

  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (cvn_record_get_text (lines->pdata[i], kind), cvn_record_get_text (line, kind)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
write_carried (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const NewCard *self = data;
  CvnReader     *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) card = cvn_rows_get (reader, "project_card", self->id, error);
  g_autoptr (GPtrArray) there = card != NULL ? cvn_rows_find (reader, "card_line", "card", self->id, error) : NULL;
  g_autoptr (GPtrArray) lines = there != NULL ? cvn_card_lines_carry (reader, card, self->today, error) : NULL;
  gint64 last = 0;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    last = MAX (last, cvn_record_get_integer (there->pdata[i], "position"));
  for (guint i = lines->len; i-- > 0;)
    if (is_there (there, lines->pdata[i]))
      g_ptr_array_remove_index (lines, i);
    else
      cvn_record_set_integer (lines->pdata[i], "position", last + i + 1);
  return put_lines (writer, lines, self->id, error);
}

/** cvn_carry_over_new: (transfer full): takes over what has become open since the card was made; what is on it stays as it is. */
CvnOperation *
cvn_carry_over_new (const char *card,
                    const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "project_card", write_carried, NULL, free_data };
  NewCard                       *self = g_new0 (NewCard, 1);

  self->id = g_strdup (card);
  self->today = g_strdup (today);
  return cvn_operation_new (&klass, self, card);
}
