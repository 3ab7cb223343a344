/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"
#include "cvn-figure-set.h"

G_BEGIN_DECLS

/*
 * All that is known of one organisation, kept up to date: the record, its contacts and interactions, and its figures.
 * Signals: "changed" when something else is there to show; "gone" when it was deleted; "failed" (const char *message).
 */
#define CVN_TYPE_PARTNER (cvn_partner_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartner, cvn_partner, CVN, PARTNER, GObject)

CvnPartner *cvn_partner_new (CvnCentre *centre, const char *id);

CvnCentre    *cvn_partner_get_centre (CvnPartner *self);
const char   *cvn_partner_get_id (CvnPartner *self);
gboolean      cvn_partner_is_loaded (CvnPartner *self);
CvnRecord    *cvn_partner_get_record (CvnPartner *self);
const char   *cvn_partner_get_name (CvnPartner *self);
gboolean      cvn_partner_is_name_foreign (CvnPartner *self);
const char   *cvn_partner_get_status (CvnPartner *self);
GPtrArray    *cvn_partner_get_contacts (CvnPartner *self);
GPtrArray    *cvn_partner_get_interactions (CvnPartner *self);
CvnFigureSet *cvn_partner_get_figures (CvnPartner *self);

CvnDraft *cvn_partner_edit (CvnPartner *self, CvnRecord *record);
CvnDraft *cvn_partner_add (CvnPartner *self, const CvnKind *kind);
void      cvn_partner_set_done (CvnPartner *self, CvnRecord *interaction, gboolean done);

G_END_DECLS
