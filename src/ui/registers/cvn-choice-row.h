/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A field that is one of a few values; many values can be searched. */
#define CVN_TYPE_CHOICE_ROW (cvn_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnChoiceRow, cvn_choice_row, CVN, CHOICE_ROW, AdwActionRow)

GtkWidget *cvn_choice_row_new (CvnCentre *centre, CvnDraft *draft, guint field);

G_END_DECLS
