/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What the data offers for a section of a card, to choose from: a button activates card-section.insert with the place of its
 * offer in the book. The list is made when it is opened.
 */
#define CVN_TYPE_CARD_OFFER_BUTTON (cvn_card_offer_button_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardOfferButton, cvn_card_offer_button, CVN, CARD_OFFER_BUTTON, AdwBin)

GtkWidget *cvn_card_offer_button_new (CvnCardBook *book);
void       cvn_card_offer_button_update (CvnCardOfferButton *self, CvnRecord *section, CvnLanguage language, gboolean can_edit);
void       cvn_card_offer_button_popdown (CvnCardOfferButton *self);

G_END_DECLS
