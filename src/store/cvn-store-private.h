/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader-private.h"
#include "cvn-store.h"
#include "cvn-undo.h"
#include "cvn-worker.h"

G_BEGIN_DECLS

struct _CvnStore
{
  GObject parent_instance;

  char         *path;
  char         *read_path;   /* what readers open: path, or a copy of it on a medium that cannot be written to */
  char         *copy_folder; /* of that copy, removed with the store; or NULL */
  char         *actor;
  CvnDbMode     read_mode;
  gboolean      read_only;
  gboolean      taken; /* read-only because another process writes to the file */
  int           lock;
  GMainContext *context; /* where signals are emitted */
  CvnWorker    *writer;  /* NULL when read-only, and after closing */
  CvnWorker    *readers; /* NULL after closing */

  GMutex     mutex; /* for what follows, which the writer's thread sets */
  gint64     last_no;
  CvnUndoTop undo;
  CvnUndoTop redo;
  guint      n_writing;

  /* What was told last; the context's thread alone. */
  gboolean told_can_undo;
  gboolean told_can_redo;
  gboolean told_busy;
};

gboolean cvn_store_load_state (CvnStore *self, CvnDb *db, GError **error);
void     cvn_store_queue_notice (CvnStore *self, CvnChangeNotice *notice);
void     cvn_store_set_closed_error (GError **error);

G_END_DECLS
