/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A list and the details of what is chosen in it: side by side where there is room, else one of them, and the other
 * slides over it. Properties: "list", "detail", "folded" (read-only), "show-detail" (which one is seen when folded).
 */
#define CVN_TYPE_PARTNER_SPLIT (cvn_partner_split_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerSplit, cvn_partner_split, CVN, PARTNER_SPLIT, GtkWidget)

gboolean cvn_partner_split_is_folded (CvnPartnerSplit *self);
gboolean cvn_partner_split_get_show_detail (CvnPartnerSplit *self);
void     cvn_partner_split_set_show_detail (CvnPartnerSplit *self, gboolean show_detail);

G_END_DECLS
