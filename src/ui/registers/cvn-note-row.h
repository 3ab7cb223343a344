/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A field of several lines. */
#define CVN_TYPE_NOTE_ROW (cvn_note_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnNoteRow, cvn_note_row, CVN, NOTE_ROW, AdwPreferencesRow)

GtkWidget *cvn_note_row_new (CvnDraft *draft, guint field);

G_END_DECLS
