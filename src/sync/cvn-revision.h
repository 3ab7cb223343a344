/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-sync-leaf.h"

G_BEGIN_DECLS

gboolean cvn_revision_read_hash (const char *text, gsize length, char *hash);
gboolean cvn_revision_read (const char *text, gsize length, gint64 *gen, char *hash);
gboolean cvn_revision_parse (const char *revision, gint64 *gen, char **hash);
char    *cvn_revision_dup (gint64 gen, const char *hash);
char    *cvn_revision_dup_of (const CvnSyncLeaf *leaf);

CvnSyncLeaf *cvn_revision_make_child (const CvnSyncLeaf *parent, const char *document, gboolean deleted, const char *body);
char        *cvn_revision_dup_tail (const CvnSyncLeaf *leaf, gint64 gen);
gint64       cvn_revision_find_common (const CvnSyncLeaf *a, const CvnSyncLeaf *b, char **hash);

G_END_DECLS
