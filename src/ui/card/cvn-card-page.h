/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"
#include "cvn-page.h"

G_BEGIN_DECLS

/* The half-yearly project card: its sections to write, beside the pages as they will be printed; and the lists of its area. */
#define CVN_TYPE_CARD_PAGE (cvn_card_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardPage, cvn_card_page, CVN, CARD_PAGE, CvnPage)

CvnCardBook *cvn_card_page_get_book (CvnCardPage *self);
GtkWidget   *cvn_card_page_get_editor (CvnCardPage *self);
void         cvn_card_page_show_tab (CvnCardPage *self, const char *name);

G_END_DECLS
