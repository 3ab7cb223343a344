/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * One section of a card to write: its question, its text in one language, what the data offers for it and what was taken
 * over. It saves by itself, a moment after the last key and on leaving. Signal "edited": the words are others now.
 */
#define CVN_TYPE_CARD_SECTION (cvn_card_section_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardSection, cvn_card_section, CVN, CARD_SECTION, AdwBin)

GtkWidget  *cvn_card_section_new (CvnCardBook *book, CvnRecord *section, CvnLanguage language);
void        cvn_card_section_update (CvnCardSection *self, CvnRecord *section, CvnLanguage language, gboolean can_edit);
CvnRecord  *cvn_card_section_dup_record (CvnCardSection *self);
const char *cvn_card_section_get_id (CvnCardSection *self);
gboolean    cvn_card_section_is_dirty (CvnCardSection *self);
void        cvn_card_section_insert (CvnCardSection *self, const CvnCardOffer *offer);
void        cvn_card_section_type (CvnCardSection *self, const char *text);
void        cvn_card_section_save (CvnCardSection *self);

G_END_DECLS
