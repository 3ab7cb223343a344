/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-page.h"

G_BEGIN_DECLS

/*
 * The partners: a list to search, and beside it everything about the one that is chosen.
 * Actions: partners.add, .back, .focus-list, .clear.
 */
#define CVN_TYPE_PARTNERS_PAGE (cvn_partners_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnersPage, cvn_partners_page, CVN, PARTNERS_PAGE, CvnPage)

G_END_DECLS
