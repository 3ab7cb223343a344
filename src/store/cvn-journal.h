/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-change-set.h"
#include "cvn-db.h"

G_BEGIN_DECLS

/* What is known of an entry before its first change. Borrowed for as long as the entry is open. */
typedef struct
{
  CvnAction      action;
  const CvnKind *kind;    /* may be NULL */
  const char    *subject; /* may be NULL */
  const char    *actor;
  const char    *at;       /* UTC, ISO */
  gint64         reverses; /* the entry that this one undoes, or 0 */
} CvnJournalEntry;

/* The entry that is being written. */
typedef struct _CvnJournal CvnJournal;

CvnJournal *cvn_journal_begin (CvnDb *db, const CvnJournalEntry *entry, GError **error);
gboolean    cvn_journal_note (CvnJournal *self, CvnRecord *before, CvnRecord *after, guint64 hash, GError **error);
gboolean    cvn_journal_finish (CvnJournal *self, gint64 *no, char **hash, GError **error);
void        cvn_journal_free (CvnJournal *self);

gboolean cvn_journal_get_last (CvnDb *db, gint64 *no, char **hash, GError **error);
gboolean cvn_journal_verify (CvnDb *db, gint64 *first_wrong, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnJournal, cvn_journal_free)

G_END_DECLS
