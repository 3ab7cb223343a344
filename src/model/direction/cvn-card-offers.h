/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

G_BEGIN_DECLS

/* Words that the data has ready for a section of a card, in both languages, with the figures that they use. */
typedef struct
{
  char *question; /* of the section that it belongs in */
  char *title_nl; /* what it is, for the button */
  char *title_en;
  char *text_nl;
  char *text_en;
  char *snapshot; /* a line for each figure: what it was, for which period, and when it was read */
} CvnCardOffer;

void       cvn_card_offer_free (CvnCardOffer *self);
GPtrArray *cvn_card_offers_read (CvnReader *reader, CvnRecord *card, const char *today, GError **error);

G_END_DECLS
