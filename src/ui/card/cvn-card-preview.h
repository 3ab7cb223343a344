/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The pages of a card as they will be printed, painted on a thread of their own so that typing never waits. */
#define CVN_TYPE_CARD_PREVIEW (cvn_card_preview_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardPreview, cvn_card_preview, CVN, CARD_PREVIEW, AdwBin)

GtkWidget *cvn_card_preview_new (void);
void       cvn_card_preview_show (CvnCardPreview *self, const CvnCardSheet *sheet, CvnLanguage language);
guint      cvn_card_preview_get_n_pages (CvnCardPreview *self);
guint      cvn_card_preview_get_n_painted (CvnCardPreview *self);

G_END_DECLS
