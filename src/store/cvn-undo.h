/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* What the next undo or redo reverses. */
typedef struct
{
  gint64         journal_no; /* 0: there is nothing */
  gint64         original;   /* the entry whose words are shown */
  CvnAction      action;     /* of the original */
  const CvnKind *kind;       /* of the original, may be NULL */
  char          *subject;    /* of the original, may be NULL */
} CvnUndoTop;

gboolean cvn_undo_peek (CvnDb *db, gboolean redo, CvnUndoTop *top, GError **error);
gboolean cvn_undo_push (CvnDb *db, gint64 no, GError **error);
gboolean cvn_undo_move (CvnDb *db, gboolean redo, const CvnUndoTop *top, gint64 no, GError **error);
gboolean cvn_undo_set_aside (CvnDb *db, const CvnUndoTop *top, GError **error);
gboolean cvn_undo_reverse (CvnWriter *writer, gint64 no, GError **error);

void cvn_undo_top_clear (CvnUndoTop *top);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnUndoTop, cvn_undo_top_clear)

G_END_DECLS
