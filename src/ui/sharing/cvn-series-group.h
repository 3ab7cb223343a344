/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which desk numbers the invoices of each series, and how a series gets to another desk. Hidden while there is none. */
#define CVN_TYPE_SERIES_GROUP (cvn_series_group_get_type ())
G_DECLARE_FINAL_TYPE (CvnSeriesGroup, cvn_series_group, CVN, SERIES_GROUP, AdwPreferencesGroup)

void cvn_series_group_set_centre (CvnSeriesGroup *self, CvnCentre *centre);
void cvn_series_group_load (CvnSeriesGroup *self);

G_END_DECLS
