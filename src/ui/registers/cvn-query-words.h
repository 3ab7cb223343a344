/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-query.h"

G_BEGIN_DECLS

/* What a query asks of one field, in words and as choices. */
char    *cvn_query_words_dup (const CvnQuery *query, guint field, const char *reference);
gboolean cvn_query_words_has_field (const CvnQuery *query, guint field);
gboolean cvn_query_allows (const CvnQuery *query, guint field, const char *code);
void     cvn_query_set_allowed (CvnQuery *query, guint field, const char *const *codes, const char *const *all);
int      cvn_query_get_year (const CvnQuery *query, guint field);
char    *cvn_query_dup_reference (const CvnQuery *query, guint field);

G_END_DECLS
