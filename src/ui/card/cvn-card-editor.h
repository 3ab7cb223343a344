/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"
#include "cvn-card-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A card to write beside its pages. Actions: card.new, card.edition, card.carry-over, card.sign-off, card.print. */
#define CVN_TYPE_CARD_EDITOR (cvn_card_editor_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardEditor, cvn_card_editor, CVN, CARD_EDITOR, AdwBin)

GtkWidget      *cvn_card_editor_new (CvnCardBook *book);
CvnCardSection *cvn_card_editor_find_section (CvnCardEditor *self, const char *question);
guint           cvn_card_editor_get_n_pages (CvnCardEditor *self);
guint           cvn_card_editor_get_n_painted (CvnCardEditor *self);
void            cvn_card_editor_save (CvnCardEditor *self);

G_END_DECLS
