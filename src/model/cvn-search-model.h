/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

/* What a search over all kinds of records finds, while it is typed: a GListModel of CvnSearchResult. Signal "finished". */
#define CVN_TYPE_SEARCH_MODEL (cvn_search_model_get_type ())
G_DECLARE_FINAL_TYPE (CvnSearchModel, cvn_search_model, CVN, SEARCH_MODEL, GObject)

CvnSearchModel *cvn_search_model_new (CvnCentre *centre);
void            cvn_search_model_set_words (CvnSearchModel *self, const char *words);
const char     *cvn_search_model_get_words (CvnSearchModel *self);
gboolean        cvn_search_model_is_busy (CvnSearchModel *self);

G_END_DECLS
