/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-partner.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Everything about one partner in one place. Signals: "edit" (CvnDraft): a form is wanted; "loaded": it shows its partner.
 * Actions: partner.edit, .add (kind), .open (kind, id), .show-all (card), .show-year (year).
 */
#define CVN_TYPE_PARTNER_VIEW (cvn_partner_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerView, cvn_partner_view, CVN, PARTNER_VIEW, AdwBin)

GtkWidget  *cvn_partner_view_new (void);
void        cvn_partner_view_set_partner (CvnPartnerView *self, CvnPartner *partner);
CvnPartner *cvn_partner_view_get_partner (CvnPartnerView *self);
gboolean    cvn_partner_view_edit_record (CvnPartnerView *self, const char *id);
gboolean    cvn_partner_view_is_loaded (CvnPartnerView *self);

G_END_DECLS
