/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gdk/gdk.h>

G_BEGIN_DECLS

/*
 * A picture that was painted with cairo. A texture would do, but without a graphics card GTK converts all its pixels for
 * every frame in which any of them is shown: for a page that is a dozen milliseconds.
 */
#define CVN_TYPE_CARD_PICTURE (cvn_card_picture_get_type ())
G_DECLARE_FINAL_TYPE (CvnCardPicture, cvn_card_picture, CVN, CARD_PICTURE, GObject)

GdkPaintable *cvn_card_picture_new (cairo_surface_t *surface);

G_END_DECLS
