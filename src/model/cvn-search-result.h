/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One record that was found. */
#define CVN_TYPE_SEARCH_RESULT (cvn_search_result_get_type ())
G_DECLARE_FINAL_TYPE (CvnSearchResult, cvn_search_result, CVN, SEARCH_RESULT, GObject)

CvnSearchResult *cvn_search_result_new (const CvnKind *kind, const char *id, const char *title, const char *detail, const char *found);

const CvnKind *cvn_search_result_get_kind (CvnSearchResult *self);
const char    *cvn_search_result_get_id (CvnSearchResult *self);
const char    *cvn_search_result_get_title (CvnSearchResult *self);
const char    *cvn_search_result_get_detail (CvnSearchResult *self);
const char    *cvn_search_result_get_found (CvnSearchResult *self);

G_END_DECLS
