/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A field that is yes or no. */
#define CVN_TYPE_SWITCH_ROW (cvn_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnSwitchRow, cvn_switch_row, CVN, SWITCH_ROW, AdwActionRow)

GtkWidget *cvn_switch_row_new (CvnDraft *draft, guint field);

G_END_DECLS
