/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"
#include "cvn-table.h"

G_BEGIN_DECLS

/* One line of the list of partners: an organisation, or the heading above some of them. */
#define CVN_TYPE_PARTNER_ITEM (cvn_partner_item_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerItem, cvn_partner_item, CVN, PARTNER_ITEM, GObject)

CvnPartnerItem *cvn_partner_item_new (CvnTable *partners, guint row, CvnLanguage language);
CvnPartnerItem *cvn_partner_item_new_heading (const char *text);

gboolean    cvn_partner_item_is_heading (CvnPartnerItem *self);
gboolean    cvn_partner_item_is_covenant (CvnPartnerItem *self);
gboolean    cvn_partner_item_is_inactive (CvnPartnerItem *self);
const char *cvn_partner_item_get_id (CvnPartnerItem *self);
const char *cvn_partner_item_get_name (CvnPartnerItem *self);
const char *cvn_partner_item_get_kind (CvnPartnerItem *self);
const char *cvn_partner_item_get_status (CvnPartnerItem *self);
const char *cvn_partner_item_get_found (CvnPartnerItem *self);
void        cvn_partner_item_set_found (CvnPartnerItem *self, const char *found);
char       *cvn_partner_item_dup_details (CvnPartnerItem *self);
gboolean    cvn_partner_item_equal (CvnPartnerItem *self, CvnPartnerItem *other);
int         cvn_partner_item_compare (CvnPartnerItem *self, CvnPartnerItem *other);

/* How codes read in the interface's language; "" for none. */
const char *cvn_partner_choice_label (const char *kind_name, const char *field_name, const char *code);
const char *cvn_partner_kind_label (const char *kind);
const char *cvn_partner_status_label (const char *status);
char       *cvn_partner_dup_role_label (const char *role);
gboolean    cvn_partner_role_is_covenant (const char *role);

G_END_DECLS
