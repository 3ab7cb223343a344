/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-chart.h"
#include "cvn-partner-box.h"
#include "cvn-partner-cards.h"
#include "cvn-query.h"

G_BEGIN_DECLS

GtkWidget *cvn_partner_fill_new_box (CvnPartnerCard card);
guint      cvn_partner_fill (CvnPartnerBox *box, CvnPartner *partner, CvnPartnerCard card, gboolean all);
CvnChart  *cvn_partner_fill_chart (CvnPartner *partner);
CvnQuery  *cvn_partner_fill_query (CvnPartner *partner, CvnPartnerCard card);

char *cvn_partner_fill_date (const char *iso);

G_END_DECLS
