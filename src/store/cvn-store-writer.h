/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"

G_BEGIN_DECLS

/* What the writer's thread works with. */
typedef struct
{
  char    *path;
  CvnDb   *db;         /* NULL: to be opened again after a failure of the disk */
  char    *backup_day; /* the last day that a backup was looked after */
  gboolean is_dirty;   /* there may be something in the log */
  gboolean is_thinned; /* files that nothing names were dropped */
} CvnWriterContext;

gboolean cvn_writer_context_prepare (CvnWriterContext *self, GError **error);
void     cvn_writer_context_note_error (CvnWriterContext *self, const GError *error);

G_END_DECLS
