/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-language.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/* A row behind a number. */
#define CVN_TYPE_LEAF (cvn_leaf_get_type ())
G_DECLARE_FINAL_TYPE (CvnLeaf, cvn_leaf, CVN, LEAF, GObject)

CvnLeaf    *cvn_leaf_new (CvnTable *table, guint row);
void        cvn_leaf_negate (CvnLeaf *self);
const char *cvn_leaf_get_kind (CvnLeaf *self);
const char *cvn_leaf_get_id (CvnLeaf *self);
const char *cvn_leaf_get_date (CvnLeaf *self);
const char *cvn_leaf_get_label (CvnLeaf *self, CvnLanguage language);
const char *cvn_leaf_get_part (CvnLeaf *self);
char       *cvn_leaf_dup_detail (CvnLeaf *self, CvnLanguage language);
gint64      cvn_leaf_get_amount (CvnLeaf *self);

G_END_DECLS
