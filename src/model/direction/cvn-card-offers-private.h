/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-offers.h"

G_BEGIN_DECLS

/* For the offers: of which card, and where they are put. */
typedef struct
{
  CvnReader  *reader;
  CvnRecord  *card;
  const char *today;
  char       *first_day;
  char       *last_day;
  GPtrArray  *offers;
} CvnCardMaking;

const char *cvn_card_offers_pick (CvnRecord *record, const char *own, const char *twin);
void        cvn_card_offers_add (const CvnCardMaking *making, const char *question, const char *title_nl, const char *title_en, GString *text_nl, GString *text_en, GString *snapshot);
GString    *cvn_card_offers_count (const CvnCardMaking *making, const char *what, guint n);
void        cvn_card_offers_append_dated (GString *text, const char *title, const char *iso, CvnLanguage language);
gboolean    cvn_card_offers_belong (const CvnCardMaking *making, const char *project, gboolean *does, GError **error);
gboolean    cvn_card_offers_add_plan (const CvnCardMaking *making, GError **error);
gboolean    cvn_card_offers_add_project (const CvnCardMaking *making, GError **error);

G_END_DECLS
