/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person types into the search box, made harmless and comparable. */

char  *cvn_search_words_fold (const char *text);
char **cvn_search_words_split (const char *text);
char  *cvn_search_words_match (const char *text, gboolean complete);
char **cvn_search_words_grams (const char *word);
guint  cvn_search_words_distance (const char *a, const char *b, guint limit);

G_END_DECLS
