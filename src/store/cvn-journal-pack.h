/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CvnJournalPack CvnJournalPack;

CvnJournalPack *cvn_journal_pack_new (void);
void            cvn_journal_pack_free (CvnJournalPack *self);
void            cvn_journal_pack_begin (CvnJournalPack *self);
gboolean        cvn_journal_pack_add (CvnJournalPack *self, const char *id, guint64 hash);
const char     *cvn_journal_pack_get_text (CvnJournalPack *self);
guint           cvn_journal_pack_get_n (CvnJournalPack *self);

char   **cvn_journal_pack_split (const char *text);
gboolean cvn_journal_pack_has (const char *text, gint64 place, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnJournalPack, cvn_journal_pack_free)

G_END_DECLS
