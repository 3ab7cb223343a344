/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-partner-item.h"

G_BEGIN_DECLS

/*
 * The organisations of the open centre, as a GListModel of CvnPartnerItem: the parties of the covenant first, each part
 * below a heading and by name; with words to search for only what is found, best first. It follows what is written.
 * Property "n-items"; signal "changed" when it was read, whether or not there was a difference.
 */
#define CVN_TYPE_PARTNER_LIST (cvn_partner_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerList, cvn_partner_list, CVN, PARTNER_LIST, GObject)

/* As a kind, for cvn_partner_list_set_kind(): the parties of the covenant, whatever their kind. */
#define CVN_PARTNER_KIND_COVENANT "covenant-partners"

CvnPartnerList    *cvn_partner_list_new (CvnCentre *centre);
void               cvn_partner_list_set_words (CvnPartnerList *self, const char *words);
void               cvn_partner_list_set_kind (CvnPartnerList *self, const char *kind);
gboolean           cvn_partner_list_is_loaded (CvnPartnerList *self);
gboolean           cvn_partner_list_is_busy (CvnPartnerList *self);
guint              cvn_partner_list_get_n_partners (CvnPartnerList *self);
const char *const *cvn_partner_list_get_kinds (CvnPartnerList *self);
gboolean           cvn_partner_list_find (CvnPartnerList *self, const char *id, guint *position);

G_END_DECLS
