/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-card"

#include "cvn-card-question.h"
#include "cvn-half-year.h"
#include "cvn-money.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

typedef struct
{
  CvnReport          *report;
  const CvnCardSheet *sheet;
  CvnLanguage         language;
} Making;

#define SIDE_WIDTH 168.0

/* The words of a card, both languages beside each other: it speaks the language of its reader. */
typedef enum {
  WORD_CATEGORY,
  WORD_DRAFT,
  WORD_EDITION,
  WORD_EMPTY,
  WORD_FIGURES,
  WORD_IN_ENGLISH,
  WORD_IN_DUTCH,
  WORD_MEASURE,
  WORD_NEW,
  WORD_DOWN,
  WORD_SAME,
  WORD_UP,
  WORD_NO_RISKS,
  WORD_PLANNED,
  WORD_RISK,
  WORD_SEAL,
  WORD_SIGNED,
  WORD_SLIP,
  WORD_SLIP_ONE,
  N_WORDS,
} Word;

static const struct
{
  const char *en;
  const char *nl;
} words[N_WORDS] = {
  [WORD_CATEGORY] = { "Category", "Categorie" },
  [WORD_DRAFT] = { "draft", "concept" },
  [WORD_EDITION] = { "%s, edition %s", "%s, editie %s" },
  [WORD_EMPTY] = { "Nothing has been written on this card yet.", "Op deze kaart staat nog geen tekst." },
  [WORD_FIGURES] = { "Key figures", "Kerncijfers" },
  [WORD_IN_ENGLISH] = { "(in English)", "(in het Engels)" },
  [WORD_IN_DUTCH] = { "(in Dutch)", "(in het Nederlands)" },
  [WORD_MEASURE] = { "Measure: %s", "Maatregel: %s" },
  [WORD_NEW] = { "new", "nieuw" },
  [WORD_DOWN] = { "↓ lower", "↓ lager" },
  [WORD_SAME] = { "→ the same", "→ gelijk" },
  [WORD_UP] = { "↑ higher", "↑ hoger" },
  [WORD_NO_RISKS] = { "No risks were found.", "Er zijn geen risico's gevonden." },
  [WORD_PLANNED] = { "%s, planned for %s", "%s, gepland op %s" },
  [WORD_RISK] = { "%s (likelihood %s × impact %s = %s; %s)", "%s (kans %s × gevolg %s = %s; %s)" },
  [WORD_SEAL] = { "Seal: %s", "Zegel: %s" },
  [WORD_SIGNED] = { "Signed off on %s by %s.", "Vastgesteld op %s door %s." },
  [WORD_SLIP] = { "%s, %s days later than first planned", "%s, %s dagen later dan eerst gepland" },
  [WORD_SLIP_ONE] = { "%s, one day later than first planned", "%s, een dag later dan eerst gepland" },
};

static const char *
get_word (const Making *making,
          Word          word)
{
  return making->language == CVN_LANGUAGE_NL ? words[word].nl : words[word].en;
}

/* Puts texts, ended by NULL, in the place of each %s. */
static char *
fill (const Making *making,
      Word          word,
      ...)
{
  g_auto (GStrv) parts = g_strsplit (get_word (making, word), "%s", -1);
  GString *text = g_string_new (parts[0]);
  va_list  texts;

  va_start (texts, word);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_string_append (text, va_arg (texts, const char *));
      g_string_append (text, parts[i]);
    }
  va_end (texts);
  return g_string_free (text, FALSE);
}

/* What is there in the other language only is marked. */
static char *
dup_text (const Making *making,
          CvnRecord    *record,
          const char   *stem)
{
  gboolean    other = FALSE;
  const char *text = cvn_card_sheet_pick (record, stem, making->language, &other);

  if (text == NULL || !other)
    return g_strdup (text);
  return g_strdup_printf ("%s %s", get_word (making, making->language == CVN_LANGUAGE_NL ? WORD_IN_ENGLISH : WORD_IN_DUTCH), text);
}

