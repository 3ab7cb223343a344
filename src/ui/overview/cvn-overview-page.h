/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-page.h"

G_BEGIN_DECLS

/* What the centre's people look at first: five figures, four charts, what falls due and what needs attention. */
#define CVN_TYPE_OVERVIEW_PAGE (cvn_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnOverviewPage, cvn_overview_page, CVN, OVERVIEW_PAGE, CvnPage)

G_END_DECLS
