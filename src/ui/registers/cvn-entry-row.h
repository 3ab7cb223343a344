/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A field that is typed: words, amounts, numbers, days and times; days can also be picked from a calendar. */
#define CVN_TYPE_ENTRY_ROW (cvn_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnEntryRow, cvn_entry_row, CVN, ENTRY_ROW, AdwEntryRow)

GtkWidget *cvn_entry_row_new (CvnDraft *draft, guint field);

G_END_DECLS
