/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The line at the bottom: which file, and whether it is safe. */
#define CVN_TYPE_STATUS_LINE (cvn_status_line_get_type ())
G_DECLARE_FINAL_TYPE (CvnStatusLine, cvn_status_line, CVN, STATUS_LINE, AdwBin)

void cvn_status_line_set_centre (CvnStatusLine *self, CvnCentre *centre);

G_END_DECLS