/* Empty lines divide paragraphs. */
static void
add_paragraphs (const Making *making,
                const char   *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *line = g_strstrip (paragraphs[i]);

      if (g_str_has_prefix (line, "- ") || g_str_has_prefix (line, "• "))
        cvn_report_add_point (making->report, g_utf8_next_char (g_utf8_next_char (line)));
      else if (*line != '\0')
        cvn_report_add_paragraph (making->report, line);
    }
}

static char *
dup_milestone (const Making *making,
               CvnRecord    *line,
               const char   *text)
{
  g_autofree char *date = cvn_report_date (cvn_record_get_text (line, "due"), making->language);
  g_autofree char *planned = date != NULL && *date != '\0' ? fill (making, WORD_PLANNED, text, date) : g_strdup (text);
  gint64           slip = cvn_record_get_integer (line, "slip_days");
  g_autofree char *days = cvn_report_number (slip, making->language);

  if (slip <= 0)
    return g_steal_pointer (&planned);
  return slip == 1 ? fill (making, WORD_SLIP_ONE, planned) : fill (making, WORD_SLIP, planned, days);
}

static char *
dup_risk (const Making      *making,
          const CvnCardLine *line,
          const char        *text)
{
  static const Word trends[] = { [CVN_TREND_NEW] = WORD_NEW, [CVN_TREND_DOWN] = WORD_DOWN, [CVN_TREND_SAME] = WORD_SAME, [CVN_TREND_UP] = WORD_UP };
  gint64            likelihood = cvn_record_get_integer (line->line, "likelihood");
  gint64            impact = cvn_record_get_integer (line->line, "impact");
  g_autofree char  *first = cvn_report_number (likelihood, making->language);
  g_autofree char  *second = cvn_report_number (impact, making->language);
  g_autofree char  *score = cvn_report_number (likelihood * impact, making->language);

  if (likelihood == 0 || impact == 0)
    return g_strdup (text);
  return fill (making, WORD_RISK, text, first, second, score, get_word (making, trends[cvn_risk_trend (line->score_before, likelihood * impact)]));
}

static void
add_line (const Making      *making,
          const CvnCardLine *line,
          const char        *kind)
{
  g_autofree char *text = dup_text (making, line->line, "text");
  g_autofree char *point = NULL;

  if (g_str_equal (kind, "milestone"))
    point = dup_milestone (making, line->line, text);
  else if (g_str_equal (kind, "risk"))
    point = dup_risk (making, line, text);
  cvn_report_add_point (making->report, point != NULL ? point : text);
}

static gboolean
has_lines (const Making *making,
           const char   *kind)
{
  for (guint i = 0; i < making->sheet->lines->len; i++)
    if (g_strcmp0 (cvn_record_get_text (g_array_index (making->sheet->lines, CvnCardLine, i).line, "kind"), kind) == 0)
      return TRUE;
  return FALSE;
}

static void
add_lines (const Making *making,
           const char   *kind)
{
  for (guint i = 0; i < making->sheet->lines->len; i++)
    {
      const CvnCardLine *line = &g_array_index (making->sheet->lines, CvnCardLine, i);

      if (g_strcmp0 (cvn_record_get_text (line->line, "kind"), kind) == 0)
        add_line (making, line, kind);
    }
}

/* Which lines stand below the answer to a question. */
static const char *
get_line_kind (const char *question)
{
  if (g_strcmp0 (question, "steps") == 0)
    return "step";
  if (g_strcmp0 (question, "milestones") == 0)
    return "milestone";
  return g_strcmp0 (question, "risks") == 0 ? "risk" : NULL;
}

static void
add_roles (const Making *making)
{
  for (guint i = 0; i < making->sheet->roles->len; i++)
    {
      g_autofree char *role = dup_text (making, making->sheet->roles->pdata[i], "role");
      g_autofree char *party = dup_text (making, making->sheet->roles->pdata[i], "party");

      cvn_report_add_named (making->report, role, party);
    }
}

