/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-tabbed-page.h"

G_BEGIN_DECLS

/*
 * The page of the covenant: parties, contributions, instalments, and the lists of all its kinds of records.
 * Actions: convenant.open (kind, id), convenant.add (kind), convenant.credit (id of an invoice).
 */
#define CVN_TYPE_CONVENANT_PAGE (cvn_convenant_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnConvenantPage, cvn_convenant_page, CVN, CONVENANT_PAGE, CvnTabbedPage)

G_END_DECLS
