/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-writer.h"

G_BEGIN_DECLS

/* A file that the server has and this copy does not have yet. */
typedef struct
{
  char  *document;
  char  *hash;     /* SHA-256 */
  char  *revision; /* of the document */
  char  *name;
  gint64 length;
} CvnSyncWanted;

void       cvn_sync_wanted_free (CvnSyncWanted *self);
GPtrArray *cvn_sync_wanted_list (CvnReader *reader, GError **error);
gboolean   cvn_sync_wanted_put (CvnWriter *writer, const CvnSyncWanted *wanted, GError **error);
gboolean   cvn_sync_wanted_drop (CvnWriter *writer, const CvnSyncWanted *wanted, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnSyncWanted, cvn_sync_wanted_free)

G_END_DECLS
