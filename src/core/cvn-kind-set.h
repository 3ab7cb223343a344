/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

G_BEGIN_DECLS

/* How many kinds there can be; kinds/cvn-kinds.c holds itself to it. */
#define CVN_KIND_SET_MAX 256

/* A set of kinds; a value without memory of its own: { 0 } is the empty set, and it is copied by assignment. */
typedef struct
{
  guint64 bits[CVN_KIND_SET_MAX / 64];
} CvnKindSet;

#define CVN_TYPE_KIND_SET (cvn_kind_set_get_type ())
GType cvn_kind_set_get_type (void);

void     cvn_kind_set_add (CvnKindSet *self, const CvnKind *kind);
void     cvn_kind_set_add_index (CvnKindSet *self, guint index);
void     cvn_kind_set_add_names (CvnKindSet *self, const char *const *names, guint n_names);
void     cvn_kind_set_unite (CvnKindSet *self, const CvnKindSet *other);
gboolean cvn_kind_set_contains (const CvnKindSet *self, const CvnKind *kind);
gboolean cvn_kind_set_contains_index (const CvnKindSet *self, guint index);
gboolean cvn_kind_set_meets (const CvnKindSet *self, const CvnKindSet *other);
guint    cvn_kind_set_count (const CvnKindSet *self);

G_END_DECLS
