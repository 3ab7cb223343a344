/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More values than this are searched rather than read. */
#define CVN_SEARCHED_LIST_MANY 8

void cvn_searched_list_set_words (GtkDropDown *drop_down, GtkStringList *words);

G_END_DECLS
