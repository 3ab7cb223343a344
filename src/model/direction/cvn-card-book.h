/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-offers.h"
#include "cvn-card-sheet.h"
#include "cvn-centre.h"

G_BEGIN_DECLS

/*
 * The project cards of the open centre, and one of them with all that it says. Kept up to date: read again on a reader
 * thread whenever something is written. Signal "changed" when there is something new to show.
 */
#define CVN_TYPE_CARD_BOOK (cvn_card_book_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardBook, cvn_card_book, CVN, CARD_BOOK, GObject)

CvnCardBook *cvn_card_book_new (CvnCentre *centre);

CvnCentre          *cvn_card_book_get_centre (CvnCardBook *self);
gboolean            cvn_card_book_is_loaded (CvnCardBook *self);
GPtrArray          *cvn_card_book_get_cards (CvnCardBook *self);
const CvnCardSheet *cvn_card_book_get_sheet (CvnCardBook *self);
GPtrArray          *cvn_card_book_get_offers (CvnCardBook *self);
GPtrArray          *cvn_card_book_get_projects (CvnCardBook *self);
const char         *cvn_card_book_get_own_project (CvnCardBook *self);
const char         *cvn_card_book_get_project_name (CvnCardBook *self, const char *id, CvnLanguage language);
void                cvn_card_book_select (CvnCardBook *self, const char *id);
gboolean            cvn_card_book_is_frozen (CvnCardBook *self);
char               *cvn_card_book_dup_next_half_year (CvnCardBook *self);
char               *cvn_card_book_dup_now (CvnCardBook *self);

G_END_DECLS
