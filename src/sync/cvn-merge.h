/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-document.h"

G_BEGIN_DECLS

/* What became of two edits of one document. */
typedef struct
{
  CvnDocument *merged;    /* both edits; of a member in conflict, mine */
  GPtrArray   *conflicts; /* names of the members that a person has to choose */
} CvnMerge;

CvnMerge *cvn_merge_new (const CvnKind *kind, CvnDocument *base, CvnDocument *mine, CvnDocument *theirs);
void      cvn_merge_free (CvnMerge *self);
gboolean  cvn_merge_is_careful (const CvnKind *kind, const char *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnMerge, cvn_merge_free)

G_END_DECLS
