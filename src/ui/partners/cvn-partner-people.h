/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-partner-box.h"

G_BEGIN_DECLS

void cvn_partner_people_add_contact (CvnPartnerBox *box, CvnRecord *contact);
void cvn_partner_people_add_interaction (CvnPartnerBox *box, CvnPartner *partner, CvnRecord *interaction);

G_END_DECLS
