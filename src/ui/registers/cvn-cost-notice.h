/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row below the one in which a cost is typed: says, while it is typed, when its line of the budget has no room for it. */
#define CVN_TYPE_COST_NOTICE (cvn_cost_notice_get_type ())
G_DECLARE_FINAL_TYPE (CvnCostNotice, cvn_cost_notice, CVN, COST_NOTICE, AdwPreferencesRow)

GtkWidget  *cvn_cost_notice_new (CvnCentre *centre);
GtkWidget  *cvn_cost_notice_new_for_row (CvnCentre *centre, CvnDraft *draft, guint field, GtkWidget *row);
void        cvn_cost_notice_look (CvnCostNotice *self, CvnRecord *record);
const char *cvn_cost_notice_get_text (CvnCostNotice *self);

G_END_DECLS
