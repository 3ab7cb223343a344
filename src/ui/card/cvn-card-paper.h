/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A page that was painted with cairo. A texture would do, but without a graphics card GTK converts all its pixels for every frame
 * in which any of them is shown: for a page that is a dozen milliseconds. To make them fewer or more takes as long; so the paper
 * says how wide it is, for who paints to paint that many.
 */
#define CVN_TYPE_CARD_PAPER (cvn_card_paper_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardPaper, cvn_card_paper, CVN, CARD_PAPER, GtkWidget)

GtkWidget *cvn_card_paper_new (void);
void       cvn_card_paper_set_picture (CvnCardPaper *self, cairo_surface_t *picture);
int        cvn_card_paper_get_pixels (CvnCardPaper *self);

G_END_DECLS
