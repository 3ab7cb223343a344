/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The filters of a list, each with a button that takes it away. Hidden when there are none.
 * Signal: "removed" (guint field).
 */
#define CVN_TYPE_REGISTER_CHIPS (cvn_register_chips_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegisterChips, cvn_register_chips, CVN, REGISTER_CHIPS, AdwBin)

void cvn_register_chips_set_query (CvnRegisterChips *self, CvnCentre *centre, const CvnQuery *query);

G_END_DECLS
