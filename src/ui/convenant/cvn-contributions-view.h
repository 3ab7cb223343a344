/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is owed for the year in focus: the allocation keys with the share of each, and all commitments. Rows open records by convenant.open. */
#define CVN_TYPE_CONTRIBUTIONS_VIEW (cvn_contributions_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnContributionsView, cvn_contributions_view, CVN, CONTRIBUTIONS_VIEW, AdwBin)

GtkWidget *cvn_contributions_view_new (CvnCentre *centre);

G_END_DECLS
