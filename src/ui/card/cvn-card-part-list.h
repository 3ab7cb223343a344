/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The quotes of the chosen card, or its roles: to add, change and take off on the card itself. */
#define CVN_TYPE_CARD_PART_LIST (cvn_card_part_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardPartList, cvn_card_part_list, CVN, CARD_PART_LIST, AdwBin)

GtkWidget *cvn_card_part_list_new (CvnCardBook *book, const char *kind);
void       cvn_card_part_list_update (CvnCardPartList *self, CvnLanguage language, gboolean can_edit);

void cvn_card_remove_part (GtkWidget *from, CvnCardBook *book, CvnRecord *part, const char *subject);

G_END_DECLS
