/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The year in focus, with the years before and after it. */
#define CVN_TYPE_YEAR_SWITCH (cvn_year_switch_get_type ())
G_DECLARE_FINAL_TYPE (CvnYearSwitch, cvn_year_switch, CVN, YEAR_SWITCH, AdwBin)

void cvn_year_switch_set_centre (CvnYearSwitch *self, CvnCentre *centre);
void cvn_year_switch_set_compact (CvnYearSwitch *self, gboolean compact);

G_END_DECLS
