/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-figure-set.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef char *(*CvnMatterText) (CvnFigureSet *figures, guint row);

/* A card with the first rows of a figure that is a list, each a button that opens its record. */
#define CVN_TYPE_MATTER_CARD (cvn_matter_card_get_type ())
G_DECLARE_FINAL_TYPE (CvnMatterCard, cvn_matter_card, CVN, MATTER_CARD, GtkBox)

GtkWidget *cvn_matter_card_new (const char *title, const char *figure, const char *nothing, CvnMatterText text);
void       cvn_matter_card_set_figures (CvnMatterCard *self, CvnFigureSet *figures);

G_END_DECLS