static void
add_section (const Making *making,
             CvnRecord    *section)
{
  const char      *question = cvn_record_get_text (section, "question");
  const char      *kind = get_line_kind (question);
  gboolean         is_structure = g_strcmp0 (question, "structure") == 0 && making->sheet->roles->len > 0;
  gboolean         no_risks = g_strcmp0 (question, "risks") == 0 && cvn_record_get_integer (making->sheet->card, "no_risks") != 0;
  g_autofree char *text = dup_text (making, section, "text");
  g_autofree char *heading = cvn_card_sheet_dup_heading (section, making->language);

  if (text == NULL && !is_structure && !no_risks && (kind == NULL || !has_lines (making, kind)))
    return;
  cvn_report_add_heading (making->report, heading);
  if (text != NULL)
    add_paragraphs (making, text);
  if (no_risks)
    cvn_report_add_paragraph (making->report, get_word (making, WORD_NO_RISKS));
  if (kind != NULL)
    add_lines (making, kind);
  if (is_structure)
    add_roles (making);
}

static gboolean
is_side (CvnRecord *section)
{
  const CvnCardQuestion *question = cvn_card_question_find (cvn_record_get_text (section, "question"));

  return question != NULL && question->place == CVN_CARD_SIDE;
}

static void
add_quotes (const Making *making)
{
  for (guint i = 0; i < making->sheet->quotes->len; i++)
    {
      g_autofree char *role = dup_text (making, making->sheet->quotes->pdata[i], "role");
      g_autofree char *text = dup_text (making, making->sheet->quotes->pdata[i], "text");
      g_autofree char *quoted = g_strdup_printf (making->language == CVN_LANGUAGE_NL ? "‘%s’" : "“%s”", text);

      cvn_report_add_space (making->report, 8);
      cvn_report_add_named (making->report, quoted, role);
    }
}

static void
add_main (const Making *making)
{
  cvn_report_set_column (making->report, CVN_COLUMN_MAIN);
  if (cvn_card_sheet_is_empty (making->sheet))
    cvn_report_add_paragraph (making->report, get_word (making, WORD_EMPTY));
  for (guint i = 0; i < making->sheet->sections->len; i++)
    if (!is_side (making->sheet->sections->pdata[i]))
      add_section (making, making->sheet->sections->pdata[i]);
  add_quotes (making);
}

static void
add_category (const Making *making)
{
  CvnRecord       *card = making->sheet->card;
  g_autofree char *category = cvn_report_choice ("project_card", "category", cvn_record_get_text (card, "category"), making->language);
  g_autofree char *with_year = NULL;

  if (category == NULL || *category == '\0')
    return;
  cvn_report_add_heading (making->report, get_word (making, WORD_CATEGORY));
  if (cvn_record_has (card, "category_year"))
    with_year = g_strdup_printf ("%s (%lld)", category, (long long) cvn_record_get_integer (card, "category_year"));
  cvn_report_add_paragraph (making->report, with_year != NULL ? with_year : category);
}

static void
add_side (const Making *making)
{
  cvn_report_set_column (making->report, CVN_COLUMN_SIDE);
  add_category (making);
  for (guint i = 0; i < making->sheet->sections->len; i++)
    if (is_side (making->sheet->sections->pdata[i]))
      add_section (making, making->sheet->sections->pdata[i]);
}

static char *
dup_figure (const Making *making,
            CvnRecord    *line)
{
  gint64 amount = cvn_record_get_integer (line, "amount");

  if (g_strcmp0 (cvn_record_get_text (line, "unit"), "euro") == 0)
    return cvn_money_format_euro (amount, making->language);
  return cvn_report_number (amount, making->language);
}

