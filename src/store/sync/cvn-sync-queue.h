/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-writer.h"

G_BEGIN_DECLS

/* A record that was changed here, by whom and when. */
typedef struct
{
  const CvnKind *kind;
  char          *id;
  char          *author;
  char          *at; /* UTC, ISO */
} CvnSyncChanged;

/* How far one has come in looking for records that are no document yet. Begins at zero. */
typedef struct
{
  guint  kind; /* in the order of reference */
  gint64 seq;
} CvnSyncCursor;

void       cvn_sync_changed_free (CvnSyncChanged *self);
GPtrArray *cvn_sync_list_changed (CvnReader *reader, gint64 after, gint64 *last, GError **error);
GPtrArray *cvn_sync_list_unknown (CvnReader *reader, CvnSyncCursor *cursor, guint limit, GError **error);
gint64     cvn_sync_count_changed (CvnReader *reader, gint64 after);

G_END_DECLS
