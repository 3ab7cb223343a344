/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a scrolled window scrolls. Before each frame in which something has another size GTK 4 asks what is scrolled how high it is
 * in no particular width, lays out all its words in the least width for that, and never uses the answer. This answers at
 * once; how high its child is in the width that it has, it says as ever.
 */
#define CVN_TYPE_TALL (cvn_tall_get_type ())
G_DECLARE_FINAL_TYPE (CvnTall, cvn_tall, CVN, TALL, GtkWidget)

GtkWidget *cvn_tall_new (GtkWidget *child);

G_END_DECLS
