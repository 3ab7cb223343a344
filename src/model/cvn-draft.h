/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

/*
 * A record as a form edits it: takes what people type, says per field what is wrong with it, and saves what is right
 * as one change. It follows the record when it changes elsewhere, by an undo for instance.
 * Properties: "is-new", "dirty", "saving", "seq" and "title" (all read-only, notify).
 * Signals: "field-changed" (guint field): its text, value or error is another; "saved" (gint64 number of the journal entry);
 *   "failed" (const char *message): an error that is about no field; "gone": the record was deleted.
 */
#define CVN_TYPE_DRAFT (cvn_draft_get_type ())
G_DECLARE_FINAL_TYPE (CvnDraft, cvn_draft, CVN, DRAFT, GObject)

CvnDraft *cvn_draft_new (CvnCentre *centre, const CvnKind *kind, CvnAction action);
CvnDraft *cvn_draft_load (CvnCentre *centre, CvnRecord *record, const char *title, const char *const *titles);

CvnDraft *cvn_draft_duplicate (CvnCentre *centre, CvnRecord *record, const char *const *titles);

const CvnKind *cvn_draft_get_kind (CvnDraft *self);
CvnRecord     *cvn_draft_get_record (CvnDraft *self);
CvnRecord     *cvn_draft_get_stored (CvnDraft *self);
gboolean       cvn_draft_is_new (CvnDraft *self);
gboolean       cvn_draft_is_dirty (CvnDraft *self);
gboolean       cvn_draft_is_saving (CvnDraft *self);
gboolean       cvn_draft_is_complete (CvnDraft *self);
char          *cvn_draft_dup_title (CvnDraft *self);

gboolean    cvn_draft_set_text (CvnDraft *self, guint field, const char *text);
gboolean    cvn_draft_set_value (CvnDraft *self, guint field, const CvnValue *value);
gboolean    cvn_draft_set_reference (CvnDraft *self, guint field, const char *id, const char *title);
char       *cvn_draft_dup_text (CvnDraft *self, guint field);
const char *cvn_draft_get_error (CvnDraft *self, guint field);

void cvn_draft_hold (CvnDraft *self);
void cvn_draft_save (CvnDraft *self);
void cvn_draft_revert (CvnDraft *self);
void cvn_draft_delete (CvnDraft *self);

G_END_DECLS
