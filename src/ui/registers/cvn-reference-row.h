/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A field that refers to another record, which is found by typing a part of its name. */
#define CVN_TYPE_REFERENCE_ROW (cvn_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnReferenceRow, cvn_reference_row, CVN, REFERENCE_ROW, AdwEntryRow)

GtkWidget *cvn_reference_row_new (CvnCentre *centre, CvnDraft *draft, guint field);

G_END_DECLS
