/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader-private.h"

G_BEGIN_DECLS

/* The records of one change set whose words the search box must know. */
typedef struct _CvnSearchIndex CvnSearchIndex;

CvnSearchIndex *cvn_search_index_new (CvnReader *reader);
void            cvn_search_index_free (CvnSearchIndex *self);
void            cvn_search_index_note (CvnSearchIndex *self, CvnRecord *before, CvnRecord *after);
gboolean        cvn_search_index_write (CvnSearchIndex *self, GError **error);

gboolean cvn_search_index_is_behind (CvnDb *db, gboolean *behind, GError **error);
gboolean cvn_search_index_catch_up (CvnDb *db, GError **error);
gboolean cvn_search_index_rebuild (CvnReader *reader, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnSearchIndex, cvn_search_index_free)

G_END_DECLS
