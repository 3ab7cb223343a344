/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-question"

#include "cvn-card-question.h"

/* A card speaks the language of its reader, whatever the interface speaks: both stand here. */
static const CvnCardQuestion questions[] = {
  { "look_back", CVN_CARD_MAIN, FALSE, "What happened in the past half-year?", "Wat is er het afgelopen half jaar gebeurd?" },
  { "steps", CVN_CARD_MAIN, FALSE, "Which steps follow?", "Welke stappen volgen?" },
  { "milestones", CVN_CARD_MAIN, FALSE, "Which milestones do you foresee for the coming half-year?", "Welke mijlpalen voorzie je voor het komende half jaar?" },
  { "impact", CVN_CARD_MAIN, FALSE, "What impact will these activities have?", "Welke impact zullen deze activiteiten hebben?" },
  { "contributions", CVN_CARD_MAIN, FALSE, "What can the partners contribute?", "Wat kunnen de partners bijdragen?" },
  { "costs", CVN_CARD_MAIN, FALSE, "Which cost structure is used?", "Welke kostenstructuur wordt gehanteerd?" },
  { "risks", CVN_CARD_MAIN, FALSE, "Which risks do you see and which measures do you take?", "Welke risico's heb je in beeld en welke beheersmaatregelen zet je daarvoor in?" },
  { "urgency", CVN_CARD_SIDE, TRUE, "The urgency", "De urgentie" },
  { "assignment", CVN_CARD_SIDE, TRUE, "The assignment", "De opdracht" },
  { "structure", CVN_CARD_SIDE, TRUE, "Project structure", "Projectstructuur" },
};

/** cvn_card_question_list: the standard questions in their order, owned by the program. Any thread. */
const CvnCardQuestion *
cvn_card_question_list (guint *n_questions)
{
  *n_questions = G_N_ELEMENTS (questions);
  return questions;
}

/** cvn_card_question_find: the question with @code, or NULL. */
const CvnCardQuestion *
cvn_card_question_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_strcmp0 (questions[i].code, code) == 0)
      return &questions[i];
  return NULL;
}

/** cvn_card_question_text: the question in @language, owned by the program; NULL when there is none with @code. */
const char *
cvn_card_question_text (const char *code,
                        CvnLanguage language)
{
  const CvnCardQuestion *question = cvn_card_question_find (code);

  if (question == NULL)
    return NULL;
  return language == CVN_LANGUAGE_NL ? question->nl : question->en;
}
