/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"

#include <glib.h>

G_BEGIN_DECLS

/* Where on the card the answer stands. */
typedef enum {
  CVN_CARD_MAIN,
  CVN_CARD_SIDE,
} CvnCardPlace;

/* A standard question of a project card; the card has them in this order. */
typedef struct
{
  const char  *code;
  CvnCardPlace place;
  gboolean     stays; /* the answer is taken over by the next card: it hardly changes */
  const char  *en;
  const char  *nl;
} CvnCardQuestion;

const CvnCardQuestion *cvn_card_question_list (guint *n_questions);
const CvnCardQuestion *cvn_card_question_find (const char *code);
const char            *cvn_card_question_text (const char *code, CvnLanguage language);

G_END_DECLS
