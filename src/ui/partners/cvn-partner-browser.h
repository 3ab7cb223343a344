/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The list of partners with its search box and filter.
 * Signals: "chosen" (const char *id, gboolean by_person); "entered": Enter in a list that shows what is chosen beside it;
 * "listed": it shows what there is.
 */
#define CVN_TYPE_PARTNER_BROWSER (cvn_partner_browser_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerBrowser, cvn_partner_browser, CVN, PARTNER_BROWSER, AdwBin)

void     cvn_partner_browser_set_centre (CvnPartnerBrowser *self, CvnCentre *centre);
void     cvn_partner_browser_set_browsing (CvnPartnerBrowser *self, gboolean browsing);
void     cvn_partner_browser_select (CvnPartnerBrowser *self, const char *id);
void     cvn_partner_browser_focus_list (CvnPartnerBrowser *self);
gboolean cvn_partner_browser_is_loaded (CvnPartnerBrowser *self);
gboolean cvn_partner_browser_is_empty (CvnPartnerBrowser *self);

G_END_DECLS
