/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-conflict.h"
#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One field of two edits: each value side by side to be picked, and a row with what will hold, to be written over. */
#define CVN_TYPE_CONFLICT_GROUP (cvn_conflict_group_get_type ())
G_DECLARE_FINAL_TYPE (CvnConflictGroup, cvn_conflict_group, CVN, CONFLICT_GROUP, AdwPreferencesGroup)

GtkWidget *cvn_conflict_group_new (CvnCentre *centre, const CvnConflict *conflict, guint n, CvnDraft *draft);
void       cvn_conflict_group_pick (CvnConflictGroup *self, guint version);

G_END_DECLS
