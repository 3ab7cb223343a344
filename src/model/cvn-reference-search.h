/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-record-link.h"

G_BEGIN_DECLS

/*
 * Records by their names, as a GListModel of CvnRecordLink: those that words find, to choose one from, or those that
 * refer to a record. Looked up on a reader thread; an answer that is no longer asked for is dropped.
 * Property: "searching".
 */
#define CVN_TYPE_REFERENCE_SEARCH (cvn_reference_search_get_type ())
G_DECLARE_FINAL_TYPE (CvnReferenceSearch, cvn_reference_search, CVN, REFERENCE_SEARCH, GObject)

CvnReferenceSearch *cvn_reference_search_new (CvnCentre *centre);
void                cvn_reference_search_find_words (CvnReferenceSearch *self, const CvnKind *kind, const char *words);
void                cvn_reference_search_find_users (CvnReferenceSearch *self, const CvnKind *kind, const char *id);
gboolean            cvn_reference_search_is_searching (CvnReferenceSearch *self);

G_END_DECLS
