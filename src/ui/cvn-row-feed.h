/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Shows the rows of a long list a few with each frame. What a row costs is its style and the layout of its texts, which GTK does
 * for all that is visible before the next frame; so rows that nobody sees yet become visible one frame later.
 */
#define CVN_TYPE_ROW_FEED (cvn_row_feed_get_type ())
G_DECLARE_FINAL_TYPE (CvnRowFeed, cvn_row_feed, CVN, ROW_FEED, GObject)

CvnRowFeed *cvn_row_feed_new (GtkWidget *owner, guint n_first);
void        cvn_row_feed_begin (CvnRowFeed *self);
void        cvn_row_feed_add (CvnRowFeed *self, GtkWidget *row);
void        cvn_row_feed_show_all (CvnRowFeed *self);

G_END_DECLS