/* The figures as facts beside each other, across both columns. */
static void
add_figures (const Making *making)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  if (!has_lines (making, "figure"))
    return;
  for (guint i = 0; i < making->sheet->lines->len; i++)
    {
      CvnRecord *line = g_array_index (making->sheet->lines, CvnCardLine, i).line;

      if (g_strcmp0 (cvn_record_get_text (line, "kind"), "figure") != 0)
        continue;
      g_ptr_array_add (facts, dup_text (making, line, "text"));
      g_ptr_array_add (facts, dup_figure (making, line));
    }
  g_ptr_array_add (facts, NULL);
  cvn_report_add_heading (making->report, get_word (making, WORD_FIGURES));
  cvn_report_add_facts (making->report, 4, (const char *const *) facts->pdata);
}

static void
add_seal (const Making *making)
{
  CvnRecord       *card = making->sheet->card;
  const char      *seal = cvn_record_get_text (card, "seal");
  g_autofree char *day = cvn_report_date (cvn_record_get_text (card, "signed_on"), making->language);
  g_autofree char *signature = NULL;
  g_autofree char *sealed = NULL;

  if (cvn_record_get_integer (card, "frozen") == 0)
    return;
  signature = fill (making, WORD_SIGNED, day, cvn_record_get_text (card, "signed_by"));
  cvn_report_add_space (making->report, 10);
  cvn_report_add_small_print (making->report, signature);
  if (seal == NULL)
    return;
  sealed = fill (making, WORD_SEAL, seal);
  cvn_report_add_small_print (making->report, sealed);
}

static char *
dup_subtitle (const Making *making)
{
  CvnRecord       *card = making->sheet->card;
  int              half_year = 0;
  g_autofree char *edition = cvn_report_number (cvn_record_get_integer (card, "edition"), making->language);
  g_autofree char *half = cvn_half_year_parse (cvn_record_get_text (card, "half_year"), &half_year, NULL) ? cvn_half_year_format (half_year, making->language) : g_strdup ("");
  g_autofree char *numbered = fill (making, WORD_EDITION, half, edition);
  const char      *project = making->language == CVN_LANGUAGE_NL ? making->sheet->project_nl : making->sheet->project_en;
  GString         *subtitle = g_string_new (NULL);

  if (project != NULL)
    g_string_append_printf (subtitle, "%s · ", project);
  g_string_append (subtitle, numbered);
  if (cvn_record_get_integer (card, "frozen") == 0)
    g_string_append_printf (subtitle, " (%s)", get_word (making, WORD_DRAFT));
  return g_string_free (subtitle, FALSE);
}

/**
 * cvn_report_new_card:
 * @sheet: what the card says
 * @language: of the report
 *
 * The same sheet gives the same bytes: a card that is signed off says nothing of the day on which it is printed.
 *
 * Returns: (transfer full): the card: a title band, the questions with a narrow column beside them, the figures
 */
CvnReport *
cvn_report_new_card (const CvnCardSheet *sheet,
                     CvnLanguage         language)
{
  g_autofree char *title = g_strdup (cvn_card_sheet_pick (sheet->card, "title", language, NULL));
  CvnReport       *report = cvn_report_new (title, language);
  Making           making = { report, sheet, language };
  const char      *centre = language == CVN_LANGUAGE_NL ? sheet->centre_nl : sheet->centre_en;
  g_autofree char *subtitle = dup_subtitle (&making);
  g_autofree char *day = cvn_report_date (sheet->today, language);
  g_autofree char *footer = cvn_report_sentence (CVN_WORD_MADE_ON, language, centre, day, NULL);

  cvn_report_set_author (report, centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, footer);
  cvn_report_add_title (report, title, subtitle);
  cvn_report_begin_columns (report, SIDE_WIDTH);
  add_main (&making);
  add_side (&making);
  cvn_report_end_columns (report);
  add_figures (&making);
  add_seal (&making);
  return report;
}
